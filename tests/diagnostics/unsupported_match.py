"""Patterns that need what is known at run time only."""


class Key:
    def __init__(self, name):
        self.name = name


def look_up(key, table):
    match table:
        case {key.name: value}:  # error: unsupported "a key of a pattern that is not known at translation"
            return value
    return 0


def is_a(value, kind):
    match value:
        case kind():  # error: unsupported "a pattern whose class is not known at translation"
            return 1
    return 0


def main():
    print(look_up(Key("a"), {"a": 1}))
    print(is_a(1, int))


if __name__ == "__main__":
    main()
