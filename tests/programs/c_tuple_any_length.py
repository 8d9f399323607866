"""Tuples whose length is not known: made of iterables, grown in loops, of several lengths in one variable."""


def grow(n: int):
    t = ()
    for i in range(n):
        t = t + (i * i,)
    return t


def words(text):
    return tuple(text.split())


def total(values):
    s = 0
    for v in values:
        s += v
    return s


def either(flag):
    if flag:
        return (1, 2)
    return (3, 4, 5)


def path(node, seen, depth):
    if depth == 0:
        return seen
    return path(node + 1, seen + (node,), depth - 1)


TABLE = (3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, 2, 6)
NAMES = ("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r")


class Box:
    def __init__(self, items):
        self.items = tuple(items)

    def __eq__(self, other):
        return self.items == other.items

    def __hash__(self):
        return hash(self.items)

    def __repr__(self):
        return f"Box{self.items}"


def main():
    print(grow(0), grow(1), grow(5))
    t = grow(6)
    print(t[2], t[-1], len(t), t[1:3], t[::-1], t[:-1:2])
    try:
        print(t[6])
    except IndexError as e:
        print(e)
    try:
        print(t.index(99))
    except ValueError as e:
        print(e)
    print(t.index(9), t.count(4), 16 in t, 17 in t)
    print(words("the quick brown fox"), words(""), words("x"))
    print(total(t), sum(t), max(t), min(t), sorted(t, reverse=True))
    print(either(True), either(False), either(True) == (1, 2), (3, 4, 5) == either(False), either(True) != (1, 3))
    print(either(True) < either(False), either(True) >= (1, 2), (0, 9, 9) < either(True), (1, 2, 0) > either(True))
    print(path(0, (), 7))
    for i in range(0, len(TABLE), 5):
        print(TABLE[i], NAMES[i % len(NAMES)], end=" ")
    print()
    d = {}
    for k in ["a b", "b a", "a b", "", "c"]:
        key = words(k)
        d[key] = d.get(key, 0) + 1
    print(d, hash(grow(4)) == hash((0, 1, 4, 9)), ("a", "b") in d, d[("c",)])
    a, b, c = either(False)
    print(a, b, c)
    try:
        a, b, c = either(True)
        print(a, b, c)
    except ValueError as e:
        print(e)
    first, *rest = t
    print(first, rest)
    print(t * 2, 2 * either(True), either(True) + (7,), (0,) + either(False), (1, 2) * len(t[:2]))
    print(tuple(x for x in "abc"), tuple({1: 2, 3: 4}.items()), tuple(range(4)), tuple([1.5, 2.5]))
    print(list(t), set(either(True)), list(reversed(t)), list(zip(t, NAMES)))
    x = None
    for i in range(3):
        if i == 1:
            x = tuple([i, i])
        print(x, x is None, x == (1, 1))
    print({Box([1, 2]), Box([1, 2]), Box([])} == {Box([]), Box([1, 2])}, Box([7]))
    for count in (-1, 0, 2**62):
        try:
            print((1, 2) * count, () * count)
        except MemoryError:
            print("too many")
    try:
        print(len((1, 2) * 4611686018427387904))
    except MemoryError:
        print("too many")
    nested = tuple(tuple(range(i)) for i in range(4))
    print(nested, nested[3][1], sorted(nested, key=len, reverse=True))
    n = len(nested)
    print((1, 2, 3, 4)[:n - 1], (1, 2, 3, 4)[n:], isinstance(t, tuple), isinstance(t, list), type(t) is tuple)
    m = []
    m.append(tuple([m]) if n > 9 else ())
    u = t
    u += (100,)
    print(u, t, "abc".startswith(words("x ab")), "-".join(words("p q r")), f"{t!r:>30}|{str(t):<30}|")
    print(bool(grow(0)), bool(t), "yes" if t else "no")
    tuples = [grow(i) for i in range(4)]
    print(tuples, min(tuples), max(tuples), sorted(tuples, reverse=True), (0, 1) in tuples, tuples.index((0,)))
    match t:
        case (0, 1, *others):
            print("m", others)
        case _:
            print("none")


if __name__ == "__main__":
    main()
