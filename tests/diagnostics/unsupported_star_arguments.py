"""What is left out of star parameters and star arguments."""


def options(**values):
    values["b"] = 2
    return add(**values)  # error: unsupported "`**` of `dict[str, int]` as arguments"


def add(a, b):
    return a + b


def main():
    options(a=1)
    named = {"a": 1, "b": 2}
    print(add(**named))  # error: unsupported "`**` of `dict[str, int]` as arguments"
    print(add(b=1, **{"b": 1}))  # error: unsupported "the keyword `b` twice in a call"


if __name__ == "__main__":
    main()
