"""Enumerations whose members are ints or texts as well: arithmetic, order, indexes, keys, formats."""

from enum import Enum, IntEnum, StrEnum, auto


class Color(IntEnum):
    RED = 1
    GREEN = 2
    BLUE = 5
    @property
    def pretty(self):
        return self.name.title()


class Op(StrEnum):
    ADD = auto()
    SUB = "minus"


class Old(str, Enum):
    A = "a"
    B = "b"


class Num(int, Enum):
    ONE = 1
    TWO = 2
    def __str__(self):
        return f"<{self.value}>"
NAMES = ["zero", "one", "two", "three", "four", "five"]
PRICES = {Color.RED: 10, Color.BLUE: 20}


def t1():
    c = Color.RED
    print(c, repr(c), c.name, c.value, c + 1, 1 + c, c * 2.5, -c, c == 1, 1 == c, c < Color.BLUE, c != 2, c is Color.RED, c.pretty)


def t2():
    for c in Color:
        print(c, NAMES[c], f"{c}", f"{c:03d}", "%d" % c, str(c), hash(c) == hash(c.value), int(c), float(c), bool(c), isinstance(c, int), isinstance(c, Color))


def t3():
    print(Color(5), Color["GREEN"], Color(2) is Color.GREEN, len(Color), list(Color), max(Color), sorted(Color, reverse=True))
    try:
        Color(7)
    except ValueError as e:
        print(e)


def t4():
    print(Op.ADD, repr(Op.SUB), Op.SUB.value, Op.ADD == "add", "minus" == Op.SUB, Op.ADD + "!", len(Op.SUB), Op.SUB.upper(), Op("minus") is Op.SUB, f"{Op.ADD:>6}", Op.ADD in "xaddy", Op.ADD < "b")
    d = {Op.ADD: 1, Op.SUB: 2}
    print(d[Op.ADD], d, [o.value for o in Op])


def t5():
    print(Old.A, repr(Old.A), Old.A == "a", f"{Old.A}", str(Old.B), Old.A + "x", Old("b").name)
    print(Num.ONE, repr(Num.TWO), f"{Num.ONE}", Num.ONE + Num.TWO, [Num.ONE, Num.TWO])


def t6():
    print(PRICES[Color.RED], PRICES, Color.GREEN in PRICES, {Color.RED, Color.RED, Color.GREEN} == {Color.GREEN, Color.RED})
    x = [0] * 6
    x[Color.BLUE] = 7
    x[Color.RED] += 1
    print(x, x[Color.RED:Color.BLUE], range(Color.BLUE), list(range(Color.RED, Color.BLUE)), "ab" * Color.GREEN, "abc"[Color.RED], divmod(Color.BLUE, Color.GREEN), abs(Color.RED), pow(Color.GREEN, 3), Color.BLUE.bit_length(), round(Color.RED), hex(Color.BLUE))


def t7():
    c = Color.GREEN
    match c:
        case Color.RED: print("r")
        case Color.GREEN: print("g")
    n = 0
    for k in [Color.RED, Color.BLUE]:
        n |= 1 << k
    print(n, ~c, c & 3, c | 8, c ^ 1, c << 2, c // 2, c / 4, c ** 2, c % 2, not c)
    if c: print("truthy")


def t8():
    level = max(Color.RED, Color.GREEN)
    print(level, repr(level), [Color.BLUE, Color.RED].index(Color.RED))


def t9():
    m = None
    for c in Color:
        if m is None or c > m:
            m = c
    print(repr(m), m == 5)
    print(Color.RED.__class__.__name__)


def t10():
    print(math_like(Color.GREEN), "x".rjust(Color.BLUE), [1, 2, 3].pop(Color.RED), repr(Color.RED)[0:Color.GREEN])


def math_like(c):
    import math
    return math.sqrt(c) + c


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


if __name__ == "__main__":
    main()
