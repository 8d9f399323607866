"""Frames of virtual methods, and of a base method that they are called from."""


class Shape:
    def area(self):
        raise NotImplementedError

    def twice(self):
        return 2 * self.area()


class Square(Shape):
    def __init__(self, n):
        self.n = n

    def area(self):
        if self.n < 0:
            raise ValueError("negative side")
        return self.n * self.n


class Other(Shape):
    pass


def total(shapes):
    s = 0
    for shape in shapes:
        s += shape.twice()
    return s


def main():
    print(total([Square(2), Square(3)]))
    try:
        total([Square(-1), Other()])
    except ValueError:
        total([Square(1), Other()])


if __name__ == "__main__":
    main()
