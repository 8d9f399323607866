"""Stands in for what builtins has beyond the translator's own types: complex, bytearray, slice, str.maketrans.

Arithmetic of complex follows CPython's order of operations, so that the last bits and the signs of zeros agree.
"""

import math as _math


class complex:
    def __init__(self, real, imag):
        self.real = real
        self.imag = imag

    @staticmethod
    def _prebuilt_(live):
        return complex(live.real, live.imag)

    def conjugate(self):
        return complex(self.real, -self.imag)

    def __complex__(self):
        return self

    def __neg__(self):
        return complex(-self.real, -self.imag)

    def __pos__(self):
        return self

    def __abs__(self):
        result = _math.hypot(self.real, self.imag)
        if result == _INFINITY and _is_finite(self):
            raise OverflowError("absolute value too large")
        return result

    def __bool__(self):
        return self.real != 0.0 or self.imag != 0.0

    def __eq__(self, other):
        if isinstance(other, complex):
            return self.real == other.real and self.imag == other.imag
        if isinstance(other, (int, float)):
            return self.imag == 0.0 and self.real == other
        return NotImplemented

    def __hash__(self):
        """hash(real) + 1000003 * hash(imag) modulo 2**64, in halves."""
        first = hash(self.real)
        second = hash(self.imag)
        product = (second & 0xFFFFFFFF) * 1000003
        low = (product & 0xFFFFFFFF) + (first & 0xFFFFFFFF)
        high = (product >> 32) + ((second >> 32) * 1000003 & 0xFFFFFFFF) + (first >> 32 & 0xFFFFFFFF) + (low >> 32)
        high &= 0xFFFFFFFF
        if high >= 0x80000000:
            high -= 0x100000000
        result = high * 0x100000000 + (low & 0xFFFFFFFF)
        return -2 if result == -1 else result

    def __add__(self, other):
        if isinstance(other, (complex, int, float)):
            return _sum(self, _as_complex(other))
        return NotImplemented

    def __radd__(self, other):
        if isinstance(other, (int, float)):
            return _sum(_as_complex(other), self)
        return NotImplemented

    def __sub__(self, other):
        if isinstance(other, (complex, int, float)):
            return _difference(self, _as_complex(other))
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, (int, float)):
            return _difference(_as_complex(other), self)
        return NotImplemented

    def __mul__(self, other):
        if isinstance(other, (complex, int, float)):
            return _product(self, _as_complex(other))
        return NotImplemented

    def __rmul__(self, other):
        if isinstance(other, (int, float)):
            return _product(_as_complex(other), self)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, (complex, int, float)):
            return _quotient(self, _as_complex(other))
        return NotImplemented

    def __rtruediv__(self, other):
        if isinstance(other, (int, float)):
            return _quotient(_as_complex(other), self)
        return NotImplemented

    def __pow__(self, other):
        if isinstance(other, (complex, int, float)):
            return _power(self, _as_complex(other))
        return NotImplemented

    def __rpow__(self, other):
        if isinstance(other, (int, float)):
            return _power(_as_complex(other), self)
        return NotImplemented

    def __repr__(self):
        if self.real == 0.0 and _math.copysign(1.0, self.real) == 1.0:
            return _shortest(self.imag) + "j"
        return "(" + _shortest(self.real) + _signed(_shortest(self.imag)) + "j)"

    def __format__(self, spec):
        return _formatted(self, spec)


_INFINITY = float("inf")


def _complex(real=0.0, imag=0.0):
    """What programs call as complex(...)."""
    if isinstance(real, str):
        if imag != 0.0:
            raise TypeError("complex() can't take second arg if first is a string")
        first, second = _parsed(real)
        return complex(first, second)
    if isinstance(real, complex):
        if isinstance(imag, complex):
            return complex(real.real - imag.imag, real.imag + imag.real)
        return complex(real.real, real.imag + float(imag) if imag else real.imag)
    if isinstance(imag, complex):
        return complex(float(real) - imag.imag, imag.real)
    return complex(float(real), float(imag))


complex._sapwood_call_ = _complex


def _as_complex(value):
    if isinstance(value, complex):
        return value
    return complex(float(value), 0.0)


def _is_finite(z):
    return _math.isfinite(z.real) and _math.isfinite(z.imag)


def _sum(a, b):
    return complex(a.real + b.real, a.imag + b.imag)


