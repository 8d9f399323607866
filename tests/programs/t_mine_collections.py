"""What CPython's tests check of deque, Counter, OrderedDict, defaultdict, ChainMap and named tuples."""
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple

Point = namedtuple("Point", "x y", defaults=[7])


def told(call):
    try:
        print(repr(call()))
    except (KeyError, RuntimeError, ValueError, TypeError, IndexError, AttributeError) as error:
        print(type(error).__name__, error)


def deques():
    d = deque(range(-5125, -5000))
    for i in range(200):
        d.append(i)
        d.appendleft(-i)
    for _ in range(190):
        d.pop()
        d.popleft()
    print(len(d), d[0], d[-1], d[5], sum(d))
    small = deque("abcde", maxlen=3)
    small.append("f")
    small.appendleft("z")
    small.extend("xy")
    small.extendleft("12")
    print(small, small.maxlen, list(reversed(small)), deque([], 0), deque([1, 2], maxlen=0), small.copy().maxlen)
    for n in (0, 1, -1, 2, 7, -8, 100):
        turned = deque("abcd")
        turned.rotate(n)
        print("".join(turned), end=" ")
    print()
    e = deque([1, 2, 3, 2, 1])
    print(e.count(2), e.index(2), e.index(2, 2), e.index(1, -1), 3 in e, e == deque([1, 2, 3, 2, 1]), e < deque([1, 3]), e + deque([9]), e * 2, 9 in e)
    e.remove(2)
    e.insert(1, 50)
    e.insert(-1, 60)
    e.insert(100, 70)
    e[0] = 10
    del e[2]
    e.reverse()
    print(e, e[-2], [*e], e.pop(), e.popleft())
    told(lambda: deque().pop())
    told(lambda: deque([1]).popleft() + deque([0][:0]).popleft())
    told(lambda: e.remove(1000))
    told(lambda: e.index(1000))
    told(lambda: e[10])
    told(lambda: deque([1], maxlen=1).insert(0, 2))
    told(lambda: deque([1], maxlen=-1))

    def changed():
        for n in e:
            e.append(n)
    told(changed)
    ring = deque()
    ring.append(deque([1]))
    ring.append(ring[0])
    print(ring, deque(["a'b"]), deque(maxlen=2), deque([1, 2, 3]) != deque([1, 2]))
    e.clear()
    e += [4]
    print(e, len(e), bool(e), bool(deque()))


def counters():
    c = Counter("abcaba")
    print(c, c["a"], c["zz"], c.most_common(2), c.most_common(), sorted(c.elements()), c.total(), len(c), "zz" in c)
    c.update("aab")
    c.subtract({"c": 5, "d": 1})
    c["e"] += 2
    print(c, +c, -c, c + Counter(e=1), c - Counter(a=2), c & Counter(a=1, e=9), c | Counter(d=3), sorted(c.items()), c.most_common()[-1])
    del c["b"]
    print(c == Counter(a=5, c=-4, d=-1, e=2), c.pop("a"), c.get("q"), c.get("q", 4), Counter(a=0) == Counter(), Counter(a=1) <= Counter(a=2, b=1), dict(c), Counter([3, 1, 3]), Counter(), Counter(cats=4, dogs=8))
    d = Counter(x=3)
    d += Counter(y=1)
    d -= Counter(x=5)
    print(d, Counter({"a": 1}).copy(), sum(Counter([1, 1, 2]).values()), max(Counter("hello").items(), key=lambda item: item[1]))


def ordered():
    o = OrderedDict([("b", 2), ("a", 1), ("c", 3)])
    o["d"] = 4
    o.move_to_end("b")
    o.move_to_end("c", last=False)
    print(list(o), o.popitem(), o.popitem(last=False), list(reversed(o)), o == {"a": 1, "d": 4}, o == OrderedDict([("d", 4), ("a", 1)]), len(o))
    told(lambda: o.move_to_end("zz"))
    told(lambda: OrderedDict([(1, 1)][:0]).popitem())
    o["a"] = 9
    print(o, o.pop("d"), o.setdefault("n", 0), o.get("x"), list(o.items()), "n" in o, o.copy() == o)


def defaults():
    d = defaultdict(list)
    for word in "one two three four five six".split():
        d[len(word)].append(word)
    print(d, d[3], d[99], len(d), d.get(1000), 1000 in d, sorted(d.items())[-1])
    n = defaultdict(int, {"a": 1})
    for ch in "banana":
        n[ch] += 1
    print(n, n.pop("a"), n["zz"], dict(n), n.copy()["q"], len(n))
    deep = defaultdict(lambda: defaultdict(int))
    deep["x"]["y"] += 1
    deep["x"]["z"] -= 1
    print({k: dict(v) for k, v in deep.items()}, defaultdict(set)[1], list(defaultdict(str, a="b").values()))
    base = {"a": 1, "b": 2}
    chain = ChainMap({"b": 20}, base)
    chain["c"] = 3
    print(chain["a"], chain["b"], chain["c"], len(chain), sorted(chain), base, chain.maps, chain.get("zz", 0), "a" in chain, chain.new_child({"a": -1})["a"], chain.parents["b"])
    told(lambda: chain["nope"])
    told(lambda: chain.pop("a"))


def named():
    p = Point(1, 2)
    q = Point(y=5, x=4)
    print(p, Point(3), p.x + q.y, p[0], p[-1], len(p), list(p), p._replace(y=0), p._asdict(), Point._fields, Point._make([8, 9]), p == (1, 2), p < q, p + (3,), hash(p) == hash((1, 2)), Point._field_defaults)
    x, y = q
    print(x, y, p.index(2), q.count(4), max(p, q), sorted([q, p]), {p: "a"}[Point(1, 2)], 2 in p, "%s-%s" % p, p[::-1], tuple(p), isinstance(p, tuple))


def main():
    deques()
    counters()
    ordered()
    defaults()
    named()


if __name__ == "__main__":
    main()
