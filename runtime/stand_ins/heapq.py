"""Stands in for heapq.  A heap visits and leaves its items where CPython does, since programs can look inside:
an item that is taken from the top lets the smaller children rise to a leaf before the last one comes in."""

_MISSING = object()


def _rise(heap, at, top):
    """Moves the item at index `at` up to where it belongs, not above index `top`."""
    item = heap[at]
    while at > top:
        parent = (at - 1) >> 1
        if not item < heap[parent]:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _sink(heap, at):
    """Fills index `at`, whose item may be too large, from below."""
    item = heap[at]
    size = len(heap)
    top = at
    child = 2 * at + 1
    while child < size:
        right = child + 1
        if right < size and not heap[child] < heap[right]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _rise(heap, at, top)


def heappush(heap, item, /):
    heap.append(item)
    _rise(heap, len(heap) - 1, 0)


def heappop(heap, /):
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return first


def heapreplace(heap, item, /):
    if not heap:
        raise IndexError("index out of range")
    first = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return first


def heappushpop(heap, item, /):
    if heap and heap[0] < item:
        first = heap[0]
        heap[0] = item
        _sink(heap, 0)
        return first
    return item


def heapify(heap, /):
    for at in range(len(heap) // 2 - 1, -1, -1):
        _sink(heap, at)


def nsmallest(n, iterable, key=None):
    if key is None:
        return sorted(iterable)[:max(n, 0)]
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    if key is None:
        return sorted(iterable, reverse=True)[:max(n, 0)]
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


# ---- merge: a heap of (key, number of the iterable, item)

def _itself(item):
    return item


def _each(iterable):
    for item in iterable:
        yield item


def _goes_first(a, b, reverse):
    if reverse:
        return b[0] < a[0] or (not a[0] < b[0] and a[1] < b[1])
    return a[0] < b[0] or (not b[0] < a[0] and a[1] < b[1])


def _settle(heap, at, reverse):
    entry = heap[at]
    while 2 * at + 1 < len(heap):
        below = 2 * at + 1
        if below + 1 < len(heap) and _goes_first(heap[below + 1], heap[below], reverse):
            below += 1
        if not _goes_first(heap[below], entry, reverse):
            break
        heap[at] = heap[below]
        at = below
    heap[at] = entry


def merge(*iterables, key=None, reverse=False):
    by = _itself if key is None else key
    sources = [_each(iterable) for iterable in iterables]
    heap = []
    for number, source in enumerate(sources):
        for item in source:
            heap.append((by(item), number, item))
            break
    for at in range(len(heap) // 2 - 1, -1, -1):
        _settle(heap, at, reverse)
    while heap:
        number = heap[0][1]
        yield heap[0][2]
        for item in sources[number]:
            heap[0] = (by(item), number, item)
            break
        else:
            last = heap.pop()
            if not heap:
                return
            heap[0] = last
        _settle(heap, 0, reverse)
