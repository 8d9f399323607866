"""Lists: `GcStruct list_T { length, items }`, where items[length:] is zero and items is never null.

Indexes and lengths come as CPython's methods get them: negative ones count from the end.  A slice bound that
is absent in the source comes as the extreme that means the same (see slices.py).
`eqfn(a, b)` is "a is b or a == b" of the items; it may raise, switch tasks, and change the list, so lengths
are read again after every call.
"""

import ll
from hashes import PRIME_5, ll_tuple_end, ll_tuple_step
from numbers_text import ll_int_to_str
from slices import MAX, ll_clamp, ll_slice_count, ll_slice_start
from strings import ll_concat as ll_str_concat

# ---- making lists

def ll_new(LIST, length):
    """A list of `length` zero items."""
    lst = ll.malloc(LIST)
    ITEMS = ll.field_type(LIST, "items")
    if length <= 0:
        lst.items = ll.empty(ITEMS)
        return lst
    lst.items = ll.malloc_varsize(ITEMS, length)
    lst.length = length
    return lst


def ll_new_sized(LIST, capacity):
    """An empty list with room for `capacity` items: a hint."""
    lst = ll.malloc(LIST)
    ITEMS = ll.field_type(LIST, "items")
    if capacity <= 0:
        lst.items = ll.empty(ITEMS)
    else:
        lst.items = ll.malloc_varsize(ITEMS, capacity)
    return lst


def ll_new_filled(LIST, length, item):
    """[item] * length"""
    lst = ll_new(LIST, length)
    i = 0
    while i < length:
        lst.items[i] = item
        i += 1
    return lst


def ll_copy(lst):
    return ll_copy_part(lst, 0, lst.length)


def ll_copy_part(lst, start, count):
    """A new list of items start .. start + count, which exist."""
    result = ll_new(ll.target_type(lst), count)
    if count > 0:
        ll.copy_items(lst.items, start, result.items, 0, count)
    return result


# ---- length and room

def ll_len(lst):
    return lst.length


def ll_is_true(lst):
    return lst.length != 0


def ll_grow(lst, needed):
    """Gives the list room for `needed` items, more than it has, and some more."""
    items = ll.malloc_varsize(ll.field_type(ll.target_type(lst), "items"), needed + (needed >> 1) + 3)
    ll.copy_items(lst.items, 0, items, 0, lst.length)
    lst.items = items


def ll_resize_up(lst, length):
    """New items are zero."""
    if length > ll.getarraysize(lst.items):
        ll_grow(lst, length)
    lst.length = length


def ll_resize_down(lst, length):
    ll.clear_items(lst.items, length, lst.length - length)
    lst.length = length


# ---- single items

def ll_getitem(lst, index):
    if index < 0:
        index += lst.length
    if index < 0 or index >= lst.length:
        raise IndexError("list index out of range")
    return lst.items[index]


def ll_getitem_nonneg(lst, index):
    if index >= lst.length:
        raise IndexError("list index out of range")
    return lst.items[index]


def ll_tuple_item(lst, index):
    """The same of a tuple."""
    if index < 0:
        index += lst.length
    if index < 0 or index >= lst.length:
        raise IndexError("tuple index out of range")
    return lst.items[index]


def ll_getitem_fast(lst, index):
    return lst.items[index]


def ll_setitem(lst, index, item):
    if index < 0:
        index += lst.length
    if index < 0 or index >= lst.length:
        raise IndexError("list assignment index out of range")
    lst.items[index] = item


def ll_setitem_nonneg(lst, index, item):
    if index >= lst.length:
        raise IndexError("list assignment index out of range")
    lst.items[index] = item


def ll_setitem_fast(lst, index, item):
    lst.items[index] = item


def ll_delitem(lst, index):
    if index < 0:
        index += lst.length
    if index < 0 or index >= lst.length:
        raise IndexError("list assignment index out of range")
    ll_remove_at(lst, index)


def ll_remove_at(lst, index):
    """Removes the item at an index that exists."""
    last = lst.length - 1
    ll.copy_items(lst.items, index + 1, lst.items, index, last - index)
    ll_resize_down(lst, last)


def ll_append(lst, item):
    length = lst.length
    if length >= ll.getarraysize(lst.items):
        ll_grow(lst, length + 1)
    lst.items[length] = item
    lst.length = length + 1


def ll_insert(lst, index, item):
    length = lst.length
    index = ll_clamp(index, length)
    ll_resize_up(lst, length + 1)
    ll.copy_items(lst.items, index, lst.items, index + 1, length - index)
    lst.items[index] = item


