"""Dataclasses: their generated __init__, __eq__ and __repr__ are translated."""

from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int = 0

    def moved(self, dx):
        return Point(self.x + dx, self.y)


@dataclass
class Named(Point):
    name: str = "unnamed"


@dataclass
class Segment:
    start: Point
    end: Point
    weight: float = 1.0


def main():
    p = Point(3, 4)
    print(p.x, p.y, Point(1).y, Point(y=5, x=6).x, p.moved(10).x)
    print(p == Point(3, 4), p == Point(4, 3), p != Point(3, 4), p in [Point(0), Point(3, 4)])
    print(p, [Point(1)], Named(1, 2, "n"), Named(7))
    s = Segment(p, Point(9))
    s.weight += 0.5
    p.y = 100
    print(s, s == Segment(Point(3, 100), Point(9, 0), 1.5))


if __name__ == "__main__":
    main()
