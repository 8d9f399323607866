// Float arithmetic and the routines of module math: results and errors as CPython's.
#define _GNU_SOURCE
#include <math.h>

#include "internal.h"

enum { GOOD = 0, DOMAIN_ERROR = 1, RANGE_ERROR = 2, ZERO_TO_NEGATIVE = 3 };

// A nan from something else is a domain error, an infinity from a finite number a range error (or, where
// the function has a pole, a domain error).
static double checked(double result, double x, bool pole) {
    sw_process.status = GOOD;
    if (isnan(result) && !isnan(x)) sw_process.status = DOMAIN_ERROR;
    if (isinf(result) && isfinite(x)) sw_process.status = pole ? DOMAIN_ERROR : RANGE_ERROR;
    return result;
}

#define CHECKED(name, function, pole)         \
    double sw_math_##name(double x) {         \
        return checked(function(x), x, pole); \
    }
#define PLAIN(name, function)    \
    double sw_##name(double x) { \
        return function(x);      \
    }

CHECKED(acos, acos, true)
CHECKED(acosh, acosh, true)
CHECKED(asin, asin, true)
CHECKED(asinh, asinh, true)
CHECKED(atanh, atanh, true)
CHECKED(cos, cos, true)
CHECKED(cosh, cosh, false)
CHECKED(exp, exp, false)
CHECKED(exp2, exp2, false)
CHECKED(expm1, expm1, false)
CHECKED(log, log, true)
CHECKED(log10, log10, true)
CHECKED(log1p, log1p, true)
CHECKED(log2, log2, true)
CHECKED(sin, sin, true)
CHECKED(sinh, sinh, false)
CHECKED(sqrt, sqrt, true)
CHECKED(tan, tan, true)
PLAIN(math_atan, atan)
PLAIN(math_cbrt, cbrt)
PLAIN(math_erf, erf)
PLAIN(math_erfc, erfc)
PLAIN(math_tanh, tanh)
PLAIN(float_floor, floor)
PLAIN(float_ceil, ceil)
PLAIN(float_trunc, trunc)
PLAIN(float_rint, nearbyint)
PLAIN(float_sqrt, sqrt)

bool sw_math_isfinite(double x) {
    return isfinite(x);
}
bool sw_math_isinf(double x) {
    return isinf(x);
}
bool sw_math_isnan(double x) {
    return isnan(x);
}
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

double sw_math_ulp(double x) {
    if (isnan(x)) return x;
    x = fabs(x);
    if (isinf(x)) return x;
    double above = nextafter(x, HUGE_VAL);
    return isinf(above) ? x - nextafter(x, -HUGE_VAL) : above - x;
}

double sw_math_fmod(double x, double y) {
    sw_process.status = GOOD;
    if (isinf(y) && isfinite(x)) return x;
    double result = fmod(x, y);
    if (isnan(result) && !isnan(x) && !isnan(y)) sw_process.status = DOMAIN_ERROR;
    return result;
}

double sw_math_remainder(double x, double y) {
    double result = remainder(x, y);
    sw_process.status = isnan(result) && !isnan(x) && !isnan(y) ? DOMAIN_ERROR : GOOD;
    return result;
}

int64_t sw_math_frexp_exponent(double x) {
    int exponent = 0;
    if (isfinite(x)) frexp(x, &exponent);
    return exponent;
}

double sw_math_frexp_mantissa(double x) {
    int exponent;
    return frexp(x, &exponent);
}

double sw_math_ldexp(double x, int64_t exponent) {
    sw_process.status = GOOD;
    if (x == 0 || !isfinite(x)) return x;
    int clipped = exponent > 100000 ? 100000 : exponent < -100000 ? -100000 : (int)exponent;
    double result = ldexp(x, clipped);
    if (isinf(result)) sw_process.status = RANGE_ERROR;
    return result;
}

// ---- Gamma, after CPython's mathmodule: Lanczos' approximation with these numbers (N = 13, g = 6.0246...).
enum { LANCZOS = 13 };
static const double kLanczosG = 6.024680040776729583740234375, kLanczosGHalf = 5.524680040776729583740234375;
static const double kNumerator[LANCZOS] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
static const double kDenominator[LANCZOS] = {0.0,        39916800.0, 120543840.0, 150917976.0, 105258076.0,
                                             45995730.0, 13339535.0, 2637558.0,   357423.0,    32670.0,
                                             1925.0,     66.0,       1.0};
static const double kPi = 3.141592653589793238462643383279502884197,
                    kLogPi = 1.144729885849400174143427351353058711647;

static double lanczos_sum(double x) {
    double numerator = 0, denominator = 0;
    if (x < 5.0) {
        for (int i = LANCZOS; --i >= 0;) {
            numerator = numerator * x + kNumerator[i];
            denominator = denominator * x + kDenominator[i];
        }
    } else {
        for (int i = 0; i < LANCZOS; i++) {
            numerator = numerator / x + kNumerator[i];
            denominator = denominator / x + kDenominator[i];
        }
    }
    return numerator / denominator;
}

