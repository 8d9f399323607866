#!/usr/bin/env python3
"""The list helpers against Python's list: long random histories, with every result and every error compared."""

import random

from emulation import check_str, ll, outcome
import lists
import slices
import sorting

random.seed(3)

s = ll.str_ptr


def py(pointer):
    check_str(pointer)
    return ll.ptr_str(pointer)


SIGNED_LIST = ll.GcStruct("list_Signed", ("length", ll.Signed), ("items", ll.Ptr(ll.GcArray(ll.Signed))))


def equal(a, b):
    return a == b


def below(a, b):
    return a < b


def text_of(item):
    return s(repr(item))


def make(values):
    lst = lists.ll_new(SIGNED_LIST, 0)
    for value in values:
        lists.ll_append(lst, value)
    return lst


def back(lst):
    assert 0 <= lst.length <= ll.getarraysize(lst.items)
    assert not any(lst.items.array[lst.length:]), "items behind the length must be zero"
    return lst.items.array[:lst.length]


def bounds(start, stop, step):
    return (lists_default(start, slices.ll_default_start(step)), lists_default(stop, slices.ll_default_stop(step)), step)


def lists_default(value, default):
    return default if value is None else value


def random_bound():
    return random.choice([None, random.randrange(-12, 13), random.choice([2**63 - 1, -2**63])])


def random_step():
    return random.choice([1, 1, 1, 2, 3, -1, -2, 5, 0, 2**63 - 1, -2**63])


def steps(model, lst):
    """One random operation on both: (Python's outcome, ours)."""
    i, x = random.randrange(-9, 10), random.randrange(6)
    start, stop, step = random_bound(), random_bound(), random_step()
    a, b, c = bounds(start, stop, step)
    other = [random.randrange(6) for _ in range(random.randrange(5))]
    low, high = random.randrange(-9, 10), random.randrange(-9, 10)

    def set_slice():
        model[start:stop:step] = other

    def del_slice():
        del model[start:stop:step]

    def del_plain():
        del model[start:stop]

    def set_plain():
        model[start:stop] = other

    return random.choice([
        (lambda: model.append(x), lambda: lists.ll_append(lst, x)),
        (lambda: model.append(x), lambda: lists.ll_append(lst, x)),
        (lambda: model.insert(i, x), lambda: lists.ll_insert(lst, i, x)),
        (lambda: model.extend(other), lambda: lists.ll_extend(lst, make(other))),
        (lambda: model.extend(model), lambda: lists.ll_extend(lst, lst)),
        (lambda: model.pop(), lambda: lists.ll_pop(lst)),
        (lambda: model.pop(i), lambda: lists.ll_pop_at(lst, i)),
        (lambda: model.remove(x), lambda: lists.ll_remove(lst, x, equal)),
        (lambda: model.index(x, low, high), lambda: lists.ll_index(lst, x, low, high, equal, text_of)),
        (lambda: model.count(x), lambda: lists.ll_count(lst, x, equal)),
        (lambda: x in model, lambda: lists.ll_contains(lst, x, equal)),
        (lambda: model.reverse(), lambda: lists.ll_reverse(lst)),
        (lambda: model.__getitem__(i), lambda: lists.ll_getitem(lst, i)),
        (lambda: model.__setitem__(i, x), lambda: lists.ll_setitem(lst, i, x)),
        (lambda: model.__delitem__(i), lambda: lists.ll_delitem(lst, i)),
        (lambda: model[start:stop], lambda: back(lists.ll_getslice(lst, *bounds(start, stop, 1)[:2]))),
        (lambda: model[start:stop:step], lambda: back(lists.ll_getslice_step(lst, a, b, c))),
        (set_slice, lambda: lists.ll_setslice_step(lst, a, b, c, make(other))),
        (set_plain, lambda: lists.ll_setslice(lst, *bounds(start, stop, 1)[:2], make(other))),
        (del_slice, lambda: lists.ll_delslice_step(lst, a, b, c)),
        (del_plain, lambda: lists.ll_delslice(lst, *bounds(start, stop, 1)[:2])),
        (lambda: model + other, lambda: back(lists.ll_concat(lst, make(other)))),
        (lambda: model * i, lambda: back(lists.ll_repeat(lst, i))),
        (lambda: model.copy(), lambda: back(lists.ll_copy(lst))),
        (lambda: model == other, lambda: lists.ll_eq(lst, make(other), equal)),
        (lambda: model < other, lambda: lists.ll_lt(lst, make(other), equal, below)),
        (lambda: model <= other, lambda: lists.ll_order(lst, make(other), equal, below, False)),
        (lambda: model.clear(), lambda: lists.ll_clear(lst)),
    ])


