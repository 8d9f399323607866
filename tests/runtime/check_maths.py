"""Module math: results to the last bit, and which error."""

import math

from leaves import FEWER, check, finish, leaves, random, random_doubles

DOMAIN, RANGE = 1, 2
ONE = """acos acosh asin asinh atan atanh cbrt cos cosh erf erfc exp exp2 expm1 gamma isfinite isinf isnan lgamma log
    log10 log1p log2 sin sinh tan tanh ulp""".split()
WITHOUT_STATUS = "atan cbrt erf erfc isfinite isinf isnan tanh ulp atan2 copysign hypot nextafter".split()
TWO = "atan2 copysign fmod hypot nextafter remainder".split()


def wanted(function, *arguments):
    try:
        return function(*arguments), 0
    except ValueError:
        return None, DOMAIN
    except OverflowError:
        return None, RANGE


def compare(name, *arguments):
    got = getattr(leaves, "math_" + name)(*arguments)
    status = 0 if name in WITHOUT_STATUS else leaves.status()
    check((None if status else got, status), wanted(getattr(math, name), *arguments), name, *arguments)


ODD = [0.0, -0.0, 1.0, -1.0, 2.0, 0.5, math.inf, -math.inf, math.nan, 1e308, -1e308, 5e-324, -5e-324, 1e-310, 3.0, -7.0]
USUAL = [*ODD, *(random.uniform(-2, 2) for _ in range(10_000 // FEWER)), *(random.gauss(0, 200) for _ in range(10_000 // FEWER))]
USUAL += [*random_doubles(10_000), *(n / 2 for n in range(-400, 400))]
for name in ONE:
    for x in USUAL:
        compare(name, x)
for name in TWO:
    for x in ODD:
        for y in ODD:
            compare(name, x, y)
    values = list(random_doubles(30_000))
    for x in values:
        y = random.choice([random.choice(values), random.gauss(0, 1), x * random.uniform(0.5, 2)])
        compare(name, x, y)
for _ in range(200_000 // FEWER):
    x, y = random.gauss(0, 1), random.gauss(0, 1) * 10.0 ** random.randrange(-9, 9)
    compare("hypot", x, y)
for _ in range(50_000 // FEWER):
    scale = 10.0 ** random.choice([0, 0, -310, -320, 300, random.randrange(-300, 300)])
    values = [random.gauss(0, 1) * scale for _ in range(random.randrange(0, 7))]
    check(leaves.math_dist(values), math.hypot(*values), "hypot", values)
for values in ([math.nan, math.inf], [math.nan, 1.0], [0.0, -0.0], [-3.0], [-math.nan], [5e-324, 5e-324]):
    check(leaves.math_dist(values), math.hypot(*values), "hypot", values)

for x in USUAL:
    exponent = random.choice([0, 1, -1, random.randrange(-1200, 1200), 2**40, -(2**40)])
    got = leaves.math_ldexp(x, exponent)
    status = leaves.status()
    check((None if status else got, status), wanted(math.ldexp, x, exponent), "ldexp", x, exponent)
    check((leaves.math_frexp_mantissa(x), leaves.math_frexp_exponent(x)), math.frexp(x), "frexp", x)
    if x >= 0 or math.isnan(x):
        check(leaves.float_sqrt(x), math.sqrt(x), "sqrt", x)
finish()
