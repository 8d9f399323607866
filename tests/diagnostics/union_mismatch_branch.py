"""Two branches give one variable values that have no common type."""


class Point:
    pass


def choose(n):
    if n > 2:
        value = 5
    else:
        value = "five"  # error: union_mismatch "value"
    return len(str(value))


def instance_or_int(n):
    x = Point() if n else 3  # error: union_mismatch
    return x is None


def main():
    print(choose(len("abc")), instance_or_int(len("abc")))


if __name__ == "__main__":
    main()
