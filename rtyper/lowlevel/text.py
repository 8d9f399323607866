"""Methods of str that search, split, and change text.

Arguments that are indexes count code points and may be negative, as in Python; inside, positions are bytes.
A list of str is passed as its struct type LIST; its items are GcRef.
"""

import ll
from lists import ll_append, ll_new
from ll import CHARS, STR_POINTER
from numbers_text import ll_from_utf8, ll_int_to_str
from slices import MAX, ll_clamp, ll_clamp_start
from strings import (ll_byte, ll_code_width, ll_concat, ll_cut, ll_decode, ll_encode, ll_from_char, ll_from_code, ll_index_at,
                     ll_is_ascii, ll_make, ll_position, ll_put, ll_put_byte, ll_width)


def ll_size(s):
    return ll.getarraysize(s)


def ll_str_item(lst, i):
    return ll.cast_pointer(STR_POINTER, lst.items[i])


def ll_append_str(lst, s):
    ll_append(lst, ll.cast_pointer(ll.GcRef, s))


def ll_ord(s):
    if s.length != 1:
        ll_raise_ord(s)
    return ll_decode(s, 0)


def ll_raise_ord(s):
    text = ll_concat(ll.str_ptr("ord() expected a character, but string of length "), ll_int_to_str(s.length))
    raise TypeError(ll.ptr_str(ll_concat(text, ll.str_ptr(" found"))))


def ll_join(separator, lst):
    """separator.join(list of str); the list's items are GcRef."""
    count = lst.length
    if count == 0:
        return ll.str_ptr("")
    if count == 1:
        return ll_join_item(lst, 0)
    size = ll_size(separator) * (count - 1)
    length = separator.length * (count - 1)
    i = 0
    while i < count:
        s = ll_join_item(lst, i)
        size += ll_size(s)
        length += s.length
        i += 1
    result = ll_make(size, length)
    position = ll_put(result, 0, ll_join_item(lst, 0))
    i = 1
    while i < count:
        position = ll_put(result, position, separator)
        position = ll_put(result, position, ll_join_item(lst, i))
        i += 1
    return result


def ll_join_item(lst, i):
    item = lst.items[i]
    if ll.ptr_iszero(item):
        ll_raise_join(i)
    return ll.cast_pointer(STR_POINTER, item)


def ll_raise_join(i):
    text = ll_concat(ll.str_ptr("sequence item "), ll_int_to_str(i))
    raise TypeError(ll.ptr_str(ll_concat(text, ll.str_ptr(": expected str instance, NoneType found"))))


def ll_join_chars(separator, lst):
    """separator.join(list of UniChar)"""
    count = lst.length
    if count == 0:
        return ll.str_ptr("")
    size = ll_size(separator) * (count - 1)
    i = 0
    while i < count:
        size += ll_code_width(ll.cast_unichar_to_int(lst.items[i]))
        i += 1
    result = ll_make(size, count + separator.length * (count - 1))
    position = 0
    i = 0
    while i < count:
        if i > 0:
            position = ll_put(result, position, separator)
        position = ll_encode(result, position, ll.cast_unichar_to_int(lst.items[i]))
        i += 1
    return result


# ---- searching

def ll_find_position(s, sub, start, stop):
    """Position of the first occurrence within s[start:stop], or -1."""
    start = ll_clamp_start(start, s.length)
    stop = ll_clamp(stop, s.length)
    if start > stop:
        return -1
    return ll.leaf("find", s, ll_position(s, start), ll_position(s, stop), sub, 0, ll_size(sub))


def ll_rfind_position(s, sub, start, stop):
    start = ll_clamp_start(start, s.length)
    stop = ll_clamp(stop, s.length)
    if start > stop:
        return -1
    return ll.leaf("rfind", s, ll_position(s, start), ll_position(s, stop), sub, 0, ll_size(sub))


def ll_find(s, sub, start, stop):
    position = ll_find_position(s, sub, start, stop)
    if position < 0:
        return -1
    return ll_index_at(s, position)


def ll_rfind(s, sub, start, stop):
    position = ll_rfind_position(s, sub, start, stop)
    if position < 0:
        return -1
    return ll_index_at(s, position)


def ll_index(s, sub, start, stop):
    index = ll_find(s, sub, start, stop)
    if index < 0:
        raise ValueError("substring not found")
    return index


def ll_rindex(s, sub, start, stop):
    index = ll_rfind(s, sub, start, stop)
    if index < 0:
        raise ValueError("substring not found")
    return index


def ll_contains(s, sub):
    return ll.leaf("find", s, 0, ll_size(s), sub, 0, ll_size(sub)) >= 0


