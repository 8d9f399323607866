"""OSError called with an errno and a text makes the subclass for the errno."""


class Mine(OSError):
    pass


def fail(errno):
    raise OSError(errno, "text")


def name_of(errno):
    try:
        fail(errno)
    except FileNotFoundError as error:
        return "not found: " + str(error)
    except ConnectionError as error:
        return "connection: " + repr(error)
    except OSError as error:
        return type(error).__name__ + ": " + str(error) + " " + str(error.errno)
    return "none"


def main():
    for errno in range(140):
        print(errno, name_of(errno))
    try:
        raise OSError(2, "No such file", "some/path")
    except FileNotFoundError as error:
        print(error, error.filename, error.strerror)
    for kept in (OSError(2), OSError("2", "text"), OSError(), Mine(2, "text")):
        print(repr(kept), isinstance(kept, FileNotFoundError))
    raise OSError(17, "the last one")


if __name__ == "__main__":
    main()
