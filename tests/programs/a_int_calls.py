"""Functions of ints call each other and print what they return."""


def square(n):
    return n * n


def add(a, b):
    return a + b


def hypotenuse_squared(a, b):
    return add(square(a), square(b))


if __name__ == "__main__":
    print(hypotenuse_squared(3, 4))
    print(add(square(7), -50))
