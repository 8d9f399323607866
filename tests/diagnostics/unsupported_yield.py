"""Generator functions."""


def count(n):
    while n:
        yield n  # error: unsupported "yield"
        n -= 1


def chain(items):
    yield from items  # error: unsupported "yield"


def main():
    for n in count(3):
        print(n)
    for n in chain([1]):
        print(n)


if __name__ == "__main__":
    main()
