"""A base method that returns None or raises is overridden with other results."""


class Node:
    def lookup(self, key):
        return None

    def cost(self):
        raise NotImplementedError

    def label(self):
        pass


class Leaf(Node):
    def __init__(self, key, value):
        self.key = key
        self.value = value

    def lookup(self, key):
        if key == self.key:
            return self
        return None

    def cost(self):
        return 1

    def label(self):
        return "leaf " + self.key


class Pair(Node):
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def lookup(self, key):
        found = self.left.lookup(key)
        if found is None:
            found = self.right.lookup(key)
        return found

    def cost(self):
        return 1 + self.left.cost() + self.right.cost()


class Empty(Node):
    pass


def report(tree, key):
    leaf = tree.lookup(key)
    if leaf is None:
        print(key, "missing")
    else:
        print(key, leaf.value, leaf.label())


def main():
    tree = Pair(Leaf("a", 1), Pair(Leaf("b", 2), Leaf("c", 3)))
    report(tree, "a")
    report(tree, "c")
    report(tree, "z")
    print(tree.cost(), tree.label(), Leaf("q", 0).label())
    report(Pair(Empty(), Leaf("k", 9)), "k")
    try:
        print(Pair(Empty(), Leaf("k", 9)).cost())
    except NotImplementedError as error:
        print("no cost", str(error) == "")


if __name__ == "__main__":
    main()
