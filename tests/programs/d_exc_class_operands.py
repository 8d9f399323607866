"""Classes of except, isinstance and issubclass that are held in variables, alone and in tuples."""

ERRORS = (ValueError, KeyError)


class A:
    pass


class B(A):
    pass


class C(A):
    pass


class Deep(Exception):
    pass


class DeepKey(Deep, KeyError):
    pass


class Policy:
    def __init__(self, *errors):
        self.errors = errors

    def run(self, function):
        try:
            return function()
        except self.errors as error:
            return "policy " + repr(error)


def missing():
    raise KeyError("k")


def wrong():
    return str(int("seven"))


def divide():
    return str(1 // 0)


def attempt(function, errors):
    try:
        return function()
    except errors as error:
        return type(error).__name__
    finally:
        print("done")


def retry(function, times, errors):
    for i in range(times):
        try:
            return function(i)
        except errors as error:
            print("again", i, repr(error))
    return -1


def flaky(i):
    if i < 2:
        raise ValueError(i)
    if i == 2:
        raise KeyError(i)
    return i


def is_a(x, kind):
    return isinstance(x, kind)


def classify(x, table):
    for kind, name in table:
        if isinstance(x, kind):
            return name
    return "?"


def main():
    for x in (A(), B(), C()):
        print([isinstance(x, kind) for kind in (A, B, C)], issubclass(B, A))
        print(classify(x, [(B, "b"), (C, "c"), (A, "a")]))
        for kind in [B, C]:
            print(is_a(x, kind), isinstance(x, (kind, C)))
    for kind in (A, B, C):
        print([issubclass(kind, base) for base in (A, B, C)])
    print(attempt(missing, ERRORS), attempt(missing, KeyError), attempt(wrong, ERRORS))
    print(attempt(divide, ArithmeticError), attempt(divide, (KeyError, ArithmeticError)))
    print(retry(flaky, 5, (ValueError, KeyError)))
    try:
        print(retry(flaky, 3, ValueError))
    except KeyError as error:
        print("key", error)
    for policy in [Policy(KeyError), Policy(ValueError)]:
        for function in (missing, wrong):
            try:
                print(policy.run(function))
            except Exception as error:
                print("outside", repr(error))
    for kind in (ValueError, KeyError, LookupError):
        try:
            missing()
        except kind as error:
            print("loop", kind.__name__, repr(error))
        except Exception:
            print("other", kind.__name__)
    try:
        missing()
    except ():
        print("never")
    except Exception:
        print("not by the empty tuple")
    try:
        raise DeepKey("text of KeyError")
    except ERRORS as error:
        print(error, repr(error))


if __name__ == "__main__":
    main()