def ll_pop(lst):
    last = lst.length - 1
    if last < 0:
        raise IndexError("pop from empty list")
    item = lst.items[last]
    ll.clear_items(lst.items, last, 1)
    lst.length = last
    return item


def ll_pop_at(lst, index):
    length = lst.length
    if length == 0:
        raise IndexError("pop from empty list")
    if index < 0:
        index += length
    if index < 0 or index >= length:
        raise IndexError("pop index out of range")
    item = lst.items[index]
    ll_remove_at(lst, index)
    return item


# ---- the whole list

def ll_clear(lst):
    lst.items = ll.empty(ll.field_type(ll.target_type(lst), "items"))
    lst.length = 0


def ll_extend(lst, other):
    count = other.length
    length = lst.length
    ll_resize_up(lst, length + count)
    ll.copy_items(other.items, 0, lst.items, length, count)


def ll_extend_iter(lst, iterator, nextfn):
    """Appends what `nextfn(iterator)` gives until StopIteration."""
    while True:
        try:
            item = nextfn(iterator)
        except StopIteration:
            return
        ll_append(lst, item)


def ll_from_iter(LIST, iterator, nextfn):
    lst = ll_new(LIST, 0)
    ll_extend_iter(lst, iterator, nextfn)
    return lst


def ll_concat(a, b):
    result = ll_new(ll.target_type(a), a.length + b.length)
    if a.length > 0:
        ll.copy_items(a.items, 0, result.items, 0, a.length)
    if b.length > 0:
        ll.copy_items(b.items, 0, result.items, a.length, b.length)
    return result


def ll_repeated_length(length, count):
    if count <= 0 or length == 0:
        return 0
    if length > ll.int_div_trunc(MAX, count):
        raise MemoryError
    return length * count


def ll_repeat(lst, count):
    length = lst.length
    result = ll_new(ll.target_type(lst), ll_repeated_length(length, count))
    position = 0
    while position < result.length:
        ll.copy_items(lst.items, 0, result.items, position, length)
        position += length
    return result


def ll_inplace_repeat(lst, count):
    length = lst.length
    total = ll_repeated_length(length, count)
    if total == 0:
        ll_clear(lst)
        return lst
    ll_resize_up(lst, total)
    position = length
    while position < total:
        ll.copy_items(lst.items, 0, lst.items, position, length)
        position += length
    return lst


def ll_reverse(lst):
    ll_reverse_items(lst.items, 0, lst.length)


def ll_reverse_items(items, start, stop):
    stop -= 1
    while start < stop:
        item = items[start]
        items[start] = items[stop]
        items[stop] = item
        start += 1
        stop -= 1


# ---- searching and comparing

def ll_contains(lst, item, eqfn):
    i = 0
    while i < lst.length:
        if eqfn(lst.items[i], item):
            return True
        i += 1
    return False


def ll_count(lst, item, eqfn):
    count = 0
    i = 0
    while i < lst.length:
        if eqfn(lst.items[i], item):
            count += 1
        i += 1
    return count


def ll_index(lst, item, start, stop, eqfn, reprfn):
    if start < 0:
        start += lst.length
        if start < 0:
            start = 0
    if stop < 0:
        stop += lst.length
    i = start
    while i < stop and i < lst.length:
        if eqfn(lst.items[i], item):
            return i
        i += 1
    ll_raise_not_in_list(reprfn(item))
    return -1


def ll_tuple_index(lst, item, eqfn):
    i = 0
    while i < lst.length:
        if eqfn(lst.items[i], item):
            return i
        i += 1
    raise ValueError("tuple.index(x): x not in tuple")


def ll_remove(lst, item, eqfn):
    i = 0
    while i < lst.length:
        if eqfn(lst.items[i], item):
            if i < lst.length:
                ll_remove_at(lst, i)
            return
        i += 1
    raise ValueError("list.remove(x): x not in list")


def ll_eq(a, b, eqfn):
    if a.length != b.length:
        return False
    i = 0
    while i < a.length and i < b.length:
        if not eqfn(a.items[i], b.items[i]):
            return False
        i += 1
    return a.length == b.length


def ll_first_difference(a, b, eqfn):
    i = 0
    while i < a.length and i < b.length:
        if not eqfn(a.items[i], b.items[i]):
            return i
        i += 1
    return i


def ll_lt(a, b, eqfn, ltfn):
    i = ll_first_difference(a, b, eqfn)
    if i < a.length and i < b.length:
        return ltfn(a.items[i], b.items[i])
    return a.length < b.length


def ll_hash_tuple(lst, hashfn):
    acc = PRIME_5
    i = 0
    while i < lst.length:
        acc = ll_tuple_step(acc, hashfn(lst.items[i]))
        i += 1
    return ll_tuple_end(acc, lst.length)


