// Takes a program through stages and passes by name, and evaluates calls: what .fg tests and the verbs of
// sapwood-fg share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "flowgraph/diagnostics.h"
#include "flowgraph/interp.h"
#include "flowgraph/program.h"

namespace sapwood {

// A file's text; nullopt: it cannot be read.
std::optional<std::string> read_file(const std::string& path);
std::vector<std::string> split_words(std::string_view text);

// Does what one word says: the name of a pass of the pipeline; `annotate` or `rtype`, on the import-time
// world that the text declares; or the name of a phase's border, `raised`, `collected` or `final`: all passes
// at -O2 until the program is there.  Empty: done, else what went wrong.
std::string apply_step(Program& program, std::string_view step, Diagnostics& diagnostics);

// `@f(12, 2.5:Number)`: a call of a graph with constants.
struct EvalCall {
    std::string graph;
    std::vector<std::string> arguments;
};
std::optional<EvalCall> parse_call(std::string_view text);
std::optional<GraphId> find_graph(const Program& program, std::string_view name);
// As InterpResult::summary().
std::string evaluate(Program& program, const EvalCall& call, const InterpOptions& options = {});

// Verifies; one line per broken rule, empty when all hold.
std::string broken_rules(const Program& program);

}  // namespace sapwood
