"""Values that are not functions, classes or methods are called."""


class Point:
    def __init__(self):
        self.x = 1


def main():
    n = len("abc")
    print(n(1))  # error: not_callable
    print("text"(2))  # error: not_callable
    print([1, 2](0))  # error: not_callable
    p = Point()
    p()  # error: not_callable
    p.x()  # error: not_callable


if __name__ == "__main__":
    main()
