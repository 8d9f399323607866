// Start-up: collector, seed, stack limit.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <unistd.h>

#include "internal.h"

struct sw_state sw_state;
struct sw_process sw_process;

// Below the limit there must be room for leaf routines, the collector's marking, and what unwinding runs.
enum { SPARE_STACK = 256 * 1024 };

static void set_stack_limit(void) {
    struct rlimit limit;
    uint64_t size = 8u << 20;
    if (getrlimit(RLIMIT_STACK, &limit) == 0)
        size = limit.rlim_cur == RLIM_INFINITY ? UINT64_C(1) << 30 : (uint64_t)limit.rlim_cur;
    uint64_t spare = size / 2 < SPARE_STACK ? size / 2 : SPARE_STACK;
    sw_state.stack_limit = (char*)__builtin_frame_address(0) - (size - spare);
}

// As CPython's lcg_urandom: a fixed seed gives the same secrets everywhere.
static void fill_from_seed(uint32_t seed, unsigned char* bytes, size_t size) {
    uint32_t x = seed;
    for (size_t i = 0; i < size; i++) {
        x = x * 214013u + 2531011u;
        bytes[i] = (unsigned char)(x >> 16);
    }
}

static void set_hash_seed(void) {
    unsigned char bytes[16] = {0};
    const char* text = getenv("PYTHONHASHSEED");
    if (text != NULL && *text != '\0' && strcmp(text, "random") != 0) {
        char* end;
        errno = 0;
        unsigned long seed = strtoul(text, &end, 10);
        if (*end != '\0' || errno != 0 || seed > 4294967295ul) {
            fputs(
                "Fatal Python error: config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer "
                "in range [0; 4294967295]\n",
                stderr);
            exit(1);
        }
        if (seed != 0) fill_from_seed((uint32_t)seed, bytes, sizeof bytes);
    } else if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes) {
        fill_from_seed((uint32_t)getpid() ^ (uint32_t)sw_time_time_ns(), bytes, sizeof bytes);
    }
    memcpy(sw_process.hash_key, bytes, sizeof bytes);
}

void sw_start(int argc, char** argv) {
    sw_process.argc = argc;
    sw_process.argv = argv;
    set_stack_limit();
    set_hash_seed();
    sw_gc_start();
}
