"""Calls that leave out an argument without a default."""


class Box:
    def __init__(self, width, height=1):
        self.width = width
        self.height = height

    def scale(self, factor):
        return self.width * factor


def area(width, height):
    return width * height


def main():
    print(area(1))  # error: missing_argument "height"
    print(area(height=2))  # error: missing_argument "width"
    box = Box(2)
    print(box.scale())  # error: missing_argument "factor"
    Box()  # error: missing_argument "width"
    f = lambda a, b: a
    print(f(1))  # error: missing_argument "b"


if __name__ == "__main__":
    main()
