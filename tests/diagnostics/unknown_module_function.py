"""Misspelt functions of modules."""
import math
import os.path
import random
import time


def distance(x, y):
    return math.squrt(x * x + y * y)  # error: unknown_attribute  # note: "did you mean `sqrt`?"


def pick(values):
    return random.choise(values)  # error: unknown_attribute  # note: "did you mean `choice`?"


def main():
    start = time.perf_count()  # error: unknown_attribute  # note: "did you mean `perf_counter`?"
    print(distance(3.0, 4.0))
    print(pick([1, 2, 3]))
    print(os.path.joyn("a", "b"))  # error: unknown_attribute  # note: "did you mean `join`?"
    print(start > 0)


if __name__ == "__main__":
    main()
