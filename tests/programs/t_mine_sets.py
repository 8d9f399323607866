"""What CPython's tests check of sets and frozensets of ints and tuples: operations, order, comparisons, errors, methods."""


def told(call):
    try:
        print(repr(call()))
    except (KeyError, RuntimeError, ValueError, TypeError) as error:
        print(type(error).__name__, error)


def operations():
    a, b = {1, 2, 3, 4}, {3, 4, 5}
    f = frozenset([4, 5, 6])
    print(a | b, a & b, a - b, b - a, a ^ b, a | f, f | a, f & a, f - a, a ^ f, type(a | f).__name__, type(f | a).__name__)
    print(a.union(b, [9], range(2)), a.intersection(b, f), a.difference([1], (2,)), a.symmetric_difference([4, 4, 8]), a.union(), a.intersection())
    for x in (set(), {1}, {1, 2}, {2, 3}, {1, 2, 3, 4}):
        print(x < a, x <= a, x > a, x >= a, x == a, x != a, x.issubset(a), x.issuperset([1]), x.isdisjoint(b), x.isdisjoint([2]), bool(x), len(x))
    c = a.copy()
    c |= b
    d = c
    d &= {1, 3, 5, 7}
    e = d
    e ^= {3, 100}
    e -= {1}
    print(c, d is e, e)
    g = f
    g |= {7}
    print(f, g, f == {4, 5, 6}, {4, 5, 6} == f, hash(frozenset([1, 2])) == hash(frozenset([2, 1])), frozenset() == set())
    c.update([1], {2: 3}, range(3))
    c.intersection_update([0, 1, 2, 5], {0, 2, 5})
    c.difference_update([5])
    c.symmetric_difference_update({2, 77})
    print(c, f.copy() is f, frozenset(f) is f)


def changes():
    s = {5, 1, 9}
    s.add(1)
    s.discard(100)
    s.remove(5)
    told(lambda: s.remove(5))
    told(lambda: set().pop())
    told(lambda: {(1, 2)}.remove((2, 1)))
    print(s, s.pop() in (1, 9), len(s))
    s.clear()
    print(s, frozenset(), {*()}, set([]), {0}, {(1,), (2, 3)} == {(2, 3), (1,)})

    def grow(t):
        for n in t:
            t.add(n + 1000)
    told(lambda: grow({1, 2}))
    big = set(range(100))
    for n in list(big):
        if n % 3:
            big.discard(n)
    big.add(2)
    print(sorted(big), len(big), sum(big), max(big), 2 in big, 4 in big, [n for n in big][:5])
    words = {w for w in "the cat the dog".split()}
    print(sorted(words), len(words), "cat" in words, words == set(["cat", "dog", "the"]))


def ordered_as_cpython():
    print({8, 0, 16, 24}, {-1, -2, -3}, set(range(20, 0, -3)), {2**40, 1, 2**61 - 1, 2**61}, frozenset(n * n for n in range(12)))
    s = set()
    for n in (33, 1, 65, 97, 129, 3, 7):
        s.add(n)
        print(s, end=" ")
    s.discard(65)
    s.add(193)
    print(s, set(list(s)), s | {500}, {True, 1, 0, False}, {1.0, 2.5} == {2.5, 1}, [*{3, 1, 2}])
    print({n % 7 for n in range(100, 200)}, {n for n in range(-5, 5)}, set(b"hello"), {len(w) for w in ["a", "bb", "cc"]})


def nested():
    power = [frozenset()]
    for n in (1, 2, 3):
        power += [each | {n} for each in power]
    print(len(set(power)), frozenset([1, 3]) in set(power), frozenset([4]) in power, sorted(sorted(each) for each in power))
    graph = {1: {2, 3}, 2: {4}, 3: {4}, 4: set()}
    reached, todo = set(), [1]
    while todo:
        node = todo.pop()
        if node in reached:
            continue
        reached.add(node)
        todo.extend(graph[node] - reached)
    print(reached, {k: len(v) for k, v in graph.items()}, set(graph) == reached, graph.keys() & {1, 9}, all(graph[n] <= reached for n in graph))
    told(lambda: {1, 2} <= {1})
    print({frozenset({1}): "a"}[frozenset([1])], {frozenset(), frozenset([0])} == {frozenset([0]), frozenset()})


def main():
    operations()
    changes()
    ordered_as_cpython()
    nested()


if __name__ == "__main__":
    main()
