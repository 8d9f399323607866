"""match: every kind of pattern."""

from dataclasses import dataclass
from enum import Enum


class Color(Enum):
    RED = 1
    GREEN = 2


@dataclass
class Point:
    x: int
    y: int


@dataclass
class Circle:
    center: Point
    radius: float


class Expr:
    pass


class Num(Expr):
    __match_args__ = ("value",)

    def __init__(self, value):
        self.value = value


class Add(Expr):
    __match_args__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right


class Neg(Expr):

    def __init__(self, operand):
        self.operand = operand


def evaluate(e):
    match e:
        case Num(value):
            return value
        case Add(Num(0), right):
            return evaluate(right)
        case Add(left, right):
            return evaluate(left) + evaluate(right)
        case Neg(operand=Neg(operand=inner)):
            return evaluate(inner)
        case Neg(operand=o):
            return -evaluate(o)
    raise ValueError("what")


def number(n):
    match n:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1:
            return "minus"
        case k if k > 100:
            return f"large {k}"
        case _:
            return "other"


def word(command):
    match command.split():
        case ["go", "north" | "south" as where]:
            return "going " + where
        case ["go", where]:
            return "cannot go " + where
        case ["take", *things] if things:
            return "take " + ",".join(things)
        case [first, *_, last]:
            return first + ".." + last
        case [single]:
            return "only " + single
        case []:
            return "nothing"


def color(c):
    match c:
        case Color.RED:
            return "r"
        case Color.GREEN:
            return "g"


def point(p):
    match p:
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"on y at {y}"
        case Point(x, 0) | Point(0, x):
            return f"on x at {x}"
        case Point() as q:
            return f"at {q}"


def config(d):
    match d:
        case {"a": a, "b": b, **rest}:
            return f"{a} {b} {rest}"
        case {"a": 1}:
            return "one"
        case {}:
            return f"some {len(d)}"


def optional(s):
    match s:
        case None:
            return "none"
        case "":
            return "empty"
        case str(t):
            return t.upper()


def pair(a, b):
    match (a, b):
        case [0, _]:
            return "first zero"
        case [_, 0]:
            return "second zero"
        case [x, y] if x == y:
            return "same"
        case [x, y]:
            return f"{x} {y}"


def kinds(x):
    match x:
        case bool():
            return "bool"
        case int(n):
            return f"int {n}"
        case float(f):
            return f"float {f}"
        case str():
            return "str"
        case [a, b]:
            return f"two {a} {b}"
        case [a, b, c]:
            return f"three {a} {b} {c}"
        case {"k": v}:
            return f"k {v}"
        case _:
            return "else"


def main():
    print(evaluate(Add(Num(1), Add(Num(0), Neg(Neg(Num(4)))))), evaluate(Neg(Num(3))))
    for n in [0, 2, -1, 101, 50]:
        print(number(n))
    for w in ["go north", "go west", "take a b", "a b c", "x", "", "take"]:
        print(word(w))
    print(color(Color.RED), color(Color.GREEN))
    for p in [Point(0, 0), Point(0, 2), Point(3, 0), Point(4, 5)]:
        print(point(p))
    for d in [{"a": 1, "b": 2, "c": 3}, {"a": 1}, {"a": 2}, {}]:
        print(config(d))
    for s in [None, "", "abc"]:
        print(optional(s))
    print(pair(0, 1), pair(1, 0), pair(2, 2), pair(3, 4))
    print(kinds(True), kinds(3), kinds(2.5), kinds("s"), kinds([1, 2]), kinds({"k": 1}))
    print(kinds((1, 2, 3)), kinds((1, 2)), kinds(None))
    print(kinds(b"ab"), kinds("ab"), kinds([1, 2, 3]), kinds(range(2)))
    for m in [1, 2.5, True, None]:
        print(kinds(m))


if __name__ == "__main__":
    main()
