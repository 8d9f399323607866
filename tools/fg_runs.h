// Runs whole programs in the interpreter, as `sapwood-fg run` does.
#pragma once

#include <string>
#include <vector>

#include "flowgraph/program.h"

namespace sapwood {

// Runs the program on this process's standard streams; its exit status.
int run_program(const Program& program, const std::vector<std::string>& argv);

// Runs the typed program, and again after each pass of the pipeline at -O2; with `ends_only` typed and after
// the last pass only.  Every graph is verified first.  A run has a folder of its own below `folder`,
// NUMBER_PASS: there are its stdout, stderr and status, and in the folder `cwd`, where it runs, what it
// writes.  Empty: done, else what went wrong.
std::string run_each(Program& program, const std::vector<std::string>& argv, const std::string& folder,
                     bool ends_only);

}  // namespace sapwood
