"""Stable sorting: runs are found as they lie in the data, extended to a minimum by insertion, and merged (natural merge
sort after Tim Peters' listsort.txt, without galloping).

`ltfn(a, b)` is "a < b" of the keys; it may raise or switch tasks.  While a list is sorted it is empty, as in
CPython.  `paired` is a constant: whether items are moved along with the keys (with a key function), or the
keys are the items themselves (then both arrays are the same).
"""

import ll
from lists import ll_append, ll_new, ll_reverse_items

MIN_RUN = 24


def ll_sort(lst, ltfn, reverse):
    """lst.sort(reverse=reverse)"""
    items = lst.items
    count = lst.length
    taken = ll_take(lst)
    try:
        ll_sort_items(items, items, count, ltfn, reverse, False)
    finally:
        modified = ll_give_back(lst, taken, items, count)
    if modified:
        raise ValueError("list modified during sort")


def ll_sort_by_key(lst, KEYS, keyfn, key, ltfn, reverse):
    """lst.sort(key=key, reverse=reverse); KEYS: the array type of the keys; keyfn(key, item) calls key."""
    items = lst.items
    count = lst.length
    taken = ll_take(lst)
    try:
        keys = ll_keys_of(items, count, KEYS, keyfn, key)
        ll_sort_items(keys, items, count, ltfn, reverse, True)
    finally:
        modified = ll_give_back(lst, taken, items, count)
    if modified:
        raise ValueError("list modified during sort")


def ll_keys_of(items, count, KEYS, keyfn, key):
    keys = ll.malloc_varsize(KEYS, count)
    i = 0
    while i < count:
        keys[i] = keyfn(key, items[i])
        i += 1
    return keys


def ll_sort_fresh(lst, ltfn, reverse):
    """Sorts a list that nobody else knows."""
    ll_sort_items(lst.items, lst.items, lst.length, ltfn, reverse, False)


def ll_sort_fresh_by_key(lst, KEYS, keyfn, key, ltfn, reverse):
    keys = ll_keys_of(lst.items, lst.length, KEYS, keyfn, key)
    ll_sort_items(keys, lst.items, lst.length, ltfn, reverse, True)


def ll_take(lst):
    """Empties the list; the result marks that nobody stored into it since."""
    taken = ll.empty(ll.field_type(ll.target_type(lst), "items"))
    lst.items = taken
    lst.length = 0
    return taken


def ll_give_back(lst, taken, items, count):
    modified = ll.ptr_ne(lst.items, taken)
    lst.items = items
    lst.length = count
    return modified


def ll_sort_items(keys, items, count, ltfn, reverse, paired):
    """Sorts items[:count] by keys[:count]."""
    if count < 2:
        return
    if reverse:  # twice reversed, equal items stay in order
        ll_reverse_both(keys, items, 0, count, paired)
    ll_sort_runs(keys, items, count, ltfn, paired)
    if reverse:
        ll_reverse_both(keys, items, 0, count, paired)


def ll_reverse_both(keys, items, start, stop, paired):
    ll_reverse_items(keys, start, stop)
    if paired:
        ll_reverse_items(items, start, stop)


def ll_sort_runs(keys, items, count, ltfn, paired):
    if count <= MIN_RUN:
        run = ll_find_run(keys, items, 0, count, ltfn, paired)
        ll_insertion_sort(keys, items, 0, run, count, ltfn, paired)
        return
    spare_keys = ll.malloc_varsize(ll.target_type(keys), count)
    spare_items = spare_keys
    if paired:
        spare_items = ll_array_like(items, count)
    starts = ll.malloc_varsize(ll.INT64S, 96)  # of the runs that wait, their lengths shrink geometrically
    runs = 0
    position = 0
    while position < count:
        stop = ll_find_run(keys, items, position, count, ltfn, paired)
        if stop - position < MIN_RUN:
            run = stop
            stop = position + MIN_RUN
            if stop > count:
                stop = count
            ll_insertion_sort(keys, items, position, run, stop, ltfn, paired)
        starts[runs] = position
        runs += 1
        while runs > 1 and ll_must_merge(starts, runs, stop):
            if runs > 2 and starts[runs - 2] - starts[runs - 3] < stop - starts[runs - 1]:
                ll_merge(keys, items, starts[runs - 3], starts[runs - 2], starts[runs - 1], spare_keys, spare_items,
                         ltfn, paired)
                starts[runs - 2] = starts[runs - 1]
            else:
                ll_merge(keys, items, starts[runs - 2], starts[runs - 1], stop, spare_keys, spare_items, ltfn, paired)
            runs -= 1
        position = stop
    while runs > 1:
        ll_merge(keys, items, starts[runs - 2], starts[runs - 1], count, spare_keys, spare_items, ltfn, paired)
        runs -= 1


