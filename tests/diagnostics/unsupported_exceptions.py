"""What is left out of exceptions: groups, traceback objects, arithmetic on arguments of several types."""

import sys


class Problem(Exception):
    pass


def group():
    raise ExceptionGroup("g", [ValueError(1)])  # error: unsupported "exception group `ExceptionGroup`"


def places():
    try:
        raise ValueError("x")
    except ValueError as error:
        print(error.__traceback__)  # error: unsupported "`__traceback__` of exceptions"
        print(sys.exc_info())  # error: unsupported "`sys.exc_info`"


def arguments(n):
    try:
        if n:
            raise Problem(n)
        raise Problem("text")
    except Problem as error:
        print(error.args[0] + 1)  # error: bad_operand "an exception's argument, which has several types,"


def main():
    places()
    arguments(3)
    group()


if __name__ == "__main__":
    main()