def ll_contains_char(s, char):
    code = ll.cast_unichar_to_int(char)
    if code < 0x80:
        return ll.leaf("find_byte", s, 0, ll_size(s), ll.cast_int_to_char(code)) >= 0
    return ll_contains(s, ll_from_char(char))


def ll_count(s, sub, start, stop):
    start = ll_clamp_start(start, s.length)
    stop = ll_clamp(stop, s.length)
    if start > stop:
        return 0
    if sub.length == 0:
        return stop - start + 1
    position = ll_position(s, start)
    end = ll_position(s, stop)
    count = 0
    while True:
        position = ll.leaf("find", s, position, end, sub, 0, ll_size(sub))
        if position < 0:
            return count
        count += 1
        position += ll_size(sub)


def ll_startswith(s, prefix, start, stop):
    return ll_matches_at(s, prefix, start, stop, False)


def ll_endswith(s, suffix, start, stop):
    return ll_matches_at(s, suffix, start, stop, True)


def ll_matches_at(s, part, start, stop, at_end):
    start = ll_clamp_start(start, s.length)
    stop = ll_clamp(stop, s.length)
    if start > stop:
        return False
    first = ll_position(s, start)
    last = ll_position(s, stop)
    size = ll_size(part)
    if size > last - first:
        return False
    if at_end:
        first = last - size
    return ll.compare_items(s, first, part, 0, size) == 0


def ll_startswith_any(s, prefixes, start, stop):
    """`prefixes`: a list of str."""
    i = 0
    while i < prefixes.length:
        if ll_matches_at(s, ll_str_item(prefixes, i), start, stop, False):
            return True
        i += 1
    return False


def ll_endswith_any(s, suffixes, start, stop):
    i = 0
    while i < suffixes.length:
        if ll_matches_at(s, ll_str_item(suffixes, i), start, stop, True):
            return True
        i += 1
    return False


# ---- replacing

def ll_replace(s, old, new, count):
    """count: at most, negative for all."""
    if count == 0:
        return s
    if old.length == 0:
        return ll_insert_everywhere(s, new, count)
    found = 0
    size = ll_size(s)
    position = 0
    while found != count:
        position = ll.leaf("find", s, position, size, old, 0, ll_size(old))
        if position < 0:
            break
        found += 1
        position += ll_size(old)
    if found == 0:
        return s
    result = ll_make(size + ll_replaced_growth(ll_size(new) - ll_size(old), found),
                     s.length + (new.length - old.length) * found)
    position = 0
    target = 0
    while found > 0:
        at = ll.leaf("find", s, position, size, old, 0, ll_size(old))
        ll.copy_items(s, position, result, target, at - position)
        target = ll_put(result, target + at - position, new)
        position = at + ll_size(old)
        found -= 1
    ll.copy_items(s, position, result, target, size - position)
    return result


def ll_replaced_growth(growth, times):
    if growth > 0 and times > ll.int_div_trunc(MAX >> 1, growth):
        raise OverflowError("replace string is too long")
    return growth * times


def ll_insert_everywhere(s, new, count):
    """s.replace("", new, count): before every code point, and at the end."""
    places = s.length + 1
    if count >= 0 and count < places:
        places = count
    size = ll_size(s)
    result = ll_make(size + ll_replaced_growth(ll_size(new), places), s.length + new.length * places)
    position = 0
    target = 0
    while places > 0:
        target = ll_put(result, target, new)
        places -= 1
        if position < size:
            width = ll_width(ll_byte(s, position))
            ll.copy_items(s, position, result, target, width)
            position += width
            target += width
    ll.copy_items(s, position, result, target, size - position)
    return result


# ---- splitting

def ll_is_space(s, position):
    byte = ll_byte(s, position)
    if byte < 0x80:
        return byte == 32 or byte >= 9 and byte <= 13 or byte >= 28 and byte <= 31
    return ll.leaf("uni_flags", ll.cast_int_to_unichar(ll_decode(s, position))) & 16 != 0


def ll_before(s, position):
    """Start of the code point that ends at `position`."""
    position -= 1
    while ll_byte(s, position) & 0xC0 == 0x80:
        position -= 1
    return position


def ll_split_space(LIST, s, limit):
    """s.split(None, limit)"""
    result = ll_new(LIST, 0)
    size = ll_size(s)
    position = 0
    while True:
        while position < size and ll_is_space(s, position):
            position += ll_width(ll_byte(s, position))
        if position >= size:
            return result
        if limit == 0:
            ll_append_str(result, ll_cut(s, position, size))
            return result
        limit -= 1
        start = position
        while position < size and not ll_is_space(s, position):
            position += ll_width(ll_byte(s, position))
        ll_append_str(result, ll_cut(s, start, position))


