"""The spectral norm of an infinite matrix's corner: lists of floats, a small function in loops."""

import sys
from math import sqrt


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def multiply(vector):
    """A times vector."""
    size = len(vector)
    result = [0.0] * size
    for i in range(size):
        total = 0.0
        for j in range(size):
            total += element(i, j) * vector[j]
        result[i] = total
    return result


def multiply_transposed(vector):
    size = len(vector)
    result = [0.0] * size
    for i in range(size):
        total = 0.0
        for j in range(size):
            total += element(j, i) * vector[j]
        result[i] = total
    return result


def main(size):
    u = [1.0] * size
    v = u
    for _ in range(10):
        v = multiply_transposed(multiply(u))
        u = multiply_transposed(multiply(v))
    product = 0.0
    square = 0.0
    for a, b in zip(u, v):
        product += a * b
        square += b * b
    print(f"{sqrt(product / square):.9f}")


if __name__ == "__main__":
    main(int(sys.argv[1]))
