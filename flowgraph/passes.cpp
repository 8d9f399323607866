// Runs pass tables; see passes.h.
#include "flowgraph/passes.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "flowgraph/print.h"
#include "flowgraph/verify.h"

namespace sapwood {

namespace {

std::vector<std::string> words(std::string_view text) {
    std::istringstream stream{std::string(text)};
    std::vector<std::string> result;
    for (std::string word; stream >> word;) result.push_back(word);
    return result;
}

void dump_if_asked(const Program& program, std::string_view pass, const PassOptions& options) {
    if (!options.dump) return;
    for (const std::string& request : options.dump_after) {
        size_t comma = request.find(',');
        if (request.substr(0, comma) != pass) continue;
        if (comma == std::string::npos) {
            options.dump(std::string(pass), print_program(program));
            continue;
        }
        std::string text, wanted = request.substr(comma + 1);
        for (GraphId id : program.graphs())
            if (is_called(program.graph(id), wanted)) text += print_graph(program, program.graph(id));
        options.dump(std::string(pass),
                     text.empty() ? fmt::format("# no graph is called `{}`\n", wanted) : text);
    }
}

// Diagnoses the violations after a pass and writes the program before it, so that it can be run again.
bool verified(const Program& program, std::string_view pass, const std::string& before,
              const PassOptions& options, Diagnostics& diagnostics) {
    std::vector<Violation> violations = verify(program);
    if (violations.empty()) return true;
    const Violation& first = violations.front();
    std::filesystem::path replay =
        std::filesystem::path(options.replay_directory) / fmt::format("before-{}.fg", pass);
    std::ofstream(replay) << before;
    std::string graph = first.graph.valid() ? program.graph(first.graph).name : "the program";
    diagnostics.error<Diag::internal>(
        first.location,
        fmt::format("pass {} breaks rule {} in {}: {} ({} in all); {} holds the program before it", pass,
                    first.rule, graph, first.text, violations.size(), replay.string()));
    return false;
}

}  // namespace

std::string check_pass_table(std::span<const Pass> passes, Phase start) {
    Phase phase = start;
    std::set<std::string> seen;
    for (const Pass& pass : passes) {
        if (pass.needs != phase)
            return fmt::format("pass {} needs phase {} and stands where it is {}", pass.name,
                               phase_name(pass.needs), phase_name(phase));
        if (pass.leaves != pass.needs && pass.min_opt_level > 0)
            return fmt::format("pass {} changes the phase and must run at every level", pass.name);
        for (const std::string& before : words(pass.after))
            if (!seen.contains(before)) return fmt::format("pass {} stands before {}", pass.name, before);
        seen.insert(std::string(pass.name));
        phase = pass.leaves;
    }
    return "";
}

bool is_called(const FunctionGraph& graph, std::string_view name) {
    if (graph.name == name || graph.qualname == name) return true;
    return graph.qualname.ends_with("." + std::string(name));
}

bool run_passes(Program& program, std::span<const Pass> passes, const PassOptions& options,
                Diagnostics& diagnostics) {
    for (const Pass& pass : passes) {
        if (pass.needs < program.phase || pass.min_opt_level > options.opt_level) continue;
        CHECK(pass.needs == program.phase, "pass {} needs phase {}, the program is {}", pass.name,
              phase_name(pass.needs), phase_name(program.phase));
        std::string before = options.verify_each ? print_program(program) : "";
        auto begin = std::chrono::steady_clock::now();
        size_t changes = pass.run(program);
        program.phase = pass.leaves;
        std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
        if (options.timings) options.timings->push_back({std::string(pass.name), taken.count(), changes});
        dump_if_asked(program, pass.name, options);
        if (options.verify_each && !verified(program, pass.name, before, options, diagnostics)) return false;
    }
    return true;
}

}  // namespace sapwood
