"""Stands in for itertools.  The iterators are generators."""

_MISSING = object()


def _items(iterable):
    for item in iterable:
        yield item


def count(start=0, step=1):
    n = start
    while True:
        yield n
        n += step


def cycle(iterable, /):
    saved = []
    for item in iterable:
        yield item
        saved.append(item)
    while saved:
        for item in saved:
            yield item


def repeat(object, times=_MISSING):
    if times is _MISSING:
        while True:
            yield object
    for _ in range(times):
        yield object


def accumulate(iterable, func=None, *, initial=None):
    iterator = iter(iterable)
    if initial is None:
        try:
            total = next(iterator)
        except StopIteration:
            return
    else:
        total = initial
    yield total
    for item in iterator:
        if func is None:
            total = total + item
        else:
            total = func(total, item)
        yield total


def chain(*iterables):
    if not iterables[1:]:
        return _chain1(*iterables)
    if not iterables[2:]:
        return _chain2(*iterables)
    if not iterables[3:]:
        return _chain3(*iterables)
    if not iterables[4:]:
        return _chain4(*iterables)
    return _chain_from_iterable(iterables)


def _chain1(a=()):
    yield from a


def _chain2(a, b):
    yield from a
    yield from b


def _chain3(a, b, c):
    yield from a
    yield from b
    yield from c


def _chain4(a, b, c, d):
    yield from a
    yield from b
    yield from c
    yield from d


def _chain_from_iterable(iterable, /):
    for each in iterable:
        for item in each:
            yield item


chain.from_iterable = _chain_from_iterable


def compress(data, selectors):
    for item, selected in zip(data, selectors):
        if selected:
            yield item


def dropwhile(predicate, iterable, /):
    iterator = iter(iterable)
    for item in iterator:
        if not predicate(item):
            yield item
            break
    for item in iterator:
        yield item


def takewhile(predicate, iterable, /):
    for item in iterable:
        if not predicate(item):
            return
        yield item


def filterfalse(predicate, iterable, /):
    for item in iterable:
        if predicate is None:
            if not item:
                yield item
        elif not predicate(item):
            yield item


def islice(iterable, start, stop=_MISSING, step=None, /):
    if stop is _MISSING:
        first = 0
        last = start
    else:
        first = 0 if start is None else start
        last = stop
    stride = 1 if step is None else step
    if last == -1:
        raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if first < 0 or (last is not None and last < 0):
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if stride < 1:
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _islice(iter(iterable), first, last, stride)


def _islice(iterator, first, last, stride):
    at = 0
    wanted = first
    while last is None or wanted < last:
        try:
            item = next(iterator)
            while at < wanted:
                at += 1
                item = next(iterator)
        except StopIteration:
            return
        at += 1
        yield item
        wanted += stride
    if last is not None:  # what is skipped behind the last one is read as well
        while at < last:
            try:
                next(iterator)
            except StopIteration:
                return
            at += 1


def pairwise(iterable, /):
    iterator = iter(iterable)
    try:
        last = next(iterator)
    except StopIteration:
        return
    for item in iterator:
        yield last, item
        last = item


def starmap(function, iterable, /):
    for args in iterable:
        yield function(*args)


class groupby:
    """The last key and value that were read, and the key of the group that was given last, in lists of one; in
    empty ones before there are any."""

    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._key = key
        self._value = []
        self._read = []
        self._given = []
        self._group = 0

    def __iter__(self):
        return self

    def _key_of(self, value):
        if self._key is None:
            return value
        return self._key(value)

    def __next__(self):
        self._group += 1
        while self._read == self._given:
            value = next(self._iterator)
            self._value = [value]
            self._read = [self._key_of(value)]
        self._given = self._read
        return self._read[0], self._members(self._group, self._read)

    def _members(self, group, key):
        while group == self._group and self._read == key:
            yield self._value[0]
            try:
                value = next(self._iterator)
            except StopIteration:
                return
            self._value = [value]
            self._read = [self._key_of(value)]


class _Shared:
    """What the iterators of a tee have not all read yet."""

    def __init__(self, iterator, readers):
        self._iterator = iterator
        self._items = []
        self._dropped = 0
        self._positions = [0] * readers

    def read(self, reader):
        while True:
            at = self._positions[reader]
            if at - self._dropped == len(self._items):
                try:
                    item = next(self._iterator)
                except StopIteration:
                    return
                self._items.append(item)
            item = self._items[at - self._dropped]
            self._positions[reader] = at + 1
            unused = min(self._positions) - self._dropped
            if unused > 64:
                del self._items[:unused]
                self._dropped += unused
            yield item


def tee(iterable, n=_MISSING, /):
    if n is _MISSING:
        shared = _Shared(iter(iterable), 2)
        return shared.read(0), shared.read(1)
    if n < 0:
        raise ValueError("n must be >= 0")
    shared = _Shared(iter(iterable), n)
    return tuple([shared.read(reader) for reader in range(n)])


