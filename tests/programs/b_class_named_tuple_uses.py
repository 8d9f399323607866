"""Named tuples: special methods of their own, nesting, fields that cannot be stored, classes below, records in containers."""

from collections import namedtuple
from typing import NamedTuple
Point = namedtuple("Point", "x y")
Empty = namedtuple("Empty", [])
Renamed = namedtuple("Renamed", ["a", "def", "a"], rename=True)


class Sub(Point):
    def more(self):
        self.extra = self.x + 1
        return self.extra


SUB = Sub(3, 4)


class Temp(NamedTuple):
    count: int
    index: str = "i"
    def __repr__(self):
        return f"T{self.count}"
    def __len__(self):
        return 99


class Shape(NamedTuple):
    kind: str
    pos: Point
    def moved(self, dx):
        return self._replace(pos=self.pos._replace(x=self.pos.x + dx))


def t1():
    t = Temp(3)
    print(t, len(t), t.count, t.index, [t], (t,))
    a, b = t
    print(a, b)


def t2():
    s = Shape("c", Point(1, 2))
    print(s.moved(5), s.pos.x, s[1][0], s[1].y, s == Shape("c", Point(1, 2)))
    (k, (x, y)) = s
    print(k, x, y)


def t3():
    p = Point(1.5, None)
    q = Point("a", [1])
    print(p, q, p == q, p != q, q.y + [2])


def t4():
    rows = [Point(i, i * i) for i in range(4)]
    print(sum(p.y for p in rows), [x + y for x, y in rows], {p.x: p for p in rows})
    xs, ys = [p.x for p in rows], [p[1] for p in rows]
    print(xs, ys, sorted(rows, key=lambda p: -p.x)[0], rows.index(Point(1, 1)), Point(9, 9) in rows)
    rows.sort(reverse=True)
    print(rows)


def t5():
    p = Point(1, 2)
    try:
        p.x = 3
    except AttributeError as e:
        print(e)


def t6():
    def f(a, b): return a - b
    p = Point(5, 3)
    print(f(*p))


def t7():
    p = Point(x=1, y=2)
    for v in p: print(v)
    print([v * 2 for v in p], list(map(str, p)), list(enumerate(p)), list(zip(p, "ab")), any(p), all(p), min(p), set(p), p[::-1])
    print(str(p) + "!", repr(p), f"{p!r:>20}", "%s and %s" % p, "%s" % (p,))


def t8():
    best = None
    for c in [Point(3, 4), Point(1, 2)]:
        if best is None or c < best:
            best = c
    print(best)


def t9():
    it = iter(Point(1, 2))
    print(next(it), next(it))
    first, *rest = Point(1, 2)
    print(first, rest)


def t10():
    d = {Point(0, 0): "o"}
    d[Point(1, 0)] = "e"
    print(d.get(Point(0, 0)), Point(0, 0) in d, sorted(d))


def t11():
    E = Point
    print(E(1, 2), Point.__name__, Point._fields, E is Point, Point._field_defaults)


def t12():
    try:
        Point._make([1, 2, 3])
    except TypeError as e:
        print(e)
    print(Point._make((4, 5)))


def t13():
    s = Sub(1, 2)
    print(s, s.more(), s.extra, s == (1, 2), s._replace(x=5), SUB, SUB.more())
    a, b = SUB
    print(a, b, isinstance(SUB, Point), isinstance(SUB, tuple))
    print(Empty(), Empty() == (), len(Empty()), Renamed(1, 2, 3), Renamed._fields)
    p = Point(1, 2)
    try:
        p.z = 3
    except AttributeError as e:
        print(e)


def main():
    t1()
    t2()
    t3()
    t4()
    t5()
    t6()
    t7()
    t8()
    t9()
    t10()
    t11()
    t12()
    t13()


if __name__ == "__main__":
    main()
