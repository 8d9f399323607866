"""Stands in for bisect."""


def _bounds(a, lo, hi):
    if lo < 0:
        raise ValueError("lo must be non-negative")
    return len(a) if hi is None else hi


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    high = _bounds(a, lo, hi)
    while lo < high:
        middle = (lo + high) // 2
        if key is None:
            left = x < a[middle]
        else:
            left = x < key(a[middle])
        if left:
            high = middle
        else:
            lo = middle + 1
    return lo


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    high = _bounds(a, lo, hi)
    while lo < high:
        middle = (lo + high) // 2
        if key is None:
            right = a[middle] < x
        else:
            right = key(a[middle]) < x
        if right:
            lo = middle + 1
        else:
            high = middle
    return lo


def insort_right(a, x, lo=0, hi=None, *, key=None):
    if key is None:
        a.insert(bisect_right(a, x, lo, hi), x)
    else:
        a.insert(bisect_right(a, key(x), lo, hi, key=key), x)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    if key is None:
        a.insert(bisect_left(a, x, lo, hi), x)
    else:
        a.insert(bisect_left(a, key(x), lo, hi, key=key), x)


bisect = bisect_right
insort = insort_right
