"""Arguments after a star whose number shows at run time: of `f(*values)`, the tuple that f takes."""

# A tuple whose length is known at translation.
_has_length = inquiry("sapwood.has_length", lambda value: isinstance(value, tuple))

_TEMPLATE = """
@by_shape
def take(values, missing, most, given{defaults}):
    if _has_length(values):
        return values
    if not isinstance(values, (list, tuple)):
        return take(list(values), missing, most, given{defaults})
    count = len(values)
    if count < {required}:
        raise TypeError(missing[count])
    if count > {total}:
        raise TypeError(most.replace("#", str(given + count)))
    return ({items})
"""

_TEMPLATE_WITH_REST = """
@by_shape
def take(values, missing{defaults}):
    if not isinstance(values, (list, tuple)):
        return take(list(values), missing{defaults})
    count = len(values)
    if count < {required}:
        raise TypeError(missing[count])
    return ({items}tuple(values[{total}:]),)
"""
_takers = {}


def taker(required, total, template=_TEMPLATE):
    """A function of the values, the messages for too few, that for too many ("#" is the number given), how many
    arguments are given before, and the defaults of what may be missing.  With a rest, the last item of its result,
    there are no too many."""
    key = required, total, template
    if key not in _takers:
        names = {"__name__": "arguments", "_sapwood_stand_in_": _sapwood_stand_in_, "by_shape": by_shape,
                 "_has_length": _has_length}
        exec(template.format(
            required=required,
            total=total,
            defaults="".join(f", default{i}" for i in range(required, total)),
            items="".join(f"values[{i}], " if i < required else f"values[{i}] if count > {i} else default{i}, "
                          for i in range(total)),
        ), names)
        _takers[key] = names["take"]
    return _takers[key]


def takes(function, skip, before, keywords):
    """What a call of a Python function passes to the taker after the values: the taker, messages, number, defaults.
    None: the function takes any number.  skip: 1 for __init__; before: arguments before the star."""
    code = function.__code__
    if code.co_flags & 0x04:
        return None
    first = before + skip
    names = code.co_varnames[:code.co_argcount]
    by_name = [i for i, name in enumerate(names) if name in keywords and i >= code.co_posonlyargcount]
    end = min(by_name, default=len(names))
    if end <= first:
        return None
    defaults = function.__defaults__ or ()
    required = max(min(end, len(names) - len(defaults)) - first, 0)
    shown = function.__qualname__ + "()"
    missing = tuple(_missing(shown, [repr(name) for name in names[first + i:first + required]])
                    for i in range(required))
    least = len(names) - len(defaults)
    if by_name:
        most = f"{shown} got multiple values for argument {names[end]!r}"
    else:
        number = f"from {least} to {len(names)}" if defaults else str(len(names))
        only = sum(name not in names for name in keywords)
        given = f"# positional arguments (and {only} keyword-only argument{'s' if only > 1 else ''})" if only else "#"
        most = (f"{shown} takes {number} positional argument{'' if len(names) == 1 and not defaults else 's'} "
                f"but {given} were given")
    missed = [defaults[i - least] for i in range(first + required, end)]
    return (taker(required, end - first), missing, most, first, *missed)


def takes_with_rest(function, before, keywords):
    """The same for a function with a `*` parameter, without what is said of too many, and before it that function as one
    that takes the rest as a tuple: what is called where the number of values shows at run time."""
    code = function.__code__
    names = code.co_varnames[:code.co_argcount]
    if not code.co_flags & 0x04 or any(name in keywords for name in names[code.co_posonlyargcount:]):
        return None
    defaults = function.__defaults__ or ()
    least = len(names) - len(defaults)
    first = min(before, len(names))
    required = max(least - first, 0)
    missing = tuple(_missing(function.__qualname__ + "()", [repr(name) for name in names[first + i:least]])
                    for i in range(required))
    missed = [defaults[i - least] for i in range(first + required, len(names))]
    return (_with_rest_given(function), taker(required, len(names) - first, _TEMPLATE_WITH_REST), missing, *missed)


_given = {}


def _with_rest_given(function):
    if function not in _given:
        twin = type(function)(function.__code__, function.__globals__, function.__name__, function.__defaults__,
                              function.__closure__)
        twin.__kwdefaults__ = function.__kwdefaults__
        twin.__qualname__ = function.__qualname__
        twin.__module__ = function.__module__
        twin.__dict__.update(function.__dict__, _sapwood_rest_given_=True)
        _given[function] = twin
    return _given[function]


def _missing(shown, names):
    listed = names[0] if len(names) == 1 else ", ".join(names[:-1]) + ("," if len(names) > 2 else "") + " and " + names[-1]
    return f"{shown} missing {len(names)} required positional argument{'s' if len(names) > 1 else ''}: {listed}"
