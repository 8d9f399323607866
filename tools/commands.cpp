// The verbs; see commands.h.
#include "tools/commands.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>

#include "flowgraph/print.h"
#include "tools/diagnostics_json.h"
#include "tools/explain.h"
#include "tools/graph_formats.h"
#include "tools/output_file.h"
#include "transforms/pipeline.h"

namespace sapwood {

namespace {

bool is_saved_graph(const std::string& path) {
    return path.ends_with(".fg");
}

void show_messages(const Translator& translator) {
    std::string text =
        translator.messages(::isatty(STDERR_FILENO)) + where_explained(translator.diagnostics());
    std::fwrite(text.data(), 1, text.size(), stderr);
}

int fail(std::string message) {
    while (message.ends_with('\n')) message.pop_back();  // of a log
    fmt::print(stderr, "sapwood: {}\n", message);
    return kUserError;
}

void show_timings(const CommandOptions& options, const Translator& translator) {
    if (!options.time_passes) return;
    for (const PassTiming& timing : translator.timings()) {
        std::string changes = timing.changes ? fmt::format("  {} changes", timing.changes) : "";
        fmt::print(stderr, "{:<28} {:8.4f} s{}\n", timing.name, timing.seconds, changes);
    }
}

// Why the options cannot be followed, before anything is read; nullopt: they can.
std::optional<int> refuse(const CommandOptions& options) {
    std::error_code absent;
    if (!options.output.empty() && std::filesystem::equivalent(options.input, options.output, absent))
        return fail(fmt::format("{} is the program itself, which would be lost", options.output));
    for (const std::string& dump : options.translator.dump_after) {
        std::string pass = dump.substr(0, dump.find(','));
        auto called = [&](const Pass& known) { return known.name == pass; };
        if (std::any_of(pipeline().begin(), pipeline().end(), called)) continue;
        std::string names;
        for (const Pass& known : pipeline()) names += fmt::format(" {}", known.name);
        fmt::print(stderr, "sapwood: --dump-after: no pass is called `{}`; there are:{}\n", pass, names);
        return kUsageError;
    }
    return std::nullopt;
}

// Loads a program or a saved .fg; the status to end with if that is all there is to do.
std::optional<int> load(Translator& translator, const CommandOptions& options, bool running) {
    if (std::optional<int> status = refuse(options)) return status;
    if (is_saved_graph(options.input)) {
        if (translator.load_graphs(options.input)) return std::nullopt;
        show_messages(translator);
        return kUserError;
    }
    LoadOutcome outcome = translator.load_python(options.input, options.args, options.entry, running);
    if (outcome.ok) return std::nullopt;
    std::fwrite(outcome.traceback.data(), 1, outcome.traceback.size(), stderr);
    if (outcome.exited && running) return outcome.status;
    // What CPython shows of an exception or a syntax error says it all.
    if (outcome.exited || outcome.traceback.empty()) show_messages(translator);
    return kUserError;
}

// To standard output, or whole into -o.
int deliver(const std::string& text, const std::string& output) {
    std::string problem = output.empty() || output == "-" ? write_to_stdout(text) : write_whole(output, text);
    return problem.empty() ? 0 : fail(problem);
}

// Translates to an executable in the cache.
std::optional<std::string> translate(Translator& translator, const CommandOptions& options, int& status) {
    std::optional<std::vector<CFile>> files = translator.emit_c();
    show_messages(translator);
    status = kUserError;
    if (!files) return std::nullopt;
    NativeOptions native = options.native;
    native.keep_directory = options.keep;
    auto begin = std::chrono::steady_clock::now();
    NativeResult result = compile_native(*files, native);
    std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    show_timings(options, translator);
    if (options.time_passes)
        fmt::print(stderr, "{:<28} {:8.4f} s\n", result.cached ? "compile c (cached)" : "compile c",
                   taken.count());
    if (!result.ok) {
        fail(result.error);
        return std::nullopt;
    }
    return result.executable;
}

}  // namespace

int command_run(const CommandOptions& options) {
    Translator translator(options.translator);
    if (std::optional<int> status = load(translator, options, true)) return *status;
    int status = 0;
    std::optional<std::string> executable = translate(translator, options, status);
    if (!executable) return status;
    std::fflush(nullptr);
    return run_child(*executable, options.args, options.input);
}

int command_build(const CommandOptions& options) {
    Translator translator(options.translator);
    if (std::optional<int> status = load(translator, options, false)) return *status;
    int status = 0;
    std::optional<std::string> executable = translate(translator, options, status);
    if (!executable) return status;
    std::string output = options.output;
    if (output.empty()) output = std::filesystem::path(options.input).stem().string();
    std::string problem = install_executable(*executable, output);
    return problem.empty() ? 0 : fail(problem);
}

namespace {

// What `check` has found, in the format that was asked for.  Not 0: the status of a failed write.
int show_findings(const CommandOptions& options, Translator& translator) {
    int written = 0;
    if (options.format == "json")
        written = deliver(diagnostics_as_json(translator.diagnostics(), translator.program().files), "");
    else
        show_messages(translator);
    if (written == 0) show_timings(options, translator);
    return written;
}

int check_all_functions(const CommandOptions& options) {
    Translator translator(options.translator);
    std::optional<FunctionCensus> census = translator.census(options.input);
    if (int written = show_findings(options, translator); written != 0) return written;
    if (!census) return kUserError;
    for (const std::string& text : census->fault_texts) fmt::print(stderr, "{} (internal error)\n", text);
    if (options.format != "json")
        fmt::print("{} functions: {} verified, {} refused, {} replaced, {} unreached, {} faults\n",
                   census->functions, census->verified, census->refused, census->replaced, census->unreached,
                   census->faults);
    if (census->faults > 0) return kInternalError;
    return translator.diagnostics().has_errors() ? kUserError : 0;
}

}  // namespace

int command_check(const CommandOptions& options) {
    if (options.all_functions) return check_all_functions(options);
    Translator translator(options.translator);
    std::optional<int> status = load(translator, options, false);
    if (status && options.format != "json") return *status;
    bool good = !status && (options.hints ? translator.find_hints() : translator.advance_to(Stage::typed));
    if (int written = show_findings(options, translator); written != 0) return written;
    return good ? 0 : kUserError;
}

int command_explain(const std::vector<std::string>& topics) {
    std::string text = topics.empty() ? list_of_explanations() : "";
    for (const std::string& topic : topics) {
        std::string_view page = explanation(topic);
        if (page.empty())
            return fail(fmt::format("no diagnostic is called `{}`; `sapwood explain` lists them", topic));
        if (!text.empty()) text += '\n';
        text += page;
    }
    return deliver(text, "");
}

int command_emit(const CommandOptions& options) {
    Translator translator(options.translator);
    if (std::optional<int> status = load(translator, options, false)) return *status;
    std::optional<std::vector<CFile>> files = translator.emit_c();
    show_messages(translator);
    show_timings(options, translator);
    if (!files) return kUserError;
    std::string text;
    for (const CFile& file : *files) {
        if (files->size() > 1) text += fmt::format("/* ---- {} ---- */\n", file.name);
        text += file.text;
    }
    return deliver(text, options.output);
}

int command_graph(const CommandOptions& options) {
    Translator translator(options.translator);
    if (std::optional<int> status = load(translator, options, false)) return *status;
    bool as_saved = options.stage.empty() && is_saved_graph(options.input);
    Stage stage = stage_by_name(options.stage).value_or(Stage::flow);
    if (!as_saved && stage < Stage::final && translator.program().phase > static_cast<Phase>(stage))
        return fail(fmt::format("{} is past the stage `{}` already", options.input, options.stage));
    std::optional<Program> program =
        as_saved ? std::optional(translator.program().clone()) : translator.take_stage(stage);
    show_messages(translator);
    show_timings(options, translator);
    if (!program) return kUserError;

    std::vector<GraphId> graphs;
    for (GraphId id : program->graphs()) {
        bool library = program->phase <= Phase::Annotated && id.index < program->host.library_graphs;
        const FunctionGraph& graph = program->graph(id);
        if (!library && (options.function.empty() || is_called(graph, options.function)))
            graphs.push_back(id);
    }
    if (graphs.empty()) return fail(fmt::format("no graph is called `{}`", options.function));
    if (options.format == "dot") return deliver(graphs_as_dot(*program, graphs), options.output);
    if (options.format == "json") return deliver(graphs_as_json(*program, graphs), options.output);
    if (options.format == "svg") {
        std::string error;
        std::optional<std::string> svg = graphs_as_svg(*program, graphs, error);
        return svg ? deliver(*svg, options.output) : fail(error);
    }
    if (options.function.empty()) return deliver(print_program(*program), options.output);
    std::string text;
    for (GraphId id : graphs) text += print_graph(*program, program->graph(id));
    return deliver(text, options.output);
}

}  // namespace sapwood
