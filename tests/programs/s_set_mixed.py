"""Sets of mixed kinds: equality and look-ups across types, user __eq__ that raises, empty sets, sets as values."""

class A:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 3
    def __eq__(self, o):
        if o.n == 13: raise ValueError("unlucky")
        return self.n == o.n
def main():
    print({1, 2} == {1.0, 2.0}, [{1}] == [{1.0}], ({1},) == ({2.5},), {1} == set(), set() == {"a"}, {1} == {"a"}, {1} != {"b"})
    print(frozenset([1]) == {1}, {frozenset([1])} == {frozenset([1.0])})
    print(1.0 in {1, 2}, 2 in {1.5, 2.0}, None in {1}, (1, 2.0) in {(1, 2)})
    s = {1, 2, 3}
    s.discard(2.0); print(s)
    try:
        s.remove(7.5)
    except KeyError as e: print(e)
    xs = {A(i) for i in range(6)}
    print(len(xs), A(4) in xs)
    try:
        print(A(13) in xs)
    except ValueError as e: print(e)
    try:
        xs.add(A(13))
    except ValueError as e: print(e)
    try:
        print(len(xs & {A(13), A(1)}))
    except ValueError as e: print("and", e)
    print(len(xs))
    e = set()
    e2 = set()
    print(e == e2, e <= e2, e | e2, e & {1}, {1} - e, e.union([1]), len(e))
    t = {(1, "a"), (2, "b")}
    print(sorted(t), (1, "a") in t)
    for a, b in sorted(t): print(a, b)
    print(sorted([{1, 2}, {1}, {1, 2, 3}], key=len))
    d = {}
    for w in "a b a c".split():
        d.setdefault(w, set()).add(len(d))
    print(d)
    g = {1: {2, 3}, 2: {3}, 3: set()}
    seen = set()
    todo = [1]
    while todo:
        n = todo.pop()
        if n in seen: continue
        seen.add(n)
        todo.extend(g[n] - seen)
    print(seen)
    print(set(map(abs, [-1, 1, 2])), set(x for x in range(3)), frozenset(x * x for x in range(4)), set(zip([1, 2], "ab")) == {(1, "a"), (2, "b")})
    print({c for c in "hello"} == set("hello"), len(set("héllo")))
    print(sum(len(x) for x in ["a", "bb"]), set([True, 1, 1.0]), {0, False})
    print(frozenset({1}).union({2}), {1}.union(frozenset({2})))
    u = set(); u.add((1, None)); print(u)
    u2 = {None}; u2.add(None); print(u2, None in u2)
    x = {1} if len(d) else None
    print(x)
    print(not {1}, bool(set()))
    l = [3, 1, 2, 3]
    print(list(set(l)), sorted(set(l), key=lambda v: -v), len(set(l)))
    a, b = {1, 2, 3}, {2, 3, 4}
    a, b = a & b, a | b
    print(a, b, a <= b, a.issubset(b), b >= a)
    it = iter({1, 2})
    for v in it: print(v)
    print({*a} | {*b})
    del a
    print([s for s in ({1}, {2})], {1: {2}})
    assert {1} == {1}, {2}
    print(set(range(0)), max({"a", "c", "b"}), "".join(sorted({"b", "a"})), ",".join(sorted({str(i) for i in range(3)})))
if __name__ == "__main__":
    main()
