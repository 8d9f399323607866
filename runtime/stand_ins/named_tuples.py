"""Stands in for the classes that collections.namedtuple and typing.NamedTuple make: each gets a class with a
field per item, whose instances are tuples where a tuple is wanted (`__sapwood_value__`)."""

_same = object()

_TEMPLATE = """
def __init__(self{parameters}):
{stores}

def __setattr__(self, name, value):
    if name in {fields}:
        raise AttributeError("can't set attribute")
    if self.__class__ is _class:
        raise AttributeError(f"{class_name!r} object has no attribute {{name!r}}")
    object.__setattr__(self, name, value)

def __sapwood_value__(self):
    return ({values})

def _asdict(self):
    return {{{pairs}}}

def _replace(self, /{changes}):
    return self.__class__({changed})

def __repr__(self):
    return self.__class__.__name__ + f"({shown})"

def __eq__(self, other):
    return self.__sapwood_value__() == other

def __ne__(self, other):
    return self.__sapwood_value__() != other

def __lt__(self, other):
    return self.__sapwood_value__() < other

def __le__(self, other):
    return self.__sapwood_value__() <= other

def __gt__(self, other):
    return self.__sapwood_value__() > other

def __ge__(self, other):
    return self.__sapwood_value__() >= other

def __hash__(self):
    return hash(self.__sapwood_value__())

def _make(cls, iterable):
    values = tuple(iterable)
    if len(values) != {count}:
        raise TypeError(f"Expected {count} arguments, got {{len(values)}}")
    return cls({made})
"""


def _sapwood_class_(live):
    """The class that stands in for `live`."""
    import collections

    fields = live._fields
    defaults = live._field_defaults
    names = {"__name__": "named_tuples", "_sapwood_stand_in_": _sapwood_stand_in_, "_same": _same}
    for i, value in enumerate(defaults.values()):
        names[f"_default{i}"] = value
    given = {name: f"=_default{i}" for i, name in enumerate(defaults)}
    source = _TEMPLATE.format(
        parameters="".join(f", {name}{given.get(name, '')}" for name in fields),
        stores="".join(f"    object.__setattr__(self, {name!r}, {name})\n" for name in fields) or "    pass\n",
        fields=tuple(fields),
        class_name=live.__name__,
        values="".join(f"self.{name}, " for name in fields),
        pairs=", ".join(f"{name!r}: self.{name}" for name in fields),
        changes="".join([", *"] + [f", {name}=_same" for name in fields]) if fields else "",
        changed=", ".join(f"self.{name} if {name} is _same else {name}" for name in fields),
        shown=", ".join(f"{name}={{self.{name}!r}}" for name in fields),
        count=len(fields),
        made=", ".join(f"values[{i}]" for i in range(len(fields))),
    )
    exec(source, names)
    made = {
        "__module__": live.__module__,
        "__qualname__": live.__qualname__,
        "__match_args__": fields,
        "_fields": fields,
        "_field_defaults": defaults,
        "_sapwood_stand_in_": _sapwood_stand_in_,
        "_sapwood_kind_of_": tuple,
        "_sapwood_fields_": fields,
        "_prebuilt_": staticmethod(_prebuilt),
    }
    for name, value in names.items():
        if callable(value) and getattr(value, "__globals__", None) is names:
            made[name] = classmethod(value) if name == "_make" else value
    library = collections.namedtuple.__code__.co_filename
    for name, value in vars(live).items():
        code = getattr(value, "__code__", None) or getattr(getattr(value, "__func__", None), "__code__", None)
        own = code is not None and code.co_filename != library and name != "__new__"
        plain = code is None and name not in made and name not in _NOT_COPIED and name not in fields
        if own or plain:
            made[name] = value
    made["_sapwood_as_values_"] = tuple(name for name in _COMPARISONS if made[name] is names[name])
    class_ = type(live.__name__, (), made)
    names["_class"] = _classes[live] = class_
    return class_


_COMPARISONS = ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__")
_NOT_COPIED = ("__doc__", "__dict__", "__weakref__", "__slots__", "__orig_bases__", "__annotations__", "__new__")


def _prebuilt(live):
    for class_ in type(live).__mro__:
        if class_ in _classes:
            made = object.__new__(_classes[class_])
            break
    for name, value in zip(live._fields, tuple(live)):
        object.__setattr__(made, name, value)
    return made


_classes = {}
