"""Sets: `GcStruct set_K { used, fill, finger, removals, table }`; frozensets are the same.

The layout is CPython's (Objects/setobject.c of 3.11 to 3.13 describes it), so that sets whose items hash as in
CPython are iterated in CPython's order: an open-addressing table whose size is a power of two, at least 8, probed
in runs of ten slots and then as dicts are.  `used` slots are live, `fill` are or were; `finger` is where pop() goes
on.  `removals` counts what was removed: it tells a probe that user code changed the set under it.

A set laid out at translation has its table but no hashes (`fill` is -1): they are made at first use, because
the hash of str differs from run to run.

`hashfn(item)` and `eqfn(a, b)` ("a is b or a == b") may raise, switch tasks, and change the sets.
"""

import ll
from container_repr import ll_add, ll_add_byte, ll_built, ll_enter, ll_leave, ll_new_builder
from ll import GcRef

MIN_SIZE = 8
MAX_SIZE = 1 << 40
LINEAR_PROBES = 9
BIG = 50000

# What a slot's `state` says.
FREE = 0
DELETED = 1
LIVE = 2

CHANGED = -1 << 62  # of ll_probe: the set changed


# ---- making

def ll_new(SET):
    return ll_new_sized(SET, MIN_SIZE)


def ll_new_sized(SET, size):
    """An empty set with a table of `size` slots."""
    s = ll.malloc(SET)
    s.table = ll.malloc_varsize(ll.field_type(SET, "table"), size)
    return s


def ll_new_like(s):
    return ll_new(ll.target_type(s))


def ll_prepare(s, hashfn):
    """To be called before the table is looked at: makes the hashes of a set laid out at translation."""
    if s.fill < 0:
        ll_first_use(s, hashfn)


def ll_first_use(s, hashfn):
    table = s.table
    size = ll.getarraysize(table)
    i = 0
    while i < size:
        if ll.getinterior(table, i, "state") == LIVE:
            ll.setinterior(table, i, "hash", hashfn(ll.getinterior(table, i, "key")))
        i += 1
    s.fill = s.used
    i = 0
    while i < size:
        if ll.getinterior(table, i, "state") == LIVE and not ll_is_reachable(table, i):
            ll_rebuild(s, size)
            return
        i += 1


def ll_is_reachable(table, place):
    """Whether probing for the item at `place` comes to it."""
    hash = ll.getinterior(table, place, "hash")
    mask = ll.getarraysize(table) - 1
    start = hash & mask
    perturb = ll.cast_int_to_uint(hash)
    while True:
        slot = start
        end = ll_run_end(start, mask)
        while slot <= end:
            if slot == place:
                return True
            if ll.getinterior(table, slot, "state") == FREE:
                return False
            slot += 1
        perturb = ll.uint_rshift(perturb, 5)
        start = (start * 5 + ll.cast_uint_to_int(perturb) + 1) & mask


def ll_run_end(start, mask):
    """The last slot of the run that is probed from `start`."""
    if start + LINEAR_PROBES <= mask:
        return start + LINEAR_PROBES
    return start


def ll_resize(s, least):
    """Makes the table larger than `least`; deleted slots vanish."""
    size = MIN_SIZE
    while size <= least:
        if size >= MAX_SIZE:
            raise MemoryError
        size += size
    if size == MIN_SIZE and ll.getarraysize(s.table) == MIN_SIZE and s.fill == s.used:
        return
    ll_rebuild(s, size)


def ll_rebuild(s, size):
    table = ll.malloc_varsize(ll.target_type(s.table), size)
    ll_insert_all(table, s.table)
    s.table = table
    s.fill = s.used


def ll_insert_all(table, old):
    """Puts the items of `old`, which are all different, into a table without deleted slots."""
    size = ll.getarraysize(old)
    i = 0
    while i < size:
        if ll.getinterior(old, i, "state") == LIVE:
            ll.copy_items(old, i, table, ll_free_slot(table, ll.getinterior(old, i, "hash")), 1)
        i += 1


