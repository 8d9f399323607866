"""Methods of related classes that differ in what they return meet in one call, likewise functions in a list."""


class Base:
    def value(self):
        return 1

    def other(self):
        return [1]


class Derived(Base):
    def value(self):
        return "x"  # error: mixed_return "value"

    def other(self):
        return {1: 2}  # error: mixed_return "other"


def one():
    return 1.5


def two():
    return "two"  # error: mixed_return "two"


def main():
    for each in [Base(), Derived()]:
        print(each.value())
        print(each.other(), len(each.other()))
    for function in [one, two]:
        print(function() * 2)


if __name__ == "__main__":
    main()
