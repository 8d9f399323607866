"""Branches on constants that are false are pruned before anything is inferred."""

import sys

DEBUG = False
WIDE = sys.maxsize > 2**40


def main():
    if DEBUG:
        print(undefined_name + 1)
    if not WIDE:
        items = [1, "x"]
        print(items)
    value = 1 if WIDE else "narrow"
    print(value + 1)


if __name__ == "__main__":
    main()
