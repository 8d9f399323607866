"""format() and %-formatting of int, float, str and Number.

A format specification is parsed into a SPEC, by ll_parse, or at translation into static data:

  fill       code point of the fill character (32)        grouping   44 for ",", 95 for "_", else 0
  align      byte of "<", ">", "=", "^"; 0: not given     precision  -1: not given
  sign       byte of "+", "-", " "; 0: not given          kind       code point of the presentation type; 0: not given
  coerce     Bool: "z"          alternate  Bool: "#"      width      -1: not given
  zero       Bool: "0" before the width (where no fill was given)

Names of types in errors are those of the values: bool formats as int, under its own name.
"""

import ll
from numbers_text import ll_float_format, ll_float_to_str, ll_int_digits, ll_int_to_str
from strings import (ll_byte, ll_code_width, ll_concat, ll_cut, ll_decode, ll_encode, ll_from_code, ll_make,
                     ll_position, ll_put_byte, ll_width)
from tagged import BOOL, FLOAT, NONE, ll_to_str

SPEC = ll.GcStruct("format_spec", ("fill", ll.Signed), ("align", ll.Signed), ("sign", ll.Signed), ("coerce", ll.Bool),
                   ("alternate", ll.Bool), ("zero", ll.Bool), ("width", ll.Signed), ("grouping", ll.Signed),
                   ("precision", ll.Signed), ("kind", ll.Signed))
MAX_DIGITS = 922337203685477580  # a width may not get another digit beyond this


# ---- specifications that are not constant

def ll_parse(s, type_name):
    spec = ll.malloc(SPEC)
    spec.fill = 32
    size = ll.getarraysize(s)
    position = 0
    if size > 0:
        position = ll_width(ll_byte(s, 0))
        if position < size and ll_is_align(ll_byte(s, position)):
            spec.fill = ll_decode(s, 0)
            spec.align = ll_byte(s, position)
            position += 1
        elif ll_is_align(ll_byte(s, 0)):
            spec.align = ll_byte(s, 0)
        else:
            position = 0
    filled = position > 1
    byte = ll_peek(s, position)
    if byte == 43 or byte == 45 or byte == 32:
        spec.sign = byte
        position += 1
    if ll_peek(s, position) == 122:
        spec.coerce = True
        position += 1
    if ll_peek(s, position) == 35:
        spec.alternate = True
        position += 1
    if not filled and ll_peek(s, position) == 48:
        spec.zero = True
        position += 1
    stop = ll_skip_digits(s, position)
    spec.width = ll_parse_digits(s, position, stop)
    position = ll_parse_grouping(spec, s, stop)
    spec.precision = -1
    if ll_peek(s, position) == 46:
        position += 1
        stop = ll_skip_digits(s, position)
        spec.precision = ll_parse_digits(s, position, stop)
        if spec.precision < 0:
            raise ValueError("Format specifier missing precision")
        position = stop
    if position < size:
        if position + ll_width(ll_byte(s, position)) < size:
            ll_raise_invalid(s, type_name)
        spec.kind = ll_decode(s, position)
        ll_check_grouping(spec.grouping, spec.kind)
    return spec


def ll_is_align(byte):
    return byte == 60 or byte == 62 or byte == 61 or byte == 94


def ll_peek(s, position):
    """The byte there, or -1 at the end."""
    if position < ll.getarraysize(s):
        return ll_byte(s, position)
    return -1


def ll_digit_at(s, position):
    """The decimal digit there, of any script, or -1."""
    if position >= ll.getarraysize(s):
        return -1
    return ll.leaf("uni_digit", ll.cast_int_to_unichar(ll_decode(s, position)))


def ll_skip_digits(s, position):
    while ll_digit_at(s, position) >= 0:
        position += ll_width(ll_byte(s, position))
    return position


def ll_parse_digits(s, position, stop):
    """The number between the positions, -1 if they are equal."""
    if position == stop:
        return -1
    value = 0
    while position < stop:
        digit = ll_digit_at(s, position)
        if value > MAX_DIGITS or value == MAX_DIGITS and digit > 7:
            raise ValueError("Too many decimal digits in format string")
        value = value * 10 + digit
        position += ll_width(ll_byte(s, position))
    return value


