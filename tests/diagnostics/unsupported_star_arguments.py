"""Star parameters, star arguments and starred targets."""


def total(*numbers):  # error: unsupported "*numbers"
    return len(numbers)


def options(**values):  # error: unsupported "**values"
    return len(values)


def add(a, b):
    return a + b


def main():
    total(1, 2)
    options(a=1)
    pair = (1, 2)
    print(add(*pair))  # error: unsupported "*"
    named = {"a": 1, "b": 2}
    print(add(**named))  # error: unsupported "**"
    first, *rest = [1, 2, 3]  # error: unsupported "*"
    print([*pair, 3])  # error: unsupported "*"


if __name__ == "__main__":
    main()