def ll_strip_end(s, start):
    """Position behind the last code point after `start` that is no space."""
    stop = ll_size(s)
    while stop > start:
        before = ll_before(s, stop)
        if not ll_is_space(s, before):
            return stop
        stop = before
    return start


def ll_rsplit_space(LIST, s, limit):
    result = ll_new(LIST, 0)
    stop = ll_strip_end(s, 0)
    while stop > 0:
        start = stop
        if limit == 0:
            ll_append_str(result, ll_cut(s, 0, stop))
            break
        limit -= 1
        while start > 0 and not ll_is_space(s, ll_before(s, start)):
            start = ll_before(s, start)
        ll_append_str(result, ll_cut(s, start, stop))
        stop = start
        while stop > 0 and ll_is_space(s, ll_before(s, stop)):
            stop = ll_before(s, stop)
    ll_reverse_strs(result)
    return result


def ll_reverse_strs(lst):
    i = 0
    j = lst.length - 1
    while i < j:
        item = lst.items[i]
        lst.items[i] = lst.items[j]
        lst.items[j] = item
        i += 1
        j -= 1


def ll_split(LIST, s, separator, limit):
    """`separator` null: at white space."""
    if ll.ptr_iszero(separator):
        return ll_split_space(LIST, s, limit)
    if separator.length == 0:
        raise ValueError("empty separator")
    result = ll_new(LIST, 0)
    size = ll_size(s)
    start = 0
    while limit != 0:
        at = ll.leaf("find", s, start, size, separator, 0, ll_size(separator))
        if at < 0:
            break
        ll_append_str(result, ll_cut(s, start, at))
        start = at + ll_size(separator)
        limit -= 1
    ll_append_str(result, ll_cut(s, start, size))
    return result


def ll_rsplit(LIST, s, separator, limit):
    if ll.ptr_iszero(separator):
        return ll_rsplit_space(LIST, s, limit)
    if separator.length == 0:
        raise ValueError("empty separator")
    result = ll_new(LIST, 0)
    stop = ll_size(s)
    while limit != 0:
        at = ll.leaf("rfind", s, 0, stop, separator, 0, ll_size(separator))
        if at < 0:
            break
        ll_append_str(result, ll_cut(s, at + ll_size(separator), stop))
        stop = at
        limit -= 1
    ll_append_str(result, ll_cut(s, 0, stop))
    ll_reverse_strs(result)
    return result


def ll_splitlines(LIST, s, keep_ends):
    result = ll_new(LIST, 0)
    size = ll_size(s)
    start = 0
    position = 0
    while position < size:
        end = position
        code = ll_decode(s, position)
        position += ll_width(ll_byte(s, position))
        if ll.leaf("uni_flags", ll.cast_int_to_unichar(code)) & 512:
            if code == 13 and position < size and ll_byte(s, position) == 10:
                position += 1
            if keep_ends:
                end = position
            ll_append_str(result, ll_cut(s, start, end))
            start = position
    if start < size:
        ll_append_str(result, ll_cut(s, start, size))
    return result


def ll_partition_at(s, separator):
    """Position of the separator in partition(), or -1."""
    if separator.length == 0:
        raise ValueError("empty separator")
    return ll.leaf("find", s, 0, ll_size(s), separator, 0, ll_size(separator))


def ll_rpartition_at(s, separator):
    if separator.length == 0:
        raise ValueError("empty separator")
    return ll.leaf("rfind", s, 0, ll_size(s), separator, 0, ll_size(separator))


def ll_partition(s, separator):
    at = ll_partition_at(s, separator)
    if at < 0:
        return s, ll.str_ptr(""), ll.str_ptr("")
    return ll_cut(s, 0, at), separator, ll_cut(s, at + ll_size(separator), ll_size(s))


def ll_rpartition(s, separator):
    at = ll_rpartition_at(s, separator)
    if at < 0:
        return ll.str_ptr(""), ll.str_ptr(""), s
    return ll_cut(s, 0, at), separator, ll_cut(s, at + ll_size(separator), ll_size(s))


# ---- stripping and padding.  `left`, `right`: constants

def ll_strip_space(s, left, right):
    start = 0
    stop = ll_size(s)
    if left:
        while start < stop and ll_is_space(s, start):
            start += ll_width(ll_byte(s, start))
    if right:
        stop = ll_strip_end(s, start)
    return ll_cut(s, start, stop)


