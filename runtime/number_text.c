// Floats and integers from and to text, equal to CPython's.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "float_digits.h"
#include "internal.h"

enum { ADD_SIGN = 1, ADD_DOT_ZERO = 2, ALTERNATE = 4 };

// ---- Floats to text

static void put_exponent(struct sw_writer* out, int exponent, bool upper) {
    char text[16];
    snprintf(text, sizeof text, "%c%c%02d", upper ? 'E' : 'e', exponent < 0 ? '-' : '+', abs(exponent));
    sw_put_text(out, text);
}

// repr's form of the digits: exponents below -4 and from 16 on are written.
static void put_shortest(struct sw_writer* out, double x, int flags) {
    char digits[SW_SHORTEST_SIZE];
    int point = 1, count = 1;
    digits[0] = '0';
    if (x != 0) count = sw_shortest_digits(x, digits, &point);
    if (point <= -4 || point > 16) {
        sw_put(out, (unsigned char)digits[0]);
        if (count > 1 || (flags & ALTERNATE)) sw_put(out, '.');
        for (int i = 1; i < count; i++) sw_put(out, (unsigned char)digits[i]);
        put_exponent(out, point - 1, false);
        return;
    }
    if (point <= 0) {
        sw_put_text(out, "0.");
        for (int i = point; i < 0; i++) sw_put(out, '0');
        for (int i = 0; i < count; i++) sw_put(out, (unsigned char)digits[i]);
        return;
    }
    for (int i = 0; i < point; i++) sw_put(out, i < count ? (unsigned char)digits[i] : '0');
    if (count > point) {
        sw_put(out, '.');
        for (int i = point; i < count; i++) sw_put(out, (unsigned char)digits[i]);
    } else if (flags & ADD_DOT_ZERO) {
        sw_put_text(out, ".0");
    } else if (flags & ALTERNATE) {
        sw_put(out, '.');
    }
}

// The C library's conversions are exact, which is all that CPython's promise.
static void put_printed(struct sw_writer* out, double x, char code, int64_t precision, int flags) {
    char format[] = {'%',
                     flags & ALTERNATE ? '#' : '.',
                     flags & ALTERNATE ? '.' : '*',
                     flags & ALTERNATE ? '*' : code,
                     flags & ALTERNATE ? code : '\0',
                     '\0'};
    int digits = precision > 100000 ? 100000 : (int)precision;
    char small[512];
    char* text = small;
    int length = snprintf(small, sizeof small, format, digits, x);
    if (length >= (int)sizeof small) {
        text = malloc((size_t)length + 1);
        if (text == NULL) return;
        snprintf(text, (size_t)length + 1, format, digits, x);
    }
    sw_put_text(out, text);
    bool looks_like_int = strpbrk(text, ".eE") == NULL;
    if ((flags & ADD_DOT_ZERO) && looks_like_int) sw_put_text(out, ".0");
    if (text != small) free(text);
}

int64_t sw_float_format(double x, unsigned char code, int64_t precision, int64_t flags, unsigned char* data,
                        int64_t size) {
    struct sw_writer out = {data, size, 0};
    bool upper = code == 'E' || code == 'F' || code == 'G';
    if (signbit(x) && !isnan(x))
        sw_put(&out, '-');
    else if (flags & ADD_SIGN)
        sw_put(&out, '+');
    x = fabs(x);
    if (isnan(x)) {
        sw_put_text(&out, upper ? "NAN" : "nan");
    } else if (isinf(x)) {
        sw_put_text(&out, upper ? "INF" : "inf");
    } else if (code == 'r') {
        put_shortest(&out, x, (int)flags);
    } else {
        put_printed(&out, x, (char)code, precision, (int)flags);
    }
    return out.size;
}

int64_t sw_float_repr(double x, unsigned char* data, int64_t size) {
    return sw_float_format(x, 'r', 0, ADD_DOT_ZERO, data, size);
}

// ---- Text to numbers

