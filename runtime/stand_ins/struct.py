"""Stands in for struct: each format that is known at translation has a class, whose values are tuples of known types.

Sizes, limits and messages of its characters are asked of the live module.  Formats that are known only at run
time are read by the same code; what they unpack are numbers."""

import struct as _live

_MOST = 9223372036854775807
_LONG = 64      # more values are read and written by loops, and have a tuple of any length
_NO_NUMBERS = (float, str, bytes, bytearray, list, tuple, dict, set)
_bits_of = refusal("struct.bits_of_float")      # built in
_float_of = refusal("struct.float_of_bits")


class error(Exception):
    pass


class _Field:
    """What a character of a format means, with a byte order."""

    def __init__(self, order, code):
        self.code = code
        self.native = order == "@"
        self.big = order == ">"
        self.size = _live.calcsize(order + code)
        self.signed = code in "bhilqn"
        self.least = self.most = 0
        self.below = self.above = ""
        if code in "bhilqn":
            self.least, self.most = -2 ** (8 * self.size - 1), 2 ** (8 * self.size - 1) - 1
        elif code in "BHILQN":
            self.most = min(2 ** (8 * self.size) - 1, _MOST)
        elif code == "P":
            self.least, self.most = -_MOST - 1, _MOST
        if code in "bBhHiIlLqQnN":
            self.below = self._message(order + code, self.least - 1)
            self.above = self._message(order + code, self.most + 1)

    @staticmethod
    def _message(format, value):
        try:
            _live.pack(format, value)
        except _live.error as problem:
            return str(problem)
        return ""


class _Item:
    """Values of one kind: where the first of them lies, and how many there are, or how many bytes the one has."""

    def __init__(self, field, at, count):
        self.field = field
        self.at = at
        self.count = count
        self.values = 1 if field.code in "sp" else count


_FIELDS = {}
for _order in "@<>":
    for _code in "xcbBhHiIlLqQefdsp?" + ("nNP" if _order == "@" else ""):
        _FIELDS[_order + _code] = _Field(_order, _code)


def _text_of(format):
    if isinstance(format, bytes):
        return format.decode("latin-1")
    if not format.isascii():
        format.encode("ascii")
    return format


def _parse(format):
    """The items of a format, how many values they have, and their size."""
    text = _text_of(format)
    if "\0" in text:
        raise error("embedded null character")
    order = "@"
    position = 0
    if text and text[0] in "@=<>!":
        order = text[0].replace("=", "<").replace("!", ">")
        position = 1
    items = []
    values = 0
    size = 0
    while position < len(text):
        letter = text[position]
        position += 1
        if letter in " \t\n\r\v\f":
            continue
        count = 1
        if "0" <= letter <= "9":
            count = ord(letter) - 48
            while position < len(text) and "0" <= text[position] <= "9":
                digit = ord(text[position]) - 48
                position += 1
                if count > (_MOST - digit) // 10:
                    raise error("total struct size too long")
                count = count * 10 + digit
            if position == len(text):
                raise error("repeat count given without format specifier")
            letter = text[position]
            position += 1
        field = _FIELDS.get(order + letter)
        if field is None:
            raise error("bad char in struct format")
        if field.native and field.size > 1:
            size = (size + field.size - 1) // field.size * field.size
        if count > (_MOST - size) // field.size:
            raise error("total struct size too long")
        if letter != "x":
            items.append(_Item(field, size, count))
            values += items[-1].values
        size += count * field.size
    return items, values, size


# ---- values into a list of bytes

def _put_bytes(out, at, value, count, big):
    step = 1
    if big:
        at += count - 1
        step = -1
    for _ in range(count):
        out[at] = value & 255
        value >>= 8
        at += step


def _put_int(field, out, at, value):
    if isinstance(value, int):
        number = int(value)
    elif value is None or isinstance(value, _NO_NUMBERS) or not hasattr(value, "__index__"):
        raise error("required argument is not an integer")
    else:
        number = value.__index__()
    if number < field.least:
        raise error(field.below)
    if number > field.most:
        raise error(field.above)
    _put_bytes(out, at, number, field.size, field.big)


