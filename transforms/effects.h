// Whole-program facts about graphs: who calls whom, who can raise.
#pragma once

#include <vector>

#include "flowgraph/program.h"

namespace sapwood {

// The graphs that an operation may run; empty if it is no call.
std::vector<GraphId> callees(const Program& program, const Operation& operation);

// By GraphId: whether an exception can leave the graph.  Indirect calls count what their `graphs` operand
// lists.
std::vector<char> graphs_that_raise(const Program& program);
// Whether the operation can raise, given that table.
bool can_raise(const Program& program, const std::vector<char>& raising_graphs, const Operation& operation);

// By BlockId: whether every way from the block ends in the except block, without a loop.
std::vector<char> blocks_that_raise(const FunctionGraph& graph);

// Whether an exceptional link of the block takes every exception.
bool catches_everything(const Program& program, const Block& block);

// The graphs that a graph's calls may run, once per call.
std::vector<GraphId> called_graphs(const Program& program, const FunctionGraph& graph);
// By GraphId: whether the graph can run again while it runs.
std::vector<char> recursive_graphs(const Program& program);

}  // namespace sapwood
