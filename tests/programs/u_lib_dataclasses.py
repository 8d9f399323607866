"""dataclasses: replace, asdict and astuple with data classes inside, fields, is_dataclass."""
# test: annotations
from dataclasses import InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from typing import ClassVar


@dataclass
class Point:
    x: int
    y: int = 2


@dataclass(frozen=True)
class Label:
    text: str
    size: float = 0.5
    shown: str = field(init=False, default="yes")
    count: ClassVar[int] = 0


@dataclass
class Scaled:
    factor: InitVar[int]
    value: int = 1

    def __post_init__(self, factor):
        self.value *= factor


@dataclass
class Line:
    name: str
    ends: list[Point]
    marks: dict[str, Point]


@dataclass
class Row:
    first: Point
    second: Point


if __name__ == "__main__":
    p = Point(1)
    q = replace(p, x=5)
    print(p, q, replace(q), replace(q, x=1, y=3), replace(p, y=7))
    print(replace(Label("a"), size=1.5), replace(Label("a"), text="b"))
    print(replace(Scaled(2, 3), factor=10))
    print(asdict(p), asdict(p)["y"], asdict(Row(p, q)))
    print(astuple(p), astuple(Label("c")), astuple(Line("l", [p, q], {"m": p})))
    name, ends, marks = astuple(Line("l", [p], {}))
    ends.append((0, 0))
    print(name, ends, marks)
    for each in fields(Label):
        print(each.name, each.init, each.compare)
    print([each.name for each in fields(p)], len(fields(Line)))
    print(is_dataclass(p), is_dataclass(Point), is_dataclass(3))
