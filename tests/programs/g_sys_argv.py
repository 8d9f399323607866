"""sys.argv holds the arguments after the program's name; text is UTF-8."""

import sys


def option(name, default):
    for i in range(1, len(sys.argv) - 1):
        if sys.argv[i] == name:
            return sys.argv[i + 1]
    return default


def main():
    arguments = sys.argv[1:]
    print(len(arguments), arguments)
    for i, argument in enumerate(arguments):
        print(i, repr(argument), len(argument))
    print(int(option("--count", "0")) + 1, option("--missing", "none"))
    sys.argv.append("extra")
    print(sys.argv[-1], len(sys.argv) - len(arguments))


if __name__ == "__main__":
    main()
