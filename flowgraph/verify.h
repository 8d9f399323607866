// The rules that graphs keep, by phase.  Each has a name and a .fg test that breaks only it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "flowgraph/program.h"

namespace sapwood {

struct Violation {
    std::string rule;  // "single_definition", "link_arity", ...
    std::string text;
    GraphId graph;
    Location location;
};

// The names of all rules.
std::span<const std::string_view> all_rules();

// All violations: of types and static data, then in graph order.
std::vector<Violation> verify(const Program& program);
// Of one graph; the rules on types and static data are taken to hold.
std::vector<Violation> verify(const Program& program, const FunctionGraph& graph);
// Of types and static data only.
std::vector<Violation> verify_data(const Program& program);

}  // namespace sapwood
