"""`in` over generators and instances that are iterated: stops where it is found."""


def numbers():
    n = 0
    while True:
        yield n
        n += 1


class Bag:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        for x in self.items:
            print("look at", x)
            yield x


def main():
    g = numbers()
    print(3 in g, next(g), 10 in g)
    b = Bag(["a", "b", "c"])
    print("b" in b, "z" not in b)


if __name__ == "__main__":
    main()
