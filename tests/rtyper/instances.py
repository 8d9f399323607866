"""Attributes are fields at the class that first has them; a method that is overridden is called through the vtable."""
# test: stage=annotated entry=program
# fg: rtype
# eval-after: @program(3) == 9
# eval-after: @program(-1) == -2
# expect-op: @program has 1 indirect_call
# expect-op: @side has 1 getfield
# expect-op: @side has no direct_call


class Shape:
    def __init__(self, n):
        self.n = n

    def area(self):
        return self.n + self.n


class Square(Shape):
    def area(self):
        return side(self) * side(self)


def side(shape):
    return shape.n


def program(n: int):
    shape = Square(n) if n > 0 else Shape(n)
    return shape.area()
