"""Set displays, comprehensions, constructors, sets made at import, and operations of key views that give sets."""

VOWELS = {"a", "e"}
SIGNS = frozenset("+-")


def main():
    print(len({1, 2}))  # error: unsupported "set"
    print(len({n for n in range(3)}))  # error: unsupported "set"
    print(len(set([1])))  # error: unsupported "set"
    print(len(frozenset([1])))  # error: unsupported "set"
    print("a" in VOWELS)  # error: unsupported "set"
    for sign in SIGNS:  # error: unsupported "set"
        print(sign)
    left, right = {"k": 1}, {"l": 2}
    print(left.keys() | right.keys())  # error: unsupported "set"


if __name__ == "__main__":
    main()
