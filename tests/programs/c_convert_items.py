"""Items that are stored differently where they come from: pairs with a letter in them among pairs with a text."""


def added():
    pairs = list(enumerate("ab")) + [(24, "two letters")]
    print(pairs[0], pairs[-1], pairs[:2] * 2 + [(0, "xyz")])
    found = {(10, "abc"): 1, (0, "a"): 2}
    print(found.pop(pairs[0]), found)


def extended():
    pairs = [(24, "two letters")]
    pairs += list(enumerate("xy"))
    pairs.extend(list(enumerate("pq")))
    pairs.extend(enumerate("mn"))
    pairs[1:2] = list(enumerate("rs"))
    print(pairs, sorted(list(enumerate("xy")) + pairs))
    first, *rest = list(enumerate("xyz"))
    rest.append((7, "long"))
    part = list(enumerate("xyz"))[1:]
    part.append((8, "longer"))
    print(first, rest, part, list(enumerate("uv")) * 2 + part)


def in_dicts():
    texts = {1: (1, "long")}
    texts.update({2: (2, "a b".split()[0])})
    texts |= {3: (3, "x")}
    letters = {k: (k, c) for k, c in enumerate("xy")}
    print(texts, texts | letters, letters.get(9, (0, "none")), letters.get(1, (0, "none")))
    copy = letters.copy()
    copy[5] = (5, "five")
    print(copy, letters)


def in_sets():
    letters = set(enumerate("ab"))
    texts = {(24, "two letters")}
    print(sorted(texts | letters), (0, "a") in (letters | texts), sorted(texts.union(enumerate("xy"))))
    texts.update(letters)
    print(sorted(texts), sorted(letters & texts), letters < texts)


def nested():
    rows = [list(enumerate("ab"))]
    more = [[(9, "nine")]] + [row + [(1, "one")] for row in rows]
    print(more, [("a", [c for c in "bc"])] + [("long", ["longer"])])
    print([(1, (2, "c"[0]))] + [(3, (4, "four"))], sorted([("b"[0], 1)] + [("ab", 2)]))


def main():
    added()
    extended()
    in_dicts()
    in_sets()
    nested()
    print(sorted([], key=lambda item: item), max([[]] + [sorted([], key=len)], key=len))


if __name__ == "__main__":
    main()
