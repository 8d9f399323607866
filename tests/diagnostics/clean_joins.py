"""Joins that are allowed: None with anything, numbers with numbers, instances at a base."""


class Base:
    name = "base"


class One(Base):
    name = "one"


class Two(Base):
    name = "two"


def maybe(n):
    return None if n else "text"


def main():
    print([1, 2.5, True], [None, "a"], maybe(0), maybe(1))
    for item in [One(), None, Two()]:
        print(item.name if item is not None else "none")
    x = 1 if maybe(0) else 2.5
    print(x, {"a": None, "b": [1]}, [[], [1]])


if __name__ == "__main__":
    main()
