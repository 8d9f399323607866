"""Attributes that subclasses store and code for the base class reads."""


class Shape:
    def describe(self):
        return f"{self.name} {self.area()} {self.note}"

    def area(self):
        return self.side * self.side

    def __lt__(self, other):
        return self.side < other.side


class Square(Shape):
    def __init__(self, side):
        self.name = "square"
        self.side = side
        self.note = None


class Circle(Shape):
    note = "round"

    def __init__(self, radius):
        self.name = "circle"
        self.side = 2 * radius
        if radius > 3:
            self.late = radius

    def grow(self):
        self.late = self.side


class Problem(Exception):
    def text(self):
        return f"{self.code}: {self}"


class Missing(Problem):
    def __init__(self, what):
        super().__init__(what)
        self.code = 404


class Broken(Problem):
    def __init__(self, what, code):
        super().__init__(what + "!")
        self.code = code


def attempt(n):
    if n == 0:
        raise Missing("page")
    if n == 1:
        raise Broken("wheel", 17)
    return n


class Holder:
    def value(self):
        return self.stored

    def reset(self):
        del self.stored


class Filled(Holder):
    def fill(self, value):
        self.stored = value


def main():
    shapes = [Square(3), Circle(2), Circle(5), Square(9)]
    for shape in sorted(shapes):
        print(shape.describe())
    for shape in shapes:
        if isinstance(shape, Circle):
            try:
                print("late", shape.late)
            except AttributeError as error:
                print("error", error)
                shape.grow()
                print("grown", shape.late)
    for n in range(3):
        try:
            print(attempt(n))
        except Problem as problem:
            print(problem.text(), problem.code)
    holder = Filled()
    for n in range(3):
        try:
            print(holder.value())
        except AttributeError as error:
            print("error", error)
        holder.fill(n)
        print(holder.value())
        if n == 1:
            holder.reset()


if __name__ == "__main__":
    main()