def check_histories():
    for _ in range(1500):
        model = [random.randrange(6) for _ in range(random.randrange(8))]
        lst = make(model)
        for _ in range(40):
            python, ours = steps(model, lst)
            want, got = outcome(python), outcome(ours)
            assert got == want, (model, want, got)
            assert back(lst) == model, (model, back(lst))
            if len(model) > 60:
                break


def check_inplace_repeat():
    for count in range(-1, 4):
        model = [1, 2, 3]
        lst = make(model)
        model *= count
        lists.ll_inplace_repeat(lst, count)
        assert back(lst) == model


PAIR_LIST = ll.GcStruct("list_GcRef", ("length", ll.Signed), ("items", ll.Ptr(ll.GcArray(ll.GcRef))))


def make_refs(values):
    lst = lists.ll_new(PAIR_LIST, 0)
    for value in values:
        lists.ll_append(lst, value)
    return lst


def random_data(size):
    """What sorting meets: random, sorted, reversed, runs, many equal."""
    kind = random.randrange(5)
    data = [random.randrange(size + 1) for _ in range(size)]
    if kind == 1:
        data.sort()
    elif kind == 2:
        data.sort(reverse=True)
    elif kind == 3:
        for start in range(0, size, 40):
            data[start:start + 40] = sorted(data[start:start + 40])
    elif kind == 4:
        data = [x % 3 for x in data]
    return data


def check_sort():
    KEYS = ll.GcArray(ll.Signed)
    for _ in range(600):
        data = list(enumerate(random_data(random.choice([0, 1, 2, 5, 23, 24, 25, 60, 300, 1000]))))
        reverse = random.random() < 0.5
        by_key = make_refs(data)
        sorting.ll_sort_by_key(by_key, KEYS, lambda key, pair: key(pair), lambda pair: pair[1], below, reverse)
        want = sorted(data, key=lambda pair: pair[1], reverse=reverse)
        assert by_key.items.array[:by_key.length] == want
        plain = make_refs(data)
        sorting.ll_sort(plain, lambda a, b: a[1] < b[1], reverse)
        assert plain.items.array[:plain.length] == want, "the sort is not stable"


class Refused(Exception):
    pass


def check_sort_raises():
    for size in (2, 10, 30, 200):
        for _ in range(20):
            data = random_data(size)
            lst = make(data)
            left = [random.randrange(1, size)]

            def compare(a, b):
                left[0] -= 1
                if left[0] == 0:
                    raise Refused
                return a < b

            try:
                sorting.ll_sort(lst, compare, False)
            except Refused:
                pass
            assert sorted(back(lst)) == sorted(data), "an exception lost items"


def check_sort_modified():
    lst = make([3, 1, 2])

    def key(item):
        lists.ll_append(lst, 9)
        return item

    def sort():
        sorting.ll_sort_by_key(lst, ll.GcArray(ll.Signed), lambda f, item: f(item), key, below, False)

    assert outcome(sort) == ("ValueError", "list modified during sort")
    assert back(lst) == [1, 2, 3]


def check_eq_shrinks():
    """An eqfn that empties the list in the middle of a search."""
    lst = make([1, 2, 3])

    def equal_and_clear(a, b):
        lists.ll_clear(lst)
        return False

    assert lists.ll_contains(lst, 3, equal_and_clear) is False
    lst = make([1, 2, 3])
    assert outcome(lists.ll_remove, lst, 3, equal_and_clear) == ("ValueError", "list.remove(x): x not in list")


def check_unpack():
    def unpack_two(values):
        a, b = values

    def unpack_rest(values):
        a, *rest, b = values
        return rest

    for size in range(5):
        values = list(range(size))
        assert outcome(lists.ll_check_unpack, size, 2) == outcome(unpack_two, values)
        assert outcome(lambda: back(lists.ll_unpack_rest(make(values), 1, 1))) == outcome(unpack_rest, values)


check_histories()
check_inplace_repeat()
check_sort()
check_sort_raises()
check_sort_modified()
check_eq_shrinks()
check_unpack()
