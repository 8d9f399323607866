"""Division by zero of ints raises with CPython's messages."""


def floor_divide(a, b):
    return a // b


def modulo(a, b):
    return a % b


def true_divide(a, b):
    return a / b


def attempt(number, b):
    try:
        if number == 0:
            print(floor_divide(10, b))
        elif number == 1:
            print(modulo(10, b))
        elif number == 2:
            print(true_divide(10, b))
        elif number == 3:
            print(divmod(10, b))
        else:
            print(b ** -1)
    except ZeroDivisionError as error:
        print(number, "ZeroDivisionError:", error)


def main():
    for number in range(5):
        attempt(number, 0)
        attempt(number, 4)


if __name__ == "__main__":
    main()
