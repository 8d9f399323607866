"""Stands in for collections."""

from sys import version_info

_MISSING = object()
_SHOWS_DICT = version_info >= (3, 12)  # in the repr of an OrderedDict


class deque:
    """A ring: the items stand from index _head of _slots on, around its end."""

    def __init__(self, iterable=_MISSING, maxlen=None):
        if maxlen is not None and maxlen < 0:
            raise ValueError("maxlen must be non-negative")
        self._slots = []
        self._head = 0
        self._size = 0
        self._changes = 0
        self.maxlen = maxlen
        if iterable is not _MISSING:
            self.extend(iterable)

    @staticmethod
    def _prebuilt_(live):
        return deque(list(live), live.maxlen)

    def _grow(self, filler):
        """Makes room for one more; `filler` stands in the new slots."""
        capacity = len(self._slots)
        if self._size < capacity:
            return
        if self._head:
            self._slots = self._slots[self._head:] + self._slots[:self._head]
            self._head = 0
        for _ in range(max(8, capacity)):
            self._slots.append(filler)

    def _at(self, index):
        """The slot of the item at an index from 0 to _size."""
        at = self._head + index
        capacity = len(self._slots)
        return at - capacity if at >= capacity else at

    def _release(self, slot):
        """Lets go of what stands in a slot that is free now."""
        if self._size:
            self._slots[slot] = self._slots[self._head]
        else:
            self._slots.clear()
            self._head = 0

    def append(self, item, /):
        maxlen = self.maxlen
        if maxlen is not None and self._size >= maxlen:
            if maxlen == 0:
                return
            self.popleft()
        self._grow(item)
        self._slots[self._at(self._size)] = item
        self._size += 1
        self._changes += 1

    def appendleft(self, item, /):
        maxlen = self.maxlen
        if maxlen is not None and self._size >= maxlen:
            if maxlen == 0:
                return
            self.pop()
        self._grow(item)
        self._head = (self._head if self._head else len(self._slots)) - 1
        self._slots[self._head] = item
        self._size += 1
        self._changes += 1

    def pop(self):
        if not self._size:
            raise IndexError("pop from an empty deque")
        self._size -= 1
        self._changes += 1
        slot = self._at(self._size)
        item = self._slots[slot]
        self._release(slot)
        return item

    def popleft(self):
        if not self._size:
            raise IndexError("pop from an empty deque")
        slot = self._head
        item = self._slots[slot]
        self._head = self._at(1)
        self._size -= 1
        self._changes += 1
        self._release(slot)
        return item

    def extend(self, iterable, /):
        if iterable is self:
            for item in list(self):
                self.append(item)
            return
        for item in iterable:
            self.append(item)

    def extendleft(self, iterable, /):
        if iterable is self:
            for item in list(self):
                self.appendleft(item)
            return
        for item in iterable:
            self.appendleft(item)

    def clear(self):
        self._slots.clear()
        self._head = 0
        self._size = 0
        self._changes += 1

    def copy(self):
        return deque(self, self.maxlen)

    __copy__ = copy

    def rotate(self, n=1, /):
        if self._size < 2:
            return
        for _ in range(n % self._size):
            self.appendleft(self.pop())

    def reverse(self):
        items = list(self)
        items.reverse()
        for i in range(len(items)):
            self._slots[self._at(i)] = items[i]
        self._changes += 1

    def count(self, value, /):
        found = 0
        for item in self:
            if item is value or item == value:
                found += 1
        return found

    def index(self, value, start=0, stop=_MISSING, /):
        size = self._size
        first = max(start + size, 0) if start < 0 else start
        if stop is _MISSING:
            last = size
        else:
            last = stop + size if stop < 0 else min(stop, size)
        for i in range(first, last):
            item = self._slots[self._at(i)]
            if item is value or item == value:
                return i
        raise ValueError(f"{value!r} is not in deque")

    def insert(self, index, item, /):
        if self.maxlen is not None and self._size >= self.maxlen:
            raise IndexError("deque already at its maximum size")
        at = max(index + self._size, 0) if index < 0 else min(index, self._size)
        self.append(item)
        for i in range(self._size - 1, at, -1):
            self._slots[self._at(i)] = self._slots[self._at(i - 1)]
        self._slots[self._at(at)] = item

    def remove(self, value, /):
        for i in range(self._size):
            item = self._slots[self._at(i)]
            if item is value or item == value:
                del self[i]
                return
        raise ValueError(f"{value!r} is not in deque")

    def _slot(self, index):
        at = index + self._size if index < 0 else index
        if at < 0 or at >= self._size:
            raise IndexError("deque index out of range")
        return self._at(at)

    def __getitem__(self, index):
        return self._slots[self._slot(index)]

    def __setitem__(self, index, item):
        self._slots[self._slot(index)] = item

    def __delitem__(self, index):
        self._slot(index)
        at = index + self._size if index < 0 else index
        for i in range(at, self._size - 1):
            self._slots[self._at(i)] = self._slots[self._at(i + 1)]
        self.pop()

    def __len__(self):
        return self._size

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __iter__(self):
        changes = self._changes
        for i in range(self._size):
            if self._changes != changes:
                raise RuntimeError("deque mutated during iteration")
            yield self._slots[self._at(i)]
        if self._changes != changes:
            raise RuntimeError("deque mutated during iteration")

    def __reversed__(self):
        changes = self._changes
        for i in range(self._size - 1, -1, -1):
            if self._changes != changes:
                raise RuntimeError("deque mutated during iteration")
            yield self._slots[self._at(i)]
        if self._changes != changes:
            raise RuntimeError("deque mutated during iteration")

    def __eq__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return list(self) == list(other)

    def __lt__(self, other):
        return list(self) < list(other)

    def __le__(self, other):
        return list(self) <= list(other)

    def __gt__(self, other):
        return list(self) > list(other)

    def __ge__(self, other):
        return list(self) >= list(other)

    def __add__(self, other):
        result = deque(self, self.maxlen)
        result.extend(other)
        return result

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, count):
        result = deque(maxlen=self.maxlen)
        for _ in range(count):
            result.extend(self)
        return result

    __rmul__ = __mul__

    def __imul__(self, count):
        items = list(self)
        if count <= 0:
            self.clear()
        for _ in range(count - 1):
            self.extend(items)
        return self

    def __repr__(self):
        if self.maxlen is None:
            return f"deque({list(self)!r})"
        return f"deque({list(self)!r}, maxlen={self.maxlen})"


