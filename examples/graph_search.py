"""Shortest ways: breadth-first search, Dijkstra and A*, with a binary heap of our own.

Shows: classes without a word about types that are used with several (the heap holds town names
with distances in one place and cells of a grid with costs in the other), dicts with text and
tuples as keys, functions as arguments.

Run:   python3 graph_search.py [SIZE [SEED]]         the grid is SIZE rows high; default 24 and 7
"""

import sys


class Heap:
    """Items with priorities; pop gives the smallest priority first, then the smallest item."""

    def __init__(self):
        self.entries = []

    def __len__(self):
        return len(self.entries)

    def push(self, priority, item):
        entries = self.entries
        entry = (priority, item)
        entries.append(entry)
        child = len(entries) - 1
        while child > 0:
            parent = (child - 1) // 2
            if entries[parent] <= entry:
                break
            entries[child] = entries[parent]
            child = parent
        entries[child] = entry

    def pop(self):
        entries = self.entries
        top = entries[0]
        last = entries.pop()
        size = len(entries)
        if size == 0:
            return top
        hole = 0
        while 2 * hole + 1 < size:
            child = 2 * hole + 1
            if child + 1 < size and entries[child + 1] < entries[child]:
                child += 1
            if last <= entries[child]:
                break
            entries[hole] = entries[child]
            hole = child
        entries[hole] = last
        return top


# Towns and roads

ROADS = [
    ("Ahlen", "Beckum", 11.5),
    ("Ahlen", "Hamm", 13.2),
    ("Beckum", "Lippstadt", 20.1),
    ("Beckum", "Soest", 26.4),
    ("Hamm", "Soest", 27.3),
    ("Hamm", "Unna", 21.8),
    ("Lippstadt", "Paderborn", 33.7),
    ("Soest", "Lippstadt", 23.0),
    ("Soest", "Warstein", 21.9),
    ("Unna", "Menden", 17.5),
    ("Menden", "Arnsberg", 21.2),
    ("Arnsberg", "Warstein", 22.4),
    ("Warstein", "Paderborn", 49.6),
    ("Emden", "Aurich", 25.3),
]


class RoadMap:
    def __init__(self):
        self.roads = {}

    def add(self, one, other, distance):
        self.neighbours(one).append((other, distance))
        self.neighbours(other).append((one, distance))

    def neighbours(self, town):
        return self.roads.setdefault(town, [])

    def stops(self, start):
        """How many roads lie between `start` and each town that can be reached."""
        found = {start: 0}
        queue = [start]
        for town in queue:  # grows as we go
            for neighbour, _ in self.roads[town]:
                if neighbour not in found:
                    found[neighbour] = found[town] + 1
                    queue.append(neighbour)
        return found

    def distances(self, start):
        """For each town that can be reached: the distance, and the town before it on the way."""
        best = {start: 0.0}
        previous = {}
        finished = {}
        heap = Heap()
        heap.push(0.0, start)
        while len(heap) > 0:
            distance, town = heap.pop()
            if town in finished:
                continue
            finished[town] = distance
            for neighbour, length in self.roads[town]:
                there = distance + length
                if neighbour not in best or there < best[neighbour]:
                    best[neighbour] = there
                    previous[neighbour] = town
                    heap.push(there, neighbour)
        return best, previous


def way_back(previous, start, goal):
    """The way from start to goal, from what Dijkstra and A* have noted about each place."""
    way = [goal]
    while way[-1] != start:
        way.append(previous[way[-1]])
    way.reverse()
    return way


def show_roads(start):
    road_map = RoadMap()
    for one, other, distance in ROADS:
        road_map.add(one, other, distance)
    stops = road_map.stops(start)
    best, previous = road_map.distances(start)
    print(f"from {start}:")
    for town in sorted(best, key=lambda name: best[name]):
        way = way_back(previous, start, town)
        print(f"  {town:<10} {best[town]:6.1f} km, fewest roads {stops[town]}: {' - '.join(way)}")
    for town in sorted(road_map.roads):
        if town not in best:
            print(f"  {town:<10} cannot be reached")


# A grid with walls and swamps

WALL = "#"
SWAMP = "~"
OPEN = "."
COSTS = {OPEN: 1, SWAMP: 5}
STEPS = [(-1, 0), (0, -1), (0, 1), (1, 0)]


class Random:
    """A linear congruential generator, so that every run sees the same grid."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1103515245 + 12345) % 2147483648
        return (self.state >> 8) % limit


class Grid:
    def __init__(self, height, width, seed):
        self.height = height
        self.width = width
        self.rows = []
        random = Random(seed)
        for _ in range(height):
            row = []
            for _ in range(width):
                dice = random.below(100)
                row.append(WALL if dice < 26 else SWAMP if dice < 46 else OPEN)
            self.rows.append(row)
        self.start = (0, 0)
        self.goal = (height - 1, width - 1)
        self.rows[0][0] = OPEN
        self.rows[height - 1][width - 1] = OPEN

    def search(self, estimate):
        """A*: the cheapest way, or None if there is none, its cost, how many cells were looked at.

        `estimate(cell, goal)` must not exceed the true cost; if it is always 0, this is Dijkstra.
        """
        best = {self.start: 0}
        previous = {}
        finished = {}
        heap = Heap()
        heap.push(estimate(self.start, self.goal), self.start)
        while len(heap) > 0:
            _, cell = heap.pop()
            if cell == self.goal:
                return way_back(previous, self.start, cell), best[cell], len(finished)
            if cell in finished:
                continue
            finished[cell] = True
            row, column = cell
            for down, right in STEPS:
                neighbour = (row + down, column + right)
                if self.is_free(neighbour):
                    cost = best[cell] + COSTS[self.rows[row + down][column + right]]
                    if neighbour not in best or cost < best[neighbour]:
                        best[neighbour] = cost
                        previous[neighbour] = cell
                        heap.push(cost + estimate(neighbour, self.goal), neighbour)
        return None, 0, len(finished)

    def is_free(self, cell):
        row, column = cell
        if row < 0 or column < 0 or row >= self.height or column >= self.width:
            return False
        return self.rows[row][column] != WALL

    def show(self, way):
        picture = [row[:] for row in self.rows]
        for row, column in way:
            picture[row][column] = "O" if picture[row][column] == SWAMP else "o"
        for line in picture:
            print("  " + "".join(line))


def no_estimate(cell, goal):
    return 0


def steps_between(cell, goal):
    return abs(cell[0] - goal[0]) + abs(cell[1] - goal[1])


def show_grid(height, seed):
    grid = Grid(height, 3 * height, seed)
    print(f"a grid of {grid.height} by {grid.width}, seed {seed}:")
    way, cost, looked_at = grid.search(no_estimate)
    star_way, star_cost, star_looked_at = grid.search(steps_between)
    if way is None or star_way is None:
        grid.show([])
        print(f"no way; {looked_at} cells can be reached")
        return
    grid.show(star_way)
    print(f"Dijkstra: {len(way) - 1} steps, cost {cost}, {looked_at} cells looked at")
    print(f"A*:       {len(star_way) - 1} steps, cost {star_cost}, {star_looked_at} cells looked at")


def main(argv):
    height = int(argv[1]) if len(argv) > 1 else 24
    seed = int(argv[2]) if len(argv) > 2 else 7
    if height < 2:
        print("graph_search: the grid needs 2 rows at least", file=sys.stderr)
        return 2
    show_roads("Ahlen")
    print()
    show_grid(height, seed)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
