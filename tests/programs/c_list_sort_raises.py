"""A sort key or __lt__ that raises leaves sort through the exception, with all items kept."""


class Fussy:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n + other.n == 7:
            raise ValueError("seven")
        return self.n < other.n


calls = [0]


def key(n):
    calls[0] += 1
    if n < 0:
        raise KeyError(n)
    return -n


def main():
    items = [3, 1, 2]
    items.sort(key=key)
    print(items, calls[0])
    items = [5, 4, -1, 3]
    try:
        items.sort(key=key)
    except KeyError as error:
        print("KeyError", error, calls[0])
    print(sorted(items))
    try:
        print(sorted([1, 0], key=lambda n: 10 // n))
    except ZeroDivisionError as error:
        print(error)
    fussy = [Fussy(1), Fussy(2), Fussy(5), Fussy(3)]
    try:
        fussy.sort()
    except ValueError as error:
        print("ValueError", error)
    print(sorted([f.n for f in fussy]))
    print([f.n for f in sorted([Fussy(9), Fussy(1)])])


if __name__ == "__main__":
    main()
