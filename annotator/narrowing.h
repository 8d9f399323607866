// What is known about variables on the two ways of a branch, found by looking at the graph alone.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "flowgraph/program.h"

namespace sapwood::annotation {

// A condition that says something about a variable when it is true and when it is false.
struct Fact {
    enum class Kind : uint8_t { is_none, is_not_implemented, truth, isinstance } kind = Kind::truth;
    VariableId variable;
    bool negated = false;
    Value classes;  // isinstance, exc_match: class or tuple of classes
};

// Facts about a graph's shape that inference needs again and again.
struct GraphShape {
    GraphShape(const Program& program, const FunctionGraph& graph);

    std::vector<BlockId> order;      // reverse post-order
    std::vector<uint32_t> position;  // by block: index in order, UINT32_MAX where unreachable
    std::map<BlockId, Fact> facts;   // of blocks that end in a branch
};

}  // namespace sapwood::annotation
