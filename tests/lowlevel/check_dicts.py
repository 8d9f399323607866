#!/usr/bin/env python3
"""The dict helpers against Python's dict: random histories, eq and hash that raise or change the dict."""

import random

from emulation import ll, outcome
import dicts

random.seed(5)

ENTRY = ll.Struct("entry", ("key", ll.GcRef), ("value", ll.GcRef), ("hash", ll.Signed), ("live", ll.Bool))
DICT = ll.GcStruct("dict_GcRef_GcRef", ("live", ll.Signed), ("used", ll.Signed), ("filled", ll.Signed),
                   ("index", ll.Ptr(ll.INT32S)),
                   ("entries", ll.Ptr(ll.GcArray(ENTRY))))
ITERATOR = ll.GcStruct("dict_iterator", ("dict", ll.Ptr(DICT)), ("position", ll.Signed), ("size", ll.Signed),
                       ("left", ll.Signed))


def equal(a, b):
    return a is b or a == b


def spread(key):
    return hash(key)


def colliding(key):
    return hash(key) % 4


def missing(key):
    raise KeyError(key)


def items(d):
    found = []
    for entry in d.entries.array[:d.used]:
        if entry.live:
            found.append((entry.key, entry.value))
    assert len(found) == d.live
    return found


def steps(model, d, other, other_d, h):
    k, v = random.randrange(12), random.randrange(100)
    clearing = random.random() < 0.1

    def delete():
        del model[k]

    def pop_last():
        place = dicts.ll_last(d, h)
        entry = d.entries.array[place]
        pair = entry.key, entry.value
        dicts.ll_delete_last(d, place)
        return pair

    return random.choice([
        (lambda: model.__setitem__(k, v), lambda: dicts.ll_setitem(d, k, v, h, equal)),
        (lambda: model.__setitem__(k, v), lambda: dicts.ll_setitem(d, k, v, h, equal)),
        (lambda: model[k], lambda: dicts.ll_getitem(d, k, h, h, equal, missing)),
        (lambda: model.get(k, v), lambda: dicts.ll_get(d, k, v, h, h, equal)),
        (lambda: k in model, lambda: dicts.ll_contains(d, k, h, h, equal)),
        (delete, lambda: dicts.ll_delitem(d, k, h, h, equal, missing)),
        (lambda: model.pop(k), lambda: dicts.ll_pop(d, k, h, h, equal, missing)),
        (lambda: model.pop(k, v), lambda: dicts.ll_pop_default(d, k, v, h, h, equal)),
        (lambda: model.popitem(), pop_last),
        (lambda: model.setdefault(k, v), lambda: dicts.ll_setdefault(d, k, v, h, equal)),
        (lambda: model.update(other), lambda: dicts.ll_update(d, other_d, h, equal)),
        (lambda: list((model | other).items()), lambda: items(dicts.ll_union(d, other_d, h, equal))),
        (lambda: list(model.copy().items()), lambda: items(dicts.ll_copy(d, h))),
        (lambda: model == other, lambda: dicts.ll_eq(d, other_d, h, h, equal, equal)),
        (lambda: v in model.values(), lambda: dicts.ll_has_value(d, v, equal)),
        (lambda: model.clear() if clearing else None, lambda: dicts.ll_clear(d) if clearing else None),
    ])


def check_histories():
    for _ in range(1500):
        h = random.choice([spread, colliding])
        model, d = {}, dicts.ll_new(DICT)
        other = {random.randrange(12): random.randrange(100) for _ in range(random.randrange(6))}
        other_d = dicts.ll_new_sized(DICT, random.choice([0, 3, 20]))
        for k, v in other.items():
            dicts.ll_setitem(other_d, k, v, h, equal)
        for _ in range(60):
            python, ours = steps(model, d, other, other_d, h)
            want, got = outcome(python), outcome(ours)
            assert got == want, (model, want, got)
            assert items(d) == list(model.items()), (model, items(d))


def check_growth():
    d = dicts.ll_new(DICT)
    for i in range(5000):
        dicts.ll_setitem(d, i * 7, i, spread, equal)
        if i % 3 == 0:
            dicts.ll_delitem(d, i * 7, spread, spread, equal, missing)
    assert [k for k, v in items(d)] == [i * 7 for i in range(5000) if i % 3]
    for i in range(5000):
        assert dicts.ll_contains(d, i * 7, spread, spread, equal) == bool(i % 3)


def check_queue():
    """Inserting at the end and deleting at the front, for long: the table must not fill up."""
    d = dicts.ll_new(DICT)
    for i in range(20000):
        dicts.ll_setitem(d, i, i, spread, equal)
        if i >= 3:
            dicts.ll_delitem(d, i - 3, spread, spread, equal, missing)
    assert [k for k, v in items(d)] == [19997, 19998, 19999]
    assert ll.getarraysize(d.index) <= 64


