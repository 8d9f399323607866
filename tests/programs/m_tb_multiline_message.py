"""Texts with line ends, quotes and other scripts, and an empty message, in the last line."""


class Empty(Exception):
    pass


def complain(n):
    if n == 0:
        raise Empty
    if n == 1:
        raise Empty("")
    if n == 2:
        raise KeyError("it's\nmissing")
    raise ValueError("zwei\nZeilen: 日本 é")


if __name__ == "__main__":
    for n in range(3):
        try:
            complain(n)
        except Exception as error:
            print(type(error).__name__, "[" + str(error) + "]")
    try:
        complain(0)
    except Empty:
        complain(3)
