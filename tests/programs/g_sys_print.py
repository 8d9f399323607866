"""print with sep, end and file, of no, one and many values."""

import sys


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __str__(self):
        return "$%d.%02d" % (self.cents // 100, self.cents % 100)


def main():
    print()
    print("a", 1, 2.5, True, None, Money(1234), [1], ("x",))
    print(1, 2, 3, sep="")
    print(1, 2, 3, sep=", ", end=".\n")
    print("no newline", end="")
    print()
    print("a", "b", sep="\n", end="\n--\n")
    print(sep="x", end="!\n")
    print("x", sep="unused")
    separator = None
    print("p", "q", sep=separator, end=None)
    print("to stderr", 1, file=sys.stderr)
    print("to stdout", 2, file=sys.stdout)
    print("err", "sep", sep="-", end="!\n", file=sys.stderr)
    sys.stdout.write("written é\n")
    count = sys.stdout.write("12345\n")
    print(count)
    sys.stderr.write("error text\n")
    print("flushed", flush=True)


if __name__ == "__main__":
    main()
