"""match: what is captured when, what is read how often, and what counts as a sequence or a mapping."""

from collections import deque, defaultdict, Counter
from collections.abc import Sequence
import math


class Lazy:

    def __init__(self, n):
        if n:
            self.n = n


class P:

    @property
    def v(self):
        print("v read")
        return self.q

    def __init__(self, n):
        if n > 0:
            self.q = n


class K:
    ONE = 1


class T:
    __match_args__ = ("a", "b")

    def __init__(self):
        self.a, self.b = (1, 2)


def lazy(x):
    match x:
        case Lazy(n=k):
            return k
        case Lazy():
            return -1


def prop(x):
    match x:
        case P(v=k):
            return k
        case _:
            return 0


def cap(x):
    y = 3
    match x:
        case [y, 1]:
            pass
        case [0 | 5 as y, z] if z:
            return str(z)
        case [_, z]:
            y = z + 1
    return str(y)


def dq(x):
    match x:
        case [a, *rest]:
            return f"{a} {rest}"
        case _:
            return "no"


def mp(x):
    match x:
        case {"a": v, **rest}:
            return f"{v} {rest}"
        case _:
            return "no"


def gen(xs):
    for x in xs:
        match x:
            case [n, "even"] if n % 2 == 0:
                yield n
            case [n, _]:
                got = (yield (-n))
                if got:
                    print("got", got)


def loop(xs):
    total = 0
    while xs:
        match xs:
            case [0, *xs]:
                continue
            case [99, *_]:
                break
            case [n, *xs]:
                total += n
    return total


def dotted(n):
    match n:
        case K.ONE:
            return "one"
        case math.pi:
            return "pi"
        case -2.5:
            return "m"
        case _:
            return "no"


def fl(x):
    match x:
        case True:
            return "t"
        case None:
            return "n"
        case 1:
            return "1"
        case _:
            return "?"


def bare(x):
    match x:
        case T(1, b=3):
            return "no"
        case T(a, b=b):
            return f"{a}{b}"


def too(x):
    match x:
        case T(1, 2, 3):
            return 1
    return 0


def try_(xs):
    try:
        match xs:
            case [a, b]:
                return a // b
            case _:
                raise KeyError("k")
    except ZeroDivisionError:
        return -7
    finally:
        print("fin")


def closure(x):
    match x:
        case [a, *b]:
            return lambda: (a, b)
    return lambda: (0, [1])


class Seq(Sequence):

    def __len__(self):
        return 2

    def __getitem__(self, i):
        if i > 1:
            raise IndexError
        return i + 7


def kind(x):
    match x:
        case [a, b]:
            return a + b
        case _:
            return -1


def st(s):
    match s:
        case ["a", *_]:
            return 1
        case "abc":
            return 2
        case str() as t if len(t) > 3:
            return 3
        case _:
            return 4
G = 0


def glob():
    global G
    match [1, 5]:
        case [_, G]:
            pass


def main():
    print(lazy(Lazy(0)), lazy(Lazy(4)), prop(P(3)), prop(P(0)))
    print(cap([7, 1]), cap([5, 2]), cap([6, 2]), cap([1]))
    print(dq([1, 2]), dq((1, 2)), dq(deque([3, 4])), dq(range(3)), dq([0]))
    print(mp({"a": 1, "b": 2}), mp({"b": 1}))
    d = defaultdict(int)
    d["a"] += 4
    d["z"] = 1
    print(len(d))
    print(list(gen([(2, "even"), (3, "even"), (4, "odd")])))
    print(loop([0, 1, 2, 0, 4]), loop([1, 99, 3]))
    print(dotted(1), dotted(2), dotted(3.5), dotted(math.pi))
    print(fl(True), fl(None), fl(1), fl(2))
    print(bare(T()))
    print(st("abc"), st("a"), st("long one"))
    glob()
    print(G)
    print(try_([1, 0]), try_([4, 2]))
    print(closure([1, 2])(), closure([])())
    print(kind(Seq()))
    try:
        print(too(T()))
    except TypeError as e:
        print(e)
    match [1, 2]:
        case [m, n]:
            print(m, n)
    print(m, n)


if __name__ == "__main__":
    main()
