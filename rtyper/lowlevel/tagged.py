"""The tagged Number: None, bool, int or float.  Operations dispatch on the tags.

Errors are CPython's for the types that the tags stand for.
"""

import ll
from floats import (ll_divmod_quotient, ll_floordiv as ll_float_floordiv, ll_hash as ll_float_hash, ll_int_eq, ll_int_ge,
                    ll_int_gt, ll_int_le, ll_int_lt, ll_mod as ll_float_mod, ll_pow as ll_float_pow,
                    ll_round as ll_float_round, ll_round_digits, ll_to_int as ll_float_to_int,
                    ll_truediv as ll_float_truediv)
from ints import (ll_abs as ll_int_abs, ll_floordiv as ll_int_floordiv, ll_hash as ll_int_hash,
                  ll_lshift as ll_int_lshift, ll_mod as ll_int_mod, ll_pow as ll_int_pow, ll_pow_float,
                  ll_round as ll_int_round, ll_rshift as ll_int_rshift, ll_truediv as ll_int_truediv)
from numbers_text import ll_bool_to_str, ll_float_to_str, ll_int_to_str, ll_none_to_str
from strings import ll_concat

NONE = 0
BOOL = 1
INT = 2
FLOAT = 3
HASH_OF_NONE = 0xFCA86420  # as CPython from 3.12 on; before, it is an address


# ---- errors

def ll_type_name(tag):
    if tag == NONE:
        return ll.str_ptr("NoneType")
    if tag == BOOL:
        return ll.str_ptr("bool")
    if tag == INT:
        return ll.str_ptr("int")
    return ll.str_ptr("float")


def ll_raise_operands(symbol, x, y):
    text = ll_concat(ll.str_ptr("unsupported operand type(s) for "), symbol)
    text = ll_concat(text, ll.str_ptr(": '"))
    ll_raise_two(text, x, y)


def ll_raise_two(text, x, y):
    """TypeError with this text, up to the quote before the first type."""
    text = ll_concat(text, ll_type_name(x))
    text = ll_concat(text, ll.str_ptr("' and '"))
    text = ll_concat(text, ll_type_name(y))
    raise TypeError(ll.ptr_str(ll_concat(text, ll.str_ptr("'"))))


def ll_raise_compare(symbol, x, y):
    text = ll_concat(ll.str_ptr("'"), symbol)
    ll_raise_two(ll_concat(text, ll.str_ptr("' not supported between instances of '")), x, y)


def ll_raise_one(before, tag, after):
    text = ll_concat(before, ll_type_name(tag))
    raise TypeError(ll.ptr_str(ll_concat(text, after)))


# ---- arithmetic

def ll_float_of(a):
    """The value as a float; the tag is not None."""
    if ll.number_tag(a) == FLOAT:
        return ll.number_float(a)
    return ll.cast_int_to_float(ll.number_int(a))


def ll_add(a, b):
    x = ll.number_tag(a)
    y = ll.number_tag(b)
    if x == NONE or y == NONE:
        ll_raise_operands(ll.str_ptr("+"), x, y)
    if x == FLOAT or y == FLOAT:
        return ll.number_from_float(ll.float_add(ll_float_of(a), ll_float_of(b)))
    return ll.number_from_int(ll.int_add_ovf(ll.number_int(a), ll.number_int(b)))


def ll_sub(a, b):
    x = ll.number_tag(a)
    y = ll.number_tag(b)
    if x == NONE or y == NONE:
        ll_raise_operands(ll.str_ptr("-"), x, y)
    if x == FLOAT or y == FLOAT:
        return ll.number_from_float(ll.float_sub(ll_float_of(a), ll_float_of(b)))
    return ll.number_from_int(ll.int_sub_ovf(ll.number_int(a), ll.number_int(b)))


