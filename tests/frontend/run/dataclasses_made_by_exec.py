"""Functions that exec makes: dataclass methods, named tuples, a generator of accessors."""

from collections import namedtuple
from dataclasses import dataclass, field


@dataclass
class Point:
    x: int
    y: int = 7
    tags: list = field(default_factory=list)


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int


Pair = namedtuple("Pair", ["left", "right"])

namespace = {}
for name in ["alpha", "beta"]:
    exec(f"def get_{name}(record):\n    return record['{name}']\n", namespace)
get_alpha, get_beta = namespace["get_alpha"], namespace["get_beta"]


def main():
    p = Point(1)
    p.tags.append("t")
    print(p, p == Point(1, 7, ["t"]), p == Point(2))
    print(Version(1, 2) < Version(1, 3), Version(1, 2) == Version(1, 2))
    pair = Pair(1, "r")
    print(pair.left, pair.right)
    record = {"alpha": 1, "beta": 2}
    print(get_alpha(record), get_beta(record))


main_result = None

if __name__ == "__main__":
    main()
