// The pass runner.  A pipeline is a table of rows; ordering constraints (the phase a pass needs and leaves,
// what must have run before) are checked before anything runs.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "flowgraph/diagnostics.h"
#include "flowgraph/program.h"

namespace sapwood {

// A pass over the whole program.  Returns how many changes it made (for --time-passes).
using PassFunction = size_t (*)(Program& program);

struct Pass {
    std::string_view name;
    PassFunction run;
    Phase needs;
    Phase leaves;
    std::string_view after;  // names of passes that must stand before it, separated by spaces; may be empty
    uint8_t min_opt_level;   // -O level from which it runs
};

struct PassTiming {
    std::string name;
    double seconds;
    size_t changes;
};

struct PassOptions {
    int opt_level = 2;
    bool verify_each = false;
    std::vector<std::string> dump_after;                                         // PASS or PASS,GRAPH
    std::function<void(const std::string& pass, const std::string& text)> dump;  // receives dumps
    std::string replay_directory = ".";  // where the .fg of a failed verification goes
    std::vector<PassTiming>* timings = nullptr;
};

// Whether a user means the graph by `name`, `Class.name` or `module.Class.name`.
bool is_called(const FunctionGraph& graph, std::string_view name);
// Empty if the table is in order, else what is wrong with it.
std::string check_pass_table(std::span<const Pass> passes, Phase start);
// Runs all passes whose phase is not behind the program's.  false: verification failed (diagnosed as
// `internal`, naming pass and graph and the replayable .fg written).
bool run_passes(Program& program, std::span<const Pass> passes, const PassOptions& options,
                Diagnostics& diagnostics);

}  // namespace sapwood
