"""Methods of bytes that take them for ASCII text, translate them, or lay them out; bytes of iterables."""

import ll
from bytes_methods import ll_add_part, ll_between, ll_found, ll_is_little, ll_is_space, ll_is_stripped, ll_rfind
from bytestrings import (ll_concat, ll_count, ll_endswith, ll_find, ll_from_latin, ll_get_byte, ll_hex, ll_hex_digit,
                         ll_part, ll_put_byte, ll_startswith, ll_to_latin)
from lists import ll_new
from ll import BYTES, BYTES_POINTER
from numbers_text import ll_int_to_str
from strings import ll_byte as ll_str_byte, ll_concat as ll_str_concat, ll_make, ll_put_byte as ll_put_str_byte
from text import ll_center as ll_str_center, ll_expandtabs as ll_str_expandtabs, ll_reverse_strs, ll_zfill as ll_str_zfill


# ---- a byte given as an int where bytes may stand

def ll_of_byte(byte):
    if byte < 0 or byte > 255:
        raise ValueError("byte must be in range(0, 256)")
    result = ll.malloc_varsize(BYTES, 1)
    ll_put_byte(result, 0, byte)
    return result


def ll_find_byte(b, byte, start, stop):
    return ll_find(b, ll_of_byte(byte), start, stop)


def ll_rfind_byte(b, byte, start, stop):
    return ll_rfind(b, ll_of_byte(byte), start, stop)


def ll_index_byte(b, byte, start, stop):
    return ll_found(ll_find_byte(b, byte, start, stop))


def ll_rindex_byte(b, byte, start, stop):
    return ll_found(ll_rfind_byte(b, byte, start, stop))


def ll_count_byte(b, byte, start, stop):
    return ll_count(b, ll_of_byte(byte), start, stop)


def ll_startswith_any(b, prefixes, start, stop):
    """`prefixes`: a list of bytes."""
    i = 0
    while i < prefixes.length:
        if ll_startswith(b, ll.cast_pointer(BYTES_POINTER, prefixes.items[i]), start, stop):
            return True
        i += 1
    return False


def ll_endswith_any(b, suffixes, start, stop):
    i = 0
    while i < suffixes.length:
        if ll_endswith(b, ll.cast_pointer(BYTES_POINTER, suffixes.items[i]), start, stop):
            return True
        i += 1
    return False


# ---- kinds of letters

def ll_is_upper_byte(byte):
    return 65 <= byte and byte <= 90


def ll_is_lower_byte(byte):
    return 97 <= byte and byte <= 122


def ll_is_alpha_byte(byte):
    return ll_is_upper_byte(byte) or ll_is_lower_byte(byte)


def ll_is_digit_byte(byte):
    return 48 <= byte and byte <= 57


def ll_is_alnum_byte(byte):
    return ll_is_alpha_byte(byte) or ll_is_digit_byte(byte)


def ll_all(b, test):
    """Whether there are bytes, and all pass the test."""
    i = 0
    while i < ll.getarraysize(b):
        if not test(ll_get_byte(b, i)):
            return False
        i += 1
    return i > 0


def ll_isalnum(b):
    return ll_all(b, ll_is_alnum_byte)


def ll_isalpha(b):
    return ll_all(b, ll_is_alpha_byte)


def ll_isdigit(b):
    return ll_all(b, ll_is_digit_byte)


def ll_isspace(b):
    return ll_all(b, ll_is_space)


def ll_isascii(b):
    i = 0
    while i < ll.getarraysize(b):
        if ll_get_byte(b, i) >= 128:
            return False
        i += 1
    return True


def ll_islower(b):
    return ll_cased(b, ll_is_upper_byte, ll_is_lower_byte)


def ll_isupper(b):
    return ll_cased(b, ll_is_lower_byte, ll_is_upper_byte)


def ll_cased(b, never, once):
    found = False
    i = 0
    while i < ll.getarraysize(b):
        byte = ll_get_byte(b, i)
        if never(byte):
            return False
        if once(byte):
            found = True
        i += 1
    return found


