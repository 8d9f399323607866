"""Attributes that no instance, class, module or built-in value has."""

import math


class Point:
    dimensions = 2

    def __init__(self, x):
        self.x = x


def count(n):
    while n:
        yield n
        n -= 1


def main():
    p = Point(1)
    print(p.z)  # error: unknown_attribute "z"
    print(Point.color)  # error: unknown_attribute "color"
    print(math.squareroot)  # error: unknown_attribute "squareroot"
    print([1, 2].length)  # error: unknown_attribute "length"
    print("text".size)  # error: unknown_attribute "size"
    numbers = count(3)
    numbers.send(None)
    print(numbers.state)  # error: unknown_attribute "state"
    numbers.name = "n"  # error: unknown_attribute "name"
    n = len("abc")
    print(n.value)  # error: unknown_attribute "value"


if __name__ == "__main__":
    main()
