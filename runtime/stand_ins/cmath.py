"""Stands in for cmath.  The formulas are CPython's, without its tables for infinities and nans."""

import math as _math

_LARGE = 1.7976931348623157e308 / 4.0
_SQRT_LARGE = _math.sqrt(_LARGE)
_LOG_LARGE = _math.log(_LARGE)
_TINY = 2.2250738585072014e-308
_SQRT_TINY = _math.sqrt(_TINY)


def _complex(z):
    if isinstance(z, complex):
        return z
    return complex(float(z), 0.0)


def phase(z, /):
    z = _complex(z)
    return _math.atan2(z.imag, z.real)


def polar(z, /):
    z = _complex(z)
    return abs(z), _math.atan2(z.imag, z.real)


def rect(r, phi, /):
    if phi == 0.0:
        return complex(float(r), r * phi)
    return complex(r * _math.cos(phi), r * _math.sin(phi))


def isfinite(z, /):
    z = _complex(z)
    return _math.isfinite(z.real) and _math.isfinite(z.imag)


def isinf(z, /):
    z = _complex(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)


def isnan(z, /):
    z = _complex(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    a = _complex(a)
    b = _complex(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol


def sqrt(z, /):
    z = _complex(z)
    if z.real == 0.0 and z.imag == 0.0:
        return complex(0.0, z.imag)
    ax = _math.fabs(z.real)
    ay = _math.fabs(z.imag)
    if ax < _TINY and ay < _TINY:
        ax = _math.ldexp(ax, 54)
        s = _math.ldexp(_math.sqrt(ax + _math.hypot(ax, _math.ldexp(ay, 54))), -27)
    else:
        ax /= 8.0
        s = 2.0 * _math.sqrt(ax + _math.hypot(ax, ay / 8.0))
    d = ay / (2.0 * s)
    if z.real >= 0.0:
        return complex(s, _math.copysign(d, z.imag))
    return complex(d, _math.copysign(s, z.imag))


def exp(z, /):
    z = _complex(z)
    if z.real > _LOG_LARGE:
        size = _math.exp(z.real - 1.0)
        result = complex(size * _math.cos(z.imag) * _math.e, size * _math.sin(z.imag) * _math.e)
    else:
        size = _math.exp(z.real)
        result = complex(size * _math.cos(z.imag), size * _math.sin(z.imag))
    return _checked(result)


def _checked(z):
    if isinf(z):
        raise OverflowError("math range error")
    return z


def log(z, base=None, /):
    result = _log(_complex(z))
    if base is None:
        return result
    return result / _log(_complex(base))


def log10(z, /):
    z = _log(_complex(z))
    return complex(z.real / 2.302585092994045684017991454684364208, z.imag / 2.302585092994045684017991454684364208)


def _log(z):
    ax = _math.fabs(z.real)
    ay = _math.fabs(z.imag)
    if ax > _LARGE or ay > _LARGE:
        real = _math.log(_math.hypot(ax / 2.0, ay / 2.0)) + 0.6931471805599453094
    elif ax < _TINY and ay < _TINY:
        if ax == 0.0 and ay == 0.0:
            raise ValueError("math domain error")
        real = _math.log(_math.hypot(_math.ldexp(ax, 53), _math.ldexp(ay, 53))) - 53 * 0.6931471805599453094
    else:
        size = _math.hypot(ax, ay)
        if 0.71 <= size <= 1.73:
            more = max(ax, ay)
            less = min(ax, ay)
            real = _math.log1p((more - 1) * (more + 1) + less * less) / 2.0
        else:
            real = _math.log(size)
    return complex(real, _math.atan2(z.imag, z.real))


def sinh(z, /):
    z = _complex(z)
    if _math.fabs(z.real) > _LOG_LARGE:
        less = z.real - _math.copysign(1.0, z.real)
        return _checked(complex(_math.cos(z.imag) * _math.sinh(less) * _math.e,
                                _math.sin(z.imag) * _math.cosh(less) * _math.e))
    return complex(_math.cos(z.imag) * _math.sinh(z.real), _math.sin(z.imag) * _math.cosh(z.real))


def cosh(z, /):
    z = _complex(z)
    if _math.fabs(z.real) > _LOG_LARGE:
        less = z.real - _math.copysign(1.0, z.real)
        return _checked(complex(_math.cos(z.imag) * _math.cosh(less) * _math.e,
                                _math.sin(z.imag) * _math.sinh(less) * _math.e))
    return complex(_math.cos(z.imag) * _math.cosh(z.real), _math.sin(z.imag) * _math.sinh(z.real))


def tanh(z, /):
    z = _complex(z)
    if _math.fabs(z.real) > _LOG_LARGE:
        return complex(_math.copysign(1.0, z.real),
                       4.0 * _math.sin(z.imag) * _math.cos(z.imag) * _math.exp(-2.0 * _math.fabs(z.real)))
    tx = _math.tanh(z.real)
    ty = _math.tan(z.imag)
    cx = 1.0 / _math.cosh(z.real)
    both = tx * ty
    denominator = 1.0 + both * both
    return complex(tx * (1.0 + ty * ty) / denominator, ((ty / denominator) * cx) * cx)


def _turned(z):
    return complex(-z.imag, z.real)


def _turned_back(z):
    return complex(z.imag, -z.real)


def sin(z, /):
    return _turned_back(sinh(_turned(_complex(z))))


def cos(z, /):
    return cosh(_turned(_complex(z)))


def tan(z, /):
    return _turned_back(tanh(_turned(_complex(z))))


def acos(z, /):
    z = _complex(z)
    if _math.fabs(z.real) > _LARGE or _math.fabs(z.imag) > _LARGE:
        real = _math.atan2(_math.fabs(z.imag), z.real)
        size = _math.log(_math.hypot(z.real / 2.0, z.imag / 2.0)) + 1.3862943611198906188
        return complex(real, -_math.copysign(size, z.imag))
    s1 = sqrt(complex(1.0 - z.real, -z.imag))
    s2 = sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * _math.atan2(s1.real, s2.real), _math.asinh(s2.real * s1.imag - s2.imag * s1.real))


def acosh(z, /):
    z = _complex(z)
    if _math.fabs(z.real) > _LARGE or _math.fabs(z.imag) > _LARGE:
        return complex(_math.log(_math.hypot(z.real / 2.0, z.imag / 2.0)) + 1.3862943611198906188,
                       _math.atan2(z.imag, z.real))
    s1 = sqrt(complex(z.real - 1.0, z.imag))
    s2 = sqrt(complex(z.real + 1.0, z.imag))
    return complex(_math.asinh(s1.real * s2.real + s1.imag * s2.imag), 2.0 * _math.atan2(s1.imag, s2.real))


def asinh(z, /):
    z = _complex(z)
    if _math.fabs(z.real) > _LARGE or _math.fabs(z.imag) > _LARGE:
        size = _math.log(_math.hypot(z.real / 2.0, z.imag / 2.0)) + 1.3862943611198906188
        return complex(_math.copysign(size, z.real), _math.atan2(z.imag, _math.fabs(z.real)))
    s1 = sqrt(complex(1.0 + z.imag, -z.real))
    s2 = sqrt(complex(1.0 - z.imag, z.real))
    return complex(_math.asinh(s1.real * s2.imag - s2.real * s1.imag),
                   _math.atan2(z.imag, s1.real * s2.real - s1.imag * s2.imag))


def asin(z, /):
    return _turned_back(asinh(_turned(_complex(z))))


def atanh(z, /):
    z = _complex(z)
    if z.real < 0.0 or z.real == 0.0 and _math.copysign(1.0, z.real) < 0.0:
        return -_atanh(-z)
    return _atanh(z)


def _atanh(z):
    """Of what is not left of the imaginary axis."""
    ay = _math.fabs(z.imag)
    if z.real > _SQRT_LARGE or ay > _SQRT_LARGE:
        size = _math.hypot(z.real / 2.0, z.imag / 2.0)
        return complex(z.real / 4.0 / size / size, -_math.copysign(_math.pi / 2.0, -z.imag))
    if z.real == 1.0 and ay < _SQRT_TINY:
        if ay == 0.0:
            raise ValueError("math domain error")
        return complex(-_math.log(_math.sqrt(ay) / _math.sqrt(_math.hypot(ay, 2.0))),
                       _math.copysign(_math.atan2(2.0, -ay) / 2, z.imag))
    return complex(_math.log1p(4.0 * z.real / ((1 - z.real) * (1 - z.real) + ay * ay)) / 4.0,
                   -_math.atan2(-2.0 * z.imag, (1 - z.real) * (1 + z.real) - ay * ay) / 2.0)


def atan(z, /):
    return _turned_back(atanh(_turned(_complex(z))))
