"""A data class that holds itself, directly or in a container, shows dots there; others are shown in full each time."""
from dataclasses import dataclass, field
from reprlib import recursive_repr


@dataclass
class Node:
    name: str
    children: "list[Node]" = field(default_factory=list)
    twin: "Node | None" = None


@dataclass
class Root(Node):
    depth: int = 0


class Ring:
    def __init__(self, value):
        self.value = value
        self.next = self

    @recursive_repr("<ring>")
    def __repr__(self):
        return f"Ring({self.value}, {self.next!r})"


class Loud:
    def __repr__(self):
        raise ValueError("loud")


@dataclass
class Holder:
    held: Loud


if __name__ == "__main__":
    leaf = Node("leaf")
    print(Node("two", [leaf, leaf], leaf))
    leaf.children.append(leaf)
    print(leaf)
    leaf.twin = leaf
    print(leaf, [leaf])
    root = Root("root", [leaf], depth=2)
    leaf.twin = root
    print(root)
    print(leaf)
    ring = Ring(1)
    ring.next = Ring(2)
    print(ring, Ring(3))
    ring.next.next = ring
    print(ring, ring.next)
    for _ in range(2):
        try:
            print(Holder(Loud()))
        except ValueError as error:
            print(error)
