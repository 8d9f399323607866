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
