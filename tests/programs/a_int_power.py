"""** of ints: non-negative exponents give ints, augmented form and precedence too."""


def power(base, exponent):
    result = 1
    while exponent > 0:
        if exponent % 2 == 1:
            result *= base
        exponent //= 2
        if exponent:
            base *= base
    return result


def main():
    for base in range(-3, 4):
        for exponent in range(6):
            value = base ** exponent
            print(value, end=" ")
            assert value == power(base, exponent)
        print()
    print(2 ** 62, (-2) ** 63, -2 ** 2, 2 ** 3 ** 2, 0 ** 0)
    print(3 ** 39, (-7) ** 22, 10 ** 18)
    n = 3
    n **= 4
    print(n)


if __name__ == "__main__":
    main()
