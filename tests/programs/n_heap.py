"""A binary heap with a priority function drives a shortest path search."""


class Heap:
    def __init__(self, priority):
        self.items = []
        self.priority = priority

    def __len__(self):
        return len(self.items)

    def push(self, item):
        items = self.items
        items.append(item)
        i = len(items) - 1
        while i > 0:
            parent = (i - 1) // 2
            if self.priority(items[parent]) <= self.priority(items[i]):
                break
            items[parent], items[i] = items[i], items[parent]
            i = parent

    def pop(self):
        items = self.items
        last = items.pop()
        if not items:
            return last
        first, items[0] = items[0], last
        i = 0
        while True:
            child = 2 * i + 1
            if child >= len(items):
                return first
            if child + 1 < len(items) and self.priority(items[child + 1]) < self.priority(items[child]):
                child += 1
            if self.priority(items[i]) <= self.priority(items[child]):
                return first
            items[i], items[child] = items[child], items[i]
            i = child


def shortest(roads, start):
    distance = {start: 0}
    came_from = {start: None}
    heap = Heap(lambda entry: entry[0])
    heap.push((0, start))
    while heap:
        so_far, town = heap.pop()
        if so_far > distance[town]:
            continue
        for neighbour, length in roads[town]:
            new = so_far + length
            if neighbour not in distance or new < distance[neighbour]:
                distance[neighbour] = new
                came_from[neighbour] = town
                heap.push((new, neighbour))
    return distance, came_from


def path(came_from, town):
    steps = []
    while town is not None:
        steps.append(town)
        town = came_from[town]
    steps.reverse()
    return " > ".join(steps)


ROADS = {}
for _a, _b, _length in [("A", "B", 7), ("A", "C", 3), ("C", "B", 2), ("B", "D", 4), ("C", "D", 8), ("D", "E", 1)]:
    ROADS.setdefault(_a, []).append((_b, _length))
    ROADS.setdefault(_b, []).append((_a, _length))


def main():
    distance, came_from = shortest(ROADS, "A")
    for town in sorted(distance):
        print(town, distance[town], path(came_from, town))
    heap = Heap(lambda text: (-len(text), text))
    for word in "the quick brown fox jumps over a lazy dog".split():
        heap.push(word)
    words = []
    while len(heap):
        words.append(heap.pop())
    print(words)
    try:
        heap.pop()
    except IndexError as error:
        print(error)


if __name__ == "__main__":
    main()