def ll_mul(a, b):
    x = ll.number_tag(a)
    y = ll.number_tag(b)
    if x == NONE or y == NONE:
        ll_raise_operands(ll.str_ptr("*"), x, y)
    if x == FLOAT or y == FLOAT:
        return ll.number_from_float(ll.float_mul(ll_float_of(a), ll_float_of(b)))
    return ll.number_from_int(ll.int_mul_ovf(ll.number_int(a), ll.number_int(b)))


def ll_truediv(a, b):
    x = ll.number_tag(a)
    y = ll.number_tag(b)
    if x == NONE or y == NONE:
        ll_raise_operands(ll.str_ptr("/"), x, y)
    if x == FLOAT or y == FLOAT:
        return ll.number_from_float(ll_float_truediv(ll_float_of(a), ll_float_of(b)))
    return ll.number_from_float(ll_int_truediv(ll.number_int(a), ll.number_int(b)))


def ll_floordiv(a, b):
    x = ll.number_tag(a)
    y = ll.number_tag(b)
    if x == NONE or y == NONE:
        ll_raise_operands(ll.str_ptr("//"), x, y)
    if x == FLOAT or y == FLOAT:
        return ll.number_from_float(ll_float_floordiv(ll_float_of(a), ll_float_of(b)))
    return ll.number_from_int(ll_int_floordiv(ll.number_int(a), ll.number_int(b)))


def ll_mod(a, b):
    x = ll.number_tag(a)
    y = ll.number_tag(b)
    if x == NONE or y == NONE:
        ll_raise_operands(ll.str_ptr("%"), x, y)
    if x == FLOAT or y == FLOAT:
        return ll.number_from_float(ll_float_mod(ll_float_of(a), ll_float_of(b)))
    return ll.number_from_int(ll_int_mod(ll.number_int(a), ll.number_int(b)))


def ll_divmod_first(a, b):
    """divmod(a, b)[0]; the other part is ll_mod(a, b)."""
    x = ll.number_tag(a)
    y = ll.number_tag(b)
    if x == NONE or y == NONE:
        ll_raise_operands(ll.str_ptr("divmod()"), x, y)
    if x == FLOAT or y == FLOAT:
        return ll.number_from_float(ll_divmod_quotient(ll_float_of(a), ll_float_of(b)))
    return ll.number_from_int(ll_int_floordiv(ll.number_int(a), ll.number_int(b)))


def ll_pow(a, b):
    x = ll.number_tag(a)
    y = ll.number_tag(b)
    if x == NONE or y == NONE:
        ll_raise_operands(ll.str_ptr("** or pow()"), x, y)
    if x == FLOAT or y == FLOAT:
        return ll.number_from_float(ll_float_pow(ll_float_of(a), ll_float_of(b)))
    if ll.number_int(b) < 0:
        return ll.number_from_float(ll_pow_float(ll.number_int(a), ll.number_int(b)))
    return ll.number_from_int(ll_int_pow(ll.number_int(a), ll.number_int(b)))


# ---- bits

def ll_check_integral(symbol, x, y):
    if x == NONE or y == NONE or x == FLOAT or y == FLOAT:
        ll_raise_operands(symbol, x, y)


def ll_bits(value, x, y):
    """The result of a bit operation: a bool if both operands were."""
    if x == BOOL and y == BOOL:
        return ll.number_from_bool(value != 0)
    return ll.number_from_int(value)


def ll_and(a, b):
    x = ll.number_tag(a)
    y = ll.number_tag(b)
    ll_check_integral(ll.str_ptr("&"), x, y)
    return ll_bits(ll.number_int(a) & ll.number_int(b), x, y)


def ll_or(a, b):
    x = ll.number_tag(a)
    y = ll.number_tag(b)
    ll_check_integral(ll.str_ptr("|"), x, y)
    return ll_bits(ll.number_int(a) | ll.number_int(b), x, y)


def ll_xor(a, b):
    x = ll.number_tag(a)
    y = ll.number_tag(b)
    ll_check_integral(ll.str_ptr("^"), x, y)
    return ll_bits(ll.number_int(a) ^ ll.number_int(b), x, y)


