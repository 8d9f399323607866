"""Generators: exceptions that leave them, expressions included."""


def inner(n):
    for i in range(n):
        yield 10 // (i - 2)


def squares(n):
    return (x * x for x in inner(n))


def stops():
    yield 1
    next(iter([0][1:]))


def main():
    try:
        for x in stops():
            print(x)
    except RuntimeError as e:
        print(e)
    g = (1 // (3 - i) for i in range(5))
    try:
        for x in g:
            print(x)
    except ZeroDivisionError as e:
        print(e)
    print(next(g, -1))
    for x in squares(5):
        print(x)


if __name__ == "__main__":
    main()
