"""str.encode and bytes.decode: which encoding and which handler of errors a call means, and the encodings other than
UTF-8, ASCII and Latin-1, which bytestrings.py has.

Texts are decoded into UTF-8 with surrogates, as str has it."""

import ll
from bytestrings import (BACKSLASH, ESCAPE, IGNORE, LATIN1, PASS, REFERENCE, REPLACE, STRICT, UNKNOWN, UTF8, ll_backslashed,
                         ll_decode_simple, ll_encode_simple, ll_get_byte, ll_mend, ll_part, ll_put_byte, ll_raise_handler,
                         ll_raise_wrong_callback, ll_reference)
from ll import BYTES, CHARS
from numbers_text import ll_from_utf8
from strings import ll_byte, ll_code_width, ll_concat, ll_decode as ll_decode_at, ll_eq, ll_width

# Numbers of encodings, as runtime/generate_codecs.py has them; from FIRST_MAP on bytes are characters one by one.
UTF16 = 3
UTF16_LE = 4
UTF16_BE = 5
UTF32 = 6
UTF32_LE = 7
UTF32_BE = 8
UTF8_SIG = 9
FIRST_MAP = 10
NOT_BUILT = -2
NO_TEXT = -3


def ll_encoding(name, method):
    kind = ll.leaf("codec_find", name)
    if kind >= 0:
        return kind
    ll_check_name(name)
    if kind == NO_TEXT:
        text = ll_concat(ll_concat(ll.str_ptr("'"), name), ll.str_ptr("' is not a text encoding; use codecs."))
        return ll_raise_lookup(ll_concat(text, method), ll.str_ptr("() to handle arbitrary codecs"))
    if kind == NOT_BUILT:
        return ll_raise_lookup(ll.str_ptr("an encoding that translated programs do not have: "), name)
    return ll_raise_lookup(ll.str_ptr("unknown encoding: "), name)


def ll_check_name(name):
    if ll.leaf("find_byte", name, 0, ll.getarraysize(name), ll.cast_int_to_char(0)) >= 0:
        raise ValueError("embedded null character")


def ll_raise_lookup(text, name):
    raise LookupError(ll.ptr_str(ll_concat(text, name)))


def ll_handler(name):
    if ll_eq(name, ll.str_ptr("strict")):
        return STRICT
    if ll_eq(name, ll.str_ptr("ignore")):
        return IGNORE
    if ll_eq(name, ll.str_ptr("replace")):
        return REPLACE
    if ll_eq(name, ll.str_ptr("surrogateescape")):
        return ESCAPE
    if ll_eq(name, ll.str_ptr("backslashreplace")):
        return BACKSLASH
    if ll_eq(name, ll.str_ptr("surrogatepass")):
        return PASS
    if ll_eq(name, ll.str_ptr("xmlcharrefreplace")):
        return REFERENCE
    return UNKNOWN


# ---- bytes.decode

def ll_decode(b, encoding, errors):
    size = ll.getarraysize(b)
    if size == 0:
        ll_check_name(encoding)
        return ll.str_ptr("")
    kind = ll_encoding(encoding, ll.str_ptr("decode"))
    handler = ll_handler(errors)
    if kind == UTF8_SIG:
        if size >= 3 and ll_get_byte(b, 0) == 0xEF and ll_get_byte(b, 1) == 0xBB and ll_get_byte(b, 2) == 0xBF:
            b = ll_part(b, 3, size - 3)
        kind = UTF8
    if kind <= LATIN1:
        return ll_decode_simple(b, kind, handler, errors)
    out = ll.malloc_varsize(CHARS, size << 2)  # at most \xNN for each byte
    start = 0
    if kind == UTF16:
        kind = UTF16_LE
        mark = ll_code_at(b, 0, kind)
        if mark == 0xFEFF or mark == 0xFFFE:
            start = 2
            if mark == 0xFFFE:
                kind = UTF16_BE
    elif kind == UTF32:
        kind = UTF32_LE
        mark = ll_code_at(b, 0, kind)
        if mark == 0xFEFF or mark == 0xFFFE0000:
            start = 4
            if mark == 0xFFFE0000:
                kind = UTF32_BE
    return ll_from_utf8(out, 0, ll_decode_units(b, start, kind, handler, errors, out))


def ll_unit(kind):
    """The bytes of a unit of an encoding."""
    if kind >= FIRST_MAP or kind == UTF8:
        return 1
    if kind <= UTF16_BE:
        return 2
    return 4


