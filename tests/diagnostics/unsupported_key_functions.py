"""Methods of built-in values are values, but not those of what may be None: reading them may raise."""

import sys


def main():
    counts = None
    if len(sys.argv) > 0:
        counts = {"x": 3, "y": 7}
    print(max(["x", "y"], key=counts.get))  # error: unsupported "a method of a built-in value as a key function"
    print(sorted(["x", "y"], key=counts.get))  # error: unsupported "a method of a built-in value as a key function"
    print(list(map(counts.get, ["x"])))  # error: unsupported "map() of a method of a built-in value"