def _put_float(field, out, at, value):
    if isinstance(value, (int, float)):
        number = float(value)
    elif value is None or isinstance(value, _NO_NUMBERS):
        raise error("required argument is not a float")
    elif hasattr(value, "__float__"):
        number = value.__float__()
    elif hasattr(value, "__index__"):
        number = float(value.__index__())
    else:
        raise error("required argument is not a float")
    bits = _bits_of(number)
    if field.size == 4:
        bits = _narrowed(bits, 8, 23, field, isinstance(value, int))
    elif field.size == 2:
        bits = _narrowed(bits, 5, 10, field, isinstance(value, int))
    _put_bytes(out, at, bits, field.size, field.big)


def _narrowed(bits, of_exponent, of_fraction, field, whole):
    """The bits of a smaller float: the nearest, of two equally near the even one."""
    largest = (1 << of_exponent) - 1
    sign = (bits >> 63 & 1) << (of_exponent + of_fraction)
    exponent = bits >> 52 & 0x7FF
    fraction = bits & 0xFFFFFFFFFFFFF
    infinite = sign | largest << of_fraction
    if exponent == 0x7FF:
        if fraction == 0:
            return infinite
        quiet = infinite | 1 << (of_fraction - 1)
        return quiet if of_fraction == 10 else quiet | fraction >> (52 - of_fraction)
    exponent += (largest >> 1) - 1023
    shift = 52 - of_fraction
    if exponent <= 0:
        shift += 1 - exponent
        exponent = 1
    if shift > 53:
        return sign
    fraction |= 1 << 52
    result = fraction >> shift
    rest = fraction & (1 << shift) - 1
    half = 1 << (shift - 1)
    if rest > half or rest == half and result & 1:
        result += 1
    result += (exponent - 1) << of_fraction
    if result >= largest << of_fraction:
        if not field.native or of_fraction == 10:
            if whole:
                raise error("int too large to convert")
            raise OverflowError(f"float too large to pack with {field.code} format")
        return infinite
    return sign | result


def _put_bool(field, out, at, value):
    out[at] = 1 if value else 0


def _put_char(field, out, at, value):
    if not isinstance(value, bytes) or len(value) != 1:
        raise error("char format requires a bytes object of length 1")
    out[at] = value[0]


def _put_string(field, out, at, value, count):
    if isinstance(value, bytes):
        data = value
    elif isinstance(value, bytearray):
        data = bytes(value)
    else:
        raise error(f"argument for '{field.code}' must be a bytes object")
    if field.code == "p":
        if count == 0:
            return
        data = data[:count - 1]
        out[at] = min(len(data), 255)
        at += 1
    else:
        data = data[:count]
    for byte in data:
        out[at] = byte
        at += 1


def _put_value(item, out, at, value):
    code = item.field.code
    if code in "sp":
        _put_string(item.field, out, at, value, item.count)
    elif code == "c":
        _put_char(item.field, out, at, value)
    elif code == "?":
        _put_bool(item.field, out, at, value)
    elif code in "efd":
        _put_float(item.field, out, at, value)
    else:
        _put_int(item.field, out, at, value)


# ---- values out of bytes

def _get_int(field, data, at):
    """The first byte is the one with the sign."""
    size = field.size
    step = 1
    if not field.big:
        at += size - 1
        step = -1
    value = data[at]
    if value >= 128:
        if field.signed:
            value -= 256
        elif size == 8:
            raise OverflowError("int too large to convert to a 64-bit integer")
    for _ in range(size - 1):
        at += step
        value = value << 8 | data[at]
    return value


def _get_float(field, data, at):
    value = 0
    size = field.size
    step = 1
    if not field.big:
        at += size - 1
        step = -1
    value = data[at]
    if size == 8 and value >= 128:
        value -= 256
    for _ in range(size - 1):
        at += step
        value = value << 8 | data[at]
    if size == 4:
        value = _widened(value, 8, 23)
    elif size == 2:
        value = _widened(value, 5, 10)
    return _float_of(value)


