// From emitted C to an executable: finds the runtime and the C compiler, compiles files in parallel, keeps
// what it made in a cache.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "backends/c/emit_c.h"

namespace sapwood {

struct NativeOptions {
    std::string compiler = "cc";  // --cc, or the environment's CC
    int opt_level = 2;
    std::string extra_flags;     // the environment's SAPWOOD_CFLAGS
    std::string keep_directory;  // --keep: C files stay here; empty: a temporary directory
};

struct NativeResult {
    bool ok = false;
    std::string executable;  // where it is (in the cache)
    std::string error;       // the compiler's words
    bool cached = false;
};

// Where the runtime's header and library are: beside an installed sapwood, or in the build tree.
struct RuntimePaths {
    std::string include_directory;
    std::string library;
};
std::optional<RuntimePaths> find_runtime();

// Compiles and links, unless the cache has the executable for this C, compiler, flags and runtime.
NativeResult compile_native(const std::vector<CFile>& files, const NativeOptions& options);

// Runs a program in a child process and returns its status; 128 + N when signal N ended it.
int run_child(const std::string& executable, const std::vector<std::string>& args, const std::string& argv0);

// Copies an executable whole to path (write, then rename).  Empty: done; else what went wrong.
std::string install_executable(const std::string& executable, const std::string& path);

}  // namespace sapwood
