// UTF-8: counting, moving, checking, and the two directions of surrogateescape.
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "internal.h"

enum { INVALID_START = 1, INVALID_CONTINUATION = 2, UNEXPECTED_END = 3 };

int64_t sw_ascii_prefix(const unsigned char* data, int64_t size) {
    int64_t at = 0;
    for (; at + 8 <= size; at += 8) {
        uint64_t word;
        memcpy(&word, data + at, 8);
        if (word & UINT64_C(0x8080808080808080)) break;
    }
    while (at < size && data[at] < 0x80) at++;
    return at;
}

// ---- Counting.  A code point has one byte that is not a continuation.

#if defined(__SSE2__)
enum { STEP = 16 };

// One bit for each of the 16 bytes that begins a code point.  As signed bytes, continuations are those below
// -64.
static inline unsigned starts(const unsigned char* p) {
    __m128i bytes = _mm_loadu_si128((const __m128i*)(const void*)p);
    return (unsigned)_mm_movemask_epi8(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(-65)));
}
#else
enum { STEP = 8 };

static inline unsigned starts(const unsigned char* p) {
    unsigned result = 0;
    for (int i = 0; i < STEP; i++) result |= (unsigned)!sw_is_continuation(p[i]) << i;
    return result;
}
#endif

// Long texts: sums of bytes, 255 steps of 16 at a time.
static int64_t count_starts(const unsigned char* p, int64_t size) {
    int64_t count = 0, at = 0;
#if defined(__SSE2__)
    while (size - at >= STEP) {
        __m128i sums = _mm_setzero_si128();
        for (int i = 0; i < 255 && size - at >= STEP; i++, at += STEP) {
            __m128i bytes = _mm_loadu_si128((const __m128i*)(const void*)(p + at));
            sums = _mm_sub_epi8(sums, _mm_cmpgt_epi8(bytes, _mm_set1_epi8(-65)));
        }
        __m128i halves = _mm_sad_epu8(sums, _mm_setzero_si128());
        count += _mm_cvtsi128_si64(halves) + _mm_cvtsi128_si64(_mm_srli_si128(halves, 8));
    }
#endif
    for (; at < size; at++) count += !sw_is_continuation(p[at]);
    return count;
}

int64_t sw_utf8_count(const unsigned char* text, int64_t size, int64_t start, int64_t stop) {
    (void)size;
    return count_starts(text + start, stop - start);
}

int64_t sw_utf8_skip(const unsigned char* text, int64_t size, int64_t at, int64_t n) {
    while (n > STEP && size - at >= STEP) {
        n -= __builtin_popcount(starts(text + at));
        at += STEP;
    }
    // `at` may now be in the middle of a code point that has been counted.
    while (at < size && sw_is_continuation(text[at])) at++;
    for (; n > 0 && at < size; n--) {
        at++;
        while (at < size && sw_is_continuation(text[at])) at++;
    }
    return at;
}

int64_t sw_utf8_back(const unsigned char* text, int64_t size, int64_t at, int64_t n) {
    (void)size;
    while (n > STEP && at >= STEP) {
        at -= STEP;
        n -= __builtin_popcount(starts(text + at));
    }
    // What is left of the code point that `at` is in has not been counted.
    for (; n > 0 && at > 0; n--) {
        at--;
        while (at > 0 && sw_is_continuation(text[at])) at--;
    }
    return at;
}

// ---- Checking

// As CPython tells what is wrong (the Unicode Standard's "maximal subparts").
static int fail(struct sw_fault* fault, int reason, int bytes) {
    fault->reason = reason;
    fault->bytes = bytes;
    return 0;
}

int sw_sequence(const unsigned char* data, int64_t size, struct sw_fault* fault) {
    unsigned char first = data[0];
    if (first < 0x80) return 1;
    if (first < 0xc2 || first > 0xf4) return fail(fault, INVALID_START, 1);
    int length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    // The second byte decides about overlong forms, surrogates, and what is beyond U+10FFFF.
    unsigned char low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    unsigned char high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    for (int i = 1; i < length; i++) {
        if (i == size) return fail(fault, UNEXPECTED_END, i);
        if (data[i] < low || data[i] > high) return fail(fault, INVALID_CONTINUATION, i);
        low = 0x80;
        high = 0xbf;
    }
    return length;
}

int64_t sw_utf8_error(const unsigned char* bytes, int64_t size, int64_t start, int64_t stop) {
    (void)size;
    sw_process.status = 0;
    for (int64_t at = start; at < stop;) {
        at += sw_ascii_prefix(bytes + at, stop - at);
        if (at == stop) break;
        struct sw_fault fault;
        int length = sw_sequence(bytes + at, stop - at, &fault);
        if (length == 0) {
            sw_process.status = fault.reason + 16 * fault.bytes;
            return at;
        }
        at += length;
    }
    return -1;
}

int64_t sw_utf8_surrogate(const unsigned char* text, int64_t size, int64_t start, int64_t stop) {
    (void)size;
    for (int64_t at = start; at < stop; at++) {
        const unsigned char* lead = memchr(text + at, 0xed, (size_t)(stop - at));
        if (lead == NULL) return -1;
        at = lead - text;
        if (lead[1] >= 0xa0) return at;
    }
    return -1;
}

// ---- surrogateescape: a byte b that is not UTF-8 is the surrogate U+DC00 + b

void sw_put_escaped(struct sw_writer* out, const unsigned char* data, int64_t size) {
    for (int64_t at = 0; at < size;) {
        int64_t ascii = sw_ascii_prefix(data + at, size - at);
        sw_put_bytes(out, data + at, ascii);
        at += ascii;
        if (at == size) break;
        struct sw_fault fault;
        int length = sw_sequence(data + at, size - at, &fault);
        if (length != 0) {
            sw_put_bytes(out, data + at, length);
            at += length;
        } else {
            sw_put_code_point(out, 0xdc00 + data[at++]);
        }
    }
}

int64_t sw_put_unescaped(struct sw_writer* out, const unsigned char* text, int64_t size) {
    for (int64_t at = 0; at < size;) {
        int64_t next = sw_utf8_surrogate(text, size, at, size);
        sw_put_bytes(out, text + at, (next < 0 ? size : next) - at);
        if (next < 0) break;
        at = next;
        int32_t c = sw_decode(text, &at);
        if (c < 0xdc80 || c > 0xdcff) return next;
        sw_put(out, (unsigned char)(c - 0xdc00));
    }
    return -1;
}

int64_t sw_utf8_escape(const unsigned char* bytes, int64_t bytes_size, int64_t start, int64_t stop,
                       unsigned char* data, int64_t size) {
    (void)bytes_size;
    struct sw_writer out = {data, size, 0};
    sw_put_escaped(&out, bytes + start, stop - start);
    return out.size;
}

int64_t sw_utf8_unescape(const unsigned char* text, int64_t text_size, int64_t start, int64_t stop,
                         unsigned char* data, int64_t size) {
    (void)text_size;
    struct sw_writer out = {data, size, 0};
    int64_t stranger = sw_put_unescaped(&out, text + start, stop - start);
    sw_process.status = stranger >= 0;
    return stranger >= 0 ? start + stranger : out.size;
}
