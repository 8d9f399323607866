// Which C variable, if any, holds each graph variable, and which operations are printed inside their use.
//
// Graphs pass every value on from block to block; C should have one variable for what the source had one for.
// So block inputs that only ever receive one value are that value, and inputs share a variable with what they
// receive where their lives do not overlap.
#pragma once

#include <string>
#include <vector>

#include "backends/c/cfg.h"
#include "flowgraph/program.h"

namespace sapwood {

struct VariablePlan {
    std::vector<Value> resolved;  // by VariableId: what it is, where it is another's copy; else itself
    std::vector<char> needed;     // by VariableId: somebody reads it
    std::vector<char> folded;     // by VariableId: a result that is printed inside its one use
    std::vector<VariableId>
        home;  // by VariableId: the variable that stands for all that share its C variable
    std::vector<char> declared_at_definition;  // by VariableId (homes)
    std::vector<char>
        fused;  // by VariableId: result of an int_*_overflows that also computes the next result
    std::vector<std::string> names;  // by VariableId (homes): the C name

    Value resolve(Value value) const {
        return value.is_variable() ? resolved[value.variable().index] : value;
    }
    const std::string& name(VariableId variable) const { return names[home[variable.index].index]; }
};

// Whether the operation does something besides computing its result.
bool has_effect(const Program& program, const Operation& operation);

VariablePlan plan_variables(const Program& program, const FunctionGraph& graph, const Cfg& cfg);

}  // namespace sapwood
