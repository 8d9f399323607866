"""The functions of dataclasses refuse, as CPython does, what is not one."""
from dataclasses import asdict, astuple, dataclass, fields, replace


class Plain:
    def __init__(self):
        self.x = 1


@dataclass
class Point:
    x: int
    y: int = 2


def told(call):
    try:
        print(call())
    except TypeError as error:
        print("TypeError:", error)


def main():
    plain, point = Plain(), Point(3)
    told(lambda: asdict(plain))
    told(lambda: astuple(plain))
    told(lambda: replace(plain, x=2))
    told(lambda: len(fields(plain)))
    told(lambda: asdict(point))
    told(lambda: astuple(point))
    told(lambda: replace(point, y=4))
    told(lambda: len(fields(point)))


if __name__ == "__main__":
    main()
