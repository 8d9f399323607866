"""What CPython's tests check of lists: slices stored and deleted, searching with bounds, sorting, changes while iterating."""


def told(call):
    try:
        print(repr(call()))
    except (ValueError, TypeError, IndexError, KeyError) as error:
        print(type(error).__name__, error)


class Item:
    """Equal by number; how often it was compared is counted."""
    compared = 0

    def __init__(self, number, name=""):
        self.number = number
        self.name = name

    def __eq__(self, other):
        Item.compared += 1
        return self.number == other.number

    def __lt__(self, other):
        return self.number < other.number

    def __repr__(self):
        return f"{self.number}{self.name}"


def stored():
    for bounds in [slice(0, 0), slice(1, 3), slice(3, 1), slice(-2, None), slice(None, -2), slice(-100, 100), slice(5, 9), slice(2, 2)]:
        a = [0, 1, 2, 3, 4]
        a[bounds] = ["x"[:0].count("") * 7, 8]
        b = [0, 1, 2, 3, 4]
        del b[bounds]
        c = [0, 1, 2, 3, 4]
        c[bounds] = []
        print(bounds, a, b, c, [0, 1, 2, 3, 4][bounds])
    for step in (-4, -3, -2, -1, 1, 2, 3, 100):
        a = list(range(7))
        print(step, a[::step], a[5:1:step], a[1:5:step], a[-1:-9:step], a[-9:-1:step])
        b = list(range(7))
        del b[::step]
        c = list(range(7))
        c[1:6:step] = [-1] * len(range(*slice(1, 6, step).indices(7)))
        print(b, c)
    a = [1, 2, 3]
    a[:] = a
    a[1:1] = a
    print(a)
    a[::-1] = a
    print(a)
    d = [1, 2, 3, 4]

    def wrong(step):
        d[::step] = [9]
    told(lambda: wrong(2))
    told(lambda: wrong(-1))
    told(lambda: wrong(0))
    d[0:2] = (n * n for n in range(4))
    d[len(d):] = range(2)
    print(d)


def searched():
    a = [-2, -1, 0, 0, 1, 2]
    print(a.index(0), a.index(0, 2), a.index(0, -4), a.index(0, -3, 100), a.index(0, 3, 4), a.index(0, -3, -2), a.count(0), a.count(9))
    told(lambda: a.index(0, 4, -100))
    told(lambda: a.index(2, 0, -10))
    told(lambda: a.remove(9))
    told(lambda: [].pop())
    told(lambda: a.pop(6))
    told(lambda: a.pop(-7))
    a.insert(-100, 5)
    a.insert(100, 6)
    a.insert(-1, 7)
    print(a, a.pop(0), a.pop(-1), a.pop(-2), a)
    items = [Item(3), Item(1), Item(2), Item(1)]
    print(items.index(Item(1)), items.count(Item(1)), Item(2) in items, Item.compared, items == [Item(3)], [items[0]] == [items[0]], Item.compared)
    items.remove(Item(1))
    print(items, [1, 2] < [1, 2, 3], [1, 3] > [1, 2, 3], [] < [0], [2] <= [2], [[1], [2]] < [[1], [3]], [1, 2] != [1, 2.0])
    print([1] * 3, 0 * [1], [1] * -5, ([[0]] * 2)[0] is ([[0]] * 2)[1], [None] * 2 + [1])


def sorted_ways():
    names = "the quick brown fox jumps over the lazy dog and then some more of the words follow here".split()
    print(sorted(names, key=len), sorted(names, key=len, reverse=True)[:6])
    items = [Item(i * 7 % 5, "abcdefghij"[i]) for i in range(10)]
    print(sorted(items), sorted(items, reverse=True))
    items.sort(key=lambda item: (-item.number, item.name))
    print(items, max(items), min(items), max(items, key=lambda item: item.name))
    many = [(i * 37) % 101 for i in range(101)]
    for width in (2, 3, 10):
        keyed = sorted(many, key=lambda n: n // width)
        again = sorted(range(101), key=lambda i: many[i] // width)
        print(keyed[:8], keyed == [many[i] for i in again], sorted(keyed) == list(range(101)))
    runs = list(range(40)) + list(range(60, 20, -1)) + [5] * 10 + list(range(30))
    print(sorted(runs) == sorted(reversed(runs)), sorted(runs)[45:60], sorted(runs, reverse=True)[:12])
    print(sorted("bca"), sorted({3: 1, 1: 2}), sorted([(2, "a"), (1, "b"), (1, "a")]), sorted([[2], [], [1, 5]]), sorted([True, False, True]), sorted([0.0, -0.0, -1.5]))


def changed_meanwhile():
    a = [1, 2, 3, 4]
    seen = []
    for n in a:
        seen.append(n)
        if n == 2:
            a.append(10)
            a.remove(1)
    print(seen, a)
    b = [0, 1, 2, 3, 4, 5]
    for n in b:
        if n % 2 == 0:
            b.remove(n)
    print(b)
    it = iter([1, 2])
    print(next(it), next(it), next(it, "end"[:0] or None), list(it), list(reversed(b)), [*map(str, b)])
    c = [1]
    for n in c:
        if len(c) < 5:
            c.extend(c)
    print(c)
    c.clear()
    d = c
    d += [1]
    print(c, d is c, c.copy() is c, [x for x in c for c in [[x, x]]])


def nested():
    a = []
    a.append(a)
    b = [[1], [2]]
    b.append(b[0])
    b[0].append(3)
    print(repr(a), b, b[0] is b[2], [[]] * 2, [[], [1]])


def main():
    stored()
    searched()
    sorted_ways()
    changed_meanwhile()
    nested()


if __name__ == "__main__":
    main()
