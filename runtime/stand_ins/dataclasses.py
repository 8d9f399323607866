"""Stands in for the functions of dataclasses that programs call.  What its decorator makes of a class is translated
as it is; the functions ask methods of which `_sapwood_method_` makes those that a class has, by its fields."""

import copy as _copy
import dataclasses as _library
import re as _re
import reprlib as _reprlib

_class_has = builtin("sapwood.class_has")
_MISSING = object()


def replace(obj, /, **changes):
    if not _class_has(obj, "_sapwood_replace_"):
        raise TypeError("replace() should be called on dataclass instances")
    return obj._sapwood_replace_(**changes)


def asdict(obj):
    if not _class_has(obj, "_sapwood_asdict_"):
        raise TypeError("asdict() should be called on dataclass instances")
    return obj._sapwood_asdict_()


def astuple(obj):
    if not _class_has(obj, "_sapwood_astuple_"):
        raise TypeError("astuple() should be called on dataclass instances")
    return obj._sapwood_astuple_()


def fields(class_or_instance):
    if not _class_has(class_or_instance, "_sapwood_fields_"):
        raise TypeError("must be called with a dataclass type or instance")
    return class_or_instance._sapwood_fields_


def is_dataclass(obj):
    return _class_has(obj, "_sapwood_fields_")


class Field:
    """What is the same for all fields: texts and truths."""

    def __init__(self, name, init, repr, compare, text):
        self.name = name
        self.init = init
        self.repr = repr
        self.compare = compare
        self._text = text

    @staticmethod
    def _prebuilt_(live):
        text = _re.sub(r" at 0x[0-9a-f]+", " at 0x7f0000000000", repr(live))  # the same in every translation
        return Field(live.name, live.init, live.repr, live.compare, text)

    def __repr__(self):
        return self._text


@by_shape
def _dict_of(value):
    if _class_has(value, "_sapwood_asdict_"):
        return value._sapwood_asdict_()
    if isinstance(value, list):
        return [_dict_of(item) for item in value]
    if isinstance(value, dict):
        return {key: _dict_of(item) for key, item in value.items()}
    return _copy.deepcopy(value)


@by_shape
def _tuple_of(value):
    if _class_has(value, "_sapwood_astuple_"):
        return value._sapwood_astuple_()
    if isinstance(value, list):
        return [_tuple_of(item) for item in value]
    if isinstance(value, dict):
        return {key: _tuple_of(item) for key, item in value.items()}
    return _copy.deepcopy(value)


def _replacing(class_):
    parameters, arguments = [], []
    for field in class_.__dataclass_fields__.values():
        name, kind = field.name, field._field_type
        if kind is _library._FIELD_CLASSVAR or not field.init:
            continue
        if kind is _library._FIELD_INITVAR and field.default is _library.MISSING:
            parameters.append(name)
            arguments.append(f"{name}={name}")
        else:
            parameters.append(f"{name}=_MISSING")
            arguments.append(f"{name}=self.{name} if {name} is _MISSING else {name}")
    star = "*, " if parameters else ""
    return f"def replace(self, /, {star}{', '.join(parameters)}):\n    return _class({', '.join(arguments)})\n"


def _as_dict(class_):
    items = [f"{field.name!r}: _dict_of(self.{field.name})" for field in _library.fields(class_)]
    return f"def asdict(self):\n    return {{{', '.join(items)}}}\n"


def _as_tuple(class_):
    items = [f"_tuple_of(self.{field.name}), " for field in _library.fields(class_)]
    return f"def astuple(self):\n    return ({''.join(items)})\n"


_MAKERS = {"_sapwood_replace_": _replacing, "_sapwood_asdict_": _as_dict, "_sapwood_astuple_": _as_tuple}


def _sapwood_method_(class_, name):
    """What a data class has under a name that the functions above ask for; None: nothing."""
    if not _library.is_dataclass(class_):
        return None
    if name == "_sapwood_fields_":
        return _library.fields(class_)
    names = {"__name__": "dataclasses", "_sapwood_stand_in_": _sapwood_stand_in_, "_class": class_,
             "_MISSING": _MISSING, "_dict_of": _dict_of, "_tuple_of": _tuple_of}
    exec(_MAKERS[name](class_), names)
    return by_shape(names[name.removeprefix("_sapwood_").rstrip("_")])


# As the library does it since 3.13.
_sapwood_wrappers_ = {"wrapper": lambda wrapper: _reprlib.recursive_repr()(wrapper.__wrapped__)}
