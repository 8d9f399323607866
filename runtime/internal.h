// What the files of the runtime share and generated programs do not see.
#ifndef SAPWOOD_INTERNAL_H
#define SAPWOOD_INTERNAL_H

#include "sapwood.h"

struct sw_process {
    int argc;
    char** argv;
    uint64_t hash_key[2];
    int64_t status;  // what sw_status returns
};
extern struct sw_process sw_process;

void sw_gc_start(void);

// ---- UTF-8 in which surrogates have their three-byte form

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

// Collects a result in a caller's buffer.  Counts on when the buffer is full; the routine then returns what
// it would have needed.
struct sw_writer {
    unsigned char* data;
    int64_t capacity, size;
};

static inline void sw_put(struct sw_writer* out, unsigned char byte) {
    if (out->size < out->capacity) out->data[out->size] = byte;
    out->size++;
}

static inline void sw_put_text(struct sw_writer* out, const char* text) {
    while (*text != '\0') sw_put(out, (unsigned char)*text++);
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

// Appends the bytes as surrogateescape decodes them.
void sw_put_escaped(struct sw_writer* out, const unsigned char* data, int64_t size);
// Length of the well-formed sequence (strict UTF-8) at data, or 0; *fault gets the number of bytes at fault
// and *reason as of utf8_error.
int sw_sequence_length(const unsigned char* data, int64_t size, int* fault, int* reason);

#endif
