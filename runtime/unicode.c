// Unicode properties and case mappings.
#include "internal.h"

struct unicode_record {
    uint16_t flags;  // as uni_flags; plus the two below
    int8_t digit;
    struct {
        int32_t distance;  // to the one code point that it maps to
        int32_t sequence;  // or, if not 0, index of the length and the code points
    } cases[4];            // lower, upper, title, casefold
};

#include "unicode_tables.h"

enum {
    SPACE = 16,
    LOWER = 32,
    UPPER = 64,
    TITLE = 128,
    PUBLIC_FLAGS = 4095,
    CASED = 4096,
    CASE_IGNORABLE = 8192,
    BLOCK = 128
};

static const struct unicode_record* record_of(int32_t c) {
    return &unicode_records[unicode_rows[unicode_blocks[c / BLOCK] * BLOCK + c % BLOCK]];
}

int64_t sw_uni_flags(int32_t c) {
    return record_of(c)->flags & PUBLIC_FLAGS;
}

int64_t sw_uni_digit(int32_t c) {
    return record_of(c)->digit;
}

enum { TO_LOWER = 0, TO_UPPER = 1, TO_TITLE = 2, CAPITALIZE = 3, SWAPCASE = 4, CASEFOLD = 5 };

int64_t sw_uni_case(int32_t c, int64_t which, int64_t i) {
    const struct unicode_record* record = record_of(c);
    int mapping = which == CASEFOLD ? 3 : (int)which;
    int32_t sequence = record->cases[mapping].sequence;
    if (sequence == 0) return i == 0 ? c + record->cases[mapping].distance : -1;
    return i < unicode_sequences[sequence] ? unicode_sequences[sequence + 1 + i] : -1;
}

static void put_case(struct sw_writer* out, int32_t c, int which) {
    for (int64_t i = 0;; i++) {
        int64_t mapped = sw_uni_case(c, which, i);
        if (mapped < 0) return;
        sw_put_code_point(out, (int32_t)mapped);
    }
}

// A capital sigma is final when a cased letter stands before it and none after it, not counting ignorable
// ones.
static bool is_final_sigma(const unsigned char* text, int64_t start, int64_t at, int64_t behind,
                           int64_t stop) {
    int64_t before = at;
    bool cased = false;
    while (before > start) {
        do before--;
        while ((text[before] & 0xc0) == 0x80);
        int64_t next = before;
        int flags = record_of(sw_decode(text, &next))->flags;
        if (flags & CASE_IGNORABLE) continue;
        cased = (flags & CASED) != 0;
        break;
    }
    if (!cased) return false;
    while (behind < stop) {
        int flags = record_of(sw_decode(text, &behind))->flags;
        if (flags & CASE_IGNORABLE) continue;
        return (flags & CASED) == 0;
    }
    return true;
}

static void put_lower(struct sw_writer* out, const unsigned char* text, int64_t start, int64_t at,
                      int64_t behind, int64_t stop, int32_t c) {
    if (c == 0x3a3) {
        sw_put_code_point(out, is_final_sigma(text, start, at, behind, stop) ? 0x3c2 : 0x3c3);
        return;
    }
    put_case(out, c, TO_LOWER);
}

int64_t sw_utf8_case(const unsigned char* text, int64_t text_size, int64_t start, int64_t stop, int64_t which,
                     unsigned char* data, int64_t size) {
    (void)text_size;
    struct sw_writer out = {data, size, 0};
    bool previous_cased = false;
    for (int64_t at = start; at < stop;) {
        int64_t here = at;
        int32_t c = sw_decode(text, &at);
        int flags = record_of(c)->flags;
        switch (which) {
            case TO_LOWER: put_lower(&out, text, start, here, at, stop, c); break;
            case TO_UPPER: put_case(&out, c, TO_UPPER); break;
            case CASEFOLD: put_case(&out, c, CASEFOLD); break;
            case TO_TITLE:
                if (previous_cased)
                    put_lower(&out, text, start, here, at, stop, c);
                else
                    put_case(&out, c, TO_TITLE);
                previous_cased = (flags & CASED) != 0;
                break;
            case CAPITALIZE:
                if (here == start)
                    put_case(&out, c, TO_TITLE);
                else
                    put_lower(&out, text, start, here, at, stop, c);
                break;
            default:
                if (flags & UPPER)
                    put_lower(&out, text, start, here, at, stop, c);
                else if (flags & LOWER)
                    put_case(&out, c, TO_UPPER);
                else
                    sw_put_code_point(&out, c);
        }
    }
    return out.size;
}
