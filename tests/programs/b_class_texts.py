"""What print shows of classes, enumerations, functions and bound methods; `in` of enumerations."""
import warnings
from enum import Enum, Flag, IntEnum

warnings.simplefilter("ignore")  # of `3 in Colour`, which later versions give another meaning


class Colour(Enum):
    RED = 1
    BLUE = 2


class Size(IntEnum):
    SMALL = 1


class Rights(Flag):
    READ = 1
    WRITE = 2


class Shape:
    def area(self):
        return 0

    def __repr__(self):
        return "a shape"


class Square(Shape):
    pass


def numbers():
    yield 1


def holds(test):
    try:
        return str(test())
    except TypeError as error:
        return str(error)


if __name__ == "__main__":
    print(Colour, Size, Rights, Shape, int, ValueError)
    print([Shape, Square], str(Colour), repr(Square), f"{Rights!s} {Shape!r}")
    for known in [Colour, Size]:
        print(known, known.__name__)
    for class_ in [Shape, Square]:
        print(class_, type(class_()))
    print(Square().area, len, type(numbers()))
    for error in [KeyError("a"), ValueError("b")]:
        print(type(error), f"{error.__class__}")
    print(Colour.RED in Colour, Size.SMALL in Colour, Rights.READ in Rights, Rights.READ | Rights.WRITE in Rights)
    print(Rights.READ in Colour, Colour.BLUE not in Colour, Size.SMALL in Size)
    print(holds(lambda: 3 in Colour), holds(lambda: "RED" in Colour), holds(lambda: None in Colour))
    print(holds(lambda: 1 in Size), holds(lambda: [1] not in Rights))
    for colour in [None, Colour.RED]:
        print(holds(lambda: colour in Colour))