def ll_lshift(a, b):
    ll_check_integral(ll.str_ptr("<<"), ll.number_tag(a), ll.number_tag(b))
    return ll.number_from_int(ll_int_lshift(ll.number_int(a), ll.number_int(b)))


def ll_rshift(a, b):
    ll_check_integral(ll.str_ptr(">>"), ll.number_tag(a), ll.number_tag(b))
    return ll.number_from_int(ll_int_rshift(ll.number_int(a), ll.number_int(b)))


# ---- one operand

def ll_neg(a):
    tag = ll.number_tag(a)
    if tag == NONE:
        ll_raise_one(ll.str_ptr("bad operand type for unary -: '"), tag, ll.str_ptr("'"))
    if tag == FLOAT:
        return ll.number_from_float(ll.float_neg(ll.number_float(a)))
    return ll.number_from_int(ll.int_sub_ovf(0, ll.number_int(a)))


def ll_pos(a):
    tag = ll.number_tag(a)
    if tag == NONE:
        ll_raise_one(ll.str_ptr("bad operand type for unary +: '"), tag, ll.str_ptr("'"))
    if tag == BOOL:
        return ll.number_from_int(ll.number_int(a))
    return a


def ll_invert(a):
    tag = ll.number_tag(a)
    if tag == NONE or tag == FLOAT:
        ll_raise_one(ll.str_ptr("bad operand type for unary ~: '"), tag, ll.str_ptr("'"))
    return ll.number_from_int(ll.int_invert(ll.number_int(a)))


def ll_abs(a):
    tag = ll.number_tag(a)
    if tag == NONE:
        ll_raise_one(ll.str_ptr("bad operand type for abs(): '"), tag, ll.str_ptr("'"))
    if tag == FLOAT:
        return ll.number_from_float(ll.float_abs(ll.number_float(a)))
    return ll.number_from_int(ll_int_abs(ll.number_int(a)))


def ll_round(a):
    """round(a), an int."""
    ll_check_round(a)
    if ll.number_tag(a) == FLOAT:
        return ll_float_round(ll.number_float(a))
    return ll.number_int(a)


def ll_round_to(a, digits):
    """round(a, digits)"""
    ll_check_round(a)
    if ll.number_tag(a) == FLOAT:
        return ll.number_from_float(ll_round_digits(ll.number_float(a), digits))
    return ll.number_from_int(ll_int_round(ll.number_int(a), digits))


def ll_check_round(a):
    if ll.number_tag(a) == NONE:
        raise TypeError("type NoneType doesn't define __round__ method")


def ll_is_true(a):
    tag = ll.number_tag(a)
    if tag == FLOAT:
        return ll.number_float(a) != 0.0
    return tag != NONE and ll.number_int(a) != 0


# ---- comparing

def ll_eq(a, b):
    x = ll.number_tag(a)
    y = ll.number_tag(b)
    if x == NONE or y == NONE:
        return x == y
    if x == FLOAT:
        if y == FLOAT:
            return ll.number_float(a) == ll.number_float(b)
        return ll_int_eq(ll.number_int(b), ll.number_float(a))
    if y == FLOAT:
        return ll_int_eq(ll.number_int(a), ll.number_float(b))
    return ll.number_int(a) == ll.number_int(b)


def ll_eq_or_same(a, b):
    """"a is b or a == b", as containers compare: the same nan equals itself."""
    if ll_eq(a, b):
        return True
    if ll.number_tag(a) != FLOAT or ll.number_tag(b) != FLOAT:
        return False
    return ll.cast_float_bits_to_int(ll.number_float(a)) == ll.cast_float_bits_to_int(ll.number_float(b))


def ll_is(a, b):
    """Numbers have no identity: of one type, they are what they are equal to."""
    return ll.number_tag(a) == ll.number_tag(b) and ll_eq_or_same(a, b)


