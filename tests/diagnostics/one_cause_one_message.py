"""What follows from one mistake is not told again."""


def broken():
    return [1, "x"]  # error: union_mismatch


def again():
    items = broken()
    for item in items:
        print(item + 1)
    return items[0] * 2


def main():
    first = again()
    print(first + first, again())
    x = undefined_name  # error: unknown_name "undefined_name"
    y = x + 1
    print(x.value, y[0], x(y))


if __name__ == "__main__":
    main()
