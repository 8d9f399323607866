"""sys.exit(text) prints the text to stderr and ends with status 1."""

import sys


def check(n):
    if n > 2:
        sys.exit("too large: é %d" % n)
    print("fine", n)


if __name__ == "__main__":
    for i in range(10):
        check(i)
