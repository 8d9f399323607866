"""Tuples: concatenation, repetition, slices, comparison level by level, computed index, unpacking with a star, hash."""


def pair(n):
    return n, str(n)


def rank(card):
    return card[1], card[0]


def pick(point, axis):
    return point[axis]


def main():
    a = pair(1) + pair(2)
    print(a, a * 2, (0,) * 3, () + a, a[1:], a[::-1], a[-2:], a[::2])
    x, *rest = (1, 2, 3)
    name, *numbers, last = ("total", 4, 5, True)
    *none, only = (7,)
    print(x, rest, name, numbers, last, none, only)
    letter, *letters = "word"
    *most, end = range(4)
    print(letter, letters, most, end)
    try:
        k1, k2, k3, *d = "kl"
        print(k1, k2, k3, d)
    except ValueError as error:
        print(error)
    print(pair(3) == (3, "3"), pair(3) != (3, "4"), pair(3) < (3, "4"), pair(4) <= (3, "9"), (1, 2) > (1, 1), (2,) >= (2,))
    cards = [(2, "spades"), (11, "hearts"), (2, "hearts"), (7, "clubs")]
    print(sorted(cards), sorted(cards, key=rank), max(cards), min(cards, key=rank))
    nested = ((1, (2.5, "x")), (1, (2.5, "w")))
    print(nested[0] < nested[1], max(nested), ((1,), (2,)) < ((1,), (3,)))
    print([pick((10, 20, 30), axis) for axis in range(-3, 3)])
    try:
        print(pick((1, 2, 3), 3))
    except IndexError as error:
        print(error)
    seen = {(0, 0): "origin"}
    for x, y in [(1, 2), (0, 0), (1, 2)]:
        seen[x, y] = seen.get((x, y), "") + "*"
    print(seen, (1, 2) in seen, (2, 1) in seen)
    print(2 in (1, 2, 3), "b" in ("a", "c"), (1, 2, 3).index(3), (1, 2, 1).count(1))
    print(bool(()), bool((0,)), len(a), any((0, 0, 1)), all((1, 0)), sum((1, 2, 3)))
    first, (second, third), last = 1, (2, 3), 4
    first, last = last, first
    print(first, second, third, last)
    for i, (name, (low, high)) in enumerate([("a", (1, 2)), ("b", (3, 4))]):
        print(i, name, low + high)
    print("%s-%s" % pair(9), "%r" % (pair(9),), f"{pair(1)}", repr((1,)), str(()))
    print(list((1, 2)), tuple(a) == a)


if __name__ == "__main__":
    main()
