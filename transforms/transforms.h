// The passes of pipeline.cpp.  Each takes the whole program and returns how many changes it made; its file
// tells what it does, needs and leaves.
#pragma once

#include <cstddef>

#include "flowgraph/program.h"

namespace sapwood {

size_t remove_unreached_graphs(Program& program);
size_t simplify(Program& program);
size_t outline_raises(Program& program);
size_t inline_calls(Program& program);
size_t remove_mallocs(Program& program);
size_t add_stack_checks(Program& program);
size_t transform_exceptions(Program& program);
size_t transform_allocation(Program& program);
size_t finish(Program& program);

// The same for one graph; true if it changed.
bool simplify_graph(Program& program, FunctionGraph& graph);
bool remove_mallocs_of_graph(Program& program, FunctionGraph& graph);

}  // namespace sapwood
