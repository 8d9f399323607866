"""hasattr and getattr with a default: fields that not every object has yet, properties that raise, methods."""
class Node:
    kind = "node"

    def __init__(self, n):
        if n:
            self.n = n
        self.always = 1

    def size(self):
        return 2

    @property
    def twice(self):
        return self.n * 2


class Leaf(Node):
    def __init__(self):
        super().__init__(0)
        self.leaf = True

    def extra(self):
        return "extra"


def look(x):
    print(hasattr(x, "n"), hasattr(x, "always"), hasattr(x, "size"), hasattr(x, "kind"), hasattr(x, "twice"), hasattr(x, "nope"))
    print(getattr(x, "n", -1), getattr(x, "always", -2), getattr(x, "nope", "default"), getattr(x, "kind", ""), getattr(x, "twice", -3))
    if hasattr(x, "n"):
        print("n is", x.n)
    f = getattr(x, "size", None)
    print(f() if f else -9)


def main():
    look(Node(3))
    look(Node(0))
    look(Leaf())
    l = Leaf()
    print(hasattr(l, "extra"), hasattr(l, "leaf"), getattr(l, "leaf", False))
    l.n = 5
    print(hasattr(l, "n"), getattr(l, "n", 0))


if __name__ == "__main__":
    main()
