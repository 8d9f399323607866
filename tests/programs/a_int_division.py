"""// and % and divmod round towards minus infinity for all signs."""


def show(a, b):
    q, r = divmod(a, b)
    print(a, b, a // b, a % b, q, r, 0 <= r < b or b < r <= 0)


def main():
    for a in [7, -7, 0, 1, -1, 6, -6]:
        for b in [2, -2, 3, -3, 7, -7]:
            show(a, b)
            assert a // b * b + a % b == a
    big = 9223372036854775807
    show(big, 10)
    show(-big, 10)
    show(-big - 1, 3)
    show(-big - 1, 1)
    show(-big - 1, big)
    print(7 / 2, -7 / 2, 6 / 3, 1 / 3)
    n = 17
    n //= -5
    print(n)
    n %= 3
    print(n)


if __name__ == "__main__":
    main()
