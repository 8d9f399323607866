"""Pancake flips over all permutations of n: short lists of integers, read and written by index."""

import sys


def reverse_start(items, last):
    """Reverse items[0] to items[last]."""
    first = 0
    while first < last:
        items[first], items[last] = items[last], items[first]
        first += 1
        last -= 1


def count_flips(permutation):
    """How often the pile is flipped until a 0 lies on top; changes `permutation`."""
    flips = 0
    top = permutation[0]
    while top != 0:
        reverse_start(permutation, top)
        flips += 1
        top = permutation[0]
    return flips


def next_permutation(permutation, counts):
    """Step to the next permutation by rotating starts of it; False when all have been seen."""
    for i in range(1, len(permutation)):
        first = permutation[0]
        for j in range(i):
            permutation[j] = permutation[j + 1]
        permutation[i] = first
        counts[i] += 1
        if counts[i] <= i:
            return True
        counts[i] = 0
    return False


def main(size):
    permutation = list(range(size))
    counts = [0] * size
    checksum = 0
    most_flips = 0
    number = 0
    while True:
        if permutation[0] != 0:
            flips = count_flips(permutation[:])
            most_flips = max(most_flips, flips)
            checksum += flips if number % 2 == 0 else -flips
        number += 1
        if not next_permutation(permutation, counts):
            break
    print(checksum)
    print(f"Pfannkuchen({size}) = {most_flips}")


if __name__ == "__main__":
    main(int(sys.argv[1]))
