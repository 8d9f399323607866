"""What CPython's tests check of itertools, functools, heapq and bisect."""
import bisect
import functools
import heapq
import itertools
import operator


def told(call):
    try:
        print(repr(call()))
    except (KeyError, ValueError, TypeError, IndexError, StopIteration) as error:
        print(type(error).__name__, error)


def joined():
    print(list(itertools.accumulate([1, 2, 3, 4])), list(itertools.accumulate([3, 1, 4], max)), list(itertools.accumulate([2, 3], operator.mul, initial=10)), list(itertools.accumulate([0][:0])), list(itertools.accumulate("abc")))
    print(list(itertools.chain("ab", [], ["c"])), list(itertools.chain.from_iterable([[1], [], [2, 3]])), list(itertools.compress("ABCDEF", [1, 0, 1, 0, 1, 1])), list(itertools.filterfalse(lambda n: n % 2, range(6))), list(itertools.filterfalse(None, [0, 1, 2])), list(itertools.starmap(pow, [(2, 5), (3, 2)])))
    print(list(itertools.pairwise("abcd")), list(itertools.pairwise("a")), list(itertools.zip_longest("abc", "x", fillvalue="-")), list(itertools.zip_longest([1], [2, 3])))
    for key, group in itertools.groupby("AAAbBBBaa", key=str.upper):
        print(key, "".join(group), end="; ")
    print([(k, len(list(g))) for k, g in itertools.groupby([1, 1, 2, 3, 3, 3])], [k for k, _ in itertools.groupby(sorted("mississippi"))])
    a, b = itertools.tee(iter(range(4)))
    print(next(a), next(a), list(b), list(a), [list(t) for t in itertools.tee("xy", 3)])
    print(list(itertools.islice(range(7), 3)), list(itertools.islice(range(7), 1, 3)), list(itertools.islice(range(7), 1, 10, 3)), list(itertools.islice(range(7), None, None, 2)), list(itertools.islice(range(7), 5, 2)))
    told(lambda: list(itertools.islice([1], -1)))
    told(lambda: list(itertools.islice([1], -2)))
    told(lambda: list(itertools.islice([1], -1, 5)))
    told(lambda: list(itertools.islice([1], 0, -1)))
    told(lambda: list(itertools.islice([1], 0, 1, 0)))


def combined():
    print(list(itertools.product("ab", range(2))), list(itertools.product([0, 1], repeat=2)), list(itertools.product()), list(itertools.product("ab", [])), len(list(itertools.product(range(4), repeat=3))))
    for r in range(5):
        print(["".join(c) for c in itertools.combinations("abc", r)], ["".join(c) for c in itertools.permutations("abc", r)], ["".join(c) for c in itertools.combinations_with_replacement("ab", r)])
    print(list(itertools.permutations([1, 2])), len(list(itertools.permutations(range(5)))), [sum(c) for c in itertools.combinations([1, 5, 10, 25], 2)])
    told(lambda: list(itertools.combinations("abc", -1)))


@functools.total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts


@functools.lru_cache(maxsize=None)
def ways(n):
    return 1 if n < 2 else ways(n - 1) + ways(n - 2)


@functools.cache
def paths(rows, columns):
    return 1 if not rows or not columns else paths(rows - 1, columns) + paths(rows, columns - 1)


def functional():
    print(functools.reduce(operator.add, [1, 2, 3]), functools.reduce(lambda a, b: a * 10 + b, range(5)), functools.reduce(operator.mul, [0][:0], 7), functools.reduce(max, [3, 9, 2]))
    told(lambda: functools.reduce(operator.add, [0][:0]))
    double = functools.partial(operator.mul, 2)
    print(double(21), list(map(double, [1, 2])))
    print(ways(60), ways.cache_info(), paths(8, 8), Version(1, 2) <= Version(1, 2), Version(1, 9) > Version(1, 10), Version(2) >= Version(1, 5), max(Version(1), Version(3)).parts)
    print(sorted(["b10", "a9", "b9"], key=functools.cmp_to_key(lambda a, b: (a[0] < b[0]) - (a[0] > b[0]) or int(a[1:]) - int(b[1:]))))
    print(operator.itemgetter(1)([5, 6]), operator.itemgetter(0, 2)("abc"), operator.attrgetter("parts")(Version(1)), operator.methodcaller("upper")("x"), operator.truediv(7, 2), operator.floordiv(-7, 2), operator.contains([1], 1), operator.concat("a", "b"), operator.neg(3), operator.not_(0), operator.xor(6, 3), operator.countOf("abca", "a"), operator.indexOf([4, 5], 5))


def heaps():
    data = [(i * 37) % 101 for i in range(40)]
    heap = data[:]
    heapq.heapify(heap)
    assert all(heap[(i - 1) // 2] <= heap[i] for i in range(1, len(heap)))
    print([heapq.heappop(heap) for _ in range(10)], heapq.heappushpop(heap, -1), heapq.heapreplace(heap, 1000), heap[0], len(heap))
    print(heapq.nlargest(4, data), heapq.nsmallest(4, data), heapq.nlargest(2, data, key=lambda n: n % 10), heapq.nsmallest(0, data), heapq.nlargest(100, [1, 2]), list(heapq.merge([1, 4], [2, 3], [0, 9])), list(heapq.merge("ca", "b", reverse=True)), list(heapq.merge(["dog", "horse"], ["cat", "fish", "kangaroo"], key=len)), list(heapq.merge(["horse", "dog"], ["fish", "cat"], key=len, reverse=True)), list(heapq.merge([2][:0], [2])))
    tasks = []
    for order, (priority, name) in enumerate([(2, "b"), (1, "z"), (2, "a"), (1, "y")]):
        heapq.heappush(tasks, (priority, order, name))
    print([heapq.heappop(tasks)[2] for _ in range(4)])
    told(lambda: heapq.heappop([0][:0]))
    xs = [1, 2, 2, 2, 5, 8]
    for n in (0, 1, 2, 3, 8, 9):
        print(n, bisect.bisect_left(xs, n), bisect.bisect_right(xs, n), bisect.bisect(xs, n, 2), bisect.bisect_left(xs, n, 1, 4), end="; ")
    bisect.insort(xs, 3)
    bisect.insort_left(xs, 2)
    print(xs, bisect.bisect([9, 5, 1], -4, key=lambda n: -n), bisect.bisect_left(["a", "c"], "b"), "FDCBA"[bisect.bisect([60, 70, 80, 90], 77)])
    told(lambda: bisect.bisect_left(xs, 1, -1))


def main():
    joined()
    combined()
    functional()
    heaps()


if __name__ == "__main__":
    main()
