"""Every kind of expression: evaluation order, short circuits, chains, displays, f-strings, slices, walrus."""

import math
import os.path

TABLE = (1, 2, (3, 4))
NAMES = ["x", "y"]


def show(x):
    print("show", x)
    return x


def order():
    d = {}
    d[show(1)] = show(2)
    a = [show(3), show(4)]
    a[show(0)] += show(5)
    a[show(0) : show(1)] = [show(6)]
    print(d, a, show(7) + show(8) * show(9))


def short(a, b):
    print(a and b, a or b, not a, (a or b) and (b or a))
    if a and b or not b:
        print("taken")
    print(show(1) < show(0) < show(2), 1 < show(2) <= 2 != 3)
    x = show(a) if b else show(b)
    return x


def displays(items):
    first, *middle, last = items
    (a, b), c = (1, 2), [3]
    print(first, middle, last, a, b, c)
    print([*items, 0, *middle], {*items, 9}, {**{"k": 1}, "l": 2, **{"k": 3}})
    print((*TABLE, 5), {1: 2, 3: 4}[3], {i: i * i for i in items if i % 2}, {i // 2 for i in items})
    print([(i, j) for i in items for j in range(i) if (k := i + j) % 2 == 0], k)


def texts(v, w):
    print(f"{v}|{v!r}|{v!s:>5}|{w:.3f}|{w:{v}}|{{}}|{v + 1=}")
    print("%d %s %r %5.2f%%" % (v, v, "q", w), "a" "b", b"raw"[0], f"const {1 + 1}")
    print(TABLE[2][1], NAMES[-1], TABLE[:2], "hello"[1:4], len(TABLE), TABLE[0] + 1)


def numbers(n):
    print(n + 1, n - 1, n * 2, n / 2, n // 2, n % 3, n**2, -n, +n, ~n, n << 2, n >> 1, n & 6, n | 1, n ^ 3)
    print(abs(-3), max(1, 2), divmod(7, 2), int("12"), float("1.5"), math.pi, math.sqrt(16.0), os.path.join("a", "b"))
    n += 1
    n -= 2
    n *= 3
    n //= 2
    n **= 2
    n %= 1000
    n |= 1
    n &= 0xFF
    n ^= 5
    n <<= 2
    n >>= 1
    n /= 4
    print(n)


def generators(items):
    print(sum(i * i for i in items), any(i > 2 for i in items), all(i > 2 for i in items))
    print(",".join(str(i) for i in items), sorted((-i for i in items), key=lambda i: i % 3), max(i for i in items))
    print(next((i for i in items if i > 1), None), next((i for i in items if i > 99), "none"))
    print(any(False for i in items), all(x for x in [] if x), dict((i, str(i)) for i in items))
    try:
        next(i for i in items if i > 99)
    except StopIteration:
        print("stop")
    while (n := len(items)) > 2:
        items.pop()
    print(n)


def deletes():
    d = {1: 2, 3: 4}
    items = list(range(10))
    del d[1], items[0], items[2:4]
    print(d, items)


def main():
    order()
    print(short(0, 5), short(3, 0), short([], "s"))
    displays([1, 2, 3, 4])
    texts(12, 2.5)
    numbers(25)
    generators([1, 2, 3])
    deletes()
    import string
    from math import floor as fl

    print(string.digits, fl(2.7))
    try:
        import no_such_module
    except ImportError as error:
        print(type(error).__name__, error)
    assert True, "fine"
    try:
        assert show(0), "message " + str(1)
    except AssertionError as error:
        print(error)


if __name__ == "__main__":
    main()
