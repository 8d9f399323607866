"""The class of what may be None; data classes compared with None."""

from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int = 0


class Box:
    pass


class Crate(Box):
    pass


def pick(n):
    if n == 0:
        return None
    return Box() if n == 1 else Crate()


def find(points, x):
    for point in points:
        if point.x == x:
            return point
    return None


def main():
    for n in range(3):
        thing = pick(n)
        print(type(thing).__name__, type(thing) is Box, thing.__class__ is Crate, type(thing) == type(None))
    points = [Point(1, 2), Point(3)]
    print(find(points, 3) == Point(3), Point(3) == find(points, 4), find(points, 4) == find(points, 5))
    print(find(points, 1) != Point(1, 2), type(find(points, 9)), type(find(points, 1)))
    try:
        raise ValueError("a") from KeyError("b")
    except ValueError as error:
        print(type(error.__cause__).__name__, type(error.__context__).__name__)


if __name__ == "__main__":
    main()
