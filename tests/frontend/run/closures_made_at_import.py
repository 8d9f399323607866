"""Closures of the import time: constant cells, cells that run-time code stores, lambdas on one line."""


def adder(n):
    def add(x):
        return x + n

    return add


def counter(start):
    count = start

    def bump(by=1):
        nonlocal count
        count += by
        return count

    def read():
        return count

    return bump, read


def decorated(function):
    def wrapper(*args):
        print("call", function.__name__, args)
        return function(*args)

    return wrapper


@decorated
def area(w, h):
    return w * h


add_three = adder(3)
bump, read = counter(10)
bump()
handlers = [lambda x: x + 1, lambda x: x * 2, lambda x: (lambda: x)()]
table = {name: (lambda v, name=name: name + str(v)) for name in ("a", "b")}


def main():
    print(add_three(4))
    print(bump(), bump(5), read())
    print([handler(10) for handler in handlers])
    print(table["a"](1), table["b"](2))
    print(area(2, 3))


if __name__ == "__main__":
    main()
