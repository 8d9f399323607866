// Names of encodings, and those that map bytes to characters one by one.
#include "codec_tables.h"
#include "internal.h"

enum { LONGEST_NAME = 64, UNKNOWN = -1 };

static int lower(int c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

static bool is_part_of_name(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
}

// As codecs.lookup: other characters than letters and digits are one underscore, and those at the ends
// nothing.
int64_t sw_codec_find(const unsigned char* name, int64_t name_size) {
    char plain[LONGEST_NAME + 2];
    int size = 0;
    bool punctuation = false;
    for (int64_t i = 0; i < name_size; i++) {
        int c = lower(name[i]);
        if (c == 0) return UNKNOWN;
        if (c >= 128) continue;
        if (!is_part_of_name(c)) {
            punctuation = true;
            continue;
        }
        if (size >= LONGEST_NAME) return UNKNOWN;
        if (punctuation && size > 0) plain[size++] = '_';
        punctuation = false;
        plain[size++] = (char)(c == '.' ? '_' : c);
    }
    plain[size] = 0;
    for (int i = 0; i < NAME_COUNT; i++)
        if (strcmp(kNames[i].name, plain) == 0) return kNames[i].number;
    return UNKNOWN;
}

int64_t sw_codec_character(int64_t codec, int64_t byte) {
    return kCharacters[codec - FIRST_MAP][byte];
}

int64_t sw_codec_byte(int64_t codec, int64_t code) {
    int low = 0, high = kBytes[codec - FIRST_MAP].count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (kBytes[codec - FIRST_MAP].rows[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == kBytes[codec - FIRST_MAP].count || kBytes[codec - FIRST_MAP].rows[low].code != code) return -1;
    return kBytes[codec - FIRST_MAP].rows[low].byte;
}
