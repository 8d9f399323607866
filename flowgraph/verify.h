// The rules that graphs keep, by phase.  Each has a name and a .fg test that breaks only it.
#pragma once

#include <string>
#include <vector>

#include "flowgraph/program.h"

namespace sapwood {

struct Violation {
    std::string rule;  // "single_definition", "link_arity", ...
    std::string text;
    GraphId graph;
    Location location;
};

// All violations, in graph order.
std::vector<Violation> verify(const Program& program);
std::vector<Violation> verify(const Program& program, const FunctionGraph& graph);

}  // namespace sapwood
