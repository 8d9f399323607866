"""zip(*rows): rows whose number is not known."""


def transpose(m):
    return [list(row) for row in zip(*m)]


def t1():
    m = [[1, 2, 3], [4, 5, 6]]
    print(transpose(m), transpose(transpose(m)), list(zip(*m)), transpose([]), list(zip(*[[1]])))


def t2():
    for col in zip(*["abc", "de"]):
        print(col, "".join(col))


def t3():
    pairs = [(1, "a"), (2, "b")]
    nums, names = zip(*[(1, 2), (3, 4)])
    print(nums, names)
    grid = [[0] * 3 for _ in range(2)]
    grid[0][1] = 5
    rotated = [list(r) for r in zip(*grid[::-1])]
    print(rotated, max(map(len, grid)), [max(map(len, col)) for col in zip(*[["a", "bb"], ["ccc", "d"]])])


def t4():
    it = zip(*(range(i, i + 3) for i in range(3)))
    print(next(it), list(it))
    print([sum(c) for c in zip(*[(1.5, 2), (3, 4)])])
    try:
        a, b = zip(*[[1, 2, 3]])
        print(a, b)
    except ValueError as e:
        print(e)


def main():
    t1()
    t2()
    t3()
    t4()


if __name__ == "__main__":
    main()
