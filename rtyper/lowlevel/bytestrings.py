"""bytes: `GcStruct bytes { hash, chars }`, and the way between str and bytes.

Encodings are UTF-8, ASCII and Latin-1; the others, and their names, are in charsets.py.
"""

import ll
from file_errors import ll_raise_decode_error, ll_raise_encode_error
from ll import BYTES, CHARS
from numbers_text import ll_from_utf8, ll_int_to_str
from slices import MAX, ll_clamp, ll_clamp_start, ll_slice_count, ll_slice_start
from strings import ll_byte, ll_concat as ll_str_concat, ll_decode as ll_decode_at, ll_make
from strings import ll_put_byte as ll_put_str_byte, ll_width

UTF8 = 0
ASCII = 1
LATIN1 = 2

STRICT = 0
IGNORE = 1
REPLACE = 2
ESCAPE = 3
BACKSLASH = 4
PASS = 5
REFERENCE = 6
UNKNOWN = 7


# ---- single bytes and parts

def ll_get_byte(b, i):
    return ll.cast_char_to_int(ll.getinterior(b, "chars", i))


def ll_put_byte(b, i, byte):
    ll.setinterior(b, "chars", i, ll.cast_int_to_char(byte))


def ll_getitem(b, index):
    size = ll.getarraysize(b)
    if index < 0:
        index += size
    if index < 0 or index >= size:
        raise IndexError("index out of range")
    return ll_get_byte(b, index)


def ll_part(b, start, count):
    result = ll.malloc_varsize(BYTES, count)
    ll.copy_items(b, start, result, 0, count)
    return result


def ll_getslice(b, start, stop, step):
    size = ll.getarraysize(b)
    start = ll_slice_start(start, size, step)
    count = ll_slice_count(start, stop, size, step)
    if step == 1:
        if count == size:
            return b
        return ll_part(b, start, count)
    result = ll.malloc_varsize(BYTES, count)
    i = 0
    while i < count:
        ll_put_byte(result, i, ll_get_byte(b, start))
        start += step
        i += 1
    return result


def ll_concat(a, b):
    size = ll.getarraysize(a)
    if size == 0:
        return b
    if ll.getarraysize(b) == 0:
        return a
    result = ll.malloc_varsize(BYTES, size + ll.getarraysize(b))
    ll.copy_items(a, 0, result, 0, size)
    ll.copy_items(b, 0, result, size, ll.getarraysize(b))
    return result


def ll_repeat(b, count):
    size = ll.getarraysize(b)
    if count <= 0 or size == 0:
        return ll.malloc_varsize(BYTES, 0)
    if count == 1:
        return b
    if size > ll.int_div_trunc(MAX, count):
        raise OverflowError("repeated bytes are too long")
    result = ll.malloc_varsize(BYTES, size * count)
    position = 0
    while position < size * count:
        ll.copy_items(b, 0, result, position, size)
        position += size
    return result


# ---- comparing and hashing

def ll_eq(a, b):
    if ll.ptr_eq(a, b):
        return True
    size = ll.getarraysize(a)
    return size == ll.getarraysize(b) and ll.compare_items(a, 0, b, 0, size) == 0


def ll_lt(a, b):
    size = ll.getarraysize(a)
    if ll.getarraysize(b) < size:
        size = ll.getarraysize(b)
    order = ll.compare_items(a, 0, b, 0, size)
    return order < 0 or order == 0 and ll.getarraysize(a) < ll.getarraysize(b)


def ll_hash(b):
    if b.hash == 0 and ll.getarraysize(b) > 0:
        b.hash = ll.leaf("hash_bytes", b, 0, ll.getarraysize(b))
    return b.hash


# ---- searching

def ll_contains(b, part):
    return ll.leaf("find", b, 0, ll.getarraysize(b), part, 0, ll.getarraysize(part)) >= 0


def ll_contains_byte(b, byte):
    if byte < 0 or byte > 255:
        raise ValueError("byte must be in range(0, 256)")
    return ll.leaf("find_byte", b, 0, ll.getarraysize(b), ll.cast_int_to_char(byte)) >= 0


def ll_find(b, part, start, stop):
    start = ll_clamp_start(start, ll.getarraysize(b))
    stop = ll_clamp(stop, ll.getarraysize(b))
    if start > stop:
        return -1
    return ll.leaf("find", b, start, stop, part, 0, ll.getarraysize(part))


def ll_count(b, part, start, stop):
    start = ll_clamp_start(start, ll.getarraysize(b))
    stop = ll_clamp(stop, ll.getarraysize(b))
    if start > stop:
        return 0
    size = ll.getarraysize(part)
    if size == 0:
        return stop - start + 1
    count = 0
    while True:
        start = ll.leaf("find", b, start, stop, part, 0, size)
        if start < 0:
            return count
        count += 1
        start += size


