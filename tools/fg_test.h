// .fg tests: a program, what is to be done with it, and what must come out, in one file.  The directives are
// described in tests/flowgraph/README.md.
#pragma once

#include <optional>
#include <string>

namespace sapwood {

// Runs the test; empty: it holds, else why not (several lines).
std::string run_fg_test(const std::string& path);
// Rewrites the expected texts of the file to what comes out now; empty: done, else why not.
std::string update_fg_test(const std::string& path);

}  // namespace sapwood
