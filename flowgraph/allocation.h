// What passes and back ends agree on about allocation.
#pragma once

#include "flowgraph/program.h"

namespace sapwood {

// Whether a malloc_varsize (or what becomes of it) is like the malloc of a fixed size: it asks for a few
// items, never gives null, and when there is no memory at all, the program ends.
inline bool allocates_surely(const Program& program, const Operation& operation) {
    constexpr int64_t kFew = 64;
    Value count = operation.args[1];
    if (!count.is_constant()) return false;
    const Constant& constant = program.constants[count.constant()];
    return constant.kind == ConstantKind::integer && constant.integer >= 0 && constant.integer <= kFew;
}

}  // namespace sapwood