def _difference(a, b):
    return complex(a.real - b.real, a.imag - b.imag)


def _product(a, b):
    return complex(a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real)


def _quotient(a, b):
    """Smith's way: by the larger part of the divisor."""
    if b.real == 0.0 and b.imag == 0.0:
        raise ZeroDivisionError("complex division by zero")
    if abs(b.real) >= abs(b.imag):
        ratio = b.imag / b.real
        denominator = b.real + b.imag * ratio
        return complex((a.real + a.imag * ratio) / denominator, (a.imag - a.real * ratio) / denominator)
    if abs(b.imag) >= abs(b.real):
        ratio = b.real / b.imag
        denominator = b.real * ratio + b.imag
        return complex((a.real * ratio + a.imag) / denominator, (a.imag * ratio - a.real) / denominator)
    return complex(_math.nan, _math.nan)


def _power(a, b):
    if b.imag == 0.0 and abs(b.real) <= 100.0 and _math.floor(b.real) == b.real:
        result = _whole_power(a, int(b.real))
    else:
        result = _any_power(a, b)
    if abs(result.real) == _INFINITY or abs(result.imag) == _INFINITY:
        raise OverflowError("complex exponentiation")
    return result


def _whole_power(a, n):
    if n < 0:
        if a.real == 0.0 and a.imag == 0.0:
            raise ZeroDivisionError("0.0 to a negative or complex power")
        return _quotient(complex(1.0, 0.0), _whole_power(a, -n))
    result = complex(1.0, 0.0)
    factor = a
    mask = 1
    while mask <= n:
        if n & mask:
            result = _product(result, factor)
        mask <<= 1
        factor = _product(factor, factor)
    return result


def _any_power(a, b):
    if b.real == 0.0 and b.imag == 0.0:
        return complex(1.0, 0.0)
    if a.real == 0.0 and a.imag == 0.0:
        if b.imag != 0.0 or b.real < 0.0:
            raise ZeroDivisionError("0.0 to a negative or complex power")
        return complex(0.0, 0.0)
    size = _math.hypot(a.real, a.imag)
    length = _math.pow(size, b.real)
    angle = _math.atan2(a.imag, a.real)
    phase = angle * b.real
    if b.imag != 0.0:
        length /= _math.exp(angle * b.imag)
        phase += b.imag * _math.log(size)
    return complex(length * _math.cos(phase), length * _math.sin(phase))


# ---- text

def _shortest(x):
    text = repr(x)
    return text[:-2] if text.endswith(".0") else text


def _signed(text):
    return text if text[0] == "-" else "+" + text


def _malformed():
    return ValueError("complex() arg is a malformed string")


def _float_of(text):
    try:
        return float(text)
    except ValueError:
        raise _malformed() from None


def _parsed(text):
    """The parts of the number that a text like (1+2j) shows."""
    text = text.strip()
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    if not text or len(text.split()) != 1:
        raise _malformed()
    if text[-1] not in "jJ":
        return _float_of(text), 0.0
    text = text[:-1]
    at = len(text) - 1
    while at > 0 and not (text[at] in "+-" and text[at - 1] not in "eE"):
        at -= 1
    first = text[:max(at, 0)]
    second = text[max(at, 0):]
    if second in ("", "+", "-"):
        second += "1"
    return _float_of(first) if first else 0.0, _float_of(second)


def _formatted(z, spec):
    if not spec:
        return repr(z)
    fill, align = " ", ">"
    at = 0
    if len(spec) > 1 and spec[1] in "<>=^":
        fill, align = spec[0], spec[1]
        at = 2
    elif spec[0] in "<>=^":
        align = spec[0]
        at = 1
    stop = at
    while stop < len(spec) and spec[stop] in "+- z#":
        stop += 1
    flags = spec[at:stop]
    if stop < len(spec) and spec[stop] == "0":
        raise ValueError("Zero padding is not allowed in complex format specifier")
    if align == "=":
        raise ValueError("'=' alignment flag is not allowed in complex format specifier")
    at = stop
    while stop < len(spec) and spec[stop].isdigit():
        stop += 1
    width = int(spec[at:stop]) if stop > at else 0
    rest = spec[stop:]
    plain = not rest or rest[-1] not in "eEfFgGn%dxXobcs"
    if not plain and rest[-1] not in "eEfFgGn":
        raise ValueError(f"Unknown format code '{rest[-1]}' for object of type 'complex'")
    if not plain:
        text = format(z.real, flags + rest) + _signed(format(z.imag, flags.replace(" ", "").replace("+", "") + rest))
        text += "j"
    else:
        alone = z.real == 0.0 and _math.copysign(1.0, z.real) == 1.0
        first = _plain(z.real, flags, rest)
        second = _plain(z.imag, flags if alone else flags.replace(" ", "").replace("+", ""), rest)
        text = second + "j" if alone else "(" + first + _signed(second) + "j)"
    if align == "<":
        return text.ljust(width, fill)
    if align == ">":
        return text.rjust(width, fill)
    left = max(width - len(text), 0) // 2
    return (fill * left + text).ljust(width, fill)


