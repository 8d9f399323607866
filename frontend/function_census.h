// The result of `check --all-functions`, as plain data.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace sapwood {

// What became of the functions that the text of a module defines: def and lambda, methods, nested functions.
// Each is counted in exactly one of the numbers below `functions`.
struct FunctionCensus {
    size_t functions = 0;
    size_t verified = 0;   // has a graph that keeps all rules
    size_t refused = 0;    // a diagnostic says why
    size_t replaced = 0;   // the translator has its own code for it
    size_t unreached = 0;  // inside a function that is refused or has no graph
    size_t faults = 0;     // a fault of the translator
    std::vector<std::string> fault_texts;
};

}  // namespace sapwood