def ll_istitle(b):
    found = False
    inside = False
    i = 0
    while i < ll.getarraysize(b):
        byte = ll_get_byte(b, i)
        if ll_is_upper_byte(byte):
            if inside:
                return False
            found = True
            inside = True
        elif ll_is_lower_byte(byte):
            if not inside:
                return False
        else:
            inside = False
        i += 1
    return found


# ---- case

def ll_upper_byte(byte):
    if ll_is_lower_byte(byte):
        return byte - 32
    return byte


def ll_lower_byte(byte):
    if ll_is_upper_byte(byte):
        return byte + 32
    return byte


def ll_capitalize(b):
    size = ll.getarraysize(b)
    result = ll.malloc_varsize(BYTES, size)
    i = 0
    while i < size:
        byte = ll_get_byte(b, i)
        if i == 0:
            byte = ll_upper_byte(byte)
        else:
            byte = ll_lower_byte(byte)
        ll_put_byte(result, i, byte)
        i += 1
    return result


def ll_swapcase(b):
    size = ll.getarraysize(b)
    result = ll.malloc_varsize(BYTES, size)
    i = 0
    while i < size:
        byte = ll_get_byte(b, i)
        if ll_is_alpha_byte(byte):
            byte = byte ^ 32
        ll_put_byte(result, i, byte)
        i += 1
    return result


def ll_title(b):
    size = ll.getarraysize(b)
    result = ll.malloc_varsize(BYTES, size)
    inside = False
    i = 0
    while i < size:
        byte = ll_get_byte(b, i)
        if inside:
            ll_put_byte(result, i, ll_lower_byte(byte))
        else:
            ll_put_byte(result, i, ll_upper_byte(byte))
        inside = ll_is_alpha_byte(byte)
        i += 1
    return result


# ---- layout, by way of text of the same characters

def ll_fill(fill, method):
    if ll.getarraysize(fill) != 1:
        text = ll_str_concat(method, ll.str_ptr("() argument 2 must be a byte string of length 1, not bytes"))
        raise TypeError(ll.ptr_str(text))
    return ll.cast_int_to_unichar(ll_get_byte(fill, 0))


def ll_center(b, width, fill):
    return ll_from_latin(ll_str_center(ll_to_latin(b), width, ll_fill(fill, ll.str_ptr("center"))))


def ll_ljust(b, width, fill):
    return ll_concat(b, ll_filled(width - ll.getarraysize(b), ll_fill(fill, ll.str_ptr("ljust"))))


def ll_rjust(b, width, fill):
    return ll_concat(ll_filled(width - ll.getarraysize(b), ll_fill(fill, ll.str_ptr("rjust"))), b)


def ll_filled(count, fill):
    byte = ll.cast_unichar_to_int(fill)
    if count < 0:
        count = 0
    result = ll.malloc_varsize(BYTES, count)
    i = 0
    while i < count:
        ll_put_byte(result, i, byte)
        i += 1
    return result


def ll_zfill(b, width):
    return ll_from_latin(ll_str_zfill(ll_to_latin(b), width))


def ll_expandtabs(b, tab_size):
    return ll_from_latin(ll_str_expandtabs(ll_to_latin(b), tab_size))


# ---- taking apart

def ll_partition(b, separator):
    width = ll.getarraysize(separator)
    size = ll.getarraysize(b)
    if width == 0:
        raise ValueError("empty separator")
    at = ll.leaf("find", b, 0, size, separator, 0, width)
    if at < 0:
        return b, ll_part(b, 0, 0), ll_part(b, 0, 0)
    return ll_part(b, 0, at), separator, ll_part(b, at + width, size - at - width)


def ll_rpartition(b, separator):
    width = ll.getarraysize(separator)
    size = ll.getarraysize(b)
    if width == 0:
        raise ValueError("empty separator")
    at = ll.leaf("rfind", b, 0, size, separator, 0, width)
    if at < 0:
        return ll_part(b, 0, 0), ll_part(b, 0, 0), b
    return ll_part(b, 0, at), separator, ll_part(b, at + width, size - at - width)


