"""Generators that meet in one variable: send, throw and close of whichever it is."""


def a():
    x = yield 1
    print("a", x)
    yield 2


def b():
    x = yield 10
    print("b", x)
    yield 20


def c(n):
    try:
        yield n
        yield n + 1
    finally:
        print("c done")


def pick(i):
    if i == 0:
        return a()
    return b()


def main():
    p, q = a(), b()
    next(p)
    next(q)
    print(p.send(5), q.send(6))
    for i in range(2):
        g = pick(i)
        print(next(g), g.send(7))
        g.close()
        try:
            g.throw(ValueError("x"))
        except ValueError as e:
            print(e)
    # exception inside a loop over a generator, generator goes on
    g = c(1)
    for x in g:
        print(x)
        break
    print(next(g), next(g, -1))
    maybe = None
    for i in range(3):
        if i == 1:
            maybe = b()
        print(maybe is None, "-" if maybe is None else str(next(maybe)))
    try:
        n = None if 1 < len(repr(maybe)) else maybe
        for x in n:
            print(x)
    except TypeError as e:
        print(e)


if __name__ == "__main__":
    main()
