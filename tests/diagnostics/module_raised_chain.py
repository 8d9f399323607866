"""A chain of exceptions of the module level is shown as CPython shows it."""

# test: python


class SetupError(Exception):
    pass


def load(text):
    try:
        return int(text)
    except ValueError as error:
        raise SetupError("cannot set up") from error


LIMIT = load("ten")  # error: module_raised


if __name__ == "__main__":
    print(LIMIT)
