"""Lists are shared by their names; copies, repeats and slices are new lists."""


class Holder:
    def __init__(self, items):
        self.items = items


def fill(items, n):
    for i in range(n):
        items.append(i)
    items = ["rebound"]
    return items


def main():
    a = []
    b = a
    print(fill(a, 3), b, a is b)
    c = a[:]
    d = a.copy()
    e = list(a)
    a.append(9)
    print(b, c, d, e, c == d, c is d)
    h = Holder(a)
    g = Holder(a)
    h.items.append(10)
    print(g.items, a[-1])
    h.items = h.items + [11]
    print(g.items is h.items, len(g.items), len(h.items))
    row = [0, 0]
    grid = [row] * 2
    grid[0][0] = 5
    row.append(7)
    print(grid, grid[0] is grid[1])
    fresh = [list(row) for _ in range(2)]
    fresh[0][1] = 1
    print(fresh, row)
    rows = grid + fresh
    rows[2] = row
    rows[0].pop()
    print(rows, grid)
    x = [1, 2, 3]
    y = x
    x += [4]
    print(y)
    x = x + [5]
    print(y, x)
    nested = {"k": x}
    nested["k"].append(6)
    print(x, nested)
    items = [1, 2, 3, 4]
    for item in items[:]:
        if item % 2 == 0:
            items.remove(item)
    print(items)
    items.extend(items)
    print(items)


if __name__ == "__main__":
    main()
