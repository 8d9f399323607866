"""Hints of tagged numbers and of dynamic calls, in loops only."""
# test: args=--hints


class Shape:
    def area(self):
        return 0.0


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side * self.side  # note: "`Square.area` here"


class Circle(Shape):
    def __init__(self, radius):
        self.radius = radius

    def area(self):
        return 3.0 * self.radius  # note: "`Circle.area` here"


def total(shapes):
    result = 0
    for shape in shapes:  # note: "`result` comes in as int here"
        result += shape.area()  # hint: tagged_number "`result` is int or float" # hint: dynamic_dispatch "`shape.area()` runs one of 2 functions"
    return result


def position(names, wanted):
    for place, name in enumerate(names):
        if name == wanted:
            return place
    return None


def nested(names):
    found = 0
    for first in names:
        for second in names:
            at = position(names, first + second)
            if at is not None:  # hint: tagged_number "`at` is int or None: a tagged number, tested at each use, in 2 nested loops"
                found |= at
    return found


def once(shape, number):
    print(shape.area(), number)


def main():
    print(total([Square(2.0), Circle(1.5)]))
    print(nested(["a", "b", "aa"]))
    once(Square(1.0), 1)
    once(Circle(1.0), 2.5)


if __name__ == "__main__":
    main()
