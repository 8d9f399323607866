// Floats as text and back, equal to CPython's to the last digit.
//
// The digits come from the layers of double-conversion that need no C++ library: Grisu3 for the shortest and
// for counted digits, bignums where it cannot decide, and its strtod.  Where counted digits end exactly half
// way, CPython rounds to even and double-conversion does not; Grisu3 never decides those, and glibc's printf,
// which is exact and rounds to even, takes over.
#include <double-conversion/bignum-dtoa.h>
#include <double-conversion/fast-dtoa.h>
#include <double-conversion/strtod.h>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "internal.h"

namespace dc = double_conversion;

namespace {

constexpr double kPowersOfTen[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                   1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
constexpr int kExactPowers = 22;
constexpr double kExactIntegers = 9007199254740992.0;  // 2**53

// A double has at most 309 digits before the point, 1074 behind it, and 767 that count.
constexpr int kMostDigits = 309 + 1074;

// 0.digits * 10**point, without sign; zero has the one digit 0 and point 1.
struct Decimal {
    char digits[kMostDigits + 16];
    int length;
    int point;
};

// ---- Digits of a finite x

void shortest_digits(double x, Decimal& out) {
    x = std::fabs(x);
    if (x == 0) {
        out.digits[0] = '0';
        out.length = out.point = 1;
        return;
    }
    dc::Vector<char> buffer(out.digits, sizeof out.digits);
    if (dc::FastDtoa(x, dc::FAST_DTOA_SHORTEST, 0, buffer, &out.length, &out.point)) return;
    dc::BignumDtoa(x, dc::BIGNUM_DTOA_SHORTEST, 0, buffer, &out.length, &out.point);
}

// x in the form d.ddde+XX of printf, with `count` digits.
void printed_digits(double x, int count, Decimal& out) {
    char text[kMostDigits + 16];
    std::snprintf(text, sizeof text, "%.*e", count - 1, x);
    const char* p = text;
    out.length = 0;
    for (; *p != 'e'; p++)
        if (*p != '.') out.digits[out.length++] = *p;
    out.point = std::atoi(p + 1) + 1;
}

// The first `count` digits, rounded.
void counted_digits(double x, int64_t count, Decimal& out) {
    x = std::fabs(x);
    if (count > 768) count = 768;
    if (x == 0) {
        out.digits[0] = '0';
        out.length = out.point = 1;
        return;
    }
    dc::Vector<char> buffer(out.digits, sizeof out.digits);
    if (count <= 17 &&
        dc::FastDtoa(x, dc::FAST_DTOA_PRECISION, static_cast<int>(count), buffer, &out.length, &out.point))
        return;
    printed_digits(x, static_cast<int>(count), out);
}

// x * 10**places rounded to an integer, if plain arithmetic is certain of it.  The product is off by half a
// unit in the last place at most, so it must be further than that from the middle between two integers.
bool scaled(double x, int64_t places, double& result) {
    if (places < 0 || places > kExactPowers) return false;
    double product = x * kPowersOfTen[places];
    if (!(product < kExactIntegers)) return false;
    double whole = std::floor(product);
    if (std::fabs(product - whole - 0.5) <= product * 0x1p-52) return false;
    result = product - whole < 0.5 ? whole : whole + 1;
    return result < kExactIntegers;
}

// The digits up to `places` behind the point, rounded; none if that is 0.
void digits_to_place(double x, int64_t places, Decimal& out) {
    x = std::fabs(x);
    if (places > 1074) places = 1074;
    double quick;
    if (scaled(x, places, quick)) {
        uint64_t number = static_cast<uint64_t>(quick);
        char reversed[24];
        int count = 0;
        for (; number != 0; number /= 10) reversed[count++] = static_cast<char>('0' + number % 10);
        for (int i = 0; i < count; i++) out.digits[i] = reversed[count - 1 - i];
        out.length = count;
        out.point = count - static_cast<int>(places);
        return;
    }
    char text[kMostDigits + 16];
    std::snprintf(text, sizeof text, "%.*f", static_cast<int>(places), x);
    out.length = 0;
    out.point = 0;
    bool behind = false;
    for (const char* p = text; *p != '\0'; p++) {
        if (*p == '.') {
            behind = true;
        } else if (out.length == 0 && *p == '0') {
            out.point -= behind;
        } else {
            out.digits[out.length++] = *p;
            out.point += !behind;
        }
    }
}

// ---- Layout

struct Layout {
    bool exponent;
    int64_t digits_end;  // digits to show, from the first one on
    bool keep_point;
    bool point_zero;  // ".0" if it would look like an int
    bool upper;
};

void put_decimal(sw_writer* out, const Decimal& number, Layout layout) {
    int64_t point = number.point;
    if (layout.exponent) point = 1;
    int64_t end = layout.digits_end > number.length ? layout.digits_end : number.length;
    if (!layout.exponent && layout.point_zero) {
        if (end <= point) end = point + 1;
    } else if (end < point) {
        end = point;
    }

    // Digit i of the number, 0 where it has none.
    auto put_digits = [&](int64_t from, int64_t to) {
        if (from < 0) {
            int64_t zeros = to < 0 ? to - from : -from;
            sw_put_zeros(out, zeros);
            from += zeros;
        }
        int64_t known = to < number.length ? to : number.length;
        if (from < known) {
            sw_put_bytes(out, number.digits + from, known - from);
            from = known;
        }
        sw_put_zeros(out, to - from);
    };
    if (point <= 0)
        sw_put(out, '0');
    else
        put_digits(0, point);
    if (end > point || layout.keep_point) sw_put(out, '.');
    put_digits(point, end);

    if (!layout.exponent) return;
    int exponent = number.point - 1;
    sw_put(out, layout.upper ? 'E' : 'e');
    sw_put(out, exponent < 0 ? '-' : '+');
    if (exponent < 0) exponent = -exponent;
    if (exponent >= 100) sw_put(out, static_cast<unsigned char>('0' + exponent / 100));
    sw_put(out, static_cast<unsigned char>('0' + exponent / 10 % 10));
    sw_put(out, static_cast<unsigned char>('0' + exponent % 10));
}

enum Flags { kSign = 1, kPointZero = 2, kAlternate = 4 };

void format(double x, char code, int64_t precision, int64_t flags, sw_writer* out) {
    bool upper = code >= 'A' && code <= 'Z';
    if (upper) code = static_cast<char>(code - 'A' + 'a');
    if (std::signbit(x) && !std::isnan(x))
        sw_put(out, '-');
    else if (flags & kSign)
        sw_put(out, '+');
    if (!std::isfinite(x)) {
        sw_put_string(out, std::isnan(x) ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf"));
        return;
    }

    Decimal number;
    Layout layout = {false, 0, (flags & kAlternate) != 0, (flags & kPointZero) != 0, upper};
    switch (code) {
        case 'e':
            counted_digits(x, precision + 1, number);
            layout.exponent = true;
            layout.digits_end = precision + 1;
            break;
        case 'f':
            digits_to_place(x, precision, number);
            if (number.length == 0) number.point = -static_cast<int>(precision < 1074 ? precision : 1074);
            layout.digits_end = number.point + precision;
            break;
        case 'g':
            if (precision == 0) precision = 1;
            counted_digits(x, precision, number);
            while (number.length > 1 && number.digits[number.length - 1] == '0') number.length--;
            layout.exponent = number.point <= -4 || number.point > precision - layout.point_zero;
            if (layout.keep_point) layout.digits_end = precision;
            break;
        default:  // 'r'
            shortest_digits(x, number);
            layout.exponent = number.point <= -4 || number.point > 16;
    }
    put_decimal(out, number, layout);
}

// ---- Parsing

bool is_digit(unsigned char c) {
    return c >= '0' && c <= '9';
}
bool is_space(unsigned char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct Range {
    const unsigned char *at, *end;
    bool more() const { return at < end; }
    unsigned char peek() const { return at < end ? *at : 0; }
    bool accept(unsigned char lower) {
        if (at == end || (*at | 0x20) != lower) return false;
        at++;
        return true;
    }
    bool accept_word(const char* word) {
        const unsigned char* start = at;
        while (*word != '\0' && accept(static_cast<unsigned char>(*word))) word++;
        if (*word == '\0') return true;
        at = start;
        return false;
    }
    // The next digit, or -1.  An underscore may stand between two digits.
    int digit(bool first) {
        if (at < end && is_digit(*at)) return *at++ - '0';
        if (first || end - at < 2 || *at != '_' || !is_digit(at[1])) return -1;
        at += 2;
        return at[-1] - '0';
    }
};

// The digits that count so far: up to 19 in `low`, all that can matter in `digits`.
struct Significand {
    char digits[800];
    int length = 0;
    int64_t exponent = 0;  // of ten, for what is in digits
    uint64_t low = 0;
    bool any = false, dropped = false;

    void add(int digit, bool behind_point) {
        any = true;
        exponent -= behind_point;
        if (length == 0 && digit == 0) return;
        if (length == sizeof digits - 1) {
            dropped |= digit != 0;
            exponent++;
            return;
        }
        if (length < 19) low = low * 10 + static_cast<uint64_t>(digit);
        digits[length++] = static_cast<char>('0' + digit);
    }
};

double value(Significand& number) {
    if (number.length == 0) return 0;
    if (number.exponent > 400) return HUGE_VAL;
    if (number.exponent < -1200 - number.length) return 0;
    int exponent = static_cast<int>(number.exponent);
    if (number.length <= 19 && number.low <= static_cast<uint64_t>(kExactIntegers)) {
        double low = static_cast<double>(number.low);  // exact, and so is the power: one rounding
        if (exponent >= 0 && exponent <= kExactPowers) return low * kPowersOfTen[exponent];
        if (exponent < 0 && exponent >= -kExactPowers) return low / kPowersOfTen[-exponent];
    }
    if (number.dropped) {
        number.digits[number.length++] = '1';
        exponent--;
    }
    return dc::Strtod(dc::Vector<const char>(number.digits, number.length), exponent);
}

bool parse_number(Range& text, double& result) {
    bool negative = text.peek() == '-';
    if (negative || text.peek() == '+') text.at++;
    if (text.accept_word("inf")) {
        text.accept_word("inity");
        result = negative ? -HUGE_VAL : HUGE_VAL;
        return true;
    }
    if (text.accept_word("nan")) {
        result = std::copysign(std::nan(""), negative ? -1.0 : 1.0);
        return true;
    }

    Significand number;
    for (int digit = text.digit(true); digit >= 0; digit = text.digit(false)) number.add(digit, false);
    if (text.peek() == '.') {
        text.at++;
        for (int digit = text.digit(true); digit >= 0; digit = text.digit(false)) number.add(digit, true);
    }
    if (!number.any) return false;
    if (text.accept('e')) {
        bool below = text.peek() == '-';
        if (below || text.peek() == '+') text.at++;
        int digit = text.digit(true);
        if (digit < 0) return false;
        int64_t exponent = 0;
        for (; digit >= 0; digit = text.digit(false))
            if (exponent < (int64_t{1} << 50)) exponent = exponent * 10 + digit;
        number.exponent += below ? -exponent : exponent;
    }
    result = value(number);
    if (negative) result = -result;
    return true;
}

bool parse(Range text, double& result) {
    while (text.more() && is_space(*text.at)) text.at++;
    while (text.more() && is_space(text.end[-1])) text.end--;
    return parse_number(text, result) && !text.more();
}

// ---- Rounding

// x, whole or larger in size than any fraction, to a multiple of 10**zeros, halves to even.
double round_to_zeros(double x, int64_t zeros) {
    char text[kMostDigits + 16];
    double whole = std::trunc(x);
    int length = std::snprintf(text, sizeof text, "%.0f", std::fabs(whole));
    int64_t keep = length - zeros;
    if (keep < 0) return std::copysign(0.0, x);
    bool odd = keep > 0 && (text[keep - 1] - '0') % 2 != 0;
    bool rest = whole != x;
    for (int64_t i = keep + 1; i < length; i++) rest |= text[i] != '0';
    bool up = text[keep] > '5' || (text[keep] == '5' && (rest || odd));

    Significand number;
    for (int64_t i = 0; i < keep; i++) number.add(text[i] - '0', false);
    // Adding one to the last kept digit: a run of nines becomes zeros.
    int last = number.length;
    if (up) {
        while (last > 0 && number.digits[last - 1] == '9') last--;
        if (last == 0) {
            number.digits[last++] = '1';
            number.exponent = number.length;
        } else {
            number.digits[last - 1]++;
            number.exponent = number.length - last;
        }
        number.length = last;
    }
    if (number.length == 0) return std::copysign(0.0, x);
    double result = dc::Strtod(dc::Vector<const char>(number.digits, number.length),
                               static_cast<int>(number.exponent + zeros));
    return std::copysign(result, x);
}

double round_to_place(double x, int64_t places) {
    double quick;
    if (scaled(std::fabs(x), places, quick)) return std::copysign(quick / kPowersOfTen[places], x);
    Decimal number;
    digits_to_place(x, places, number);
    if (number.length == 0) return std::copysign(0.0, x);
    double result =
        dc::Strtod(dc::Vector<const char>(number.digits, number.length), number.point - number.length);
    return std::copysign(result, x);
}

}  // namespace

extern "C" {

int64_t sw_float_repr(double x, unsigned char* data, int64_t size) {
    sw_writer out = {data, size, 0};
    format(x, 'r', 0, kPointZero, &out);
    return out.size;
}

int64_t sw_float_format(double x, unsigned char code, int64_t precision, int64_t flags, unsigned char* data,
                        int64_t size) {
    sw_writer out = {data, size, 0};
    format(x, static_cast<char>(code), precision, flags, &out);
    return out.size;
}

double sw_float_parse(const unsigned char* text, int64_t text_size, int64_t start, int64_t stop) {
    (void)text_size;
    double result = 0;
    int64_t size = stop - start;
    if (sw_ascii_prefix(text + start, size) == size) {
        bool good = parse({text + start, text + stop}, result);
        return sw_float_result(!good, result);
    }
    unsigned char* folded = static_cast<unsigned char*>(std::malloc(static_cast<size_t>(size)));
    int64_t length = folded == nullptr ? -1 : sw_fold_number(text + start, size, folded);
    bool good = length >= 0 && parse({folded, folded + length}, result);
    std::free(folded);
    return sw_float_result(!good, result);
}

double sw_float_round(double x, int64_t places) {
    // Beyond these every digit is kept, or none.
    if (places > 323 || x == 0) return sw_float_result(0, x);
    if (places < -308) return sw_float_result(0, std::copysign(0.0, x));
    double result = places < 0 ? round_to_zeros(x, -places) : round_to_place(x, places);
    return sw_float_result(std::isinf(result) ? 2 : 0, result);
}

}  // extern "C"
