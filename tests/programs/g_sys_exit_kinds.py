"""One program may exit with a number in one place and with text in another."""

import sys


def check(n):
    if n < 0:
        sys.exit("negative: %d" % n)
    if n == 0:
        sys.exit()
    if n > 2:
        sys.exit(3)
    print("fine", n)


if __name__ == "__main__":
    for n in (0, -4):
        try:
            check(n)
        except SystemExit:
            print("exit", n)
    for i in range(1, 10):
        check(i)