# ---- slices

def ll_getslice(lst, start, stop):
    start = ll_clamp(start, lst.length)
    stop = ll_clamp(stop, lst.length)
    return ll_copy_part(lst, start, stop - start)


def ll_getslice_step(lst, start, stop, step):
    start = ll_slice_start(start, lst.length, step)
    count = ll_slice_count(start, stop, lst.length, step)
    result = ll_new(ll.target_type(lst), count)
    i = 0
    while i < count:
        result.items[i] = lst.items[start]
        start += step
        i += 1
    return result


def ll_setslice(lst, start, stop, other):
    if ll.ptr_eq(lst, other):
        other = ll_copy(other)
    length = lst.length
    start = ll_clamp(start, length)
    stop = ll_clamp(stop, length)
    if stop < start:
        stop = start
    ll_replace(lst, start, stop, other.length)
    ll.copy_items(other.items, 0, lst.items, start, other.length)


def ll_replace(lst, start, stop, count):
    """Makes items start .. stop a gap of `count` items."""
    length = lst.length
    new_length = length - (stop - start) + count
    if new_length > length:
        ll_resize_up(lst, new_length)
    ll.copy_items(lst.items, stop, lst.items, start + count, length - stop)
    if new_length < length:
        ll_resize_down(lst, new_length)


def ll_setslice_step(lst, start, stop, step, other):
    if step == 1:
        ll_setslice(lst, start, stop, other)
        return
    start = ll_slice_start(start, lst.length, step)
    count = ll_slice_count(start, stop, lst.length, step)
    if count != other.length:
        ll_raise_slice_size(other.length, count)
    if ll.ptr_eq(lst, other):
        other = ll_copy(other)
    i = 0
    while i < count:
        lst.items[start] = other.items[i]
        start += step
        i += 1


def ll_raise_slice_size(given, wanted):
    text = ll_str_concat(ll.str_ptr("attempt to assign sequence of size "), ll_int_to_str(given))
    text = ll_str_concat(text, ll.str_ptr(" to extended slice of size "))
    raise ValueError(ll.ptr_str(ll_str_concat(text, ll_int_to_str(wanted))))


def ll_delslice(lst, start, stop):
    start = ll_clamp(start, lst.length)
    stop = ll_clamp(stop, lst.length)
    if start < stop:
        ll_replace(lst, start, stop, 0)


def ll_delslice_step(lst, start, stop, step):
    length = lst.length
    start = ll_slice_start(start, length, step)
    count = ll_slice_count(start, stop, length, step)
    if count == 0:
        return
    if step < 0:
        start += (count - 1) * step
        step = -step
    target = start
    removed = 0
    i = start
    while i < length:
        if removed < count and i == start:
            removed += 1
            start += step
        else:
            lst.items[target] = lst.items[i]
            target += 1
        i += 1
    ll_resize_down(lst, target)


# ---- unpacking and order

def ll_check_unpack(length, wanted):
    """a, b = list: exactly as many."""
    if length < wanted:
        text = ll_str_concat(ll.str_ptr("not enough values to unpack (expected "), ll_int_to_str(wanted))
        text = ll_str_concat(ll_str_concat(text, ll.str_ptr(", got ")), ll_int_to_str(length))
        raise ValueError(ll.ptr_str(ll_str_concat(text, ll.str_ptr(")"))))
    if length > wanted:
        text = ll_str_concat(ll.str_ptr("too many values to unpack (expected "), ll_int_to_str(wanted))
        raise ValueError(ll.ptr_str(ll_str_concat(text, ll.str_ptr(")"))))


def ll_unpack_rest(lst, before, after):
    """a, *rest, b = list: the list for rest."""
    count = lst.length - before - after
    if count < 0:
        text = ll_str_concat(ll.str_ptr("not enough values to unpack (expected at least "),
                             ll_int_to_str(before + after))
        text = ll_str_concat(ll_str_concat(text, ll.str_ptr(", got ")), ll_int_to_str(lst.length))
        raise ValueError(ll.ptr_str(ll_str_concat(text, ll.str_ptr(")"))))
    return ll_copy_part(lst, before, count)


def ll_order(a, b, eqfn, ltfn, strict):
    """a < b if strict, else a <= b."""
    i = ll_first_difference(a, b, eqfn)
    if i < a.length and i < b.length:
        return ltfn(a.items[i], b.items[i])
    if strict:
        return a.length < b.length
    return a.length <= b.length


def ll_raise_not_in_list(text):
    """`text`: the repr of what was looked for."""
    raise ValueError(ll.ptr_str(ll_str_concat(text, ll.str_ptr(" is not in list"))))
