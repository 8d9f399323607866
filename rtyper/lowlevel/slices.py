"""Bounds of slices, for all sequences.

A bound that is absent in the source comes as the extreme that means the same.
"""

import ll

MAX = 9223372036854775807
MIN = -9223372036854775808


def ll_clamp(index, length):
    """A slice bound, or an index of insert, as a position 0 .. length."""
    if index < 0:
        index += length
        if index < 0:
            return 0
        return index
    if index > length:
        return length
    return index


def ll_clamp_start(index, length):
    """Where find() and its like start: a position beyond the end stays beyond, so that nothing is found there."""
    if index < 0:
        index += length
        if index < 0:
            return 0
    return index


def ll_clamp_backwards(index, length):
    """A bound of a slice with negative step, as a position -1 .. length - 1."""
    if index < 0:
        index += length
        if index < 0:
            return -1
        return index
    if index >= length:
        return length - 1
    return index


def ll_default_start(step):
    if step < 0:
        return MAX
    return 0


def ll_default_stop(step):
    if step < 0:
        return MIN
    return MAX


def ll_slice_start(start, length, step):
    if step == 0:
        raise ValueError("slice step cannot be zero")
    if step < 0:
        return ll_clamp_backwards(start, length)
    return ll_clamp(start, length)


def ll_slice_count(start, stop, length, step):
    """How many items a slice has; `start` is a result of ll_slice_start, `stop` as written."""
    if step < 0:
        stop = ll_clamp_backwards(stop, length)
        if stop >= start:
            return 0
        if step == MIN:
            return 1
        return ll.int_div_trunc(start - stop - 1, -step) + 1
    stop = ll_clamp(stop, length)
    if start >= stop:
        return 0
    return ll.int_div_trunc(stop - start - 1, step) + 1
