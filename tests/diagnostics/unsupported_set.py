"""Set displays, comprehensions and constructors."""


def main():
    print(len({1, 2}))  # error: unsupported "set"
    print(len({n for n in range(3)}))  # error: unsupported "set"
    print(len(set([1])))  # error: unsupported "set"
    print(len(frozenset([1])))  # error: unsupported "set"


if __name__ == "__main__":
    main()
