"""keys() and items() of dicts as sets."""


def show(d, e):
    print(d.keys() & e.keys(), d.keys() | e.keys(), d.keys() - e.keys(), d.keys() ^ e.keys())
    print(d.items() & e.items(), d.items() | e.items(), d.items() - e.items(), d.items() ^ e.items())
    print(d.keys() <= e.keys(), d.keys() < e.keys(), d.keys() == e.keys(), d.items() >= e.items())
    print(d.keys().isdisjoint(e.keys()), d.items().isdisjoint(e.items()))


def main():
    d = {i * 11: i for i in range(9)}
    e = {i * 22: i * 2 for i in range(20)}
    show(d, e)
    show(e, d)
    show(d, {})
    d1 = {1: "a", 2: "b", 3: "c"}
    d2 = {2: "b", 3: "z", 4: "d"}
    print(d1.items() & d2.items(), sorted(d1.items() | d2.items()), sorted(d1.items() ^ d2.items()))
    print(d1.keys() == {1, 2, 3}, {1, 2} < d1.keys(), {1} > d1.keys(), d1.keys() != {1}, d1.keys().isdisjoint([9]))
    print(d1.keys() - [1], [1] | d2.keys(), {1, 9} & d2.keys(), {2, 9, 3, 5} & d2.keys(), d2.keys() & [4, 3])
    print(d1.keys() & frozenset([3, 1]), frozenset([3]) | d1.keys(), {2, 7} - d1.keys(), {2, 7} ^ d1.keys())
    s = {1, 2, 3, 4}
    s -= d1.keys()
    s |= d2.keys()
    print(s, {1: 2}.items() == {(1, 2)}, (2, "b") in (d1.items() & d2.items()))


if __name__ == "__main__":
    main()
