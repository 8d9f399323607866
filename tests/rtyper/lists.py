"""Lists are structs with a length and an array; indexing and appending are calls of helpers made for the item type."""
# test: stage=annotated entry=program
# fg: rtype
# eval-after: @program(3) == 6
# expect-op: @program has direct_call
# expect-op: @program has no indirect_call
# expect-graph: @ll_append


def item(items, index):
    return items[index]


def program(n: int):
    items = [1, 2]
    items.append(n)
    return item(items, 0) + item(items, 1) + item(items, -1)
