"""Operations on int that take more than one low-level operation.

Those whose result may exceed 64 bits raise OverflowError; their twins ending in _wrap compute modulo 2**64.
"""

import ll
from floats import ll_pow as ll_float_pow
from numbers_text import ll_int_prefixed

HASH_MODULUS = 2305843009213693951  # 2**61 - 1, as CPython on 64-bit machines


# ---- division

def ll_floordiv(a, b):
    if b == 0:
        raise ZeroDivisionError("integer division or modulo by zero")
    if b == -1:
        return ll.int_sub_ovf(0, a)
    return ll_floordiv_unchecked(a, b)


def ll_floordiv_wrap(a, b):
    if b == 0:
        raise ZeroDivisionError("integer division or modulo by zero")
    if b == -1:
        return ll.int_neg(a)
    return ll_floordiv_unchecked(a, b)


def ll_floordiv_unchecked(a, b):
    """For b not 0 or -1."""
    quotient = ll.int_div_trunc(a, b)
    if (a ^ b) < 0 and ll.int_mul(quotient, b) != a:
        return quotient - 1
    return quotient


def ll_mod(a, b):
    if b == 0:
        raise ZeroDivisionError("integer modulo by zero")
    if b == -1:
        return 0
    return ll_mod_unchecked(a, b)


def ll_mod_unchecked(a, b):
    """For b not 0 or -1."""
    rest = ll.int_mod_trunc(a, b)
    if rest != 0 and (rest ^ b) < 0:
        return rest + b
    return rest


def ll_truediv(a, b):
    """a / b, correctly rounded."""
    if b == 0:
        raise ZeroDivisionError("division by zero")
    if ll_is_exact(a) and ll_is_exact(b):
        return ll.float_div(ll.cast_int_to_float(a), ll.cast_int_to_float(b))
    return ll_truediv_long(a, b)


def ll_is_exact(n):
    """Whether the int is surely a float without rounding."""
    return n <= 9007199254740992 and n >= -9007199254740992


def ll_truediv_long(a, b):
    """Long division until the quotient has the bits that rounding looks at, the last standing for all others."""
    if a == 0:
        return ll.float_div(0.0, ll.cast_int_to_float(b))
    divisor = ll_magnitude(b)
    quotient = ll.uint_div(ll_magnitude(a), divisor)
    rest = ll.uint_sub(ll_magnitude(a), ll.uint_mul(quotient, divisor))
    one = ll.cast_int_to_uint(1)
    enough = ll.cast_int_to_uint(1 << 54)
    shift = 0
    while ll.uint_lt(quotient, enough):
        quotient = ll.uint_lshift(quotient, 1)
        rest = ll.uint_lshift(rest, 1)
        if ll.uint_ge(rest, divisor):
            rest = ll.uint_sub(rest, divisor)
            quotient = ll.uint_or(quotient, one)
        shift += 1
    if ll.uint_ne(rest, ll.cast_int_to_uint(0)):
        quotient = ll.uint_or(quotient, one)
    scale = ll.cast_int_bits_to_float(ll.int_lshift(1023 - shift, 52))  # 2.0 ** -shift
    result = ll.float_mul(ll.cast_uint_to_float(quotient), scale)
    if (a < 0) != (b < 0):
        return ll.float_neg(result)
    return result


def ll_magnitude(n):
    """abs(n) as Unsigned, which holds it for all n."""
    if n < 0:
        return ll.cast_int_to_uint(ll.int_neg(n))
    return ll.cast_int_to_uint(n)


# ---- sign

def ll_neg(a):
    return ll.int_sub_ovf(0, a)


def ll_abs(a):
    if a < 0:
        return ll.int_sub_ovf(0, a)
    return a


def ll_abs_wrap(a):
    if a < 0:
        return ll.int_neg(a)
    return a


# ---- powers

def ll_pow(a, n):
    """a ** n as int.  A negative n, whose result would be a float, is refused at run time."""
    if n < 0:
        ll_raise_negative_power(a)
    result = 1
    while True:
        if n & 1:
            result = ll.int_mul_ovf(result, a)
        n = n >> 1
        if n == 0:
            return result
        a = ll.int_mul_ovf(a, a)


def ll_pow_wrap(a, n):
    if n < 0:
        ll_raise_negative_power(a)
    result = 1
    while n > 0:
        if n & 1:
            result = ll.int_mul(result, a)
        n = n >> 1
        a = ll.int_mul(a, a)
    return result


def ll_raise_negative_power(a):
    if a == 0:
        raise ZeroDivisionError("0.0 cannot be raised to a negative power")
    raise ValueError("int raised to a negative power gives a float; use a float")


def ll_pow_float(a, n):
    """a ** n as float, for negative n."""
    return ll_float_pow(ll.cast_int_to_float(a), ll.cast_int_to_float(n))