def _plain(x, flags, rest):
    """Without a presentation type: as repr shows it, or with a precision as `g` does."""
    if "." in rest:
        return format(x, flags + rest + "g")
    text = format(x, flags + rest)
    return text[:-2] if text.endswith(".0") and "#" not in flags else text


# ---- bytearray

_MISSING = object()
_LAST = 9223372036854775807


def _byte(value):
    if value < 0 or value > 255:
        raise ValueError("byte must be in range(0, 256)")
    return value


def _bytes_of(value):
    """What methods of bytes take: of a bytearray its bytes, and all else as it is."""
    if isinstance(value, bytearray):
        return bytes(value._items)
    return value


def _items_of(source):
    if isinstance(source, bytearray):
        return source._items.copy()
    if isinstance(source, bytes):
        return list(source)
    return [_byte(each) for each in source]


def _of(data):
    return bytearray(list(data))


def _bytearray(source=_MISSING, encoding=_MISSING, errors="strict"):
    """What programs call as bytearray(...)."""
    if source is _MISSING:
        return bytearray([])
    if isinstance(source, str):
        if encoding is _MISSING:
            raise TypeError("string argument without an encoding")
        return _of(source.encode(encoding, errors))
    if isinstance(source, int):
        if source < 0:
            raise ValueError("negative count")
        return bytearray([0] * source)
    return bytearray(_items_of(source))


