"""Exception classes as values: what they are called with is kept."""


class Mine(Exception):
    pass


ERRORS = {"v": ValueError, "m": Mine, "k": KeyError}


def fail(cls, text):
    raise cls(text)


def main():
    for cls in [ValueError, Mine, KeyError]:
        try:
            raise cls("text")
        except Exception as error:
            print(type(error).__name__, error, repr(error))
    for name in ERRORS:
        try:
            fail(ERRORS[name], "for " + name)
        except Exception as error:
            print(repr(error))


if __name__ == "__main__":
    main()
