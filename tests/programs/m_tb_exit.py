"""sys.exit in nested calls: finally clauses run, caught it is an exception, and what they raise shows where it went."""
import sys


def leave(code):
    try:
        sys.exit(code)
    finally:
        print("leaving with", code)


def inner(n):
    if n == 0:
        try:
            raise ValueError(1)
        except ValueError:
            try:
                {1: 2}[n]
            except KeyError:
                leave(n + 5)
    return inner(n - 1)


def guarded(n):
    try:
        inner(n)
    except SystemExit as e:
        print("exit", e.code)
        return e.code // (n - 3)
    return 0


if __name__ == "__main__":
    print(guarded(1))
    print(guarded(3))
