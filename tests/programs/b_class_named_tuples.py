"""Named tuples: records with names, items and methods; linked, as keys, ordered, matched."""

from collections import namedtuple
from typing import NamedTuple, Optional

Point = namedtuple("Point", "x y")
Rec = namedtuple("Rec", ["name", "size", "tags"], defaults=[0, ()])


class Node(NamedTuple):
    value: int
    next: Optional["Node"] = None

    def total(self):
        n = self
        t = 0
        while n is not None:
            t += n.value
            n = n.next
        return t

    @property
    def doubled(self):
        return self.value * 2

    def __str__(self):
        return f"Node of {self.value}"


class Vec(namedtuple("Vec", "x y")):
    __slots__ = ()

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)

    def length2(self):
        return self.x * self.x + self.y * self.y


ORIGIN = Point(0, 0)
PAIRS = {Point(1, 2): "a", Point(3, 4): "b"}
V = Vec(5, 6)


def main():
    p = Point(1, 2)
    print(p, p.x, p[0], p[-1], p[1] + p.y, len(p))
    x, y = p
    print(x, y, p == (1, 2), (1, 2) == p, p == Point(1, 2), p != Point(1, 3), p < Point(1, 3), p >= (0, 9))
    print(hash(p) == hash((1, 2)), p in PAIRS, PAIRS[Point(3, 4)], (1, 2) == ORIGIN, ORIGIN)
    print(p._replace(x=9), p._replace(y=8), p._asdict(), Point._fields, p._replace(x=1, y=1))
    print(Point._make([7, 8]), Point(y=1, x=2))
    r = Rec("a")
    print(r, Rec("b", 3, ("x", "y")), Rec("c", size=4))
    n = Node(1, Node(2, Node(3)))
    print(n.total(), n, repr(n.next.next), n.doubled)
    v = Vec(1, 2) + Vec(3, 4)
    print(v, v.length2(), v.x, V, V + v)
    a, b = v
    print(a, b, sum(p), list(p), tuple(p), sorted([Point(2, 1), Point(1, 5), Point(1, 2)]), max(p))
    for q in [Point(1, 1), ORIGIN]:
        print(*q, q + (3,), q * 2, q[:1], 1 in q, q.count(0), q.index(q.x))
    print("%d-%d" % p, f"{p}", isinstance(p, tuple), isinstance(p, Point), isinstance(v, Vec))
    match p:
        case Point(x=1, y=yy):
            print("m", yy)
    match v:
        case (4, yy):
            print("seq", yy)
    for i, (u, w) in enumerate([Point(1, 2), Point(3, 4)]):
        print(i, u, w)
    d = {}
    d[p] = 1
    d[Point(1, 2)] = 2
    print(d, {p, Point(1, 2)}, type(p).__name__, p.__class__.__name__)
    try:
        Point._make([1])
    except TypeError as e:
        print(e)
    maybe = None
    for i in range(2):
        print(maybe, maybe == p, maybe is None)
        maybe = p
    f = max([Point(3, 1), Point(2, 9)], key=lambda q: q.y)
    print(f)


if __name__ == "__main__":
    main()
