"""Dicts: `GcStruct dict_K_V { live, used, filled, index, entries }`.

entries[:used] hold what was inserted, in order; `live` of them are not deleted.  `index` is an open-addressing
table of Int32: 0 free, -1 deleted, else 1 + the entry's place.  Its size is a power of two; entries has room for
two thirds of that.  `filled` counts the insertions since the index was made, so that free slots remain.  A
dict laid out at translation has entries but no index (size 0): the index and the hashes are made at first use,
because the hash of str differs from run to run.

`hashfn(key)` and `eqfn(a, b)` ("a is b or a == b") may raise, switch tasks, and change the dict.  The
probe sequence is CPython's.  What looks up a key takes the key's own hash as well, `key_hashfn`: the key need not be
of the type of the dict's keys, only hash alike where it is equal (1 and 1.0).
"""

import ll
from ll import INT32S

FREE = 0
DELETED = -1
MIN_SIZE = 8
MAX_SIZE = 1 << 31


# ---- making

def ll_new(DICT):
    d = ll.malloc(DICT)
    d.index = ll.empty(INT32S)
    d.entries = ll.empty(ll.field_type(DICT, "entries"))
    return d


def ll_new_sized(DICT, count):
    """With room for `count` entries."""
    d = ll_new(DICT)
    if count > 0:
        ll_make_room(d, ll_index_size(count))
    return d


def ll_index_size(count):
    """Size of an index for `count` entries."""
    size = MIN_SIZE
    while ll_usable(size) < count:
        size += size
    return size


def ll_usable(size):
    return ll.int_div_trunc(size << 1, 3)


def ll_make_room(d, size):
    """New entries and a new index of `size`; deleted entries vanish."""
    if size > MAX_SIZE:
        raise MemoryError
    entries = ll.malloc_varsize(ll.field_type(ll.target_type(d), "entries"), ll_usable(size))
    index = ll.malloc_varsize(INT32S, size)
    old = d.entries
    used = d.used
    if d.live == used:
        ll.copy_items(old, 0, entries, 0, used)
    else:
        target = 0
        i = 0
        while i < used:
            if ll.getinterior(old, i, "live"):
                ll.copy_items(old, i, entries, target, 1)
                target += 1
            i += 1
        used = target
    i = 0
    while i < used:
        ll_put_in_index(index, ll.getinterior(entries, i, "hash"), i)
        i += 1
    d.entries = entries
    d.index = index
    d.used = used
    d.filled = used


def ll_put_in_index(index, hash, place):
    mask = ll.getarraysize(index) - 1
    slot = hash & mask
    perturb = ll.cast_int_to_uint(hash)
    while index[slot] > 0:
        perturb = ll.uint_rshift(perturb, 5)
        slot = (slot * 5 + ll.cast_uint_to_int(perturb) + 1) & mask
    index[slot] = place + 1


def ll_first_use(d, hashfn):
    """Makes index and hashes of a dict laid out at translation, whose entries are all live."""
    i = 0
    while i < d.used:
        ll.setinterior(d.entries, i, "hash", hashfn(ll.getinterior(d.entries, i, "key")))
        i += 1
    ll_make_room(d, ll_index_size(d.used + 1))


# ---- looking up

def ll_lookup(d, key, hash, hashfn, eqfn):
    """Place of the entry of key, or -1."""
    if d.used == 0:
        return -1
    if ll.getarraysize(d.index) == 0:
        ll_first_use(d, hashfn)
    while True:
        place = ll_probe(d, key, hash, eqfn)
        if place >= -1:
            return place
        if d.used == 0:  # eqfn changed the dict: once more
            return -1


def ll_probe(d, key, hash, eqfn):
    """As ll_lookup; -2 when eqfn changed the dict under the probe."""
    index = d.index
    entries = d.entries
    mask = ll.getarraysize(index) - 1
    slot = hash & mask
    perturb = ll.cast_int_to_uint(hash)
    while True:
        place = index[slot] - 1
        if place == -1:
            return -1
        if place >= 0 and ll.getinterior(entries, place, "hash") == hash:
            equal = eqfn(ll.getinterior(entries, place, "key"), key)
            if ll.ptr_ne(d.entries, entries) or not ll.getinterior(entries, place, "live"):
                return -2
            if equal:
                return place
        perturb = ll.uint_rshift(perturb, 5)
        slot = (slot * 5 + ll.cast_uint_to_int(perturb) + 1) & mask


