"""Independent mistakes are all told in one run."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def mean(values):
    return sum(values) / length(values)  # error: unknown_name "length"


def move(p):
    p.move(1)  # error: unknown_method "move"
    return Point(p.x)  # error: missing_argument "y"


def label(n):
    return "n" + n  # error: bad_operand "+"


def main():
    print(mean([1, 2]))
    move(Point(1, 2))
    label(5)
    for i in len("abc"):  # error: not_iterable
        print(i)


if __name__ == "__main__":
    main()
