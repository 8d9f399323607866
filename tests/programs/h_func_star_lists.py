"""Arguments after a star whose number shows at run time."""


class P:
    def __init__(self, x, y, z=0):
        self.x = x
        self.y = y
        self.z = z

    def show(self):
        return f"P({self.x}, {self.y}, {self.z})"


def g(a, b, c=3):
    return f"{a} {b} {c}"


def one(a):
    return a


def kw(a, b, *, key="k"):
    return f"{a} {b} {key}"


def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print(error)


def lists(n):
    return list(range(n))


def main():
    for n in range(6):
        xs = lists(n)
        attempt(lambda: g(*xs))
        attempt(lambda: g(1, *xs))
        attempt(lambda: P(*xs).show())
        attempt(lambda: one(*xs))
        attempt(lambda: kw(*xs))
        attempt(lambda: kw(*xs, key="z"))
        attempt(lambda: g(*xs, c=9))
        attempt(lambda: g(*tuple(xs)))
        attempt(lambda: g(*(x * x for x in xs)))
    print(P(*map(int, "4 5 6".split())).show(), P(*[int(s) for s in "7,8".split(",")]).show())
    print(g(*("a", "b"), 1), kw(*"xy"), g(*range(2)), g(0, *[1, 2]), g(*{5: 6, 7: 8}))
    pairs = [(1, "a"), (2, "b")]
    for pair in pairs:
        print(g(*pair))


if __name__ == "__main__":
    main()
