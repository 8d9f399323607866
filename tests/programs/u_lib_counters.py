"""collections: Counter, defaultdict, OrderedDict, nested and made at import."""
from collections import Counter, defaultdict, OrderedDict
import collections

WORDS = Counter("abracadabra")
GROUPS = defaultdict(list)
GROUPS["x"].append(1)

class Names(OrderedDict):
    def __missing__(self, key):
        return "none " + key


class Both(Counter, OrderedDict):
    pass


NAMES = Names()
NAMES["a"] = "x"


def main():
    global WORDS
    c = Counter("the cat the dog the end".split())
    print(c, c["the"], c["nope"], len(c), "cat" in c)
    print(c.most_common(2), c.total())
    c.update(["dog", "dog"])
    c["new"] += 5
    print(c.most_common())
    for word, n in sorted(c.items()):
        print(word, n)
    print(sorted(c), list(c.elements()))
    d = Counter({"the": 1, "dog": 7})
    print(c + d, c - d, c & d, c | d, c == d, c == Counter(c))
    del c["zzz"]
    c.subtract({"the": 3})
    print(c)
    print(WORDS.most_common(3), WORDS)
    g = defaultdict(list)
    for word in ["apple", "avocado", "bean", "cherry", "corn"]:
        g[word[0]].append(word)
    print(g)
    print(dict(g.items()), g.get("q"), "q" in g, sorted(g))
    n = defaultdict(int)
    for ch in "mississippi":
        n[ch] += 1
    print(n, max(n.values()), sorted(n.items(), key=lambda kv: (-kv[1], kv[0])))
    nested = defaultdict(lambda: defaultdict(int))
    nested["a"]["b"] += 2
    print(nested["a"]["b"], len(nested))
    GROUPS["y"].append(2)
    print(GROUPS["x"], GROUPS["y"])
    s = defaultdict(set)
    s[1].add(2)
    print(s)
    o = OrderedDict()
    o["b"] = 1
    o["a"] = 2
    o["c"] = 3
    o.move_to_end("b")
    print(o, list(o), o.popitem(), o.popitem(last=False), o)
    o.move_to_end("c", last=False) if "c" in o else None
    print(o == OrderedDict([("c", 3)]), isinstance(c, dict), isinstance(o, OrderedDict))
    print(sum(c.values()), c.get("the", 9), c.pop("dog"))
    print(Counter("aab") == {"a": 2, "b": 1}, {"a": 2, "b": 1} == Counter("aab"), Counter("a") == {"a": 2})
    same = WORDS
    WORDS += Counter("zz")
    same -= Counter("b")
    print(same is WORDS, WORDS, +Counter({"x": -1, "y": 2}), -Counter({"x": -1}))
    print(NAMES["a"], NAMES["zz"], len(NAMES), list(Both("abca")), Both("abca")["a"])
    empty = defaultdict(None, [("k", 1)])
    try:
        empty["z"]
    except KeyError as e:
        print("KeyError", e)

if __name__ == "__main__":
    main()
