"""Integer operators are single operations where they cannot overflow, checked ones where they can, else helpers."""
# test: stage=annotated entry=program
# eval-after: @add(3, 4) == 7
# eval-after: @add(9223372036854775807, 1) raises OverflowError
# eval-after: @mask(-1, 12) == 12
# eval-after: @divide(-7, 2) == -4
# eval-after: @divide(1, 0) raises ZeroDivisionError
# fg: rtype
# expect-op: @add has 1 int_add_ovf
# expect-op: @add has no direct_call
# expect-op: @mask has 1 int_and
# expect-op: @divide has 1 direct_call
# expect-op: @less has 1 int_lt


def add(a, b):
    return a + b


def mask(a, b):
    return a & b


def divide(a, b):
    return a // b


def less(a, b):
    return a < b


def program(n: int):
    if less(n, 5):
        return add(n, 4)
    return divide(mask(n, 255), n)
