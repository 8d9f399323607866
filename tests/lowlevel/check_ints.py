"""ints.py against Python's int."""

import operator

from emulation import INTERESTING_INTS, in_64_bits, ll, same, seeded, some_int

import ints

rng = seeded(1)
pairs = [(a, b) for a in INTERESTING_INTS for b in INTERESTING_INTS[::2]]
pairs += [(some_int(rng), some_int(rng)) for _ in range(3000)]


def wrapped(function):
    return lambda a, b: ll._wrap(function(a, b))


for a, b in pairs:
    same(ints.ll_floordiv, in_64_bits(operator.floordiv), a, b)
    same(ints.ll_floordiv_wrap, wrapped(operator.floordiv), a, b)
    same(ints.ll_mod, operator.mod, a, b)
    same(ints.ll_truediv, operator.truediv, a, b)

for a in [pair[0] for pair in pairs[::20]]:
    same(ints.ll_neg, in_64_bits(operator.neg), a)
    same(ints.ll_abs, in_64_bits(abs), a)
    same(ints.ll_abs_wrap, lambda a: ll._wrap(abs(a)), a)
    same(ints.ll_hash, hash, a)
    same(ints.ll_bit_length, int.bit_length, a)
    same(ints.ll_bit_count, int.bit_count, a)
    same(ints.ll_hex, hex, a)
    same(ints.ll_oct, oct, a)
    same(ints.ll_bin, bin, a)
    for digits in range(-22, 3):
        same(ints.ll_round, in_64_bits(round), a, digits)
    for count in (-1, 0, 1, 2, 5, 31, 32, 61, 62, 63, 64, 65):
        same(ints.ll_lshift, in_64_bits(operator.lshift), a, count)
        same(ints.ll_lshift_wrap, wrapped(operator.lshift), a, count)
        same(ints.ll_rshift, operator.rshift, a, count)
same(ints.ll_rshift, operator.rshift, -5, 1 << 62)

for base in list(range(-20, 21)) + INTERESTING_INTS[::3]:
    for exponent in list(range(0, 70)):
        same(ints.ll_pow, in_64_bits(operator.pow), base, exponent)
        same(ints.ll_pow_wrap, wrapped(operator.pow), base, exponent)
    for exponent in (-1, -2, -3, -40, -1100):
        same(ints.ll_pow_float, operator.pow, base, exponent)
for exponent in (-1, -9):
    for power in (ints.ll_pow, ints.ll_pow_wrap):
        try:
            power(2, exponent)
        except ValueError as error:
            assert "negative power" in str(error)
        else:
            raise SystemExit("2 ** -1 as int must raise")

for _ in range(1500):
    size = rng.choice([4, 8, 31, 33, 62, 63])
    a, n, m = [rng.getrandbits(size) - (rng.getrandbits(size) if rng.random() < 0.5 else 0) for _ in range(3)]
    same(ints.ll_pow_mod, pow, a, n, m)
for m in (0, 1, -1, 2, -(1 << 63), (1 << 63) - 1):
    for n in (-3, -1, 0, 1, 2, 77):
        for a in (-5, -1, 0, 1, 2, 3, 1 << 62, -(1 << 63)):
            same(ints.ll_pow_mod, pow, a, n, m)
