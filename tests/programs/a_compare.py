"""All six comparisons of ints, floats, strings and bools, and is."""


def row(a, b):
    print(a < b, a <= b, a == b, a != b, a > b, a >= b)


class Thing:
    pass


def main():
    row(1, 2)
    row(2, 1)
    row(3, 3)
    row(-1, 1)
    row(1.5, 2)
    row(2, 1.5)
    row(2.0, 2)
    row("a", "b")
    row("b", "a")
    row("a", "aa")
    row("é", "z")
    row("same", "same")
    row(True, False)
    row(False, 0)
    row((1, 2), (1, 3))
    row([1, 2], [1])
    nan = float("nan")
    row(nan, nan)
    row(nan, 1.0)
    first = Thing()
    second = Thing()
    alias = first
    print(first is second, first is alias, first is not second, first == second)
    print(first == alias, first != second, None is None, first is None)


if __name__ == "__main__":
    main()
