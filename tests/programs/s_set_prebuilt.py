"""Sets that the module level makes: their order, items that user code hashes, attributes, defaults."""

import random

random.seed(3)
PREBUILT = {random.randrange(-(10**9), 10**9) for _ in range(100)}
for number in list(PREBUILT)[:40]:
    PREBUILT.discard(number)
MULTIPLES = frozenset(range(0, 300, 7))
WORDS = {"alpha", "beta", "gamma", "delta", "epsilon"}
EMPTY = set()
PAIRS = {(1, 2.5), (3, 4.5), (-1, 0.0)}
NESTED = {frozenset({1, 2}), frozenset({3})}
MAYBE = {1, None, 5}


class Key:
    shared = {1, 2}

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        return self.n == other.n

    def __repr__(self):
        return f"Key({self.n})"


KEYS = {Key(3), Key(1), Key(2)}


def is_odd_one(x, odd=frozenset({7, 8, 9})):
    return x in odd


def main():
    print(PREBUILT)
    for x in PREBUILT:
        print(x, end=" ")
    PREBUILT.update(range(20))
    PREBUILT.add(77)
    print(PREBUILT, 77 in PREBUILT, 78 in PREBUILT)
    print(MULTIPLES, hash(MULTIPLES), MULTIPLES & PREBUILT, MULTIPLES == set(range(0, 300, 7)))
    print("beta" in WORDS, "zeta" in WORDS, len(WORDS), sorted(WORDS))
    for word in WORDS:
        if "zeta" in WORDS:
            print("no")
    WORDS.add("zeta")
    print(sorted(WORDS), sorted(WORDS - {"beta"}))
    EMPTY.add(3)
    print(EMPTY, PAIRS, (3, 4.5) in PAIRS, (3, 4.0) in PAIRS)
    print(frozenset([2, 1]) in NESTED, sorted([sorted(s) for s in NESTED]))
    print(MAYBE - {None}, None in MAYBE, 1 in MAYBE, 2 in MAYBE)
    print(KEYS, Key(2) in KEYS, Key(9) in KEYS)
    KEYS.add(Key(2))
    KEYS.add(Key(11))
    print(sorted([k.n for k in KEYS]))
    Key.shared.add(9)
    print(Key.shared, is_odd_one(7), is_odd_one(1))


if __name__ == "__main__":
    main()