def ll_parse_grouping(spec, s, position):
    if ll_peek(s, position) == 44:
        spec.grouping = 44
        position += 1
    if ll_peek(s, position) == 95:
        if spec.grouping != 0:
            raise ValueError("Cannot specify both ',' and '_'.")
        spec.grouping = 95
        position += 1
    if ll_peek(s, position) == 44 and spec.grouping == 95:
        raise ValueError("Cannot specify both ',' and '_'.")
    return position


def ll_check_grouping(grouping, kind):
    """Which types may be grouped; they are d e f g E F G %, and b o x X with "_"."""
    if grouping == 0 or kind == 0 or kind == 100 or kind == 37 or ll_is_float_kind(kind) and kind != 110:
        return
    if grouping == 95 and ll_base(kind) != 0 and kind != 110:
        return
    text = ll_concat(ll.str_ptr("Cannot specify '"), ll_from_code(grouping))
    text = ll_concat(text, ll.str_ptr("' with '"))
    text = ll_concat(text, ll_shown_kind(kind))
    raise ValueError(ll.ptr_str(ll_concat(text, ll.str_ptr("'."))))


def ll_raise_invalid(s, type_name):
    text = ll_concat(ll.str_ptr("Invalid format specifier '"), s)
    text = ll_concat(text, ll.str_ptr("' for object of type '"))
    text = ll_concat(text, type_name)
    raise ValueError(ll.ptr_str(ll_concat(text, ll.str_ptr("'"))))


def ll_raise_unknown(kind, type_name):
    text = ll_concat(ll.str_ptr("Unknown format code '"), ll_shown_kind(kind))
    text = ll_concat(text, ll.str_ptr("' for object of type '"))
    text = ll_concat(text, type_name)
    raise ValueError(ll.ptr_str(ll_concat(text, ll.str_ptr("'"))))


def ll_shown_kind(kind):
    if kind > 32 and kind < 128:
        return ll_from_code(kind)
    s = ll_int_digits(kind, 16, False)
    return ll_concat(ll.str_ptr("\\x"), s)


def ll_base(kind):
    """Base of an integer type, 0 if it is none."""
    if kind == 0 or kind == 100 or kind == 110:  # d n
        return 10
    if kind == 120 or kind == 88:  # x X
        return 16
    if kind == 98:  # b
        return 2
    if kind == 111:  # o
        return 8
    return 0


def ll_is_float_kind(kind):
    """e f g E F G n %"""
    if kind == 101 or kind == 102 or kind == 103 or kind == 110:
        return True
    return kind == 69 or kind == 70 or kind == 71 or kind == 37


# ---- format(value, s)

def ll_format_int(value, s):
    if s.length == 0:
        return ll_int_to_str(value)
    return ll_format_int_as(value, ll_parse(s, ll.str_ptr("int")), ll.str_ptr("int"))


def ll_format_bool(value, s):
    if s.length == 0:
        if value:
            return ll.str_ptr("True")
        return ll.str_ptr("False")
    return ll_format_int_as(ll.cast_bool_to_int(value), ll_parse(s, ll.str_ptr("bool")), ll.str_ptr("bool"))


def ll_format_float(value, s):
    if s.length == 0:
        return ll_float_to_str(value)
    return ll_format_float_as(value, ll_parse(s, ll.str_ptr("float")), ll.str_ptr("float"))


def ll_format_str(value, s):
    if s.length == 0:
        return value
    return ll_format_str_as(value, ll_parse(s, ll.str_ptr("str")))


def ll_format_number(value, s):
    if s.length == 0:
        return ll_to_str(value)
    tag = ll.number_tag(value)
    if tag == NONE:
        raise TypeError("unsupported format string passed to NoneType.__format__")
    if tag == FLOAT:
        return ll_format_float(ll.number_float(value), s)
    if tag == BOOL:
        return ll_format_bool(ll.number_int(value) != 0, s)
    return ll_format_int(ll.number_int(value), s)


