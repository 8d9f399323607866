"""Unpacking into names, attributes, items and nested targets, in all places."""


class Pair:
    def __init__(self, a, b):
        self.a, self.b = a, b


def fib(n):
    a, b = 0, 1
    while n:
        a, b, n = b, a + b, n - 1
    return a


def minmax(items):
    low = high = items[0]
    for item in items:
        if item < low:
            low = item
        if item > high:
            high = item
    return low, high


def main():
    print(fib(50), minmax([4, 2, 9]))
    p = Pair(1, 2)
    p.a, p.b = p.b, p.a
    print(p.a, p.b)
    items = [10, 20, 30]
    i = 0
    i, items[i] = 2, 99
    print(i, items)
    items[0], items[1] = items[1], items[0]
    print(items)
    [x, y], (z, w) = items[:2], "ab"
    print(x, y, z, w)
    for number, (name, [first, second]) in [(1, ("n", [5, 6])), (2, ("m", [7, 8]))]:
        print(number, name, first, second)
    a, b, c = "xyz"
    print(a + b + c)
    q, r = divmod(17, 5)
    u = v = q + r
    print(u, v)
    x, y = items[0], items[2]
    (x), y = y, x
    print(x, y)
    for length in range(2, 5):
        try:
            k, l, m = list(range(length))
            print(k, l, m)
        except ValueError as error:
            print("ValueError:", error)
    try:
        one, two = "abc"
        print(one, two)
    except ValueError as error:
        print(error)


if __name__ == "__main__":
    main()
