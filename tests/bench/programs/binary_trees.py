"""Builds and walks many perfect binary trees: allocation and garbage collection."""

import sys

MIN_DEPTH = 4


class Tree:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def build(depth):
    if depth == 0:
        return Tree(None, None)
    return Tree(build(depth - 1), build(depth - 1))


def main(limit):
    max_depth = max(MIN_DEPTH + 2, limit)
    print(f"stretch tree of depth {max_depth + 1}: {build(max_depth + 1).count()} nodes")
    long_lived = build(max_depth)
    for depth in range(MIN_DEPTH, max_depth + 1, 2):
        trees = 1 << (max_depth - depth + MIN_DEPTH)
        nodes = 0
        for _ in range(trees):
            nodes += build(depth).count()
        print(f"{trees} trees of depth {depth}: {nodes} nodes")
    print(f"long-lived tree of depth {max_depth}: {long_lived.count()} nodes")


if __name__ == "__main__":
    main(int(sys.argv[1]))
