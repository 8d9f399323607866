"""Ints beyond 64 bits raise OverflowError where CPython would go on exactly."""

LARGEST = 2 ** 63 - 1


def compute(n, a, b):
    if n == 0:
        return a + b
    if n == 1:
        return -a - b - b
    if n == 2:
        return a * b
    if n == 3:
        return b << 62
    if n == 4:
        return a ** b
    if n == 5:
        return -(-a - 1)
    if n == 6:
        return abs(-a - 1)
    if n == 7:
        return (-a - 1) // -1
    if n == 8:
        return sum([a, b])
    a += b
    return a


def attempt(n, a, b):
    try:
        print(n, compute(n, a, b))
    except OverflowError:
        print(n, "OverflowError")


def parse(text):
    try:
        print(int(text))
    except OverflowError:
        print("OverflowError of a text")


def truncate(number):
    try:
        print(int(number))
    except OverflowError:
        print("OverflowError of a float")


def main():
    for n in range(10):
        attempt(n, LARGEST, 2)
        attempt(n, 5, 1)
    for text in ["12", "9223372036854775808"]:
        parse(text)
    for number in [1.5, 1e19]:
        truncate(number)


if __name__ == "__main__":
    main()
