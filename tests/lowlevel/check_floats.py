"""floats.py against Python's float."""

import math
import operator

from emulation import INTERESTING_FLOATS, INTERESTING_INTS, same, seeded, some_float, some_int

import floats
import ll

rng = seeded(2)
pairs = [(a, b) for a in INTERESTING_FLOATS for b in INTERESTING_FLOATS]
pairs += [(some_float(rng), some_float(rng)) for _ in range(5000)]


def power(a, b):
    try:
        return math.pow(a, b) if a < 0 else a ** b
    except ValueError:
        if a == 0:
            raise ZeroDivisionError("0.0 cannot be raised to a negative power") from None
        raise ValueError("negative number cannot be raised to a fractional power") from None
    except OverflowError:
        raise OverflowError(34, "Numerical result out of range") from None


def divmod_both(a, b):
    return floats.ll_divmod_quotient(a, b), floats.ll_mod(a, b)


for a, b in pairs:
    same(floats.ll_truediv, operator.truediv, a, b)
    same(floats.ll_floordiv, operator.floordiv, a, b)
    same(floats.ll_mod, operator.mod, a, b)
    same(floats.ll_pow, power, a, b)
    same(divmod_both, divmod, a, b)

comparisons = {"eq": operator.eq, "ne": operator.ne, "lt": operator.lt, "le": operator.le, "gt": operator.gt,
               "ge": operator.ge}
ints = INTERESTING_INTS + [some_int(rng) for _ in range(500)]
for i in ints:
    near = [float(i), math.nextafter(float(i), math.inf), math.nextafter(float(i), -math.inf)]
    for f in near + INTERESTING_FLOATS:
        for name, compare in comparisons.items():
            same(getattr(floats, "ll_int_" + name), compare, i, f)


def to_int(x):
    result = int(x)
    if not -(1 << 63) <= result < 1 << 63:
        raise OverflowError("float too large to convert to a 64-bit integer")
    return result


for x in [pair[0] for pair in pairs[::3]]:
    same(floats.ll_to_int, to_int, x)
    same(floats.ll_round, lambda x: to_int(float(round(x))), x)
    same(floats.ll_hex, float.hex, x)
    same(floats.ll_is_integer, float.is_integer, x)
    same(floats.ll_is_finite, math.isfinite, x)
    if x == x:
        same(floats.ll_hash, hash, x)
    for digits in (-400, -309, -308, -300, -5, -1, 0, 1, 2, 5, 17, 300, 323, 324, 400):
        same(floats.ll_round_digits, round, x, digits)
