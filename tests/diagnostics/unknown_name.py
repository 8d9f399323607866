"""Names that are nowhere defined."""

total = 0


def count(items):
    result = 0
    for item in items:
        reslt = result + item
    return reslut  # error: unknown_name "reslut"


def call():
    return lenght([1])  # error: unknown_name "lenght"


def inner():
    f = lambda n: n + missing  # error: unknown_name "missing"
    return f(1)


if __name__ == "__main__":
    print(count([1]), call(), inner())
    print(totl)  # error: unknown_name "totl"
