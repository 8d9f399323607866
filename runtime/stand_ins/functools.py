"""Stands in for functools."""

_MISSING = object()


def reduce(function, iterable, initial=_MISSING, /):
    iterator = iter(iterable)
    if initial is _MISSING:
        try:
            value = next(iterator)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    else:
        value = initial
    for item in iterator:
        value = function(value, item)
    return value


class partial:
    def __init__(self, func, /, *args):
        self.func = func
        self.args = args

    def __call__(self, /, *args):
        return self.func(*self.args, *args)

    @staticmethod
    def _prebuilt_(live):
        if live.keywords:
            return _with_keywords(live.func, live.args, live.keywords)
        return partial(live.func, *live.args)


def _with_keywords(func, args, keywords):
    """A function in place of a partial with keywords, made at translation."""
    names = {"__name__": "functools", "_sapwood_stand_in_": _sapwood_stand_in_, "func": func}
    given = []
    for i, value in enumerate(args):
        names[f"arg{i}"] = value
        given.append(f"arg{i}")
    given.append("*more")
    for i, (key, value) in enumerate(keywords.items()):
        names[f"value{i}"] = value
        given.append(f"{key}=value{i}")
    exec(f"def call(*more):\n    return func({', '.join(given)})\n", names)
    return names["call"]


class cmp_to_key:
    __slots__ = ("obj", "_compare")

    def __init__(self, mycmp):
        self._compare = mycmp

    def __call__(self, obj):
        return _Key(self._compare, obj)


class _Key:
    __slots__ = ("compare", "obj")

    def __init__(self, compare, obj):
        self.compare = compare
        self.obj = obj

    def __lt__(self, other):
        return self.compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self.compare(self.obj, other.obj) > 0

    def __le__(self, other):
        return self.compare(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self.compare(self.obj, other.obj) >= 0

    def __eq__(self, other):
        return self.compare(self.obj, other.obj) == 0


class _CacheInfo:
    def __init__(self, hits, misses, maxsize, currsize):
        self.hits = hits
        self.misses = misses
        self.maxsize = maxsize
        self.currsize = currsize

    def __repr__(self):
        return (f"CacheInfo(hits={self.hits}, misses={self.misses}, maxsize={self.maxsize}, "
                f"currsize={self.currsize})")


def _cached(function, maxsize):
    """A function in place of a cached one.  Of bounded caches, the results that were used least recently come
    first."""
    results = {}
    hits = 0
    misses = 0

    def wrapper(*args):
        nonlocal hits, misses
        if args in results:
            hits += 1
            if maxsize is None:
                return results[args]
            result = results.pop(args)
            results[args] = result
            return result
        misses += 1
        result = function(*args)
        if maxsize is None:
            results[args] = result
        elif maxsize > 0 and args not in results:
            if len(results) >= maxsize:
                del results[next(iter(results))]
            results[args] = result
        return result

    def cache_info():
        return _CacheInfo(hits, misses, maxsize, len(results))

    def cache_clear():
        nonlocal hits, misses
        results.clear()
        hits = 0
        misses = 0

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.__wrapped__ = function
    return wrapper


class _lru_cache_wrapper:
    @staticmethod
    def _prebuilt_(live):
        if live.cache_parameters()["typed"]:
            raise NotImplementedError("functools.lru_cache with typed")
        return _cached(live.__wrapped__, live.cache_parameters()["maxsize"])
