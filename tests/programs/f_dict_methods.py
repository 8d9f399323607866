"""Each dict method does what CPython's does."""


def main():
    d = {"a": 1, "b": 2}
    print(d.get("a"), d.get("z"), d.get("z", -1), d.setdefault("a", 9), d.setdefault("c", 3), d)
    print(d.pop("b"), d.pop("b", 77), d)
    d.update({"a": 10, "x": 5})
    print(d)
    d.update([("y", 6), ("x", 7)])
    d.update(k=1, a=2)
    print(d)
    print(d.popitem(), d.popitem(), d)
    copy = d.copy()
    copy["a"] = -1
    print(d["a"], copy["a"], copy is d)
    merged = d | {"m": 1, "a": 0}
    print(merged, d)
    d |= {"z": 26}
    print(d)
    print(dict.fromkeys(["p", "q"], 0), dict.fromkeys("ab"), dict.fromkeys(range(3), ""))
    groups = {}
    for word in "apple bat ant bee cat".split():
        groups.setdefault(word[0], []).append(word)
    print(groups)
    print(list(reversed(d)), sorted(d), max(d), min(d.values()), sum(d.values()))
    d.clear()
    print(d, len(d))
    try:
        d.popitem()
    except KeyError as error:
        print(error)
    try:
        d.pop("gone")
    except KeyError as error:
        print(error)


if __name__ == "__main__":
    main()
