"""What every generated program begins with: the classes and functions that the forms speak of."""

PRELUDE = '''import bisect
import contextlib
import enum
import functools
import heapq
import itertools
import math
import operator
from collections import Counter, deque
from dataclasses import dataclass, field
from typing import NamedTuple


class Trouble(ValueError):
    def __init__(self, text, code):
        super().__init__(text)
        self.code = code

    def __str__(self):
        return f"trouble {self.code}"


class OutOfFuel(Exception):
    pass


class Meter:
    """Bounds the work and the output of one call."""

    def __init__(self):
        self.fuel = 0
        self.lines = 0


METER = Meter()


def burn():
    METER.fuel -= 1
    if METER.fuel < 0:
        raise OutOfFuel("too long")


def show(text):
    if METER.lines < 25:
        METER.lines += 1
        print("  ", text[:300])


def described(error):
    text = type(error).__name__ + ": " + str(error)[:200]
    cause, context = error.__cause__, error.__context__
    if cause is not None:
        text += " from " + type(cause).__name__
    elif context is not None:
        text += " while " + type(context).__name__
    return text


class Box:
    kind = "box"
    made = 0

    def __init__(self, number, text):
        self.number = number
        self.text = text
        Box.made += 1

    def weight(self):
        return self.number * 2

    def plus(self, other):
        return (self.number + other) % 1009

    def opened(self, key):
        if key % 3 == 0:
            raise Trouble(self.text, key)
        return self.number

    @property
    def half(self):
        return self.number // 2

    @half.setter
    def half(self, value):
        self.number = value % 10007 * 2

    @staticmethod
    def of(text):
        return Box(len(text), text)

    @classmethod
    def default(cls):
        return cls(1, cls.kind)

    def __repr__(self):
        return f"Box({self.number!r}, {self.text!r})"

    def __eq__(self, other):
        return isinstance(other, Box) and self.number == other.number

    def __hash__(self):
        return hash(self.number)

    def __lt__(self, other):
        return self.number < other.number

    def __format__(self, spec):
        return "<" + spec + ">" + self.text


class Lidded:
    def lid_weight(self):
        return 1 if self.lid else 0


class Crate(Lidded, Box):
    kind = "crate"

    def __init__(self, number, text, lid=False):
        super().__init__(number, text)
        self.lid = lid

    def weight(self):
        return super().weight() + self.lid_weight()

    def opened(self, key):
        if self.lid:
            raise KeyError(key)
        return super().opened(key + 1) + 1


@dataclass(order=True)
class Point:
    x: int
    y: int = 0
    label: str = field(default="", compare=False)

    def moved(self, dx, dy=1):
        return Point(self.x + dx, self.y + dy, self.label)


class Pair(NamedTuple):
    name: str
    size: int = 1

    def doubled(self):
        return self._replace(size=self.size % 10007 * 2)


class Colour(enum.Enum):
    RED = 1
    GREEN = 2
    BLUE = 5

    def shade(self, by):
        return self.name.lower() + str(self.value + by)


class Level(enum.IntEnum):
    LOW = 1
    MID = 5
    HIGH = 9


class Perm(enum.Flag):
    R = 4
    W = 2
    X = 1


@functools.total_ordering
class Money:
    __slots__ = ("cents",)

    def __init__(self, cents):
        self.cents = cents

    def __repr__(self):
        return f"Money({self.cents})"

    def __add__(self, other):
        if isinstance(other, Money):
            return Money((self.cents + other.cents) % 1000003)
        return Money((self.cents + other) % 1000003)

    def __radd__(self, other):
        return Money((other * 2 + self.cents) % 1000003)

    def __sub__(self, other):
        return Money((self.cents - other.cents) % 1000003)

    def __isub__(self, other):
        self.cents = (self.cents - other.cents * 2) % 1000003
        return self

    def __mul__(self, factor):
        return Money(self.cents * (factor % 101) % 1000003)

    def __neg__(self):
        return Money(-self.cents)

    def __abs__(self):
        return Money(abs(self.cents))

    def __bool__(self):
        return self.cents != 0

    def __int__(self):
        return self.cents

    def __eq__(self, other):
        return isinstance(other, Money) and self.cents == other.cents

    def __lt__(self, other):
        return self.cents < other.cents

    def __hash__(self):
        return hash(self.cents)


class Shelf:
    """A sequence of ints by its methods."""

    def __init__(self, items):
        self.items = items

    def __repr__(self):
        return f"Shelf({self.items})"

    def __len__(self):
        return len(self.items)

    def __getitem__(self, place):
        return self.items[place]

    def __setitem__(self, place, value):
        self.items[place] = value

    def __delitem__(self, place):
        del self.items[place]

    def __contains__(self, value):
        return value * 2 in self.items

    def __iter__(self):
        return ShelfIterator(self)

    def __eq__(self, other):
        return isinstance(other, Shelf) and self.items == other.items

    def weight(self):
        return len(self.items)


class ShelfIterator:
    def __init__(self, shelf):
        self.shelf = shelf
        self.place = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.place >= len(self.shelf.items):
            raise StopIteration
        self.place += 1
        return self.shelf.items[self.place - 1]


class Scale:
    def __init__(self, factor):
        self.factor = factor

    def __call__(self, value):
        return value % 10007 * self.factor


class Guard:
    def __init__(self, name, quiet):
        self.name = name
        self.quiet = quiet

    def __enter__(self):
        show("enter " + self.name)
        return self.name

    def __exit__(self, kind, error, traceback):
        show("exit " + self.name + (" with an error" if error is not None else ""))
        return self.quiet


@contextlib.contextmanager
def tagging(name):
    show("<" + name + ">")
    try:
        yield name + "!"
    finally:
        show("</" + name + ">")


def traced(function):
    @functools.wraps(function)
    def wrapper(value):
        show(function.__name__)
        return function(value) + 1

    return wrapper


def twice(value):
    return value % 1000003 * 2


@traced
def thrice(value):
    return value % 1000003 * 3


@functools.lru_cache(maxsize=None)
def fib(number):
    return number if number < 2 else fib(number - 1) + fib(number - 2)


def total(*values, start=0):
    for value in values:
        start = (start + value) % 1000003
    return start


def joined(first, /, second="-", *, third="+"):
    return first[:9] + second[:9] + third[:9]


def weight_of(thing):
    return thing.weight()


def even_odd(number):
    return True if number == 0 else odd_even(number - 1)


def odd_even(number):
    return False if number == 0 else even_odd(number - 1)


def echoes(first):
    """What is sent comes back; a ValueError that is thrown in counts."""
    caught = 0
    value = first
    try:
        while True:
            try:
                value = yield value + caught
            except ValueError:
                caught += 1
            if value > 50:
                return caught
    finally:
        show("echoes end")


def relayed(first):
    result = yield from echoes(first)
    show(f"relayed {result}")


'''
