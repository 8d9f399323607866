"""Misspelt names: a local, a global, a built-in, a module's attribute, a method, a keyword; and one like nothing."""

import math

LIMIT = 3


def area(width, height):
    return width * heigth  # error: unknown_name  # note: "did you mean `height`?"


def bounded(value):
    if value > LIMITT:  # error: unknown_name  # note: "did you mean `LIMIT`?"
        return pritn(value)  # error: unknown_name  # note: "did you mean `print`?"
    return qqq  # error: unknown_name "`qqq` is not defined"


def main():
    print(area(2, 3), bounded(4))
    print(math.sqr(2.0))  # error: unknown_attribute  # note: "did you mean `sqrt`?"
    print("a b".spilt())  # error: unknown_method  # note: "did you mean `split`?"
    print([1].apend(2))  # error: unknown_method  # note: "did you mean `append`?"
    print(area(width=1, heigth=2))  # error: unknown_keyword  # note: "did you mean `height`?"


if __name__ == "__main__":
    main()
