"""Classes used with several types that make, iterate and hold instances of themselves; a base they share."""


class Sized:
    def size(self):
        return len(self.items)

    def put(self, item):
        self.items.append(item)


class Stack(Sized):
    def __init__(self, items):
        self.items = []
        self.extend(items)

    def extend(self, items):
        for item in items:
            self.push(item)

    def push(self, item):
        self.items.append(item)

    def __iter__(self):
        for i in range(len(self.items)):
            yield self.items[i]

    def copy(self):
        return Stack(self)


class Bag(Sized):
    def __init__(self):
        self.items = []


class Flat:
    def __init__(self, items):
        self.items = []
        self.extend(items)

    def extend(self, items):
        for item in items:
            self.items.append(item)

    def __iter__(self):
        for i in range(len(self.items)):
            yield self.items[i]

    def __reversed__(self):
        for i in range(len(self.items) - 1, -1, -1):
            yield self.items[i]

    def copy(self):
        return Flat(self)


def main():
    a = Stack(["x"])
    c = a.copy()
    c.push("q")
    b = Stack([1])
    b.push(3)
    print(a.items, b.items, c.items, b.copy().items)
    bag = Bag()
    bag.put(2.5)
    b.put(7)
    print(bag.size(), b.size(), bag.items, b.items)
    words = Flat(["x", "y"])
    numbers = Flat([1, 2])
    print(words.copy().items, numbers.copy().items, list(reversed(words)), list(reversed(numbers)))


if __name__ == "__main__":
    main()
