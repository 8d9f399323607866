"""isinstance of attributes, in conditions of all kinds, with other objects stored in between."""

class A:
    pass


class C(A):

    def __init__(self):
        self.n = 1

    def m(self):
        return "C.m"


class D(A):

    def __init__(self):
        self.k = 2.5

    def m(self):
        return "D.m"

    @property
    def p(self):
        return "D.p"


class E(A):

    def __init__(self):
        self.n = 7
        self.z = "z"


class S:

    def __init__(self, x):
        self.x = x
        self.other = x
        self.items = [x]

    def flip(self):
        self.x = E()
        return 0

    def f(self):
        if isinstance(self.x, C) or isinstance(self.x, D):
            return self.x.m()
        return "none"

    def g(self):
        if isinstance(self.x, (C, D)):
            return self.x.m()
        return "no"

    def h(self):
        if not isinstance(self.x, D):
            return 0.0
        return self.x.k + len(self.x.p)

    def i(self):
        if isinstance(self.x, C):
            self.x.n += 1
            self.x.n = self.x.n * 2
            return self.x.n
        return 0

    def j(self):
        r = 0
        for it in self.items:
            if isinstance(self.x, E) and self.x.z == "z":
                r += self.x.n
            elif isinstance(self.x, C):
                r += self.x.n
        while isinstance(self.x, E):
            r += self.x.n
            self.x = C()
        return r

    def k(self):
        try:
            if isinstance(self.items[0], D):
                self.items[0] = C()
                return str(self.items[0].k)
        except AttributeError as e:
            return str(e)
        return "x"

    def q(self):
        return [lambda: self.x.n if isinstance(self.x, C) else -1][0]()

    def gen(self):
        if isinstance(self.x, C):
            yield self.x.n
            yield self.x.n

    def none(self):
        if isinstance(self.x, C):
            self.x = None
            return self.x.n
        return 4


def main():
    for x in [C(), D(), E()]:
        s = S(x)
        print(s.g(), s.h(), s.i(), s.j(), s.k(), s.q())
        for v in S(x).gen():
            print(v)
        try:
            print(S(x).none())
        except AttributeError as e:
            print(e)


if __name__ == "__main__":
    main()
