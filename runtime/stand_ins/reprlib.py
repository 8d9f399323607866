"""Stands in for reprlib: the guard of a `__repr__` against objects that hold themselves."""


def _guarded(wrapper):
    cells = dict(zip(wrapper.__code__.co_freevars, wrapper.__closure__))
    function = cells["user_function"].cell_contents
    fill = cells["fillvalue"].cell_contents
    running = set()

    def guard(self):
        key = id(self)
        if key in running:
            return fill
        running.add(key)
        try:
            return function(self)
        finally:
            running.discard(key)

    return guard


_sapwood_wrappers_ = {"wrapper": _guarded}
