"""Conway's life on a grid of lists and as a dict of living cells."""

GLIDER = [".#.", "..#", "###"]


def parse(rows):
    cells = {}
    for y, row in enumerate(rows):
        for x, c in enumerate(row):
            if c == "#":
                cells[(x, y)] = True
    return cells


def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = (x + dx, y + dy)
                    counts[key] = counts.get(key, 0) + 1
    return {key: True for key, n in counts.items() if n == 3 or n == 2 and key in cells}


def step_grid(grid):
    height = len(grid)
    width = len(grid[0])
    result = [[False] * width for _ in range(height)]
    for y in range(height):
        for x in range(width):
            n = 0
            for j in range(y - 1, y + 2):
                for i in range(x - 1, x + 2):
                    if (i, j) != (x, y):
                        n += grid[j % height][i % width]
            result[y][x] = n == 3 or (grid[y][x] and n == 2)
    return result


def draw(grid):
    for row in grid:
        print("".join(["#" if cell else "." for cell in row]))


def main():
    cells = parse(GLIDER)
    for _ in range(40):
        cells = step(cells)
    print(sorted(cells))
    grid = [[(x, y) in cells for x in range(16)] for y in range(16)]
    for _ in range(20):
        grid = step_grid(grid)
    draw(grid)


if __name__ == "__main__":
    main()
