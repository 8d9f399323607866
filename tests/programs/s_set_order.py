"""Sets of numbers are iterated in CPython's order, whatever is done to them."""


def next_state(state):
    return (state * 1103515245 + 12345) % 2147483648


def history(seed, spread, steps):
    state = seed
    a = set()
    b = {0}
    for i in range(steps):
        state = next_state(state)
        value = state % 1000 * spread
        what = state // 1000 % 13
        if what < 4:
            a.add(value)
        elif what < 6:
            b.add(value + 1)
        elif what == 6:
            a.discard(value)
        elif what == 7 and a:
            print("pop", a.pop())
        elif what == 8:
            a ^= {value, value + 1, value + 2}
        elif what == 9:
            b |= a
        elif what == 10 and i % 7 == 0:
            b -= a
        elif what == 11 and i % 5 == 0:
            b.difference_update(range(0, 2000, 3))
        elif what == 12 and i % 29 == 0:
            b &= a
        if i % 300 == 0:
            print(len(a), len(b), list(a)[:20], list(b)[:20])
            print(list(a & b)[:10], list(a | b)[:10], list(a - b)[:10], list(a ^ b)[:10])
            print(list(a.copy())[:10], list(set(a))[:10], list(set(list(a)))[:10])


def main():
    history(42, 1, 3000)
    history(7, 1000003, 2000)
    history(99, -64, 1000)
    # A display of constants is a copy of a constant, whose table is larger.
    print({-5, 3, 99, 64, 1, 2, 32, 8})
    for x in {40, 8, 16, 72, 5, 99, 3}:
        print(x, end=" ")
    print([x for x in {40, 8, 16, 72, 5, 99, 3}])
    n = 8
    print({40, n, 16, 72, 5, 99, 3}, {x * 8 for x in range(12)}, set(range(100, 0, -9)))
    print({0.5, 2.5, -1.5, 100.25, 3.0}, {(1, 2), (3, 4), (0, -1)}, {(i, i * 0.5) for i in range(7)})
    print({True, False}, {2**60 + i for i in range(9)}, {-1, -2, -3})
    print({*range(3), *[50, 6], 7}, {9, *{8: 1, 16: 2}})
    print(set({i * 11: i for i in range(9)}), {1, 2}.union({i * 11: i for i in range(9)}))
    deleted = set(range(40))
    for i in range(33):
        deleted.remove(i)
    for i in range(100, 103):
        deleted.add(i)
    print(deleted)
    while deleted:
        print(deleted.pop(), end=" ")
    print(deleted)


if __name__ == "__main__":
    main()