class bytearray:
    """Its bytes are a list of int."""

    def __init__(self, items):
        self._items = items

    @staticmethod
    def _prebuilt_(live):
        return bytearray(list(live))

    @staticmethod
    def fromhex(text, /):
        return _of(bytes.fromhex(text))

    @staticmethod
    def maketrans(frm, to, /):
        return bytes.maketrans(_bytes_of(frm), _bytes_of(to))

    def __bytes__(self):
        return bytes(self._items)

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __reversed__(self):
        return reversed(self._items)

    def __repr__(self):
        text = repr(bytes(self._items))
        if text[1] == '"':  # where bytes need no backslash, CPython's bytearray has one
            text = text.replace("'", "\\'")
        return f"bytearray({text})"

    def __contains__(self, item):
        return _bytes_of(item) in bytes(self._items)

    def __eq__(self, other):
        if isinstance(other, bytearray):
            return self._items == other._items
        if isinstance(other, bytes):
            return bytes(self._items) == other
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, (bytes, bytearray)):
            return bytes(self._items) < _bytes_of(other)
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, (bytes, bytearray)):
            return bytes(self._items) <= _bytes_of(other)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, (bytes, bytearray)):
            return bytes(self._items) > _bytes_of(other)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, (bytes, bytearray)):
            return bytes(self._items) >= _bytes_of(other)
        return NotImplemented

    # ---- items and slices

    def _place(self, index):
        at = index + len(self._items) if index < 0 else index
        if at < 0 or at >= len(self._items):
            raise IndexError("bytearray index out of range")
        return at

    def __getitem__(self, index):
        return self._items[self._place(index)]

    def __setitem__(self, index, value):
        at = self._place(index)
        self._items[at] = _byte(value)

    def __delitem__(self, index):
        del self._items[self._place(index)]

    def __sapwood_getslice__(self, start, stop, step):
        return bytearray(self._items[start:stop:step])

    def __sapwood_setslice__(self, start, stop, step, values):
        items = _items_of(values)
        if step is None or step == 1:
            self._items[start:stop] = items
            return
        wanted = len(range(len(self._items))[start:stop:step])
        if wanted != len(items):
            raise ValueError(f"attempt to assign bytes of size {len(items)} to extended slice of size {wanted}")
        self._items[start:stop:step] = items

    def __sapwood_delslice__(self, start, stop, step):
        del self._items[start:stop:step]

    # ---- changes

    def append(self, item, /):
        self._items.append(_byte(item))

    def extend(self, items, /):
        self._items.extend(_items_of(items))

    def insert(self, index, item, /):
        self._items.insert(index, _byte(item))

    def pop(self, index=-1, /):
        if not self._items:
            raise IndexError("pop from empty bytearray")
        if index < -len(self._items) or index >= len(self._items):
            raise IndexError("pop index out of range")
        return self._items.pop(index)

    def remove(self, value, /):
        if _byte(value) not in self._items:
            raise ValueError("value not found in bytearray")
        self._items.remove(value)

    def reverse(self):
        self._items.reverse()

    def clear(self):
        self._items.clear()

    def copy(self):
        return bytearray(self._items.copy())

    def __iadd__(self, other):
        if isinstance(other, (bytes, bytearray)):
            self._items.extend(_items_of(other))
            return self
        return NotImplemented

    def __imul__(self, count):
        self._items *= count
        return self

    def __add__(self, other):
        if isinstance(other, (bytes, bytearray)):
            return bytearray(self._items + _items_of(other))
        return NotImplemented

    def __radd__(self, other):
        if isinstance(other, bytes):
            return other + bytes(self._items)
        return NotImplemented

    def __mul__(self, count):
        return bytearray(self._items * count)

    def __rmul__(self, count):
        return bytearray(self._items * count)

    # ---- methods of bytes

    def decode(self, encoding="utf-8", errors="strict"):
        return bytes(self._items).decode(encoding, errors)

    def hex(self, sep=_MISSING, bytes_per_sep=1):
        if sep is _MISSING:
            return bytes(self._items).hex()
        return bytes(self._items).hex(sep, bytes_per_sep)

    def join(self, parts, /):
        return _of(bytes(self._items).join([_bytes_of(part) for part in parts]))

    def translate(self, table, /, delete=b""):
        return _of(bytes(self._items).translate(_bytes_of(table), _bytes_of(delete)))

    def replace(self, old, new, count=-1, /):
        return _of(bytes(self._items).replace(_bytes_of(old), _bytes_of(new), count))

    def split(self, sep=None, maxsplit=-1):
        return [_of(part) for part in bytes(self._items).split(_bytes_of(sep), maxsplit)]

    def rsplit(self, sep=None, maxsplit=-1):
        return [_of(part) for part in bytes(self._items).rsplit(_bytes_of(sep), maxsplit)]

    def splitlines(self, keepends=False):
        return [_of(part) for part in bytes(self._items).splitlines(keepends)]

    def partition(self, sep, /):
        first, middle, last = bytes(self._items).partition(_bytes_of(sep))
        return _of(first), _of(middle), _of(last)

    def rpartition(self, sep, /):
        first, middle, last = bytes(self._items).rpartition(_bytes_of(sep))
        return _of(first), _of(middle), _of(last)

    def expandtabs(self, tabsize=8):
        return _of(bytes(self._items).expandtabs(tabsize))

    def zfill(self, width, /):
        return _of(bytes(self._items).zfill(width))

    def find(self, sub, start=0, end=_LAST, /):
        return bytes(self._items).find(_bytes_of(sub), start, end)

    def rfind(self, sub, start=0, end=_LAST, /):
        return bytes(self._items).rfind(_bytes_of(sub), start, end)

    def index(self, sub, start=0, end=_LAST, /):
        return bytes(self._items).index(_bytes_of(sub), start, end)

    def rindex(self, sub, start=0, end=_LAST, /):
        return bytes(self._items).rindex(_bytes_of(sub), start, end)

    def count(self, sub, start=0, end=_LAST, /):
        return bytes(self._items).count(_bytes_of(sub), start, end)

    def startswith(self, part, start=0, end=_LAST, /):
        return bytes(self._items).startswith(_bytes_of(part), start, end)

    def endswith(self, part, start=0, end=_LAST, /):
        return bytes(self._items).endswith(_bytes_of(part), start, end)

    def strip(self, chars=None, /):
        return _of(bytes(self._items).strip(_bytes_of(chars)))

    def lstrip(self, chars=None, /):
        return _of(bytes(self._items).lstrip(_bytes_of(chars)))

    def rstrip(self, chars=None, /):
        return _of(bytes(self._items).rstrip(_bytes_of(chars)))

    def removeprefix(self, part, /):
        return _of(bytes(self._items).removeprefix(_bytes_of(part)))

    def removesuffix(self, part, /):
        return _of(bytes(self._items).removesuffix(_bytes_of(part)))

    def center(self, width, fill=b" ", /):
        return _of(bytes(self._items).center(width, _bytes_of(fill)))

    def ljust(self, width, fill=b" ", /):
        return _of(bytes(self._items).ljust(width, _bytes_of(fill)))

    def rjust(self, width, fill=b" ", /):
        return _of(bytes(self._items).rjust(width, _bytes_of(fill)))

    def capitalize(self):
        return _of(bytes(self._items).capitalize())

    def lower(self):
        return _of(bytes(self._items).lower())

    def upper(self):
        return _of(bytes(self._items).upper())

    def swapcase(self):
        return _of(bytes(self._items).swapcase())

    def title(self):
        return _of(bytes(self._items).title())

    def isalnum(self):
        return bytes(self._items).isalnum()

    def isalpha(self):
        return bytes(self._items).isalpha()

    def isascii(self):
        return bytes(self._items).isascii()

    def isdigit(self):
        return bytes(self._items).isdigit()

    def islower(self):
        return bytes(self._items).islower()

    def isspace(self):
        return bytes(self._items).isspace()

    def istitle(self):
        return bytes(self._items).istitle()

    def isupper(self):
        return bytes(self._items).isupper()