def ll_code_at(b, position, kind):
    """The unit at a place; -1 where too few bytes are left."""
    count = ll_unit(kind)
    if position + count > ll.getarraysize(b):
        return -1
    code = 0
    i = 0
    while i < count:
        at = position + i
        if kind == UTF16_LE or kind == UTF32_LE:
            at = position + count - 1 - i
        code = code << 8 | ll_get_byte(b, at)
        i += 1
    return code


def ll_decode_units(b, position, kind, handler, errors, out):
    size = ll.getarraysize(b)
    target = 0
    while position < size:
        code = ll_code_at(b, position, kind)
        width = ll_unit(kind)
        if kind >= FIRST_MAP:
            code = ll.leaf("codec_character", kind, code)
        elif kind <= UTF16_BE and code >= 0xD800 and code <= 0xDBFF:
            second = ll_code_at(b, position + 2, kind)
            if second >= 0xDC00 and second <= 0xDFFF:
                code = 0x10000 + ((code & 0x3FF) << 10) + (second & 0x3FF)
                width = 4
        if code >= 0 and code <= 0x10FFFF and (code < 0xD800 or code > 0xDFFF):
            target = ll_put_code(out, target, code)
            position += width
        elif handler == PASS and code >= 0xD800 and code <= 0xDFFF:
            target = ll_put_code(out, target, code)
            position += width
        else:
            end = ll_end_of_error(b, position, kind, code)
            if handler == UNKNOWN:
                ll_raise_handler(errors)
            if handler == REFERENCE:
                ll_raise_wrong_callback()
            if handler == ESCAPE and ll_get_byte(b, position) < 128 or handler == STRICT or handler == PASS:
                ll_raise_units(b, position, end, kind, code)
            count = end - position
            if handler == ESCAPE:
                count = 1
                while position + count < end and ll_get_byte(b, position + count) >= 128:
                    count += 1
            target = ll_mend(b, position, count, handler, out, target)
            position += count
    return target


def ll_put_code(out, target, code):
    """As strings.ll_encode, into bare characters."""
    width = ll_code_width(code)
    if width == 1:
        out[target] = ll.cast_int_to_char(code)
        return target + 1
    shift = 6 * (width - 1)
    first = 0xC0 | code >> 6
    if width == 3:
        first = 0xE0 | code >> 12
    elif width == 4:
        first = 0xF0 | code >> 18
    out[target] = ll.cast_int_to_char(first)
    target += 1
    while shift > 0:
        shift -= 6
        out[target] = ll.cast_int_to_char(0x80 | code >> shift & 0x3F)
        target += 1
    return target


def ll_end_of_error(b, position, kind, code):
    if code < 0 and kind < FIRST_MAP:
        return ll.getarraysize(b)
    if kind <= UTF16_BE and code <= 0xDBFF and ll_code_at(b, position + 2, kind) < 0:
        return ll.getarraysize(b)
    return position + ll_unit(kind)


def ll_raise_units(b, start, end, kind, code):
    if kind >= FIRST_MAP:
        ll_raise_undecoded(ll.str_ptr("charmap"), b, start, end, ll.str_ptr("character maps to <undefined>"))
    if kind > UTF16_BE:
        reason = ll.str_ptr("code point in surrogate code point range(0xd800, 0xe000)")
        if code < 0:
            reason = ll.str_ptr("truncated data")
        elif code > 0x10FFFF:
            reason = ll.str_ptr("code point not in range(0x110000)")
    elif code < 0:
        reason = ll.str_ptr("truncated data")
    elif code >= 0xDC00:
        reason = ll.str_ptr("illegal encoding")
    elif ll_code_at(b, start + 2, kind) < 0:
        reason = ll.str_ptr("unexpected end of data")
    else:
        reason = ll.str_ptr("illegal UTF-16 surrogate")
    ll_raise_undecoded(ll_name(kind), b, start, end, reason)


def ll_raise_undecoded(name, b, start, end, reason):
    raise UnicodeDecodeError(ll.ptr_str(name), ll.ptr_bytes(b), start, end, ll.ptr_str(reason))


def ll_name(kind):
    """As errors tell it."""
    if kind == UTF16:
        return ll.str_ptr("utf-16")
    if kind == UTF16_LE:
        return ll.str_ptr("utf-16-le")
    if kind == UTF16_BE:
        return ll.str_ptr("utf-16-be")
    if kind == UTF32:
        return ll.str_ptr("utf-32")
    if kind == UTF32_LE:
        return ll.str_ptr("utf-32-le")
    if kind == UTF32_BE:
        return ll.str_ptr("utf-32-be")
    return ll.str_ptr("charmap")


