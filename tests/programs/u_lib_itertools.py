"""itertools, as generators."""
import itertools
from itertools import chain, count, islice, groupby, accumulate, product, takewhile, dropwhile, repeat, cycle
from itertools import zip_longest, pairwise, starmap, filterfalse, compress, tee
import operator

def main():
    print(list(chain([1, 2], (3, 4), range(5, 7))))
    print(list(chain("ab", ["cd"])), list(chain.from_iterable([[1], [2, 3], []])), list(itertools.chain()))
    print(list(islice(count(10), 3)), list(islice("abcdefg", 1, 6, 2)), list(islice([1, 2, 3], 1, None)))
    it = iter(range(10))
    print(list(islice(it, 3)), list(islice(it, 2)), next(it))
    for key, group in groupby(["apple", "ant", "bee", "cow", "cat"], key=lambda w: w[0]):
        print(key, list(group))
    print([(k, len(list(g))) for k, g in groupby("aaabbc")])
    for k, g in groupby([1, 1, 2, 3, 3]):
        print(k)
    print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=10)))
    print(list(product([1, 2], "ab")), len(list(product(range(3), range(3), range(2)))))
    print(list(takewhile(lambda n: n < 3, [1, 2, 3, 1])), list(dropwhile(lambda n: n < 3, [1, 2, 3, 1])))
    print(list(repeat("x", 3)), list(islice(cycle("abc"), 7)))
    print(list(zip_longest([1, 2, 3], "ab")), list(zip_longest("a", "bcd", fillvalue="-")))
    print(list(pairwise([1, 2, 3])), list(starmap(pow, [(2, 3), (3, 2)])))
    print(list(filterfalse(lambda n: n % 2, range(6))), list(compress("abcd", [1, 0, 1, 0])))
    a, b = tee([1, 2, 3])
    print(next(a), next(a), next(b), list(a), list(b))
    for x, y in product(range(2), repeat=1) if False else product([0, 1], [5]):
        print(x, y)
    late = [1]
    early = product(late, [5])
    late.append(2)
    print(list(early), list(product()), list(accumulate([1, 2], initial=None)))
    for i, x in zip(count(1), "ab"):
        print(i, x)

if __name__ == "__main__":
    main()
