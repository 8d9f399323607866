"""Built-in exceptions raised by the program and by operations, caught by their bases."""


def trouble(n):
    if n == 0:
        return [1][n + 5]
    if n == 1:
        return {"a": 1}["b"]
    if n == 2:
        return 1 // (n - 2)
    if n == 3:
        return int("three")
    if n == 4:
        raise RuntimeError("run time")
    if n == 5:
        raise StopIteration
    if n == 6:
        raise NotImplementedError("later")
    if n == 7:
        raise OSError("disk")
    if n == 8:
        assert n == 9, "n is not 9 but " + str(n)
    if n == 9:
        raise TypeError("kind", n)
    if n == 10:
        raise ArithmeticError("sum")
    if n == 11:
        raise LookupError
    if n == 12:
        raise AttributeError("no such thing")
    if n == 13:
        raise EOFError("over")
    assert n != 14
    return 99


def group(n):
    try:
        return "value %d" % trouble(n)
    except LookupError as error:
        return "lookup " + type(error).__name__ + " " + str(error)
    except ArithmeticError as error:
        return "arithmetic " + type(error).__name__ + " " + str(error)
    except RuntimeError as error:
        return "runtime " + type(error).__name__ + " " + str(error)
    except (ValueError, OSError) as error:
        return "value " + repr(error)
    except AssertionError as error:
        return "assertion " + repr(error)
    except Exception as error:
        return "other " + repr(error)


def main():
    for n in range(16):
        print(n, group(n))
    try:
        raise KeyboardInterrupt
    except Exception:
        print("not an Exception")
    except BaseException as error:
        print("base", repr(error))


if __name__ == "__main__":
    main()
