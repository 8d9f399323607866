// Module math, and float arithmetic that C has no operator for: the C library's functions with CPython's
// errors.
#define _GNU_SOURCE
#include <limits.h>
#include <math.h>

#include "internal.h"

enum { DOMAIN_ERROR = 1, RANGE_ERROR = 2, ZERO_TO_NEGATIVE = 3 };

// ---- Functions of one argument.  A nan that did not come in is a domain error.  So is an infinity from a
// finite argument (a pole), except where the function can overflow.

static inline double checked(double x, double result, int64_t on_infinity) {
    int64_t status = 0;
    if (isnan(result) && !isnan(x)) status = DOMAIN_ERROR;
    if (isinf(result) && isfinite(x)) status = on_infinity;
    return sw_float_result(status, result);
}

#define POLES(name)                               \
    double sw_math_##name(double x) {             \
        return checked(x, name(x), DOMAIN_ERROR); \
    }
#define OVERFLOWS(name)                          \
    double sw_math_##name(double x) {            \
        return checked(x, name(x), RANGE_ERROR); \
    }
#define TOTAL(name)                   \
    double sw_math_##name(double x) { \
        return name(x);               \
    }

POLES(acos)
POLES(acosh)
POLES(asin)
POLES(asinh)
TOTAL(atan)
POLES(atanh)
TOTAL(cbrt)
POLES(cos)
OVERFLOWS(cosh)
TOTAL(erf)
TOTAL(erfc)
OVERFLOWS(exp)
OVERFLOWS(exp2)
OVERFLOWS(expm1)
POLES(log)
POLES(log10)
POLES(log2)
POLES(sin)
OVERFLOWS(sinh)
POLES(tan)
TOTAL(tanh)

// The sign of zero stays.
double sw_math_log1p(double x) {
    return x == 0 ? sw_float_result(0, x) : checked(x, log1p(x), DOMAIN_ERROR);
}

double(sw_float_sqrt)(double x) {
    return sqrt(x);
}
double sw_float_floor(double x) {
    return floor(x);
}
double sw_float_ceil(double x) {
    return ceil(x);
}
double sw_float_trunc(double x) {
    return trunc(x);
}
double sw_float_rint(double x) {
    return rint(x);
}
bool sw_math_isfinite(double x) {
    return isfinite(x);
}
bool sw_math_isinf(double x) {
    return isinf(x) != 0;
}
bool sw_math_isnan(double x) {
    return isnan(x);
}

double sw_math_ulp(double x) {
    x = fabs(x);
    if (!isfinite(x)) return x;
    double above = nextafter(x, HUGE_VAL);
    return isinf(above) ? x - nextafter(x, -HUGE_VAL) : above - x;
}

double sw_math_frexp_mantissa(double x) {
    int exponent;
    return isfinite(x) ? frexp(x, &exponent) : x;
}

int64_t sw_math_frexp_exponent(double x) {
    int exponent = 0;
    if (isfinite(x)) frexp(x, &exponent);
    return exponent;
}

// ---- Two arguments

double sw_math_atan2(double y, double x) {
    return atan2(y, x);
}
double sw_math_copysign(double x, double y) {
    return copysign(x, y);
}
double sw_math_nextafter(double x, double y) {
    return nextafter(x, y);
}
double sw_float_fmod(double x, double y) {
    return fmod(x, y);
}

double sw_math_fmod(double x, double y) {
    double result = fmod(x, y);
    return sw_float_result(isnan(result) && !isnan(x) && !isnan(y) ? DOMAIN_ERROR : 0, result);
}

double sw_math_remainder(double x, double y) {
    double result = remainder(x, y);
    return sw_float_result(isnan(result) && !isnan(x) && !isnan(y) ? DOMAIN_ERROR : 0, result);
}

double sw_math_ldexp(double x, int64_t exponent) {
    if (x == 0 || !isfinite(x)) return sw_float_result(0, x);
    int clipped = exponent > INT_MAX ? INT_MAX : exponent < INT_MIN ? INT_MIN : (int)exponent;
    double result = ldexp(x, clipped);
    return sw_float_result(isinf(result) ? RANGE_ERROR : 0, result);
}

// As C's pow, which follows IEEE, but for the three errors.
double sw_float_pow(double x, double y) {
    if (isfinite(x) && isfinite(y)) {
        if (x == 0 && y < 0) return sw_float_result(ZERO_TO_NEGATIVE, HUGE_VAL);
        if (x < 0 && y != floor(y)) return sw_float_result(DOMAIN_ERROR, NAN);
    }
    double result = pow(x, y);
    return sw_float_result(isinf(result) && isfinite(x) && isfinite(y) ? RANGE_ERROR : 0, result);
}

// ---- Vector length, as CPython 3.10 and later compute it: squares in twice the precision (Veltkamp's
// splitting), summed with compensation, and one correction step after the square root.  The order of the
// additions counts to the last bit.

struct length {
    double sum;  // begins at 1, so that it is never smaller in size than what is added
    double lost[3];
};

static inline void add(struct length* length, double x, int part) {
    double before = length->sum;
    length->sum += x;
    length->lost[part] += (before - length->sum) + x;
}

static inline double split_high(double x) {
    double scaled = x * 134217729.0;  // 2**27 + 1
    return scaled - (scaled - x);
}

static inline double total(const struct length* length) {
    return length->sum - 1.0 + (length->lost[0] + length->lost[1] + length->lost[2]);
}

// `item` is one of `count` values whose largest size is `largest`, finite and not 0.
static double tiny_length(const double* items, int64_t count, double largest) {
    struct length length = {1.0, {0, 0, 0}};
    for (int64_t i = 0; i < count; i++) {
        double x = fabs(items[i]) / largest;
        add(&length, x * x, 0);
    }
    return largest * sqrt(length.sum - 1.0 + length.lost[0]);
}

static double vector_length(const double* items, int64_t count) {
    double largest = 0;
    bool found_nan = false;
    for (int64_t i = 0; i < count; i++) {
        double x = fabs(items[i]);
        found_nan |= isnan(x);
        if (x > largest) largest = x;
    }
    if (isinf(largest)) return largest;
    if (found_nan) return NAN;
    if (largest == 0 || count <= 1) return largest;
    int exponent;
    frexp(largest, &exponent);
    if (exponent < -1023) return tiny_length(items, count, largest);

    double scale = ldexp(1.0, -exponent);
    struct length length = {1.0, {0, 0, 0}};
    for (int64_t i = 0; i < count; i++) {
        double x = fabs(items[i]) * scale;
        double high = split_high(x), low = x - high;
        add(&length, high * high, 0);
        add(&length, 2.0 * high * low, 1);
        length.lost[2] += low * low;
    }
    double root = sqrt(total(&length));
    double high = split_high(root), low = root - high;
    add(&length, -high * high, 0);
    add(&length, -2.0 * high * low, 1);
    add(&length, -low * low, 2);
    return (root + total(&length) / (2.0 * root)) / scale;
}

double sw_math_hypot(double x, double y) {
    double items[2] = {x, y};
    return vector_length(items, 2);
}

double sw_math_dist(const double* items, int64_t count) {
    return vector_length(items, count);
}
