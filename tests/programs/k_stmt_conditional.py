"""Conditional expressions, truth of all kinds of values, and chains of conditions."""


class Empty:
    def __len__(self):
        return 0


class Full:
    def __len__(self):
        return 3


class Plain:
    pass


def grade(n):
    return "A" if n >= 90 else "B" if n >= 80 else "C" if n >= 70 else "F"


def truth(flag):
    return "T" if flag else "F"


def first_true(a, b, c):
    return a or b or c


def leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def main():
    print([grade(n) for n in [95, 85, 75, 5]], [y for y in [1900, 2000, 2023, 2024] if leap(y)])
    print(truth(0), truth(-1), truth(0.0), truth(0.1), truth(""), truth("0"), truth([]), truth([0]))
    print(truth({}), truth({0: 0}), truth(()), truth((0,)), truth(None), truth(True), truth(range(0)))
    print(truth(Empty()), truth(Full()), truth(Plain()), truth(float("nan")), truth(len))
    print(first_true("", "b", "c"), first_true(0, 0, 7), first_true(None, "x", "y"), first_true([], [], [1]))
    x = 5
    low = 1
    print(low < x < 10, low < x > 10, not low < x, low == x or x == 5, 1 < 2 < 3 < 4 < 3)
    if x > 3 and not (low > 3 or x == 4):
        print("complex")
    y = (x if x > 100 else -x) * 2
    print(y, (lambda n: "even" if n % 2 == 0 else "odd")(x), x is not None and x > 4)
    while x and low:
        x -= 2 if x > 2 else 1
        print(x, end=" ")
    print()
    pass


if __name__ == "__main__":
    main()