def ll_free_slot(table, hash):
    mask = ll.getarraysize(table) - 1
    start = hash & mask
    perturb = ll.cast_int_to_uint(hash)
    while True:
        slot = start
        end = ll_run_end(start, mask)
        while slot <= end:
            if ll.getinterior(table, slot, "state") == FREE:
                return slot
            slot += 1
        perturb = ll.uint_rshift(perturb, 5)
        start = (start * 5 + ll.cast_uint_to_int(perturb) + 1) & mask


def ll_grow(s):
    """The next size: after an insertion, or where too much is deleted."""
    if s.used > BIG:
        ll_resize(s, s.used * 2)
    else:
        ll_resize(s, s.used * 4)


# ---- looking up

def ll_probe(s, item, hash, eqfn):
    """The slot of item; if there is none, -1 - the slot where it goes; CHANGED when eqfn changed the set."""
    table = s.table
    removals = s.removals
    mask = ll.getarraysize(table) - 1
    start = hash & mask
    perturb = ll.cast_int_to_uint(hash)
    deleted = -1
    while True:
        slot = start
        end = ll_run_end(start, mask)
        while slot <= end:
            state = ll.getinterior(table, slot, "state")
            if state == LIVE:
                if ll.getinterior(table, slot, "hash") == hash:
                    equal = eqfn(ll.getinterior(table, slot, "key"), item)
                    if ll.ptr_ne(s.table, table) or s.removals != removals:
                        return CHANGED
                    if equal:
                        return slot
            elif state == FREE:
                if deleted >= 0:
                    return -1 - deleted
                return -1 - slot
            else:
                deleted = slot
            slot += 1
        perturb = ll.uint_rshift(perturb, 5)
        start = (start * 5 + ll.cast_uint_to_int(perturb) + 1) & mask


def ll_lookup(s, item, hash, eqfn):
    while True:
        slot = ll_probe(s, item, hash, eqfn)
        if slot != CHANGED:
            return slot


def ll_has(s, item, hash, hashfn, eqfn):
    ll_prepare(s, hashfn)
    return ll_lookup(s, item, hash, eqfn) >= 0


def ll_contains(s, item, item_hashfn, hashfn, eqfn):
    """`item` may be of another type than those of the set, and `item_hashfn` its hash."""
    return ll_has(s, item, item_hashfn(item), hashfn, eqfn)


# ---- adding

def ll_add_item(s, item, hashfn, eqfn):
    hash = hashfn(item)
    ll_prepare(s, hashfn)
    ll_insert(s, item, hash, eqfn)


def ll_insert(s, item, hash, eqfn):
    slot = ll_lookup(s, item, hash, eqfn)
    if slot >= 0:
        return
    slot = -1 - slot
    table = s.table
    fresh = ll.getinterior(table, slot, "state") == FREE
    ll.setinterior(table, slot, "key", item)
    ll.setinterior(table, slot, "hash", hash)
    ll.setinterior(table, slot, "state", LIVE)
    s.used += 1
    if fresh:
        s.fill += 1
        if s.fill * 5 >= (ll.getarraysize(table) - 1) * 3:
            ll_grow(s)


# ---- removing

def ll_delete(s, slot):
    ll.clear_items(s.table, slot, 1)
    ll.setinterior(s.table, slot, "state", DELETED)
    s.used -= 1
    s.removals += 1


def ll_remove_hashed(s, item, hash, eqfn):
    """Whether it was there."""
    slot = ll_lookup(s, item, hash, eqfn)
    if slot < 0:
        return False
    ll_delete(s, slot)
    return True


def ll_discard(s, item, item_hashfn, hashfn, eqfn):
    hash = item_hashfn(item)
    ll_prepare(s, hashfn)
    ll_remove_hashed(s, item, hash, eqfn)


def ll_remove(s, item, item_hashfn, hashfn, eqfn, missing):
    """`missing(item)` raises the KeyError."""
    hash = item_hashfn(item)
    ll_prepare(s, hashfn)
    if not ll_remove_hashed(s, item, hash, eqfn):
        missing(item)


def ll_pop(s, hashfn):
    """The slot of the item to take out, which the caller reads before it calls ll_delete."""
    if s.used == 0:
        raise KeyError("pop from an empty set")
    ll_prepare(s, hashfn)
    mask = ll.getarraysize(s.table) - 1
    slot = s.finger & mask
    while ll.getinterior(s.table, slot, "state") != LIVE:
        slot += 1
        if slot > mask:
            slot = 0
    s.finger = slot + 1
    return slot


