"""bool values: and, or, not, short circuits, chains of comparisons, arithmetic."""


def yes(tag):
    print("yes", tag)
    return True


def no(tag):
    print("no", tag)
    return False


def middle(n):
    print("middle", n)
    return n


def main():
    print(yes(1) and no(2), no(3) and yes(4))
    print(yes(5) or no(6), no(7) or yes(8))
    print(not yes(9), not no(10))
    print(1 < middle(5) < 9, 1 < middle(0) < middle(9))
    print(1 < 3 > 2, 1 == 1 != 2, 3 > 2 > 2, 1 <= 1 >= 1)
    print(0 or 5, 3 and 7, 0 and 7, 3 or 5)
    print("" or "default", "text" and "other")
    print(True + True, True * 7, -True, ~True, True / 2, False ** 0)
    print(True & False, True | False, True ^ True, (True & 3))
    print(True == 1, False == 0, True < 2, True is True, not 0, not "")
    print([10, 20][True], (5, 6)[False], bool(3), bool(""), bool([0]), bool(0.0))
    print(int(True), float(True), str(False), repr(True))
    count = 0
    for n in range(10):
        count += n > 6
    print(count, sum([n % 2 == 0 for n in range(9)]))


if __name__ == "__main__":
    main()