def ll_rsplit(LIST, b, separator, limit):
    """`separator` null: at white space."""
    result = ll_new(LIST, 0)
    if ll.ptr_iszero(separator):
        ll_rsplit_space(result, b, limit)
    else:
        ll_rsplit_at(result, b, separator, limit)
    ll_reverse_strs(result)
    return result


def ll_rsplit_at(result, b, separator, limit):
    width = ll.getarraysize(separator)
    if width == 0:
        raise ValueError("empty separator")
    stop = ll.getarraysize(b)
    while limit != 0:
        at = ll.leaf("rfind", b, 0, stop, separator, 0, width)
        if at < 0:
            break
        ll_add_part(result, b, at + width, stop)
        stop = at
        limit -= 1
    ll_add_part(result, b, 0, stop)


def ll_rsplit_space(result, b, limit):
    stop = ll.getarraysize(b)
    while True:
        while stop > 0 and ll_is_space(ll_get_byte(b, stop - 1)):
            stop -= 1
        if stop == 0:
            return
        if limit == 0:
            ll_add_part(result, b, 0, stop)
            return
        start = stop
        while start > 0 and not ll_is_space(ll_get_byte(b, start - 1)):
            start -= 1
        ll_add_part(result, b, start, stop)
        stop = start
        limit -= 1


def ll_splitlines(LIST, b, keep_ends):
    result = ll_new(LIST, 0)
    size = ll.getarraysize(b)
    start = 0
    position = 0
    while position < size:
        end = position
        byte = ll_get_byte(b, position)
        position += 1
        if byte == 10 or byte == 13:
            if byte == 13 and position < size and ll_get_byte(b, position) == 10:
                position += 1
            if keep_ends:
                end = position
            ll_add_part(result, b, start, end)
            start = position
    if start < size:
        ll_add_part(result, b, start, size)
    return result


# ---- replacing

def ll_replace(b, old, new, limit):
    """At most `limit` times, negative for all."""
    size = ll.getarraysize(b)
    width = ll.getarraysize(old)
    count = 0
    if limit != 0:
        count = ll_count(b, old, 0, size)
    if limit > 0 and count > limit:
        count = limit
    if count == 0:
        return b
    grown = ll.getarraysize(new)
    result = ll.malloc_varsize(BYTES, size + count * (grown - width))
    start = 0
    target = 0
    while count > 0:
        at = start
        if width > 0:
            at = ll.leaf("find", b, start, size, old, 0, width)
        ll.copy_items(b, start, result, target, at - start)
        target += at - start
        ll.copy_items(new, 0, result, target, grown)
        target += grown
        start = at + width
        if width == 0 and start < size:  # and one byte on
            ll_put_byte(result, target, ll_get_byte(b, start))
            target += 1
            start += 1
        count -= 1
    ll.copy_items(b, start, result, target, size - start)
    return result


def ll_translate(b, table, delete):
    """`table` null: nothing is exchanged."""
    plain = ll.ptr_iszero(table)
    if not plain and ll.getarraysize(table) != 256:
        raise ValueError("translation table must be 256 characters long")
    size = ll.getarraysize(b)
    result = ll.malloc_varsize(BYTES, size)
    target = 0
    i = 0
    while i < size:
        byte = ll_get_byte(b, i)
        if ll.getarraysize(delete) == 0 or not ll_is_stripped(byte, delete):
            if not plain:
                byte = ll_get_byte(table, byte)
            ll_put_byte(result, target, byte)
            target += 1
        i += 1
    return ll_between(result, 0, target)


def ll_maketrans(frm, to):
    if ll.getarraysize(frm) != ll.getarraysize(to):
        raise ValueError("maketrans arguments must have same length")
    result = ll.malloc_varsize(BYTES, 256)
    i = 0
    while i < 256:
        ll_put_byte(result, i, i)
        i += 1
    i = 0
    while i < ll.getarraysize(frm):
        ll_put_byte(result, ll_get_byte(frm, i), ll_get_byte(to, i))
        i += 1
    return result


