"""Generators: consumers of all kinds, next() until the end."""


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def pairs(items):
    for a in items:
        for b in items:
            if a != b:
                yield a, b


def words(text):
    word = ""
    for c in text:
        if c == " ":
            if word:
                yield word
            word = ""
        else:
            word += c
    if word:
        yield word


def main():
    for x in count(3):
        print(x)
    print(list(count(5)), sum(count(10)))
    for p in pairs([1, 2, 3]):
        print(p)
    for w in words("the quick  brown fox"):
        print(w)
    g = count(2)
    print(next(g), next(g), next(g, 99))
    try:
        next(g)
    except StopIteration:
        print("stop")
    it = iter(count(3))
    print(next(it), list(it))
    for a, b in zip(count(3), words("a b c d")):
        print(a, b)
    for i, w in enumerate(words("x y")):
        print(i, w)


if __name__ == "__main__":
    main()
