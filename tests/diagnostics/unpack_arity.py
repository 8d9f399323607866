"""Tuples are unpacked into another number of names."""


def three():
    return 1, 2, 3


def main():
    a, b = three()  # error: unpack_arity
    c, d, e, f = three()  # error: unpack_arity
    for g, h in [(1, 2, 3)]:  # error: unpack_arity
        print(g)
    i, (j, k) = 1, three()  # error: unpack_arity
    print([x for x, y in [(1, 2, 3)]])  # error: unpack_arity
    for n, (l, m) in enumerate([three()]):  # error: unpack_arity
        print(n)


if __name__ == "__main__":
    main()