def _widened(bits, of_exponent, of_fraction):
    """The bits of the float of 64 bits that a smaller one is."""
    largest = (1 << of_exponent) - 1
    negative = bits >> (of_exponent + of_fraction) & 1
    exponent = bits >> of_fraction & largest
    fraction = bits & (1 << of_fraction) - 1
    if exponent == largest:
        if fraction and of_fraction == 10:
            fraction = 0
            exponent = 0x7FF
            result = 0xFFF << 51
        else:
            result = 0x7FF << 52 | fraction << (52 - of_fraction)
            if fraction:
                result |= 1 << 51
    else:
        if exponent == 0:
            if fraction == 0:
                return -_MOST - 1 if negative else 0
            exponent = 1
            while fraction < 1 << of_fraction:
                fraction <<= 1
                exponent -= 1
            fraction -= 1 << of_fraction
        result = exponent + 1023 - (largest >> 1) << 52 | fraction << (52 - of_fraction)
    return result - _MOST - 1 if negative else result


def _get_bool(field, data, at):
    return data[at] != 0


def _get_char(field, data, at):
    return data[at:at + 1]


def _get_string(field, data, at, count):
    if field.code == "s":
        return data[at:at + count]
    if count == 0:
        raise SystemError("Negative size passed to PyBytes_FromStringAndSize")
    return data[at + 1:at + 1 + min(data[at], count - 1)]


def _get_number(field, data, at):
    if field.code == "?":
        return _get_bool(field, data, at)
    if field.code in "efd":
        return _get_float(field, data, at)
    if field.code in "csp":
        raise NotImplementedError("unpacking bytes with a format that is known only at run time")
    return _get_int(field, data, at)


def _data_of(buffer):
    if isinstance(buffer, bytes):
        return buffer
    if isinstance(buffer, bytearray):
        return bytes(buffer)
    raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'")


# ---- the classes

def _place(offset, length, size, of):
    """Where in so many bytes a structure of that size lies; `of` has the texts of its errors."""
    if offset < 0:
        if offset + size > 0:
            raise error(f"{of[1]} {size} bytes at offset {offset}")
        if offset + length < 0:
            raise error(f"offset {offset} out of range for {length}-byte buffer")
        return offset + length
    if length - offset < size:
        raise error(f"{of[0]} requires a buffer of at least {offset + size} bytes for {of[2]} {size} bytes at"
                    f" offset {offset} (actual buffer size is {length})")
    return offset


_INTO = "pack_into", "no space to pack", "packing"
_FROM = "unpack_from", "not enough data to unpack", "unpacking"


def _target_of(buffer):
    if not isinstance(buffer, bytearray):
        raise TypeError(f"argument must be read-write bytes-like object, not {type(buffer).__name__}")
    return buffer


def _rows_of(buffer, size):
    if size == 0:
        raise error("cannot iteratively unpack with a struct of length 0")
    data = _data_of(buffer)
    if len(data) % size:
        raise error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
    return data


class Struct:
    """Each format has a class below it."""

    def __init__(self, format, items, values, size):
        self.format = format
        self.size = size
        self._items = items
        self._count = values

    @staticmethod
    def _prebuilt_(live):
        return _known(live.format)


# The methods of a class for a format; in the one for all formats `count` and `size` are attributes.
_METHODS = """
def pack(self, *values):
    if len(values) != {count}:
        raise error(f"pack expected {{{count}}} items for packing (got {{len(values)}})")
    out = [0] * {size}
    self._put(out, 0, values)
    return bytes(out)

def pack_into(self, buffer, offset, /, *values):
    if len(values) != {count}:
        raise error(f"pack_into expected {{{count}}} items for packing (got {{len(values)}})")
    target = _target_of(buffer)
    at = _place(offset, len(target), {size}, _INTO)
    for i in range(at, at + {size}):
        target[i] = 0
    self._put(target, at, values)

def unpack(self, buffer, /):
    data = _data_of(buffer)
    if len(data) != {size}:
        raise error(f"unpack requires a buffer of {{{size}}} bytes")
    return self._get(data, 0)

def unpack_from(self, buffer, offset=0):
    data = _data_of(buffer)
    return self._get(data, _place(offset, len(data), {size}, _FROM))

def iter_unpack(self, buffer, /):
    return self._each(_rows_of(buffer, {size}))

def _each(self, data):
    for at in range(0, len(data), {size}):
        yield self._get(data, at)
"""


