"""`**` parameters of methods, in loops, recursion, lambdas and tables of functions."""


class A:
    def __init__(self, **kw):
        self.kw = kw

    def call(self, f, **kw):
        return f(**kw)

    @staticmethod
    def make(**kw):
        return A(**kw)

    @classmethod
    def build(cls, **kw):
        return cls(**kw)


class B(A):
    def call(self, f, **kw):
        print("B")
        return super().call(f, **kw)


def add(x, y=1):
    return x + y


def loop(n, **kw):
    total = 0
    for i in range(n):
        if i % 2:
            total += add(**kw)
        else:
            total += kw["x"]
    while n > 0:
        n -= 1
        with_ = add(**kw)
    return total


def chain(**kw):
    return mid(**kw)


def mid(x, **kw):
    return leaf(x, **kw)


def leaf(x, **kw):
    print(x, sorted(kw), "z" in kw, bool(kw))
    return len(kw)


def rec(n, **kw):
    if n == 0:
        return add(**kw)
    return rec(n - 1, **kw)


def ret(**kw):
    return kw


def order(**kw):
    for k in kw:
        print(k, kw[k])


def mut(**kw):
    kw["x"] = 5
    x = kw["x"]
    return x


def lst(fs, x):
    return [f(x=x) for f in fs]


def lam(**kw):
    g = lambda: kw["a"] + 1
    return g()


def opt(**kw):
    if kw:
        return 1
    return 0


def main():
    print(A(a=1).kw, A().kw)
    print(B().call(add, x=1), A().call(add, x=1, y=5), B().call(add, x=2, y=2))
    print(A.make(q=2).kw, B.build(z=1).kw)
    print(loop(4, x=3), loop(3, x=1, y=2))
    print(chain(x=1), chain(x=1, y=2, z=3))
    print(rec(3, x=1), rec(2, x=1, y=9))
    print(ret(b=1, a=2), ret())
    order(z=1, y=2)
    print(mut(x=1), mut(y=2))
    print(lst([lambda x: x, lambda x, **k: x + 1], 3))
    print(lam(a=4), opt(), opt(a=None))
    p = print
    print(add(**{"x": 1, "y": 2}), add(*(1, 2), **{}))
    print("a", "b", **{"sep": "-"})


if __name__ == "__main__":
    main()