def ll_slot_of(d, hash, place):
    """The slot of the index that holds an entry that exists."""
    index = d.index
    mask = ll.getarraysize(index) - 1
    slot = hash & mask
    perturb = ll.cast_int_to_uint(hash)
    while index[slot] != place + 1:
        perturb = ll.uint_rshift(perturb, 5)
        slot = (slot * 5 + ll.cast_uint_to_int(perturb) + 1) & mask
    return slot


def ll_find(d, key, key_hashfn, hashfn, eqfn):
    """Place of the entry of key, or -1."""
    return ll_lookup(d, key, key_hashfn(key), hashfn, eqfn)


def ll_contains(d, key, key_hashfn, hashfn, eqfn):
    return ll_lookup(d, key, key_hashfn(key), hashfn, eqfn) >= 0


def ll_getitem(d, key, key_hashfn, hashfn, eqfn, missing):
    """d[key]; `missing(key)` raises the KeyError."""
    place = ll_lookup(d, key, key_hashfn(key), hashfn, eqfn)
    if place < 0:
        missing(key)
    return ll.getinterior(d.entries, place, "value")


def ll_get(d, key, default, key_hashfn, hashfn, eqfn):
    place = ll_lookup(d, key, key_hashfn(key), hashfn, eqfn)
    if place < 0:
        return default
    return ll.getinterior(d.entries, place, "value")


# ---- storing

def ll_setitem(d, key, value, hashfn, eqfn):
    hash = hashfn(key)
    place = ll_lookup(d, key, hash, hashfn, eqfn)
    if place >= 0:
        ll.setinterior(d.entries, place, "value", value)
    else:
        ll_insert(d, key, value, hash)


def ll_insert(d, key, value, hash):
    """Adds an entry for a key that is not there."""
    if d.filled >= ll.getarraysize(d.entries):
        ll_make_room(d, ll_index_size(d.live + (d.live >> 1) + 2))
    place = d.used
    entries = d.entries
    ll.setinterior(entries, place, "key", key)
    ll.setinterior(entries, place, "value", value)
    ll.setinterior(entries, place, "hash", hash)
    ll.setinterior(entries, place, "live", True)
    ll_put_in_index(d.index, hash, place)
    d.used = place + 1
    d.filled += 1
    d.live += 1


def ll_setdefault(d, key, default, hashfn, eqfn):
    hash = hashfn(key)
    place = ll_lookup(d, key, hash, hashfn, eqfn)
    if place >= 0:
        return ll.getinterior(d.entries, place, "value")
    ll_insert(d, key, default, hash)
    return default


# ---- deleting

def ll_delete_entry(d, place):
    """Deletes an entry that exists."""
    entries = d.entries
    d.index[ll_slot_of(d, ll.getinterior(entries, place, "hash"), place)] = DELETED
    ll.clear_items(entries, place, 1)
    d.live -= 1


def ll_delitem(d, key, key_hashfn, hashfn, eqfn, missing):
    place = ll_lookup(d, key, key_hashfn(key), hashfn, eqfn)
    if place < 0:
        missing(key)
    ll_delete_entry(d, place)


def ll_pop(d, key, key_hashfn, hashfn, eqfn, missing):
    place = ll_lookup(d, key, key_hashfn(key), hashfn, eqfn)
    if place < 0:
        missing(key)
    value = ll.getinterior(d.entries, place, "value")
    ll_delete_entry(d, place)
    return value


def ll_pop_default(d, key, default, key_hashfn, hashfn, eqfn):
    place = ll_lookup(d, key, key_hashfn(key), hashfn, eqfn)
    if place < 0:
        return default
    value = ll.getinterior(d.entries, place, "value")
    ll_delete_entry(d, place)
    return value


def ll_last(d, hashfn):
    """Place of the last entry, for popitem(), which then reads it and calls ll_delete_last."""
    if d.live == 0:
        raise KeyError("popitem(): dictionary is empty")
    if ll.getarraysize(d.index) == 0:
        ll_first_use(d, hashfn)
    place = d.used - 1
    while not ll.getinterior(d.entries, place, "live"):
        place -= 1
    d.used = place + 1
    return place


def ll_delete_last(d, place):
    ll_delete_entry(d, place)
    d.used = place


def ll_clear(d):
    d.index = ll.empty(INT32S)
    d.entries = ll.empty(ll.target_type(d.entries))
    d.used = 0
    d.filled = 0
    d.live = 0


