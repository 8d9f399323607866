"""Virtual methods are chosen by the class of the instance, at every depth."""


class Shape:
    def area(self):
        raise NotImplementedError("area")

    def sides(self):
        return 0

    def name(self):
        return "shape"

    def describe(self):
        print(self.name(), self.sides(), self.area())


class Rectangle(Shape):
    def __init__(self, width, height):
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height

    def sides(self):
        return 4

    def name(self):
        return "rectangle"


class Square(Rectangle):
    def __init__(self, side):
        Rectangle.__init__(self, side, side)

    def name(self):
        return "square"


class Triangle(Shape):
    def __init__(self, base, height):
        self.base = base
        self.height = height

    def area(self):
        return self.base * self.height // 2

    def sides(self):
        return 3


class Unknown(Shape):
    pass


def total(shapes):
    result = 0
    for shape in shapes:
        result += shape.area()
    return result


def main():
    shapes = [Rectangle(2, 3), Square(5), Triangle(4, 7)]
    for shape in shapes:
        shape.describe()
    print(total(shapes))
    try:
        Unknown().describe()
    except NotImplementedError as error:
        print("not implemented:", error)


if __name__ == "__main__":
    main()
