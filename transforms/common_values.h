// Common subexpressions within a block.
#pragma once

#include "flowgraph/program.h"

namespace sapwood {

// Results of equal pure operations become one; a read after a read or a store of the same place takes that
// value, as long as nothing between may have written there.  true if the block changed.
bool merge_common_values(Program& program, FunctionGraph& graph, BlockId block);

}  // namespace sapwood
