// Calls of built-in functions and methods whose types are fixed: the rows of flowgraph/builtins.def.
#pragma once

#include <optional>
#include <string_view>

#include "rtyper/repr.h"

namespace sapwood {

// Types a call by the first row of this name that takes the arguments, which are the operands from `first`
// on (self included).  nullopt: there is no such row.
// `extra`, if valid, is the helper's first argument.
std::optional<Value> rtype_builtin_rows(std::string_view name, HighLevelOp& hop, uint32_t first,
                                        Value extra = {});

// text % arguments.  (builtin_percent.cpp)
Value rtype_percent(HighLevelOp& hop);
// An attribute of a number that is read without a call: `n.real`.
std::optional<Value> rtype_attribute_row(HighLevelOp& hop);

}  // namespace sapwood
