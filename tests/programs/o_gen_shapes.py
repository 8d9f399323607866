"""Generators: methods, closures, recursion, expressions as values, several types, several in one variable."""


class Tree:
    def __init__(self, left, value, right):
        self.left = left
        self.value = value
        self.right = right

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.value
        if self.right is not None:
            yield from self.right


class Bag:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        for x in self.items:
            yield x

    def backwards(self):
        for i in range(len(self.items) - 1, -1, -1):
            yield self.items[i]


def build(lo, hi):
    if lo >= hi:
        return None
    mid = (lo + hi) // 2
    return Tree(build(lo, mid), mid, build(mid + 1, hi))


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


def take(n, it):
    for x in it:
        if n <= 0:
            return
        n -= 1
        yield x


def squares(xs):
    return (x * x for x in xs)


def make(k):
    def inner(n):
        nonlocal k
        for i in range(n):
            k += 1
            yield k
    return inner


def either(flag):
    if flag:
        g = take(2, [5, 6, 7])
    else:
        g = Bag([8, 9]).backwards()
    return g


def main():
    t = build(0, 10)
    print(list(t))
    for x in t:
        print(x, end=" ")
    print()
    print(sum(Bag([1, 2, 3])), list(Bag(["a", "b"]).backwards()))
    print(list(take(10, primes())))
    print(list(take(3, "hello")))
    s = squares([1, 2, 3])
    print(next(s), list(s))
    m = make(100)
    print(list(m(3)), list(m(2)))
    print(list(either(True)), list(either(False)))
    k = 3
    g = (x * k for x in range(4) if x % 2 == 1)
    k = 10
    print(list(g))
    gs = [(i, j) for i in range(3) for j in (y for y in range(i))]
    print(gs)
    print(max(primes_upto(30)), min(primes_upto(30)), sorted(take(3, primes()), reverse=True))
    print(", ".join(str(x) for x in take(3, primes())))
    a, b, c = list(take(3, primes()))
    print(a, b, c)
    print(dict(zip("abc", primes())))
    print(any(x > 3 for x in take(3, primes())), all(take(3, primes())))


def primes_upto(n):
    for p in primes():
        if p > n:
            break
        yield p


if __name__ == "__main__":
    main()
