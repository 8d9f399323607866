"""Module math.  The functions themselves are leaf routines; here are their errors, and what is of integers."""

import ll
from floats import ll_is_finite, ll_to_int
from ints import ll_magnitude

FLOATS = ll.GcArray(ll.Float)
MODF_RESULT = ll.GcStruct("modf_result", ("item0", ll.Float), ("item1", ll.Float))
FREXP_RESULT = ll.GcStruct("frexp_result", ("item0", ll.Float), ("item1", ll.Signed))
PI = 3.141592653589793


def ll_check(result):
    """The result of a leaf routine that leaves a status, directly after it."""
    status = ll.leaf("status")
    if status != 0:
        ll_raise(status)
    return result


def ll_raise(status):
    if status == 1:
        raise ValueError("math domain error")
    raise OverflowError("math range error")


# ---- powers, exponentials, logarithms

def ll_sqrt(x):
    if x < 0.0:
        raise ValueError("math domain error")
    return ll.leaf("float_sqrt", x)


def ll_cbrt(x):
    return ll.leaf("math_cbrt", x)


def ll_exp(x):
    return ll_check(ll.leaf("math_exp", x))


def ll_exp2(x):
    return ll_check(ll.leaf("math_exp2", x))


def ll_expm1(x):
    return ll_check(ll.leaf("math_expm1", x))


def ll_log(x):
    return ll_check(ll.leaf("math_log", x))


def ll_log_base(x, base):
    result = ll_check(ll.leaf("math_log", x))
    divisor = ll_check(ll.leaf("math_log", base))
    if divisor == 0.0:
        raise ZeroDivisionError("float division by zero")
    return ll.float_div(result, divisor)


def ll_log2(x):
    return ll_check(ll.leaf("math_log2", x))


def ll_log10(x):
    return ll_check(ll.leaf("math_log10", x))


def ll_log1p(x):
    return ll_check(ll.leaf("math_log1p", x))


def ll_pow(x, y):
    """math.pow: a zero to a negative power and a negative base with a fraction are domain errors."""
    result = ll.leaf("float_pow", x, y)
    status = ll.leaf("status")
    if status != 0:
        if status == 2:
            ll_raise(2)
        ll_raise(1)
    return result


# ---- angles

def ll_sin(x):
    return ll_check(ll.leaf("math_sin", x))


def ll_cos(x):
    return ll_check(ll.leaf("math_cos", x))


def ll_tan(x):
    return ll_check(ll.leaf("math_tan", x))


def ll_asin(x):
    return ll_check(ll.leaf("math_asin", x))


def ll_acos(x):
    return ll_check(ll.leaf("math_acos", x))


def ll_atan(x):
    return ll.leaf("math_atan", x)


def ll_atan2(y, x):
    return ll.leaf("math_atan2", y, x)


def ll_sinh(x):
    return ll_check(ll.leaf("math_sinh", x))


def ll_cosh(x):
    return ll_check(ll.leaf("math_cosh", x))


def ll_tanh(x):
    return ll.leaf("math_tanh", x)


def ll_asinh(x):
    return ll_check(ll.leaf("math_asinh", x))


def ll_acosh(x):
    return ll_check(ll.leaf("math_acosh", x))


def ll_atanh(x):
    return ll_check(ll.leaf("math_atanh", x))


def ll_degrees(x):
    return ll.float_mul(x, 180.0 / PI)


def ll_radians(x):
    return ll.float_mul(x, PI / 180.0)


# ---- special functions

def ll_erf(x):
    return ll.leaf("math_erf", x)


def ll_erfc(x):
    return ll.leaf("math_erfc", x)


def ll_gamma(x):
    return ll_check(ll.leaf("math_gamma", x))


def ll_lgamma(x):
    return ll_check(ll.leaf("math_lgamma", x))


# ---- parts of floats

def ll_fabs(x):
    return ll.float_abs(x)


def ll_floor(x):
    return ll_to_int(ll.leaf("float_floor", x))


def ll_ceil(x):
    return ll_to_int(ll.leaf("float_ceil", x))


def ll_trunc(x):
    return ll_to_int(x)


def ll_fmod(x, y):
    return ll_check(ll.leaf("math_fmod", x, y))


def ll_remainder(x, y):
    return ll_check(ll.leaf("math_remainder", x, y))


def ll_modf(x):
    result = ll.malloc(MODF_RESULT)
    whole = ll.leaf("float_trunc", x)
    result.item1 = whole
    if ll_is_finite(x):
        result.item0 = ll.leaf("math_copysign", ll.float_sub(x, whole), x)
    elif x == x:
        result.item0 = ll.leaf("math_copysign", 0.0, x)
    else:
        result.item0 = x
    return result


def ll_frexp(x):
    result = ll.malloc(FREXP_RESULT)
    result.item0 = ll.leaf("math_frexp_mantissa", x)
    result.item1 = ll.leaf("math_frexp_exponent", x)
    return result


def ll_ldexp(x, exponent):
    return ll_check(ll.leaf("math_ldexp", x, exponent))


def ll_copysign(x, y):
    return ll.leaf("math_copysign", x, y)


def ll_nextafter(x, y):
    return ll.leaf("math_nextafter", x, y)


def ll_ulp(x):
    return ll.leaf("math_ulp", x)


def ll_isnan(x):
    return x != x


def ll_isinf(x):
    return ll.leaf("math_isinf", x)