def ll_format_object(text, s, type_name):
    """Of other objects, whose str() is `text`."""
    if s.length != 0:
        message = ll_concat(ll.str_ptr("unsupported format string passed to "), type_name)
        raise TypeError(ll.ptr_str(ll_concat(message, ll.str_ptr(".__format__"))))
    return text


# ---- parsed specifications

def ll_format_str_as(s, spec):
    if spec.kind != 0 and spec.kind != 115:
        ll_raise_unknown(spec.kind, ll.str_ptr("str"))
    ll_check_grouping(spec.grouping, 115)
    if spec.sign == 32:
        raise ValueError("Space not allowed in string format specifier")
    if spec.sign != 0:
        raise ValueError("Sign not allowed in string format specifier")
    if spec.coerce:
        raise ValueError("Negative zero coercion (z) not allowed in string format specifier")
    if spec.alternate:
        raise ValueError("Alternate form (#) not allowed in string format specifier")
    if spec.align == 61:
        raise ValueError("'=' alignment not allowed in string format specifier")
    if spec.precision >= 0 and spec.precision < s.length:
        s = ll_cut(s, 0, ll_position(s, spec.precision))
    missing = spec.width - s.length
    if missing <= 0:
        return s
    fill = spec.fill
    if spec.zero:
        fill = 48
    left = 0
    if spec.align == 62:
        left = missing
    elif spec.align == 94:
        left = missing >> 1
    return ll_padded(s, 0, left, missing - left, fill)


def ll_padded(s, inside, left, right, fill):
    """s with `left` fill characters after its first `inside` bytes, and `right` at its end."""
    result = ll_make(ll.getarraysize(s) + (left + right) * ll_code_width(fill), s.length + left + right)
    ll.copy_items(s, 0, result, 0, inside)
    position = ll_put_fill(result, inside, fill, left)
    ll.copy_items(s, inside, result, position, ll.getarraysize(s) - inside)
    ll_put_fill(result, position + ll.getarraysize(s) - inside, fill, right)
    return result


def ll_put_fill(target, position, fill, count):
    while count > 0:
        position = ll_encode(target, position, fill)
        count -= 1
    return position


def ll_format_int_as(value, spec, type_name):
    kind = spec.kind
    base = ll_base(kind)
    if base == 0 and kind != 99:
        if not ll_is_float_kind(kind):
            ll_raise_unknown(kind, type_name)
        return ll_format_float_as(ll.cast_int_to_float(value), spec, type_name)
    if spec.precision >= 0:
        raise ValueError("Precision not allowed in integer format specifier")
    if spec.coerce:
        raise ValueError("Negative zero coercion (z) not allowed in integer format specifier")
    if kind == 99:
        return ll_format_code(value, spec)
    prefix = ll.str_ptr("")
    if spec.alternate and base != 10:
        prefix = ll_concat(ll.str_ptr("0"), ll_from_code(kind))
    digits = ll_int_digits(value, base, kind == 88)
    group = 3
    if base != 10:
        group = 4
    return ll_arrange(ll_sign(value < 0, spec.sign), prefix, digits, ll.getarraysize(digits), spec, group)


def ll_format_code(value, spec):
    """Type c."""
    if spec.sign != 0:
        raise ValueError("Sign not allowed with integer format specifier 'c'")
    if spec.alternate:
        raise ValueError("Alternate form (#) not allowed with integer format specifier 'c'")
    if value < 0 or value > 0x10FFFF:
        raise OverflowError("%c arg not in range(0x110000)")
    return ll_arrange(ll.str_ptr(""), ll.str_ptr(""), ll_from_code(value), 0, spec, 3)


def ll_sign(negative, sign):
    if negative:
        return ll.str_ptr("-")
    if sign == 43:
        return ll.str_ptr("+")
    if sign == 32:
        return ll.str_ptr(" ")
    return ll.str_ptr("")


