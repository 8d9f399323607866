"""Identity of numbers: True is not 1."""

def f(x):
    if x is True:
        return "t"
    if x is None:
        return "n"
    return "?"


def g(x):
    if x is True:
        return "t"
    return "?"


def main():
    print(f(True), f(None), f(1), f(2))
    print(g(True), g(1), g(2))
    print(g(1))
    for x in [1, True, None, 0, False]:
        print(x is True, x is False, f(x))


if __name__ == "__main__":
    main()
