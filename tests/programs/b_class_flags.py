"""Flags: sets of bits with names, and those that are ints as well."""

from enum import STRICT, Flag, IntFlag, auto


class Perm(Flag, boundary=STRICT):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    def short(self):
        return "".join(m.name[0].lower() for m in self)


class I(IntFlag):
    A = 1
    B = 2
    C = 8
DEFAULT = Perm.R | Perm.X


def t1():
    p = Perm.R | Perm.W
    print(p, repr(p), p.name, p.value, p == Perm.RW, p is Perm.RW, Perm.R in p, Perm.X in p, bool(p & Perm.X), ~p, repr(~Perm.R), p ^ Perm.R)


def t2():
    print(DEFAULT, repr(DEFAULT), DEFAULT.short(), Perm(0), repr(Perm(0)), Perm(7), repr(Perm(5)), len(DEFAULT), list(Perm), [m.name for m in Perm], list(DEFAULT), Perm["RW"], Perm.RW.name)
    try:
        Perm(8)
    except ValueError as e:
        print(e)


def t3():
    x = I.A | I.C
    print(x, repr(x), x | 16, repr(x | 16), x + 1, x == 9, 9 == x, repr(I.A | 4), repr(~I.A), ~I.B, x & 1, repr(x & 1), I.B < 3, hash(x) == hash(9), f"{x:04b}", isinstance(x, int), x & I.B, bool(x & I.B))
    print(repr(8 | I.A), repr(I(16)), repr(I(0)), I(3), repr(I(3)), I.A in x, I.B in x, [repr(i) for i in x])


def t4():
    d = {Perm.R: "r", Perm.W: "w"}
    print(d[Perm.R], Perm.X in d, d)
    p = Perm(0)
    for m in Perm:
        p |= m
        print(p, m in p)
    p &= ~Perm.W
    print(p, p.short())
    if p & Perm.R:
        print("readable")
    if not p & Perm.W:
        print("not writable")


def t5():
    match Perm.W:
        case Perm.R: print("r")
        case Perm.W: print("w")
    print(type(Perm.R).__name__, Perm.R.__class__ is Perm, {Perm.R, Perm.R} == {Perm.R}, Perm.R != Perm.W, isinstance(DEFAULT, Perm))


def main():
    t1()
    t2()
    t3()
    t4()
    t5()


if __name__ == "__main__":
    main()
