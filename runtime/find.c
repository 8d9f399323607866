// Searching bytes in bytes.
#define _GNU_SOURCE  // memmem, memrchr
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "internal.h"

int64_t sw_find_byte(const unsigned char* text, int64_t size, int64_t start, int64_t stop,
                     unsigned char byte) {
    (void)size;
    if (start >= stop) return -1;
    const unsigned char* found = memchr(text + start, byte, (size_t)(stop - start));
    return found == NULL ? -1 : found - text;
}

#if defined(__SSE2__)
// One bit for each of the 16 positions from `at` on where the first and the last byte of `what` stand.
static inline unsigned candidates(const unsigned char* at, int64_t last, __m128i first_bytes,
                                  __m128i last_bytes) {
    __m128i firsts = _mm_loadu_si128((const __m128i*)(const void*)at);
    __m128i lasts = _mm_loadu_si128((const __m128i*)(const void*)(at + last));
    return (unsigned)_mm_movemask_epi8(
        _mm_and_si128(_mm_cmpeq_epi8(firsts, first_bytes), _mm_cmpeq_epi8(lasts, last_bytes)));
}
#endif

// The work that comparing candidates may cost, so that no text takes quadratic time.
static inline int64_t budget(int64_t size) {
    return 4 * size + 1024;
}

int64_t sw_find(const unsigned char* text, int64_t text_size, int64_t start, int64_t stop,
                const unsigned char* what, int64_t what_size, int64_t what_start, int64_t what_stop) {
    (void)text_size;
    (void)what_size;
    const unsigned char* needle = what + what_start;
    int64_t n = what_stop - what_start, positions = stop - start - n + 1;
    if (positions <= 0 || start > stop) return -1;
    if (n == 0) return start;
    if (n == 1) return sw_find_byte(text, text_size, start, stop, needle[0]);
    const unsigned char* p = text + start;
    int64_t at = 0;
#if defined(__SSE2__)
    __m128i first_bytes = _mm_set1_epi8((char)needle[0]), last_bytes = _mm_set1_epi8((char)needle[n - 1]);
    for (int64_t left = budget(stop - start); left > 0 && at + 16 <= positions; at += 16) {
        for (unsigned mask = candidates(p + at, n - 1, first_bytes, last_bytes); mask != 0;
             mask &= mask - 1) {
            int64_t candidate = at + __builtin_ctz(mask);
            if (memcmp(p + candidate, needle, (size_t)n) == 0) return start + candidate;
            left -= n;
        }
    }
#endif
    const unsigned char* found = memmem(p + at, (size_t)(stop - start - at), needle, (size_t)n);
    return found == NULL ? -1 : found - text;
}

// Searching backwards compares candidates only; like CPython's it can take quadratic time.
int64_t sw_rfind(const unsigned char* text, int64_t text_size, int64_t start, int64_t stop,
                 const unsigned char* what, int64_t what_size, int64_t what_start, int64_t what_stop) {
    (void)text_size;
    (void)what_size;
    const unsigned char* needle = what + what_start;
    int64_t n = what_stop - what_start, positions = stop - start - n + 1;
    if (positions <= 0 || start > stop) return -1;
    if (n == 0) return stop;
    const unsigned char* p = text + start;
    while (positions > 0) {
        const unsigned char* found = memrchr(p, needle[0], (size_t)positions);
        if (found == NULL) return -1;
        if (memcmp(found, needle, (size_t)n) == 0) return found - text;
        positions = found - p;
    }
    return -1;
}
