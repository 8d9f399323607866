"""One parameter gets its value twice."""


class Pair:
    def __init__(self, a, b):
        self.a = a
        self.b = b


def area(width, height):
    return width * height


def main():
    print(area(1, 2, width=3))  # error: duplicate_argument "width"
    pair = Pair(1, a=2)  # error: duplicate_argument "a"
    print(pair is None)


if __name__ == "__main__":
    main()