static double sin_pi(double x) {
    double y = fmod(fabs(x), 2.0), result;
    switch ((int)round(2.0 * y)) {
        case 0: result = sin(kPi * y); break;
        case 1: result = cos(kPi * (y - 0.5)); break;
        case 2: result = sin(kPi * (1.0 - y)); break;
        case 3: result = -cos(kPi * (y - 1.5)); break;
        default: result = sin(kPi * (y - 2.0)); break;
    }
    return copysign(1.0, x) * result;
}

double sw_math_gamma(double x) {
    sw_process.status = GOOD;
    if (!isfinite(x)) {
        if (isinf(x) && x < 0) {
            sw_process.status = DOMAIN_ERROR;
            return (double)NAN;
        }
        return x;
    }
    if (x == 0) {
        sw_process.status = DOMAIN_ERROR;
        return copysign(HUGE_VAL, x);
    }
    if (x == floor(x)) {
        if (x < 0) {
            sw_process.status = DOMAIN_ERROR;
            return (double)NAN;
        }
        if (x <= 23) {
            double factorial = 1;
            for (int i = 2; i < (int)x; i++) factorial *= i;
            return factorial;
        }
    }
    double size = fabs(x);
    if (size < 1e-20) {
        double result = 1.0 / x;
        if (isinf(result)) sw_process.status = RANGE_ERROR;
        return result;
    }
    if (size > 200) {
        if (x < 0) return 0.0 / sin_pi(x);
        sw_process.status = RANGE_ERROR;
        return HUGE_VAL;
    }
    double y = size + kLanczosGHalf, z;
    if (size > kLanczosGHalf) {
        double q = y - size;
        z = q - kLanczosGHalf;
    } else {
        double q = y - kLanczosGHalf;
        z = q - size;
    }
    z = z * kLanczosG / y;
    double result;
    if (x < 0) {
        result = -kPi / sin_pi(size) / size * exp(y) / lanczos_sum(size);
        result -= z * result;
        if (size < 140.0) {
            result /= pow(y, size - 0.5);
        } else {
            double root = pow(y, size / 2.0 - 0.25);
            result /= root;
            result /= root;
        }
    } else {
        result = lanczos_sum(size) / exp(y);
        result += z * result;
        if (size < 140.0) {
            result *= pow(y, size - 0.5);
        } else {
            double root = pow(y, size / 2.0 - 0.25);
            result *= root;
            result *= root;
        }
    }
    if (isinf(result)) sw_process.status = RANGE_ERROR;
    return result;
}

double sw_math_lgamma(double x) {
    sw_process.status = GOOD;
    if (!isfinite(x)) return isnan(x) ? x : HUGE_VAL;
    if (x == floor(x) && x <= 2.0) {
        if (x <= 0.0) {
            sw_process.status = DOMAIN_ERROR;
            return HUGE_VAL;
        }
        return 0.0;
    }
    double size = fabs(x);
    if (size < 1e-20) return -log(size);
    double result = log(lanczos_sum(size)) - kLanczosG;
    result += (size - 0.5) * (log(size + kLanczosG - 0.5) - 1);
    if (x < 0.0) result = kLogPi - log(fabs(sin_pi(size))) - log(size) - result;
    if (isinf(result)) sw_process.status = RANGE_ERROR;
    return result;
}

// ---- Distances: CPython's vector_norm, which scales by a power of two, sums squares with their rounding
// errors (Dekker's splitting, Neumaier's sum), and corrects the root once.

static double norm(const double* values, int64_t count, double largest) {
    if (isinf(largest)) return largest;
    if (largest == 0 || count <= 1) return largest;
    int exponent;
    frexp(largest, &exponent);
    if (exponent < -1023) {  // the scale would overflow: all are subnormal
        double sum = 0;
        for (int64_t i = 0; i < count; i++) {
            double x = fabs(values[i]) / 0x1p-1022;
            sum += x * x;
        }
        return 0x1p-1022 * sqrt(sum);
    }
    const double t27 = 134217729.0;
    double scale = ldexp(1.0, -exponent), sum = 1.0, fraction1 = 0, fraction2 = 0, fraction3 = 0;
    for (int64_t i = 0; i < count; i++) {
        double x = fabs(values[i]) * scale;
        double t = x * t27, high = t - (t - x), low = x - high;
        double terms[3] = {high * high, 2.0 * high * low, low * low};
        double* fractions[3] = {&fraction1, &fraction2, &fraction3};
        for (int k = 0; k < 3; k++) {
            double old = sum;
            sum += terms[k];
            *fractions[k] += (old - sum) + terms[k];
        }
    }
    double root = sqrt(sum - 1.0 + (fraction1 + fraction2 + fraction3));
    double t = root * t27, high = t - (t - root), low = root - high;
    double terms[3] = {-high * high, -2.0 * high * low, -low * low};
    double* fractions[3] = {&fraction1, &fraction2, &fraction3};
    for (int k = 0; k < 3; k++) {
        double old = sum;
        sum += terms[k];
        *fractions[k] += (old - sum) + terms[k];
    }
    double rest = sum - 1.0 + (fraction1 + fraction2 + fraction3);
    return (root + rest / (2.0 * root)) / scale;
}

