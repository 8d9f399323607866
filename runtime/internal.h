// What the files of the runtime share and generated programs do not see.
#ifndef SAPWOOD_INTERNAL_H
#define SAPWOOD_INTERNAL_H

#include <string.h>

#include "leaf.h"

#ifdef __cplusplus
extern "C" {
#endif

struct sw_process {
    int argc;
    char** argv;
    uint64_t hash_key[2];
    int64_t status;  // what sw_status returns
};
extern struct sw_process sw_process;

// Called by sw_start, in this order.
void sw_hash_start(void);
void sw_gc_start(void);

// For routines that leave a status.
static inline double sw_float_result(int64_t status, double result) {
    sw_process.status = status;
    return result;
}

// ---- Results in a caller's buffer

// Counts on when the buffer is full, so that the routine can return what it would have needed.
struct sw_writer {
    unsigned char* data;
    int64_t capacity, size;
};

static inline void sw_put(struct sw_writer* out, unsigned char byte) {
    if (out->size < out->capacity) out->data[out->size] = byte;
    out->size++;
}

static inline void sw_put_bytes(struct sw_writer* out, const void* bytes, int64_t size) {
    if (size > 0 && size <= out->capacity - out->size) memcpy(out->data + out->size, bytes, (size_t)size);
    out->size += size;
}

static inline void sw_put_string(struct sw_writer* out, const char* string) {
    sw_put_bytes(out, string, (int64_t)strlen(string));
}

static inline void sw_put_zeros(struct sw_writer* out, int64_t count) {
    for (; count > 0; count--) sw_put(out, '0');
}

// ---- UTF-8 in which surrogates have their three-byte form

static inline bool sw_is_continuation(unsigned char byte) {
    return (byte & 0xc0) == 0x80;
}

// The code point at data[*at], which is well formed; moves *at behind it.
static inline int32_t sw_decode(const unsigned char* data, int64_t* at) {
    const unsigned char* p = data + *at;
    if (p[0] < 0x80) {
        *at += 1;
        return p[0];
    }
    if (p[0] < 0xe0) {
        *at += 2;
        return (p[0] & 0x1f) << 6 | (p[1] & 0x3f);
    }
    if (p[0] < 0xf0) {
        *at += 3;
        return (p[0] & 0x0f) << 12 | (p[1] & 0x3f) << 6 | (p[2] & 0x3f);
    }
    *at += 4;
    return (p[0] & 0x07) << 18 | (p[1] & 0x3f) << 12 | (p[2] & 0x3f) << 6 | (p[3] & 0x3f);
}

// The code point that ends before data[*at]; moves *at to its start.
static inline int32_t sw_decode_back(const unsigned char* data, int64_t* at) {
    do --*at;
    while (sw_is_continuation(data[*at]));
    int64_t start = *at;
    return sw_decode(data, &start);
}

static inline void sw_put_code_point(struct sw_writer* out, int32_t c) {
    if (c < 0x80) {
        sw_put(out, (unsigned char)c);
        return;
    }
    if (c < 0x800) {
        sw_put(out, (unsigned char)(0xc0 | c >> 6));
    } else {
        if (c < 0x10000) {
            sw_put(out, (unsigned char)(0xe0 | c >> 12));
        } else {
            sw_put(out, (unsigned char)(0xf0 | c >> 18));
            sw_put(out, (unsigned char)(0x80 | (c >> 12 & 0x3f)));
        }
        sw_put(out, (unsigned char)(0x80 | (c >> 6 & 0x3f)));
    }
    sw_put(out, (unsigned char)(0x80 | (c & 0x3f)));
}

// Length of the longest ASCII prefix.
int64_t sw_ascii_prefix(const unsigned char* data, int64_t size);

// What bytes that are not strict UTF-8 have wrong; the reasons are those of utf8_error.
struct sw_fault {
    int reason, bytes;
};
// Length of the well-formed sequence at data (size > 0); 0 if there is none, then *fault says why.
int sw_sequence(const unsigned char* data, int64_t size, struct sw_fault* fault);

// Appends the bytes as surrogateescape decodes them.
void sw_put_escaped(struct sw_writer* out, const unsigned char* data, int64_t size);
// Appends the text as surrogateescape encodes it.  -1, or the position of the first surrogate that has no
// byte.
int64_t sw_put_unescaped(struct sw_writer* out, const unsigned char* text, int64_t size);

// ---- Numbers in text
// Digits and spaces beyond ASCII as ASCII ones, into out (at most as many bytes as there are in the text);
// returns the length, -1 if there is something else beyond ASCII.
int64_t sw_fold_number(const unsigned char* text, int64_t size, unsigned char* out);

#ifdef __cplusplus
}
#endif

#endif
