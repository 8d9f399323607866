"""args of exceptions: of those that programs and operations raise, of several types, stored, kept by user classes."""


class Code(Exception):
    pass


class Row(Exception):
    pass


class Keeps(Exception):
    def __init__(self, code, text="m"):
        self.code = code
        self.text = text


class Passes(Exception):
    def __init__(self, code):
        super().__init__("code %d" % code)
        self.code = code


class Tells(Passes):
    def __str__(self):
        return "tells " + super().__str__()


class Any(Exception):
    def __init__(self, *args):
        super().__init__(*args)
        self.count = len(args)


class Named(Exception):
    def __init__(self, *, key):
        self.key = key


def make(*args):
    return Code(*args)


def check(x):
    assert x > 0
    assert x > 1, "x is %d" % x
    assert x > 2, x
    assert x > 3, (x, "t")
    assert x > 4, None
    return x


def trouble(n):
    if n == 0:
        raise Code("text", n)
    if n == 1:
        return {1: 2}[n + 1]
    if n == 2:
        return [1][n]
    if n == 3:
        return int("three")
    if n == 4:
        raise RuntimeError
    if n == 5:
        raise Passes(7)
    if n == 6:
        open("/nonexistent/file")
    if n == 7:
        raise OSError(13, "perm", "file")
    return n


def by_types():
    for n in range(9):
        try:
            print(trouble(n))
        except Exception as error:
            print(type(error).__name__, error.args, len(error.args), error.args == (), error.args != ())
            if error.args:
                first = error.args[0]
                print(first, repr(first), first == 2, first == "text", first is None, f"{first}")
                if isinstance(first, str):
                    print("text", first.upper())
                elif isinstance(first, int):
                    print("number", first + 1)


def typed():
    total = 0
    for i in range(3):
        try:
            raise Row(i, "text %d" % i)
        except Row as error:
            code, text = error.args
            total += code
            print(text.upper(), error.args[1:])
    print(total)
    try:
        {"a": 1}["b"]
    except KeyError as error:
        print(error.args, error.args[0] == "b", str(error))


def user_classes():
    print(repr(Keeps(1)), str(Keeps(1)), Keeps(1).args, repr(Keeps(1, text="q")), Keeps(1, "z").args)
    print(repr(Passes(2)), str(Passes(2)), repr(Tells(3)), str(Tells(3)), Tells(3).args)
    print(repr(Any(4, 5)), repr(Any("x")), Any(1, 2, 3).count, repr(Any()))
    print(repr(make(1, 2)), repr(make()), repr(Named(key="k")), Named(key="k").args)
    for kind in (Keeps, Code, Any):
        print(repr(kind(5)))
    error = Row(1, "a")
    error.args = (3, "new")
    print(error, repr(error), error.args)
    try:
        raise Code(*error.args)
    except Code as again:
        print(repr(again), again.args)


def main():
    by_types()
    typed()
    user_classes()
    for i in range(6):
        try:
            print(check(i))
        except AssertionError as error:
            print(repr(error), error, error.args)
    for error in (ValueError(), ValueError(1), ValueError("a", 2.5), KeyError((1, 2)), OSError("only")):
        print(error.args, str(error), repr(error))
    print(ValueError("x").__suppress_context__)


if __name__ == "__main__":
    main()
