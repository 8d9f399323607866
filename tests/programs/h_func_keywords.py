"""`**` parameters: handed on, read by name, and as a dict; `**` of a dict display."""

from functools import wraps


def trace(fn):
    @wraps(fn)
    def wrapper(*args, **kwargs):
        print("call", fn.__name__)
        try:
            return fn(*args, **kwargs)
        finally:
            print("done")

    return wrapper


def times(n):
    def decorate(fn):
        def wrapper(*args, **kwargs):
            result = fn(*args, **kwargs)
            for _ in range(n - 1):
                result = fn(*args, **kwargs)
            return result

        return wrapper

    return decorate


@trace
def f(a, b=2):
    return a + b


@trace
@times(2)
def g(s, *, sep="-", end="!"):
    return s + sep + s + end


def show(**options):
    print(options["x"], options["y"])


def table(**items):
    for name, value in items.items():
        print(name, value)
    print(len(items), "a" in items, items.get("b", 0), items)


def defaults(**items):
    items.setdefault("a", 10)
    items["z"] = 26
    return items


def both(first, *rest, key=None, **others):
    print(first, rest, key, others)


class Shape:
    def __init__(self, name, **kwargs):
        self.name = name
        self.size = kwargs.get("size", 1)


class Circle(Shape):
    def __init__(self, radius, **kwargs):
        super().__init__("circle", **kwargs)
        self.radius = radius

    def area(self, scale=1.0):
        return self.radius * self.radius * scale


def missing(**kw):
    try:
        return kw["nope"]
    except KeyError as e:
        print("no", e)
        return 0


def main():
    print(f(1), f(1, b=5), f(a=1, b=2), f(1.5))
    print(g("x"), g("x", end="?"), g("x", sep="+", end="."))
    show(x=1, y="two")
    show(y=2.5, x=[1])
    table(a=1, b=2)
    table()
    table(c=3)
    print(defaults(), defaults(a=1), defaults(q=2))
    both(1, 2, 3, key="k", u=1, v=2)
    both("a", w=1)
    print(f(b=1, **{"a": 2}))
    c = Circle(2, size=7)
    print(c.name, c.size, c.radius, c.area(), c.area(scale=2.0))
    print(Circle(3).size)
    print(missing(a=1), missing())
    local = 3

    def inner(x, **kw):
        return f(x + local, **kw)

    print(inner(1), inner(1, b=7))


if __name__ == "__main__":
    main()