def ll_clear(s):
    s.table = ll.malloc_varsize(ll.target_type(s.table), MIN_SIZE)
    s.used = 0
    s.fill = 0


def ll_take_over(s, other):
    """s gets the items of a set that nobody else has."""
    s.table = other.table
    s.used = other.used
    s.fill = other.fill


# ---- sets from sets

def ll_copy(s, hashfn, eqfn):
    result = ll_new_like(s)
    ll_update(result, s, hashfn, eqfn)
    return result


def ll_make_room(s, count):
    """Before `count` items are added at once."""
    if (s.fill + count) * 5 >= (ll.getarraysize(s.table) - 1) * 3:
        ll_resize(s, (s.used + count) * 2)


def ll_update(s, other, hashfn, eqfn):
    ll_prepare(s, hashfn)
    ll_prepare(other, hashfn)
    if ll.ptr_eq(s, other) or other.used == 0:
        return
    ll_make_room(s, other.used)
    if s.fill == 0:
        if ll.getarraysize(s.table) == ll.getarraysize(other.table) and other.fill == other.used:
            ll.copy_items(other.table, 0, s.table, 0, ll.getarraysize(s.table))
        else:
            ll_insert_all(s.table, other.table)
        s.used = other.used
        s.fill = other.used
        return
    i = 0
    while i < ll.getarraysize(other.table):
        table = other.table
        if ll.getinterior(table, i, "state") == LIVE:
            ll_insert(s, ll.getinterior(table, i, "key"), ll.getinterior(table, i, "hash"), eqfn)
        i += 1


def ll_union(a, b, hashfn, eqfn):
    result = ll_copy(a, hashfn, eqfn)
    ll_update(result, b, hashfn, eqfn)
    return result


def ll_intersection(a, b, hashfn, eqfn):
    if ll.ptr_eq(a, b):
        return ll_copy(a, hashfn, eqfn)
    if b.used > a.used:
        return ll_those_in(b, a, hashfn, eqfn)
    return ll_those_in(a, b, hashfn, eqfn)


def ll_those_in(a, b, hashfn, eqfn):
    """The items of b that are in a, in the order of b."""
    ll_prepare(b, hashfn)
    result = ll_new_like(a)
    i = 0
    while i < ll.getarraysize(b.table):
        table = b.table
        if ll.getinterior(table, i, "state") == LIVE:
            item = ll.getinterior(table, i, "key")
            hash = ll.getinterior(table, i, "hash")
            if ll_has(a, item, hash, hashfn, eqfn):
                ll_insert(result, item, hash, eqfn)
        i += 1
    return result


def ll_difference(a, b, hashfn, eqfn):
    if a.used >> 2 > b.used:
        result = ll_copy(a, hashfn, eqfn)
        ll_difference_update(result, b, hashfn, eqfn)
        return result
    ll_prepare(a, hashfn)
    result = ll_new_like(a)
    i = 0
    while i < ll.getarraysize(a.table):
        table = a.table
        if ll.getinterior(table, i, "state") == LIVE:
            item = ll.getinterior(table, i, "key")
            hash = ll.getinterior(table, i, "hash")
            if not ll_has(b, item, hash, hashfn, eqfn):
                ll_insert(result, item, hash, eqfn)
        i += 1
    return result


def ll_difference_update(s, other, hashfn, eqfn):
    if ll.ptr_eq(s, other):
        ll_clear(s)
        return
    ll_prepare(s, hashfn)
    if other.used >> 3 > s.used:
        other = ll_intersection(s, other, hashfn, eqfn)
    ll_prepare(other, hashfn)
    i = 0
    while i < ll.getarraysize(other.table):
        table = other.table
        if ll.getinterior(table, i, "state") == LIVE:
            ll_remove_hashed(s, ll.getinterior(table, i, "key"), ll.getinterior(table, i, "hash"), eqfn)
        i += 1
    ll_drop_deleted(s)


def ll_drop_deleted(s):
    """After many removals: makes the table anew if more than a quarter of it is deleted."""
    if s.fill - s.used > (ll.getarraysize(s.table) - 1) >> 2:
        ll_grow(s)


