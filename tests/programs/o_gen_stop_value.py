"""Generators: StopIteration.value, the repr."""


def g(n):
    for i in range(n):
        yield i
    return n * 2


def h():
    yield 1
    return "text"


def main():
    it = g(2)
    try:
        while True:
            print(next(it))
    except StopIteration as e:
        print(e.value)
    s = repr(it)
    print(s[:20])
    print(type(it).__name__)


if __name__ == "__main__":
    main()
