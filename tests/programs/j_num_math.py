"""The math module: functions, constants, special values and domain errors."""

import math
from math import pi, sqrt


def attempt(n, x):
    try:
        if n == 0:
            print(math.sqrt(x))
        elif n == 1:
            print(math.log(x))
        elif n == 2:
            print(math.exp(x))
        elif n == 3:
            print(math.floor(x))
        elif n == 4:
            print(math.acos(x))
        elif n == 5:
            print(math.fmod(x, 0.0))
        else:
            print(math.pow(x, 0.5))
    except ValueError as error:
        print(n, "ValueError:", error)
    except OverflowError as error:
        print(n, "OverflowError:", error)


def main():
    print(pi, math.e, math.inf, math.nan, math.tau, sqrt(2), math.sqrt(16))
    for x in [0.0, 0.5, 1.0, -0.75, 2.5]:
        print(f"{math.sin(x):.12f} {math.cos(x):.12f} {math.tan(x):.12f} {math.atan(x):.12f} {math.exp(x):.12f}")
        print(math.floor(x), math.ceil(x), math.trunc(x), math.fabs(x), math.copysign(3, x))
    print(math.floor(-2.5), math.ceil(-2.5), math.floor(7), math.hypot(3.0, 4.0), math.atan2(1.0, -1.0) == 3 * pi / 4)
    print(math.log(1.0), math.log2(8), math.log10(1000.0), math.log(8, 2), math.pow(2, 10), math.fmod(-7.0, 3.0))
    print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1.0), math.isinf(5), math.degrees(pi), math.radians(180))
    print(math.gcd(12, 18), math.gcd(0, 5), math.gcd(-4, 6), math.factorial(10), math.isqrt(99), math.asin(1) * 2 == pi)
    for n in range(7):
        attempt(n, -2.0)
        attempt(n, 1e6)
        attempt(n, math.inf)
    attempt(1, 0)
    attempt(3, math.nan)


if __name__ == "__main__":
    main()
