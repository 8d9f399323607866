"""Numbers to text and back, and repr of text."""

import ll
from ll import CHARS, STR
from strings import ll_byte, ll_code_width, ll_concat, ll_cut, ll_decode, ll_encode, ll_is_ascii, ll_make, ll_put_byte, ll_width


def ll_int_to_str(n):
    negative = n < 0
    value = ll.cast_int_to_uint(n)
    if negative:
        value = ll.cast_int_to_uint(-n)
    ten = ll.cast_int_to_uint(10)
    digits = 1
    rest = ll.uint_div(value, ten)
    while ll.cast_uint_to_int(rest) != 0:
        digits += 1
        rest = ll.uint_div(rest, ten)
    if negative:
        digits += 1
    s = ll_make(digits, digits)
    position = digits
    while True:
        position -= 1
        rest = ll.uint_div(value, ten)
        digit = ll.cast_uint_to_int(ll.uint_sub(value, ll.uint_mul(rest, ten)))
        ll_put_byte(s, position, 48 + digit)
        value = rest
        if ll.cast_uint_to_int(value) == 0:
            break
    if negative:
        ll_put_byte(s, 0, 45)
    return s


def ll_int_digits(n, base, upper):
    """The digits of |n| in base 2, 8, 10 or 16, without sign or prefix."""
    if base == 10:
        s = ll_int_to_str(n)
        if n < 0:
            return ll_cut(s, 1, ll.getarraysize(s))
        return s
    value = ll.cast_int_to_uint(n)
    if n < 0:
        value = ll.cast_int_to_uint(-n)
    radix = ll.cast_int_to_uint(base)
    digits = 1
    rest = ll.uint_div(value, radix)
    while ll.cast_uint_to_int(rest) != 0:
        digits += 1
        rest = ll.uint_div(rest, radix)
    s = ll_make(digits, digits)
    letter = 87
    if upper:
        letter = 55
    position = digits
    while position > 0:
        position -= 1
        rest = ll.uint_div(value, radix)
        digit = ll.cast_uint_to_int(ll.uint_sub(value, ll.uint_mul(rest, radix)))
        if digit < 10:
            ll_put_byte(s, position, 48 + digit)
        else:
            ll_put_byte(s, position, letter + digit)
        value = rest
    return s


def ll_int_prefixed(n, base):
    """hex(), oct(), bin()"""
    prefix = ll.str_ptr("0x")
    if base == 8:
        prefix = ll.str_ptr("0o")
    if base == 2:
        prefix = ll.str_ptr("0b")
    s = ll_concat(prefix, ll_int_digits(n, base, False))
    if n < 0:
        return ll_concat(ll.str_ptr("-"), s)
    return s


def ll_bool_to_str(value):
    if value:
        return ll.str_ptr("True")
    return ll.str_ptr("False")


def ll_none_to_str():
    return ll.str_ptr("None")


def ll_float_to_str(x):
    buffer = ll.malloc_varsize(CHARS, 32)
    size = ll.leaf("float_repr", x, buffer)
    return ll_from_buffer(buffer, size)


def ll_float_format(x, code, precision, flags):
    """`code`: a byte of e E f F g G r; see float_format in runtime/leaf.def."""
    buffer = ll.malloc_varsize(CHARS, 64)
    size = ll.leaf("float_format", x, ll.cast_int_to_char(code), precision, flags, buffer)
    if size > 64:
        buffer = ll.malloc_varsize(CHARS, size)
        ll.leaf("float_format", x, ll.cast_int_to_char(code), precision, flags, buffer)
    return ll_from_buffer(buffer, size)


def ll_from_buffer(buffer, size):
    """The first `size` bytes, which are ASCII."""
    s = ll_make(size, size)
    ll.copy_items(buffer, 0, s, 0, size)
    return s


def ll_from_utf8(buffer, start, stop):
    """The bytes start .. stop, which are valid."""
    size = stop - start
    s = ll_make(size, ll.leaf("utf8_count", buffer, start, stop))
    ll.copy_items(buffer, start, s, 0, size)
    return s


# ---- parsing

def ll_parse_int(s, base):
    """int(s, base)"""
    if base != 0 and (base < 2 or base > 36):
        raise ValueError("int() base must be >= 2 and <= 36, or 0")
    result = ll.leaf("int_parse", s, 0, ll.getarraysize(s), base)
    status = ll.leaf("status")
    if status == 1:
        text = ll_concat(ll.str_ptr("invalid literal for int() with base "), ll_int_to_str(base))
        text = ll_concat(text, ll.str_ptr(": "))
        raise ValueError(ll.ptr_str(ll_concat(text, ll_repr(s))))
    if status == 2:
        raise OverflowError("int too large to convert to a 64-bit integer")
    return result


