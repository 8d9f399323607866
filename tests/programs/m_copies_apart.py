"""Library functions over generators of several types, enumerations in one helper, reversed bytes."""

import enum
import itertools
import operator


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 9


def take(values, count):
    for value in values:
        if count == 0:
            return
        count -= 1
        yield value


def second(pair):
    return operator.itemgetter(1)(pair)


def main():
    print(list(itertools.islice((v for v in [[3], [4]]), 1)))
    print(list(itertools.islice((v for v in [3, 4, 5]), 2)))
    print(list(itertools.islice((v for v in "abc"), 2)))
    print(list(take((v for v in [(1, "a"), (2, "b")]), 1)), list(take((v * 2 for v in [1.5, 2.5]), 5)))
    print(second((1, Colour.BLUE)) == Colour.BLUE, second((1, Level.HIGH)) == 9, second((2, Colour.RED)))
    print(list(reversed(b"abc")), bytes(reversed(b"x,y")), [byte for byte in reversed(b"")])
    print(dict(sorted({k: v for k, v in {"a": 5}.items() if False}.items())))


if __name__ == "__main__":
    main()
