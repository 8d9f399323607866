"""One raise, one handler."""


def check(n):
    if n > 2:
        raise ValueError
    return n


if __name__ == "__main__":
    try:
        print(check(1))
        print(check(3))
        print("never")
    except ValueError:
        print("too large")
