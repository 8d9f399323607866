// Reads .fg text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "flowgraph/diagnostics.h"
#include "flowgraph/program.h"

namespace sapwood {

// Parses a program; nullopt and located diagnostics (fg_syntax) when the text is wrong.  The result is not
// verified.  `path` is used in messages.  `library` is the text of the low-level helper library, which
// programs in phases Flow and Annotated refer to; it may be empty for programs that do not.
std::optional<Program> parse_program(std::string_view text, const std::string& path, std::string_view library,
                                     Diagnostics& diagnostics);
// Loads the library (a printed program in phase Flow) into a fresh program, as the front end does first.
bool load_library(std::string_view library, Program& program, Diagnostics& diagnostics);
// Parses one constant as graphs write it (for `# eval:` lines), in a program past Typed.
std::optional<ConstantId> parse_constant(std::string_view text, Program& program, Diagnostics& diagnostics);

}  // namespace sapwood
