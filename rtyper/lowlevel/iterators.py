"""What consumes iterators.  `nextfn(iterator)` gives the next item or raises StopIteration."""


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
