// What the hot leaf routines cost: nanoseconds of processor time a call.  Run by cost.py.
#include <stdio.h>
#include <stdlib.h>

#include "sapwood.h"

const struct sw_place sw_places[1] = {{"", "", "", 0, -1}};

enum { VALUES = 1024, LARGE = 1 << 20 };
static unsigned char out[LARGE], texts[VALUES][32], large[LARGE];
static int64_t sizes[VALUES];
static double random_floats[VALUES], amounts[VALUES];
static volatile int64_t integer;
static volatile double number;

#define COST(label, calls, statement)                                                     \
    do {                                                                                  \
        double before = sw_time_process();                                                \
        for (int64_t call = 0; call < (calls); call++) {                                  \
            int64_t i = call % VALUES;                                                    \
            (void)i;                                                                      \
            statement;                                                                    \
        }                                                                                 \
        printf("%-36s %10.1f ns\n", label, (sw_time_process() - before) * 1e9 / (calls)); \
    } while (0)

static void numbers(void) {
    COST("float_repr, 17 digits", 2000000, integer = sw_float_repr(random_floats[i], out, 64));
    COST("float_repr, 2 places", 2000000, integer = sw_float_repr(amounts[i], out, 64));
    COST("float_format .6f", 2000000, integer = sw_float_format(random_floats[i], 'f', 6, 0, out, 64));
    COST("float_format .6g", 2000000, integer = sw_float_format(random_floats[i], 'g', 6, 0, out, 64));
    COST("float_format .15f", 1000000, integer = sw_float_format(random_floats[i], 'f', 15, 0, out, 64));
    COST("float_round to 2 places", 4000000, number = sw_float_round(random_floats[i], 2));
    for (int i = 0; i < VALUES; i++) sizes[i] = sw_float_repr(random_floats[i], texts[i], 32);
    COST("float_parse, 17 digits", 2000000, number = sw_float_parse(texts[i], 32, 0, sizes[i]));
    for (int i = 0; i < VALUES; i++) sizes[i] = sw_float_repr(amounts[i], texts[i], 32);
    COST("float_parse, 2 places", 2000000, number = sw_float_parse(texts[i], 32, 0, sizes[i]));
    for (int i = 0; i < VALUES; i++) sizes[i] = sprintf((char*)texts[i], "%d", 1000000000 + i);
    COST("int_parse, 10 digits", 4000000, integer = sw_int_parse(texts[i], 32, 0, sizes[i], 10));
}

static void text(void) {
    const unsigned char *word = (const unsigned char*)"shrdlux", *pair = (const unsigned char*)"xq";
    COST("hash_bytes, 8 bytes", 4000000, integer = sw_hash_bytes(large, LARGE, i, i + 8));
    COST("hash_bytes, 30 bytes", 4000000, integer = sw_hash_bytes(large, LARGE, i, i + 30));
    COST("hash_bytes, 1 MiB", 200, integer = sw_hash_bytes(large, LARGE, 0, LARGE));
    COST("utf8_count, 10 bytes", 4000000, integer = sw_utf8_count(large, LARGE, i, i + 10));
    COST("utf8_count, 1 MiB", 500, integer = sw_utf8_count(large, LARGE, 0, LARGE));
    COST("utf8_skip, 32", 4000000, integer = sw_utf8_skip(large, LARGE, i, 32));
    COST("utf8_error, 1 MiB", 500, integer = sw_utf8_error(large, LARGE, 0, LARGE));
    COST("find 2 in 30 bytes", 4000000, integer = sw_find(large, LARGE, i, i + 30, pair, 2, 0, 2));
    COST("find 7 in 1 MiB", 500, integer = sw_find(large, LARGE, 0, LARGE, word, 7, 0, 7));
    COST("rfind 7 in 1 MiB", 200, integer = sw_rfind(large, LARGE, 0, LARGE, word, 7, 0, 7));
    COST("utf8_case to lower, 1 MiB", 200, integer = sw_utf8_case(large, LARGE, 0, LARGE, 0, out, LARGE));
}

static void memory(void) {
    COST("plain object of 16 bytes", 20000000, integer = (int64_t)(intptr_t)sw_gc_malloc(16));
    COST("plain object of 48 bytes", 20000000, integer = (int64_t)(intptr_t)sw_gc_malloc(48));
    COST("text of 30 bytes", 20000000,
         integer = (int64_t)(intptr_t)sw_gc_malloc_varsize_atomic(24, 0, 1, 30));
    COST("text of 400 bytes", 5000000,
         integer = (int64_t)(intptr_t)sw_gc_malloc_varsize_atomic(24, 0, 1, 400));
}

int64_t sw_program_main(void) {
    srand(1);
    for (int i = 0; i < VALUES; i++) {
        random_floats[i] = (rand() + 1.0) / (rand() + 1.0);
        amounts[i] = rand() % 100000 / 100.0;
    }
    for (int i = 0; i < LARGE; i++) large[i] = (unsigned char)"etaoin shrdlu cmfwyp"[rand() % 20];
    numbers();
    text();
    memory();
    return 0;
}
