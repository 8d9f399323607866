"""Statements that are left out: del of an attribute, exception groups."""


class Box:
    def __init__(self):
        self.a = 1


def forget(box):
    del box.a  # error: unsupported "del"


def group():
    try:
        return 1
    except* ValueError:  # error: unsupported "except*"
        print("group")
    return 2


def main():
    forget(Box())
    group()


if __name__ == "__main__":
    main()
