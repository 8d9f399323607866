"""What consumes iterators.  `nextfn(iterator)` gives the next item or raises StopIteration."""

from lists import ll_append, ll_check_unpack, ll_new, ll_new_sized


def ll_contains(iterator, nextfn, item, eqfn):
    while True:
        try:
            found = nextfn(iterator)
        except StopIteration:
            return False
        if eqfn(found, item):
            return True


def ll_drain_into(container, iterator, storefn):
    """Calls storefn(container, iterator) until it raises StopIteration."""
    while True:
        try:
            storefn(container, iterator)
        except StopIteration:
            return


def ll_fold(start, iterator, stepfn):
    """stepfn(value so far, iterator) gives the next value, or raises StopIteration."""
    value = start
    while True:
        try:
            value = stepfn(value, iterator)
        except StopIteration:
            return value


def ll_any(iterator, truthfn):
    """truthfn(iterator): the truth of the next item."""
    while True:
        try:
            found = truthfn(iterator)
        except StopIteration:
            return False
        if found:
            return True


def ll_all(iterator, truthfn):
    while True:
        try:
            found = truthfn(iterator)
        except StopIteration:
            return True
        if not found:
            return False


def ll_drain_with(container, iterator, value, storefn):
    """Calls storefn(container, iterator, value) until it raises StopIteration."""
    while True:
        try:
            storefn(container, iterator, value)
        except StopIteration:
            return


def ll_filter_next(iterator, stepfn, resultfn):
    """stepfn(iterator): whether the next item passes; resultfn(iterator): that item."""
    while not stepfn(iterator):
        pass
    return resultfn(iterator)


def ll_next_or(iterator, nextfn, default):
    try:
        return nextfn(iterator)
    except StopIteration:
        return default


def ll_zip_rows(LIST, rows, nextfn, iterfn):
    """zip(*rows): the iterators over all rows, as a list."""
    iterators = ll_new(LIST, 0)
    while True:
        try:
            row = nextfn(rows)
        except StopIteration:
            return iterators
        ll_append(iterators, iterfn(row))


def ll_next_column(LIST, iterators, nextfn):
    """The next items of all iterators; StopIteration where one of them has none, or where there are none."""
    if iterators.length == 0:
        raise StopIteration
    column = ll_new_sized(LIST, iterators.length)
    i = 0
    while i < iterators.length:
        ll_append(column, nextfn(iterators.items[i]))
        i += 1
    return column


def ll_unpack(LIST, iterator, nextfn, wanted):
    """a, b = iterator: a list of its items, of which there must be `wanted`; all of them where that is negative."""
    items = ll_new(LIST, 0)
    while wanted < 0 or items.length <= wanted:
        try:
            item = nextfn(iterator)
        except StopIteration:
            break
        ll_append(items, item)
    if wanted >= 0:
        ll_check_unpack(items.length, wanted)
    return items
