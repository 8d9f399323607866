"""Frames repeated by recursion are counted instead of printed one by one."""


def countdown(n):
    if n == 0:
        raise ValueError("bottom")
    return countdown(n - 1)


def ping(n):
    return pong(n)


def pong(n):
    if n == 0:
        return countdown(9)
    return ping(n - 1)


if __name__ == "__main__":
    print("start")
    ping(2)
