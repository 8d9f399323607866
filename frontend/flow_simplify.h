// Turns a graph as the flow builder leaves it into the form of graph.h.
#pragma once

#include "flowgraph/program.h"

namespace sapwood {

// Removes block inputs that are unused or always the same, checks that cannot fail, branches on constants and
// empty blocks; then makes every block receive what it uses, and drops what is unreachable.
void simplify_flow_graph(Program& program, FunctionGraph& graph);

}  // namespace sapwood
