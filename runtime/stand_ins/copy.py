"""Stands in for copy, of built-in containers and of instances with methods of their own for it."""


def copy(x):
    if isinstance(x, list):
        return x[:]
    if isinstance(x, (int, float, str, bytes, tuple, frozenset, range)) or x is None:
        return x
    if isinstance(x, (dict, set)):
        return x.copy()
    return x.__copy__()


def _too_deep(x):
    raise NotImplementedError("deepcopy() of containers nested this deep")


def _copier(inner):
    """A function for one level of nesting: the types of the levels differ."""
    def deepcopy(x):
        if isinstance(x, list):
            return [inner(item) for item in x]
        if isinstance(x, (int, float, str, bytes, range)) or x is None:
            return x
        if isinstance(x, dict):
            return {inner(key): inner(value) for key, value in x.items()}
        if isinstance(x, (set, frozenset)):
            return x.copy()
        return x.__deepcopy__({})

    return deepcopy


deepcopy = _copier(_copier(_copier(_copier(_copier(_copier(_copier(_too_deep)))))))
