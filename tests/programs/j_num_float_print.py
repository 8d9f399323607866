"""Floats print as the shortest text that reads back equal."""


def main():
    values = [0.0, -0.0, 1.0, 0.1, 0.3, 1 / 3, 100.0, 123456.789, 1e15, 1e16, 123456789012345680.0, 1e17, 1e22, 1e23]
    for x in values:
        print(x, repr(-x), str(x), float(str(x)) == x)
    for x in [1e-4, 1e-5, 0.00012345, 0.000012345, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1e100]:
        print(x, -x, [x])
    print(9007199254740993.0, 4503599627370497.5, 0.1 + 0.2, 1.1 * 1.1, 3.0 * 1.1, 2.0 ** 60, 2.0 ** -40)
    print(float("inf"), float("-inf"), float("nan"), -float("nan"), [float("inf")])
    print(1e0, 12e3, 1.5e-3, .5, 5., 1_000.5, 1e+2, 0x10 * 1.0)
    x = 1.0
    for _ in range(12):
        x /= 7.0
        print(x, end=" ")
    print()
    x = 1.0
    for _ in range(12):
        x *= 31.7
        print(x, end=" ")
    print()


if __name__ == "__main__":
    main()