def product(*iterables, repeat=_MISSING):
    """The iterables are read when it is called, not when the first item is asked for."""
    if repeat is not _MISSING:
        if repeat < 0:
            raise ValueError("repeat argument cannot be negative")
        return _product([list(each) for each in iterables] * repeat)
    if not iterables:
        return _product0()
    if not iterables[1:]:
        return _product1(list(iterables[0]))
    if not iterables[2:]:
        return _product2(list(iterables[0]), list(iterables[1]))
    if not iterables[3:]:
        return _product3(list(iterables[0]), list(iterables[1]), list(iterables[2]))
    if not iterables[4:]:
        return _product4(list(iterables[0]), list(iterables[1]), list(iterables[2]), list(iterables[3]))
    return _product([list(each) for each in iterables])


def _product0():
    yield ()


def _product1(a):
    for x in a:
        yield (x,)


def _product2(a, b):
    for x in a:
        for y in b:
            yield x, y


def _product3(a, b, c):
    for x in a:
        for y in b:
            for z in c:
                yield x, y, z


def _product4(a, b, c, d):
    for w in a:
        for x in b:
            for y in c:
                for z in d:
                    yield w, x, y, z


def _product(pools):
    """Of any number of pools, as tuples of any length; the last position turns fastest."""
    for pool in pools:
        if not pool:
            return
    at = [0] * len(pools)
    while True:
        yield tuple([pools[i][at[i]] for i in range(len(pools))])
        turning = len(pools) - 1
        while turning >= 0 and at[turning] + 1 == len(pools[turning]):
            at[turning] = 0
            turning -= 1
        if turning < 0:
            return
        at[turning] += 1


def permutations(iterable, r=None):
    pool = list(iterable)
    size = len(pool) if r is None else r
    if size < 0:
        raise ValueError("r must be non-negative")
    return _permutations(pool, size)


def _permutations(pool, size):
    """Places are filled from the left, each with the items that are free in turn."""
    chosen = [0] * size
    used = [False] * len(pool)
    place = 0
    candidate = 0
    while True:
        if place == size:
            yield tuple([pool[i] for i in chosen])
        else:
            while candidate < len(pool) and used[candidate]:
                candidate += 1
            if candidate < len(pool):
                chosen[place] = candidate
                used[candidate] = True
                place += 1
                candidate = 0
                continue
        place -= 1
        if place < 0:
            return
        used[chosen[place]] = False
        candidate = chosen[place] + 1


def combinations(iterable, r):
    pool = list(iterable)
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations(pool, r)


def _combinations(pool, size):
    chosen = list(range(size))
    while size <= len(pool):
        yield tuple([pool[i] for i in chosen])
        place = size - 1
        while place >= 0 and chosen[place] == len(pool) - size + place:
            place -= 1
        if place < 0:
            return
        first = chosen[place] + 1
        for i in range(place, size):
            chosen[i] = first + i - place


def combinations_with_replacement(iterable, r):
    pool = list(iterable)
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations_with_replacement(pool, r)


def _combinations_with_replacement(pool, size):
    chosen = [0] * size
    while pool or not size:
        yield tuple([pool[i] for i in chosen])
        place = size - 1
        while place >= 0 and chosen[place] == len(pool) - 1:
            place -= 1
        if place < 0:
            return
        first = chosen[place] + 1
        for i in range(place, size):
            chosen[i] = first


def batched(iterable, n):
    """Of 3.12."""
    if n < 1:
        raise ValueError("n must be at least one")
    return _batched(iter(iterable), n)


def _batched(iterator, n):
    batch = []
    for item in iterator:
        batch.append(item)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)


def zip_longest(*iterables, fillvalue=None):
    if not iterables:
        return _zip_longest0()
    if not iterables[1:]:
        return _product1(iterables[0])
    if not iterables[2:]:
        return _zip_longest2(*iterables, fillvalue)
    return _zip_longest([iter(each) for each in iterables], fillvalue)


def _zip_longest0():
    while False:
        yield ()


def _zip_longest(iterators, fillvalue):
    """Of any number of iterators over items of one type, as tuples of any length."""
    ended = [False] * len(iterators)
    while True:
        items = []
        for i in range(len(iterators)):
            item = fillvalue
            if not ended[i]:
                try:
                    item = next(iterators[i])
                except StopIteration:
                    ended[i] = True
            items.append(item)
        if all(ended):
            return
        yield tuple(items)


def _zip_longest2(a, b, fillvalue):
    first = iter(a)
    second = iter(b)
    while True:
        try:
            x = next(first)
        except StopIteration:
            break
        try:
            y = next(second)
        except StopIteration:
            yield x, fillvalue
            break
        yield x, y
    else:
        return
    for x in first:
        yield x, fillvalue
    for y in second:
        yield fillvalue, y
