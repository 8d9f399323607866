"""Generic helpers over lists take functions of different types at different calls."""


def map_list(f, items):
    return [f(item) for item in items]


def keep(predicate, items):
    return [item for item in items if predicate(item)]


def reduce(f, items, start):
    for item in items:
        start = f(start, item)
    return start


def group_by(key, items):
    groups = {}
    for item in items:
        k = key(item)
        if k not in groups:
            groups[k] = []
        groups[k].append(item)
    return groups


def pipeline(stages, value):
    for stage in stages:
        value = stage(value)
    return value


def zip_with(f, a, b):
    return [f(x, y) for x, y in zip(a, b)]


def double(x):
    return x + x


def grows(x):
    return x < x + x


def main():
    words = ["apple", "fig", "kiwi", "date", "plum"]
    print(map_list(len, words), map_list(lambda w: w[0], words), map_list(lambda n: n / 2, [1, 2]))
    print(keep(lambda w: "i" in w, words), keep(lambda n: n % 2, range(7)))
    print(reduce(lambda a, b: a + b, [1, 2, 3], 0), reduce(lambda a, w: a + w[0], words, ""))
    print(reduce(lambda d, w: d + [len(w)], words, []))
    print(group_by(len, words), group_by(lambda n: n % 3, range(8)), group_by(lambda w: w[-1] == "e", words))
    print(pipeline([lambda n: n + 1, lambda n: n * 10], 4), pipeline([str.strip, str.upper], " x "))
    print(zip_with(lambda a, b: a * b, [1, 2], [3, 4]), zip_with(lambda a, n: a * n, "ab", [2, 3]))
    print(list(map(double, [1, 2])), list(map(double, ["a", "b"])), list(map(double, [1.5])))
    print(list(filter(grows, [1, 0])), list(filter(grows, ["", "a"])), ",".join(map(str, [1.5, 2.5])))


if __name__ == "__main__":
    main()
