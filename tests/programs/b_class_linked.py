"""Instances refer to each other: linked lists, trees and cycles with None at the ends."""


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class Tree:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None

    def insert(self, key):
        if key < self.key:
            if self.left is None:
                self.left = Tree(key)
            else:
                self.left.insert(key)
        elif key > self.key:
            if self.right is None:
                self.right = Tree(key)
            else:
                self.right.insert(key)

    def walk(self, out):
        if self.left:
            self.left.walk(out)
        out.append(self.key)
        if self.right:
            self.right.walk(out)


def reverse(head):
    previous = None
    while head is not None:
        head.next, previous, head = previous, head, head.next
    return previous


def to_list(head):
    result = []
    while head:
        result.append(head.value)
        head = head.next
    return result


def main():
    head = None
    for i in range(5):
        head = Node(i * i, head)
    print(to_list(head), to_list(reverse(head)), to_list(None))
    root = Tree(50)
    for key in [30, 70, 20, 40, 60, 80, 30, 65]:
        root.insert(key)
    keys = []
    root.walk(keys)
    print(keys)
    a = Node(1)
    a.next = Node(2, a)
    print(a.next.next.next.value, a.next.next is a)


if __name__ == "__main__":
    main()