def ll_pow_mod(a, n, modulus):
    """pow(a, n, modulus)"""
    if modulus == 0:
        raise ValueError("pow() 3rd argument cannot be 0")
    m = ll_magnitude(modulus)
    one = ll.cast_int_to_uint(1)
    if ll.uint_eq(m, one):
        return 0
    base = ll.uint_mod(ll_magnitude(a), m)
    if a < 0 and ll.uint_ne(base, ll.cast_int_to_uint(0)):
        base = ll.uint_sub(m, base)
    if n < 0:
        base = ll_invert_mod(base, m)
    exponent = ll_magnitude(n)
    result = one
    while ll.uint_ne(exponent, ll.cast_int_to_uint(0)):
        if ll.uint_eq(ll.uint_and(exponent, one), one):
            result = ll_mul_mod(result, base, m)
        base = ll_mul_mod(base, base, m)
        exponent = ll.uint_rshift(exponent, 1)
    if modulus < 0 and ll.uint_ne(result, ll.cast_int_to_uint(0)):
        return ll.int_add(ll.cast_uint_to_int(result), modulus)
    return ll.cast_uint_to_int(result)


def ll_mul_mod(a, b, m):
    """a * b % m, for a, b < m <= 2**63."""
    small = ll.cast_int_to_uint(1 << 32)
    if ll.uint_lt(a, small) and ll.uint_lt(b, small):
        return ll.uint_mod(ll.uint_mul(a, b), m)
    zero = ll.cast_int_to_uint(0)
    one = ll.cast_int_to_uint(1)
    result = zero
    while ll.uint_ne(b, zero):
        if ll.uint_eq(ll.uint_and(b, one), one):
            result = ll_add_mod(result, a, m)
        a = ll_add_mod(a, a, m)
        b = ll.uint_rshift(b, 1)
    return result


def ll_add_mod(a, b, m):
    total = ll.uint_add(a, b)
    if ll.uint_ge(total, m):
        return ll.uint_sub(total, m)
    return total


def ll_invert_mod(a, m):
    """Extended Euclid; factors are kept modulo m."""
    zero = ll.cast_int_to_uint(0)
    factor = ll.cast_int_to_uint(1)
    next_factor = zero
    rest = a
    next_rest = m
    while ll.uint_ne(next_rest, zero):
        quotient = ll.uint_div(rest, next_rest)
        remainder = ll.uint_sub(rest, ll.uint_mul(quotient, next_rest))
        product = ll_mul_mod(ll.uint_mod(quotient, m), next_factor, m)
        difference = ll_add_mod(factor, ll.uint_sub(m, product), m)
        factor = next_factor
        next_factor = difference
        rest = next_rest
        next_rest = remainder
    if ll.uint_ne(rest, ll.cast_int_to_uint(1)):
        raise ValueError("base is not invertible for the given modulus")
    return factor


# ---- shifts

def ll_lshift(a, count):
    if count < 0:
        raise ValueError("negative shift count")
    if a == 0:
        return 0
    if count >= 64:
        raise OverflowError("integer overflow")
    result = ll.int_lshift(a, count)
    if ll.int_rshift(result, count) != a:
        raise OverflowError("integer overflow")
    return result


def ll_lshift_wrap(a, count):
    if count < 0:
        raise ValueError("negative shift count")
    if count >= 64:
        return 0
    return ll.int_lshift(a, count)


def ll_rshift(a, count):
    if count < 0:
        raise ValueError("negative shift count")
    if count >= 64:
        count = 63
    return ll.int_rshift(a, count)


# ---- rounding

def ll_round(a, digits):
    """round(a, digits): to a multiple of 10 ** -digits, ties to the even one."""
    if digits >= 0:
        return a
    if digits < -19:
        return 0
    if digits == -19:  # 10 ** 19 itself is beyond 64 bits
        if a > 5000000000000000000 or a < -5000000000000000000:
            raise OverflowError("integer overflow")
        return 0
    unit = 1
    while digits < 0:
        unit = unit * 10
        digits += 1
    rest = ll_mod_unchecked(a, unit)
    if rest + rest > unit or rest + rest == unit and ll_floordiv_unchecked(a, unit) & 1 == 1:
        rest = rest - unit
    return ll.int_sub_ovf(a, rest)


# ---- methods and built-in functions

def ll_hash(a):
    result = ll.int_mod_trunc(a, HASH_MODULUS)
    if result == -1:
        return -2
    return result


def ll_bit_length(a):
    value = ll_magnitude(a)
    zero = ll.cast_int_to_uint(0)
    bits = 0
    while ll.uint_ne(value, zero):
        value = ll.uint_rshift(value, 1)
        bits += 1
    return bits


def ll_bit_count(a):
    value = ll.cast_uint_to_int(ll_magnitude(a))
    bits = 0
    while value != 0:
        value = value & ll.int_sub(value, 1)
        bits += 1
    return bits


def ll_identity(a):
    return a


def ll_zero(a):
    return 0


def ll_one(a):
    return 1


def ll_as_integer_ratio(a):
    return a, 1


def ll_is_integer(a):
    return True


def ll_hex(a):
    return ll_int_prefixed(a, 16)


def ll_oct(a):
    return ll_int_prefixed(a, 8)


def ll_bin(a):
    return ll_int_prefixed(a, 2)
