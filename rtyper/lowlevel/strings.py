"""str: `GcStruct str { hash, length, index, chars }`, UTF-8 in chars, length in code points.

Text is ASCII when length equals the number of bytes; then a code point's position is its index.  Other texts
have a sampled index, made when first needed: the byte position of every 64th code point.
A character is passed as UniChar; "position" always means bytes, "index" code points.
"""

import ll
from ll import INT32S, STR
from slices import MAX, ll_clamp, ll_slice_count, ll_slice_start

SAMPLE_BITS = 6
INDEXED_LIMIT = 2147483647  # positions in the index are 32 bits; longer texts are walked


# ---- bytes and positions

def ll_size(s):
    return ll.getarraysize(s)


def ll_byte(s, position):
    return ll.cast_char_to_int(ll.getinterior(s, "chars", position))


def ll_put_byte(s, position, byte):
    ll.setinterior(s, "chars", position, ll.cast_int_to_char(byte))


def ll_is_ascii(s):
    return s.length == ll.getarraysize(s)


def ll_make(size, length):
    """A str of `size` zero bytes that will hold `length` code points."""
    s = ll.malloc_varsize(STR, size)
    s.length = length
    return s


def ll_width(byte):
    """Bytes of the code point that begins with `byte`."""
    if byte < 0x80:
        return 1
    if byte < 0xE0:
        return 2
    if byte < 0xF0:
        return 3
    return 4


def ll_decode(s, position):
    """The code point at `position`."""
    first = ll_byte(s, position)
    if first < 0x80:
        return first
    second = ll_byte(s, position + 1) & 0x3F
    if first < 0xE0:
        return (first & 0x1F) << 6 | second
    third = ll_byte(s, position + 2) & 0x3F
    if first < 0xF0:
        return (first & 0x0F) << 12 | second << 6 | third
    return (first & 0x07) << 18 | second << 12 | third << 6 | (ll_byte(s, position + 3) & 0x3F)


def ll_code_width(code):
    if code < 0x80:
        return 1
    if code < 0x800:
        return 2
    if code < 0x10000:
        return 3
    return 4


def ll_encode(s, position, code):
    """Writes a code point; returns the position behind it."""
    if code < 0x80:
        ll_put_byte(s, position, code)
        return position + 1
    if code < 0x800:
        ll_put_byte(s, position, 0xC0 | code >> 6)
        ll_put_byte(s, position + 1, 0x80 | code & 0x3F)
        return position + 2
    if code < 0x10000:
        ll_put_byte(s, position, 0xE0 | code >> 12)
        ll_put_byte(s, position + 1, 0x80 | code >> 6 & 0x3F)
        ll_put_byte(s, position + 2, 0x80 | code & 0x3F)
        return position + 3
    ll_put_byte(s, position, 0xF0 | code >> 18)
    ll_put_byte(s, position + 1, 0x80 | code >> 12 & 0x3F)
    ll_put_byte(s, position + 2, 0x80 | code >> 6 & 0x3F)
    ll_put_byte(s, position + 3, 0x80 | code & 0x3F)
    return position + 4


def ll_position(s, index):
    """Byte position of the code point `index`, 0 .. length."""
    if s.length == ll.getarraysize(s):
        return index
    return ll_position_sampled(s, index)


def ll_position_sampled(s, index):
    size = ll.getarraysize(s)
    if index == s.length:
        return size
    if index < 1 << SAMPLE_BITS or size > INDEXED_LIMIT:
        return ll.leaf("utf8_skip", s, 0, index)
    if ll.ptr_iszero(s.index):
        ll_make_index(s)
    sample = index >> SAMPLE_BITS
    return ll.leaf("utf8_skip", s, s.index[sample], index - (sample << SAMPLE_BITS))


def ll_make_index(s):
    count = (s.length >> SAMPLE_BITS) + 1
    samples = ll.malloc_varsize(INT32S, count)
    position = 0
    i = 1
    while i < count:
        position = ll.leaf("utf8_skip", s, position, 1 << SAMPLE_BITS)
        samples[i] = position
        i += 1
    s.index = samples


def ll_index_at(s, position):
    """Index of the code point at a byte position."""
    if s.length == ll.getarraysize(s):
        return position
    if position < 256 or ll.getarraysize(s) > INDEXED_LIMIT:
        return ll.leaf("utf8_count", s, 0, position)
    if ll.ptr_iszero(s.index):
        ll_make_index(s)
    low = 0
    high = ll.getarraysize(s.index)
    while high - low > 1:
        middle = (low + high) >> 1
        if s.index[middle] <= position:
            low = middle
        else:
            high = middle
    return (low << SAMPLE_BITS) + ll.leaf("utf8_count", s, s.index[low], position)


# ---- parts

def ll_cut(s, start, stop):
    """The text between two positions."""
    size = stop - start
    if size <= 0:
        return ll.str_ptr("")
    if size == ll.getarraysize(s):
        return s
    length = size
    if s.length != ll.getarraysize(s):
        length = ll.leaf("utf8_count", s, start, stop)
    result = ll_make(size, length)
    ll.copy_items(s, start, result, 0, size)
    return result


def ll_len(s):
    return s.length


def ll_is_true(s):
    return s.length != 0


