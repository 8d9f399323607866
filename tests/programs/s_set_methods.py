"""Methods and operators of sets and frozensets."""


class Tagged:
    def __init__(self, tags=frozenset({7, 8})):
        self.tags = set(tags)
        self.seen = set()


def kind(x):
    if isinstance(x, frozenset):
        return "frozenset"
    return "set"


def main():
    s = {1, 2, 3}
    print(s.union([4, 5], (6,), {7: 1}), s.union(), s.intersection([2, 3, 9], {3}), s.intersection())
    print(s.difference([1], {2}), s.difference({1: 0}), s.symmetric_difference([3, 4, 4]))
    s.update([4], range(10, 12), {20: "x"})
    print(s)
    s.intersection_update([1, 4, 10, 11])
    print(s)
    s.difference_update([1], {4})
    print(s)
    s.symmetric_difference_update([10, 99])
    print(s)
    other = s
    s |= {5}
    s &= {5, 11, 99}
    s -= {99}
    s ^= {5, 6}
    print(s, other is s)
    s.clear()
    print(s, bool(s), not s, len(s))
    try:
        s.pop()
    except KeyError as e:
        print("KeyError", e)
    try:
        s.remove(5)
    except KeyError as e:
        print("KeyError", e)
    s.discard(5)
    print({1, 2} <= {1, 2, 3}, {1, 2} < {1, 2}, {1, 2} >= {1}, {1, 2} > {1, 2}, {1} != {2}, {1} == {1})
    print({1}.issubset([1, 2]), {1, 2}.issubset({1}), {1}.issuperset([1, 1]), {1}.issuperset({2}))
    print({1}.isdisjoint([2]), {1}.isdisjoint({1}), {1}.isdisjoint(range(3)))
    f = frozenset([1, 2, 3])
    print(f, hash(f), hash(frozenset()), hash(frozenset([f, frozenset()])))
    print(f | {9}, {9} | f, f & {1}, f - {1}, f ^ {1, 4}, f == {1, 2, 3}, f.copy() is f, frozenset(f) is f)
    g = f
    g |= {10}
    print(f, g, kind(f), kind(g), kind({1} | f), type({1}) is set, type(f) is frozenset)
    numbers = {f: "f", frozenset(): "empty"}
    print(numbers[frozenset([3, 2, 1])], numbers, {f, frozenset([3, 1, 2])})
    print({1, 2} | {2.5}, {1, 2} & {2.0, 3.5}, {1, 2} == {1.0, 2.0}, {1, 2} - {1.0}, {1, None} - {None})
    print(repr(set()), repr(frozenset()), str({"x"}), f"{ {1} }", [{1}, set()], ({(1,)}, None))
    print(max({3, 9, 2}), min({3, 9, 2}), sum({1, 2}), any({0}), all({1}), sorted({3, 1, 2}, reverse=True))
    print(list(zip({1, 2}, "ab")), list(map(str, {1, 2})), [i * v for i, v in enumerate({10, 20, 30})])
    print(2 in s, 3 in {1, 3}, "b" in {"a", "b"}, 4 not in {1, 3}, 4 in {1.0, 4.0})
    words = "the quick brown fox jumps over the lazy dog the end".split()
    unique = set(words)
    print(len(unique), sorted(unique), sorted({len(w) for w in words}), sorted(set("hello") - set("lo")))
    t = Tagged()
    t.seen.add("a")
    t.seen |= {"b"}
    u = Tagged({1})
    u.tags.add(2)
    print(t.tags, sorted(t.seen), u.tags, u.seen)
    numbers = {1, 2}
    try:
        for x in numbers:
            numbers.add(x + 100)
    except RuntimeError as e:
        print("RuntimeError:", e)
    it = iter({5})
    print(next(it), next(it, None))
    maybe = None if len(words) > 100 else {1}
    print(maybe, maybe == {1}, maybe is None)
    maybe = None
    try:
        print(len(words) > 100 or maybe | {1})
    except TypeError as e:
        print("TypeError:", e)


if __name__ == "__main__":
    main()
