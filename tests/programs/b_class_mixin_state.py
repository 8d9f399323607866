"""Mixins with attributes of their own, which the classes they are mixed into reach and which reach into these."""


class Shape:
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side * self.side


class Counted:
    limit = 2

    def __init__(self):
        self.count = 0
        self.log = []

    def hit(self, what):
        self.count += 1
        self.log.append(what)
        return ("many " if self.count > self.limit else "") + self.label()

    def label(self):
        return "thing"


class Sized:
    def size(self):
        return "side " + str(self.side)

    def resize(self, side):
        self.side = side


class Square(Shape, Counted):
    def __init__(self, side):
        Shape.__init__(self, side)
        Counted.__init__(self)

    def label(self):
        return "square " + str(self.side)


class Circle(Sized, Shape, Counted):
    limit = 1

    def __init__(self, side):
        super().__init__(side)
        Counted.__init__(self)

    def area(self):
        self.hit("area")
        return 3 * super().area()


class Plain(Shape):
    pass


class Timer(Counted):
    pass


def use(shape):
    if isinstance(shape, Counted):
        shape.count += 10
        return shape.hit("use") + " " + str(shape.count) + " " + str(shape.limit)
    return "not counted"


def unset():
    late = Late()
    try:
        late.hit("early")
    except AttributeError as e:
        print(e)
    late.count = 5
    late.log = []
    print(late.hit("late"), late.count)


class Late(Shape, Counted):
    def __init__(self):
        Shape.__init__(self, 1)


def main():
    shapes = [Square(3), Circle(2), Plain(5)]
    for shape in shapes:
        print(shape.side, shape.area(), use(shape), isinstance(shape, Counted), isinstance(shape, Sized))
    counted = [s for s in shapes if isinstance(s, Counted)]
    print(sum([c.count for c in counted]))
    for c in counted:
        print(c.log, c.count, c.side)
    circle = Circle(7)
    circle.resize(8)
    print(circle.size(), circle.area(), circle.log)
    alone = Counted()
    timer = Timer()
    print(alone.hit("x"), alone.hit("y"), alone.hit("z"), timer.hit("t"), alone.log, timer.log)
    hits = [circle.hit, Square(1).hit]
    print([hit("value") for hit in hits])
    unset()


if __name__ == "__main__":
    main()
