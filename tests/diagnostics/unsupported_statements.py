"""Statements that are left out: del of a global, of what a class has as well, exception groups."""

total = 1


class Box:
    a = 0

    def __init__(self):
        self.a = 1


def forget(box):
    del box.a  # error: unsupported "deletion of attribute `a`"


def drop():
    global total
    del total  # error: unsupported "del of the global"


def group():
    try:
        return 1
    except* ValueError:  # error: unsupported "except*"
        print("group")
    return 2


def main():
    forget(Box())
    drop()
    group()


if __name__ == "__main__":
    main()
