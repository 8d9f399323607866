// Constants as C text.
#pragma once

#include <string>
#include <string_view>

#include "backends/c/names.h"

namespace sapwood {

// A constant as an operand inside a function.
std::string c_literal(const Program& program, const CNames& names, ConstantId constant);
// A constant as an initialiser of static data of type `type`.
std::string c_initializer(const Program& program, const CNames& names, ConstantId constant, LLTypeId type);
// "..." with escapes.
std::string c_string(std::string_view bytes);
// A comment's text, unable to end the comment.
std::string c_comment(std::string_view text);

}  // namespace sapwood
