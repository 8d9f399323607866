"""Methods of built-in values, read and kept: as keys, in map and filter, in containers and attributes."""


class Registry:
    def __init__(self):
        self.names = {}
        self.lookup = self.names.get
    def add(self, k, v):
        self.names[k] = v
HANDLERS = {"up": str.upper, "low": str.lower, "strip": str.strip}
LOG = []
RECORD = LOG.append


def pick(flag, xs):
    return xs.append if flag else xs.remove


def compose(f, g):
    return lambda x: g(f(x))


def group(pairs):
    d = {}
    for k, v in pairs:
        d.setdefault(k, []).append(v)
    return d


def safe(f, x, default):
    try:
        return f(x)
    except (ValueError, KeyError, IndexError):
        return default


def main():
    r = Registry()
    r.add("a", 1)
    print(r.lookup("a"), r.lookup("b"))
    for name in HANDLERS:
        print(name, HANDLERS[name](" Ab "))
    RECORD("x")
    RECORD("y")
    print(LOG)
    xs = [1, 2]
    for flag in (True, False):
        pick(flag, xs)(2)
        print(xs)
    shout = compose(str.strip, str.upper)
    print(shout(" q "))
    print(safe(int, "x", -1), safe([10].index, 3, -2), safe({"a": 4}.pop, "z", 9), safe({"a": 4}.pop, "a", 9))
    words = "the cat sat on the mat".split()
    counts = {}
    for w in words:
        counts[w] = counts.get(w, 0) + 1
    print(sorted(counts, key=counts.get, reverse=True)[:2])
    print(sorted(counts, key=lambda w: (-counts[w], w)))
    best = max(counts.keys(), key=counts.get)
    print(best, counts[best])
    print(any(map(str.isdigit, "ab1")), all(map(str.isalpha, "ab")))
    print(sorted([3, -1, 2], key=abs), sorted(["bb", "a"], key=len))
    print(list(map(int, "1 2 3".split())), sum(map(len, words)))
    d2 = {1: 1.5}
    print(sorted([1, 2], key=lambda k: d2.get(k, 0.0)))
    get = counts.get
    try:
        print(get("cat", 5), get("dog", 5))
    finally:
        print("done")
    pop = xs.pop
    while xs:
        print(pop())
    print(list(map(str.split, ["a b", "c"])), list(map(str.replace, ["aXb"], ["X"], ["-"])))
    t = (3, 1, 2)
    print(list(map(t.index, [1, 2])), list(map("abc".find, "cb")))


if __name__ == "__main__":
    main()
