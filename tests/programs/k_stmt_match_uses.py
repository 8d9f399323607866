"""match: in loops and closures, inside other statements, and of constants."""

import typing
from typing import Any
from abc import ABC, abstractmethod


class A(ABC):

    @abstractmethod
    def f(self):
        ...


class B(A):

    def f(self):
        return 1

    def only_b(self):
        return "b"


class C(A):

    def f(self):
        return 2


class Err(Exception):

    def __init__(self, code):
        self.code = code


def h(e):
    match e:
        case Err(code=404):
            return "nf"
        case Err(code=c):
            return f"err {c}"
        case KeyError() | ValueError():
            return "kv"
        case Exception():
            return "exc"


def m(a):
    match a:
        case B():
            return a.only_b()
        case A() as q:
            return str(q.f())


def fib(n):
    match n:
        case 0 | 1:
            return n
        case _:
            return fib(n - 1) + fib(n - 2)


class Stack:

    def __init__(self):
        self.items = []

    def run(self, program):
        for line in program:
            match line.split():
                case ["push", n]:
                    self.items.append(int(n))
                case ["add"]:
                    match self.items:
                        case [*rest, a, b]:
                            self.items = rest + [a + b]
                        case _:
                            raise IndexError("short")
                case ["pop"] if self.items:
                    self.items.pop()
                case [other, *_]:
                    raise ValueError(f"unknown {other!r}")
        return self.items


def shadow(x):
    match x:
        case x:
            pass
    return x


def inner(data):

    def f():
        match data:
            case [a, *_]:
                return a
            case []:
                return None
    return f()


def comp(xs):
    return [y for x in xs if (y := cl(x)) > 0]


def cl(x):
    match x:
        case n if n < 0:
            return 0
        case n:
            return n * 2


def byt(b):
    match b:
        case b"ab":
            return 1
        case bytes():
            return 2


def fl(f):
    match f:
        case 0.0:
            return "zero"
        case float(x) if x != x:
            return "nan"
        case _:
            return "f"


def setm(s):
    match s:
        case set():
            return "set"
        case frozenset():
            return "fs"


def nn(opt):
    match opt:
        case [x, None]:
            return f"a{x}"
        case [None, y]:
            return f"b{y}"
        case [x, y]:
            return f"c{x}{y}"


def gl():
    match typing:
        case _:
            return 1


def main():
    print(h(Err(404)), h(Err(5)), h(KeyError("a")), h(ValueError()), h(TypeError()))
    print(m(B()), m(C()), fib(12))
    print(Stack().run(["push 1", "push 2", "add", "push 4"]))
    try:
        Stack().run(["push 1", "add"])
    except IndexError as e:
        print(e)
    try:
        Stack().run(["boo"])
    except ValueError as e:
        print(e)
    print(shadow(3), inner([1, 2]), inner([]), comp([1, -1, 3]))
    print(byt(b"ab"), byt(b"x"), fl(0.0), fl(float("nan")), fl(2.0), setm({1}), setm(frozenset([1])))
    print(nn([1, None]), nn([None, 2]), nn([3, 4]), gl())
    x = [1, [2, [3, [4]]]] if False else [[1, 2], [3]]
    match x:
        case [[a, b], [c]]:
            print(a, b, c)
    print(a)
    match 5:
        case 5:
            print("five")
        case _:
            print("no")
    match "s":
        case "t":
            print("no")
        case "s" | "u":
            print("s")
    match (yield_ := 3):
        case 3:
            print(yield_)
    match [i * i for i in range(3)]:
        case [0, 1, last]:
            print(last)
    match None:
        case None:
            print("none")
    try:
        match {}["k"]:
            case 1:
                pass
    except KeyError as e:
        print("KE", e)
    try:
        print(unb(2))
    except UnboundLocalError as e:
        print(e)


def unb(n):
    match n:
        case 1:
            r = 1
        case 3:
            r = 4
    return r


if __name__ == "__main__":
    main()