def ll_symmetric_difference(a, b, hashfn, eqfn):
    result = ll_copy(b, hashfn, eqfn)
    ll_symmetric_difference_update(result, a, hashfn, eqfn)
    return result


def ll_symmetric_difference_update(s, other, hashfn, eqfn):
    if ll.ptr_eq(s, other):
        ll_clear(s)
        return
    ll_prepare(s, hashfn)
    ll_prepare(other, hashfn)
    i = 0
    while i < ll.getarraysize(other.table):
        table = other.table
        if ll.getinterior(table, i, "state") == LIVE:
            ll_flip(s, ll.getinterior(table, i, "key"), ll.getinterior(table, i, "hash"), eqfn)
        i += 1


def ll_flip(s, item, hash, eqfn):
    """Takes the item out if it is there, else adds it."""
    if not ll_remove_hashed(s, item, hash, eqfn):
        ll_insert(s, item, hash, eqfn)


def ll_converted(SET, s, convertfn, hashfn):
    """The set with items of another type and the same layout; `hashfn` is that of s."""
    ll_prepare(s, hashfn)
    size = ll.getarraysize(s.table)
    result = ll_new_sized(SET, size)
    i = 0
    while i < size:
        state = ll.getinterior(s.table, i, "state")
        ll.setinterior(result.table, i, "state", state)
        if state == LIVE:
            ll.setinterior(result.table, i, "key", convertfn(ll.getinterior(s.table, i, "key")))
            ll.setinterior(result.table, i, "hash", ll.getinterior(s.table, i, "hash"))
        i += 1
    result.used = s.used
    result.fill = s.fill
    return result


# ---- sets from any iterable: nextfn(iterator) gives the next item or raises StopIteration

def ll_update_from(s, iterator, nextfn, hashfn, eqfn):
    while True:
        try:
            item = nextfn(iterator)
        except StopIteration:
            return
        ll_add_item(s, item, hashfn, eqfn)


def ll_intersection_from(s, iterator, nextfn, hashfn, eqfn):
    result = ll_new_like(s)
    while True:
        try:
            item = nextfn(iterator)
        except StopIteration:
            return result
        hash = hashfn(item)
        if ll_has(s, item, hash, hashfn, eqfn):
            ll_insert(result, item, hash, eqfn)
            if result.used >= s.used:
                return result


def ll_difference_update_from(s, iterator, nextfn, hashfn, eqfn):
    while True:
        try:
            item = nextfn(iterator)
        except StopIteration:
            ll_drop_deleted(s)
            return
        ll_discard(s, item, hashfn, hashfn, eqfn)


def ll_symmetric_difference_update_from(s, iterator, nextfn, hashfn, eqfn):
    """With items that are all different."""
    ll_prepare(s, hashfn)
    while True:
        try:
            item = nextfn(iterator)
        except StopIteration:
            return
        ll_flip(s, item, hashfn(item), eqfn)


def ll_add_selected_from(s, iterator, nextfn, other, wanted, hashfn, eqfn):
    """Adds the items that are in `other`, or not in it, as `wanted` says."""
    while True:
        try:
            item = nextfn(iterator)
        except StopIteration:
            return
        if ll_contains(other, item, hashfn, hashfn, eqfn) == wanted:
            ll_add_item(s, item, hashfn, eqfn)


def ll_contains_all_from(s, iterator, nextfn, hashfn, eqfn):
    while True:
        try:
            item = nextfn(iterator)
        except StopIteration:
            return True
        if not ll_contains(s, item, hashfn, hashfn, eqfn):
            return False


def ll_isdisjoint_from(s, iterator, nextfn, hashfn, eqfn):
    while True:
        try:
            item = nextfn(iterator)
        except StopIteration:
            return True
        if ll_contains(s, item, hashfn, hashfn, eqfn):
            return False


# ---- questions

def ll_issubset(a, b, hashfn, other_hashfn, eqfn):
    """`other_hashfn` is that of b, whose items may be of another type; eqfn(item of b, item of a)."""
    if a.used > b.used:
        return False
    ll_prepare(a, hashfn)
    i = 0
    while i < ll.getarraysize(a.table):
        table = a.table
        if ll.getinterior(table, i, "state") == LIVE:
            item = ll.getinterior(table, i, "key")
            if not ll_has(b, item, ll.getinterior(table, i, "hash"), other_hashfn, eqfn):
                return False
        i += 1
    return True