def ll_startswith(b, part, start, stop):
    start = ll_clamp_start(start, ll.getarraysize(b))
    stop = ll_clamp(stop, ll.getarraysize(b))
    size = ll.getarraysize(part)
    return size <= stop - start and ll.compare_items(b, start, part, 0, size) == 0


def ll_endswith(b, part, start, stop):
    start = ll_clamp_start(start, ll.getarraysize(b))
    stop = ll_clamp(stop, ll.getarraysize(b))
    size = ll.getarraysize(part)
    return size <= stop - start and ll.compare_items(b, stop - size, part, 0, size) == 0


def ll_hex(b):
    size = ll.getarraysize(b)
    s = ll_make(size + size, size + size)
    i = 0
    while i < size:
        byte = ll_get_byte(b, i)
        ll_put_str_byte(s, i + i, ll_hex_digit(byte >> 4))
        ll_put_str_byte(s, i + i + 1, ll_hex_digit(byte & 15))
        i += 1
    return s


def ll_hex_digit(digit):
    if digit < 10:
        return 48 + digit
    return 87 + digit


# ---- handlers of errors

def ll_raise_handler(name):
    text = ll_str_concat(ll.str_ptr("unknown error handler name '"), name)
    raise LookupError(ll.ptr_str(ll_str_concat(text, ll.str_ptr("'"))))


def ll_raise_wrong_callback():
    raise TypeError("don't know how to handle UnicodeDecodeError in error callback")


# ---- bytes.decode

def ll_decode_simple(b, kind, handler, errors):
    size = ll.getarraysize(b)
    if kind == UTF8 and ll.leaf("utf8_error", b, 0, size) < 0:
        return ll_from_utf8(b, 0, size)
    out = ll.malloc_varsize(CHARS, size << 2)  # at most \xNN for each byte
    target = 0
    position = 0
    while position < size:
        good = ll_good_bytes(b, position, kind)
        if good > position:
            if kind == LATIN1:
                target = ll_decode_latin(b, position, good, out, target)
            else:
                ll.copy_items(b, position, out, target, good - position)
                target += good - position
            position = good
        else:
            count = 1
            reason = 0
            if kind == UTF8:
                ll.leaf("utf8_error", b, position, size)
                status = ll.leaf("status")
                count = status >> 4
                reason = status & 15
            if handler == UNKNOWN:
                ll_raise_handler(errors)
            if handler == REFERENCE:
                ll_raise_wrong_callback()
            if handler == PASS and kind == UTF8 and ll_is_surrogate(b, position):
                ll.copy_items(b, position, out, target, 3)
                target += 3
                position += 3
                continue
            if handler == STRICT or handler == PASS:
                ll_raise_decode(b, position, count, reason)
            target = ll_mend(b, position, count, handler, out, target)
            position += count
    return ll_from_utf8(out, 0, target)


def ll_is_surrogate(b, position):
    """Whether what UTF-8 would make of a surrogate stands there."""
    if position + 3 > ll.getarraysize(b) or ll_get_byte(b, position) != 0xED:
        return False
    return ll_get_byte(b, position + 1) >> 5 == 5 and ll_get_byte(b, position + 2) >> 6 == 2


def ll_good_bytes(b, position, kind):
    """Where the next byte that cannot be decoded lies."""
    size = ll.getarraysize(b)
    if kind == UTF8:
        at = ll.leaf("utf8_error", b, position, size)
        if at >= 0:
            return at
        return size
    if kind == LATIN1:
        return size
    while position < size and ll_get_byte(b, position) < 128:
        position += 1
    return position


def ll_decode_latin(b, position, stop, out, target):
    while position < stop:
        byte = ll_get_byte(b, position)
        if byte < 128:
            out[target] = ll.cast_int_to_char(byte)
            target += 1
        else:
            out[target] = ll.cast_int_to_char(0xC0 | byte >> 6)
            out[target + 1] = ll.cast_int_to_char(0x80 | byte & 0x3F)
            target += 2
        position += 1
    return target


def ll_to_latin(b):
    """The text whose characters are the bytes."""
    out = ll.malloc_varsize(CHARS, ll.getarraysize(b) << 1)
    return ll_from_utf8(out, 0, ll_decode_latin(b, 0, ll.getarraysize(b), out, 0))


def ll_from_latin(s):
    """The bytes that are the characters, all of which are below 256."""
    result = ll.malloc_varsize(BYTES, s.length)
    position = 0
    i = 0
    while i < s.length:
        ll_put_byte(result, i, ll_decode_at(s, position))
        position += ll_width(ll_byte(s, position))
        i += 1
    return result


