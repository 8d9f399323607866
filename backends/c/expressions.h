// Operations and operands as C expressions.
#pragma once

#include <string>

#include "backends/c/names.h"
#include "backends/c/variables.h"

namespace sapwood {

// Prints what a function's operations read.  Knows which results are printed inside their reader.
class Expressions {
  public:
    Expressions(const Program& program, const CNames& names, const FunctionGraph& graph,
                const VariablePlan& plan);

    // An operand; `whole` if nothing stands around it that could bind more tightly.
    std::string operand(Value value, bool whole = false) const;
    // What an operation computes or does, as an expression without its result; `whole` as above.
    std::string operation(const Operation& operation, bool whole) const;
    bool is_void(Value value) const { return type_of(program_, graph_, value) == kVoid; }

  private:
    const Constant& constant(Value value) const { return program_.constants[value.constant()]; }
    // `x->` or, of static data, `pre_x.`
    std::string member(Value pointer) const;
    std::string items(Value pointer) const;   // x->items
    std::string length(Value pointer) const;  // x->length
    // Follows a path of field names and indexes; all but the first part of it lie inside.
    std::string interior(const Operation& operation, size_t path_end) const;
    std::string call(const std::string& callee, const std::vector<Value>& args, size_t first) const;
    std::string leaf_call(const Operation& operation) const;
    std::string move_items(const Operation& operation) const;
    std::string allocation(const Operation& operation) const;
    std::string store(const std::string& place, LLTypeId type, Value value) const;
    LLTypeId target_of(Value pointer) const;
    LLTypeId item_of(Value pointer) const;
    LLTypeId field_type(Value pointer, Value field) const;
    std::string fused_overflow(const Operation& test) const;

    const Program& program_;
    const CNames& names_;
    const FunctionGraph& graph_;
    const VariablePlan& plan_;
    std::vector<const Operation*> definitions_;  // by VariableId: the operation, if its result is folded
    std::vector<const Operation*> twins_;  // by VariableId of a fused overflow test: the operation after it
};

}  // namespace sapwood
