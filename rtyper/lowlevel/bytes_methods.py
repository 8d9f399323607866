"""Methods of bytes that make new ones or look for parts, and bytes of an int.  Letters are those of ASCII."""

import ll
from bytestrings import ll_find, ll_get_byte, ll_part, ll_put_byte
from ll import BYTES, BYTES_POINTER, GcRef
from lists import ll_append, ll_new
from numbers_text import ll_int_to_str
from slices import ll_clamp, ll_clamp_start
from strings import ll_concat, ll_eq


# ---- looking for parts

def ll_rfind(b, part, start, stop):
    start = ll_clamp_start(start, ll.getarraysize(b))
    stop = ll_clamp(stop, ll.getarraysize(b))
    if start > stop:
        return -1
    return ll.leaf("rfind", b, start, stop, part, 0, ll.getarraysize(part))


def ll_index(b, part, start, stop):
    return ll_found(ll_find(b, part, start, stop))


def ll_rindex(b, part, start, stop):
    return ll_found(ll_rfind(b, part, start, stop))


def ll_found(position):
    if position < 0:
        raise ValueError("subsection not found")
    return position


def ll_removeprefix(b, prefix):
    size = ll.getarraysize(prefix)
    if size == 0 or size > ll.getarraysize(b) or ll.compare_items(b, 0, prefix, 0, size) != 0:
        return b
    return ll_part(b, size, ll.getarraysize(b) - size)


def ll_removesuffix(b, suffix):
    size = ll.getarraysize(suffix)
    rest = ll.getarraysize(b) - size
    if size == 0 or rest < 0 or ll.compare_items(b, rest, suffix, 0, size) != 0:
        return b
    return ll_part(b, 0, rest)


# ---- case

def ll_upper(b):
    return ll_shift_letters(b, 97, -32)


def ll_lower(b):
    return ll_shift_letters(b, 65, 32)


def ll_shift_letters(b, first, by):
    size = ll.getarraysize(b)
    result = ll.malloc_varsize(BYTES, size)
    i = 0
    while i < size:
        byte = ll_get_byte(b, i)
        if first <= byte and byte < first + 26:
            byte += by
        ll_put_byte(result, i, byte)
        i += 1
    return result


# ---- stripping: `bytes_` null: white space

def ll_strip(b, bytes_):
    start = ll_strip_start(b, bytes_)
    return ll_between(b, start, ll_strip_stop(b, bytes_, start))


def ll_lstrip(b, bytes_):
    return ll_between(b, ll_strip_start(b, bytes_), ll.getarraysize(b))


def ll_rstrip(b, bytes_):
    return ll_between(b, 0, ll_strip_stop(b, bytes_, 0))


def ll_strip_start(b, bytes_):
    start = 0
    while start < ll.getarraysize(b) and ll_is_stripped(ll_get_byte(b, start), bytes_):
        start += 1
    return start


def ll_strip_stop(b, bytes_, start):
    stop = ll.getarraysize(b)
    while stop > start and ll_is_stripped(ll_get_byte(b, stop - 1), bytes_):
        stop -= 1
    return stop


def ll_is_stripped(byte, bytes_):
    if ll.ptr_iszero(bytes_):
        return ll_is_space(byte)
    i = 0
    while i < ll.getarraysize(bytes_):
        if ll_get_byte(bytes_, i) == byte:
            return True
        i += 1
    return False


def ll_is_space(byte):
    return byte == 32 or (9 <= byte and byte <= 13)


def ll_between(b, start, stop):
    if stop - start == ll.getarraysize(b):
        return b
    return ll_part(b, start, stop - start)


# ---- splitting and joining

def ll_add_part(lst, b, start, stop):
    ll_append(lst, ll.cast_pointer(GcRef, ll_between(b, start, stop)))


def ll_split(LIST, b, separator, limit):
    """`separator` null: at white space.  `limit`: at most so many times, negative for all."""
    result = ll_new(LIST, 0)
    if ll.ptr_iszero(separator):
        ll_split_space(result, b, limit)
        return result
    width = ll.getarraysize(separator)
    if width == 0:
        raise ValueError("empty separator")
    size = ll.getarraysize(b)
    start = 0
    while limit != 0:
        at = ll.leaf("find", b, start, size, separator, 0, width)
        if at < 0:
            break
        ll_add_part(result, b, start, at)
        start = at + width
        limit -= 1
    ll_add_part(result, b, start, size)
    return result


def ll_split_space(result, b, limit):
    size = ll.getarraysize(b)
    position = 0
    while True:
        while position < size and ll_is_space(ll_get_byte(b, position)):
            position += 1
        if position == size:
            return
        if limit == 0:
            ll_add_part(result, b, position, size)
            return
        start = position
        while position < size and not ll_is_space(ll_get_byte(b, position)):
            position += 1
        ll_add_part(result, b, start, position)
        limit -= 1


def ll_join(separator, lst):
    """separator.join(list of bytes); the list's items are GcRef."""
    count = lst.length
    if count == 0:
        return ll.malloc_varsize(BYTES, 0)
    width = ll.getarraysize(separator)
    size = width * (count - 1)
    i = 0
    while i < count:
        size += ll.getarraysize(ll_join_item(lst, i))
        i += 1
    result = ll.malloc_varsize(BYTES, size)
    position = 0
    i = 0
    while i < count:
        if i > 0:
            ll.copy_items(separator, 0, result, position, width)
            position += width
        item = ll_join_item(lst, i)
        ll.copy_items(item, 0, result, position, ll.getarraysize(item))
        position += ll.getarraysize(item)
        i += 1
    return result


def ll_join_item(lst, i):
    item = lst.items[i]
    if ll.ptr_iszero(item):
        text = ll_concat(ll.str_ptr("sequence item "), ll_int_to_str(i))
        raise TypeError(ll.ptr_str(ll_concat(text, ll.str_ptr(": expected a bytes-like object, NoneType found"))))
    return ll.cast_pointer(BYTES_POINTER, item)


# ---- int.to_bytes

def ll_is_little(order):
    little = ll_eq(order, ll.str_ptr("little"))
    if not little and not ll_eq(order, ll.str_ptr("big")):
        raise ValueError("byteorder must be either 'little' or 'big'")
    return little


def ll_int_to_bytes(value, length, order, signed):
    little = ll_is_little(order)
    if length < 0:
        raise ValueError("length argument must be non-negative")
    if value < 0 and not signed:
        raise OverflowError("can't convert negative int to unsigned")
    result = ll.malloc_varsize(BYTES, length)
    rest = value
    i = 0
    while i < length:
        at = i
        if not little:
            at = length - 1 - i
        ll_put_byte(result, at, rest & 255)
        rest = rest >> 8
        i += 1
    sign = 0
    if value < 0:
        sign = -1
    fits = rest == sign
    if fits and signed:
        fits = ll_sign_fits(result, length, little, value)
    if not fits:
        raise OverflowError("int too big to convert")
    return result


def ll_sign_fits(b, length, little, value):
    """Whether the highest bit says the sign.  CPython takes -1 in no bytes."""
    if length == 0:
        return True
    at = 0
    if little:
        at = length - 1
    return (ll_get_byte(b, at) >= 128) == (value < 0)
