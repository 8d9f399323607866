// Puts the body of a callee in the place of one call.
#pragma once

#include "flowgraph/program.h"

namespace sapwood {

// Replaces the direct call that is operation `index` of the block.  What the callee raises goes straight to
// the caller's handler where the class is known; places inside say that they are in an inlined function.
// `raising` tells which graphs can raise (effects.h).
void inline_call(Program& program, FunctionGraph& caller, BlockId block, size_t index,
                 const std::vector<char>& raising);

}  // namespace sapwood
