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

    bool known() const { return line > 0; }
    bool operator==(const Location&) const = default;
};

// A source file: its path as Python reports it (co_filename) and its text by lines, without line ends, for
// diagnostics and for the source lines of tracebacks.
struct SourceFile {
    std::string path;
    std::vector<std::string> lines;
};

}  // namespace sapwood
