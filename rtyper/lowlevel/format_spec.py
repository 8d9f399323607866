"""Format specifications, [[fill]align][sign][z][#][0][width][grouping][.precision][type], as data."""

import ll
from ll import Bool, Signed
from numbers_text import ll_int_digits
from strings import ll_byte, ll_concat, ll_decode, ll_from_code, ll_width

# Codes are code points; 0 where absent.  width and precision: -1 where absent.
SPEC = ll.GcStruct("format_spec", ("fill", Signed), ("align", Signed), ("sign", Signed), ("alternate", Bool),
                   ("no_minus_zero", Bool), ("width", Signed), ("grouping", Signed), ("precision", Signed),
                   ("type", Signed), ("position", Signed))


def ll_is_align(code):
    return code == 60 or code == 62 or code == 61 or code == 94  # < > = ^


def ll_peek(text, position):
    """The byte at a position, 0 behind the end."""
    if position < ll.getarraysize(text):
        return ll_byte(text, position)
    return 0


def ll_number(text, spec):
    """The decimal number at spec.position, -1 if there is none."""
    value = -1
    while True:
        digit = ll_peek(text, spec.position) - 48
        if digit < 0 or digit > 9:
            return value
        if value < 0:
            value = 0
        if value > 922337203685477579:
            raise ValueError("Too many decimal digits in format string")
        value = value * 10 + digit
        spec.position += 1


def ll_parse(text, kind, default_type, default_align):
    """kind: the name of the value's type, for messages."""
    spec = ll.malloc(SPEC)
    spec.fill = 32
    spec.type = default_type
    size = ll.getarraysize(text)
    filled = False
    aligned = False
    if size > 0:
        first = ll_decode(text, 0)
        behind = ll_width(ll_byte(text, 0))
        if ll_is_align(ll_peek(text, behind)):
            spec.fill = first
            spec.align = ll_peek(text, behind)
            spec.position = behind + 1
            filled = True
            aligned = True
        elif ll_is_align(first):
            spec.align = first
            spec.position = 1
            aligned = True
    sign = ll_peek(text, spec.position)
    if sign == 43 or sign == 45 or sign == 32:
        spec.sign = sign
        spec.position += 1
    if ll_peek(text, spec.position) == 122:  # z
        spec.no_minus_zero = True
        spec.position += 1
    if ll_peek(text, spec.position) == 35:  # #
        spec.alternate = True
        spec.position += 1
    if not filled and ll_peek(text, spec.position) == 48:
        spec.fill = 48
        if not aligned and default_align == 62:
            spec.align = 61
            aligned = True
        spec.position += 1
    spec.width = ll_number(text, spec)
    if ll_peek(text, spec.position) == 44:
        spec.grouping = 44
        spec.position += 1
    if ll_peek(text, spec.position) == 95:
        if spec.grouping != 0:
            raise ValueError("Cannot specify both ',' and '_'.")
        spec.grouping = 95
        spec.position += 1
    if ll_peek(text, spec.position) == 44 and spec.grouping == 95:
        raise ValueError("Cannot specify both ',' and '_'.")
    spec.precision = -1
    if ll_peek(text, spec.position) == 46:
        spec.position += 1
        spec.precision = ll_number(text, spec)
        if spec.precision < 0:
            raise ValueError("Format specifier missing precision")
    if not aligned:
        spec.align = default_align
    ll_parse_type(text, kind, spec)
    return spec


def ll_parse_type(text, kind, spec):
    size = ll.getarraysize(text)
    position = spec.position
    if position < size:
        if position + ll_width(ll_byte(text, position)) < size:
            message = ll_concat(ll.str_ptr("Invalid format specifier "), ll_quoted_plainly(text))
            message = ll_concat(ll_concat(message, ll.str_ptr(" for object of type '")), kind)
            raise ValueError(ll.ptr_str(ll_concat(message, ll.str_ptr("'"))))
        spec.type = ll_decode(text, position)
    if spec.grouping == 0:
        return
    code = spec.type
    # d e E f F g G % and nothing take both separators
    if code == 100 or code >= 101 and code <= 103 or code >= 69 and code <= 71 or code == 37 or code == 0:
        return
    if spec.grouping == 95 and (code == 98 or code == 111 or code == 120 or code == 88):
        return
    ll_raise_grouping(spec.grouping, code)


def ll_quoted_plainly(text):
    """Between quotes, without escapes."""
    return ll_concat(ll_concat(ll.str_ptr("'"), text), ll.str_ptr("'"))


def ll_raise_grouping(grouping, code):
    message = ll_concat(ll.str_ptr("Cannot specify '"), ll_from_code(grouping))
    message = ll_concat(ll_concat(message, ll.str_ptr("' with '")), ll_code_text(code))
    raise ValueError(ll.ptr_str(ll_concat(message, ll.str_ptr("'."))))


def ll_code_text(code):
    """A type as messages show it."""
    if code > 32 and code < 128:
        return ll_from_code(code)
    return ll_concat(ll.str_ptr("\\x"), ll_int_digits(code, 16, False))


def ll_raise_unknown(code, kind):
    message = ll_concat(ll.str_ptr("Unknown format code '"), ll_code_text(code))
    message = ll_concat(ll_concat(message, ll.str_ptr("' for object of type '")), kind)
    raise ValueError(ll.ptr_str(ll_concat(message, ll.str_ptr("'"))))