# ---- bytes of other values

def ll_zeros(count):
    if count < 0:
        raise ValueError("negative count")
    result = ll.malloc_varsize(BYTES, count)
    i = 0
    while i < count:
        ll_put_byte(result, i, 0)
        i += 1
    return result


def ll_from_list(lst):
    """Of a list of int."""
    result = ll.malloc_varsize(BYTES, lst.length)
    i = 0
    while i < lst.length:
        byte = lst.items[i]
        if byte < 0 or byte > 255:
            raise ValueError("bytes must be in range(0, 256)")
        ll_put_byte(result, i, byte)
        i += 1
    return result


def ll_identity(b):
    return b


def ll_hex_value(byte):
    """Of a hexadecimal digit, or -1."""
    if ll_is_digit_byte(byte):
        return byte - 48
    byte = ll_lower_byte(byte)
    if 97 <= byte and byte <= 102:
        return byte - 87
    return -1


def ll_fromhex(s):
    size = ll.getarraysize(s)
    result = ll.malloc_varsize(BYTES, size >> 1)
    target = 0
    position = 0
    while True:
        while position < size and ll_is_space(ll_str_byte(s, position)):
            position += 1
        if position == size:
            return ll_between(result, 0, target)
        high = ll_hex_value(ll_str_byte(s, position))
        low = -1
        if high >= 0:
            position += 1
            if position < size:
                low = ll_hex_value(ll_str_byte(s, position))
        if low < 0:
            ll_raise_fromhex(s, position)
        ll_put_byte(result, target, high << 4 | low)
        target += 1
        position += 1


def ll_raise_fromhex(s, position):
    index = 0
    i = 0
    while i < position:
        if ll_str_byte(s, i) & 0xC0 != 0x80:
            index += 1
        i += 1
    text = ll_str_concat(ll.str_ptr("non-hexadecimal number found in fromhex() arg at position "), ll_int_to_str(index))
    raise ValueError(ll.ptr_str(text))


def ll_hex_separated(b, separator, group):
    """Groups of so many bytes, counted from the right, or from the left where negative."""
    if separator.length != 1:
        raise ValueError("sep must be length 1.")
    mark = ll_str_byte(separator, 0)
    if mark >= 128:
        raise ValueError("sep must be ASCII.")
    size = ll.getarraysize(b)
    if size == 0 or group == 0:
        return ll_hex(b)
    width = group
    if group < 0:
        width = -group
    marks = (size - 1) // width
    result = ll_make(size + size + marks, size + size + marks)
    target = 0
    i = 0
    while i < size:
        place = i
        if group > 0:
            place = size - i
        if i > 0 and place % width == 0:
            ll_put_str_byte(result, target, mark)
            target += 1
        byte = ll_get_byte(b, i)
        ll_put_str_byte(result, target, ll_hex_digit(byte >> 4))
        ll_put_str_byte(result, target + 1, ll_hex_digit(byte & 15))
        target += 2
        i += 1
    return result


def ll_hex_separated_by_byte(b, separator, group):
    return ll_hex_separated(b, ll_to_latin(separator), group)


# ---- int.from_bytes

def ll_int_from_bytes(b, order, signed):
    little = ll_is_little(order)
    size = ll.getarraysize(b)
    value = 0
    negative = False
    i = 0
    while i < size:
        at = i
        if little:
            at = size - 1 - i
        byte = ll_get_byte(b, at)
        if i == 0 and signed and byte >= 128:
            negative = True
            value = -1
        if value > 0x7FFFFFFFFFFFFF or value < -0x80000000000000:
            raise OverflowError("int too large to convert to a 64-bit integer")
        value = value << 8 | byte
        i += 1
    return value


def ll_int_from_list(lst, order, signed):
    return ll_int_from_bytes(ll_from_list(lst), order, signed)
