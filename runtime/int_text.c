// int(text, base).
#include <stdlib.h>

#include "internal.h"

enum { MALFORMED = 1, TOO_LARGE = 2 };

static bool is_space(unsigned char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static int digit_value(unsigned char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'z' ? c - 'a' + 10 : 36;
}

static int base_of_prefix(unsigned char c) {
    switch (c | 0x20) {
        case 'x': return 16;
        case 'o': return 8;
        case 'b': return 2;
    }
    return 0;
}

// The status; the value goes to *result.
static int parse(const unsigned char* p, const unsigned char* end, int64_t base, int64_t* result) {
    while (p < end && is_space(*p)) p++;
    while (p < end && is_space(end[-1])) end--;
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;

    int prefix = end - p >= 2 && *p == '0' ? base_of_prefix(p[1]) : 0;
    bool only_zero = false;  // base 0 knows no leading zeros
    if (base == 0) {
        base = prefix != 0 ? prefix : 10;
        only_zero = prefix == 0 && p < end && *p == '0';
    }
    if (prefix != 0 && prefix == base) {
        p += 2;
        if (p < end && *p == '_') p++;
    }

    if (p == end || *p == '_') return MALFORMED;
    uint64_t value = 0, largest = negative ? UINT64_C(1) << 63 : INT64_MAX;
    bool too_large = false;
    for (; p < end; p++) {
        if (*p == '_' && end - p >= 2 && p[-1] != '_') continue;
        int digit = digit_value(*p);
        if (digit >= base) return MALFORMED;
        too_large |= __builtin_mul_overflow(value, (uint64_t)base, &value) ||
                     __builtin_add_overflow(value, (uint64_t)digit, &value) || value > largest;
    }
    if (only_zero && (value != 0 || too_large)) return MALFORMED;
    if (too_large) return TOO_LARGE;
    *result = (int64_t)(negative ? 0 - value : value);
    return 0;
}

int64_t sw_int_parse(const unsigned char* text, int64_t text_size, int64_t start, int64_t stop,
                     int64_t base) {
    (void)text_size;
    int64_t size = stop - start, result = 0;
    if (sw_ascii_prefix(text + start, size) == size) {
        sw_process.status = parse(text + start, text + stop, base, &result);
        return result;
    }
    unsigned char* folded = malloc((size_t)size);
    int64_t length = folded == NULL ? -1 : sw_fold_number(text + start, size, folded);
    sw_process.status = length < 0 ? MALFORMED : parse(folded, folded + length, base, &result);
    free(folded);
    return result;
}
