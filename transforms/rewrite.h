// Small steps that several passes are made of.
#pragma once

#include <functional>
#include <unordered_map>
#include <vector>

#include "flowgraph/program.h"

namespace sapwood {

// What a variable is replaced by.
using Substitution = std::unordered_map<VariableId, Value>;

// Replaces operands, condition and link arguments of a block.  Definitions stay.
void substitute(Block& block, const Substitution& substitution);
// Calls use(value) for every operand, condition and link argument of a block.
void each_use(const Block& block, const std::function<void(Value)>& use);

// Moves the operations from `at` on, and the exit, to a new block that receives what it needs; the old block
// jumps there.  Returns the new block.
BlockId split_block(FunctionGraph& graph, BlockId block, size_t at);

// A value of the graph's result type that nobody will look at.
Value dummy_result(Program& program, const FunctionGraph& graph);
LLTypeId result_type(const FunctionGraph& graph);

// Appends an operation without a name for its result.
VariableId append(FunctionGraph& graph, BlockId block, Op op, std::vector<Value> args, LLTypeId type,
                  Location location = {});
Link link_to(BlockId target, std::vector<Value> args, Location location = {});

}  // namespace sapwood
