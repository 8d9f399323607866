"""Iterations of the points of a square around the Mandelbrot set: floating point and branches."""

import sys

LIMIT = 100


def iterations(cx, cy):
    """How many steps the point takes to leave the circle of radius 2, at most LIMIT."""
    x = 0.0
    y = 0.0
    for i in range(LIMIT):
        xx = x * x
        yy = y * y
        if xx + yy > 4.0:
            return i
        y = 2.0 * x * y + cy
        x = xx - yy + cx
    return LIMIT


def main(size):
    inside = 0
    total = 0
    checksum = 0
    for row in range(size):
        cy = 2.0 * row / size - 1.0
        for column in range(size):
            steps = iterations(2.0 * column / size - 1.5, cy)
            total += steps
            if steps == LIMIT:
                inside += 1
            checksum = (checksum * 31 + steps) % 1000000007
    print(f"{inside} of {size * size} points inside, {total} steps, checksum {checksum}")


if __name__ == "__main__":
    main(int(sys.argv[1]))
