"""float.fromhex: the value is rounded once, to the nearest, ties to even."""

import ll
from ints import ll_bit_length
from strings import ll_byte

DIGITS = 15  # that are kept; of the others only whether they are all zero
TOO_LARGE = 1000000000000


def ll_fromhex(s):
    """[+-] [0x] digits [. digits] [p exponent], or inf, infinity, nan."""
    at = 0
    stop = ll.getarraysize(s)
    while at < stop and ll_is_blank(ll_byte(s, at)):
        at += 1
    while stop > at and ll_is_blank(ll_byte(s, stop - 1)):
        stop -= 1
    negative = at < stop and ll_byte(s, at) == 45
    if negative or (at < stop and ll_byte(s, at) == 43):
        at += 1
    value = ll_number(s, at, stop)
    return ll.float_neg(value) if negative else value


def ll_is_blank(byte):
    return byte == 32 or (9 <= byte and byte <= 13)


def ll_is_word(s, at, stop, word):
    """Whether s[at:stop] is the word, in letters of either case."""
    if stop - at != ll.getarraysize(word):
        return False
    i = 0
    while at + i < stop:
        if ll_byte(s, at + i) | 32 != ll_byte(word, i):
            return False
        i += 1
    return True


def ll_number(s, at, stop):
    if ll_is_word(s, at, stop, ll.str_ptr("inf")) or ll_is_word(s, at, stop, ll.str_ptr("infinity")):
        return ll.leaf("math_ldexp", 1.0, 2000)
    if ll_is_word(s, at, stop, ll.str_ptr("nan")):
        infinity = ll.leaf("math_ldexp", 1.0, 2000)
        return ll.leaf("math_copysign", ll.float_sub(infinity, infinity), 1.0)
    if at + 1 < stop and ll_byte(s, at) == 48 and ll_byte(s, at + 1) | 32 == 120:
        at += 2
    mantissa = 0
    kept = 0
    exponent = 0
    any_digit = False
    fraction = False
    while at < stop:
        byte = ll_byte(s, at)
        digit = ll_hex_digit(byte)
        if digit < 0 and (byte != 46 or fraction):
            break
        if digit < 0:
            fraction = True
        elif kept < DIGITS:
            mantissa = mantissa * 16 + digit
            if mantissa != 0:
                kept += 1
            if fraction:
                exponent -= 4
        else:
            if digit != 0:
                mantissa |= 1
            if not fraction:
                exponent += 4
        if digit >= 0:
            any_digit = True
        at += 1
    if not any_digit:
        ll_invalid()
    if at < stop:
        if ll_byte(s, at) | 32 != 112:
            ll_invalid()
        exponent += ll_exponent(s, at + 1, stop)
    return ll_scaled(mantissa, exponent)


def ll_invalid():
    raise ValueError("invalid hexadecimal floating-point string")


def ll_hex_digit(byte):
    if 48 <= byte and byte <= 57:
        return byte - 48
    letter = byte | 32
    if 97 <= letter and letter <= 102:
        return letter - 87
    return -1


def ll_exponent(s, at, stop):
    negative = at < stop and ll_byte(s, at) == 45
    if negative or (at < stop and ll_byte(s, at) == 43):
        at += 1
    if at == stop:
        ll_invalid()
    value = 0
    while at < stop:
        digit = ll_byte(s, at) - 48
        if digit < 0 or digit > 9:
            ll_invalid()
        if value < TOO_LARGE:
            value = value * 10 + digit
        at += 1
    return -value if negative else value


def ll_scaled(n, exponent):
    """n * 2**exponent, n >= 0."""
    if n == 0:
        return 0.0
    bits = ll_bit_length(n)
    first = exponent + bits - 1
    precision = 53
    if first < -1022:
        precision = 1075 + first
    shift = bits - precision
    if shift > bits:
        return 0.0
    if shift > 0:
        half = ll.int_lshift(1, shift - 1)
        rest = n & (half * 2 - 1)
        n = ll.int_rshift(n, shift)
        exponent += shift
        if rest > half or (rest == half and n & 1 == 1):
            n += 1
    if n != 0 and exponent + ll_bit_length(n) > 1024:
        raise OverflowError("hexadecimal value too large to represent as a float")
    return ll.leaf("math_ldexp", ll.cast_int_to_float(n), exponent)
