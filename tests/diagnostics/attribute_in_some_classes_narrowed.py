"""isinstance narrows to the class that has the attribute, on one branch only."""


class Shape:
    pass


class Circle(Shape):
    def __init__(self, radius):
        self.radius = radius


class Square(Shape):
    def __init__(self, side):
        self.side = side


def size(shape):
    if isinstance(shape, Circle):
        return shape.radius
    return shape.side  # error: attribute_in_some_classes "side"


def main():
    for shape in [Circle(1), Square(2), Shape()]:
        print(size(shape))


if __name__ == "__main__":
    main()
