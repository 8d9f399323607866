"""Module time."""

import ll


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
