"""isinstance of an attribute allows what its class has, on one branch only."""


class Shape:
    pass


class Circle(Shape):
    def __init__(self, radius):
        self.radius = radius


class Square(Shape):
    def __init__(self, side):
        self.side = side


class Frame:
    def __init__(self, shape):
        self.shape = shape

    def size(self):
        if isinstance(self.shape, Circle):
            return self.shape.radius
        return self.shape.side  # error: attribute_in_some_classes "side"


def main():
    for shape in [Circle(1), Square(2), Shape()]:
        print(Frame(shape).size())


if __name__ == "__main__":
    main()
