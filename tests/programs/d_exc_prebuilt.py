"""Exceptions that the module level made: their arguments, attributes and texts, raised and caught."""


class Mine(Exception):
    def __init__(self, n):
        super().__init__("mine %d" % n)
        self.n = n


ERROR = ValueError("pre", 3)
EMPTY = RuntimeError()
MINE = Mine(4)
TABLE = {"a": KeyError("k"), "b": ERROR, "c": IndexError([1, 2], None, 2.5)}


def main():
    print(ERROR, repr(ERROR), MINE, repr(MINE), MINE.n, repr(EMPTY), TABLE)
    print(ERROR.args, MINE.args, EMPTY.args)
    try:
        raise ERROR
    except ValueError as error:
        print(error is ERROR, error)
    for name in TABLE:
        try:
            raise TABLE[name]
        except LookupError as error:
            print("lookup", error)
        except ValueError as error:
            print("value", error)
    try:
        raise EMPTY from ERROR
    except RuntimeError as error:
        print(repr(error.__cause__), error.__suppress_context__)
    raise MINE


if __name__ == "__main__":
    main()
