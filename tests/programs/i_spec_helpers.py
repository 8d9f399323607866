"""Containers that make instances of helper classes, each used with several types."""


class Node:
    def __init__(self, value):
        self.value = value
        self.next = None


class Cell:
    def __init__(self, value):
        self.head = Node(value)


class LinkedList:
    def __init__(self):
        self.head = None

    def add(self, value):
        node = Node(value)
        node.next = self.head
        self.head = node

    def find(self, test):
        node = self.head
        while node:
            if test(node.value):
                return node.value
            node = node.next
        return None

    def __iter__(self):
        self.current = self.head
        return self

    def __next__(self):
        if self.current is None:
            raise StopIteration
        value = self.current.value
        self.current = self.current.next
        return value


class Box:
    def put(self, value):
        self.items = [value]


class Shelf:
    def __init__(self, value):
        self.box = Box()
        self.box.put(value)


def make(value):
    return Node(value)


def main():
    print(Cell(1).head.value + 1, Cell("s").head.value + "t")
    numbers = LinkedList()
    words = LinkedList()
    for i in range(4):
        numbers.add(i)
        words.add(str(i) * i)
    print(numbers.head.value + 1, words.head.value + "!", list(numbers), list(words))
    print(numbers.find(lambda n: n < 2), words.find(lambda w: w == "q"), words.find(lambda w: len(w) == 2))
    print(Shelf(1).box.items, Shelf("s").box.items, Shelf(2.5).box.items)
    print(make(1).value + 1, make("s").value + "t")


if __name__ == "__main__":
    main()
