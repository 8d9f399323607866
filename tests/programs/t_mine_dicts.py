"""What CPython's tests check of dicts: order, views and their set operations, changes, merging, errors."""


def told(call):
    try:
        print(repr(call()))
    except (KeyError, RuntimeError, ValueError, TypeError) as error:
        print(type(error).__name__, error)


class Key:
    """Equal keys hash alike; many others do as well."""

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number % 4

    def __eq__(self, other):
        return self.number == other.number

    def __repr__(self):
        return f"K{self.number}"


def order():
    d = {}
    for i in range(12):
        d[i * 5 % 12] = i
    for i in range(0, 12, 3):
        del d[i]
    d[3] = 100
    d[7] = 200
    print(d, list(d), list(reversed(d)), list(reversed(d.values())), d.popitem(), d.popitem(), len(d))
    d.pop(1)
    d[1] = -1
    print(d.setdefault(1, 5), d.setdefault(50, 5), list(d.items())[-2:], d.get(99), d.get(99, 7), d.pop(99, "x"[:0].count("")))
    print({1: "a", True: "b", 1.0: "c"}, {1: 2, 3: 4} == {3: 4, 1: 2}, {1: 2} != {1: 3}, {"a": {"b": {}}} == {"a": {"b": {}}})
    told(lambda: {}.popitem())
    told(lambda: d[1000])
    told(lambda: d.pop(1000))
    told(lambda: {"a": 1}["b'c"])
    told(lambda: {(1, 2): 3}[(2, 1)])
    e = dict(zip("abc", range(3)))
    e.update([("b", 20), ("d", 30)])
    e.update(a=7, z=8)
    e |= {"q": 1}
    print(e, e | {"a": 0}, {"a": 0} | e, dict(e, c=5), {**e, "b": 1, **{"c": 2}})


def views():
    d = {1: "one", 2: "two", 3: "three"}
    keys, values, items = d.keys(), d.values(), d.items()
    d[4] = "four"
    print(keys, values, items, len(keys), 4 in keys, "four" in values, (1, "one") in items, (1, "two") in items)
    print(sorted(keys & {2, 4, 9}), sorted(keys | {9}), sorted(keys - {1, 2}), sorted(keys ^ {4, 5}), keys == {1, 2, 3, 4}, keys >= {1}, keys.isdisjoint({7}), keys.isdisjoint([3]))
    print(sorted(items & {(1, "one"), (2, "x")}), sorted(items - {(1, "one")}), {1: 2}.items() == {1: 2}.items(), {1: 2}.keys() < {1: 0, 3: 0}.keys())
    print(list(map(lambda pair: pair[0] * len(pair[1]), items)), max(d, key=lambda k: d[k]), sum(d), min(values), ",".join(values))


def changed_meanwhile():
    d = {1: 1, 2: 2}

    def grow():
        for key in d:
            d[key + 10] = 0
    told(grow)

    def shrink():
        for key, value in d.items():
            del d[key]
    told(shrink)

    def stores_only():
        for key in d:
            d[key] = -key
        return d
    told(stores_only)
    for key in list(d):
        if key > 5:
            del d[key]
    print(d)


def own_keys():
    d = {Key(i): i for i in range(9)}
    d[Key(4)] = 40
    del d[Key(0)]
    print(d, Key(8) in d, Key(9) in d, d[Key(4)], len(d), d.pop(Key(5)), [key for key in d if key.number % 4 == 1])
    for i in range(200):
        d[Key(i % 50)] = i
        if i % 3 == 0:
            d.pop(Key(i % 50 - 1 if i % 50 else 49), None)
    print(len(d), sum(d.values()), [key.number for key in d][:10])
    print({(1, "a"): 1, (2, "b"): 2}[(1, "a")], {frozenset([1, 2]): 3}[frozenset([2, 1])], {"": 1}[""], {-1: "a", -2: "b"}, {0.5: 1, float("inf"): 2})


def shown():
    d = {"self": 1}
    nested = {}
    nested[1] = nested
    print(d, nested, {"a": [{"b": (2,)}]}, {None: 1}, {b"x": 1.0, b"": -0.0}, dict(), {1: {}})
    print(dict.fromkeys("abca", 0), dict.fromkeys(range(3)), dict([(1, 2), (1, 3)]), {k: v for v, k in enumerate("xyx")}, dict({1: 2}))
    copy = {1: [2]}.copy()
    copy[1].append(3)
    counts = {}
    for word in "a b a c b a".split():
        counts[word] = counts.get(word, 0) + 1
    print(copy, counts, sorted(counts.items(), key=lambda item: (-item[1], item[0])), {len(k): k for k in counts}, counts.clear(), counts)


def main():
    order()
    views()
    changed_meanwhile()
    own_keys()
    shown()


if __name__ == "__main__":
    main()
