"""index, count, remove and `in` with containers whose items are of another type than those of the list."""
def main():
    xs = [[True], [False, True], []]
    print(xs.index([]), xs.count([]), [] in xs)
    ys = [[True], [False, True]]
    try:
        ys.index([])
    except ValueError as e:
        print(e)
    print([1.5, 2].index(2), ["a"].count("b"), [(1, "a")].index((1, "a")), [[1], [2]].count([2.0]))
    ys.remove([True])
    xs.remove([])
    print(xs, ys, [1, 2].count("a"), [None, 3].index(3))
if __name__ == "__main__":
    main()
