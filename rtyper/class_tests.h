// Classes as operands of isinstance() and `except`: one class, or a tuple of them, nested or not.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "rtyper/repr.h"

namespace sapwood {

// The classes that operand i names; nullopt: which one it is shows at run time.
std::optional<std::vector<ObjectId>> class_operand(HighLevelOp&, uint32_t i);

// Whether `test` (-> Bool) holds for a class of operand i; classes known at translation are tested together,
// and each class that the operand may be at run time by itself.  What is not a class is diagnosed as
// `unknown`.
using ClassTest = std::function<Value(const std::vector<ObjectId>&)>;
Value test_classes(HighLevelOp&, uint32_t i, const std::string& unknown, const ClassTest& test);

// Whether v, an instance that is not None, is of one of these classes or below.  -> Bool
Value is_instance_of(LLOps&, Value v, const std::vector<ObjectId>& classes);

}  // namespace sapwood
