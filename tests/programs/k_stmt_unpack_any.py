"""Unpacking of whatever can be iterated over, once or often; iter() with a sentinel."""

import itertools


class Up:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        for i in range(self.n):
            yield i * 10


class It:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i > 3: raise StopIteration
        return self.i


def gen(n):
    for i in range(n):
        print("g", i)
        yield i, str(i)


def t1():
    a, b = map(int, "3 4".split())
    print(a + b)
    x, y, z = (c * 2 for c in "abc")
    print(x, y, z)
    nums, names = zip(*[(1, 2), (3, 4)])
    print(nums, names)


def t2():
    for n in (1, 2, 5):
        try:
            p, q = gen(n)
            print(p, q)
        except ValueError as e:
            print(e)


def t3():
    a, b, c = Up(3)
    print(a, b, c)
    a, *b = Up(4)
    print(a, b)
    *a, b = It()
    print(a, b)
    a, *b, c = iter([1, 2, 3, 4])
    print(a, b, c)
    try:
        a, b = itertools.count()
    except ValueError as e:
        print(e)


def t4():
    a, b = {1: 2, 3: 4}
    c, d = {1: 2, 3: 4}.items()
    e, f = "xy"
    g, h = range(2)
    i, j = b"ab"
    y, *z = {"a": 1, "b": 2, "c": 3}
    print(y, z)
    k, l = [1, 2]
    m, n = (1, "a")
    print(a, b, c, d, e, f, g, h, i, j, k, l, m, n)
    (p, q), *r = [(1, "a"), (2, "b")]
    print(p, q, r)
    s, t = enumerate("ab")
    print(s, t)
    u, v = reversed([1, 2])
    w, x = filter(None, [0, 1, 2])
    print(u, v, w, x)


def t5():
    for a, b in [map(int, "1 2".split()), map(int, "3 4".split())]:
        print(a, b)
    print([x + y for x, y in (iter([i, i]) for i in range(3))])
    h, *t = map(str, range(3))
    print(h, t)
    try:
        a, b, *c = map(int, ["1"])
    except ValueError as e:
        print(e)


def t6():
    x = None
    for i in range(2):
        try:
            a, b = x
            print(a, b)
        except TypeError as e:
            print(e)
        x = (1, 2)


def t7():
    it = [3, 2, 1, 0, 5]
    for v in iter(it.pop, 0):
        print(v)
    n = [0]
    def step():
        n[0] += 1
        return n[0]
    print(list(iter(step, 4)), sum(iter(step, 7)))
    for line in iter(lambda: it[-1] if len(it) > 1 else 0, 2):
        print(line)
        it.pop()
        it.append(2)


def main():
    t1()
    t2()
    t3()
    t4()
    t5()
    t6()
    t7()


if __name__ == "__main__":
    main()
