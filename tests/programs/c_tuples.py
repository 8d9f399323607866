"""Tuples: items of several types, unpacking, comparing, nesting, as results and keys."""


def divide(a, b):
    return a // b, a % b


def swap(pair):
    a, b = pair
    return b, a


def bounds(values):
    return min(values), max(values)


def main():
    point = (3, "three", 3.5)
    print(point, point[0], point[1], point[-1], len(point))
    quotient, remainder = divide(17, 5)
    print(quotient, remainder, divide(-17, 5))
    print(swap((1, "one")), swap(swap(("x", None))))
    (a, b), c = (1, 2), 3
    print(a, b, c, (1,), (), ((1, 2), [3], "x"))
    print((1, 2) == (1, 2), (1, 2) == (1, 3), (1, "a") < (1, "b"), (2, 0) > (1, 9))
    print((1, 2) + (3,), (1, 2) * 2, 2 in (1, 2), "z" in ("x", "y"), (1, 2)[1:])
    print((5, 6, 5).count(5), (5, 6, 5).index(6), bounds([4, 2, 8]))
    for number, (name, flag) in [(1, ("a", True)), (2, ("b", False))]:
        print(number, name, flag)
    for n in (10, 20, 30):
        print(n, end=" ")
    print()
    grid = {(0, 0): "origin", (1, 2): "far"}
    print(grid[(1, 2)], (0, 0) in grid, (2, 1) in grid, grid)
    print(tuple((1, 2)), tuple(()), tuple(), sum((1, 2, 3)), sorted((3, 1)), max((1, 5), (1, 4)))
    empty = ()
    print(not empty, bool((0,)), hash((1, 2)) == hash((1, 2)), empty is None)


if __name__ == "__main__":
    main()
