// gamma and lgamma by the Lanczos approximation that CPython uses (Boost's lanczos13m53, by John Maddock).
#include <math.h>

#include "internal.h"

enum { DOMAIN_ERROR = 1, RANGE_ERROR = 2, TERMS = 13 };
static const double kPi = 3.141592653589793238462643383279502884197;
static const double kLogPi = 1.144729885849400174143427351353058711647;
static const double kG = 6.024680040776729583740234375;
static const double kGMinusHalf = 5.524680040776729583740234375;
static const double kNumerator[TERMS] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
static const double kDenominator[TERMS] = {
    0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1};

// (n - 1)! for n up to 23 is exact.
enum { EXACT_FACTORIALS = 23 };

// Both polynomials in x, or for large x in 1/x, so that nothing overflows.
static double lanczos_sum(double x) {
    double numerator = 0, denominator = 0;
    if (x < 5.0) {
        for (int i = TERMS - 1; i >= 0; i--) {
            numerator = numerator * x + kNumerator[i];
            denominator = denominator * x + kDenominator[i];
        }
    } else {
        for (int i = 0; i < TERMS; i++) {
            numerator = numerator / x + kNumerator[i];
            denominator = denominator / x + kDenominator[i];
        }
    }
    return numerator / denominator;
}

// sin(pi * x), exact zeros at integers.
static double sine_of_pi_times(double x) {
    double y = fmod(fabs(x), 2.0), result = 0;
    switch ((int)round(2.0 * y)) {
        case 0: result = sin(kPi * y); break;
        case 1: result = cos(kPi * (y - 0.5)); break;
        case 2: result = sin(kPi * (1.0 - y)); break;
        case 3: result = -cos(kPi * (y - 1.5)); break;
        case 4: result = sin(kPi * (y - 2.0)); break;
    }
    return copysign(1.0, x) * result;
}

double sw_math_gamma(double x) {
    if (isnan(x) || x == HUGE_VAL) return sw_float_result(0, x);
    if (x == -HUGE_VAL) return sw_float_result(DOMAIN_ERROR, NAN);
    if (x == 0) return sw_float_result(DOMAIN_ERROR, copysign(HUGE_VAL, x));
    if (x == floor(x)) {
        if (x < 0) return sw_float_result(DOMAIN_ERROR, NAN);
        if (x <= EXACT_FACTORIALS) {
            double product = 1;
            for (int i = 2; i < (int)x; i++) product *= i;
            return sw_float_result(0, product);
        }
    }
    double size = fabs(x);
    if (size < 1e-20) return sw_float_result(isinf(1.0 / x) ? RANGE_ERROR : 0, 1.0 / x);
    if (size > 200.0) {
        if (x < 0) return sw_float_result(0, 0.0 / sine_of_pi_times(x));
        return sw_float_result(RANGE_ERROR, HUGE_VAL);
    }

    // The rounding error of y = size + g - 1/2, to correct for.
    double y = size + kGMinusHalf;
    double error = size > kGMinusHalf ? (y - size) - kGMinusHalf : (y - kGMinusHalf) - size;
    error = error * kG / y;
    // In two halves where the power alone would overflow.
    double power = size < 140.0 ? pow(y, size - 0.5) : pow(y, size / 2.0 - 0.25);
    double result;
    if (x < 0) {
        result = -kPi / sine_of_pi_times(size) / size * exp(y) / lanczos_sum(size);
        result -= error * result;
        result /= power;
        if (size >= 140.0) result /= power;
    } else {
        result = lanczos_sum(size) / exp(y);
        result += error * result;
        result *= power;
        if (size >= 140.0) result *= power;
    }
    return sw_float_result(isinf(result) ? RANGE_ERROR : 0, result);
}

double sw_math_lgamma(double x) {
    if (isnan(x)) return sw_float_result(0, x);
    if (isinf(x)) return sw_float_result(0, HUGE_VAL);
    if (x == floor(x) && x <= 2.0) {
        if (x <= 0) return sw_float_result(DOMAIN_ERROR, HUGE_VAL);
        return sw_float_result(0, 0.0);
    }
    double size = fabs(x);
    if (size < 1e-20) return sw_float_result(0, -log(size));
    double result = log(lanczos_sum(size)) - kG;
    result += (size - 0.5) * (log(size + kG - 0.5) - 1);
    if (x < 0) result = kLogPi - log(fabs(sine_of_pi_times(size))) - log(size) - result;
    return sw_float_result(isinf(result) ? RANGE_ERROR : 0, result);
}