def ll_getchar(s, index):
    """s[index], as UniChar."""
    if index < 0:
        index += s.length
    if index < 0 or index >= s.length:
        raise IndexError("string index out of range")
    return ll_char_at(s, index)


def ll_char_at(s, index):
    """For an index that exists."""
    if s.length == ll.getarraysize(s):
        return ll.cast_int_to_unichar(ll_byte(s, index))
    return ll.cast_int_to_unichar(ll_decode(s, ll_position_sampled(s, index)))


def ll_getslice(s, start, stop):
    start = ll_clamp(start, s.length)
    stop = ll_clamp(stop, s.length)
    if start >= stop:
        return ll.str_ptr("")
    return ll_cut(s, ll_position(s, start), ll_position(s, stop))


def ll_getslice_step(s, start, stop, step):
    start = ll_slice_start(start, s.length, step)
    count = ll_slice_count(start, stop, s.length, step)
    if count == 0:
        return ll.str_ptr("")
    if s.length == ll.getarraysize(s):
        result = ll_make(count, count)
        i = 0
        while i < count:
            ll_put_byte(result, i, ll_byte(s, start))
            start += step
            i += 1
        return result
    size = 0
    at = start
    i = 0
    while i < count:
        size += ll_width(ll_byte(s, ll_position(s, at)))
        at += step
        i += 1
    result = ll_make(size, count)
    position = 0
    i = 0
    while i < count:
        position = ll_encode(result, position, ll_decode(s, ll_position(s, start)))
        start += step
        i += 1
    return result


# ---- characters

def ll_from_char(char):
    return ll_from_code(ll.cast_unichar_to_int(char))


def ll_from_code(code):
    s = ll_make(ll_code_width(code), 1)
    ll_encode(s, 0, code)
    return s


def ll_chr(code):
    """chr(), as UniChar."""
    if code < 0 or code > 0x10FFFF:
        raise ValueError("chr() arg not in range(0x110000)")
    return ll.cast_int_to_unichar(code)


def ll_char_hash(char):
    return ll_hash(ll_from_char(char))


def ll_first_char(s):
    """Of a str that is known to have one character, as UniChar."""
    return ll.cast_int_to_unichar(ll_decode(s, 0))


def ll_identity(s):
    return s


# ---- joining

def ll_concat(a, b):
    if b.length == 0:
        return a
    if a.length == 0:
        return b
    size = ll.getarraysize(a)
    result = ll_make(size + ll.getarraysize(b), a.length + b.length)
    ll.copy_items(a, 0, result, 0, size)
    ll.copy_items(b, 0, result, size, ll.getarraysize(b))
    return result


def ll_put(target, position, s):
    """Copies s into a str in the making; returns the position behind it."""
    ll.copy_items(s, 0, target, position, ll.getarraysize(s))
    return position + ll.getarraysize(s)


def ll_repeat(s, count):
    size = ll.getarraysize(s)
    if count <= 0 or size == 0:
        return ll.str_ptr("")
    if count == 1:
        return s
    if size > ll.int_div_trunc(MAX, count):
        raise OverflowError("repeated string is too long")
    result = ll_make(size * count, s.length * count)
    position = 0
    while position < size * count:
        position = ll_put(result, position, s)
    return result


def ll_repeat_char(char, count):
    return ll_repeat(ll_from_char(char), count)


# ---- comparing and hashing

def ll_eq(a, b):
    if ll.ptr_eq(a, b):
        return True
    size = ll.getarraysize(a)
    if size != ll.getarraysize(b):
        return False
    return ll.compare_items(a, 0, b, 0, size) == 0


def ll_eq_nullable(a, b):
    """Where None may come as well."""
    if ll.ptr_eq(a, b):
        return True
    if ll.ptr_iszero(a) or ll.ptr_iszero(b):
        return False
    return ll_eq(a, b)


def ll_compare(a, b):
    """Below, equal to or above zero.  Bytes of UTF-8 compare as code points do."""
    size = ll.getarraysize(a)
    if ll.getarraysize(b) < size:
        size = ll.getarraysize(b)
    order = ll.compare_items(a, 0, b, 0, size)
    if order != 0:
        return order
    return ll.getarraysize(a) - ll.getarraysize(b)


def ll_lt(a, b):
    return ll_compare(a, b) < 0


def ll_le(a, b):
    return ll_compare(a, b) <= 0


def ll_hash(s):
    result = s.hash
    if result == 0:
        result = ll.leaf("hash_text", s, 0, ll.getarraysize(s))
        s.hash = result
    return result


def ll_hash_nullable(s):
    if ll.ptr_iszero(s):
        return 0
    return ll_hash(s)


def ll_is_true_nullable(s):
    return ll.ptr_nonzero(s) and s.length != 0


# ---- iteration: `position` runs through the bytes

STR_ITERATOR = ll.GcStruct("str_iterator", ("text", ll.Ptr(STR)), ("position", ll.Signed))


def ll_reverse_iter(s):
    iterator = ll.malloc(STR_ITERATOR)
    iterator.text = s
    iterator.position = ll.getarraysize(s)
    return iterator


def ll_reverse_next(iterator):
    s = iterator.text
    position = iterator.position - 1
    if position < 0:
        raise StopIteration
    while ll_byte(s, position) & 0xC0 == 0x80:
        position -= 1
    iterator.position = position
    return ll.cast_int_to_unichar(ll_decode(s, position))
