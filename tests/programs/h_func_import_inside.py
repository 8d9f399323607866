"""import inside functions, from modules and packages beside the program."""

import support.shapes as shapes
from support import constants
from support.shapes import Circle, scaled


def lazily():
    import math
    from support.constants import GREETING as hello

    return hello + " " + str(math.floor(2.7))


def use_again():
    import support.shapes

    return support.shapes.unit().area()


def counter():
    from support import state

    state.count += 1
    state.names.append("call %d" % state.count)
    return state.count


def main():
    print(shapes.unit().area(), Circle(2).area(), scaled(shapes.unit(), 5).area())
    print(constants.LIMIT, constants.NAMES, lazily(), use_again())
    counter()
    print(counter(), counter())
    from support import state

    print(state.count, state.names, state.bump(), state.count)


if __name__ == "__main__":
    main()
