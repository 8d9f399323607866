"""A class without a value of its own follows its bases until one is stored on it."""


class Base:
    n = 1

    def get(self):
        return self.n


class Mid(Base):
    pass


class Sub(Mid):
    n = 2


class Leaf(Sub):
    pass


class Mixin:
    m = 5


class Both(Mixin, Base):
    pass


class Third(Both):
    m = 7


def tell():
    items = [Base(), Mid(), Sub(), Leaf()]
    print([x.n for x in items], [x.get() for x in items], Base.n, Mid.n, Sub.n, Leaf.n)
    both = [Both(), Third()]
    print([x.m for x in both], [x.n for x in both], Mixin.m, Both.m, Third.m)


def change(k, v):
    k.n = v


class Early:
    pass


class Later(Early):
    def fill(self):
        Later.late = "later"
        return self.late


class Par:
    def __init__(self, x):
        if x:
            type(self).q = x
            self.__class__.r = [x]


class Chi(Par):
    pass


if __name__ == "__main__":
    tell()
    Mid.n = 10
    tell()
    Leaf.n = 20
    tell()
    Base.n = 30
    tell()
    change(Sub, 40)
    tell()
    Mixin.m = 50
    tell()
    for k in [Both, Third]:
        k.m += 1
    tell()
    print(Later().fill())
    a = Chi(3)
    print(a.q, a.r)
    b = Par(4)
    print(a.q, b.q, Chi(0).r, Par.r, Chi.q)
    b.__class__.r.append(6)
    print(Par.r, Chi.r)
    a.n = 3
    x = Leaf()
    x.n += 1
    print(x.n, Leaf.n)
