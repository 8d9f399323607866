"""A sort key leaves no indirect call: it is inlined where the keys are made, and the sort compares integers."""
# test: stage=flow entry=program
# fg: rtype
# fg: run final
# expect-op: @program has no indirect_call
# expect-op: @ll_sort_runs has no indirect_call
# expect-op: @ll_find_run has no indirect_call
# expect-graph: no @last


def last(pair):
    return pair[1]


def program():
    pairs = [(1, 30), (2, 10), (3, 20)]
    pairs.sort(key=last)
    return pairs[0][0]