def ll_strip_chars(s, chars, left, right):
    start = 0
    stop = ll_size(s)
    if left:
        while start < stop and ll_has_code(chars, ll_decode(s, start)):
            start += ll_width(ll_byte(s, start))
    if right:
        while stop > start:
            before = ll_before(s, stop)
            if not ll_has_code(chars, ll_decode(s, before)):
                break
            stop = before
    return ll_cut(s, start, stop)


def ll_has_code(chars, code):
    position = 0
    while position < ll_size(chars):
        if ll_decode(chars, position) == code:
            return True
        position += ll_width(ll_byte(chars, position))
    return False


def ll_strip(s, chars):
    """`chars` null: white space."""
    if ll.ptr_iszero(chars):
        return ll_strip_space(s, True, True)
    return ll_strip_chars(s, chars, True, True)


def ll_lstrip(s, chars):
    if ll.ptr_iszero(chars):
        return ll_strip_space(s, True, False)
    return ll_strip_chars(s, chars, True, False)


def ll_rstrip(s, chars):
    if ll.ptr_iszero(chars):
        return ll_strip_space(s, False, True)
    return ll_strip_chars(s, chars, False, True)


def ll_removeprefix(s, prefix):
    if ll_startswith(s, prefix, 0, MAX):
        return ll_cut(s, ll_size(prefix), ll_size(s))
    return s


def ll_removesuffix(s, suffix):
    if ll_endswith(s, suffix, 0, MAX):
        return ll_cut(s, 0, ll_size(s) - ll_size(suffix))
    return s


def ll_pad(s, left, right, fill):
    """s between `left` and `right` times the code point `fill`."""
    if left < 0:
        left = 0
    if right < 0:
        right = 0
    if left + right == 0:
        return s
    width = ll_code_width(fill)
    result = ll_make(ll_size(s) + (left + right) * width, s.length + left + right)
    position = 0
    while left > 0:
        position = ll_encode(result, position, fill)
        left -= 1
    position = ll_put(result, position, s)
    while right > 0:
        position = ll_encode(result, position, fill)
        right -= 1
    return result


def ll_fill_char(fill):
    """The fill character of the methods below, as UniChar."""
    if fill.length != 1:
        raise TypeError("The fill character must be exactly one character long")
    return ll.cast_int_to_unichar(ll_decode(fill, 0))


def ll_ljust(s, width, fill):
    return ll_pad(s, 0, width - s.length, ll.cast_unichar_to_int(fill))


def ll_rjust(s, width, fill):
    return ll_pad(s, width - s.length, 0, ll.cast_unichar_to_int(fill))


def ll_center(s, width, fill):
    code = ll.cast_unichar_to_int(fill)
    missing = width - s.length
    if missing <= 0:
        return s
    left = (missing >> 1) + (missing & width & 1)
    return ll_pad(s, left, missing - left, code)


def ll_zfill(s, width):
    missing = width - s.length
    if missing <= 0:
        return s
    result = ll_pad(s, missing, 0, 48)
    if ll_size(s) > 0:
        sign = ll_byte(s, 0)
        if sign == 43 or sign == 45:
            ll_put_byte(result, 0, sign)
            ll_put_byte(result, missing, 48)
    return result


def ll_expandtabs(s, tab_size):
    size = 0
    length = 0
    column = 0
    position = 0
    while position < ll_size(s):
        byte = ll_byte(s, position)
        width = ll_width(byte)
        if byte == 9:
            spaces = 0
            if tab_size > 0:
                spaces = tab_size - column % tab_size
            size += spaces
            length += spaces
            column += spaces
        else:
            size += width
            length += 1
            column += 1
            if byte == 10 or byte == 13:
                column = 0
        position += width
    result = ll_make(size, length)
    column = 0
    target = 0
    position = 0
    while position < ll_size(s):
        byte = ll_byte(s, position)
        width = ll_width(byte)
        if byte == 9:
            if tab_size > 0:
                spaces = tab_size - column % tab_size
                column += spaces
                while spaces > 0:
                    ll_put_byte(result, target, 32)
                    target += 1
                    spaces -= 1
        else:
            ll.copy_items(s, position, result, target, width)
            target += width
            column += 1
            if byte == 10 or byte == 13:
                column = 0
        position += width
    return result


# ---- case and classes of characters