def ll_array_like(items, count):
    return ll.malloc_varsize(ll.target_type(items), count)


def ll_must_merge(starts, runs, stop):
    """Keeps the lengths a, b, c of the last runs so that a > b + c and b > c, also one run deeper."""
    last = stop - starts[runs - 1]
    before = starts[runs - 1] - starts[runs - 2]
    if before <= last:
        return True
    if runs > 2 and starts[runs - 2] - starts[runs - 3] <= before + last:
        return True
    return runs > 3 and starts[runs - 3] - starts[runs - 4] <= starts[runs - 2] - starts[runs - 3] + before


def ll_find_run(keys, items, start, stop, ltfn, paired):
    """End of the longest run at `start`; one that falls strictly is turned round."""
    i = start + 1
    if i >= stop:
        return stop
    if ltfn(keys[i], keys[start]):
        i += 1
        while i < stop and ltfn(keys[i], keys[i - 1]):
            i += 1
        ll_reverse_both(keys, items, start, i, paired)
        return i
    i += 1
    while i < stop and not ltfn(keys[i], keys[i - 1]):
        i += 1
    return i


def ll_insertion_sort(keys, items, start, run, stop, ltfn, paired):
    """Sorts start .. stop, of which start .. run is sorted."""
    i = run
    while i < stop:
        key = keys[i]
        low = start
        high = i
        while low < high:
            middle = (low + high) >> 1
            if ltfn(key, keys[middle]):
                high = middle
            else:
                low = middle + 1
        ll.copy_items(keys, low, keys, low + 1, i - low)
        if paired:
            item = items[i]
            ll.copy_items(items, low, items, low + 1, i - low)
            items[low] = item
        keys[low] = key
        i += 1


def ll_merge(keys, items, start, middle, stop, spare_keys, spare_items, ltfn, paired):
    """Merges the sorted parts start .. middle and middle .. stop.  An exception leaves all items in place."""
    count = middle - start
    ll.copy_items(keys, start, spare_keys, 0, count)
    if paired:
        ll.copy_items(items, start, spare_items, 0, count)
    left = 0
    right = middle
    target = start
    try:
        while left < count and right < stop:
            if ltfn(keys[right], spare_keys[left]):
                keys[target] = keys[right]
                if paired:
                    items[target] = items[right]
                right += 1
            else:
                keys[target] = spare_keys[left]
                if paired:
                    items[target] = spare_items[left]
                left += 1
            target += 1
    finally:
        ll.copy_items(spare_keys, left, keys, target, count - left)
        if paired:
            ll.copy_items(spare_items, left, items, target, count - left)


# ---- min() and max()

def ll_min_max(iterator, nextfn, betterfn, message):
    """The first item than which no other is better; `message`: of the ValueError for no items."""
    try:
        best = nextfn(iterator)
    except StopIteration:
        raise ValueError(ll.ptr_str(message)) from None
    return ll_best_of(iterator, nextfn, betterfn, best)


def ll_best_of(iterator, nextfn, betterfn, best):
    while True:
        try:
            item = nextfn(iterator)
        except StopIteration:
            return best
        if betterfn(item, best):
            best = item


def ll_min_max_by_key(iterator, nextfn, keyfn, key, betterfn, message):
    """keyfn(key, item) calls key."""
    try:
        best = nextfn(iterator)
    except StopIteration:
        raise ValueError(ll.ptr_str(message)) from None
    return ll_best_by_key(iterator, nextfn, keyfn, key, betterfn, best)


def ll_best_by_key(iterator, nextfn, keyfn, key, betterfn, best):
    best_key = keyfn(key, best)
    while True:
        try:
            item = nextfn(iterator)
        except StopIteration:
            return best
        item_key = keyfn(key, item)
        if betterfn(item_key, best_key):
            best = item
            best_key = item_key


def ll_list_of_best(LIST, iterator, nextfn, betterfn):
    """A list with the best item, empty if there are no items."""
    result = ll_new(LIST, 0)
    try:
        best = nextfn(iterator)
    except StopIteration:
        return result
    ll_append(result, ll_best_of(iterator, nextfn, betterfn, best))
    return result


def ll_list_of_best_by_key(LIST, iterator, nextfn, keyfn, key, betterfn):
    result = ll_new(LIST, 0)
    try:
        best = nextfn(iterator)
    except StopIteration:
        return result
    ll_append(result, ll_best_by_key(iterator, nextfn, keyfn, key, betterfn, best))
    return result
