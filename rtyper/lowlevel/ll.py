"""Low-level types and operations, as the helpers of this folder see them.

A helper is restricted Python over low-level values.  What it may use beyond ordinary Python:

* `ll.OP(...)` for every low-level operation OP of flowgraph/ops.def, with the operands that the table
  gives: fields are string constants, e.g. `ll.getarraysize(items)`, `ll.getinterior(text, "chars", i)`,
  `ll.ptr_nonzero(p)`.  `ll.leaf("name", x)` calls a row of runtime/leaf.def.
* operations that take or give types: `ll.malloc(T)`, `ll.malloc_varsize(T, n)`, where T is the struct or array;
  `ll.null(P)`, where P is the pointer type; `ll.cast_pointer(P, p)`, p as a P; `ll.empty(T)`, the one static
  array of type T without items; `ll.static(T, "name")`, the one static struct of type T with this name, zero
  when the program starts (how helpers keep global state); `ll.target_type(p)`, what p points to by its static type; `ll.field_type(T, "field")`, what the
  pointer field of struct T points to.
* `ll.str_ptr("text")`: a str value (constants too) as pointer to STR; `ll.ptr_str(p)`: the way back, so
  that it can be raised: `raise ValueError(ll.ptr_str(p))`.  `ll.bytes_ptr`, `ll.ptr_bytes`: likewise, for bytes.
* `p.field`, `p.field = x` for pointers to structs; `a[i]`, `a[i] = x` for pointers to arrays: unchecked.
* calls of constant function pointers that came in as arguments: `eqfn(a, b)`.

Integer operators wrap.  Storage types Int8 and Int32 read as Signed.  Char, UniChar and Unsigned have no
operators; the casts of ops.def lead to Signed and back.  GC pointers in containers are of type GcRef.

For the front end, every function here has `_sapwood_builtin_`, the name "ll.OP"; every type has
`_sapwood_lltype_`, its text as in .fg; types of structs made here also have `_sapwood_fields_`, a list of
(name, text), `_sapwood_gc_` and `_sapwood_immutable_`.

Under CPython the same names work on a small emulation of memory, so that the helpers are tested there
against Python's own containers (tests/lowlevel).  The emulation checks indexes and field names.
"""


class LLType:
    """A primitive type, or the base of the others."""

    def __init__(self, text, zero=0):
        self._sapwood_lltype_ = text
        self.zero = zero

    def __repr__(self):
        return self._sapwood_lltype_


class _Struct(LLType):
    def __init__(self, name, gc, fields, immutable=False):
        super().__init__(name, None)
        self._sapwood_gc_ = gc
        self._sapwood_immutable_ = immutable
        self._sapwood_fields_ = [(field, repr(kind)) for field, kind in fields]
        self.fields = fields
        self.inlined = fields[-1][1] if fields and isinstance(fields[-1][1], _Array) else None


class _Array(LLType):
    def __init__(self, item, gc):
        super().__init__(("GcArray(" if gc else "Array(") + repr(item) + ")", None)
        self.item = item


class _Pointer(LLType):
    def __init__(self, target):
        super().__init__("Ptr(" + repr(target) + ")", None)
        self.target = target


def GcStruct(name, *fields):
    return _Struct(name, True, list(fields))


def Struct(name, *fields):
    return _Struct(name, False, list(fields))


def GcArray(item):
    return _Array(item, True)


def Array(item):
    return _Array(item, False)


def Ptr(target):
    return _Pointer(target)


Void = LLType("Void", None)
Signed = LLType("Signed")
Unsigned = LLType("Unsigned")
Float = LLType("Float", 0.0)
Bool = LLType("Bool", False)
Char = LLType("Char")
UniChar = LLType("UniChar")
Number = LLType("Number", None)
GcRef = LLType("GcRef", None)
Address = LLType("Address", None)
Int8 = LLType("Int8")
Int32 = LLType("Int32")

# The layouts that translator and helpers share.
CHARS = GcArray(Char)
INT32S = GcArray(Int32)
INT64S = GcArray(Signed)
STR = GcStruct("str", ("hash", Signed), ("length", Signed), ("index", Ptr(INT32S)), ("chars", Array(Char)))
BYTES = GcStruct("bytes", ("hash", Signed), ("chars", Array(Char)))
STR_POINTER = Ptr(STR)
BYTES_POINTER = Ptr(BYTES)


# ---- the emulation: memory

