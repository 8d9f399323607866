// Evaluates operations on constants.
#pragma once

#include <optional>

#include "flowgraph/program.h"

namespace sapwood {

// What the operation gives, if its operands are constants (or it does not depend on those that are not) and
// it neither raises nor has an effect for them: a constant, or one of its operands.  The result's type is
// `type`.
std::optional<Value> fold_operation(Program& program, const Operation& operation, LLTypeId type);

}  // namespace sapwood
