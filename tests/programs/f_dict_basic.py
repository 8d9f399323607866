"""Dicts keep insertion order through stores, deletions and stores again."""


def count_words(text):
    counts = {}
    for word in text.split():
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    return counts


def main():
    d = {"one": 1, "two": 2, "three": 3}
    print(d, len(d), d["two"], "one" in d, "four" in d, "four" not in d)
    d["four"] = 4
    d["one"] = 100
    print(d)
    del d["two"]
    d["two"] = 22
    print(d, list(d), [k for k in d])
    for key in d:
        print(key, d[key], end=" ")
    print()
    print(count_words("the cat the dog a cat the end"))
    print({} == {}, {"a": 1} == {"a": 1}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} != {"a": 2})
    big = {}
    for i in range(1000):
        big[i * 7919 % 1000] = i
    for i in range(0, 1000, 3):
        del big[i]
    for i in range(0, 1000, 6):
        big[i] = -i
    keys = list(big)
    print(len(big), keys[:8], keys[-5:], sum(big.values()))
    empty = {}
    print(empty, not empty, bool(d))
    empty["x"] = [1]
    empty["x"].append(2)
    print(empty, dict(a=1, b=2), dict([("p", 1), ("q", 2)]), dict(d) == d, dict())


if __name__ == "__main__":
    main()
