"""Bound and unbound methods of built-in values and built-in functions reach functions that take any callable."""


def apply(f, xs):
    return [f(x) for x in xs]


def call_all(fs, x):
    for f in fs:
        print(f(x))


def each(f, xs):
    for x in xs:
        f(x)


class Box:
    def __init__(self, f):
        self.f = f
    def run(self, x):
        return self.f(x)


def twice(f, x):
    return f(f(x))


def main():
    counts = {"b": 2, "a": 3, "c": 1}
    print(sorted(counts, key=counts.get), max(counts, key=counts.get), min(counts, key=counts.get))
    names = list(counts)
    names.sort(key=counts.get, reverse=True)
    print(names)
    print(list(map(counts.get, ["a", "zz"])))
    print(apply(counts.get, ["a", "q"]), apply(str.upper, ["a"]), apply(len, ["abc", ""]), apply(ord, "ab"), apply(int, ["12"]))
    other = {1: "one"}
    print(apply(other.get, [1]))
    out = []
    each(out.append, [1, 2])
    each(out.remove, [1])
    print(out)
    s = "hello world"
    call_all([s.startswith, s.endswith], "hello")
    call_all([s.count, s.find], "o")
    call_all([str.upper, str.title, lambda t: t + "!"] if hasattr(str, "title") else [], "ab c")
    b = Box(s.index)
    print(b.run("w"))
    b.f = s.find
    print(b.run("z"))
    table = {"get": counts.get, "len": len}
    print(table["get"]("a"), table["len"]("abc"))
    join = ", ".join
    print(join(["a", "b"]), list(map(join, [["x", "y"], ["z"]])))
    print(twice(str.strip, " a "))
    append = out.append
    for i in range(5):
        append(i * i)
    print(out)
    xs = ["b", "A"]
    print(sorted(xs, key=str.lower), list(filter(str.isupper, xs)), list(filter(s.startswith, ["he", "wo"])))
    print({}.fromkeys(["a", "b"], 0), counts.fromkeys([1, 2]))
    print(repr(counts.get).split(" at ")[0], callable(counts.get))
    split = "a-b-c".split
    print(split("-", maxsplit=1), split("-"))
    try:
        print(list(map([1, 2].index, [2, 3])))
    except ValueError as e:
        print(e)


def name_of(f):
    return f.__name__


if __name__ == "__main__":
    main()
    print(name_of(len), name_of(str.upper), name_of([].append), name_of(int), name_of(name_of))
