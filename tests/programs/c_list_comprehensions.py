"""List and dict comprehensions, nested, with conditions and several loops."""


def primes(limit):
    return [n for n in range(2, limit) if all([n % d for d in range(2, n)])]


def transpose(rows):
    return [[row[i] for row in rows] for i in range(len(rows[0]))]


def main():
    print([n * n for n in range(6)], primes(40))
    print([n for n in range(30) if n % 2 if n % 3 == 0])
    print([(a, b) for a in range(3) for b in range(a)])
    print([a + b for a in "xy" for b in "12"])
    print(transpose([[1, 2, 3], [4, 5, 6]]))
    print({n: n * n for n in range(4)}, {w: len(w) for w in ["a", "bb"] if w != "a"})
    print({k: v for v, k in enumerate("abc")}, {n % 3: n for n in range(10)})
    n = 100
    squares = [n * 2 for n in range(3)]
    print(n, squares)
    factor = 5
    print([factor * i if i % 2 else -i for i in range(5)])
    print([[x, y] for x, y in [(1, 2), (3, 4)]], [x for x in []])
    adders = [lambda x, i=i: x + i for i in range(3)]
    print([f(10) for f in adders])
    late = [lambda: i for i in range(3)]
    print([f() for f in late])


if __name__ == "__main__":
    main()
