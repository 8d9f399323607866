"""Constant indexes outside a tuple."""


def pair():
    return 1, "one"


def main():
    print(pair()[2])  # error: tuple_index "2"
    print(pair()[-3])  # error: tuple_index "-3"
    t = (1, 2, 3)
    print(t[3])  # error: tuple_index "3"
    print(t[-3], t[2])


if __name__ == "__main__":
    main()
