"""raise alone, raise of a kept exception, raise from, __cause__ and __context__."""


class ParseError(Exception):
    pass


def parse(text):
    try:
        return int(text)
    except ValueError as error:
        raise ParseError("bad number " + text) from error


def logged(text):
    try:
        return parse(text)
    except ParseError:
        print("logging", text)
        raise


def quiet(text):
    try:
        return int(text)
    except ValueError:
        raise ParseError("quiet") from None


def implicit(text):
    try:
        return int(text)
    except ValueError:
        raise ParseError("implicit")


def collect(texts):
    kept = None
    total = 0
    for text in texts:
        try:
            total += logged(text)
        except ParseError as error:
            if kept is None:
                kept = error
    if kept is not None:
        raise kept
    return total


def main():
    print(collect(["1", "2", "39"]))
    try:
        collect(["1", "x", "y", "2"])
    except ParseError as error:
        print(error, "|", error.__cause__)
    try:
        quiet("q")
    except ParseError as error:
        print(error, error.__cause__ is None, "|", error.__context__)
    try:
        implicit("i")
    except ParseError as error:
        print(error, error.__cause__ is None, "|", error.__context__)
    try:
        raise KeyError("k")
    except KeyError as error:
        print(error.__context__ is None, error.__cause__ is None)


if __name__ == "__main__":
    main()
