// The pages of docs/diagnostics, built into the command.
#pragma once

#include <string>
#include <string_view>

#include "flowgraph/diagnostics.h"

namespace sapwood {

// The page about a diagnostic, by number ("E301", "e301") or slug ("union_mismatch"); empty if there is none.
std::string_view explanation(std::string_view name);
// Numbers and slugs of all pages, a line each.
std::string list_of_explanations();
// Which pages tell more of what was reported: a line, or nothing.
std::string where_explained(const Diagnostics& diagnostics);

}  // namespace sapwood
