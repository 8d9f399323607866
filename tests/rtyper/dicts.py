"""Keys of dicts are hashed and compared by constant functions, which helpers are specialised for."""
# test: stage=annotated entry=program
# fg: rtype
# eval-after: @program(3) == 30
# eval-after: @program(4) raises KeyError
# expect-op: @program has no indirect_call
# expect-op: @find has 1 direct_call
# expect-graph: @ll_lookup


def find(table, key):
    return table[key]


def program(n: int):
    table = {1: 10}
    table[3] = 30
    return find(table, n)
