"""datetime.timedelta: normal form, arithmetic with numbers and others, rounding, limits, text."""
from datetime import timedelta

WEEK = timedelta(weeks=1)
LIMITS = {WEEK: "week", timedelta(days=1): "day", timedelta(hours=1): "hour"}


class Span(timedelta):
    def half(self):
        return self / 2


def attempt(label, action):
    try:
        print(label, action())
    except (OverflowError, ZeroDivisionError, ValueError) as error:
        print(label, type(error).__name__, error)


def constructors():
    print(timedelta(), timedelta(1, 2, 3), timedelta(weeks=1, days=1, hours=1, minutes=1, seconds=1, milliseconds=1))
    print(timedelta(seconds=-1), timedelta(microseconds=-1), repr(timedelta(microseconds=-1)), timedelta(hours=-25))
    print(repr(timedelta(0)), repr(timedelta(days=2, microseconds=5)), repr(timedelta(minutes=-3)))
    print(timedelta(days=0.5), timedelta(weeks=1.5), timedelta(seconds=0.1, milliseconds=0.25), timedelta(hours=1.0 / 3))
    for micros in [0.5, 1.5, 2.5, -0.5, -1.5, 0.4999, 0.5001]:
        print(repr(timedelta(microseconds=micros)), end=" ")
    print(timedelta(seconds=0.5e-6, microseconds=0.5), timedelta(milliseconds=123456789012))
    one = timedelta(days=3, seconds=70, microseconds=9)
    print(one.days, one.seconds, one.microseconds, one.total_seconds(), timedelta(microseconds=-7).total_seconds())
    print(timedelta.min, timedelta.max, timedelta.resolution, repr(timedelta.min), timedelta.max.total_seconds())


def arithmetic():
    a = timedelta(7)
    b = timedelta(0, 60)
    c = timedelta(0, 0, 1000)
    print(a + b + c, a - b, b - a, -a, +a, abs(-b), bool(c), bool(a - a))
    print(a * 10, 10 * a, b * -1, a * 1.5, 0.5 * c, b * True, c * (1 / 3))
    print(a / 7, b / 4, a / 3.5, a // 7, a // -9, c / 3, c // 7, b / -3)
    print(a / b, b / a, a // b, -a // b, a % timedelta(5), -b % timedelta(0, 7), divmod(a, timedelta(2, 5)))
    print(sum([a, b, c], timedelta()), max([a, b, c]), sorted([a, c, b]))
    print(timedelta(microseconds=3) / 2, timedelta(microseconds=5) / 2, timedelta(microseconds=5) * 0.5)
    a += b
    a *= 2
    a -= c
    a //= 3
    print(a, timedelta.max // 999999999 if False else timedelta(99999) * 10000)


def comparisons():
    a = timedelta(2, 3, 4)
    b = timedelta(hours=48, seconds=3, microseconds=4)
    print(a == b, a != b, a <= b, a < b, a is b, hash(a) == hash(b), a == 5, a != "x", a in {b}, LIMITS[timedelta(7)])
    for other in [timedelta(3, 3, 4), timedelta(2, 4, 4), timedelta(2, 3, 5), timedelta(-2)]:
        print(a < other, a <= other, a > other, a >= other, a == other, end="; ")
    print(hash(timedelta(1, 2, 3)) == hash((1, 2, 3)))


def errors():
    zero = 0
    day = timedelta(1)
    attempt("int", lambda: day // zero)
    attempt("true", lambda: day / zero)
    attempt("float", lambda: day / 0.0)
    attempt("delta", lambda: day / timedelta(zero))
    attempt("floor", lambda: day // timedelta(zero))
    attempt("mod", lambda: day % timedelta(zero))
    attempt("divmod", lambda: divmod(day, timedelta(zero)))
    attempt("nan", lambda: timedelta(float("nan")))
    attempt("inf", lambda: timedelta(hours=float("inf")))
    attempt("times nan", lambda: day * float("nan"))
    attempt("times inf", lambda: day * float("inf"))
    attempt("days", lambda: timedelta(1000000000))
    attempt("seconds", lambda: timedelta(seconds=86400 * 10 ** 9))
    attempt("above", lambda: timedelta.max + timedelta.resolution)
    attempt("below", lambda: timedelta.min - timedelta.resolution)
    attempt("negated", lambda: -timedelta.max)
    attempt("product", lambda: day * 2000000000)
    attempt("negative product", lambda: timedelta(hours=-30) * 1500000000)
    attempt("large product", lambda: day * 10 ** 12)
    attempt("small product", lambda: timedelta.resolution * 10 ** 15)


def main():
    constructors()
    arithmetic()
    comparisons()
    errors()
    span = Span(hours=3)
    print(span, repr(span), span.half(), repr(span + span), isinstance(span, timedelta), f"{span}", f"{WEEK!r:>30}")


if __name__ == "__main__":
    main()
