// Prototypes of the leaf routines, made from leaf.def.
#ifndef SAPWOOD_LEAF_H
#define SAPWOOD_LEAF_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define Void void
#define Signed int64_t
#define Unsigned uint64_t
#define Float double
#define Bool bool
#define Char unsigned char
#define UniChar int32_t
#define Text const unsigned char*, int64_t
#define Buffer unsigned char*, int64_t
#define Ints const int32_t*, int64_t
#define Floats const double*, int64_t
#define SW_LEAF_pure __attribute__((pure))
#define SW_LEAF_reads
#define SW_LEAF_writes
#define LEAF(name, result, parameters, effects) result sw_##name parameters SW_LEAF_##effects;
#include "leaf.def"
#undef LEAF
#undef SW_LEAF_pure
#undef SW_LEAF_reads
#undef SW_LEAF_writes
#undef Void
#undef Signed
#undef Unsigned
#undef Float
#undef Bool
#undef Char
#undef UniChar
#undef Text
#undef Buffer
#undef Ints
#undef Floats

#ifdef __cplusplus
}
#endif

#endif
