"""Tracebacks of built-in operations start at the program's own frames."""


def middle(items, i):
    value = items[i]
    return value + 1


def outer(items):
    total = 0
    for i in range(10):
        total += middle(
            items,
            i,
        )
    return total


if __name__ == "__main__":
    print("before")
    outer([1, 2, 3])
