// Hashes equal to CPython's: SipHash-1-3 of bytes (Aumasson and Bernstein, 2012) with a seed that comes from
// PYTHONHASHSEED or the system, and floats modulo 2**61 - 1.
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

#include "internal.h"

// ---- The seed

// The generator of CPython's pycore_bootstrap_hash: a fixed seed gives the same key everywhere.
static void fill_from_seed(uint32_t seed, unsigned char* bytes, size_t size) {
    uint32_t x = seed;
    for (size_t i = 0; i < size; i++) {
        x = x * 214013u + 2531011u;
        bytes[i] = (unsigned char)(x >> 16);
    }
}

static void refuse_seed(void) {
    fputs(
        "Fatal Python error: config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in range "
        "[0; 4294967295]\n",
        stderr);
    exit(1);
}

void sw_hash_start(void) {
    unsigned char bytes[16] = {0};
    const char* text = getenv("PYTHONHASHSEED");
    if (text == NULL || *text == '\0' || strcmp(text, "random") == 0) {
        sw_random_bytes(bytes, sizeof bytes);
    } else {
        char* end;
        errno = 0;
        unsigned long seed = strtoul(text, &end, 10);
        if (*end != '\0' || errno != 0 || seed > UINT32_MAX) refuse_seed();
        if (seed != 0) fill_from_seed((uint32_t)seed, bytes, sizeof bytes);
    }
    for (int i = 0; i < 16; i++) sw_process.hash_key[i / 8] |= (uint64_t)bytes[i] << i % 8 * 8;
}

// ---- SipHash-1-3

struct siphash {
    uint64_t v0, v1, v2, v3;
};

static inline uint64_t rotate(uint64_t x, int n) {
    return x << n | x >> (64 - n);
}

static inline void siphash_round(struct siphash* h) {
    h->v0 += h->v1;
    h->v2 += h->v3;
    h->v1 = rotate(h->v1, 13) ^ h->v0;
    h->v3 = rotate(h->v3, 16) ^ h->v2;
    h->v0 = rotate(h->v0, 32) + h->v3;
    h->v2 += h->v1;
    h->v1 = rotate(h->v1, 17) ^ h->v2;
    h->v3 = rotate(h->v3, 21) ^ h->v0;
    h->v2 = rotate(h->v2, 32);
}

static inline struct siphash siphash_begin(void) {
    uint64_t k0 = sw_process.hash_key[0], k1 = sw_process.hash_key[1];
    return (struct siphash){k0 ^ UINT64_C(0x736f6d6570736575), k1 ^ UINT64_C(0x646f72616e646f6d),
                            k0 ^ UINT64_C(0x6c7967656e657261), k1 ^ UINT64_C(0x7465646279746573)};
}

static inline void siphash_word(struct siphash* h, uint64_t word) {
    h->v3 ^= word;
    siphash_round(h);
    h->v0 ^= word;
}

// `last` has the remaining bytes below, and the number of all bytes in its highest byte.
static inline int64_t siphash_end(struct siphash* h, uint64_t last) {
    siphash_word(h, last);
    h->v2 ^= 0xff;
    for (int i = 0; i < 3; i++) siphash_round(h);
    uint64_t hash = h->v0 ^ h->v1 ^ h->v2 ^ h->v3;
    return hash == UINT64_MAX ? -2 : (int64_t)hash;
}

static inline uint64_t little_endian(const unsigned char* p, int64_t count) {
    uint64_t word = 0;
    for (int64_t i = 0; i < count; i++) word |= (uint64_t)p[i] << i * 8;
    return word;
}

int64_t sw_hash_bytes(const unsigned char* data, int64_t data_size, int64_t start, int64_t stop) {
    (void)data_size;
    int64_t size = stop - start;
    if (size == 0) return 0;
    const unsigned char* p = data + start;
    struct siphash h = siphash_begin();
    int64_t at = 0;
    for (; at + 8 <= size; at += 8) {
        uint64_t word;
        memcpy(&word, p + at, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
        word = __builtin_bswap64(word);
#endif
        siphash_word(&h, word);
    }
    return siphash_end(&h, (uint64_t)size << 56 | little_endian(p + at, size - at));
}

// CPython hashes a str's array of code points, each in as many bytes (1, 2 or 4) as the largest needs.
int64_t sw_hash_text(const unsigned char* data, int64_t data_size, int64_t start, int64_t stop) {
    if (sw_ascii_prefix(data + start, stop - start) == stop - start)
        return sw_hash_bytes(data, data_size, start, stop);
    unsigned char largest = 0;  // lead bytes are ordered as the code points that they begin
    for (int64_t i = start; i < stop; i++)
        if (data[i] > largest) largest = data[i];
    int width = largest < 0xc4 ? 1 : largest < 0xf0 ? 2 : 4;
    struct siphash h = siphash_begin();
    uint64_t word = 0, count = 0;
    int filled = 0;  // bytes of word
    for (int64_t at = start; at < stop;) {
        word |= (uint64_t)sw_decode(data, &at) << filled * 8;
        filled += width;
        count += (uint64_t)width;
        if (filled < 8) continue;
        siphash_word(&h, word);
        word = 0;
        filled = 0;
    }
    return siphash_end(&h, count << 56 | word);
}

// ---- Floats

enum { HASH_BITS = 61, HASH_INFINITY = 314159 };
static const uint64_t kHashModulus = (UINT64_C(1) << HASH_BITS) - 1;

int64_t sw_float_hash(double x) {
    if (isnan(x)) return 0;
    if (isinf(x)) return x > 0 ? HASH_INFINITY : -HASH_INFINITY;
    int exponent;
    // |x| = mantissa * 2**exponent, and a factor of 2 modulo 2**61 - 1 rotates 61 bits by one.
    uint64_t mantissa = (uint64_t)ldexp(fabs(frexp(x, &exponent)), 53);
    int shift = (exponent - 53) % HASH_BITS;
    if (shift < 0) shift += HASH_BITS;
    uint64_t hash = (mantissa << shift & kHashModulus) | mantissa >> (HASH_BITS - shift);
    int64_t result = x < 0 ? -(int64_t)hash : (int64_t)hash;
    return result == -1 ? -2 : result;
}
