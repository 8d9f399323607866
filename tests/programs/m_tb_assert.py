"""A failed assert and a KeyError with a tuple key print as in CPython."""


class Stock:
    def __init__(self):
        self.items = {("apple", 1): 5}

    def take(self, name, size):
        self.items[(name, size)] -= 1
        assert self.items[(name, size)] >= 0, "sold out"


def main():
    stock = Stock()
    for _ in range(5):
        stock.take("apple", 1)
    try:
        stock.take("apple", 1)
    except AssertionError as error:
        print("caught", error)
    stock.take("pear", 2)


if __name__ == "__main__":
    main()
