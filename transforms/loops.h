// Loops of a graph.
#pragma once

#include <vector>

#include "flowgraph/graph.h"

namespace sapwood {

// By BlockId: in how many loops a block stands; 0 for blocks that are not reached.  A loop is what can come
// back to a block that it cannot be entered but through (natural loops; those with one header count once).
std::vector<int> loop_depths(const FunctionGraph& graph);

}  // namespace sapwood
