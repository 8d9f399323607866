// UTF-8, searching, hashing.
#define _GNU_SOURCE
#include "internal.h"

// ---- UTF-8

static bool is_continuation(unsigned char byte) {
    return (byte & 0xc0) == 0x80;
}

int64_t sw_utf8_count(const unsigned char* text, int64_t size, int64_t start, int64_t stop) {
    (void)size;
    int64_t count = 0;
    for (int64_t i = start; i < stop; i++) count += !is_continuation(text[i]);
    return count;
}

int64_t sw_utf8_skip(const unsigned char* text, int64_t size, int64_t at, int64_t n) {
    for (; n > 0 && at < size; n--) {
        at++;
        while (at < size && is_continuation(text[at])) at++;
    }
    return at;
}

int64_t sw_utf8_back(const unsigned char* text, int64_t size, int64_t at, int64_t n) {
    (void)size;
    for (; n > 0 && at > 0; n--) {
        at--;
        while (at > 0 && is_continuation(text[at])) at--;
    }
    return at;
}

enum { GOOD = 0, BAD_START = 1, BAD_CONTINUATION = 2, TOO_SHORT = 3 };

// Table 3-7 of the Unicode standard: what may follow each start byte.  The bytes at fault are the longest
// prefix that could have begun a good sequence.
int sw_sequence_length(const unsigned char* data, int64_t size, int* fault, int* reason) {
    unsigned char first = data[0];
    *fault = 1;
    *reason = GOOD;
    if (first < 0x80) return 1;
    int length = first >= 0xc2 && first < 0xe0   ? 2
                 : first >= 0xe0 && first < 0xf0 ? 3
                 : first >= 0xf0 && first < 0xf5 ? 4
                                                 : 0;
    if (length == 0) {
        *reason = BAD_START;
        return 0;
    }
    for (int i = 1; i < length; i++) {
        if (i >= size) {
            *fault = i;
            *reason = TOO_SHORT;
            return 0;
        }
        unsigned char low = 0x80, high = 0xbf;
        if (i == 1) {
            if (first == 0xe0) low = 0xa0;
            if (first == 0xed) high = 0x9f;
            if (first == 0xf0) low = 0x90;
            if (first == 0xf4) high = 0x8f;
        }
        if (data[i] < low || data[i] > high) {
            *fault = i;
            *reason = BAD_CONTINUATION;
            return 0;
        }
    }
    return length;
}

int64_t sw_utf8_error(const unsigned char* data, int64_t size, int64_t start, int64_t stop) {
    (void)size;
    int fault, reason;
    sw_process.status = 0;
    for (int64_t at = start; at < stop;) {
        if (data[at] < 0x80) {
            at++;
            continue;
        }
        int length = sw_sequence_length(data + at, stop - at, &fault, &reason);
        if (length == 0) {
            sw_process.status = reason + 16 * fault;
            return at;
        }
        at += length;
    }
    return -1;
}

void sw_put_escaped(struct sw_writer* out, const unsigned char* data, int64_t size) {
    int fault, reason;
    for (int64_t at = 0; at < size;) {
        int length = sw_sequence_length(data + at, size - at, &fault, &reason);
        for (int i = 0; i < length; i++) sw_put(out, data[at + i]);
        for (int i = 0; length == 0 && i < fault; i++) sw_put_code_point(out, 0xdc00 + data[at + i]);
        at += length == 0 ? fault : length;
    }
}

int64_t sw_utf8_escape(const unsigned char* bytes, int64_t bytes_size, int64_t start, int64_t stop,
                       unsigned char* data, int64_t size) {
    (void)bytes_size;
    struct sw_writer out = {data, size, 0};
    sw_put_escaped(&out, bytes + start, stop - start);
    return out.size;
}

static bool is_surrogate(const unsigned char* text, int64_t at) {
    return text[at] == 0xed && text[at + 1] >= 0xa0;
}

