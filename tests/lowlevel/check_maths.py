"""maths.py against module math."""

import math

from emulation import in_64_bits, ll, same, seeded, some_float, some_int

import lists
import maths

LIST = ll.GcStruct("list_Float", ("length", ll.Signed), ("items", ll.Ptr(ll.GcArray(ll.Float))))
rng = seeded(3)


def to_list(values):
    lst = lists.ll_new(LIST, 0)
    for value in values:
        lists.ll_append(lst, value)
    return lst


SMALL = [0.0, -0.0, 1.0, -1.0, 0.5, -2.0, -2.5, 100.0, 700.0, -700.0, 1000.0, 1e300, math.inf, -math.inf, math.nan, 171.0, 5e-324]
ONE = ("sqrt cbrt exp exp2 expm1 log log2 log10 log1p sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh degrees "
       "radians erf erfc gamma lgamma fabs modf frexp isnan isinf isfinite ulp").split()
for name in ONE:
    for x in SMALL + [some_float(rng) for _ in range(300)] + [rng.uniform(-3, 3) for _ in range(300)]:
        same(getattr(maths, "ll_" + name), getattr(math, name), x)
for name in ("floor", "ceil", "trunc"):
    for x in SMALL + [some_float(rng) for _ in range(1000)]:
        if not math.isfinite(x) or abs(x) < 2.0 ** 63:
            same(getattr(maths, "ll_" + name), getattr(math, name), x)
for name in "atan2 pow fmod remainder hypot copysign nextafter".split():
    for _ in range(1500):
        same(getattr(maths, "ll_" + name), getattr(math, name), some_float(rng), some_float(rng))
    for x in SMALL:
        for y in SMALL:
            same(getattr(maths, "ll_" + name), getattr(math, name), x, y)
for _ in range(2000):
    same(maths.ll_log_base, math.log, some_float(rng), rng.choice([2.0, 10.0, 1.0, 0.0, -1.0, some_float(rng)]))
    same(maths.ll_ldexp, math.ldexp, some_float(rng), rng.choice([0, 1, -1, 1000, -1000, 3000, 1 << 40, -(1 << 40)]))
    same(maths.ll_hypot3, math.hypot, some_float(rng), some_float(rng), some_float(rng))
    a = some_float(rng)
    b = rng.choice([a, a * (1 + 1e-9), a + 1e-12, some_float(rng)])
    tolerances = rng.choice([(1e-9, 0.0), (0.0, 1e-11), (-1.0, 0.0), (0.5, 0.5), (0.0, 0.0)])
    same(maths.ll_isclose, lambda a, b, r, t: math.isclose(a, b, rel_tol=r, abs_tol=t), a, b, *tolerances)

for _ in range(3000):
    count = rng.choice([0, 1, 2, 3, 10, 60])
    values = [some_float(rng) for _ in range(count)]
    if rng.random() < 0.7:
        values = [x for x in values if math.isfinite(x)]
        values += [-x for x in values if rng.random() < 0.5]
    same(lambda v: maths.ll_fsum(to_list(v)), math.fsum, values)
    other = [some_float(rng) for _ in range(rng.choice([len(values), len(values), 2]))]
    same(lambda p, q: maths.ll_dist(to_list(p), to_list(q)), math.dist, values, other)
same(lambda v: maths.ll_fsum(to_list(v)), math.fsum, [2.0 ** k for k in range(-1000, 1000, 53)])
same(lambda v: maths.ll_fsum(to_list(v)), math.fsum, [1e308, 1e308, -1e308])

for _ in range(4000):
    a, b = some_int(rng), some_int(rng)
    same(maths.ll_gcd, in_64_bits(math.gcd), a, b)
    if rng.random() < 0.5:
        a, b = a >> 33, b >> 33
    same(maths.ll_lcm, in_64_bits(math.lcm), a, b)
    same(maths.ll_isqrt, math.isqrt, a)
    root = rng.randrange(3037000500)
    for n in (root * root - 1, root * root, root * root + 1):
        same(maths.ll_isqrt, math.isqrt, n)
for n in range(-2, 70):
    same(maths.ll_factorial, in_64_bits(math.factorial), n)
    for k in range(-2, 72):
        same(maths.ll_comb, in_64_bits(math.comb), n, k)
        same(maths.ll_perm, in_64_bits(math.perm), n, k)
