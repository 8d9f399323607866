"""Classes and functions for programs that import."""

from support.constants import LIMIT


class Circle:
    def __init__(self, radius):
        self.radius = radius

    def area(self):
        return min(3 * self.radius * self.radius, LIMIT * 10)


def unit():
    return Circle(1)


def scaled(circle, factor):
    return Circle(circle.radius * factor)
