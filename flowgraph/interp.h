// Runs typed graphs, for tests: any phase from TypedLL to Final, with the same leaf functions as native
// programs where the interpreter has them.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "flowgraph/program.h"

namespace sapwood {

// How a run ended: the result as text (`9`, `2.5`, `True`, `raised ValueError`), or why it could not go on.
struct InterpResult {
    bool ok = false;
    std::string value;  // printed result of the function
    int status = 0;     // of run_program: exit status
};

struct InterpOptions {
    std::vector<std::string> argv;
    std::string input;              // standard input
    std::string* output = nullptr;  // collects standard output
    std::string* error_output = nullptr;
    uint64_t step_limit = 0;  // operations, 0: none
};

// Calls graph with arguments given as .fg constants.
InterpResult interpret(Program& program, GraphId graph, const std::vector<ConstantId>& args,
                       const InterpOptions& options = {});
// Runs the program from its entry.
InterpResult interpret_program(Program& program, const InterpOptions& options);

}  // namespace sapwood
