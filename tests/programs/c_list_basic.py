"""Lists are made, indexed from both ends, stored into, grown and iterated."""


def total(items):
    result = 0
    for item in items:
        result += item
    return result


def main():
    items = [3, 1, 4]
    items.append(1)
    items.append(5)
    print(items, len(items), items[0], items[-1], items[-5])
    items[1] = 10
    items[-1] += 7
    print(items, total(items), 4 in items, 99 in items, 99 not in items)
    empty = []
    print(empty, len(empty), not empty)
    empty.append(0)
    print(empty, [] == [0], [0] == empty)
    grid = [[0] * 3 for _ in range(2)]
    grid[1][2] = 5
    print(grid, [1, 2] + [3], [1, 2] * 2, 2 * [7], [1] * 0, [1] * -1)
    grid[0] += [8, 9]
    alias = grid[0]
    alias *= 2
    print(grid)
    names = ["x", "yy"]
    for name in names:
        print(name, len(name))
    pairs = [(1, "a"), (2, "b")]
    for number, letter in pairs:
        print(number, letter)
    print(list("abc"), list(range(3)), list((7, 8)), list(names) is names)
    print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [2] > [1, 9], [1] != [1])
    growing = [1, 2, 3]
    for n in growing:
        if len(growing) < 8:
            growing.append(n * 10)
    print(growing)


if __name__ == "__main__":
    main()
