"""Attributes at class level of the program's own exceptions, among them names that built-in exceptions use."""


class AppError(Exception):
    code = 1
    errno = 10
    filename = "app"


class NotFound(AppError):
    code = 404
    filename = "not found"

    def __init__(self, path):
        super().__init__("no " + path)
        self.strerror = path.upper()


class Missing(OSError):
    pass


def attempt(path):
    if path == "/a":
        raise NotFound(path)
    if path == "/b":
        raise Missing(7, "gone", path)
    if path == "/c":
        raise SystemExit(len(path))
    raise AppError(path)


def main():
    for path in ["/a", "/b", "/c", "/d"]:
        try:
            attempt(path)
        except NotFound as error:
            print(error, error.code, error.errno, error.strerror, error.filename)
        except AppError as error:
            print(error, error.code, error.errno, error.filename)
        except OSError as error:
            print(error, error.errno, error.strerror, error.filename)
        except SystemExit as error:
            print("exit", error.code)


if __name__ == "__main__":
    main()
