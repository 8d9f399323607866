"""sys.stdin is iterated, and read by line and as a whole."""

import sys


def read_header():
    fields = {}
    while True:
        line = sys.stdin.readline()
        if line == "\n" or not line:
            return fields
        name, value = line.strip().split(": ")
        fields[name] = value


def main():
    print(read_header())
    total = 0
    for line in sys.stdin:
        line = line.strip()
        if line == "end":
            break
        total += int(line)
    print("total", total)
    rest = sys.stdin.read()
    print(len(rest), repr(rest), repr(sys.stdin.read()), repr(sys.stdin.readline()))


if __name__ == "__main__":
    main()
