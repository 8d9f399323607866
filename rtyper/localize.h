// Passes variables that are used outside the block that defines them through the inputs of the blocks
// between: what code generation may leave out, and what every graph must have.
#pragma once

#include "flowgraph/graph.h"

namespace sapwood {

void localize_variables(FunctionGraph& graph);

}  // namespace sapwood
