"""collections.ChainMap: scopes over defaults, stores in the first map, order, views, operators, errors, made at import."""
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque

DEFAULTS = {"colour": "red", "user": "guest"}
SETTINGS = ChainMap({"user": "ada"}, DEFAULTS)


class Scope(ChainMap):
    def __missing__(self, key):
        return -1

    def define(self, key):
        self[key] = len(self)
        return self


def attempt(action):
    try:
        print(action())
    except KeyError as error:
        print("KeyError", error)


def chains():
    c = ChainMap({1: "a", 2: "b"}, {2: "B", 3: "C"})
    print(c, list(c), len(c), c[2], c[3], c.get(9), c.get(9, "-"), 3 in c, 9 in c, bool(c), bool(ChainMap({}, {})))
    print(c.maps, c.new_child(), c.new_child({5: "x"})[5], c.parents, sorted(c.keys()), list(c.values()), list(c.items()))
    print(c.keys(), c.values(), c.items(), len(c.items()), "C" in c.values(), (2, "b") in c.items(), (2, "B") in c.items())
    print(c == {1: "a", 2: "b", 3: "C"}, c == ChainMap({3: "C", 1: "a", 2: "b"}), c != ChainMap({1: "a"}))
    c[3] = "new"
    c.setdefault(3, "q")
    c.setdefault(4, "d")
    copy = c.copy()
    del c[3]
    print(c, copy, copy.maps[1] is c.maps[1], c[3], c.pop(4), c.pop(77, "none"), c.popitem())
    c.update({1: "u"})
    print(c, c | {7: "s"}, {7: "s", 1: "z"} | c, [key for key in reversed(c.maps)])
    c |= {8: "t"}
    print(c)
    attempt(lambda: c[99])
    attempt(lambda: c.pop(2))
    attempt(lambda: c.maps[1][5])
    c.clear()
    attempt(lambda: c.popitem()[1])
    try:
        del c[3]
    except KeyError as error:
        print("KeyError", error)


def others():
    order = OrderedDict.fromkeys("abcde", 0)
    print(order | {"f": 1}, defaultdict(int, a=1) | {"b": 2}, OrderedDict(x=1, y=2))
    order.move_to_end("b")
    order.move_to_end("e", last=False)
    print("".join(list(order)), order.popitem(), order.popitem(last=False), list(reversed(order)))
    try:
        order.move_to_end("zz")
    except KeyError as error:
        print("KeyError", error)
    a = Counter(a=3, b=1)
    b = Counter(a=1, b=2)
    print(a + b, a - b, a & b, a | b, a <= b, a & b <= a, a.total(), sorted((a + b).elements()), Counter(a=0) == Counter())
    ring = deque([1, 2, 3, 4, 5], maxlen=5)
    ring.rotate(2)
    ring.append(6)
    ring.rotate(-1)
    print(ring, ring + deque([7]), ring * 2, ring.index(6, 1), deque("ab") < deque("b"), ring.copy().maxlen)


def main():
    chains()
    print(SETTINGS["user"], SETTINGS["colour"], SETTINGS)
    DEFAULTS["size"] = "big"
    print(SETTINGS["size"], len(SETTINGS), SETTINGS.maps[1] is DEFAULTS)
    scope = Scope({"x": 1})
    inner = scope.new_child().define("y").define("x")
    print(inner, inner["x"], inner.parents["x"], scope["nope"], ChainMap.fromkeys("ab", 0))
    others()


if __name__ == "__main__":
    main()
