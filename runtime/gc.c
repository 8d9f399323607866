// The collector's side of allocation: bdwgc, with plain and pointer-free objects only.
//
// Interior pointers count on the stack and in registers, not in the heap: generated code keeps the start of
// every object that it uses in a variable, and compilers may keep only something derived from it.
//
// Small objects come from free lists, filled from the collector many at a time.  Those of plain objects lie
// in static data, which is marked, so what is on them stays.  Those of pointer-free objects cannot be marked
// through (the collector does not look into such objects): they are emptied when a collection begins.
#include <gc/gc.h>
#include <gc/gc_inline.h>
#include <gc/gc_mark.h>
#include <stdio.h>
#include <stdlib.h>

#include "internal.h"
#include "sapwood.h"

enum { GRANULE = 16, KIND_ATOMIC = 0, KIND_PLAIN = 1 };

void* sw_free_objects[SW_SIZE_CLASSES];
static void* free_atomic[SW_SIZE_CLASSES];

static void GC_CALLBACK forget_atomic(void) {
    memset(free_atomic, 0, sizeof free_atomic);
}

void sw_gc_start(void) {
    GC_set_all_interior_pointers(0);
    // The heap grows to twice what is live before it is collected again: a third less time in allocation than
    // with the default of 3, for half as much memory again (binary trees).  The environment variables of
    // bdwgc can still say otherwise.
    GC_set_free_space_divisor(1);
    GC_set_warn_proc(GC_ignore_warn_proc);
    GC_INIT();
    GC_set_start_callback(forget_atomic);
}

void sw_gc_collect(void) {
    GC_gcollect();
}

static void* out_of_memory(void) {
    fputs("MemoryError\n", stderr);
    _Exit(1);
}

// Takes one object from a list, filling the list first if it is empty.
static inline void* take(void** list, size_t size_class, int kind) {
    void* object = list[size_class];
    if (object == NULL) {
        GC_generic_malloc_many(size_class * GRANULE, kind, &object);
        if (object == NULL) return NULL;
    }
    list[size_class] = *(void**)object;
    return object;
}

// Objects up to this size come from the lists.
enum { LARGEST_LISTED = (SW_SIZE_CLASSES - 1) * GRANULE };

static inline size_t class_of(size_t size) {
    return size == 0 ? 1 : (size + GRANULE - 1) / GRANULE;
}

void* sw_gc_malloc_slow(size_t size) {
    void* object;
    if (size <= LARGEST_LISTED) {
        object = take(sw_free_objects, class_of(size), KIND_PLAIN);
        if (object != NULL) *(void**)object = NULL;
    } else {
        object = GC_malloc(size);
    }
    return object != NULL ? object : out_of_memory();
}

// Uninitialised.
static void* allocate_atomic(size_t size) {
    return size <= LARGEST_LISTED ? take(free_atomic, class_of(size), KIND_ATOMIC) : GC_malloc_atomic(size);
}

void* sw_gc_malloc_atomic(size_t size) {
    void* object = allocate_atomic(size);
    if (object == NULL) return out_of_memory();
    return memset(object, 0, size);
}

// Total size of an object with `count` items; 0 if no address can say it.  An object without items still has
// a byte where they would start: a pointer there is one into this object.
static size_t varsize(size_t fixed, size_t item, int64_t count) {
    size_t size;
    if (count < 0 || __builtin_mul_overflow(item, (size_t)count, &size) ||
        __builtin_add_overflow(size, fixed, &size) || size > PTRDIFF_MAX)
        return 0;
    return size == fixed ? fixed + 1 : size;
}

void* sw_gc_malloc_varsize(size_t fixed, size_t length_offset, size_t item, int64_t count) {
    size_t size = varsize(fixed, item, count);
    if (size == 0) return NULL;
    char* object = size <= LARGEST_LISTED ? sw_gc_malloc(size) : GC_malloc(size);
    if (object == NULL) return NULL;
    memcpy(object + length_offset, &count, sizeof count);
    return object;
}

void* sw_gc_malloc_varsize_atomic(size_t fixed, size_t length_offset, size_t item, int64_t count) {
    size_t size = varsize(fixed, item, count);
    if (size == 0) return NULL;
    char* object = allocate_atomic(size);
    if (object == NULL) return NULL;
    memset(object, 0, size);
    memcpy(object + length_offset, &count, sizeof count);
    return object;
}
