"""An attribute of None ends the program with CPython's AttributeError."""


class Node:
    def __init__(self, value, next):
        self.value = value
        self.next = next


def third(node):
    return node.next.next.value


if __name__ == "__main__":
    chain = Node(1, Node(2, Node(3, None)))
    print(third(chain))
    print(third(chain.next))
