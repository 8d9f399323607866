"""Classes as values whose constructors take different types, by way of calls that name them and calls that do not."""

class Shape:
    def __init__(self, name):
        self.name = name


class Circle(Shape):
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = side


REGISTRY = {"c": Circle, "s": Square}


def build(specification):
    return [REGISTRY[kind](size) for kind, size in specification]


if __name__ == "__main__":
    print([shape.name for shape in build([("c", 1), ("s", 2)])], Shape("base").name)
    shapes = [Circle(1), Square(2), Shape("point")]
    print([type(shape).__name__ for shape in shapes], [type(shape) is Square for shape in shapes])
    for cls in (Circle, Square):
        print(cls(3).name, cls.__name__)
    try:
        REGISTRY["x"](1)
    except KeyError as error:
        print(repr(error))
