"""Ranges: `GcStruct range { start, stop, step }`; the step is not zero."""

import ll
from ll import Signed
from numbers_text import ll_int_to_str
from slices import ll_clamp, ll_clamp_backwards, ll_slice_start
from strings import ll_concat

RANGE = ll.GcStruct("range", ("start", Signed), ("stop", Signed), ("step", Signed))
RANGE._sapwood_immutable_ = True


def ll_check_step(step):
    if step == 0:
        raise ValueError("range() arg 3 must not be zero")


def ll_len(start, stop, step):
    if step > 0:
        if start >= stop:
            return 0
        if step == 1:
            count = stop - start
        else:
            count = ll_steps(start, stop, step)
    else:
        if start <= stop:
            return 0
        count = ll_steps(stop, start, -step)
    if count < 0:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return count


def ll_steps(low, high, step):
    """ceil((high - low) / step), low < high; the difference may need 64 bits without sign."""
    distance = ll.cast_int_to_uint(high - low - 1)
    return ll.cast_uint_to_int(ll.uint_div(distance, ll.cast_int_to_uint(step))) + 1


def ll_end(start, stop, step):
    """start plus a multiple of step (modulo 2**64): the value after the last one."""
    if step == 1:
        if stop > start:
            return stop
        return start
    return ll_end_of_steps(start, stop, step)


def ll_end_of_steps(start, stop, step):
    if step > 0:
        if start >= stop:
            return start
        return start + ll_steps(start, stop, step) * step
    if start <= stop:
        return start
    if step == -1:
        return stop
    return start + ll_steps(stop, start, -step) * step


def ll_is_end(value, end, step):
    """Equality would do; a comparison lets C compilers know that value + 1 is no overflow."""
    if step == 1:
        return value >= end
    return value == end


def ll_new(start, stop, step):
    r = ll.malloc(RANGE)
    r.start = start
    r.stop = stop
    r.step = step
    return r


def ll_count(r):
    return ll_len(r.start, r.stop, r.step)


def ll_getitem(r, index):
    count = ll_count(r)
    if index < 0:
        index += count
    if index < 0 or index >= count:
        raise IndexError("range object index out of range")
    return r.start + index * r.step


def ll_getslice(r, start, stop, step):
    length = ll_count(r)
    start = ll_slice_start(start, length, step)
    first = r.start + start * r.step
    by = r.step * step
    return ll_new(first, first + ll_stop_index(start, stop, length, step) * r.step, by)


def ll_stop_index(start, stop, length, step):
    """How far behind the start the slice's stop lies, clamped as CPython does."""
    if step < 0:
        return ll_clamp_backwards(stop, length) - start
    return ll_clamp(stop, length) - start


def ll_contains(r, value):
    if r.step > 0:
        if value < r.start or value >= r.stop:
            return False
    elif value > r.start or value <= r.stop:
        return False
    step = r.step
    distance = value - r.start
    if step < 0:
        step = -step
        distance = r.start - value
    rest = ll.uint_mod(ll.cast_int_to_uint(distance), ll.cast_int_to_uint(step))
    return ll.cast_uint_to_int(rest) == 0


def ll_eq(a, b):
    count = ll_count(a)
    if count != ll_count(b):
        return False
    if count == 0:
        return True
    if a.start != b.start:
        return False
    return count == 1 or a.step == b.step


def ll_repr(r):
    text = ll_concat(ll.str_ptr("range("), ll_int_to_str(r.start))
    text = ll_concat(ll_concat(text, ll.str_ptr(", ")), ll_int_to_str(r.stop))
    if r.step != 1:
        text = ll_concat(ll_concat(text, ll.str_ptr(", ")), ll_int_to_str(r.step))
    return ll_concat(text, ll.str_ptr(")"))
