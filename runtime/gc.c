// The collector's side of allocation: bdwgc, without interior pointers from the heap (generated code keeps
// the start of every object that it uses in a variable, where bdwgc does see interior pointers).
#include <stdio.h>
#include <stdlib.h>

#include <gc/gc.h>
#include <gc/gc_inline.h>

#include "internal.h"

enum { GRANULE = 16, KIND_NORMAL = 1 };

// Plain objects of each size, taken from the collector many at a time.  The lists lie in static data, so that
// what is on them stays.
void* sw_free_objects[SW_SIZE_CLASSES];

static void* out_of_memory(size_t size) {
    (void)size;
    fputs("MemoryError\n", stderr);
    _Exit(1);
}

void sw_gc_start(void) {
    GC_set_all_interior_pointers(0);
    GC_set_warn_proc(GC_ignore_warn_proc);
    GC_INIT();
}

void* sw_gc_malloc_slow(size_t size) {
    size_t size_class = (size + GRANULE - 1) / GRANULE;
    if (size_class == 0) size_class = 1;
    void* object;
    if (size_class < SW_SIZE_CLASSES) {
        GC_generic_malloc_many(size_class * GRANULE, KIND_NORMAL, &object);
        if (object != NULL) {
            sw_free_objects[size_class] = *(void**)object;
            *(void**)object = NULL;
        }
    } else {
        object = GC_malloc(size);
    }
    return object != NULL ? object : out_of_memory(size);
}

void* sw_gc_malloc_atomic(size_t size) {
    void* object = GC_malloc_atomic(size);
    if (object == NULL) return out_of_memory(size);
    return memset(object, 0, size);
}

// Total size of a varsized object; 0 if it is more than an address can say.
static size_t varsize(size_t fixed, size_t item, int64_t count) {
    size_t size;
    if (count < 0 || __builtin_mul_overflow(item, (size_t)count, &size) ||
        __builtin_add_overflow(size, fixed, &size) || size > PTRDIFF_MAX)
        return 0;
    return size < fixed + 1 ? fixed + 1 : size;
}

static void* refuse(size_t size) {
    (void)size;
    return NULL;
}

// Large requests may fail: then the program gets a MemoryError instead of bdwgc's abort.
static void* checked(void* (*allocate)(size_t), size_t size) {
    GC_oom_func before = NULL;
    bool large = size > (1u << 20);
    if (large) {
        before = GC_get_oom_fn();
        GC_set_oom_fn(refuse);
    }
    void* object = allocate(size);
    if (large) GC_set_oom_fn(before);
    return object;
}

void* sw_gc_malloc_varsize(size_t fixed, size_t length_offset, size_t item, int64_t count) {
    size_t size = varsize(fixed, item, count);
    if (size == 0) return NULL;
    char* object = size < SW_SIZE_CLASSES * GRANULE ? sw_gc_malloc(size) : checked(GC_malloc, size);
    if (object == NULL) return NULL;
    memcpy(object + length_offset, &count, sizeof count);
    return object;
}

void* sw_gc_malloc_varsize_atomic(size_t fixed, size_t length_offset, size_t item, int64_t count) {
    size_t size = varsize(fixed, item, count);
    if (size == 0) return NULL;
    char* object = checked(GC_malloc_atomic, size);
    if (object == NULL) return NULL;
    memset(object, 0, size);
    memcpy(object + length_offset, &count, sizeof count);
    return object;
}

void sw_gc_collect(void) {
    GC_gcollect();
}
