#!/usr/bin/env python3
"""The set helpers against Python's set: random histories with iteration order, eq that changes the set."""

import random

from emulation import ll, outcome
import sets

random.seed(11)

SLOT = ll.Struct("slot_GcRef", ("key", ll.GcRef), ("hash", ll.Signed), ("state", ll.Signed))
SET = ll.GcStruct("set_GcRef", ("used", ll.Signed), ("fill", ll.Signed), ("finger", ll.Signed),
                  ("removals", ll.Signed), ("table", ll.Ptr(ll.GcArray(SLOT))))
ITERATOR = ll.GcStruct("set_iterator", ("set", ll.Ptr(SET)), ("position", ll.Signed), ("size", ll.Signed))


def equal(a, b):
    return a is b or a == b


def missing(item):
    raise KeyError(item)


def items(s):
    found = [slot.key for slot in s.table.array if slot.state == sets.LIVE]
    assert len(found) == s.used
    return found


def next_of(iterator):
    return next(iterator)


def made(values):
    s = sets.ll_new(SET)
    sets.ll_update_from(s, iter(values), next_of, hash, equal)
    return s


def values(count):
    spread = random.choice([8, 60, 1 << 61])
    return [random.randrange(-spread, spread) for _ in range(random.randrange(count))]


def pop(s):
    slot = sets.ll_pop(s, hash)
    item = s.table.array[slot].key
    sets.ll_delete(s, slot)
    return item


def step(model, s, other, other_s):
    k = random.choice([random.randrange(-60, 60), random.randrange(-1 << 62, 1 << 62)])
    if model and random.random() < 0.4:
        k = random.choice(list(model))
    more = values(40)
    h = (hash, equal)
    return random.choice([
        (lambda: model.add(k), lambda: sets.ll_add_item(s, k, *h)),
        (lambda: model.add(k), lambda: sets.ll_add_item(s, k, *h)),
        (lambda: model.discard(k), lambda: sets.ll_discard(s, k, hash, *h)),
        (lambda: model.remove(k), lambda: sets.ll_remove(s, k, hash, *h, missing)),
        (lambda: model.pop(), lambda: pop(s)),
        (lambda: k in model, lambda: sets.ll_contains(s, k, hash, *h)),
        (lambda: model.update(more), lambda: sets.ll_update_from(s, iter(more), next_of, *h)),
        (lambda: model.update(other), lambda: sets.ll_update(s, other_s, *h)),
        (lambda: model.difference_update(other), lambda: sets.ll_difference_update(s, other_s, *h)),
        (lambda: model.difference_update(more),
         lambda: sets.ll_difference_update_from(s, iter(more), next_of, *h)),
        (lambda: model.intersection_update(other),
         lambda: sets.ll_take_over(s, sets.ll_intersection(s, other_s, *h))),
        (lambda: model.symmetric_difference_update(other),
         lambda: sets.ll_symmetric_difference_update(s, other_s, *h)),
        (lambda: model.issubset(other), lambda: sets.ll_issubset(s, other_s, hash, *h)),
        (lambda: model < other, lambda: sets.ll_is_proper_subset(s, other_s, hash, *h)),
        (lambda: model == other, lambda: sets.ll_eq(s, other_s, hash, *h)),
        (lambda: model.isdisjoint(other), lambda: sets.ll_isdisjoint(s, other_s, *h)),
        (lambda: model.isdisjoint(more), lambda: sets.ll_isdisjoint_from(s, iter(more), next_of, *h)),
        (lambda: model.issuperset(more), lambda: sets.ll_contains_all_from(s, iter(more), next_of, *h)),
    ])


def makers(model, s, other, other_s):
    more = values(30)
    h = (hash, equal)
    return [
        (model | other, sets.ll_union(s, other_s, *h)),
        (model & other, sets.ll_intersection(s, other_s, *h)),
        (model - other, sets.ll_difference(s, other_s, *h)),
        (model ^ other, sets.ll_symmetric_difference(s, other_s, *h)),
        (model.copy(), sets.ll_copy(s, *h)),
        (model.intersection(more), sets.ll_intersection_from(s, iter(more), next_of, *h)),
    ]


for history in range(25):
    model, s = set(), sets.ll_new(SET)
    for _ in range(40):
        start = values(random.choice([5, 30, 200]))
        other, other_s = set(start), made(start)
        expected, got = step(model, s, other, other_s)
        assert outcome(expected) == outcome(got)
        assert list(model) == items(s), (list(model), items(s))
        for wanted, given in makers(model, s, other, other_s):
            assert list(wanted) == items(given), (list(wanted), items(given))

# Hashes of frozensets; they count on 64-bit numbers that wrap, as the emulation's operations do.
for _ in range(50):
    start = values(30)
    assert sets.ll_hash(made(start), hash) == hash(frozenset(start))

# Iteration ends for good, and tells that the size changed.
s = made([1, 2, 3])
iterator = ll.malloc(ITERATOR)
iterator.set, iterator.size = s, s.used
assert [s.table.array[sets.ll_next(iterator)].key for _ in range(3)] == [1, 2, 3]
assert sets.ll_next(iterator) == -1
sets.ll_add_item(s, 4, hash, equal)
assert sets.ll_next(iterator) == -1
iterator.position, iterator.size = 0, 3
for _ in range(2):
    try:
        sets.ll_next(iterator)
    except RuntimeError as error:
        assert str(error) == "Set changed size during iteration"
    else:
        assert False, "not told"

# An eq that changes the set under the probe.
s = made([])


class Item:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if changing:
            sets.ll_clear(s)
        return self.number == other.number


changing = False
for number in range(3):
    sets.ll_add_item(s, Item(number), hash, equal)
assert s.used == 3
changing = True
sets.ll_add_item(s, Item(2), hash, equal)
assert s.used == 1

# A set laid out at translation: hashes are made at first use, and the table is made anew where they do not fit it.
for start in ([5, 1, 2], [40, 8, 16], [3, -7, 100]):
    s = made(start)
    s.fill = -1
    for slot in s.table.array:
        slot.hash = 0
    assert sets.ll_contains(s, start[0], hash, hash, equal) and items(s) == list(set(start))
    table = s.table.array
    table[0], table[1] = table[1], table[0]
    s.fill = -1
    assert all(sets.ll_contains(s, item, hash, hash, equal) for item in start)
