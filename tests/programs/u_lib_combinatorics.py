"""itertools: permutations, combinations, products with repeat, iterables of any number, batches."""

import itertools
from itertools import chain, combinations, combinations_with_replacement, permutations, product, tee, zip_longest


def errors():
    for make in [lambda: permutations("ab", -1), lambda: combinations("ab", -2)]:
        try:
            print(list(make()))
        except ValueError as e:
            print(e)
    try:
        print(list(product("ab", repeat=-1)))
    except ValueError as e:
        print(e)
    try:
        tee([1], -1)
    except ValueError as e:
        print(e)


def solve():
    """SEND + MORE = MONEY, in a smaller alphabet."""
    for a, b, c in permutations(range(1, 10), 3):
        if a * 10 + b + b * 10 + a == c * 11:
            return a, b, c
    return 0, 0, 0


def main():
    print(list(permutations([1, 2, 3])))
    print(["".join(p) for p in permutations("abcd", 2)])
    print(list(permutations([1, 2], 0)), list(permutations([1, 2], 3)), list(permutations([], None)))
    print(list(combinations("abcd", 2)), list(combinations([1, 2, 3], 3)), list(combinations([1], 2)))
    print(list(combinations(range(4), 0)))
    print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement([], 1)))
    print(list(combinations_with_replacement([], 0)), list(combinations_with_replacement([7], 3)))
    print(list(product([0, 1], repeat=3)), list(product("ab", [1.5], repeat=1) if False else []))
    print(list(product("ab", "cd", repeat=2))[:5], list(product([1, 2], repeat=0)), list(product([], repeat=2)))
    print(sum(1 for _ in product(range(6), repeat=4)), list(product([1], [2], [3], [4], [5, 6])))
    print(list(chain([1], [2], [3], [4], [5], [6, 7])))
    print(list(zip_longest([1, 2, 3], [4], [5, 6])), list(zip_longest("ab", "c", "", fillvalue="-")))
    print(list(zip_longest([1, 2])), list(zip_longest()))
    a, b, c = tee(iter([1, 2, 3]), 3)
    print(next(a), next(a), list(b), list(a), list(c))
    pairs = {}
    for x, y in combinations(["x", "y", "z"], 2):
        pairs[x, y] = x + y
    print(pairs)
    best = max(permutations([3, 1, 2]), key=lambda p: p[0] * 100 + p[1] * 10 + p[2])
    print(best, len(set(permutations("aab"))), sorted(set(combinations("aab", 2))))
    print(solve())
    print(len(list(itertools.islice(permutations(range(20)), 1000))))
    errors()


if __name__ == "__main__":
    main()
