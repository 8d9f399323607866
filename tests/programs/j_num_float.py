"""float arithmetic: division, floor, remainder, powers and signed zeros."""


def newton(x):
    guess = x
    for _ in range(30):
        guess = (guess + x / guess) / 2.0
    return guess


def row(a, b):
    print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b))


def main():
    for a in [7.5, -7.5, 0.0, -0.0, 1e300, 6.0]:
        for b in [2.0, -2.0, 0.1, -3.0]:
            row(a, b)
    row(7, 2.5)
    row(-7.5, 2)
    print(newton(2.0), 2.0 ** 0.5, 2 ** -1, 2.5 ** 2, (-2.0) ** 3, 4 ** 0.5, 1e308 * 10, -1e308 * 10)
    print(0.1 + 0.2, 1 / 3, 2 / 3, 1e16 + 1, 1e-320, 5e-324 / 2, -0.0 + 0.0, 0.0 * -1)
    infinity = float("inf")
    nan = infinity - infinity
    print(infinity, -infinity, nan, nan == nan, nan != nan, infinity > 1e308, 5.0 % infinity, -5.0 % infinity)
    x = 1.0
    x += 2
    x *= 1.5
    x -= 0.25
    x /= 2
    x //= 0.5
    x **= 2
    x %= 7
    print(x, -x, +x, not x, bool(0.0), bool(nan), abs(-0.0), abs(-2.5))
    for operation in range(4):
        try:
            if operation == 0:
                print(x / 0.0)
            elif operation == 1:
                print(x // 0.0)
            elif operation == 2:
                print(x % 0.0)
            else:
                print(divmod(x, 0.0), 0.0 ** -1.0)
        except ZeroDivisionError as error:
            print("ZeroDivisionError:", error)
    try:
        print(0.0 ** -1.0)
    except ZeroDivisionError as error:
        print(error)
    try:
        print(10.0 ** 400.0)
    except OverflowError as error:
        print(error)


if __name__ == "__main__":
    main()
