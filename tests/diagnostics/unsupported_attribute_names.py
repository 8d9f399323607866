"""Attributes by computed name."""


class Box:
    def __init__(self):
        self.a = 1


def name(n):
    return "abc"[n]


def main():
    box = Box()
    setattr(box, name(0), 5)  # error: unsupported "setattr"
    print(getattr(box, name(0)))  # error: unsupported "getattr"
    delattr(box, name(0))  # error: unsupported "delattr"
    print(hasattr(box, name(1)))  # error: unsupported "`hasattr()`"


if __name__ == "__main__":
    main()
