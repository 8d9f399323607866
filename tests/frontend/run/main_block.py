"""The main block's names are module globals, also for the functions that it calls."""

import sys

total = 0


def add(x):
    global total
    total += x
    return scale * total


def uses_import():
    return math.pi > 3


def describe():
    return f"{scale} {total} {word}"


if __name__ == "__main__":
    scale = 10
    word = "w"
    for i in range(3):
        add(i)
    print(describe(), i)
    squares = [i * i for i in range(4)]
    print(squares, sum(x for x in squares))

    def local(n):
        return n + scale

    print(local(1), (lambda v: v + i)(5))
    while True:
        word += "!"
        if len(word) > 3:
            break
    print(word, total)
    import math
    import string as text

    print(math.floor(2.5), uses_import(), text.digits)
    try:
        print(int("q"))
    except ValueError as error:
        kept = str(error)
    try:
        print(error)
    except NameError as other:
        print(type(other).__name__, other)
    mixed = 1
    print(mixed)
    mixed = "text"
    print(mixed, kept)
    del mixed
    for late in range(total - 3):
        bound = late
    try:
        print(bound)
    except NameError as other:
        print(type(other).__name__, other)
    sys.exit(3 if total else 4)
