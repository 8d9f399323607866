"""Floats as text and back, rounded, hashed, and raised to powers: as CPython does it."""

import math
from fractions import Fraction

from leaves import FEWER, check, encoded, finish, leaves, random, random_doubles, random_text

SIGN, POINT_ZERO, ALTERNATE = 1, 2, 4


def text(name, *operands):
    return leaves.text(name, *operands).decode()


for x in random_doubles(200_000):
    check(text("float_repr", x), repr(x), "repr", x)
    if not math.isnan(x):
        check(leaves.float_hash(x), hash(x), "hash", x)
check(leaves.float_hash(math.nan), 0, "hash of nan")
check(text("float_format", 1e16, ord("r"), 0, 0), "1e+16", "r")
check(text("float_format", 3.0, ord("r"), 0, 0), "3", "r without .0")

for x in random_doubles(120_000):
    code = random.choice("eEfFgG")
    precision = random.choice([0, 1, 2, 3, 6, 9, 12, 15, 17, 20, random.randrange(400), 1200])
    flags = random.choice([0, SIGN, ALTERNATE, SIGN | ALTERNATE])
    form = "%" + ("+" if flags & SIGN else "") + ("#" if flags & ALTERNATE else "") + f".{precision}{code}"
    check(text("float_format", x, ord(code), precision, flags), form % x, form, x)
for x in random_doubles(20_000):
    precision = random.randrange(1, 20)  # format(x, ".3") is g with POINT_ZERO
    check(text("float_format", x, ord("g"), precision, POINT_ZERO), format(x, f".{precision}"), precision, x)
check(len(text("float_format", -1.5, ord("f"), 100_000, 0)), 100_003, "many digits")

# ---- Parsing


def parsed(s):
    data = encoded(s)
    got = leaves.float_parse(b"7" + data + b"7", 1, 1 + len(data))  # only the part may be seen
    status = leaves.status()
    try:
        wanted = float(s), 0
    except ValueError:
        wanted = None, 1
    check((None if status else got, status), wanted, "float", s)


GOOD = """0 -0 1 1. .5 -.5e3 1e5 1E+05 1e-5 1_000.000_1 1_0e1_0 inf -inf +Infinity INFINITY nan -nan NaN 1e400 1e-400
    -1e400 2.4703282292062327208e-324 2.4703282292062328e-324 4.9406564584124654e-324 2.2250738585072011e-308
    1.7976931348623158e308 1.7976931348623159e308 9007199254740993 9007199254740992.99999 0.1e1 00001.5 1e00000000001
    0e99999999999999999999 1e99999999999999999999 1e-99999999999999999999 ٣.١٤ １２ -१e१""".split()
BAD = """x - + . e5 .e5 1e 1e+ 1.e 1__0 _1 1_ 1_.0 1._0 1_e5 1e_5 1e5_ in infinit nanx 0x10 1,5 1.5.5 ١_ ½ 1e5.5 --1 +-1
    1\0 infinity_ i_nf 1\x1f""".split(" ")
for s in [*GOOD, *BAD, "", " ", "1 2", "\0", "- 1", " 1.5", "1.5\n", "\t1.5\x0c\v", "\x1c1", "1\x1f", "\xa01.5\u3000", "\xa0\x1c1"]:
    parsed(s)
for x in random_doubles(60_000):
    parsed(repr(x))
    parsed("%.*e" % (random.randrange(0, 40), x))
for _ in range(60_000 // FEWER):
    parsed("".join(random.choices("0123456789.e+-_ 5", k=random.randrange(1, 14))))
    digits = "".join(random.choices("0123456789", k=random.randrange(1, 60)))
    parsed(f"{digits}e{random.randrange(-360, 330)}")
for _ in range(300 // FEWER):  # the middle between two neighbours, and a hair off it
    x = math.ldexp(random.randrange(2**52, 2**53), random.randrange(-1074, 900))
    if 0 < x < 1e300:
        middle = (Fraction(x) + Fraction(math.nextafter(x, math.inf))) / 2
        scale = max(0, middle.denominator.bit_length() - 1)
        digits = str(middle.numerator * 5**scale)
        for s in (f"{digits}e-{scale}", f"{digits}{'0' * 900}1e-{scale + 901}", f"{digits[:-1]}4{'9' * 900}e-{scale + 900}"):
            parsed(s)
for _ in range(20_000 // FEWER):
    parsed(random_text(8))

# ---- Rounding and powers


def guarded(operation, *arguments):
    try:
        return operation(*arguments), 0
    except OverflowError:
        return None, 2
    except ZeroDivisionError:
        return None, 3


def result(x):
    status = leaves.status()
    return (None, status) if status else (x, 0)


for x in random_doubles(120_000):
    if not math.isfinite(x):
        continue
    for places in (random.randrange(-20, 25), random.randrange(-400, 400), random.randrange(0, 4)):
        check(result(leaves.float_round(x, places)), guarded(round, x, places), "round", x, places)
    for function in ("floor", "ceil", "trunc"):
        check(leaves.__dict__[f"float_{function}"](x), math.copysign(float(getattr(math, function)(x)), x), function, x)
    check(leaves.float_rint(x), math.copysign(float(round(x)), x), "rint", x)
for whole in range(-300, 300):
    for places in (-1, -2, -3, 0, 1):
        check(result(leaves.float_round(whole * 5.0, places)), guarded(round, whole * 5.0, places), "round", whole * 5.0, places)
    check(result(leaves.float_round(whole / 8, 2)), guarded(round, whole / 8, 2), "round", whole / 8, 2)

ODD = [0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0, 0.5, -0.5, 1e308, -1e308, 5e-324, math.inf, -math.inf, math.nan, 1e17]
pairs = [(x, y) for x in ODD for y in ODD]
pairs += [(x, random.choice([2.0, 0.5, -1.0, random.gauss(0, 50)])) for x in random_doubles(60_000)]
for x, y in pairs:
    is_complex = x < 0 and math.isfinite(x) and math.isfinite(y) and y % 1 != 0
    wanted, status = (None, 1) if is_complex else guarded(pow, x, y)
    check(result(leaves.float_pow(x, y)), (wanted, status), "pow", x, y)
    if y:
        check(leaves.float_fmod(x, y), math.fmod(x, y) if not math.isinf(x) else math.nan, "fmod", x, y)
finish()