class _Memory:
    """One struct or array.  Pointers are references to it, null is None."""

    __slots__ = ("type", "slots", "array")

    def __init__(self, kind, count=0):
        object.__setattr__(self, "type", kind)
        object.__setattr__(self, "slots", None)
        object.__setattr__(self, "array", None)
        if isinstance(kind, _Array):
            object.__setattr__(self, "array", [_zero(kind.item) for _ in range(count)])
            return
        slots = {}
        for name, field in kind.fields:
            slots[name] = _Memory(field, count) if isinstance(field, _Array) else _zero(field)
        object.__setattr__(self, "slots", slots)
        if kind.inlined:
            object.__setattr__(self, "array", slots[kind.fields[-1][0]].array)

    def __getattr__(self, name):
        return self.slots[name]

    def __setattr__(self, name, value):
        if name not in self.slots:
            raise AttributeError(f"no field {name} in {self.type}")
        self.slots[name] = value

    def __getitem__(self, index):
        _check(isinstance(self.type, _Array) and 0 <= index < len(self.array), self, index)
        return self.array[index]

    def __setitem__(self, index, value):
        _check(isinstance(self.type, _Array) and 0 <= index < len(self.array), self, index)
        self.array[index] = value

    def __bool__(self):
        raise TypeError("a low-level pointer has no truth value; use ptr_nonzero")

    def __len__(self):
        raise TypeError("a low-level pointer has no length; use getarraysize")


def _check(condition, memory, index):
    if not condition:
        raise AssertionError(f"index {index} outside {memory.type} of {len(memory.array)} items")


def _zero(kind):
    return _Memory(kind) if isinstance(kind, _Struct) else kind.zero


def _wrap(value):
    return (value + (1 << 63)) % (1 << 64) - (1 << 63)


_empty_arrays = {}
_static_structs = {}


# ---- operations

def _op(function):
    function._sapwood_builtin_ = "ll." + function.__name__.lstrip("_")
    return function


def _ops(names, function):
    """Makes operations that share an emulation."""
    for name in names.split():
        def operation(*operands, _function=function):
            return _function(*operands)
        operation.__name__ = name
        globals()[name] = _op(operation)


@_op
def null(kind):
    return None


@_op
def empty(kind):
    if kind not in _empty_arrays:
        _empty_arrays[kind] = _Memory(kind)
    return _empty_arrays[kind]


@_op
def static(kind, name):
    if (kind, name) not in _static_structs:
        _static_structs[kind, name] = _Memory(kind)
    return _static_structs[kind, name]


@_op
def target_type(pointer):
    """Of the static type.  The emulation takes the type of the object, so do not ask about null pointers."""
    return pointer.type


@_op
def field_type(kind, field):
    """The type that the pointer field `field` of struct `kind` points to."""
    for name, target in kind.fields:
        if name == field:
            return target.target
    raise AssertionError(field)


@_op
def cast_pointer(kind, pointer):
    return pointer


@_op
def str_ptr(text):
    if isinstance(text, _Memory):
        return text
    data = text.encode("utf-8", "surrogatepass")
    pointer = _Memory(STR, len(data))
    pointer.array[:] = data
    pointer.length = len(text)
    return pointer


@_op
def ptr_str(pointer):
    return bytes(pointer.array).decode("utf-8", "surrogatepass")


@_op
def bytes_ptr(data):
    if isinstance(data, _Memory):
        return data
    pointer = _Memory(BYTES, len(data))
    pointer.array[:] = data
    return pointer


@_op
def ptr_bytes(pointer):
    return bytes(pointer.array)


@_op
def malloc(kind):
    return _Memory(kind)


@_op
def malloc_varsize(kind, count):
    assert count >= 0
    return _Memory(kind, count)


@_op
def getarraysize(pointer):
    return len(pointer.array)


@_op
def getarrayitem(pointer, index):
    return pointer[index]


@_op
def setarrayitem(pointer, index, value):
    pointer[index] = value


@_op
def getfield(pointer, field):
    return pointer.slots[field]


@_op
def setfield(pointer, field, value):
    setattr(pointer, field, value)


def _step(value, key):
    return value.slots[key] if isinstance(key, str) else value[key]


@_op
def getinterior(pointer, *path):
    for key in path:
        pointer = _step(pointer, key)
    return pointer


@_op
def setinterior(pointer, *path_and_value):
    *path, last, value = path_and_value
    for key in path:
        pointer = _step(pointer, key)
    if isinstance(last, str):
        setattr(pointer, last, value)
    else:
        pointer[last] = value


def _copy(item):
    if not isinstance(item, _Memory) or not isinstance(item.type, _Struct) or item.type._sapwood_gc_:
        return item
    copy = _Memory(item.type)
    copy.slots.update(item.slots)
    return copy


@_op
def copy_items(source, start, target, target_start, count):
    assert 0 <= count and 0 <= start <= len(source.array) - count, (start, count, len(source.array))
    assert 0 <= target_start <= len(target.array) - count, (target_start, count, len(target.array))
    target.array[target_start:target_start + count] = [_copy(x) for x in source.array[start:start + count]]


