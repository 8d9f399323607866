"""Too many arguments for functions, methods, constructors and built-in functions."""


class Box:
    def __init__(self, size):
        self.size = size

    def grow(self, by=1):
        self.size += by

    @staticmethod
    def unit():
        return Box(1)


class Bare:
    pass


def area(width, height):
    return width * height


def apply(f):
    return f(1, 2, 3)  # error: argument_count


def main():
    print(area(1, 2, 3))  # error: argument_count "area"
    box = Box(1, 2)  # error: argument_count
    Box(3).grow(1, 2)  # error: argument_count "grow"
    Box.unit(4)  # error: argument_count "unit"
    print(len([1], [2]))  # error: argument_count "len"
    Bare(1)  # error: argument_count
    [1].append(2, 3)  # error: argument_count "append"
    print(apply(lambda a, b: a + b), box is None)


if __name__ == "__main__":
    main()
