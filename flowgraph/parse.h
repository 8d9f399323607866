// Reads .fg text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "flowgraph/diagnostics.h"
#include "flowgraph/program.h"

namespace sapwood {

// Parses a program; nullopt and located diagnostics (fg_syntax) when the text is wrong.  The result is not
// verified.  `path` is used in messages.
std::optional<Program> parse_program(std::string_view text, const std::string& path,
                                     Diagnostics& diagnostics);
// Adds the objects and graphs of a printed program in phase Flow to `program` (the low-level helper library).
bool parse_library(std::string_view text, Program& program, Diagnostics& diagnostics);

}  // namespace sapwood
