// Graphs for people and for other programs: dot, svg, json.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "flowgraph/program.h"

namespace sapwood {

// Graphviz source: a cluster per graph, a node per block.
std::string graphs_as_dot(const Program& program, const std::vector<GraphId>& graphs);
// The same drawn by Graphviz's `dot`; nullopt and a message if it is not installed or fails.
std::optional<std::string> graphs_as_svg(const Program& program, const std::vector<GraphId>& graphs,
                                         std::string& error);
// {"phase": ..., "graphs": [{"name", "blocks": [{"name", "inputs", "operations", "exit", "links"}]}]}
std::string graphs_as_json(const Program& program, const std::vector<GraphId>& graphs);

}  // namespace sapwood
