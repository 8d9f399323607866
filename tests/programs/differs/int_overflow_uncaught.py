"""An overflow that nobody catches ends the program with a traceback and status 1."""


def factorial(n):
    return 1 if n == 0 else n * factorial(n - 1)


if __name__ == "__main__":
    print(factorial(20))
    print(factorial(25) > 0)