bytearray._sapwood_call_ = _bytearray


# ---- slice

def _slice(first, second=_MISSING, third=None, /):
    """What programs call as slice(...)."""
    if second is _MISSING:
        return slice(None, first, None)
    return slice(first, second, third)


class slice:
    """Bounds as values: what the methods of a program's class get for `x[a:b:c]`."""

    def __init__(self, start, stop, step):
        self.start = start
        self.stop = stop
        self.step = step

    @staticmethod
    def _prebuilt_(live):
        return slice(live.start, live.stop, live.step)

    def __repr__(self):
        return f"slice({self.start!r}, {self.stop!r}, {self.step!r})"

    def __eq__(self, other):
        if not isinstance(other, slice):
            return NotImplemented
        return self.start == other.start and self.stop == other.stop and self.step == other.step

    def indices(self, length, /):
        if length < 0:
            raise ValueError("length should not be negative")
        step = 1 if self.step is None else self.step
        if step == 0:
            raise ValueError("slice step cannot be zero")
        low = -1 if step < 0 else 0
        high = length - 1 if step < 0 else length
        start, stop = self.start, self.stop
        first = (high if step < 0 else low) if start is None else _clipped(start, length, low, high)
        last = (low if step < 0 else high) if stop is None else _clipped(stop, length, low, high)
        return (first, last, step)

    # Of built-in sequences, with a slice as a value.

    def __sapwood_sliced__(self, sequence):
        return sequence[self.start:self.stop:self.step]

    def __sapwood_store_sliced__(self, sequence, values):
        sequence[self.start:self.stop:self.step] = values

    def __sapwood_delete_sliced__(self, sequence):
        del sequence[self.start:self.stop:self.step]


slice._sapwood_call_ = _slice


def _clipped(index, length, low, high):
    if index < 0:
        index += length
    return max(low, min(index, high))


# Classes whose __getitem__, __setitem__ and __delitem__ are the program's get slices by these.

def _getslice(self, start, stop, step):
    return self[slice(start, stop, step)]


def _setslice(self, start, stop, step, values):
    self[slice(start, stop, step)] = values


def _delslice(self, start, stop, step):
    del self[slice(start, stop, step)]


# ---- str.maketrans

def _maketrans(x, y=_MISSING, z=_MISSING, /):
    if y is _MISSING:
        return {_code(key): value for key, value in x.items()}
    if len(x) != len(y):
        raise ValueError("the first two maketrans arguments must have equal length")
    table = {}
    for i in range(len(x)):
        table[ord(x[i])] = ord(y[i])
    if z is not _MISSING:
        for character in z:
            table[ord(character)] = None
    return table


def _code(key):
    if isinstance(key, str):
        if len(key) != 1:
            raise ValueError("string keys in translate table must be of length 1")
        return ord(key)
    return key


_sapwood_methods_ = {"str.maketrans": _maketrans}
