"""print of * of any iterable: as many items as there are, each as print shows it."""


class It:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


class P:
    def __init__(self, n):
        self.n = n

    def __str__(self):
        return "P%d" % self.n


class Seq:
    def __iter__(self):
        yield 1
        yield 2


def gen(n):
    for i in range(n):
        print("make", i)
        yield i


def main():
    xs = [1, 2, 3]
    print(*xs)
    print(*xs, sep=", ")
    print("x", *xs, sep="\n", end="!\n")
    print(*gen(2))
    print(*(c.upper() for c in "abc"), sep="-")
    print(*"hello", sep="·")
    print(*{"a": 1, "b": 2})
    print(*{"a": 1, "b": 2}.items())
    print(*[P(1), P(2)], sep="")
    print(*It(3))
    print(*Seq())
    print(*range(4))
    print(*map(str, xs))
    print(*sorted({3, 1}))
    print(*(1, "a", 2.5))
    print(*[])
    print(0, *[])
    print(*xs[5:])
    print(*[[1], [2]], sep=";")
    print(*tuple(xs))
    print(*[None, 1])
    print(*zip(xs, "abc"))
    print(*reversed(xs))
    print(*enumerate("ab"))
    for row in [[1, 2], [3]]:
        print(*row)
    try:
        y = None if xs else xs
        print(*y)
    except TypeError as e:
        print(e)


if __name__ == "__main__":
    main()