double sw_math_dist(const double* values, int64_t count) {
    double largest = 0;
    bool nan_found = false;
    for (int64_t i = 0; i < count; i++) {
        double x = fabs(values[i]);
        nan_found |= isnan(x);
        if (x > largest) largest = x;
    }
    if (isinf(largest)) return largest;
    return nan_found ? (double)NAN : norm(values, count, largest);
}

double sw_math_hypot(double x, double y) {
    const double values[2] = {x, y};
    return sw_math_dist(values, 2);
}

// ---- The float type

double sw_float_pow(double x, double y) {
    sw_process.status = GOOD;
    if (y == 0 || x == 1) return 1.0;
    if (isnan(x)) return x;
    if (isnan(y)) return y;
    if (!isfinite(x) || !isfinite(y)) return pow(x, y);
    if (x == 0) {
        if (y < 0) {
            sw_process.status = ZERO_TO_NEGATIVE;
            return 0;
        }
        return pow(x, y);
    }
    if (x < 0 && y != floor(y)) {
        sw_process.status = DOMAIN_ERROR;
        return 0;
    }
    double result = pow(x, y);
    if (isinf(result)) sw_process.status = RANGE_ERROR;
    return result;
}

// Through correctly rounded decimal digits, as CPython does it.
double sw_float_round(double x, int64_t digits) {
    sw_process.status = GOOD;
    if (digits > 323 || x == 0) return x;
    if (digits < -308) return copysign(0.0, x);
    unsigned char text[400];
    if (digits >= 0) {
        int64_t length = sw_float_format(x, 'f', digits, 0, text, sizeof text);
        if (length > (int64_t)sizeof text) return x;  // more digits than a double of that size has
        return sw_float_parse(text, length, 0, length);
    }
    // Exact digits of an integer part of up to 309 digits; ties are ties of the exact value.
    double whole = trunc(x);
    int64_t length = sw_float_format(fabs(whole), 'f', 0, 0, text, sizeof text);
    int64_t keep = length + digits;
    if (keep < 0) return copysign(0.0, x);
    bool above_half = false, half = false;
    if (keep < length) {
        bool rest = whole != x;
        for (int64_t i = keep + 1; i < length; i++) rest |= text[i] != '0';
        above_half = text[keep] > '5' || (text[keep] == '5' && rest);
        half = text[keep] == '5' && !rest;
    }
    bool odd = keep > 0 && (text[keep - 1] - '0') % 2 == 1;
    for (int64_t i = keep; i < length; i++) text[i] = '0';
    if (above_half || (half && odd)) {
        int64_t i = keep;
        while (i > 0 && text[i - 1] == '9') text[--i] = '0';
        if (i > 0) {
            text[i - 1]++;
        } else {
            memmove(text + 1, text, (size_t)length++);
            text[0] = '1';
        }
    }
    double result = sw_float_parse(text, length, 0, length);
    if (isinf(result)) sw_process.status = RANGE_ERROR;
    return copysign(result, x);
}

// Reduction modulo the prime 2**61 - 1, so that equal numbers of all types hash alike.
int64_t sw_float_hash(double x) {
    enum { BITS = 61 };
    const uint64_t modulus = (UINT64_C(1) << BITS) - 1;
    if (!isfinite(x)) return isinf(x) ? (x > 0 ? 314159 : -314159) : 0;
    int exponent;
    double mantissa = frexp(x, &exponent);
    bool negative = mantissa < 0;
    if (negative) mantissa = -mantissa;
    uint64_t hash = 0;
    while (mantissa != 0) {
        hash = ((hash << 28) & modulus) | hash >> (BITS - 28);
        mantissa *= 268435456.0;
        exponent -= 28;
        uint64_t digit = (uint64_t)mantissa;
        mantissa -= (double)digit;
        hash += digit;
        if (hash >= modulus) hash -= modulus;
    }
    exponent = exponent >= 0 ? exponent % BITS : BITS - 1 - ((-1 - exponent) % BITS);
    hash = ((hash << exponent) & modulus) | hash >> (BITS - exponent);
    int64_t result = negative ? -(int64_t)hash : (int64_t)hash;
    return result == -1 ? -2 : result;
}