def ll_format_float_as(value, spec, type_name):
    kind = spec.kind
    precision = spec.precision
    if kind != 0 and not ll_is_float_kind(kind):
        ll_raise_unknown(kind, type_name)
    if precision > 2147483647:
        raise ValueError("precision too big")
    flags = 0
    if spec.alternate:
        flags = 4
    code = kind
    if kind == 0:
        flags = flags | 2
        code = 114
        if precision >= 0:
            code = 103
    elif kind == 110:
        code = 103
    elif kind == 37:
        code = 102
        value = ll.float_mul(value, 100.0)
    if precision < 0:
        precision = 6
    s = ll_float_format(value, code, precision, flags)
    if spec.coerce and ll_is_zero_text(s):
        s = ll_cut(s, 1, ll.getarraysize(s))
    if kind == 37:
        s = ll_concat(s, ll.str_ptr("%"))
    negative = ll_byte(s, 0) == 45
    if negative:
        s = ll_cut(s, 1, ll.getarraysize(s))
    digits = 0
    while digits < ll.getarraysize(s) and ll_byte(s, digits) >= 48 and ll_byte(s, digits) <= 57:
        digits += 1
    return ll_arrange(ll_sign(negative, spec.sign), ll.str_ptr(""), s, digits, spec, 3)


def ll_is_zero_text(s):
    """Whether it is "-", then zeros, a point, and no other digits before the exponent."""
    if ll_byte(s, 0) != 45:
        return False
    position = 1
    while position < ll.getarraysize(s):
        byte = ll_byte(s, position)
        if byte == 101 or byte == 69:
            return True
        if byte != 48 and byte != 46:
            return False
        position += 1
    return True


def ll_arrange(sign, prefix, number, digits, spec, group):
    """Sign, prefix and number, the first `digits` bytes of which are grouped, padded to the width."""
    fill = spec.fill
    align = spec.align
    if spec.zero:
        fill = 48
        if align == 0:
            align = 61
    if align == 0:
        align = 62
    head = sign.length + prefix.length
    if spec.grouping != 0 and digits > 0:
        room = 0
        if fill == 48 and align == 61:
            room = spec.width - head - (number.length - digits)
        number = ll_group(number, digits, room, spec.grouping, group)
    missing = spec.width - head - number.length
    s = ll_concat(ll_concat(sign, prefix), number)
    if missing <= 0:
        return s
    if align == 60:
        return ll_padded(s, 0, 0, missing, fill)
    if align == 94:
        return ll_padded(s, 0, missing >> 1, missing - (missing >> 1), fill)
    if align == 61:
        return ll_padded(s, head, missing, 0, fill)
    return ll_padded(s, 0, missing, 0, fill)


def ll_group(number, digits, room, separator, group):
    """The number with its first `digits` bytes in groups, zeros before them until they take `room` characters."""
    shown = digits  # digits with the zeros
    while shown + ll.int_div_trunc(shown - 1, group) < room:
        shown += 1
    separators = ll.int_div_trunc(shown - 1, group)
    rest = ll.getarraysize(number) - digits
    result = ll_make(shown + separators + rest, shown + separators + rest)
    position = 0
    left = shown
    while left > 0:
        if left > digits:
            ll_put_byte(result, position, 48)
        else:
            ll_put_byte(result, position, ll_byte(number, digits - left))
        position += 1
        left -= 1
        if left > 0 and ll.int_mod_trunc(left, group) == 0:
            ll_put_byte(result, position, separator)
            position += 1
    ll.copy_items(number, digits, result, position, rest)
    return result


# ---- "%" formatting, one conversion at a time
#
# flags: the sum of LEFT ... below.  width and precision: -1 if not given; a negative width that comes from an
# argument means LEFT and its absolute value.  code: the conversion's byte.

LEFT = 1       # "-"
ZERO = 2       # "0"
PLUS = 4       # "+"
BLANK = 8      # " "
ALTERNATE = 16  # "#"


