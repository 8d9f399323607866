"""with, nested try, handled exceptions across yields."""


class Manager:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, tb):
        print("exit", self.name, value is None)
        return False


def reader():
    with Manager("a") as m:
        yield m.name
        with Manager("b"):
            yield "inner"
    yield "last"


def in_handler():
    try:
        raise ValueError("first")
    except ValueError as e:
        yield "handling " + str(e)
        try:
            raise KeyError("second")
        except KeyError as k:
            yield repr(k.__context__)
        yield "again " + str(e)
        raise


def finally_yields():
    try:
        yield 1
        raise IndexError("x")
    finally:
        yield 2
        yield 3


def context_of(e):
    c = e.__context__
    return "none" if c is None else repr(c)


def loops():
    for i in range(3):
        try:
            if i == 1:
                continue
            yield i
        finally:
            yield -i
    else:
        yield 100


def main():
    for x in reader():
        print(x)
    r = reader()
    print(next(r), next(r))
    r.close()
    r = reader()
    next(r)
    try:
        r.throw(RuntimeError("thrown"))
    except RuntimeError as e:
        print("out", e)
    g = in_handler()
    try:
        raise OSError("outer")
    except OSError:
        print(next(g))
        try:
            raise TypeError("t")
        except TypeError as t:
            print(context_of(t))
        print(next(g))
    print(next(g))
    try:
        next(g)
    except ValueError as e:
        print("reraised", e, context_of(e))
    f = finally_yields()
    print(next(f), next(f), next(f))
    try:
        next(f)
    except IndexError as e:
        print(repr(e))
    print(list(loops()))
    g = in_handler()
    next(g)
    try:
        g.throw(KeyError("in"))
    except KeyError as e:
        print(repr(e), context_of(e))


if __name__ == "__main__":
    main()
