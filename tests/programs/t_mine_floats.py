"""What CPython's tests check of floats: parsing, repr, rounding, division, special values, hex, formats."""
import math


def told(call):
    try:
        print(repr(call()))
    except (ValueError, TypeError, OverflowError, ZeroDivisionError) as error:
        print(type(error).__name__, error)


def parsed():
    for text in ["0", "-0", "3.14", " 3.14 ", ".5", "5.", "1e5", "1E-5", "-1.5e+3", "1_000.5", "1__0", "_1", "1_", "1e", "e1", ".", "", "+.5e-1", "inf", "-Infinity", "NaN", "-nan", "infi", "0x1p3", "1e400", "-1e400", "1e-400", "4.9e-324", "2.2250738585072014e-308", "1.7976931348623157e308", "\u0663.\u0661", "1 2", "--1", "nan(1)"]:
        told(lambda: float(text))
    told(lambda: float(b"2.5"))
    told(lambda: float(10**15))
    print(float(), float(True), float(2**53 + 1), float("0.1") + float("0.2"))


def shown():
    for x in [0.0, -0.0, 1.0, 0.1, 1e15, 1e16, 123456789012345678.0, 1e-4, 1e-5, 1.5e300, 5e-324, 2.5, 1 / 3, 100.0, 1e22, 1e23, 9007199254740993.0, 0.3, 1234567.125, -1e-7]:
        print(repr(x), str(x), f"{x:g} {x:.3f} {x:e} {x:.0f} {x:.1e} {x:G} {x:.10g} {x:+.2f} {x:012.3f} {x:,.1f} {x:_.2f} {x:%} {x:.0%} {x:#g} {x:#.0f} {x:<9.1f}| {x:^+9.1f}| {x: .1f}")
    for x in (math.inf, -math.inf, math.nan):
        print(repr(x), f"{x:f} {x:F} {x:g} {x:E} {x:010.2f} {x:+} {x:,} {x:%} {x:>6}|", x.is_integer(), "%5.1f|%-6g|%+e" % (x, x, x))
    print("%.3f %e %g %G %5d|%-5d|%05d %i %x %o %s %r %%" % (2.5, 12345.678, 1e-10, 1e20, 42, 42, -42, 7.9, 255, 8, 1.0, -0.0), "%.0f %.0f %.0f" % (0.5, 1.5, 2.5))


def rounded():
    for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1.005, 0.15, 25.0, 1e16, 5e15 + 0.5, -0.4):
        print(round(x), round(x, 0), round(x, 1), round(x, 2), round(x, -1), math.floor(x), math.ceil(x), math.trunc(x), int(x))
    print(round(1e300, -299), round(123.456, -3), round(5e-324, 400), round(1.5, 400), round(-0.0, 1), round(1e22, 2))
    told(lambda: round(math.nan))
    told(lambda: round(math.inf))
    told(lambda: math.floor(math.nan))
    print(round(math.nan, 2), round(-math.inf, 1))


def divided():
    for a in (7.5, -7.5, 0.0, -0.0, 1e-300, 1e300):
        for b in (2.0, -2.0, 0.3, math.inf, -math.inf):
            print(a // b, a % b, divmod(a, b), end="; ")
        print(math.fmod(a, 2.0), math.modf(a), math.frexp(a), math.copysign(3, a))
    told(lambda: 1.0 / 0.0)
    told(lambda: 1.0 // 0.0)
    told(lambda: 1.0 % 0.0)
    told(lambda: divmod(1.0, 0.0))
    told(lambda: 0.0 ** -1)
    told(lambda: 10.0 ** 400)
    told(lambda: math.inf % 2)
    print(2.0 ** 0.5, 4 ** 0.5, (-8.0) ** 3, 0.0 ** 0, math.inf ** 0, math.nan ** 0, 1.0 ** math.nan, (-1.0) ** math.inf, 0.5 ** 1100, (-2.0) ** -3)


def compared():
    nan = math.nan
    values = [nan, 1.0, -0.0, 0.0, math.inf, 2]
    print(nan == nan, nan != nan, nan < 1, nan in [1.0], [nan] == [float("nan")], values.index(0), values.count(0.0), -0.0 == 0.0, max(1.0, nan), max(nan, 1.0), min(-0.0, 0.0), min(0.0, -0.0))
    print(1 == 1.0, 2**53 == float(2**53), 2**53 + 1 == float(2**53 + 1), 2**53 + 1 > float(2**53), 10**18 < 1e18 + 200, hash(1.0) == hash(1), hash(0.5) == hash(0.5), {1: "a"}[1.0], 3 < 3.5 <= 4)
    print(sorted([2.5, -1.0, 1e-9, -math.inf, math.inf, 0.0]), sum([0.1] * 10), math.fsum([0.1] * 10), bool(nan), bool(-0.0), abs(-0.0), -(0.0), +(-1.5))


def converted():
    for x in (0.0, -0.0, 1.0, 0.1, -1.5, 1e-310, math.inf, math.nan, 1e300, 255.9375):
        print(x.hex(), float.fromhex(x.hex()), end=" ")
        told(lambda: x.as_integer_ratio() if abs(x) < 1e10 and (x == 0 or abs(x) > 1e-3) or x != x or x in (math.inf,) else None)
    for text in ["0x1p-2", "1.8", "0X1.8P1", "-0x.8p4", "0x1", "inf", "0x", "1p", "0x1p2000", "0x1p-2000", " 0x2p0 "]:
        told(lambda: float.fromhex(text))
    print((2.0).is_integer(), (2.5).is_integer(), (1e300).is_integer(), (3.7).real, (3.7).imag, (3.7).conjugate(), (-2.5).__abs__() if False else abs(-2.5))


def main():
    parsed()
    shown()
    rounded()
    divided()
    compared()
    converted()


if __name__ == "__main__":
    main()
