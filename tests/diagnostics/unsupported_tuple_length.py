"""A tuple of a length that is not known has one item type, and formatting wants to know the length."""

import sys


def main():
    pair = (1, "a")
    n = len(sys.argv)
    print(pair[:n])  # error: unsupported "whose items differ in type"
    many = tuple(range(n))
    print("%d" % many)  # error: unsupported "whose length is not known"
    print(pair * n)  # error: unsupported "whose items differ in type"


if __name__ == "__main__":
    main()
