"""match: class patterns, nested patterns, and patterns that raise."""

import sys
from enum import Enum
from dataclasses import dataclass, field
from typing import Optional, Union


class Op(Enum):
    ADD = "+"
    SUB = "-"


class Base:

    def __eq__(self, o):
        print("eq")
        return True

    def __hash__(self):
        return 1


@dataclass
class Leaf:
    v: int


@dataclass
class Tree:
    left: "Optional[Tree]"
    leaf: Leaf
    tags: list = field(default_factory=list)


class Shape:
    pass


@dataclass
class Sq(Shape):
    side: float


@dataclass
class Rect(Shape):
    w: float
    h: float


@dataclass(kw_only=True)
class Pt3(Shape):
    x: int


class Sub(Rect):
    pass


def area(s):
    match s:
        case Sq(side=s2):
            return s2 * s2
        case Sub(w, h):
            return -w * h
        case Rect(w, h):
            return w * h
        case Pt3(x=x):
            return float(x)
        case _:
            raise TypeError(f"bad {s}")


def tree(t):
    match t:
        case None:
            return 0
        case Tree(None, Leaf(v)):
            return v
        case Tree(left=Tree() as l, leaf=Leaf(v=v), tags=[]):
            return tree(l) + v
        case Tree(tags=[t0, *_]):
            return len(t0)
        case _:
            return -1


def ops(tokens):
    stack = []
    for t in tokens:
        match t:
            case [Op.ADD, a, b]:
                stack.append(a + b)
            case [Op.SUB, a, b]:
                stack.append(a - b)
    return stack


def nested(d):
    match d:
        case {"pos": [x, y], **rest} if x == y:
            return f"diag {x} {rest}"
        case {"pos": [x, *_]}:
            return f"x {x}"
        case {"neg": [x]} | {"minus": [x, _]}:
            return f"neg {x}"
        case _:
            return "none"


def nestedl(l):
    match l:
        case [[a, b], [c, *d]]:
            return a + b + c + sum(d)
        case [[a]] | [[], [a]] | [[_, _, a]]:
            return a
        case []:
            return 0
        case _:
            return -9


def strs(x):
    match x:
        case "a" | "b" as l:
            return l + "!"
        case str(s) if s.isdigit():
            return int(s)
    return 0


def dup(x):
    match x:
        case Rect(1, w=2):
            return 1
    return 0


class Slots:
    __slots__ = ("a",)

    def __init__(self):
        self.a = 3


class Inherit(Slots):
    __match_args__ = ("a",)


def cls(t):
    match t:
        case int():
            return 1
    return 2


def num(x):
    match x:
        case int(n) | float(n):
            return n * 2
        case None:
            return None


def deep():
    for i in range(4):
        match i:
            case 0:
                continue
            case 1:
                pass
            case 2 if i > 5:
                print("no")
            case k:
                print("k", k)
                if k == 3:
                    break
    else:
        print("never")


def raising(x):
    match x.boom:
        case 1:
            pass


class Boom:

    @property
    def boom(self):
        raise AttributeError("inside")


def uncaught(b):
    match b:
        case Boom(boom=1):
            return 1
        case _:
            return 2


class Weird:

    @property
    def w(self):
        raise ValueError("weird")


def weird(b):
    try:
        match b:
            case Weird(w=1):
                return 1
    except ValueError as e:
        print("VE", e)
    return 0


def main():
    for s in [Sq(2.0), Rect(2.0, 3.0), Sub(1.0, 2.0), Pt3(x=4)]:
        print(area(s))
    try:
        area(Shape())
    except TypeError as e:
        print(str(e)[:5])
    t = Tree(None, Leaf(1))
    print(tree(t), tree(Tree(t, Leaf(5))), tree(Tree(t, Leaf(5), ["abc"])), tree(None))
    print(ops([(Op.ADD, 1, 2), (Op.SUB, 5, 2)]))
    print(nested({"pos": [1, 1], "z": [2]}), nested({"pos": [1, 2]}), nested({"neg": [4]}))
    print(nested({"minus": [5, 6]}), nested({"minus": [6]}))
    print(nestedl([[1, 2], [3, 4, 5]]), nestedl([[7]]), nestedl([[], [8]]), nestedl([[1, 2, 3]]))
    print(nestedl([]), nestedl([[], []]))
    match Inherit():
        case Inherit(a):
            print("a", a)
    try:
        dup(Rect(1, 2))
    except TypeError as e:
        print(e)
    print(cls(3), cls("s"), num(3), num(2.5), num(None))
    for v in [1, 2.5, None]:
        print(num(v))
    deep()
    print(uncaught(Boom()), weird(Weird()))
    match Base():
        case 3:
            print("three")
    match sys.argv[1:]:
        case []:
            print("no args")
        case [a]:
            print(a)
        case [a, b, *_]:
            print(a, b)
    match (len(sys.argv), "x"):
        case [1, "y"]:
            print("n")
        case [1, "x"]:
            print("one x")
    match {"a": 1}:
        case {"a": int(a)}:
            print(a)
    try:
        raising(Boom())
    except AttributeError as e:
        print(e)
    match [1, 2, 3]:
        case [1, *mid, 3]:
            print(mid)
    match (1, 2, 3):
        case [1, *mid, 3]:
            print(mid)
    match (1, "a", 2.5):
        case [int() as i, str(s), float(f)]:
            print(i, s, f)
    match range(3):
        case [0, *xs]:
            print(xs)


if __name__ == "__main__":
    main()
