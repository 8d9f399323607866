"""Kinds of generator functions; functions as values; iter(g) is g; truth, identity."""


class Base:
    names = ["x", "y"]

    def items(self):
        yield "base"

    @staticmethod
    def evens(n):
        for i in range(0, n, 2):
            yield i

    @classmethod
    def listed(cls):
        for n in cls.names:
            yield n

    @property
    def pairs(self):
        for a in self.names:
            for b in self.names:
                yield a + b

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return None


class Derived(Base):
    names = ["p", "q"]

    def items(self):
        yield "derived"
        yield from super().items()


def both(*parts, sep="-", times=1):
    for _ in range(times):
        for p in parts:
            yield p + sep


def apply(make, n):
    return list(make(n))


def up(n):
    for i in range(n):
        yield i


def down(n):
    while n > 0:
        n -= 1
        yield n


def show(it):
    print(" ".join(str(x) for x in it))


def first(it, default):
    for x in it:
        return x
    return default


def counted(it):
    """yields inside while-else, for-else, nested if"""
    n = 0
    for x in it:
        n += 1
        if n == 2:
            yield "second", x
        elif n > 3:
            yield "many", x
            break
        else:
            yield "one", x
    else:
        yield "else", "-"
    yield "count", str(n)


def walrus(data):
    i = 0
    while (i := i + 1) < len(data):
        if (v := data[i]) > 1:
            yield v


def conditional(flag):
    x = yield 1
    y = (yield 2) if flag else 5
    print("got", x, y)
    z = [(yield 3), (yield 4)]
    print(z)
    return


def swap():
    a, b = 1, "s"
    yield a, b
    a, b = 2, "t"
    yield a, b


def retype():
    x = 1
    yield "int"
    y = x + 1
    x = "now text"
    yield x
    print(y, x)
    x = [1.5]
    yield str(x)


def catching():
    while True:
        try:
            v = yield
            print("value", v)
        except ValueError as e:
            print("caught", e)


def many(n):
    yield 0
    yield 1
    if n > 2:
        yield 2
        yield 3
    yield 4
    for i in range(5, 8):
        yield i
    yield 8
    yield 9
    yield 10


def main():
    for o in [Base(), Derived()]:
        show(o.items())
        show(o.listed())
        show(o.pairs)
    show(Base.evens(5))
    show(Derived.listed())
    show(both("a", "b"))
    show(both("a", "b", sep="+", times=2))
    print(apply(up, 3), apply(down, 3))
    table = {"up": up, "down": down}
    for k in table:
        show(table[k](4))
    g = up(2)
    print(iter(g) is g, bool(g), g == g, g is not None)
    h = g
    print(h is g, next(h), next(g))
    print(first(up(3), -1), first(up(0), -1))
    show(counted("abcd"))
    show(counted("ab"))
    show(walrus([1, 2, 3, 0, 5]))
    c = conditional(True)
    print(next(c), c.send(10) , c.send(20), c.send(30))
    try:
        c.send(40)
    except StopIteration:
        print("end")
    show(swap())
    for x in retype():
        print(x)
    c = catching()
    next(c)
    c.send(1)
    c.throw(ValueError("one"))
    c.send(2)
    show(many(1))
    show(many(3))
    gs = [up(3), down(2)]
    for g in gs:
        show(g)
    lam = lambda n: (yield n)
    print(list(lam(5)))
    print(sum(x * y for x in up(3) for y in down(3)))
    matrix = [[1, 2], [3, 4]]
    flat = (x for row in matrix for x in row if x != 3)
    total = 0
    for x in flat:
        total += x
    print(total)
    words = ["b", "a", "c"]
    print(sorted((w.upper() for w in words), key=lambda w: w, reverse=True))


if __name__ == "__main__":
    main()
