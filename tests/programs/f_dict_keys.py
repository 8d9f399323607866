"""Keys of int, str, tuple, float, bool and instances with and without __eq__."""


class Cell:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __hash__(self):
        return hash((self.x, self.y))

    def __repr__(self):
        return f"Cell({self.x}, {self.y})"


class ByIdentity:
    def __init__(self, name):
        self.name = name


class Collide(Cell):
    def __hash__(self):
        return 1


def main():
    ints = {-1: "m", -2: "n", 0: "z", 2 ** 61 - 1: "p", 2 ** 62: "q"}
    print(ints, ints[-1], ints[-2], ints[2 ** 61 - 1])
    floats = {0.5: 1, 1e300: 2, -0.0: 3, float("inf"): 4}
    print(floats, floats[0.0], floats[0.5])
    bools = {True: "yes", False: "no"}
    print(bools[1 > 2], bools[True], len(bools))
    pairs = {(1, "a"): 1, (2, "b"): 2}
    print(pairs[(2, "b")], (1, "b") in pairs, {((1, 2), 3): 4}[((1, 2), 3)])
    cells = {Cell(0, 0): "origin"}
    cells[Cell(1, 1)] = "one"
    cells[Cell(0, 0)] = "again"
    print(cells, cells[Cell(1, 1)], Cell(5, 5) in cells, len(cells))
    a = ByIdentity("a")
    b = ByIdentity("a")
    owners = {a: 1, b: 2}
    owners[a] += 10
    print(owners[a], owners[b], len(owners), [k.name for k in owners])
    collide = {}
    for i in range(20):
        collide[Collide(i % 7, i % 3)] = i
    print(len(collide), collide[Collide(3, 0)], Collide(6, 1) in collide)
    texts = {"": 0, "é": 1, "日本": 2, "a" * 1000: 3}
    print(texts[""], texts["日" + "本"], texts["a" * 1000], "e" in texts)


if __name__ == "__main__":
    main()