def ll_lt(a, b):
    x = ll.number_tag(a)
    y = ll.number_tag(b)
    if x == NONE or y == NONE:
        ll_raise_compare(ll.str_ptr("<"), x, y)
    if x == FLOAT:
        if y == FLOAT:
            return ll.number_float(a) < ll.number_float(b)
        return ll_int_gt(ll.number_int(b), ll.number_float(a))
    if y == FLOAT:
        return ll_int_lt(ll.number_int(a), ll.number_float(b))
    return ll.number_int(a) < ll.number_int(b)


def ll_le(a, b):
    x = ll.number_tag(a)
    y = ll.number_tag(b)
    if x == NONE or y == NONE:
        ll_raise_compare(ll.str_ptr("<="), x, y)
    if x == FLOAT:
        if y == FLOAT:
            return ll.number_float(a) <= ll.number_float(b)
        return ll_int_ge(ll.number_int(b), ll.number_float(a))
    if y == FLOAT:
        return ll_int_le(ll.number_int(a), ll.number_float(b))
    return ll.number_int(a) <= ll.number_int(b)


def ll_gt(a, b):
    x = ll.number_tag(a)
    y = ll.number_tag(b)
    if x == NONE or y == NONE:
        ll_raise_compare(ll.str_ptr(">"), x, y)
    if x == FLOAT:
        if y == FLOAT:
            return ll.number_float(a) > ll.number_float(b)
        return ll_int_lt(ll.number_int(b), ll.number_float(a))
    if y == FLOAT:
        return ll_int_gt(ll.number_int(a), ll.number_float(b))
    return ll.number_int(a) > ll.number_int(b)


def ll_ge(a, b):
    x = ll.number_tag(a)
    y = ll.number_tag(b)
    if x == NONE or y == NONE:
        ll_raise_compare(ll.str_ptr(">="), x, y)
    if x == FLOAT:
        if y == FLOAT:
            return ll.number_float(a) >= ll.number_float(b)
        return ll_int_le(ll.number_int(b), ll.number_float(a))
    if y == FLOAT:
        return ll_int_ge(ll.number_int(a), ll.number_float(b))
    return ll.number_int(a) >= ll.number_int(b)


def ll_hash(a):
    tag = ll.number_tag(a)
    if tag == NONE:
        return HASH_OF_NONE
    if tag == FLOAT:
        return ll_float_hash(ll.number_float(a))
    return ll_int_hash(ll.number_int(a))


# ---- conversions

def ll_to_str(a):
    """str(a) and repr(a)"""
    tag = ll.number_tag(a)
    if tag == NONE:
        return ll_none_to_str()
    if tag == BOOL:
        return ll_bool_to_str(ll.number_int(a) != 0)
    if tag == INT:
        return ll_int_to_str(ll.number_int(a))
    return ll_float_to_str(ll.number_float(a))


def ll_to_float(a):
    """Where a float is wanted."""
    if ll.number_tag(a) == NONE:
        raise TypeError("must be real number, not NoneType")
    return ll_float_of(a)


def ll_float(a):
    """float(a)"""
    if ll.number_tag(a) == NONE:
        raise TypeError("float() argument must be a string or a real number, not 'NoneType'")
    return ll_float_of(a)


def ll_int(a):
    """int(a)"""
    tag = ll.number_tag(a)
    if tag == NONE:
        raise TypeError("int() argument must be a string, a bytes-like object or a real number, not 'NoneType'")
    if tag == FLOAT:
        return ll_float_to_int(ll.number_float(a))
    return ll.number_int(a)


def ll_index(a):
    """Where an int is wanted: range(a), "x" * a, chr(a)."""
    tag = ll.number_tag(a)
    if tag == NONE or tag == FLOAT:
        ll_raise_one(ll.str_ptr("'"), tag, ll.str_ptr("' object cannot be interpreted as an integer"))
    return ll.number_int(a)
