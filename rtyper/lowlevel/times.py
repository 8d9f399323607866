"""Module time."""

import ll
from ll import CHARS
from numbers_text import ll_from_utf8


def ll_time():
    return ll.leaf("time_time")


def ll_time_ns():
    return ll.leaf("time_time_ns")


def ll_monotonic():
    return ll.leaf("time_monotonic")


def ll_monotonic_ns():
    return ll.leaf("time_monotonic_ns")


def ll_process_time():
    return ll.leaf("time_process")


def ll_sleep(seconds):
    if seconds != seconds:
        raise ValueError("Invalid value NaN (not a number)")
    if seconds < 0.0:
        raise ValueError("sleep length must be non-negative")
    if seconds > 9223372036.0:
        raise OverflowError("timestamp too large to convert to C _PyTime_t")
    ll.leaf("time_sleep", seconds)


def ll_local_offset(seconds):
    return ll.leaf("time_local_offset", seconds)


def ll_local_is_summer(seconds):
    return ll.leaf("time_local_is_summer", seconds)


def ll_local_zone(seconds):
    buffer = ll.malloc_varsize(CHARS, 64)
    size = ll.leaf("time_local_zone", seconds, buffer)
    if size > 64:
        buffer = ll.malloc_varsize(CHARS, size)
        size = ll.leaf("time_local_zone", seconds, buffer)
    return ll_from_utf8(buffer, 0, size)


def ll_local_seconds(year, month, day, hour, minute, second, summer):
    return ll.leaf("time_local_seconds", year, month, day, hour, minute, second, summer)
