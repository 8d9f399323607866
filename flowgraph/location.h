// Places in source files.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "flowgraph/ids.h"

namespace sapwood {

// A range of source text.  Lines count from 1, columns from 0 in UTF-8 bytes as in Python's `ast`;
// end_column is exclusive.  line 0 means "no place" (code made by Sapwood itself).
struct Location {
    FileId file;
    int32_t line = 0;
    int32_t column = 0;
    int32_t end_line = 0;
    int32_t end_column = 0;
    ScopeId scope;  // set by inlining: the place is in another function, called from scopes[scope].call

    bool known() const { return line > 0; }
    bool operator==(const Location&) const = default;
};

// A frame without a graph of its own: a call that was inlined, or a comprehension.  Places inside have it as
// scope, so that tracebacks still show both frames.
// Inlined low-level helpers have no frame: their operations take the place of the call.
struct InlineScope {
    std::string function;    // name of the inlined function
    Location call;           // where it was called; its own scope is the next frame outwards
    bool outermost = false;  // tracebacks end here: the function handles what is raised at such a place
};

// A source file: its path as Python reports it (co_filename) and its text by lines, without line ends, for
// diagnostics and for the source lines of tracebacks.
struct SourceFile {
    std::string path;
    std::vector<std::string> lines;
};

}  // namespace sapwood
