"""Raising inside an except clause of the same function, again, and in finally: every frame is kept, once."""


class E1(Exception):
    pass


def a(x):
    if x:
        raise E1
    return x


def b(x):
    try:
        a(x)
    except E1 as e:
        raise KeyError("b") from None


def c(x):
    try:
        b(x)
    except KeyError as e:
        err = e
        raise E1("c") from err


def d(x):
    try:
        raise ValueError("d")
    except ValueError as e:
        try:
            c(x)
        except E1 as f:
            raise f


def e(x):
    while True:
        try:
            d(x)
        except E1:
            if x > 3:
                raise
            x += 1
            continue
        break


if __name__ == "__main__":
    e(1)