def ll_raise_decode(b, position, count, reason):
    """reason: of utf8_error, 0 for ASCII."""
    if reason > 0:
        ll_raise_decode_error(b, position, count, reason)
    raise UnicodeDecodeError("ascii", ll.ptr_bytes(b), position, position + 1, "ordinal not in range(128)")


def ll_mend(b, position, count, handler, out, target):
    """What the handler writes for `count` bytes; returns the position behind it."""
    if handler == REPLACE:  # U+FFFD
        out[target] = ll.cast_int_to_char(0xEF)
        out[target + 1] = ll.cast_int_to_char(0xBF)
        out[target + 2] = ll.cast_int_to_char(0xBD)
        return target + 3
    if handler == IGNORE:
        return target
    while count > 0:
        byte = ll_get_byte(b, position)
        if handler == ESCAPE:  # U+DC00 + byte
            out[target] = ll.cast_int_to_char(0xED)
            out[target + 1] = ll.cast_int_to_char(0xB0 | byte >> 6)
            out[target + 2] = ll.cast_int_to_char(0x80 | byte & 0x3F)
            target += 3
        else:
            out[target] = ll.cast_int_to_char(92)
            out[target + 1] = ll.cast_int_to_char(120)
            out[target + 2] = ll.cast_int_to_char(ll_hex_digit(byte >> 4))
            out[target + 3] = ll.cast_int_to_char(ll_hex_digit(byte & 15))
            target += 4
        position += 1
        count -= 1
    return target


# ---- str.encode

def ll_encode_simple(s, kind, handler, errors):
    size = ll.getarraysize(s)
    if s.length == size or kind == UTF8 and ll.leaf("utf8_surrogate", s, 0, size) < 0:
        result = ll.malloc_varsize(BYTES, size)
        ll.copy_items(s, 0, result, 0, size)
        return result
    longest = size * 3  # at most \UNNNNNNNN or &#NNNNNNN; for four bytes, &#NNN; for two
    out = ll.malloc_varsize(BYTES, longest)
    target = 0
    position = 0
    index = 0
    while position < size:
        code = ll_decode_at(s, position)
        width = ll_width(ll_byte(s, position))
        if ll_can_encode(code, kind):
            if kind == LATIN1:
                ll_put_byte(out, target, code)
                target += 1
            else:
                ll.copy_items(s, position, out, target, width)
                target += width
        elif handler == ESCAPE and code >= 0xDC80 and code <= 0xDCFF:
            ll_put_byte(out, target, code - 0xDC00)
            target += 1
        elif handler == REPLACE:
            ll_put_byte(out, target, 63)
            target += 1
        elif handler == PASS and kind == UTF8:
            ll.copy_items(s, position, out, target, width)
            target += width
        elif handler == BACKSLASH or handler == REFERENCE:
            escape = ll_backslashed(code)
            if handler == REFERENCE:
                escape = ll_reference(code)
            count = ll.getarraysize(escape)
            ll.copy_items(escape, 0, out, target, count)
            target += count
        elif handler == UNKNOWN:
            ll_raise_handler(errors)
        elif handler != IGNORE:
            ll_raise_encode(s, position, index, kind, handler)
        position += width
        index += 1
    return ll_part(out, 0, target)


def ll_can_encode(code, kind):
    if kind == UTF8:
        return code < 0xD800 or code > 0xDFFF
    return code < 128 or kind == LATIN1 and code < 256


def ll_raise_encode(s, position, index, kind, handler):
    """It tells of the whole run of characters that cannot be encoded."""
    stop = position
    end = index
    size = ll.getarraysize(s)
    while stop < size and not ll_can_encode(ll_decode_at(s, stop), kind):
        stop += ll_width(ll_byte(s, stop))
        end += 1
    if kind == UTF8:
        ll_raise_encode_error(s, index, end - index)
    if kind == ASCII:
        raise UnicodeEncodeError("ascii", ll.ptr_str(s), index, end, "ordinal not in range(128)")
    raise UnicodeEncodeError("latin-1", ll.ptr_str(s), index, end, "ordinal not in range(256)")


def ll_reference(code):
    """As XML refers to a character."""
    return ll_str_concat(ll_str_concat(ll.str_ptr("&#"), ll_int_to_str(code)), ll.str_ptr(";"))


def ll_backslashed(code):
    """The escape of a character."""
    digits = 2
    letter = 120
    if code > 0xFFFF:
        digits = 8
        letter = 85
    elif code > 0xFF:
        digits = 4
        letter = 117
    s = ll_make(digits + 2, digits + 2)
    ll_put_str_byte(s, 0, 92)
    ll_put_str_byte(s, 1, letter)
    i = digits + 1
    while i > 1:
        ll_put_str_byte(s, i, ll_hex_digit(code & 15))
        code = code >> 4
        i -= 1
    return s
