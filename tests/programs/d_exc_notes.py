"""Notes of exceptions, the exception being handled, and printed tracebacks of what was caught."""

import sys
import traceback


class Problem(Exception):
    pass


def divide(n):
    try:
        return 1 // n
    except ZeroDivisionError as error:
        error.add_note("while dividing by %d" % n)
        error.add_note("in two\nlines")
        raise


def report():
    print(repr(sys.exception()))
    print([line for line in traceback.format_exc().splitlines() if not line.startswith("  ")])


def main():
    problem = Problem("x")
    print(hasattr(problem, "__notes__"), getattr(problem, "__notes__", []))
    problem.add_note("first")
    problem.add_note("second")
    print(problem.__notes__, hasattr(problem, "__notes__"))
    for note in problem.__notes__:
        print(note.upper())
    try:
        raise problem
    except Problem as error:
        error.add_note("third")
        print(error.__notes__, error)
        report()
    print(sys.exception())
    try:
        ValueError().__notes__
    except AttributeError as error:
        print(error)
    try:
        try:
            divide(0)
        except ZeroDivisionError as error:
            raise Problem("chained") from error
    except Problem:
        report()
        traceback.print_exc()
    print(traceback.format_exc(), end="")
    divide(0)


if __name__ == "__main__":
    main()
