// Stages and passes by name, and calls of graphs; see fg_steps.h.
#include "tools/fg_steps.h"

#include <fstream>
#include <sstream>

#include "annotator/annotate.h"
#include "flowgraph/parse.h"
#include "flowgraph/renumber.h"
#include "flowgraph/text_names.h"
#include "flowgraph/text_world.h"
#include "flowgraph/verify.h"
#include "rtyper/rtype.h"
#include "tools/leaf_table.h"
#include "transforms/pipeline.h"

namespace sapwood {

std::optional<std::string> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::string> split_words(std::string_view text) {
    std::istringstream stream{std::string(text)};
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

namespace {

std::string run_stage(Program& program, bool types, Diagnostics& diagnostics) {
    TextWorld world(program, diagnostics);
    if (program.phase == Phase::Flow) {
        bool ok = annotate(program, world, diagnostics) && !diagnostics.has_errors();
        if (!ok) return "annotate: " + render(diagnostics, program.files, false);
    }
    if (!types) return "";
    if (program.phase != Phase::Annotated)
        return fmt::format("rtype needs phase annotated, the program is {}", phase_name(program.phase));
    bool ok = rtype(program, world, diagnostics) && !diagnostics.has_errors();
    return ok ? "" : "rtype: " + render(diagnostics, program.files, false);
}

std::string run_one(Program& program, const Pass& pass) {
    if (program.phase != pass.needs)
        return fmt::format("pass {} needs phase {}, the program is {}", pass.name, phase_name(pass.needs),
                           phase_name(program.phase));
    pass.run(program);
    program.phase = pass.leaves;
    std::string broken = broken_rules(program);
    return broken.empty() ? "" : fmt::format("after pass {}: {}", pass.name, broken);
}

std::string run_to(Program& program, Phase goal) {
    constexpr int kOptLevel = 2;
    for (const Pass& pass : pipeline()) {
        if (program.phase >= goal) return "";
        if (pass.needs < program.phase || pass.min_opt_level > kOptLevel) continue;
        std::string wrong = run_one(program, pass);
        if (!wrong.empty()) return wrong;
    }
    return program.phase >= goal ? ""
                                 : fmt::format("the pipeline ends in phase {}", phase_name(program.phase));
}

}  // namespace

std::string apply_step(Program& program, std::string_view step, Diagnostics& diagnostics) {
    if (step == "annotate" || step == "rtype") return run_stage(program, step == "rtype", diagnostics);
    if (step == "renumber") {
        renumber(program);
        return "";
    }
    std::optional<Phase> goal = phase_by_name(step);
    if (goal && *goal >= Phase::Raised) return run_to(program, *goal);
    for (const Pass& pass : pipeline())
        if (pass.name == step) return run_one(program, pass);
    return fmt::format("no pass or stage is called `{}`", step);
}

std::optional<EvalCall> parse_call(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    size_t open = text.find('(');
    if (!text.starts_with('@') || open == std::string_view::npos || !text.ends_with(')')) return std::nullopt;
    EvalCall call{std::string(text.substr(1, open - 1)), {}};
    if (call.graph.size() >= 2 && call.graph.front() == '"')
        call.graph = call.graph.substr(1, call.graph.size() - 2);
    std::string argument;
    int depth = 0;
    std::string_view list = text.substr(open + 1, text.size() - open - 2);
    for (char c : list) {
        depth += (c == '(') - (c == ')');
        if (c != ',' || depth > 0) {
            if (c != ' ' || !argument.empty()) argument += c;
            continue;
        }
        call.arguments.push_back(std::move(argument));
        argument.clear();
    }
    if (!argument.empty()) call.arguments.push_back(argument);
    return call;
}

std::optional<GraphId> find_graph(const Program& program, std::string_view name) {
    for (const auto& [id, given] : graph_names(program))
        if (given == name) return id;
    return std::nullopt;
}

std::string evaluate(Program& program, const EvalCall& call, const InterpOptions& options) {
    std::optional<GraphId> graph = find_graph(program, call.graph);
    if (!graph) return fmt::format("fails: no graph is called @{}", call.graph);
    Diagnostics diagnostics;
    std::vector<ConstantId> arguments;
    for (const std::string& text : call.arguments) {
        std::optional<ConstantId> constant = parse_constant(text, program, diagnostics);
        if (!constant) return "fails: " + render(diagnostics, program.files, false);
        arguments.push_back(*constant);
    }
    InterpOptions with_leaves = options;
    with_leaves.leaves = runtime_leaves();
    return interpret(program, *graph, arguments, with_leaves).summary();
}

std::string broken_rules(const Program& program) {
    std::string out;
    for (const Violation& violation : verify(program)) {
        std::string graph = violation.graph.valid() ? " in @" + program.graph(violation.graph).name : "";
        out += fmt::format("rule {} is broken{}: {}\n", violation.rule, graph, violation.text);
    }
    if (!out.empty()) out.pop_back();
    return out;
}

}  // namespace sapwood
