// What generated C includes: the state of the running program, and the operations that C has no operator for.
// The only runtime header that generated programs see (with leaf.h, whose declarations come from leaf.def).
//
// No undefined behaviour: wrapping arithmetic goes through uint64_t; memory moves by memmove; the contracts
// of ops.def (shift counts, divisors, index ranges) are the graphs' business.
#ifndef SAPWOOD_H
#define SAPWOOD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "leaf.h"

// These guess at values after gcc has inlined, and name branches that the tests on the way to them exclude:
// which programs they speak of changes with every inlining decision.  Sanitizers watch the same accesses for
// real.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Warray-bounds"
#pragma GCC diagnostic ignored "-Wrestrict"
#pragma GCC diagnostic ignored "-Wstringop-overflow"
#pragma GCC diagnostic ignored "-Wstringop-overread"
#endif

#define sw_unlikely(condition) __builtin_expect(!!(condition), 0)
#define sw_cold __attribute__((cold, noinline))  // runs when something is raised

// ---- State

// Everything that generated code and runtime share.  One test of `exception` follows every call that may
// raise.  It lies in static data, so the collector sees the pointers.
struct sw_state {
    void* exception;      // in flight, or NULL
    char* stack_limit;    // lowest address that a frame may have before RecursionError
    void* handled;        // the exception whose handler runs, or NULL
    uint64_t trace_used;  // entries in the traceback ring since it was last taken
};
extern struct sw_state sw_state;

#define sw_exc_occurred() sw_unlikely(sw_state.exception != NULL)

static inline bool sw_stack_exhausted(void) {
#ifdef __x86_64__
    // Asking for the frame address would make every function keep a frame pointer.
    bool below;
    __asm__("cmpq %%rsp, %1" : "=@cca"(below) : "m"(sw_state.stack_limit));
    return sw_unlikely(below);
#else
    return sw_unlikely((char*)__builtin_frame_address(0) < sw_state.stack_limit);
#endif
}

// A place that can stand in a traceback.  Inlined code has one place per frame, joined by `caller`.
struct sw_place {
    const char* file;
    const char* function;
    const char* text;  // the source line, stripped; "" if there is none
    int32_t line;
    int32_t caller;  // index of the place that called this inlined one, or -1
};
extern const struct sw_place sw_places[];

// Appends a place to the ring.
void sw_exc_trace(int32_t place) sw_cold;
// Empties the ring: what it held is appended to `traceback` (NULL, or a struct sw_array_int32); the result is
// that or a new array.
void* sw_trace_take(void* traceback) sw_cold;

// An exception ends without anybody looking at it.
static inline void sw_exc_drop(void) {
    sw_state.exception = NULL;
    sw_state.trace_used = 0;
}

// ---- Memory

// What the collector, and later clone and pickle, know about a type.
struct sw_type {
    const char* name;
    uint32_t size;           // of the fixed part
    uint32_t item_size;      // of one item of the trailing array; 0 if there is none
    uint32_t length_offset;  // of the trailing array's length
    uint16_t pointer_count, item_pointer_count;
    const uint32_t* pointers;  // offsets of GC pointers in the fixed part, then in an item
};
extern const struct sw_type sw_types[];
extern const int32_t sw_type_count;

// Zeroed memory; the program ends with a message when there is none.  _atomic: without GC pointers.
void* sw_gc_malloc_slow(size_t size) __attribute__((malloc, returns_nonnull));
void* sw_gc_malloc_atomic(size_t size) __attribute__((malloc, returns_nonnull));
// fixed + count * item bytes, zero except for the count, which is stored at length_offset; NULL when that is
// more than there is, or overflows.
void* sw_gc_malloc_varsize(size_t fixed, size_t length_offset, size_t item, int64_t count)
    __attribute__((malloc));
void* sw_gc_malloc_varsize_atomic(size_t fixed, size_t length_offset, size_t item, int64_t count)
    __attribute__((malloc));

// Free objects of each size in units of 16 bytes, linked by their first word and zero after it.
enum { SW_SIZE_CLASSES = 17 };
extern void* sw_free_objects[SW_SIZE_CLASSES];

