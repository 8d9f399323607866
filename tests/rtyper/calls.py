"""A call of one function is direct and has its defaults filled in; a call of several goes through a pointer."""
# test: stage=annotated entry=program
# fg: rtype
# eval-after: @program(1) == 13
# eval-after: @program(0) == 4
# expect-op: @program has 1 indirect_call
# expect-op: @once has 1 direct_call
# expect-op: @once has no indirect_call


def twice(n, step=1):
    return n + n + step


def thrice(n, step=1):
    return n + n + n + step


def once(n):
    return twice(step=3, n=n)


def program(n: int):
    chosen = thrice if n else twice
    return chosen(n, 1) + once(n + 1) + (n and 2) - (0 if n else 2)