def ll_percent_text(s, flags, width, precision):
    """%s, %r, %a, whose text is given."""
    if precision >= 0 and precision < s.length:
        s = ll_cut(s, 0, ll_position(s, precision))
    return ll_percent_pad(s, 0, flags & LEFT, width)


def ll_percent_pad(s, head, flags, width):
    """head: bytes of sign and prefix, before which blanks and after which zeros go."""
    missing = width - s.length
    if missing <= 0:
        return s
    if flags & LEFT:
        return ll_padded(s, 0, 0, missing, 32)
    if flags & ZERO:
        return ll_padded(s, head, missing, 0, 48)
    return ll_padded(s, 0, missing, 0, 32)


def ll_star_flags(flags, width):
    """The flags of a conversion whose width is an argument."""
    if width < 0:
        return flags | LEFT
    return flags


def ll_star_width(width):
    if width < 0:
        return -width
    return width


def ll_star_precision(precision):
    if precision < 0:
        return 0
    return precision


def ll_percent_byte(code, flags, width):
    """%c of an int, of bytes"""
    if code < 0 or code > 255:
        raise OverflowError("%c arg not in range(256)")
    return ll_percent_text(ll_from_code(code), flags, width, -1)


def ll_percent_byte_bytes(b, flags, width):
    """%c of bytes"""
    if ll.getarraysize(b) != 1:
        raise TypeError("%c requires an integer in range(256) or a single byte")
    code = ll.cast_char_to_int(ll.getinterior(b, "chars", 0))
    return ll_percent_text(ll_from_code(code), flags, width, -1)


def ll_percent_char(code, flags, width):
    """%c of an int"""
    if code < 0 or code > 0x10FFFF:
        raise OverflowError("%c arg not in range(0x110000)")
    return ll_percent_text(ll_from_code(code), flags, width, -1)


def ll_percent_char_str(s, flags, width):
    """%c of a str"""
    if s.length != 1:
        raise TypeError("%c requires int or char")
    return ll_percent_text(s, flags, width, -1)


def ll_percent_sign(flags):
    """Of what is not negative."""
    if flags & PLUS:
        return ll.str_ptr("+")
    if flags & BLANK:
        return ll.str_ptr(" ")
    return ll.str_ptr("")


def ll_percent_int(value, code, flags, width, precision):
    """%d %i %u %o %x %X"""
    base = 10
    if code == 111 or code == 120 or code == 88:
        base = ll_base(code)
    number = ll_int_digits(value, base, code == 88)
    if precision > number.length:
        number = ll_padded(number, 0, precision - number.length, 0, 48)
    head = ll.str_ptr("-")
    if value >= 0:
        head = ll_percent_sign(flags)
    if flags & ALTERNATE and base != 10:
        head = ll_concat(head, ll_concat(ll.str_ptr("0"), ll_from_code(code)))
    return ll_percent_pad(ll_concat(head, number), head.length, flags, width)


def ll_percent_float(value, code, flags, width, precision):
    """%e %E %f %F %g %G"""
    if precision < 0:
        precision = 6
    format_flags = 0
    if flags & ALTERNATE:
        format_flags = 4
    number = ll_float_format(value, code, precision, format_flags)
    if ll_byte(number, 0) == 45:
        return ll_percent_pad(number, 1, flags, width)
    head = ll_percent_sign(flags)
    return ll_percent_pad(ll_concat(head, number), head.length, flags, width)


def ll_raise_percent_type(code, type_name):
    """The TypeError of a conversion to a number, for a value of this type."""
    if ll_is_float_kind(code):
        raise TypeError(ll.ptr_str(ll_concat(ll.str_ptr("must be real number, not "), type_name)))
    text = ll_concat(ll.str_ptr("%"), ll_from_code(code))
    if code == 100 or code == 105 or code == 117:
        text = ll_concat(text, ll.str_ptr(" format: a real number is required, not "))
    else:
        text = ll_concat(text, ll.str_ptr(" format: an integer is required, not "))
    raise TypeError(ll.ptr_str(ll_concat(text, type_name)))
