// The flow graphs of rtyper/lowlevel/*.py as .fg text, made when Sapwood is built.
#pragma once

#include <string_view>

namespace sapwood {

// Text for load_library() and parse_program().  Defined by the generated library sapwood_helper_library.
std::string_view helper_library();

}  // namespace sapwood
