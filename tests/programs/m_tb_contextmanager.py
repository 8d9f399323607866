"""An exception that passes a contextmanager is shown without the generator, one that it replaces with it."""
import traceback
from contextlib import contextmanager


@contextmanager
def told(name):
    print("enter", name)
    try:
        yield name
    finally:
        print("leave", name)


@contextmanager
def turned():
    try:
        yield
    except ValueError:
        raise KeyError("turned") from None


def inner():
    with told("inner"):
        raise ValueError("raised")


def outer():
    with told("outer"), told("second"):
        inner()


def frames(text):
    """Whose frames a traceback shows."""
    return [line.split(" in ")[-1] for line in text.splitlines() if " in " in line]


if __name__ == "__main__":
    try:
        outer()
    except ValueError:
        print(frames(traceback.format_exc()))
    try:
        with told("stop"):
            raise StopIteration("stop")
    except StopIteration:
        print(frames(traceback.format_exc()))
    with told("last"):
        outer()
