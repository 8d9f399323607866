"""Generators: running already, locals that may be unbound, the traceback through yield from."""


def fails(n):
    for i in range(n):
        yield 10 // (2 - i)


def wrap(n):
    yield from fails(n)


def running():
    global G
    yield 1
    try:
        next(G)
    except ValueError as e:
        print(e)
    yield 2


G = None


def unbound(n):
    for i in range(n):
        yield i
        if i == 1:
            x = "set"
    print(x)


def main():
    global G
    G = running()
    for x in G:
        print(x)
    for v in unbound(3):
        print(v)
    try:
        for v in unbound(1):
            print(v)
    except UnboundLocalError as e:
        print(e)
    for x in wrap(5):
        print(x)


if __name__ == "__main__":
    main()