@_op
def clear_items(pointer, start, count):
    assert 0 <= count and 0 <= start <= len(pointer.array) - count, (start, count, len(pointer.array))
    kind = pointer.type if isinstance(pointer.type, _Array) else pointer.type.inlined
    pointer.array[start:start + count] = [_zero(kind.item) for _ in range(count)]


@_op
def compare_items(a, a_start, b, b_start, count):
    assert 0 <= a_start <= len(a.array) - count and 0 <= b_start <= len(b.array) - count
    x, y = a.array[a_start:a_start + count], b.array[b_start:b_start + count]
    return (x > y) - (x < y)


@_op
def ptr_eq(a, b):
    return a is b


@_op
def ptr_ne(a, b):
    return a is not b


@_op
def ptr_nonzero(pointer):
    return pointer is not None


@_op
def ptr_iszero(pointer):
    return pointer is None


@_op
def cast_ptr_to_int(pointer):
    return id(pointer)


@_op
def cast_float_bits_to_int(value):
    import struct
    return struct.unpack("<q", struct.pack("<d", value))[0]


@_op
def cast_int_bits_to_float(value):
    import struct
    return struct.unpack("<d", struct.pack("<q", value))[0]


leaves = {}  # emulations of the runtime's leaf routines, by name; tests/lowlevel fills it


@_op
def leaf(name, *operands):
    return leaves[name](*operands)


def _checked(value):
    if not -(1 << 63) <= value < 1 << 63:
        raise OverflowError("integer overflow")
    return value


def _divide(a, b):
    import math
    if b != 0.0:
        return a / b
    return math.nan if a == 0.0 or a != a else math.copysign(math.inf, a) * math.copysign(1.0, b)


_MASK = (1 << 64) - 1
_ops("int_add", lambda a, b: _wrap(a + b))
_ops("int_sub", lambda a, b: _wrap(a - b))
_ops("int_mul", lambda a, b: _wrap(a * b))
_ops("int_neg", lambda a: _wrap(-a))
_ops("int_add_ovf", lambda a, b: _checked(a + b))
_ops("int_sub_ovf", lambda a, b: _checked(a - b))
_ops("int_mul_ovf", lambda a, b: _checked(a * b))
_ops("int_and uint_and", lambda a, b: a & b)
_ops("int_or uint_or", lambda a, b: a | b)
_ops("int_xor uint_xor", lambda a, b: a ^ b)
_ops("int_invert", lambda a: ~a)
_ops("int_lshift", lambda a, n: _wrap(a << n))
_ops("int_rshift", lambda a, n: a >> n)
_ops("int_div_trunc", lambda a, b: abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1))
_ops("int_mod_trunc", lambda a, b: abs(a) % abs(b) * (-1 if a < 0 else 1))
_ops("uint_add", lambda a, b: (a + b) & _MASK)
_ops("uint_sub", lambda a, b: (a - b) & _MASK)
_ops("uint_mul", lambda a, b: (a * b) & _MASK)
_ops("uint_div", lambda a, b: a // b)
_ops("uint_mod", lambda a, b: a % b)
_ops("uint_lshift", lambda a, n: (a << n) & _MASK)
_ops("uint_rshift", lambda a, n: a >> n)
_ops("int_lt uint_lt float_lt char_lt unichar_lt", lambda a, b: a < b)
_ops("int_le uint_le float_le char_le unichar_le", lambda a, b: a <= b)
_ops("int_eq uint_eq float_eq char_eq unichar_eq bool_eq", lambda a, b: a == b)
_ops("int_ne uint_ne float_ne char_ne unichar_ne", lambda a, b: a != b)
_ops("int_gt uint_gt float_gt", lambda a, b: a > b)
_ops("int_ge uint_ge float_ge", lambda a, b: a >= b)
_ops("float_add", lambda a, b: a + b)
_ops("float_sub", lambda a, b: a - b)
_ops("float_mul", lambda a, b: a * b)
_ops("float_div", _divide)
_ops("float_neg", lambda a: -a)
_ops("float_abs", abs)
_ops("bool_not", lambda a: not a)
_ops("cast_int_to_bool", bool)
_ops("cast_int_to_uint", lambda a: a & _MASK)
_ops("cast_uint_to_int", _wrap)
_ops("cast_uint_to_float cast_int_to_float cast_bool_to_float", float)
_ops("cast_float_to_int cast_bool_to_int", int)
_ops("cast_int_to_char", lambda a: a & 255)
_ops("cast_char_to_int cast_unichar_to_int cast_int_to_unichar same_as", lambda a: a)

# A Number is emulated by the Python value.
_ops("number_from_none", lambda: None)
_ops("number_from_bool", bool)
_ops("number_from_int", int)
_ops("number_from_float", float)
_ops("number_tag", lambda x: (type(None), bool, int, float).index(type(x)))
_ops("number_int", int)
_ops("number_float", lambda x: x)