def ll_isfinite(x):
    return ll_is_finite(x)


def ll_isclose(a, b, relative, absolute):
    if relative < 0.0 or absolute < 0.0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if ll.leaf("math_isinf", a) or ll.leaf("math_isinf", b):
        return False
    difference = ll.float_abs(ll.float_sub(b, a))
    if difference <= ll.float_abs(ll.float_mul(relative, b)):
        return True
    return difference <= ll.float_abs(ll.float_mul(relative, a)) or difference <= absolute


# ---- several floats

def ll_hypot(x, y):
    return ll.leaf("math_hypot", x, y)


def ll_hypot3(x, y, z):
    sides = ll.malloc_varsize(FLOATS, 3)
    sides[0] = x
    sides[1] = y
    sides[2] = z
    return ll.leaf("math_dist", sides)


def ll_dist(p, q):
    if p.length != q.length:
        raise ValueError("both points must have the same number of dimensions")
    sides = ll.malloc_varsize(FLOATS, p.length)
    i = 0
    while i < p.length:
        sides[i] = ll.float_sub(p.items[i], q.items[i])
        i += 1
    return ll.leaf("math_dist", sides)


def ll_fsum(lst):
    """Shewchuk's algorithm: `partials` do not overlap, and their sum is exact."""
    partials = ll.malloc_varsize(FLOATS, 32)
    count = 0
    special = 0.0
    infinite = 0.0
    k = 0
    while k < lst.length:
        original = lst.items[k]
        k += 1
        x = original
        kept = 0
        i = 0
        while i < count:
            y = partials[i]
            i += 1
            if ll.float_abs(x) < ll.float_abs(y):
                swap = x
                x = y
                y = swap
            high = ll.float_add(x, y)
            low = ll.float_sub(y, ll.float_sub(high, x))
            if low != 0.0:
                partials[kept] = low
                kept += 1
            x = high
        count = kept
        if x != 0.0:
            if ll_is_finite(x):
                if count == ll.getarraysize(partials):
                    partials = ll_grow_partials(partials)
                partials[count] = x
                count += 1
            else:
                if ll_is_finite(original):
                    raise OverflowError("intermediate overflow in fsum")
                if original == original:
                    infinite = ll.float_add(infinite, original)
                special = ll.float_add(special, original)
                count = 0
    if special != 0.0:
        if infinite != infinite:
            raise ValueError("-inf + inf in fsum")
        return special
    return ll_sum_partials(partials, count)


def ll_grow_partials(partials):
    size = ll.getarraysize(partials)
    larger = ll.malloc_varsize(FLOATS, size + size)
    ll.copy_items(partials, 0, larger, 0, size)
    return larger


def ll_sum_partials(partials, count):
    """From the largest down, until a sum is inexact; then rounds half to even across what follows."""
    if count == 0:
        return 0.0
    count -= 1
    high = partials[count]
    low = 0.0
    while count > 0 and low == 0.0:
        x = high
        count -= 1
        y = partials[count]
        high = ll.float_add(x, y)
        low = ll.float_sub(y, ll.float_sub(high, x))
    if count > 0 and (low < 0.0 and partials[count - 1] < 0.0 or low > 0.0 and partials[count - 1] > 0.0):
        y = ll.float_add(low, low)
        x = ll.float_add(high, y)
        if y == ll.float_sub(x, high):
            return x
    return high


# ---- integers

def ll_gcd(a, b):
    x = ll_magnitude(a)
    y = ll_magnitude(b)
    zero = ll.cast_int_to_uint(0)
    while ll.uint_ne(y, zero):
        rest = ll.uint_mod(x, y)
        x = y
        y = rest
    result = ll.cast_uint_to_int(x)
    if result < 0:
        raise OverflowError("integer overflow")
    return result


def ll_lcm(a, b):
    if a == 0 or b == 0:
        return 0
    divisor = ll_gcd(a, b)
    result = ll.int_mul_ovf(ll.int_div_trunc(a, divisor), b)
    if result < 0:
        return ll.int_sub_ovf(0, result)
    return result


def ll_factorial(n):
    if n < 0:
        raise ValueError("factorial() not defined for negative values")
    result = 1
    while n > 1:
        result = ll.int_mul_ovf(result, n)
        n -= 1
    return result


def ll_isqrt(n):
    """The float square root is off by one at most."""
    if n < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    root = ll.cast_float_to_int(ll.leaf("float_sqrt", ll.cast_int_to_float(n)))
    if root > 3037000499:
        root = 3037000499
    if root * root > n:
        return root - 1
    return root


def ll_check_choice(n, k):
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")


def ll_perm(n, k):
    ll_check_choice(n, k)
    if k > n:
        return 0
    result = 1
    while k > 0:
        result = ll.int_mul_ovf(result, n)
        n -= 1
        k -= 1
    return result


def ll_comb(n, k):
    """Divides out common factors before each product, so that only a result that is too large overflows."""
    ll_check_choice(n, k)
    if k > n:
        return 0
    if k > n - k:
        k = n - k
    result = 1
    i = 1
    while i <= k:
        factor = n - k + i
        divisor = ll_gcd(factor, i)
        factor = ll.int_div_trunc(factor, divisor)
        rest = ll.int_div_trunc(i, divisor)
        result = ll.int_mul_ovf(ll.int_div_trunc(result, rest), factor)
        i += 1
    return result
