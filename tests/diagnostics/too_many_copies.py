"""A recursion whose argument type grows without end."""


def nest(n, value):
    if n == 0:
        return 0
    return nest(n - 1, (value, n))  # error: too_many_copies "nest"


def main():
    print(nest(3, 1))


if __name__ == "__main__":
    main()
