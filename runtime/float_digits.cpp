// Shortest digits of a double that read back, from double-conversion's Grisu3 and its bignum fallback.
#include <double-conversion/bignum-dtoa.h>
#include <double-conversion/fast-dtoa.h>

#include "float_digits.h"

using double_conversion::BIGNUM_DTOA_SHORTEST;
using double_conversion::BignumDtoa;
using double_conversion::FAST_DTOA_SHORTEST;
using double_conversion::FastDtoa;
using double_conversion::Vector;

extern "C" int sw_shortest_digits(double x, char* digits, int* point) {
    int length;
    Vector<char> buffer(digits, SW_SHORTEST_SIZE);
    if (!FastDtoa(x, FAST_DTOA_SHORTEST, 0, buffer, &length, point))
        BignumDtoa(x, BIGNUM_DTOA_SHORTEST, 0, buffer, &length, point);
    return length;
}
