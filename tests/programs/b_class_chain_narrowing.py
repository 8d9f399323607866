"""isinstance of what is read again: attributes of attributes, items, globals; what changed in between."""

from typing import Optional


class State:
    def describe(self):
        return "state"


class Open(State):
    def __init__(self, n):
        self.n = n

    def only_open(self, by):
        self.n += by
        return f"open {self.n}"


class Closed(State):
    def __init__(self, reason):
        self.reason = reason


class Lost(State):
    pass


class Door:
    def __init__(self, state):
        self.state = state
        self.log = []
        self.reads = 0

    def swap(self):
        self.state = Closed("swapped")
        return 1

    def look(self):
        if isinstance(self.state, Open) and self.state.n:
            return f"open {self.state.n}"
        elif isinstance(self.state, Closed):
            print("looked")
            return "closed: " + self.state.reason
        return self.state.describe()

    def early(self):
        if not isinstance(self.state, Open):
            return -1
        print("early")
        self.state.only_open(2)
        return self.state.n

    def changed(self):
        if isinstance(self.state, Open):
            return self.swap() + self.state.n
        return 0

    def asserted(self):
        assert isinstance(self.state, Closed), "not closed"
        return self.state.reason

    @property
    def counted(self):
        self.reads += 1
        return self.state


class Node:
    def __init__(self, value, left=None):
        self.value = value
        self.left = left


class Leaf(Node):
    def __init__(self, value, weight):
        super().__init__(value)
        self.weight = weight


class Holder:
    def __init__(self, node: Optional[Node]):
        self.node = node

    def drop(self):
        self.node = None


def weight(node):
    if isinstance(node.left, Leaf):
        return node.left.weight
    elif node.left is not None and isinstance(node.left.left, Leaf):
        return -node.left.left.weight
    return 0


def dropped(holder):
    if isinstance(holder.node, Leaf):
        holder.drop()
        return holder.node.weight
    return 0


current = Open(1)


def through_global():
    if isinstance(current, Open):
        return current.n
    return -1


def set_current(state):
    global current
    current = state


def either(x):
    return x.state.n if isinstance(x.state, Open) else 0


def main():
    for state in [Open(3), Open(0), Closed("wind"), Lost()]:
        door = Door(state)
        print(door.look(), door.early(), either(door))
        try:
            print(door.asserted())
        except AssertionError as e:
            print("AssertionError", e)
        try:
            print(door.changed())
        except AttributeError as e:
            print("AttributeError", e)
    print(weight(Node(1, Leaf(2, 5))), weight(Node(1, Node(2, Leaf(3, 7)))), weight(Node(1)))
    print(dropped(Holder(Node(1))))
    try:
        dropped(Holder(Leaf(1, 2)))
    except AttributeError as e:
        print(e)
    print(through_global())
    set_current(Lost())
    print(through_global())
    doors = [Door(Open(4)), Door(Closed("c")), Door(Open(5))]
    print([d.state.n for d in doors if isinstance(d.state, Open)])
    print(sum(d.state.n for d in doors if isinstance(d.state, Open)))
    i = 0
    while i < len(doors) and isinstance(doors[i].state, (Open, Lost)):
        i += 1
    print(i)
    if isinstance(doors[0].state, Open):
        print(doors[0].state.only_open(1))
    door = doors[0]
    if isinstance(door.counted, Open):
        print(door.counted.n, door.reads)
    states = [d.state for d in doors]
    if isinstance(states[1], Closed):
        print(states[1].reason)


if __name__ == "__main__":
    main()
