"""Allocation: contents, what the collector keeps, what it frees, and sizes that cannot be had."""

import resource
import subprocess

from leaves import BUILT, SCRATCH, check, compile_c, finish, written

PROGRAM = r"""
#include <stdio.h>
#include <stdlib.h>
#include "sapwood.h"

const struct sw_place sw_places[1];
#define CHECK(condition) do if (!(condition)) { printf("line %d: %s\n", __LINE__, #condition); exit(1); } while (0)

struct array { int64_t length; unsigned char items[]; };
struct node { struct node *next; int64_t value; void *atomic; };
static struct node *root;

static bool is_zero(const void *data, size_t size) {
    const unsigned char *p = data;
    for (size_t i = 0; i < size; i++)
        if (p[i] != 0) return false;
    return true;
}

static unsigned char *filled(unsigned char *data, size_t size, int value) {
    memset(data, value, size);
    return data;
}

// Every size, twice over garbage: always zero, aligned, and disjoint.
static void contents(void) {
    for (int round = 0; round < 3; round++) {
        for (size_t size = 1; size < 700; size++) {
            unsigned char *plain = sw_gc_malloc(size), *atomic = sw_gc_malloc_atomic(size);
            CHECK(is_zero(plain, size) && is_zero(atomic, size));
            CHECK(((uintptr_t)plain | (uintptr_t)atomic) % 16 == 0);
            struct array *array = sw_gc_malloc_varsize(8, 0, 3, (int64_t)size);
            struct array *bytes = sw_gc_malloc_varsize_atomic(8, 0, 1, (int64_t)size);
            CHECK(array->length == (int64_t)size && bytes->length == (int64_t)size);
            CHECK(is_zero(array->items, 3 * size) && is_zero(bytes->items, size));
            filled(plain, size, 0xff), filled(atomic, size, 0xff);
            filled(array->items, 3 * size, 0xff), filled(bytes->items, size, 0xff);
        }
        sw_gc_collect();
    }
    CHECK(is_zero(sw_gc_malloc(0), 1));
    CHECK(((struct array *)sw_gc_malloc_varsize_atomic(8, 0, 16, 0))->length == 0);
}

// A chain of objects whose pointer-free parts are only reachable through them, among much garbage.
static void what_is_kept(void) {
    enum { COUNT = 200000, BYTES = 40 };
    for (int64_t i = 0; i < COUNT; i++) {
        struct node *node = sw_gc_malloc(sizeof *node);
        node->atomic = sw_gc_malloc_atomic(BYTES);
        memset(node->atomic, (int)(i % 250), BYTES);
        node->value = i;
        node->next = root;
        root = node;
        for (int k = 0; k < 5; k++) {
            filled(sw_gc_malloc(32), 32, 0xee);
            filled(sw_gc_malloc_atomic(BYTES), BYTES, 0xee);
        }
    }
    int64_t count = 0;
    for (struct node *node = root; node != NULL; node = node->next, count++) {
        const unsigned char *bytes = node->atomic;
        CHECK(node->value == COUNT - 1 - count);
        for (int k = 0; k < BYTES; k++) CHECK(bytes[k] == node->value % 250);
    }
    CHECK(count == COUNT);
    root = NULL;
}

static __attribute__((noinline)) unsigned char *middle_of_new(size_t size) {
    return filled(sw_gc_malloc_atomic(size), size, 0x55) + size / 2;
}

// The stack may hold nothing but a pointer into the middle of an object.
static void middles(void) {
    unsigned char *volatile middle[4];
    const size_t sizes[4] = {16, 200, 5000, 300000};
    for (int i = 0; i < 4; i++) middle[i] = middle_of_new(sizes[i]);
    for (int i = 0; i < 300000; i++) filled(sw_gc_malloc_atomic(sizes[i % 2]), sizes[i % 2], 0xaa);
    sw_gc_collect();
    for (int i = 0; i < 3000; i++) filled(sw_gc_malloc_atomic(sizes[2 + i % 2]), sizes[2 + i % 2], 0xaa);
    for (int i = 0; i < 4; i++)
        for (size_t k = 0; k < sizes[i] / 2; k++) CHECK(middle[i][k] == 0x55);
}

// Far more than the limit of the address space, all of it garbage.
static void what_is_freed(void) {
    for (int i = 0; i < 24000000; i++) *(int64_t *)sw_gc_malloc(48) = i;
    for (int i = 0; i < 18000000; i++) *(int64_t *)sw_gc_malloc_atomic(64) = i;
    for (int i = 0; i < 1500; i++) filled(sw_gc_malloc_atomic(1 << 20), 1 << 20, i);
}

static void what_is_refused(void) {
    CHECK(sw_gc_malloc_varsize(8, 0, 8, INT64_MAX) == NULL);
    CHECK(sw_gc_malloc_varsize(8, 0, 16, INT64_C(1) << 60) == NULL);
    CHECK(sw_gc_malloc_varsize(8, 0, 1, INT64_MAX - 4) == NULL);
    CHECK(sw_gc_malloc_varsize(8, 0, 8, -1) == NULL);
    CHECK(sw_gc_malloc_varsize_atomic(8, 0, 8, INT64_MAX / 8) == NULL);
    CHECK(sw_gc_malloc_varsize_atomic(8, 0, 1, INT64_C(1) << 46) == NULL);
    CHECK(sw_gc_malloc_varsize(8, 0, 1, INT64_C(1) << 33) == NULL);  // more than the limit that the check sets
    CHECK(sw_gc_malloc_varsize(8, 0, 1, 100) != NULL);
}

int64_t sw_program_main(void) {
    contents();
    what_is_kept();
    middles();
    what_is_freed();
    what_is_refused();
    puts("good");
    fflush(stdout);
    if (sw_arg_count() == 1) return 0;
    for (;;) {  // until there is no more
        struct node *node = sw_gc_malloc(256);
        node->next = root;
        root = node;
    }
}
"""
LIMIT = 1 << 30
source = written("memory.c", PROGRAM)
for compiler, level in (("gcc", "-O0"), ("gcc", "-O2"), ("clang", "-O2")):
    program = compile_c([source], SCRATCH / "memory", level, BUILT / "libsapwood_runtime.a", "-lm", compiler=compiler)
    for arguments, wanted in (([], (0, "good\n", "")), (["fill"], (1, "good\n", "MemoryError\n"))):
        done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT)))  # fmt: skip
        check((done.returncode, done.stdout, done.stderr), wanted, compiler, level, *arguments)
        if level == "-O0":
            break
finish()
