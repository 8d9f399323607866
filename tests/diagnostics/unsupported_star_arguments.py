"""What is left out of star parameters and star arguments."""


def options(**values):  # error: unsupported "the parameter `**values`"
    return len(values)


def add(a, b):
    return a + b


def main():
    options(a=1)
    named = {"a": 1, "b": 2}
    print(add(**named))  # error: unsupported "`**` in a call"
    one, two = [1], [2]
    print(add(*one, *two))  # error: unsupported "a second `*` in a call"
    print(add(*one, 2))  # error: unsupported "a positional argument after `*`"


if __name__ == "__main__":
    main()
