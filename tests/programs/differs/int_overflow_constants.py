"""Constants beyond 64 bits raise OverflowError where they stand, unless they are part of one that fits."""


def said(text):
    print(text)
    return 7


def attempt(n):
    try:
        if n == 0:
            print(9223372036854775807 + 1)
        elif n == 1:
            x = 2 ** 63
            print(x)
        elif n == 2:
            print(said("first"), 1 << 64, said("never"))
        elif n == 3:
            x = 9223372036854775807
            x += 1
            print(x)
        elif n == 4:
            x = 5 if n == 5 else 2 ** 64
            print(x)
        elif n == 5:
            print([3 * 9223372036854775807 + n])
        else:
            print(-9223372036854775808 - 1)
    except OverflowError:
        print("overflow", n)


if __name__ == "__main__":
    for n in range(7):
        attempt(n)
    print(2 ** 63 - 1, -(2 ** 63), (2 ** 64 - 1) >> 1, 2 ** 100 > 5, ~(2 ** 63 - 1))
