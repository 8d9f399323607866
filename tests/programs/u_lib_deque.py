"""collections.deque: both ends, bounds, rotation, indexing, errors, made at import."""
from collections import deque
import collections

SHARED = deque([1, 2, 3], maxlen=4)
queue = collections.deque()

def bfs(graph, start):
    seen = {start}
    todo = deque([start])
    order = []
    while todo:
        node = todo.popleft()
        order.append(node)
        for other in graph[node]:
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return order

def main():
    print(bfs({"a": ["b", "c"], "b": ["d"], "c": ["d", "a"], "d": []}, "a"))
    d = deque()
    for i in range(20):
        d.append(i)
        if i % 3 == 0:
            d.appendleft(-i)
        if i % 4 == 0:
            print(d.pop(), d.popleft() if d else None)
    print(d, len(d), d[0], d[-1], 5 in d, d.count(3), d.index(7))
    d.rotate(3)
    print(d)
    d.rotate(-5)
    print(d)
    d.reverse()
    print(list(d), list(reversed(d)))
    d.insert(2, 99)
    d.remove(10)
    del d[0]
    d[1] = 77
    print(d, d == deque(list(d)), bool(d), bool(deque([]) ))
    e = deque("abcdef", 3)
    e.append("x")
    e.appendleft("y")
    print(e, e.maxlen)
    e.extend(["p", "q"])
    e.extendleft("12")
    print(e, max(e), sorted(e))
    SHARED.append(4)
    SHARED.append(5)
    print(SHARED)
    queue.append("job")
    print(queue)
    try:
        d[100]
    except IndexError as error:
        print("IndexError", error)
    try:
        deque([1]).remove(3)
    except ValueError as error:
        print("ValueError", error)
    try:
        for item in d:
            d.append(item)
    except RuntimeError as error:
        print(error)
    d.clear()
    try:
        d.popleft()
    except IndexError as error:
        print(error)
    c = e.copy()
    c += ["zz"]
    print(c, e, c > e, c + e, e * 2)
    again = c
    again *= 2
    print(again is c, 2 * deque([1]), deque([1]) * 0)
    words = deque([("a", 1), ("b", 2)])
    for name, n in words:
        print(name, n)

if __name__ == "__main__":
    main()
