"""raise from prints the cause, its traceback and the joining sentence."""


class LoadError(Exception):
    pass


def read(text):
    return int(text)


def load(text):
    try:
        return read(text)
    except ValueError as error:
        raise LoadError("cannot load " + repr(text)) from error


def start():
    print(load("12"))
    print(load("x12"))


if __name__ == "__main__":
    start()