# ---- str.encode

def ll_encode(s, encoding, errors):
    kind = ll_encoding(encoding, ll.str_ptr("encode"))
    handler = ll_handler(errors)
    if kind <= LATIN1:
        return ll_encode_simple(s, kind, handler, errors)
    if kind == UTF8_SIG:
        b = ll_encode_simple(s, UTF8, handler, errors)
        marked = ll.malloc_varsize(BYTES, ll.getarraysize(b) + 3)
        ll_put_byte(marked, 0, 0xEF)
        ll_put_byte(marked, 1, 0xBB)
        ll_put_byte(marked, 2, 0xBF)
        ll.copy_items(b, 0, marked, 3, ll.getarraysize(b))
        return marked
    unit = ll_unit(kind)
    longest = 4
    if handler == BACKSLASH or handler == REFERENCE:
        longest = 10 * unit  # \UNNNNNNNN or &#NNNNNNN;
    out = ll.malloc_varsize(BYTES, s.length * longest + 4)
    target = 0
    if kind == UTF16 or kind == UTF32:
        target = ll_put_unit(out, 0, 0xFEFF, unit, False)
    position = 0
    index = 0
    first = 0  # of the run of characters that cannot be encoded, and its position
    run = -1
    while position < ll.getarraysize(s):
        code = ll_decode_at(s, position)
        can = ll_can_encode(code, kind)
        if unit > 1 or run < 0:
            first = index
            run = position
        if can:
            run = -1
        if can or handler == PASS and kind < FIRST_MAP:
            target = ll_put_encoded(out, target, code, kind)
        elif handler == ESCAPE and unit == 1 and code >= 0xDC80 and code <= 0xDCFF:
            ll_put_byte(out, target, code - 0xDC00)
            target += 1
        elif handler == REPLACE and ll_can_encode(63, kind):
            target = ll_put_encoded(out, target, 63, kind)
        elif handler == BACKSLASH:
            target = ll_put_ascii(out, target, ll_backslashed(code), s, index, kind)
        elif handler == REFERENCE:
            target = ll_put_ascii(out, target, ll_reference(code), s, index, kind)
        elif handler == UNKNOWN:
            ll_raise_handler(errors)
        elif handler != IGNORE:
            ll_raise_unencoded(s, run, first, kind)
        position += ll_width(ll_byte(s, position))
        index += 1
    return ll_part(out, 0, target)


def ll_can_encode(code, kind):
    if kind >= FIRST_MAP:
        return ll.leaf("codec_byte", kind, code) >= 0
    return code < 0xD800 or code > 0xDFFF


def ll_put_encoded(out, target, code, kind):
    if kind >= FIRST_MAP:
        ll_put_byte(out, target, ll.leaf("codec_byte", kind, code))
        return target + 1
    big = kind == UTF16_BE or kind == UTF32_BE
    if kind <= UTF16_BE and code > 0xFFFF:
        target = ll_put_unit(out, target, 0xD800 | (code - 0x10000) >> 10, 2, big)
        code = 0xDC00 | code & 0x3FF
    return ll_put_unit(out, target, code, ll_unit(kind), big)


def ll_put_unit(out, target, code, count, big):
    i = 0
    while i < count:
        at = target + i
        if big:
            at = target + count - 1 - i
        ll_put_byte(out, at, code >> 8 * i & 255)
        i += 1
    return target + count


def ll_put_ascii(out, target, text, s, index, kind):
    i = 0
    while i < ll.getarraysize(text):
        code = ll_byte(text, i)
        if not ll_can_encode(code, kind):
            ll_raise_unencoded_part(s, index, index + 1, kind)
        target = ll_put_encoded(out, target, code, kind)
        i += 1
    return target


def ll_raise_unencoded(s, position, index, kind):
    """It tells of the whole run of characters that cannot be encoded, where bytes are characters."""
    end = index + 1
    stop = position + ll_width(ll_byte(s, position))
    if kind >= FIRST_MAP:
        while stop < ll.getarraysize(s) and not ll_can_encode(ll_decode_at(s, stop), kind):
            stop += ll_width(ll_byte(s, stop))
            end += 1
    ll_raise_unencoded_part(s, index, end, kind)


def ll_raise_unencoded_part(s, index, end, kind):
    reason = ll.str_ptr("surrogates not allowed")
    if kind >= FIRST_MAP:
        reason = ll.str_ptr("character maps to <undefined>")
    raise UnicodeEncodeError(ll.ptr_str(ll_name(kind)), ll.ptr_str(s), index, end, ll.ptr_str(reason))