def ll_change_case(s, which):
    """which: 0 lower, 1 upper, 2 title, 3 capitalize, 4 swapcase, 5 casefold"""
    size = ll_size(s)
    if ll_is_ascii(s) and which < 2:
        return ll_change_ascii(s, which)
    buffer = ll.malloc_varsize(CHARS, size + (size >> 1) + 8)
    needed = ll.leaf("utf8_case", s, 0, size, which, buffer)
    if needed > ll.getarraysize(buffer):
        buffer = ll.malloc_varsize(CHARS, needed)
        needed = ll.leaf("utf8_case", s, 0, size, which, buffer)
    return ll_from_utf8(buffer, 0, needed)


def ll_change_ascii(s, which):
    size = ll_size(s)
    first = 65 + (which << 5)
    result = ll_make(size, size)
    i = 0
    while i < size:
        byte = ll_byte(s, i)
        if byte >= first and byte < first + 26:
            byte = byte ^ 32
        ll_put_byte(result, i, byte)
        i += 1
    return result


def ll_char_flags(char):
    return ll.leaf("uni_flags", char)


def ll_char_is(char, flags):
    """Whether any of the flags of uni_flags holds."""
    return ll.leaf("uni_flags", char) & flags != 0


def ll_all(s, flags):
    """isalpha() and its like: not empty, and one of the flags holds for every code point."""
    size = ll_size(s)
    if size == 0:
        return False
    position = 0
    while position < size:
        if ll.leaf("uni_flags", ll.cast_int_to_unichar(ll_decode(s, position))) & flags == 0:
            return False
        position += ll_width(ll_byte(s, position))
    return True


def ll_isprintable(s):
    return s.length == 0 or ll_all(s, 256)


def ll_isidentifier(s):
    if s.length == 0:
        return False
    if ll.leaf("uni_flags", ll.cast_int_to_unichar(ll_decode(s, 0))) & 1024 == 0:
        return False
    return ll_all(s, 2048)


def ll_iscased(s, wanted, refused):
    """islower() and isupper(): some cased code point, and none of the flags `refused`."""
    size = ll_size(s)
    cased = False
    position = 0
    while position < size:
        flags = ll.leaf("uni_flags", ll.cast_int_to_unichar(ll_decode(s, position)))
        if flags & refused:
            return False
        if flags & wanted:
            cased = True
        position += ll_width(ll_byte(s, position))
    return cased


def ll_istitle(s):
    size = ll_size(s)
    cased = False
    previous_cased = False
    position = 0
    while position < size:
        flags = ll.leaf("uni_flags", ll.cast_int_to_unichar(ll_decode(s, position)))
        if flags & 192:  # isupper, istitle
            if previous_cased:
                return False
            previous_cased = True
            cased = True
        elif flags & 32:
            if not previous_cased:
                return False
            cased = True
        else:
            previous_cased = False
        position += ll_width(ll_byte(s, position))
    return cased


def ll_lower(s):
    return ll_change_case(s, 0)


def ll_upper(s):
    return ll_change_case(s, 1)


def ll_title(s):
    return ll_change_case(s, 2)


def ll_capitalize(s):
    return ll_change_case(s, 3)


def ll_swapcase(s):
    return ll_change_case(s, 4)


def ll_casefold(s):
    return ll_change_case(s, 5)


def ll_isalpha(s):
    return ll_all(s, 1)


def ll_isdecimal(s):
    return ll_all(s, 2)


def ll_isdigit(s):
    return ll_all(s, 4)


def ll_isnumeric(s):
    return ll_all(s, 8)


def ll_isalnum(s):
    return ll_all(s, 15)


def ll_isspace(s):
    return ll_all(s, 16)


def ll_islower(s):
    return ll_iscased(s, 32, 192)


def ll_isupper(s):
    return ll_iscased(s, 64, 160)


def ll_isascii(s):
    return ll_is_ascii(s)


# ---- translating

def ll_translate(s, table, replacement):
    """`replacement(table, code)`: the text for a character, or null where it stays."""
    size = 0
    length = 0
    position = 0
    while position < ll_size(s):
        width = ll_width(ll_byte(s, position))
        text = replacement(table, ll_decode(s, position))
        if ll.ptr_iszero(text):
            size += width
            length += 1
        else:
            size += ll_size(text)
            length += text.length
        position += width
    result = ll_make(size, length)
    target = 0
    position = 0
    while position < ll_size(s):
        width = ll_width(ll_byte(s, position))
        text = replacement(table, ll_decode(s, position))
        if ll.ptr_iszero(text):
            target = ll_encode(result, target, ll_decode(s, position))
        else:
            target = ll_put(result, target, text)
        position += width
    return result


def ll_translated(code):
    """The character that an int of a table stands for."""
    if code < 0 or code > 0x10FFFF:
        raise ValueError("character mapping must be in range(0x110000)")
    return ll_from_code(code)
