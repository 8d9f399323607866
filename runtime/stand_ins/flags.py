"""Stands in for the classes of enum.Flag and enum.IntFlag: a flag is an instance that holds its bits, one for each
value that has been met."""

_TEMPLATE = """
def __init__(self, value):
    self.value = value

def _make(value):
    known = _known.get(value)
    if known is None:
        known = _class(value)
        _known[value] = known
    return known

def _look_up(value):
    if not ~{all_bits} <= value <= {all_bits} or value & {gaps}:
{boundary}
    if value < 0:
        value += max({all_bits} + 1, 1 << value.bit_length())
    return _make(value)

def name(self):
    value = self.value
    if value in _names:
        return _names[value]
    names = [n for bit, n in _bits if value & bit]
    unknown = value & ~{mask}
    if not names:
        return None
    if unknown:
        names.append(str(unknown))
    return "|".join(names)

def __iter__(self):
    for member in _members:
        if member.value & self.value:
            yield member

def __len__(self):
    return (self.value & {mask}).bit_count()

def __bool__(self):
    return self.value != 0

def __contains__(self, other):
    return other.value & self.value == other.value

def __invert__(self):
    return _look_up({inverted})

def __repr__(self):
    name = self.name
    if name is None:
        return f"<{class_name}: {{self.value}}>"
    return f"<{class_name}.{{name}}: {{self.value}}>"
"""

_OF_BITS = """
def __or__(self, other):
    return _make(self.value | other.value)

def __and__(self, other):
    return _make(self.value & other.value)

def __xor__(self, other):
    return _make(self.value ^ other.value)

def __str__(self):
    name = self.name
    if name is None:
        return f"{class_name}({{self.value}})"
    return f"{class_name}.{{name}}"

def __hash__(self):
    return hash(self.value)
"""

_OF_INTS = """
def __or__(self, other):
    return _look_up(self.value | other)

def __and__(self, other):
    return _look_up(self.value & other)

def __xor__(self, other):
    return _look_up(self.value ^ other)

__ror__ = __or__
__rand__ = __and__
__rxor__ = __xor__

def __sapwood_value__(self):
    return self.value

def __eq__(self, other):
    return self.value == other

def __ne__(self, other):
    return self.value != other

def __lt__(self, other):
    return self.value < other

def __le__(self, other):
    return self.value <= other

def __gt__(self, other):
    return self.value > other

def __ge__(self, other):
    return self.value >= other

def __hash__(self):
    return hash(self.value)

def __str__(self):
    return str(self.value)

def __format__(self, spec):
    return format(self.value, spec)
"""

_BOUNDARIES = {
    "strict": """        digits = max(value.bit_length(), {mask_bits})
        raise ValueError(f"<flag {class_name!r}> invalid value {{value}}\\n    given {{_binary(value, digits)}}\\n"
                         f"  allowed {{_binary({mask}, digits)}}")""",
    "conform": "        value = value & {mask}",
    "keep": "        pass",
}


def _binary(value, digits):
    """As enum.bin shows it: the sign bit apart."""
    if value < 0:
        shown = bin(~value ^ ((1 << value.bit_length()) - 1))[2:]
        return "0b1 " + shown.rjust(digits, "1")
    return "0b0 " + bin(value)[2:].rjust(digits, "0")


def _sapwood_class_(live):
    """The class that stands in for `live`, with its members."""
    import enum

    mask, all_bits = live._flag_mask_, (1 << live._flag_mask_.bit_length()) - 1
    boundary = live._boundary_.value
    if boundary not in _BOUNDARIES:
        raise NotImplementedError("flags with the boundary EJECT")
    of_ints = issubclass(live, int)
    keeps = boundary in ("keep", "eject")
    numbers = {
        "all_bits": all_bits,
        "gaps": all_bits ^ mask,
        "mask": mask,
        "mask_bits": mask.bit_length(),
        "class_name": live.__name__,
    }
    names = {"__name__": "flags", "_sapwood_stand_in_": _sapwood_stand_in_, "_binary": _binary, "_known": {}}
    names["_names"] = {member.value: name for name, member in reversed(live.__members__.items()) if member.value}
    singles = [member for member in live if member.value & (member.value - 1) == 0]
    names["_bits"] = [(member.value, member.name) for member in singles]
    source = _TEMPLATE.format(
        boundary=_BOUNDARIES[boundary].format(**numbers),
        inverted="~self.value" if keeps else f"{mask} & ~self.value",
        **numbers,
    )
    exec(source + (_OF_INTS if of_ints else _OF_BITS).format(**numbers), names)
    hidden = ("_make", "_look_up")
    made = {name: value for name, value in names.items() if not name.startswith("_sapwood") and callable(value)
            and getattr(value, "__globals__", None) is names and name not in hidden}
    made["name"] = property(made["name"])
    made.update(__module__=live.__module__, __qualname__=live.__qualname__, _sapwood_of_=live,
                _sapwood_stand_in_=_sapwood_stand_in_, _sapwood_look_up_=staticmethod(names["_look_up"]),
                _prebuilt_=staticmethod(_prebuilt))
    if of_ints:
        made["_sapwood_kind_of_"] = int
        made["_sapwood_takes_values_"] = True
        made["_sapwood_as_values_"] = ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__format__")
    library = enum.__file__
    for name, value in vars(live).items():
        inner = value.fget if isinstance(value, property) else getattr(value, "__func__", value)
        code = getattr(inner, "__code__", None)
        if code is not None and code.co_filename != library and not isinstance(value, enum.property):
            made[name] = value
    class_ = type(live.__name__, (), made)
    names["_class"] = class_
    for name, member in live.__members__.items():
        if member.value not in names["_known"]:
            names["_known"][member.value] = class_(member.value)
        setattr(class_, name, names["_known"][member.value])
    names["_members"] = [names["_known"][member.value] for member in singles]
    _made[live] = names
    return class_


def _prebuilt(live):
    return _made[type(live)]["_make"](live.value)


_made = {}
