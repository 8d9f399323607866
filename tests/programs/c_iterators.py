"""range, enumerate, zip, reversed, any and all in loops and as values."""


def main():
    for i, letter in enumerate("abc"):
        print(i, letter, end=";")
    for i, n in enumerate([7, 8], 10):
        print(i, n, end=";")
    print()
    for a, b in zip([1, 2, 3], "xy"):
        print(a, b, end=";")
    for a, b, c in zip(range(2), (5.5, 6.5), ["p", "q"]):
        print(a, b, c, end=";")
    print()
    for n in reversed([1, 2, 3]):
        print(n, end=" ")
    for n in reversed(range(0, 10, 4)):
        print(n, end=" ")
    for letter in reversed("abc"):
        print(letter, end=" ")
    print()
    for i, (a, b) in enumerate(zip("ab", [True, False])):
        print(i, a, b)
    print(any([0, 0, 3]), any([]), all([1, 2]), all([]), all([1, 0]), any([False]))
    print(any(["", ""]), all(["a", "b"]), any({0: 1}), all((1, True)))
    print(list(enumerate("ab", 1)), list(zip([1, 2], [3, 4])), list(reversed([1, 2])))
    print(dict(zip("ab", [1, 2])), sorted(zip([2, 1], "ab")))
    r = range(10, 0, -3)
    print(r, len(r), r[0], r[-1], list(r), 7 in r, 8 in r, range(3), range(0, 4, 2))
    print(len(range(0)), len(range(5, 0)), list(range(-3, 3, 2)), sum(range(101)))
    try:
        print(r[4])
    except IndexError as error:
        print(error)
    zero = len(range(0))
    try:
        print(range(1, 5, zero))
    except ValueError as error:
        print(error)


if __name__ == "__main__":
    main()