def _class_with(count, size, source, fields):
    """A class whose methods _put and _get `source` defines."""
    names = {name: value for name, value in globals().items() if name not in ("__builtins__", "_made")}
    names.update(fields)
    exec(_METHODS.format(count=count, size=size) + source, names)
    methods = {name: value for name, value in names.items() if getattr(value, "__globals__", None) is names}
    return type("Struct", (Struct,), {"__module__": "struct", "_sapwood_stand_in_": _sapwood_stand_in_, **methods})


# Of formats that are known only at run time.
_AnyStruct = _class_with("self._count", "self.size", """
def _put(self, out, base, values):
    which = done = 0
    for value in values:
        while done == self._items[which].values:
            which += 1
            done = 0
        item = self._items[which]
        _put_value(item, out, base + item.at + done * item.field.size, value)
        done += 1

def _get(self, data, base):
    values = []
    for item in self._items:
        for i in range(item.values):
            values.append(_get_number(item.field, data, base + item.at + i * item.field.size))
    return tuple(values)
""", {})


def _kind_of(item):
    code = item.field.code
    return {"c": "char", "?": "bool"}.get(code) or ("float" if code in "efd" else "int")


def _putting(name, item, first):
    """The lines that pack the values of an item."""
    code = item.field.code
    if code in "sp":
        return [f"_put_string({name}, out, base + {item.at}, values[{first}], {item.count})"]
    put = "_put_" + _kind_of(item)
    size = item.field.size
    if item.values > _LONG:
        return [f"for i in range({item.values}):",
                f"    {put}({name}, out, base + {item.at} + i * {size}, values[{first} + i])"]
    return [f"{put}({name}, out, base + {item.at + i * size}, values[{first + i}])" for i in range(item.values)]


def _getting(name, item):
    """What unpacks the values of an item: expressions."""
    code = item.field.code
    if code in "sp":
        return [f"_get_string({name}, data, base + {item.at}, {item.count})"]
    return [f"_get_{_kind_of(item)}({name}, data, base + {item.at + i * item.field.size})" for i in range(item.values)]


def _class_of(items, values, size):
    names = {}
    put, get = [], []
    long = values > _LONG
    first = 0
    for i, item in enumerate(items):
        names[f"_field{i}"] = item.field
        put += _putting(f"_field{i}", item, first)
        first += item.values
        if not long:
            get += _getting(f"_field{i}", item)
        elif len(items) == 1:
            get.append(f"tuple([_get_{_kind_of(item)}(_field0, data, base + i * {item.field.size})"
                       f" for i in range({item.count})])")
    source = "def _put(self, out, base, values):\n"
    source += "".join(f"    {line}\n" for line in put) or "    pass\n"
    source += "def _get(self, data, base):\n"
    source += f"    return {get[0]}\n" if long else f"    return ({''.join(each + ', ' for each in get)})\n"
    return _class_with(values, size, source, names)


def _known(format):
    """The structure of a format that is known at translation; for what is no format the program raises the error."""
    if not isinstance(format, (str, bytes)):
        raise NotImplementedError("a format that is no text")
    if format not in _made:
        items, values, size = _parse(format)
        class_ = _AnyStruct if values > _LONG and len(items) > 1 else _class_of(items, values, size)
        _made[format] = class_(_text_of(format), items, values, size)
    return _made[format]


_made = {}


def _compiled(format):
    if isinstance(format, Struct):
        return format
    if isinstance(format, (str, bytes)):
        items, values, size = _parse(format)
        return _AnyStruct(_text_of(format), items, values, size)
    raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")


def _struct(format):
    """What programs call as Struct(...)."""
    return _compiled(format)


Struct._sapwood_call_ = _struct


def calcsize(format, /):
    return _compiled(format).size


def pack(format, /, *values):
    return _compiled(format).pack(*values)


def pack_into(format, buffer, offset, /, *values):
    _compiled(format).pack_into(buffer, offset, *values)


def unpack(format, buffer, /):
    return _compiled(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return _compiled(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return _compiled(format).iter_unpack(buffer)


_known._sapwood_at_translation_ = True
for _function in (_struct, calcsize, pack, pack_into, unpack, unpack_from, iter_unpack):
    _function._sapwood_prepared_ = _known
for _function in (pack, pack_into, unpack, unpack_from, iter_unpack):
    _function._sapwood_method_ = _function.__name__
