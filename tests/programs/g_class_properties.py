"""Properties: read only, with a setter, overridden in a subclass, with side effects and errors."""


class Shape:
    def __init__(self, name):
        self.name = name
        self.reads = 0

    @property
    def area(self):
        return 0.0

    @property
    def label(self):
        self.reads += 1
        return f"{self.name} of {self.area:.1f}"


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self._side = side

    @property
    def side(self):
        return self._side

    @side.setter
    def side(self, value):
        if value < 0:
            raise ValueError(f"negative side: {value}")
        self._side = value

    @property
    def area(self):
        return self.side * self.side * 1.0


class Cube(Square):
    @property
    def area(self):
        return 6.0 * self.side ** 2

    @property
    def label(self):
        return f"CUBE {self.name}"


class Range:
    def __init__(self, low, high):
        self.low = low
        self.high = high

    low = property(lambda self: self._low)
    high = property(lambda self: self._high, lambda self, value: self.set_high(value))

    @low.setter
    def low(self, value):
        self._low = value

    def set_high(self, value):
        self._high = max(value, self.low)


def main():
    shapes = [Shape("point"), Square(2), Cube(3)]
    for shape in shapes:
        print(shape.label, shape.area, shape.reads)
    square = Square(1)
    square.side = 5
    square.side += 2
    print(square.side, square.area, square.label)
    try:
        square.side = -1
    except ValueError as error:
        print(error, square.side)
    span = Range(3, 1)
    print(span.low, span.high)
    span.high = 10
    span.low -= 1
    print(span.low, span.high)


if __name__ == "__main__":
    main()