# ---- the whole dict

def ll_len(d):
    return d.live


def ll_is_true(d):
    return d.live != 0


def ll_copy(d, hashfn):
    result = ll_new(ll.target_type(d))
    if d.used > 0 and ll.getarraysize(d.index) == 0:
        ll_first_use(d, hashfn)
    if d.live > 0:
        result.live = d.live
        result.used = d.used
        result.entries = d.entries
        ll_make_room(result, ll_index_size(d.live + 1))
    return result


def ll_update(d, other, hashfn, eqfn):
    """Both of one type."""
    if ll.ptr_eq(d, other):
        return
    if other.used > 0 and ll.getarraysize(other.index) == 0:
        ll_first_use(other, hashfn)
    size = other.live
    i = 0
    while i < other.used:
        entries = other.entries
        if ll.getinterior(entries, i, "live"):
            hash = ll.getinterior(entries, i, "hash")
            key = ll.getinterior(entries, i, "key")
            value = ll.getinterior(entries, i, "value")
            place = ll_lookup(d, key, hash, hashfn, eqfn)
            if place >= 0:
                ll.setinterior(d.entries, place, "value", value)
            else:
                ll_insert(d, key, value, hash)
            if other.live != size:
                raise RuntimeError("dict mutated during update")
        i += 1


def ll_union(a, b, hashfn, eqfn):
    result = ll_copy(a, hashfn)
    ll_update(result, b, hashfn, eqfn)
    return result


def ll_eq(a, b, a_hashfn, b_hashfn, eqfn, value_eqfn):
    if a.live != b.live:
        return False
    if a.used > 0 and ll.getarraysize(a.index) == 0:
        ll_first_use(a, a_hashfn)
    i = 0
    while i < a.used:
        entries = a.entries
        if ll.getinterior(entries, i, "live"):
            key = ll.getinterior(entries, i, "key")
            value = ll.getinterior(entries, i, "value")
            place = ll_lookup(b, key, ll.getinterior(entries, i, "hash"), b_hashfn, eqfn)
            if place < 0 or not value_eqfn(value, ll.getinterior(b.entries, place, "value")):
                return False
        i += 1
    return True


def ll_same_keys(a, b, a_hashfn, b_hashfn, eqfn):
    """Whether both have the same keys, in any order."""
    if a.live != b.live:
        return False
    if a.used > 0 and ll.getarraysize(a.index) == 0:
        ll_first_use(a, a_hashfn)
    i = 0
    while i < a.used:
        entries = a.entries
        if ll.getinterior(entries, i, "live"):
            key = ll.getinterior(entries, i, "key")
            if ll_lookup(b, key, ll.getinterior(entries, i, "hash"), b_hashfn, eqfn) < 0:
                return False
        i += 1
    return True


def ll_has_value(d, value, value_eqfn):
    i = 0
    while i < d.used:
        if ll.getinterior(d.entries, i, "live"):
            if value_eqfn(ll.getinterior(d.entries, i, "value"), value):
                return True
        i += 1
    return False


# ---- iteration

# What stands in an iterator's `size` where the dict may be of any size from then on.
ENDED = -1    # the end was told: it is told again
CHANGED = -2  # the change was told: it is told again


def ll_next(iterator):
    """Place of the next entry, or -1 at the end.  `iterator` has dict, position, size, and how many keys are left."""
    d = iterator.dict
    if iterator.size != d.live:
        if iterator.size == ENDED:
            return -1
        ll_raise_changed_size(iterator)
    entries = d.entries
    position = iterator.position
    used = d.used
    while position < used:
        if ll.getinterior(entries, position, "live"):
            if iterator.left == 0:
                iterator.size = ENDED
                raise RuntimeError("dictionary keys changed during iteration")
            iterator.left -= 1
            iterator.position = position + 1
            return position
        position += 1
    iterator.size = ENDED
    return -1


def ll_raise_changed_size(iterator):
    iterator.size = CHANGED
    raise RuntimeError("dictionary changed size during iteration")


def ll_reverse_next(iterator):
    """Likewise, backwards: `position` counts what is left to look at."""
    d = iterator.dict
    if iterator.size != d.live:
        if iterator.size == ENDED:
            return -1
        ll_raise_changed_size(iterator)
    position = iterator.position
    while position > 0:
        position -= 1
        if position < d.used and ll.getinterior(d.entries, position, "live"):
            iterator.position = position
            return position
    iterator.size = ENDED
    return -1
