"""Operations on float that take more than one low-level operation, and comparison with int."""

import ll
from numbers_text import ll_float_to_str
from strings import ll_make, ll_put_byte

TWO_63 = 9223372036854775808.0


def ll_is_nan(x):
    return x != x


def ll_is_finite(x):
    return ll.float_sub(x, x) == 0.0


# ---- arithmetic

def ll_truediv(a, b):
    if b == 0.0:
        raise ZeroDivisionError("float division by zero")
    return ll.float_div(a, b)


def ll_floordiv(a, b):
    if b == 0.0:
        raise ZeroDivisionError("float floor division by zero")
    return ll_floordiv_unchecked(a, b)


def ll_divmod_quotient(a, b):
    """divmod(a, b)[0]; the other part is ll_mod(a, b)."""
    if b == 0.0:
        raise ZeroDivisionError("float divmod()")
    return ll_floordiv_unchecked(a, b)


def ll_floordiv_unchecked(a, b):
    rest = ll.leaf("float_fmod", a, b)
    quotient = ll.float_div(ll.float_sub(a, rest), b)
    if rest != 0.0 and (b < 0.0) != (rest < 0.0):
        quotient = ll.float_sub(quotient, 1.0)
    if quotient == 0.0:
        return ll.leaf("math_copysign", 0.0, ll.float_div(a, b))
    result = ll.leaf("float_floor", quotient)
    if ll.float_sub(quotient, result) > 0.5:
        return ll.float_add(result, 1.0)
    return result


def ll_mod(a, b):
    if b == 0.0:
        raise ZeroDivisionError("float modulo")
    rest = ll.leaf("float_fmod", a, b)
    if rest == 0.0:
        return ll.leaf("math_copysign", 0.0, b)
    if (b < 0.0) != (rest < 0.0):
        return ll.float_add(rest, b)
    return rest


def ll_pow(a, b):
    result = ll.leaf("float_pow", a, b)
    status = ll.leaf("status")
    if status != 0:
        ll_raise_pow(status)
    return result


def ll_raise_pow(status):
    if status == 1:  # a complex number in CPython
        raise ValueError("negative number cannot be raised to a fractional power")
    if status == 2:
        raise OverflowError(34, "Numerical result out of range")
    raise ZeroDivisionError("0.0 cannot be raised to a negative power")


# ---- to int, rounding

def ll_to_int(x):
    """int(x)"""
    if x >= -TWO_63 and x < TWO_63:
        return ll.cast_float_to_int(x)
    if x != x:
        raise ValueError("cannot convert float NaN to integer")
    if x == ll.float_add(x, x):
        raise OverflowError("cannot convert float infinity to integer")
    raise OverflowError("float too large to convert to a 64-bit integer")


def ll_round(x):
    """round(x)"""
    return ll_to_int(ll.leaf("float_rint", x))


def ll_round_digits(x, digits):
    """round(x, digits)"""
    if digits > 323 or not ll_is_finite(x):
        return x
    if digits < -308:
        return ll.float_mul(0.0, x)
    result = ll.leaf("float_round", x, digits)
    if ll.leaf("status") != 0:
        raise OverflowError("rounded value too large to represent")
    return result


# ---- int compared with float, exactly.  Rounding an int to a float keeps the order, so only equality needs care

def ll_int_eq(i, f):
    return ll.cast_int_to_float(i) == f and ll_int_minus(i, f) == 0


def ll_int_ne(i, f):
    return not ll_int_eq(i, f)


def ll_int_lt(i, f):
    x = ll.cast_int_to_float(i)
    return x < f or x == f and ll_int_minus(i, f) < 0


def ll_int_le(i, f):
    x = ll.cast_int_to_float(i)
    return x < f or x == f and ll_int_minus(i, f) <= 0


def ll_int_gt(i, f):
    x = ll.cast_int_to_float(i)
    return x > f or x == f and ll_int_minus(i, f) > 0


def ll_int_ge(i, f):
    x = ll.cast_int_to_float(i)
    return x > f or x == f and ll_int_minus(i, f) >= 0


def ll_int_minus(i, f):
    """Sign of i - f, where i rounds to f."""
    if f == TWO_63:
        return -1
    return i - ll.cast_float_to_int(f)


# ---- methods

def ll_hash(x):
    return ll.leaf("float_hash", x)


def ll_is_integer(x):
    return ll_is_finite(x) and ll.leaf("float_floor", x) == x


def ll_identity(x):
    return x


def ll_zero(x):
    return 0.0


def ll_bits(x):
    """The IEEE bits."""
    return ll.cast_float_bits_to_int(x)


def ll_of_bits(bits):
    return ll.cast_int_bits_to_float(bits)


def ll_as_integer_ratio(x):
    if ll_is_nan(x):
        raise ValueError("cannot convert NaN to integer ratio")
    if not ll_is_finite(x):
        raise OverflowError("cannot convert Infinity to integer ratio")
    bits = ll.cast_float_bits_to_int(x)
    numerator = bits & 4503599627370495
    exponent = bits >> 52 & 2047
    if exponent == 0:
        exponent = 1
    else:
        numerator = numerator | 4503599627370496
    exponent -= 1075
    if numerator == 0:
        exponent = 0
    while numerator & 1 == 0 and exponent < 0:
        numerator = numerator >> 1
        exponent += 1
    if exponent < -62 or exponent > 0 and (exponent > 62 or numerator > (9223372036854775807 >> exponent)):
        raise OverflowError("int too large to convert to a 64-bit integer")
    denominator = 1
    if exponent > 0:
        numerator = numerator << exponent
    else:
        denominator = 1 << -exponent
    if bits < 0:
        numerator = -numerator
    return numerator, denominator


def ll_hex(x):
    """x.hex(), from the IEEE bits."""
    if not ll_is_finite(x):
        return ll_float_to_str(x)
    bits = ll.cast_float_bits_to_int(x)
    fraction = bits & 4503599627370495
    exponent = bits >> 52 & 2047
    first = 49
    if exponent == 0:
        first = 48
        exponent = 1
    exponent -= 1023
    if x == 0.0:
        exponent = 0
    digits = 13
    if x == 0.0:
        digits = 1
    negative = bits < 0
    size = 6 + digits + ll_exponent_digits(exponent)
    if negative:
        size += 1
    s = ll_make(size, size)
    at = 0
    if negative:
        ll_put_byte(s, 0, 45)
        at = 1
    ll_put_byte(s, at, 48)
    ll_put_byte(s, at + 1, 120)
    ll_put_byte(s, at + 2, first)
    ll_put_byte(s, at + 3, 46)
    at += 4
    shift = 48
    while digits > 0:
        digit = ll.int_rshift(fraction, shift) & 15
        if digit < 10:
            ll_put_byte(s, at, 48 + digit)
        else:
            ll_put_byte(s, at, 87 + digit)
        at += 1
        shift -= 4
        digits -= 1
    ll_put_byte(s, at, 112)
    ll_put_byte(s, at + 1, 43)
    if exponent < 0:
        ll_put_byte(s, at + 1, 45)
        exponent = -exponent
    at = size
    while True:
        at -= 1
        tens = ll.int_div_trunc(exponent, 10)
        ll_put_byte(s, at, 48 + exponent - tens * 10)
        exponent = tens
        if exponent == 0:
            return s


def ll_exponent_digits(exponent):
    if exponent < 0:
        exponent = -exponent
    if exponent < 10:
        return 1
    if exponent < 100:
        return 2
    if exponent < 1000:
        return 3
    return 4
