"""tagged.py against Python's operators on None, bool, int and float."""

import math
import operator

from emulation import INTERESTING_FLOATS, INTERESTING_INTS, MAX, MIN, ll, outcome, same, seeded, some_float, some_int

import tagged

rng = seeded(4)
values = [None, True, False, *INTERESTING_INTS[::4], *INTERESTING_FLOATS]
values += [some_int(rng) for _ in range(15)] + [some_float(rng) for _ in range(15)]
values += [float(i) for i in INTERESTING_INTS[::9]]


def within(function):
    """Python's result, where Sapwood gives it too."""
    def checked(*arguments):
        result = function(*arguments)
        if isinstance(result, complex):
            raise ValueError("negative number cannot be raised to a fractional power")
        if type(result) is int and not MIN <= result <= MAX:
            raise OverflowError("integer overflow")
        return result
    return checked


binary = {"add": operator.add, "sub": operator.sub, "mul": operator.mul, "truediv": operator.truediv,
          "floordiv": operator.floordiv, "mod": operator.mod, "and": operator.and_, "or": operator.or_,
          "xor": operator.xor, "eq": operator.eq, "lt": operator.lt, "le": operator.le, "gt": operator.gt,
          "ge": operator.ge}
for a in values:
    for b in values:
        for name, function in binary.items():
            same(getattr(tagged, "ll_" + name), within(function), a, b)
        same(tagged.ll_divmod_first, within(lambda a, b: divmod(a, b)[0]), a, b)
        same(tagged.ll_eq_or_same, lambda a, b: a == b or a is b or (a != a and b != b), a, b)
    for b in (-1, 0, 1, 2, 3, 0.5, -2.5, True, None):
        if outcome(pow, a, b)[1] != "complex exponentiation":
            same(tagged.ll_pow, within(pow), a, b)
        if type(b) is not int or type(a) is not int or abs(a) < 1 << 60:
            same(tagged.ll_lshift, within(operator.lshift), a, b)
        same(tagged.ll_rshift, within(operator.rshift), a, b)
    for name, function in {"neg": operator.neg, "pos": operator.pos, "invert": operator.invert, "abs": abs,
                           "is_true": bool}.items():
        same(getattr(tagged, "ll_" + name), within(function), a)
    assert ll.ptr_str(tagged.ll_to_str(a)) == str(a)
    if a is not None and a == a:
        same(tagged.ll_hash, hash, a)
    for digits in (-3, 0, 2):
        same(tagged.ll_round_to, within(round), a, digits)
    if type(a) is not float or not math.isfinite(a) or abs(a) < 2.0 ** 63:
        same(tagged.ll_round, lambda a: int(round(a)), a)
        same(tagged.ll_int, int, a)
    same(tagged.ll_float, float, a)
    same(tagged.ll_to_float, lambda a: math.sqrt(a) if a is None else float(a), a)
    same(tagged.ll_index, lambda a: int(operator.index(a)), a)
