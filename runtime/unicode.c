// Unicode properties, case mapping of texts, and numbers written in digits of other scripts.
#include "internal.h"
#include "unicode_tables.h"

enum { ALL_PUBLIC_FLAGS = (1 << 12) - 1, SPACE = 16, LOWER = 32, UPPER = 64 };
// Columns of the tables, and the further values of `which` in leaf.def.
enum { TO_LOWER, TO_UPPER, TO_TITLE, TO_FOLDED };
enum { CAPITALIZE = 3, SWAPCASE = 4, CASEFOLD = 5 };
enum { CAPITAL_SIGMA = 0x3a3, SMALL_SIGMA = 0x3c3, FINAL_SIGMA = 0x3c2 };

static inline int record_of(int32_t c) {
    return kRecordOf[kBlockOf[c / BLOCK_SIZE] * BLOCK_SIZE + c % BLOCK_SIZE];
}

static inline int flags_of(int32_t c) {
    return kRecords[record_of(c)].flags;
}

int64_t sw_uni_flags(int32_t c) {
    return flags_of(c) & ALL_PUBLIC_FLAGS;
}

int64_t sw_uni_digit(int32_t c) {
    return kRecords[record_of(c)].digit;
}

// The code points that c is mapped to; returns how many.
static int map_case(int32_t c, int column, int32_t to[3]) {
    int record = record_of(c);
    to[0] = c + kRecords[record].deltas[column];
    if (!(kRecords[record].flags & SPECIAL)) return 1;
    int low = 0, high = SPECIAL_COUNT;
    while (low < high) {
        int middle = (low + high) / 2;
        if (kSpecial[middle].from < c || (kSpecial[middle].from == c && kSpecial[middle].which < column))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == SPECIAL_COUNT || kSpecial[low].from != c || kSpecial[low].which != column) return 1;
    memcpy(to, kSpecial[low].to, sizeof kSpecial[low].to);
    return to[2] != 0 ? 3 : 2;
}

int64_t sw_uni_case(int32_t c, int64_t which, int64_t i) {
    int32_t to[3];
    int count = map_case(c, which == CASEFOLD ? TO_FOLDED : (int)which, to);
    return i < count ? to[i] : -1;
}

// ---- Texts

// A capital sigma behind a cased letter and not before one becomes a final sigma; case-ignorable characters
// between do not count.  `at` is where the sigma stands.
static bool is_final_sigma(const unsigned char* text, int64_t start, int64_t at, int64_t stop) {
    int flags = 0;
    for (int64_t before = at; before > start;) {
        flags = flags_of(sw_decode_back(text, &before));
        if (!(flags & IGNORABLE)) break;
    }
    if ((flags & IGNORABLE) || !(flags & CASED)) return false;
    flags = 0;
    for (int64_t behind = at + 2; behind < stop;) {
        flags = flags_of(sw_decode(text, &behind));
        if (!(flags & IGNORABLE)) break;
    }
    return (flags & IGNORABLE) || !(flags & CASED);
}

static void put_mapped(struct sw_writer* out, int32_t c, int column) {
    int32_t to[3];
    int count = map_case(c, column, to);
    for (int i = 0; i < count; i++) sw_put_code_point(out, to[i]);
}

static int column_for(int64_t which, int32_t c, bool first, bool* in_word) {
    switch (which) {
        case TO_UPPER: return TO_UPPER;
        case CASEFOLD: return TO_FOLDED;
        case CAPITALIZE: return first ? TO_TITLE : TO_LOWER;
        case SWAPCASE: {
            int flags = flags_of(c);
            return flags & UPPER ? TO_LOWER : flags & LOWER ? TO_UPPER : -1;
        }
        case TO_TITLE: {
            int column = *in_word ? TO_LOWER : TO_TITLE;
            *in_word = (flags_of(c) & CASED) != 0;
            return column;
        }
    }
    return TO_LOWER;
}

static void map_ascii(const unsigned char* from, int64_t size, bool upper, unsigned char* to) {
    unsigned char first = upper ? 'a' : 'A';
    for (int64_t i = 0; i < size; i++) {
        unsigned char c = from[i];
        to[i] = (unsigned char)(c ^ ((unsigned char)(c - first) < 26 ? 0x20 : 0));
    }
}

int64_t sw_utf8_case(const unsigned char* text, int64_t text_size, int64_t start, int64_t stop, int64_t which,
                     unsigned char* data, int64_t size) {
    (void)text_size;
    if (which == TO_LOWER || which == TO_UPPER || which == CASEFOLD) {
        int64_t length = stop - start;
        if (sw_ascii_prefix(text + start, length) == length) {
            if (length <= size) map_ascii(text + start, length, which == TO_UPPER, data);
            return length;
        }
    }
    struct sw_writer out = {data, size, 0};
    bool in_word = false;
    for (int64_t at = start; at < stop;) {
        int64_t here = at;
        int32_t c = sw_decode(text, &at);
        int column = column_for(which, c, here == start, &in_word);
        if (column < 0)
            sw_put_code_point(&out, c);
        else if (c == CAPITAL_SIGMA && column == TO_LOWER)
            sw_put_code_point(&out, is_final_sigma(text, start, here, stop) ? FINAL_SIGMA : SMALL_SIGMA);
        else
            put_mapped(&out, c, column);
    }
    return out.size;
}

// ---- Numbers

int64_t sw_fold_number(const unsigned char* text, int64_t size, unsigned char* out) {
    int64_t length = 0;
    for (int64_t at = 0; at < size;) {
        int32_t c = sw_decode(text, &at);
        int record = record_of(c);
        if (c < 0x80)
            out[length++] = (unsigned char)c;
        else if (kRecords[record].digit >= 0)
            out[length++] = (unsigned char)('0' + kRecords[record].digit);
        else if (kRecords[record].flags & SPACE)
            out[length++] = ' ';
        else
            return -1;
    }
    return length;
}
