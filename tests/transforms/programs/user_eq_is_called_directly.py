"""A user __eq__ and __hash__ leave no indirect call in the dict that calls them."""
# test: stage=flow entry=program
# fg: rtype
# fg: run final
# expect-op: @program has no indirect_call
# expect-op: @ll_lookup has no indirect_call
# expect-graph: no @__eq__ @__hash__


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 2

    def __eq__(self, other):
        return self.n == other.n


def program():
    table = {}
    for i in range(5):
        table[Key(i)] = i
    return table[Key(3)]
