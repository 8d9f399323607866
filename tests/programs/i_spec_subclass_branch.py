"""A branch that only an instance of a subclass would take, and whose calls have other types."""


class Box:
    def __init__(self, number):
        self.number = number


class Crate(Box):
    def __init__(self, number, lid):
        super().__init__(number)
        self.lid = lid


def report(name, value):
    print(name, value)


def look(box):
    if isinstance(Box(box.number), Crate):
        report("a crate made of", 1)
        return "crate"
    report("a box of", box.number)
    return None


def name(box):
    try:
        report("text", repr(look(box)) + "!")
    except ValueError as error:
        report("error", type(error).__name__)


def main():
    name(Crate(1, True))
    name(Box(2))


if __name__ == "__main__":
    main()