// The text without white space at its ends, with every decimal digit and space as ASCII; other characters
// that are not ASCII become '?'.  NULL: no memory.  The caller frees it.
static char* ascii_number(const unsigned char* text, int64_t start, int64_t stop, int64_t* length) {
    char* ascii = malloc((size_t)(stop - start) + 1);
    if (ascii == NULL) return NULL;
    int64_t count = 0;
    for (int64_t at = start; at < stop;) {
        int32_t c = sw_decode(text, &at);
        if (c < 128) {
            ascii[count++] = c == 0 ? '?' : (char)c;
        } else if (sw_uni_flags(c) & 16) {
            ascii[count++] = ' ';
        } else {
            int64_t digit = sw_uni_digit(c);
            ascii[count++] = digit < 0 ? '?' : (char)('0' + digit);
        }
    }
    int64_t first = 0;
    while (first < count && (ascii[first] == ' ' || (ascii[first] >= 9 && ascii[first] <= 13) ||
                             (ascii[first] >= 28 && ascii[first] <= 31)))
        first++;
    while (count > first && (ascii[count - 1] == ' ' || (ascii[count - 1] >= 9 && ascii[count - 1] <= 13) ||
                             (ascii[count - 1] >= 28 && ascii[count - 1] <= 31)))
        count--;
    memmove(ascii, ascii + first, (size_t)(count - first));
    *length = count - first;
    ascii[*length] = '\0';
    return ascii;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Removes underscores between digits; false if one stands elsewhere.
static bool remove_underscores(char* text) {
    char *to = text, previous = '\0';
    for (const char* from = text; *from != '\0'; from++) {
        if (*from == '_') {
            if (!is_digit(previous) || !is_digit(from[1])) return false;
        } else {
            *to++ = *from;
        }
        previous = *from;
    }
    *to = '\0';
    return true;
}

static bool equals_ignoring_case(const char* text, const char* word) {
    for (; *word != '\0'; text++, word++)
        if ((*text | 0x20) != *word) return false;
    return *text == '\0';
}

// digits [. digits] [e [sign] digits], with digits on at least one side of the point
static bool is_decimal(const char* at) {
    int digits = 0;
    for (; is_digit(*at); at++) digits++;
    if (*at == '.')
        for (at++; is_digit(*at); at++) digits++;
    if (digits == 0) return false;
    if (*at == 'e' || *at == 'E') {
        at++;
        if (*at == '+' || *at == '-') at++;
        if (!is_digit(*at)) return false;
        while (is_digit(*at)) at++;
    }
    return *at == '\0';
}

static double parse_float(char* text, int64_t length) {
    sw_process.status = 1;
    if ((int64_t)strlen(text) != length || !remove_underscores(text)) return 0;
    const char* at = text;
    bool negative = *at == '-';
    if (*at == '+' || *at == '-') at++;
    double x;
    if (equals_ignoring_case(at, "inf") || equals_ignoring_case(at, "infinity")) {
        x = HUGE_VAL;
    } else if (equals_ignoring_case(at, "nan")) {
        x = (double)NAN;
    } else if (is_decimal(at)) {
        x = strtod(at, NULL);  // the locale is C's: nobody calls setlocale
    } else {
        return 0;
    }
    sw_process.status = 0;
    return negative ? -x : x;
}

double sw_float_parse(const unsigned char* text, int64_t size, int64_t start, int64_t stop) {
    (void)size;
    int64_t length;
    char* ascii = ascii_number(text, start, stop, &length);
    if (ascii == NULL) abort();
    double x = parse_float(ascii, length);
    free(ascii);
    return x;
}

static int digit_value(char c) {
    if (is_digit(c)) return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'z' ? c - 'a' + 10 : 99;
}

static int64_t parse_int(const char* at, int64_t base) {
    sw_process.status = 1;
    bool negative = *at == '-';
    if (*at == '+' || *at == '-') at++;
    int prefix = 0;
    if (at[0] == '0' && at[1] != '\0') {
        char letter = at[1] | 0x20;
        prefix = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
    }
    bool zeros_only = false;
    if (base == 0) {
        base = prefix != 0 ? prefix : 10;
        zeros_only = prefix == 0 && *at == '0';  // 010 is refused, 00 is not
    }
    if (prefix == base && prefix != 0) {
        at += 2;
        if (*at == '_') at++;
    }
    if (*at == '\0' || *at == '_') return 0;
    bool overflow = false;
    uint64_t value = 0;
    for (char previous = '0'; *at != '\0'; previous = *at++) {
        if (*at == '_') {
            if (previous == '_' || at[1] == '\0') return 0;
            continue;
        }
        int digit = digit_value(*at);
        if (digit >= base || (zeros_only && digit != 0)) return 0;
        overflow |= __builtin_mul_overflow(value, (uint64_t)base, &value);
        overflow |= __builtin_add_overflow(value, (uint64_t)digit, &value);
    }
    uint64_t limit = (uint64_t)INT64_MAX + (negative ? 1 : 0);
    if (overflow || value > limit) {
        sw_process.status = 2;
        return 0;
    }
    sw_process.status = 0;
    return (int64_t)(negative ? 0 - value : value);
}

int64_t sw_int_parse(const unsigned char* text, int64_t size, int64_t start, int64_t stop, int64_t base) {
    (void)size;
    int64_t length;
    char* ascii = ascii_number(text, start, stop, &length);
    if (ascii == NULL) abort();
    int64_t value = parse_int(ascii, base);
    free(ascii);
    return value;
}
