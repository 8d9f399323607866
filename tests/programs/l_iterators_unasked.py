"""Items of a tuple that an iterator which is never asked runs over are of one type nevertheless."""
import enum


class Level(enum.IntEnum):
    LOW = 1
    MID = 2


def unasked(given):
    for _ in range(2):
        dicts = (d for d in (dict(sorted(given.items(), key=lambda v: len(v[0]))), dict.fromkeys(["a"], Level.LOW), given))
        pairs = enumerate(([], [Level.MID], list(given.values())))
    print(given.setdefault("a", Level.MID), dicts is None, pairs is None)


def main():
    unasked({"x": Level.LOW})


if __name__ == "__main__":
    main()
