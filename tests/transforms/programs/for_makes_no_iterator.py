"""`for` over a list makes no iterator and calls nothing for the next item: the function calls itself and what raises."""
# test: stage=flow entry=program
# fg: rtype
# fg: run final
# expect-op: @total has no gc_malloc
# expect-op: @total has no gc_malloc_varsize
# expect-op: @total has no indirect_call
# expect-op: @total has 3 direct_call
ITEMS = [1, 2, 3]


def total(items, times):
    if times == 0:
        return 0
    result = total(items, times - 1)
    for item in items:
        result ^= item
    return result


def program():
    return total(ITEMS, 3)