static inline void* sw_gc_malloc(size_t size) {
    size_t size_class = (size + 15) / 16;
    if (size_class >= SW_SIZE_CLASSES) return sw_gc_malloc_slow(size);
    void** object = sw_free_objects[size_class];
    if (sw_unlikely(object == NULL)) return sw_gc_malloc_slow(size);
    sw_free_objects[size_class] = *object;
    *object = NULL;
    return object;
}

// A struct of the type with `count` items, zero except for the length.  _items: NULL when there is no memory;
// _few: for a small constant, and the program ends when there is no memory.
#define sw_gc_malloc_items(type, items, length, count) \
    sw_gc_malloc_varsize(SW_SIZES(type, items, length), count)
#define sw_gc_malloc_items_atomic(type, items, length, count) \
    sw_gc_malloc_varsize_atomic(SW_SIZES(type, items, length), count)
#define sw_gc_malloc_few(type, items, length, count) \
    sw_gc_set_length(sw_gc_malloc(SW_FEW_SIZE(type, items, count)), offsetof(type, length), count)
#define sw_gc_malloc_few_atomic(type, items, length, count) \
    sw_gc_set_length(sw_gc_malloc_atomic(SW_FEW_SIZE(type, items, count)), offsetof(type, length), count)

#define SW_ITEM_SIZE(type, items) sizeof(((type*)0)->items[0])
#define SW_SIZES(type, items, length) offsetof(type, items), offsetof(type, length), SW_ITEM_SIZE(type, items)
// An object without items has a byte where they would start: a pointer there is one into this object.
#define SW_FEW_SIZE(type, items, count) \
    (offsetof(type, items) + ((count) == 0 ? 1 : SW_ITEM_SIZE(type, items) * (size_t)(count)))

static inline void* sw_gc_set_length(void* object, size_t length_offset, int64_t count) {
    memcpy((char*)object + length_offset, &count, sizeof count);
    return object;
}

// ---- Integers

#define sw_int_add(a, b) ((int64_t)((uint64_t)(a) + (uint64_t)(b)))
#define sw_int_sub(a, b) ((int64_t)((uint64_t)(a) - (uint64_t)(b)))
#define sw_int_mul(a, b) ((int64_t)((uint64_t)(a) * (uint64_t)(b)))
#define sw_int_neg(a) ((int64_t)(0 - (uint64_t)(a)))
#define sw_int_lshift(a, n) ((int64_t)((uint64_t)(a) << (n)))
#define sw_int_add_overflows(a, b) sw_overflows_add(a, b)
#define sw_int_sub_overflows(a, b) sw_overflows_sub(a, b)
#define sw_int_mul_overflows(a, b) sw_overflows_mul(a, b)

static inline bool sw_overflows_add(int64_t a, int64_t b) {
    int64_t result;
    return __builtin_add_overflow(a, b, &result);
}
static inline bool sw_overflows_sub(int64_t a, int64_t b) {
    int64_t result;
    return __builtin_sub_overflow(a, b, &result);
}
static inline bool sw_overflows_mul(int64_t a, int64_t b) {
    int64_t result;
    return __builtin_mul_overflow(a, b, &result);
}

static inline int64_t sw_float_bits(double x) {
    int64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}
static inline double sw_float_from_bits(int64_t bits) {
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

// The leaf routine is one instruction.
#define sw_float_sqrt(x) __builtin_sqrt(x)

// ---- Number: None, bool, int or float in one variable

enum { SW_NONE = 0, SW_BOOL = 1, SW_INT = 2, SW_FLOAT = 3 };
typedef struct {
    int64_t tag;
    union {
        int64_t i;
        double f;
    } as;
} sw_number;

static inline sw_number sw_number_from_none(void) {
    return (sw_number){SW_NONE, {.i = 0}};
}
static inline sw_number sw_number_from_bool(bool x) {
    return (sw_number){SW_BOOL, {.i = x}};
}
static inline sw_number sw_number_from_int(int64_t x) {
    return (sw_number){SW_INT, {.i = x}};
}
static inline sw_number sw_number_from_float(double x) {
    return (sw_number){SW_FLOAT, {.f = x}};
}

// ---- Start-up

// Prepares arguments, stack limit, hash seed and collector; main calls it first.
void sw_start(int argc, char** argv);

// Made by the back end: runs the program, and returns its exit status.
int64_t sw_program_main(void);

#endif
