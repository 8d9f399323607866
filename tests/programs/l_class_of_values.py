"""`__class__` and `type()` of values of any type, of what may be None, and in a comparison of a class with others."""


class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        if other.__class__ is self.__class__:
            return self.x == other.x
        return NotImplemented


class Leaf(Point):
    pass


def kind(x):
    return x.__class__.__name__


def maybe(n):
    return "text" if n > 1 else None


def main():
    p = Point(1)
    print(p == Point(1), p == True, p == 3, p == [1], p == "a", p in [p, Point(2)], p == None, p == (1, 2))
    print((3).__class__ is int, "a".__class__, [].__class__, p.__class__.__name__, None.__class__)
    print(kind(3), kind("a"), kind([1]), kind({}), kind((1, 2)), kind(2.5), kind(True), kind(b"x"), kind({1}))
    for i in range(3):
        print(type(maybe(i)), maybe(i).__class__ is str, type(maybe(i)) == type(None))
        either = Leaf(i) if i % 2 else Point(i)
        print(either.__class__.__name__, type(either) is Leaf, either == p)


if __name__ == "__main__":
    main()
