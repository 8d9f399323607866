"""Stands in for copy, of built-in containers and of instances with methods of their own for it."""

_too_deep = refusal("copy.deepcopy() of containers nested this deep")
_LEVELS = 7


def copy(x):
    if isinstance(x, list):
        return x[:]
    if isinstance(x, (int, float, str, bytes, tuple, frozenset, range)) or x is None:
        return x
    if isinstance(x, (dict, set)):
        return x.copy()
    return x.__copy__()


def deepcopy(x):
    # For each level of nesting, since their types differ: the copies that were made, by the id of the original.
    return _copiers[0](x, ({}, {}, {}, {}, {}, {}, {}))


def _copier(level, inner):
    """A function for one level of nesting."""
    def deepcopy(x, known):
        if isinstance(x, (int, float, str, bytes, range)) or x is None:
            return x
        copies = known[level]
        if isinstance(x, list):
            if id(x) not in copies:
                result = []
                copies[id(x)] = result
                for item in x:
                    result.append(inner(item, known))
            return copies[id(x)]
        if isinstance(x, dict):
            if id(x) not in copies:
                result = {}
                copies[id(x)] = result
                for key, value in x.items():
                    result[key] = inner(value, known)
            return copies[id(x)]
        if isinstance(x, set):
            if id(x) not in copies:
                copies[id(x)] = {inner(item, known) for item in x}
            return copies[id(x)]
        return x.__deepcopy__(copies)

    return deepcopy


_copiers = [_too_deep]
for _level in range(_LEVELS - 1, -1, -1):
    _copiers.insert(0, _copier(_level, _copiers[0]))
_copiers = tuple(_copiers)