def check_stack():
    """Inserting and popping at the end, for long."""
    d = dicts.ll_new(DICT)
    dicts.ll_setitem(d, -1, 0, spread, equal)
    for i in range(2000):
        dicts.ll_setitem(d, i, i, spread, equal)
        dicts.ll_delete_last(d, dicts.ll_last(d, spread))
    assert items(d) == [(-1, 0)]


def check_emptied():
    """A dict that was large and is filled and emptied again does not pay for its past each time."""
    d = dicts.ll_new(DICT)
    for i in range(1000):
        dicts.ll_setitem(d, i, i, spread, equal)
    for i in range(1000):
        dicts.ll_delitem(d, i, spread, spread, equal, missing)
    for i in range(2000):
        dicts.ll_setitem(d, i, i, spread, equal)
        dicts.ll_delitem(d, i, spread, spread, equal, missing)
    assert ll.getarraysize(d.index) <= 16


def check_laid_out():
    """A dict laid out at translation has entries, but neither index nor hashes."""
    d = dicts.ll_new(DICT)
    d.entries = ll.malloc_varsize(ll.field_type(DICT, "entries"), 3)
    for i in range(3):
        d.entries.array[i].key, d.entries.array[i].value, d.entries.array[i].live = "abc"[i], i, True
    d.live = d.used = d.filled = 3
    assert dicts.ll_getitem(d, "b", spread, spread, equal, missing) == 1
    dicts.ll_setitem(d, "d", 3, spread, equal)
    assert items(d) == [("a", 0), ("b", 1), ("c", 2), ("d", 3)]


class Refused(Exception):
    pass


def check_eq_raises():
    """A user __eq__ that raises in the middle of a look-up leaves the dict as it was."""
    d = dicts.ll_new(DICT)
    for k in range(5):
        dicts.ll_setitem(d, k, k, colliding, equal)

    def refuse(a, b):
        raise Refused

    for call in (lambda: dicts.ll_getitem(d, 9, colliding, colliding, refuse, missing),
                 lambda: dicts.ll_setitem(d, 9, 9, colliding, refuse),
                 lambda: dicts.ll_delitem(d, 9, colliding, colliding, refuse, missing),
                 lambda: dicts.ll_pop_default(d, 9, 0, colliding, colliding, refuse)):
        assert outcome(call) == ("Refused", "")
        assert items(d) == [(k, k) for k in range(5)]


def check_eq_mutates():
    """A user __eq__ that clears or grows the dict under the probe: the look-up starts again."""
    for change in ("clear", "grow", "delete"):
        d = dicts.ll_new(DICT)
        for k in range(4):
            dicts.ll_setitem(d, k, k, colliding, equal)
        done = []

        def changing(a, b):
            if not done:
                done.append(True)
                if change == "clear":
                    dicts.ll_clear(d)
                elif change == "delete":
                    dicts.ll_delitem(d, a, colliding, colliding, equal, missing)
                else:
                    for k in range(100, 140):
                        dicts.ll_setitem(d, k, k, colliding, equal)
            return a == b

        found = dicts.ll_contains(d, 7, colliding, colliding, changing)
        assert found is False and done
        if change == "grow":
            assert dicts.ll_getitem(d, 3, colliding, colliding, equal, missing) == 3


def check_iteration():
    d = dicts.ll_new(DICT)
    for k in range(6):
        dicts.ll_setitem(d, k, k, spread, equal)
    dicts.ll_delitem(d, 2, spread, spread, equal, missing)

    def run(next_place, position):
        iterator = ll.malloc(ITERATOR)
        iterator.dict, iterator.size, iterator.left, iterator.position = d, d.live, d.live, position
        places = []
        while (place := next_place(iterator)) >= 0:
            places.append(d.entries.array[place].key)
        return places

    assert run(dicts.ll_next, 0) == [0, 1, 3, 4, 5]
    assert run(dicts.ll_reverse_next, d.used) == [5, 4, 3, 1, 0]
    iterator = ll.malloc(ITERATOR)
    iterator.dict, iterator.size, iterator.left = d, d.live, d.live
    dicts.ll_next(iterator)
    dicts.ll_setitem(d, 77, 1, spread, equal)
    for _ in range(2):
        assert outcome(dicts.ll_next, iterator) == ("RuntimeError", "dictionary changed size during iteration")
    iterator = ll.malloc(ITERATOR)
    iterator.dict, iterator.size, iterator.left = d, d.live, d.live
    for i in range(d.live):
        dicts.ll_delitem(d, d.entries.array[dicts.ll_next(iterator)].key, spread, spread, equal, missing)
        dicts.ll_setitem(d, 1000 + i, 1, spread, equal)
    assert outcome(dicts.ll_next, iterator) == ("RuntimeError", "dictionary keys changed during iteration")


check_histories()
check_growth()
check_queue()
check_stack()
check_emptied()
check_laid_out()
check_eq_raises()
check_eq_mutates()
check_iteration()