class _Mapping:
    """What the kinds of dict below share: they keep a dict in _items."""

    _sapwood_kind_of_ = dict

    def __sapwood_dict__(self):
        return self._items

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __reversed__(self):
        return reversed(self._items)

    def __contains__(self, key):
        return key in self._items

    def __getitem__(self, key):
        if key in self._items:
            return self._items[key]
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def __setitem__(self, key, value):
        self._items[key] = value

    def __delitem__(self, key):
        del self._items[key]

    def __eq__(self, other):
        if isinstance(other, _Mapping):
            return self._items == other._items
        return self._items == other

    def keys(self):
        return self._items.keys()

    def values(self):
        return self._items.values()

    def items(self):
        return self._items.items()

    def get(self, key, default=None, /):
        return self._items.get(key, default)

    def setdefault(self, key, default=None, /):
        return self._items.setdefault(key, default)

    def pop(self, key, default=_MISSING, /):
        if default is _MISSING:
            return self._items.pop(key)
        return self._items.pop(key, default)

    def popitem(self):
        return self._items.popitem()

    def clear(self):
        self._items.clear()

    def update(self, other, /):
        if isinstance(other, _Mapping):
            self._items.update(other._items)
        else:
            self._items.update(other)


class _PlainMapping(_Mapping):
    """Those whose `|` is that of dicts."""

    def __or__(self, other):
        result = self.copy()
        result.update(other)
        return result

    def __ior__(self, other):
        self.update(other)
        return self


