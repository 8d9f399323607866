"""heapq, bisect and operator."""
import heapq
import bisect
import operator
from operator import itemgetter, attrgetter, methodcaller

FIRST = itemgetter(0)

class Job:
    def __init__(self, pri, name):
        self.pri = pri
        self.name = name
    def __lt__(self, other):
        return self.pri < other.pri
    def shout(self, n):
        return self.name.upper() * n

OPS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.floordiv}

def main():
    h = []
    for n in [5, 3, 8, 1, 9, 2, 7]:
        heapq.heappush(h, n)
        print(h)
    while h:
        print(heapq.heappop(h), h)
    data = [9, 4, 7, 1, 8, 2]
    heapq.heapify(data)
    print(data, heapq.heapreplace(data, 10), heapq.heappushpop(data, 0), data)
    print(heapq.nlargest(2, data), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len))
    jobs = []
    heapq.heappush(jobs, Job(3, "c"))
    heapq.heappush(jobs, Job(1, "a"))
    print(heapq.heappop(jobs).name)
    pq = []
    heapq.heappush(pq, (2, "b"))
    heapq.heappush(pq, (1, "z"))
    heapq.heappush(pq, (1, "a"))
    print([heapq.heappop(pq) for _ in range(3)])
    try:
        heapq.heappop([n for n in pq])
    except IndexError as e:
        print(e)
    xs = [1, 3, 3, 5]
    print(bisect.bisect_left(xs, 3), bisect.bisect_right(xs, 3), bisect.bisect(xs, 9))
    bisect.insort(xs, 4)
    print(xs, bisect.bisect_left(["a", "bbb"], 2, key=len))
    rows = [(1, "b", 2.5), (2, "a", 1.5)]
    print(sorted(rows, key=itemgetter(1)), list(map(FIRST, rows)), list(map(itemgetter(2, 0), rows)))
    print(max(rows, key=operator.itemgetter(2)))
    js = [Job(2, "x"), Job(1, "y")]
    print([j.name for j in sorted(js, key=attrgetter("pri"))], [attrgetter("pri", "name")(j) for j in js])
    print(list(map(methodcaller("shout", 2), js)), list(map(methodcaller("upper"), ["a"])))
    for name in "+-*/":
        print(OPS[name](7, 2))
    print(operator.index(5), operator.itemgetter(float("inf"))({float("inf"): 2}))
    print(operator.contains([1, 2], 2), operator.abs(-3), operator.neg(4), operator.xor(5, 1), operator.not_(0))

if __name__ == "__main__":
    main()