int64_t sw_utf8_unescape(const unsigned char* text, int64_t text_size, int64_t start, int64_t stop,
                         unsigned char* data, int64_t size) {
    (void)text_size;
    struct sw_writer out = {data, size, 0};
    sw_process.status = 0;
    for (int64_t at = start; at < stop;) {
        if (text[at] == 0xed && is_surrogate(text, at)) {
            int32_t c = sw_decode(text, &at);
            if (c < 0xdc80 || c > 0xdcff) sw_process.status = 1;
            sw_put(&out, (unsigned char)(c - 0xdc00));
        } else {
            sw_put(&out, text[at++]);
        }
    }
    return out.size;
}

int64_t sw_utf8_surrogate(const unsigned char* text, int64_t size, int64_t start, int64_t stop) {
    (void)size;
    for (int64_t at = start; at + 2 < stop; at++)
        if (is_surrogate(text, at)) return at;
    return -1;
}

// ---- Searching

int64_t sw_find(const unsigned char* text, int64_t text_size, int64_t start, int64_t stop,
                const unsigned char* what, int64_t what_size, int64_t what_start, int64_t what_stop) {
    (void)text_size, (void)what_size;
    if (stop - start < what_stop - what_start) return -1;
    const unsigned char* found =
        memmem(text + start, (size_t)(stop - start), what + what_start, (size_t)(what_stop - what_start));
    return found == NULL ? -1 : found - text;
}

int64_t sw_rfind(const unsigned char* text, int64_t text_size, int64_t start, int64_t stop,
                 const unsigned char* what, int64_t what_size, int64_t what_start, int64_t what_stop) {
    (void)text_size, (void)what_size;
    int64_t length = what_stop - what_start;
    for (int64_t at = stop - length; at >= start; at--)
        if (memcmp(text + at, what + what_start, (size_t)length) == 0) return at;
    return -1;
}

int64_t sw_find_byte(const unsigned char* text, int64_t size, int64_t start, int64_t stop,
                     unsigned char byte) {
    (void)size;
    if (start >= stop) return -1;
    const unsigned char* found = memchr(text + start, byte, (size_t)(stop - start));
    return found == NULL ? -1 : found - text;
}

// ---- Hashing: SipHash-1-3 (Aumasson and Bernstein), with the details of CPython's

static uint64_t rotate(uint64_t x, int bits) {
    return x << bits | x >> (64 - bits);
}

static void sip_round(uint64_t v[4]) {
    v[0] += v[1];
    v[1] = rotate(v[1], 13) ^ v[0];
    v[0] = rotate(v[0], 32);
    v[2] += v[3];
    v[3] = rotate(v[3], 16) ^ v[2];
    v[0] += v[3];
    v[3] = rotate(v[3], 21) ^ v[0];
    v[2] += v[1];
    v[1] = rotate(v[1], 17) ^ v[2];
    v[2] = rotate(v[2], 32);
}

int64_t sw_hash_bytes(const unsigned char* data, int64_t data_size, int64_t start, int64_t stop) {
    (void)data_size;
    uint64_t size = (uint64_t)(stop - start);
    if (size == 0) return 0;
    const unsigned char* at = data + start;
    uint64_t k0 = sw_process.hash_key[0], k1 = sw_process.hash_key[1];
    uint64_t v[4] = {k0 ^ UINT64_C(0x736f6d6570736575), k1 ^ UINT64_C(0x646f72616e646f6d),
                     k0 ^ UINT64_C(0x6c7967656e657261), k1 ^ UINT64_C(0x7465646279746573)};
    uint64_t word, left = size;
    for (; left >= 8; left -= 8, at += 8) {
        memcpy(&word, at, 8);
        v[3] ^= word;
        sip_round(v);
        v[0] ^= word;
    }
    word = size << 56;
    for (uint64_t i = 0; i < left; i++) word |= (uint64_t)at[i] << (8 * i);
    v[3] ^= word;
    sip_round(v);
    v[0] ^= word;
    v[2] ^= 0xff;
    sip_round(v);
    sip_round(v);
    sip_round(v);
    int64_t hash = (int64_t)(v[0] ^ v[1] ^ v[2] ^ v[3]);
    return hash == -1 ? -2 : hash;
}