def ll_parse_float(s):
    """float(s)"""
    result = ll.leaf("float_parse", s, 0, ll.getarraysize(s))
    if ll.leaf("status") != 0:
        raise ValueError(ll.ptr_str(ll_concat(ll.str_ptr("could not convert string to float: "), ll_repr(s))))
    return result


# ---- repr of text

def ll_repr(s):
    return ll_quote(s, False)


def ll_ascii(s):
    """ascii(): all beyond ASCII is escaped."""
    return ll_quote(s, True)


def ll_ascii_only(s):
    """Text made by repr(), with all beyond ASCII escaped: ascii()."""
    if ll_is_ascii(s):
        return s
    size = 0
    position = 0
    while position < ll.getarraysize(s):
        code = ll_decode(s, position)
        if code < 128:
            size += 1
        else:
            size += ll_escape_width(code, 0, True)
        position += ll_width(ll_byte(s, position))
    result = ll_make(size, size)
    target = 0
    position = 0
    while position < ll.getarraysize(s):
        code = ll_decode(s, position)
        if code < 128:
            ll_put_byte(result, target, code)
            target += 1
        else:
            width = ll_escape_width(code, 0, True)
            ll_put_escape(result, target, code, width)
            target += width
        position += ll_width(ll_byte(s, position))
    return result


def ll_quote(s, ascii_only):
    size = ll.getarraysize(s)
    quote = 39
    if ll.leaf("find_byte", s, 0, size, ll.cast_int_to_char(39)) >= 0:
        if ll.leaf("find_byte", s, 0, size, ll.cast_int_to_char(34)) < 0:
            quote = 34
    length = 2
    bytes_needed = 2
    position = 0
    while position < size:
        code = ll_decode(s, position)
        width = ll_escape_width(code, quote, ascii_only)
        if width == 0:
            length += 1
            bytes_needed += ll_code_width(code)
        else:
            length += width
            bytes_needed += width
        position += ll_width(ll_byte(s, position))
    result = ll_make(bytes_needed, length)
    ll_put_byte(result, 0, quote)
    target = 1
    position = 0
    while position < size:
        code = ll_decode(s, position)
        width = ll_escape_width(code, quote, ascii_only)
        if width == 0:
            target = ll_encode(result, target, code)
        else:
            ll_put_escape(result, target, code, width)
            target += width
        position += ll_width(ll_byte(s, position))
    ll_put_byte(result, target, quote)
    return result


def ll_escape_width(code, quote, ascii_only):
    """How many characters the escape of a code point has; 0: it stands for itself."""
    if code < 0x7F:
        if code == quote or code == 92:
            return 2
        if code >= 32:
            return 0
        if code == 10 or code == 13 or code == 9:
            return 2
        return 4
    if code > 0x7F and not ascii_only and ll.leaf("uni_flags", ll.cast_int_to_unichar(code)) & 256:
        return 0
    if code < 0x100:
        return 4
    if code < 0x10000:
        return 6
    return 10


def ll_put_escape(target, position, code, width):
    ll_put_byte(target, position, 92)
    if width == 2:
        letter = code
        if code == 10:
            letter = 110
        elif code == 13:
            letter = 114
        elif code == 9:
            letter = 116
        ll_put_byte(target, position + 1, letter)
        return
    letter = 120
    if width == 6:
        letter = 117
    elif width == 10:
        letter = 85
    ll_put_byte(target, position + 1, letter)
    at = position + width
    while at > position + 2:
        at -= 1
        digit = code & 15
        if digit < 10:
            ll_put_byte(target, at, 48 + digit)
        else:
            ll_put_byte(target, at, 87 + digit)
        code = code >> 4


def ll_repr_bytes(b):
    """repr of a bytes object."""
    size = ll.getarraysize(b)
    quote = 39
    if ll.leaf("find_byte", b, 0, size, ll.cast_int_to_char(39)) >= 0:
        if ll.leaf("find_byte", b, 0, size, ll.cast_int_to_char(34)) < 0:
            quote = 34
    length = 3
    i = 0
    while i < size:
        width = ll_escape_width(ll_byte(b, i), quote, True)
        if width == 0:
            width = 1
        length += width
        i += 1
    result = ll_make(length, length)
    ll_put_byte(result, 0, 98)
    ll_put_byte(result, 1, quote)
    target = 2
    i = 0
    while i < size:
        code = ll_byte(b, i)
        width = ll_escape_width(code, quote, True)
        if width == 0:
            ll_put_byte(result, target, code)
            target += 1
        else:
            ll_put_escape(result, target, code, width)
            target += width
        i += 1
    ll_put_byte(result, target, quote)
    return result
