"""assert evaluates its message only when it fails, and raises AssertionError."""


def message(n):
    print("message made")
    return "n is %d" % n


def check(n):
    assert n > 0, message(n)
    assert n != 5
    assert n < 10, n
    assert isinstance(n, int), "never"
    return "fine"


def main():
    for n in [1, 0, 5, 12]:
        try:
            print(check(n))
        except AssertionError as error:
            print("AssertionError", repr(error), str(error))
    items = []
    try:
        assert items, "empty"
    except AssertionError as error:
        print(error)
    assert not items
    assert (1, 2) and "text"
    print("end")


if __name__ == "__main__":
    main()
