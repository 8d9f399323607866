"""keys, values and items are live views: printed, counted, searched, iterated."""


def main():
    d = {"a": 1, "b": 2}
    keys = d.keys()
    values = d.values()
    items = d.items()
    print(keys, values, items, len(keys), len(values), len(items))
    d["c"] = 3
    print(keys, values, items)
    print("c" in keys, "d" in keys, 3 in values, 4 in values, ("c", 3) in items, ("c", 4) in items)
    for key, value in d.items():
        print(key, value, end=" ")
    for value in d.values():
        print(value, end=" ")
    for key in d.keys():
        print(key, end=" ")
    print()
    print(list(keys), list(values), list(items), sorted(values, reverse=True))
    print(list(reversed(keys)), list(reversed(values)), list(reversed(items)))
    for i, (key, value) in enumerate(d.items()):
        print(i, key, value)
    by_value = sorted(d.items(), key=lambda item: -item[1])
    print(by_value, max(d.items(), key=lambda item: item[1]))
    print({v: k for k, v in d.items()}, [k * v for k, v in d.items()], keys == {"x": 1}.keys(), keys == d.keys())
    print({}.keys(), {}.values(), {}.items(), dict(d.items()) == d, " ".join(d.keys()))
    for key, value in zip(d.keys(), d.values()):
        print(key + str(value), end=" ")
    print(any(values), all(values), sum(values))


if __name__ == "__main__":
    main()