class defaultdict(_PlainMapping):
    def __init__(self, default_factory=None, items=_MISSING, /, **others):
        self.default_factory = default_factory
        self._items = {}
        if items is not _MISSING:
            self.update(items)
        for name in others:
            self._items[name] = others[name]

    @staticmethod
    def _prebuilt_(live):
        made = defaultdict(live.default_factory)
        made._items.update(live)
        return made

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self._items[key] = value
        return value

    def copy(self):
        result = defaultdict(self.default_factory)
        result._items.update(self._items)
        return result

    __copy__ = copy

    def __repr__(self):
        return f"defaultdict({self.default_factory!r}, {self._items!r})"


class OrderedDict(_PlainMapping):
    def __init__(self, items=_MISSING, /, **others):
        self._items = {}
        if items is not _MISSING:
            self.update(items)
        for name in others:
            self._items[name] = others[name]

    @staticmethod
    def _prebuilt_(live):
        made = OrderedDict()
        made._items.update(live)
        return made

    @classmethod
    def fromkeys(cls, iterable, value=None):
        return cls([(key, value) for key in iterable])

    def move_to_end(self, key, last=True):
        if last:
            self._items[key] = self._items.pop(key)
            return
        value = self._items.pop(key)
        others = self._items.copy()
        self._items.clear()
        self._items[key] = value
        self._items.update(others)

    def popitem(self, last=True):
        if not self._items:
            raise KeyError("dictionary is empty")
        if last:
            return self._items.popitem()
        key = next(iter(self._items))
        return key, self._items.pop(key)

    def copy(self):
        return OrderedDict(self)

    __copy__ = copy

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return self._items == other._items and list(self._items) == list(other._items)
        return self._items == other

    def __repr__(self):
        if not self._items:
            return "OrderedDict()"
        if _SHOWS_DICT:
            return f"OrderedDict({self._items!r})"
        return f"OrderedDict({list(self._items.items())!r})"


class Counter(_Mapping):
    def __init__(self, iterable=_MISSING, /, **counts):
        self._items = {}
        if iterable is not _MISSING:
            self.update(iterable)
        for name in counts:
            self._items[name] = self._items.get(name, 0) + counts[name]

    @staticmethod
    def _prebuilt_(live):
        made = Counter()
        made._items.update(live)
        return made

    def __missing__(self, key):
        return 0

    def __delitem__(self, key):
        if key in self._items:
            del self._items[key]

    def update(self, iterable, /):
        if isinstance(iterable, (dict, _Mapping)):
            for key, count in iterable.items():
                self._items[key] = self._items.get(key, 0) + count
        else:
            for key in iterable:
                self._items[key] = self._items.get(key, 0) + 1

    def subtract(self, iterable, /):
        if isinstance(iterable, (dict, _Mapping)):
            for key, count in iterable.items():
                self._items[key] = self._items.get(key, 0) - count
        else:
            for key in iterable:
                self._items[key] = self._items.get(key, 0) - 1

    def most_common(self, n=None):
        ordered = sorted(self._items.items(), key=lambda pair: pair[1], reverse=True)
        return ordered if n is None else ordered[:max(n, 0)]

    def elements(self):
        for key, count in self._items.items():
            for _ in range(count):
                yield key

    def total(self):
        return sum(self._items.values())

    def copy(self):
        return Counter(self)

    __copy__ = copy

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return self._items == other
        for key in self._items:
            if self._items[key] != other._items.get(key, 0):
                return False
        for key in other._items:
            if other._items[key] != self._items.get(key, 0):
                return False
        return True

    def __le__(self, other):
        for key in self._items:
            if self._items[key] > other._items.get(key, 0):
                return False
        for key in other._items:
            if self._items.get(key, 0) > other._items[key]:
                return False
        return True

    def __ge__(self, other):
        return other <= self

    def __lt__(self, other):
        return self <= other and self != other

    def __gt__(self, other):
        return self >= other and self != other

    def __add__(self, other):
        result = Counter()
        for key, count in self._items.items():
            result._keep(key, count + other[key])
        for key, count in other._items.items():
            if key not in self._items:
                result._keep(key, count)
        return result

    def __sub__(self, other):
        result = Counter()
        for key, count in self._items.items():
            result._keep(key, count - other[key])
        for key, count in other._items.items():
            if key not in self._items:
                result._keep(key, -count)
        return result

    def __or__(self, other):
        result = Counter()
        for key, count in self._items.items():
            result._keep(key, max(count, other[key]))
        for key, count in other._items.items():
            if key not in self._items:
                result._keep(key, count)
        return result

    def __and__(self, other):
        result = Counter()
        for key, count in self._items.items():
            result._keep(key, min(count, other[key]))
        return result

    def _keep(self, key, count):
        if count > 0:
            self._items[key] = count

    def _become(self, result):
        self._items.clear()
        self._items.update(result._items)
        return self

    # In place: the keys that stay keep their order, those of the other come behind them.
    def __iadd__(self, other):
        return self._become(self + other)

    def __isub__(self, other):
        return self._become(self - other)

    def __ior__(self, other):
        return self._become(self | other)

    def __iand__(self, other):
        return self._become(self & other)

    def __pos__(self):
        result = Counter()
        for key, count in self._items.items():
            result._keep(key, count)
        return result

    def __neg__(self):
        result = Counter()
        for key, count in self._items.items():
            result._keep(key, -count)
        return result

    def __repr__(self):
        if not self._items:
            return "Counter()"
        return "Counter({" + ", ".join([f"{key!r}: {count!r}" for key, count in self.most_common()]) + "})"


