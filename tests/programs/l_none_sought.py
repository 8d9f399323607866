"""What may be None, sought in containers that hold no None."""

from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int = 0


def find(n):
    return Point(n) if n else None


def instances():
    for n in (0, 1, 3):
        needle = find(n)
        points = [Point(1), Point(2)]
        print(points.count(needle), needle in points)
        try:
            print(points.index(needle))
        except ValueError as error:
            print(error)
        try:
            points.remove(needle)
        except ValueError as error:
            print(error)
    print([[Point(1)]].count([find(0)]), [[Point(1)]].count([None, find(1)][1:]))


def text(n):
    return str(n) if n else None


def number(n):
    return n if n else None


def pair(n):
    return (n, text(n)) if n else None


def values():
    for n in (0, 1, 3):
        print(["1", "2"].count(text(n)), text(n) in ["3"], text(n) in {"3"}, text(n) in {"3": 1}, {"3": 1}.get(text(n)))
        print([1, 2].count(number(n)), number(n) in [3], number(n) in {3, 4}, number(n) in {3: 1}, {3: 1}.get(number(n)))
        print([(1, "1"), (2, "2")].count(pair(n)), pair(n) in {(3, "3"): 1}, {(3, "3"): 1}.get(pair(n)), pair(n) in {(3, "3")})
        print([(1, "1"), (2, None)].count((n, text(n))), (n, text(n)) in {(3, "3")})
        print([["1"], ["2"]].count([text(n)]), [text(n)] in [["3"]])
    print([["1"], ["2"]].count(None), "1" in [None, None], None in ["1"], None in {"1"}, [1].count(None))


@dataclass(frozen=True)
class Key:
    x: int


def key(n):
    return Key(n) if n else None


def keys():
    for n in (0, 1, 3):
        try:
            print({Key(1): "one"}[key(n)], key(n) in {Key(1)}, {Key(1): 1}.get(key(n)))
        except KeyError as error:
            print(repr(error))


def main():
    instances()
    values()
    keys()


if __name__ == "__main__":
    main()
