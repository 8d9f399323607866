"""Enumerations: members, look-up by value and name, iteration, texts, as keys, with methods and attributes."""

from enum import Enum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1  # another name of RED

    def is_warm(self):
        return self is Color.RED

    @property
    def short(self):
        return self.name[0]

    @classmethod
    def default(cls):
        return cls.GREEN


@unique
class Direction(Enum):
    NORTH = auto()
    EAST = auto()
    SOUTH = auto()
    WEST = auto()

    def turned(self):
        if self is Direction.WEST:
            return Direction.NORTH
        return Direction(self.value + 1)


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    def gravity(self):
        return 6.67300e-11 * self.mass / (self.radius * self.radius)


class Suit(Enum):
    HEARTS = "h"
    SPADES = "s"

    def __str__(self):
        return "suit of " + self.name.lower()


class Mixed(Enum):
    A = 1
    B = "b"
    NOTHING = None


class Operation(Enum):
    ADD = "+"
    MUL = "*"

    def apply(self, a, b):
        if self is Operation.ADD:
            return a + b
        return a * b


class State:
    def __init__(self):
        self.color = Color.RED
        self.seen = {Color.RED: 1}

    def step(self, color):
        self.color = color
        self.seen[color] = self.seen.get(color, 0) + 1


def describe(color):
    if color == Color.RED:
        return "red"
    elif color is Color.GREEN:
        return "green"
    return "other"


def main():
    print(Color.RED, repr(Color.GREEN), Color.BLUE.name, Color.BLUE.value, Color.CRIMSON, Color.CRIMSON is Color.RED)
    for color in Color:
        print(color, color.name, color.value, describe(color), color.is_warm(), color.short)
    print(list(Color), len(Color), [c.value for c in Color], Color.default())
    print(Color(2), Color["BLUE"], Color.RED in Color, Color.RED == Color.BLUE, Color.RED != Color.BLUE)
    names = ["GREEN", "RED", "PINK"]
    for name in names:
        try:
            print(Color[name])
        except KeyError as error:
            print("KeyError", error)
    for value in range(2, 6):
        try:
            print(Color(value))
        except ValueError as error:
            print("ValueError", error)
    facing = Direction.NORTH
    for _ in range(5):
        facing = facing.turned()
        print(facing, facing.value)
    for planet in Planet:
        print(planet.name, round(planet.gravity(), 3), planet.value[1], planet.mass)
    print(Suit.HEARTS, repr(Suit.SPADES), f"{Suit.SPADES} {Color.RED:>12}|", [Suit.HEARTS], Suit("s"))
    print(Mixed.A, Mixed.B.name, [m.name for m in Mixed], list(Mixed), Mixed.B)
    print([op.apply(3, 4) for op in Operation], Operation("*").name)
    state = State()
    for color in (Color.BLUE, Color.RED, Color.BLUE):
        state.step(color)
    print(state.color, state.seen, {d: d.value for d in Direction}[Direction.EAST])
    print(sorted(Color, key=lambda c: -c.value), max(Color, key=lambda c: c.value), list(enumerate(Direction))[1])
    print(isinstance(Color.RED, Color), isinstance(Color.RED, Enum), type(Color.RED) is Color, type(Color.RED).__name__)
    chosen = None if len(names) > 2 else Color.RED
    print(chosen is None, chosen == Color.RED, hash(Color.RED) == hash(Color(1)), (Color.RED, 1) == (Color.RED, 1))
    first, *others = Color
    print(first, others, list(zip(Color, Suit)))


if __name__ == "__main__":
    main()