class ChainMap:
    """Several dicts as one: the first that has a key gives its value, and the first takes what is stored."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    @staticmethod
    def _prebuilt_(live):
        return ChainMap(*live.maps)

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        return cls({key: value for key in iterable})

    def __sapwood_dict__(self):
        return {key: self[key] for key in self}

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        return self.__missing__(key)

    def get(self, key, default=None):
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        return default

    def _merged(self):
        """One dict of all; the keys of the last map come first."""
        result = {}
        for mapping in reversed(self.maps):
            result.update(mapping)
        return result

    def __len__(self):
        return len(self._merged())

    def __iter__(self):
        return iter(self._merged())

    def __contains__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return True
        return False

    def __bool__(self):
        for mapping in self.maps:
            if mapping:
                return True
        return False

    def keys(self):
        return KeysView(self)

    def values(self):
        return ValuesView(self)

    def items(self):
        return ItemsView(self)

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def _check_first(self, key):
        if key not in self.maps[0]:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def __delitem__(self, key):
        self._check_first(key)
        del self.maps[0][key]

    def pop(self, key, default=_MISSING, /):
        if default is not _MISSING:
            return self.maps[0].pop(key, default)
        self._check_first(key)
        return self.maps[0].pop(key)

    def popitem(self):
        if not self.maps[0]:
            raise KeyError("No keys found in the first mapping.")
        return self.maps[0].popitem()

    def clear(self):
        self.maps[0].clear()

    def setdefault(self, key, default=None):
        if key in self:
            return self[key]
        self[key] = default
        return default

    def update(self, other, /):
        if isinstance(other, ChainMap):
            self.maps[0].update(other._merged())
        else:
            self.maps[0].update(other)

    def _of(self, maps):
        result = self.__class__()
        result.maps = maps
        return result

    def new_child(self, m=None):
        return self._of([{} if m is None else m] + self.maps)

    @property
    def parents(self):
        return self._of(self.maps[1:] or [{}])

    def copy(self):
        return self._of([self.maps[0].copy()] + self.maps[1:])

    __copy__ = copy

    def __or__(self, other):
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        result = dict(other)
        result.update(self._merged())
        return self.__class__(result)

    def __ior__(self, other):
        self.update(other)
        return self

    def __eq__(self, other):
        if isinstance(other, ChainMap):
            return self._merged() == other._merged()
        return self._merged() == other

    def __repr__(self):
        return f"{self.__class__.__name__}({', '.join([repr(mapping) for mapping in self.maps])})"


class _View:
    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{self.__class__.__name__}({self._mapping!r})"


class KeysView(_View):
    def __iter__(self):
        return iter(self._mapping)

    def __contains__(self, key):
        return key in self._mapping


class ValuesView(_View):
    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]

    def __contains__(self, value):
        for each in self:
            if each is value or each == value:
                return True
        return False


class ItemsView(_View):
    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]

    def __contains__(self, item):
        key, value = item
        return key in self._mapping and self._mapping[key] == value
