"""Unpacking of iterators: map, zip, generators; too many and too few, and how far they are read."""


def count(n):
    for i in range(n):
        print("make", i)
        yield i


def main():
    a, b = map(int, "1 2".split())
    c, *d = map(int, "3 4 5".split())
    print(a, b, c, d)
    (e, f), (g, h) = zip("ab", [1, 2])
    print(e, f, g, h)
    i, *j = (x * x for x in range(5))
    k, m = (x + 1 for x in (1, 2))
    print(i, j, k, m)
    *letters, last = "abcé"
    n, o = count(2)
    print(letters, last)
    *p, q = count(3)
    print(n, o, p, q)
    for n in (1, 4):
        try:
            r, s = count(n)
            print(r, s)
        except ValueError as error:
            print(error)
    try:
        t, u, v = map(int, "1 2".split())
        print(t, u, v)
    except ValueError as error:
        print(error)
    first, second = reversed([1, 2])
    (w, x), (y, z) = enumerate("pq")
    print(first, second, w, x, y, z)


if __name__ == "__main__":
    main()
