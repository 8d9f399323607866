"""None joins numbers in variables, lists and results, and is told apart from 0."""


def parse(text):
    try:
        return int(text)
    except ValueError:
        return None


def find(items, wanted):
    for i, item in enumerate(items):
        if item == wanted:
            return i


def describe(n):
    if n is None:
        return "nothing"
    return "number " + str(n + 1)


def or_default(n, default):
    return n if n is not None else default


def ratio(a, b):
    if b == 0:
        return None
    return a / b


def main():
    values = [parse(text) for text in ["1", "x", "0", "-5"]]
    print(values, [describe(v) for v in values])
    print([or_default(v, 100) for v in values], [v for v in values if v is not None], [v for v in values if v])
    print(find([7, 8], 8), find([7, 8], 7), find([7, 8], 9), values.count(None), None in values, values.index(None))
    slots = [None] * 4
    slots[1] = 5
    slots[3] = 0
    print(slots, slots[0] is None, slots[3] is None, slots[1] == 5, slots[0] == 0, slots[0] != slots[2])
    print(ratio(1, 2), ratio(1, 0), str(ratio(3, 0)), f"{ratio(1, 4)} {ratio(1, 0)}")
    best = None
    for n in [3, 9, 4]:
        if best is None or n > best:
            best = n
    print(best, values == [1, None, 0, -5], {"a": None, "b": 2}, (None, 1))
    cache = {}
    cache["x"] = parse("y")
    cache["z"] = parse("3")
    print(cache, cache.get("x"), cache.get("q"), cache["z"])
    mixed = [None, 1, 2.5, True]
    print(mixed, [m is None for m in mixed], [str(m) for m in mixed])


if __name__ == "__main__":
    main()
