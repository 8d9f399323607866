"""A cache with a doubly linked list and a dict, its key function and counters."""


class Entry:
    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.before = None
        self.after = None


class Cache:
    def __init__(self, capacity, compute):
        self.capacity = capacity
        self.compute = compute
        self.entries = {}
        self.head = Entry(None, None)
        self.tail = Entry(None, None)
        self.head.after = self.tail
        self.tail.before = self.head
        self.hits = 0
        self.misses = 0

    def __len__(self):
        return len(self.entries)

    def unlink(self, entry):
        entry.before.after = entry.after
        entry.after.before = entry.before

    def link_first(self, entry):
        entry.before = self.head
        entry.after = self.head.after
        self.head.after.before = entry
        self.head.after = entry

    def get(self, key):
        entry = self.entries.get(key)
        if entry is not None:
            self.hits += 1
            self.unlink(entry)
            self.link_first(entry)
            return entry.value
        self.misses += 1
        value = self.compute(key)
        if len(self.entries) >= self.capacity:
            oldest = self.tail.before
            self.unlink(oldest)
            del self.entries[oldest.key]
        entry = Entry(key, value)
        self.entries[key] = entry
        self.link_first(entry)
        return value

    def keys(self):
        result = []
        entry = self.head.after
        while entry is not self.tail:
            result.append(entry.key)
            entry = entry.after
        return result


def slow_square(n):
    if n < 0:
        raise ValueError(f"negative: {n}")
    return n * n


def main():
    squares = Cache(3, slow_square)
    for n in [1, 2, 3, 1, 4, 1, 2, 5, 1]:
        print(n, squares.get(n), squares.keys())
    print(squares.hits, squares.misses, len(squares))
    try:
        squares.get(-1)
    except ValueError as error:
        print(error, len(squares), squares.keys())
    words = Cache(2, lambda word: word[::-1])
    print([words.get(w) for w in "ab cd ab ef cd".split()], words.keys(), words.hits, words.misses)
    grid = Cache(10, lambda p: p[0] * 10 + p[1])
    print(grid.get((1, 2)) + grid.get((1, 2)), grid.hits, grid.keys())


if __name__ == "__main__":
    main()
