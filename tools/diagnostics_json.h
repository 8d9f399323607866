// Diagnostics for editors.
#pragma once

#include <string>

#include "flowgraph/diagnostics.h"

namespace sapwood {

// A JSON list with an object per diagnostic, in the order of the source:
//   {"number", "slug", "severity", "message", "file", "line", "column", "end_line", "end_column", "notes"}
// Lines and columns count from 1, columns in code points; the end is behind the last character.  What has no
// place leaves the five out.  Notes are of the same form, without number, slug and notes.
std::string diagnostics_as_json(const Diagnostics& diagnostics, const Store<FileId, SourceFile>& files);

}  // namespace sapwood
