// Prints a program in phase Final as C11, for gcc and clang.
#pragma once

#include <string>
#include <vector>

#include "flowgraph/program.h"

namespace sapwood {

struct CFile {
    std::string name;  // "program.h", "program_0.c", ...
    std::string text;
};

struct CEmitOptions {
    bool line_marks = true;        // `#line`-like comments naming the source lines
    size_t split_bytes = 1 << 20;  // beyond this, functions go to several files
};

// Deterministic.  One file when small (it includes the runtime's header by name only).
std::vector<CFile> emit_c(const Program& program, const CEmitOptions& options = {});

}  // namespace sapwood