def ll_is_proper_subset(a, b, hashfn, other_hashfn, eqfn):
    return a.used < b.used and ll_issubset(a, b, hashfn, other_hashfn, eqfn)


def ll_eq(a, b, hashfn, other_hashfn, eqfn):
    return a.used == b.used and ll_issubset(a, b, hashfn, other_hashfn, eqfn)


def ll_isdisjoint(a, b, hashfn, eqfn):
    if ll.ptr_eq(a, b):
        return a.used == 0
    if b.used > a.used:
        return ll_none_in(b, a, hashfn, eqfn)
    return ll_none_in(a, b, hashfn, eqfn)


def ll_none_in(a, b, hashfn, eqfn):
    """Whether no item of b is in a."""
    ll_prepare(b, hashfn)
    i = 0
    while i < ll.getarraysize(b.table):
        table = b.table
        if ll.getinterior(table, i, "state") == LIVE:
            if ll_has(a, ll.getinterior(table, i, "key"), ll.getinterior(table, i, "hash"), hashfn, eqfn):
                return False
        i += 1
    return True


def ll_is_true(s):
    return s.used != 0


def ll_hash(s, hashfn):
    """Of a frozenset; independent of the order."""
    ll_prepare(s, hashfn)
    hash = 0
    i = 0
    while i < ll.getarraysize(s.table):
        if ll.getinterior(s.table, i, "state") == LIVE:
            hash = hash ^ ll_shuffle(ll.getinterior(s.table, i, "hash"))
        i += 1
    hash = hash ^ ll.int_mul(s.used + 1, 1927868237)
    bits = ll.cast_int_to_uint(hash)
    hash = hash ^ ll.cast_uint_to_int(ll.uint_rshift(bits, 11)) ^ ll.cast_uint_to_int(ll.uint_rshift(bits, 25))
    hash = ll.int_add(ll.int_mul(hash, 69069), 907133923)
    if hash == -1:
        return 590923713
    return hash


def ll_shuffle(hash):
    return ll.int_mul(hash ^ 89869747 ^ ll.int_lshift(hash, 16), 3644798167)


# ---- iteration

# What stands in an iterator's `size` where the set may be of any size from then on.
ENDED = -1         # the end was told: it is told again
CHANGED_SIZE = -2  # the change was told: it is told again


def ll_next(iterator):
    """The slot of the next item, or -1 at the end.  `iterator` has set, position and size."""
    s = iterator.set
    if iterator.size != s.used:
        if iterator.size == ENDED:
            return -1
        iterator.size = CHANGED_SIZE
        raise RuntimeError("Set changed size during iteration")
    table = s.table
    slot = iterator.position
    size = ll.getarraysize(table)
    while slot < size:
        if ll.getinterior(table, slot, "state") == LIVE:
            iterator.position = slot + 1
            return slot
        slot += 1
    iterator.size = ENDED
    return -1


# ---- text

def ll_repr(s, reprfn, stack, frozen):
    if s.used == 0:
        if frozen:
            return ll.str_ptr("frozenset()")
        return ll.str_ptr("set()")
    if not ll_enter(stack, ll.cast_pointer(GcRef, s)):
        if frozen:
            return ll.str_ptr("frozenset(...)")
        return ll.str_ptr("set(...)")
    builder = ll_new_builder(64)
    try:
        if frozen:
            ll_add(builder, ll.str_ptr("frozenset({"))
        else:
            ll_add_byte(builder, 123)
        first = True
        i = 0
        while i < ll.getarraysize(s.table):
            if ll.getinterior(s.table, i, "state") == LIVE:
                if not first:
                    ll_add(builder, ll.str_ptr(", "))
                first = False
                ll_add(builder, reprfn(ll.getinterior(s.table, i, "key")))
            i += 1
        ll_add_byte(builder, 125)
        if frozen:
            ll_add_byte(builder, 41)
    finally:
        ll_leave(stack)
    return ll_built(builder)
