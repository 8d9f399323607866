// The command line: `sapwood VERB PROGRAM [options]`.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>

#include "flowgraph/suggestion.h"
#include "frontend/frontend.h"
#include "tools/commands.h"
#include "tools/output_file.h"

namespace {

using namespace sapwood;

void add_common(CLI::App& verb, CommandOptions& options) {
    verb.add_option("--entry", options.entry, "the function to translate from");
    verb.add_option("--backend", "what to generate")->check(CLI::IsMember({"c"}))->default_str("c");
    verb.add_option("--cc", options.native.compiler, "the C compiler to use");
    verb.add_option_function<std::string>(
            "--int", [&](const std::string& mode) { options.translator.wrap_integers = mode == "wrap"; },
            "checked (the default) or wrap: what ints do beyond 64 bits")
        ->check(CLI::IsMember({"checked", "wrap"}));
    verb.add_option_function<int>(
            "-O",
            [&](int level) {
                options.translator.opt_level = level;
                options.native.opt_level = level;
            },
            "optimisation level, 0 to 3")
        ->check(CLI::Range(0, 3));
    verb.add_flag("--time-passes", options.time_passes, "print the time of each pass to stderr");
    verb.add_flag("--verify-each", options.translator.verify_each, "check all rules after each pass");
    verb.add_option("--dump-after", options.translator.dump_after,
                    "PASS or PASS,GRAPH: print graphs after a pass")
        ->allow_extra_args(false);  // what follows the one value is the program
    verb.add_option("--keep", options.keep, "keep the generated C in this directory");
}

CLI::App* add_verb(CLI::App& app, const char* name, const char* help, CommandOptions& options) {
    CLI::App* verb = app.add_subcommand(name, help);
    verb->add_option("program", options.input, "a Python program, or a saved .fg")->required();
    add_common(*verb, options);
    return verb;
}

// What is said of a first word that is no verb; empty if it is one, or an option.
std::string complaint_about_verb(const CLI::App& app, const std::string& word) {
    if (word.starts_with('-')) return {};
    std::vector<std::string> verbs;
    for (const CLI::App* verb : app.get_subcommands({})) verbs.push_back(verb->get_name());
    if (std::ranges::find(verbs, word) != verbs.end()) return {};
    if (std::filesystem::is_regular_file(word))
        return fmt::format("`{0}` is no command; to run the program: sapwood run {0}", word);
    std::string near = nearest_name(word, verbs);
    return fmt::format("`{}` is no command{}", word, near.empty() ? "" : "; did you mean `" + near + "`?");
}

int run(int argc, char** argv) {
    CommandOptions options;
    if (const char* compiler = std::getenv("CC"); compiler && *compiler) options.native.compiler = compiler;
    if (const char* flags = std::getenv("SAPWOOD_CFLAGS")) options.native.extra_flags = flags;
    options.translator.dump = [](const std::string& pass, const std::string& text) {
        fmt::print(stderr, "# after {}\n{}", pass, text);
    };

    CLI::App app("Sapwood translates statically typable Python programs into native code.", "sapwood");
    app.require_subcommand(1);
    app.set_version_flag("--version", fmt::format("sapwood {}, embedding CPython {}", SAPWOOD_VERSION,
                                                  Frontend::python_version()));
    CLI::App* run_verb = add_verb(app, "run", "translate and run a program", options);
    run_verb->add_option("args", options.args, "the program's arguments");
    run_verb->positionals_at_end()->prefix_command();
    CLI::App* build = add_verb(app, "build", "translate to an executable", options);
    build->add_option("-o,--output", options.output, "the executable (default: the program's name)");
    CLI::App* check = add_verb(app, "check", "report what cannot be translated", options);
    check->add_option("--format", options.format, "text, or json for editors, on standard output")
        ->check(CLI::IsMember({"text", "json"}))
        ->default_str("text");
    check->add_flag("--all-functions", options.all_functions,
                    "build and verify a flow graph for each function of the module, reachable or not");
    check->add_flag(
        "--hints", options.hints,
        "tell where tagged numbers, dynamic calls and checks cost speed in loops, the hottest first");
    CLI::App* explain = app.add_subcommand("explain", "tell more about a diagnostic");
    std::vector<std::string> topics;
    explain->add_option("topics", topics, "numbers (E301) or names (union_mismatch); none: list them");
    CLI::App* emit = add_verb(app, "emit", "print the generated code", options);
    emit->add_option("--format", options.format, "c")->check(CLI::IsMember({"c"}))->default_str("c");
    emit->add_option("-o,--output", options.output, "write to this file");
    CLI::App* graph = add_verb(app, "graph", "print flow graphs", options);
    graph->add_option("--function", options.function, "only graphs of this name");
    graph->add_option("--stage", options.stage, "how far to translate")
        ->check(CLI::IsMember({"flow", "annotated", "typed", "final"}));
    graph->add_option("--format", options.format, "text, dot, svg or json")
        ->check(CLI::IsMember({"text", "dot", "svg", "json"}));
    graph->add_option("-o,--output", options.output, "write to this file");

    if (std::string complaint = argc > 1 ? complaint_about_verb(app, argv[1]) : ""; !complaint.empty()) {
        fmt::print(stderr, "sapwood: {}\nRun with --help for more information.\n", complaint);
        return kUsageError;
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : kUsageError;
    }
    // What follows the program belongs to it, options included; what stands before it is ours.
    if (run_verb->parsed() && !run_verb->remaining().empty()) {
        std::string first = run_verb->remaining()[0];
        for (int i = 1; i < argc && argv[i] != options.input; i++) {
            if (argv[i] != first || !first.starts_with('-')) continue;
            fmt::print(stderr, "sapwood: unknown option {}\nRun with --help for more information.\n", first);
            return kUsageError;
        }
    }
    if (run_verb->parsed())
        for (const std::string& arg : run_verb->remaining()) options.args.push_back(arg);
    if (run_verb->parsed()) return command_run(options);
    if (build->parsed()) return command_build(options);
    if (check->parsed()) return command_check(options);
    if (explain->parsed()) return command_explain(topics);
    if (emit->parsed()) return command_emit(options);
    return command_graph(options);
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow further is a failed write, which is reported
    try {
        return run(argc, argv);
    } catch (const sapwood::InternalError& error) {
        fmt::print(stderr, "sapwood: internal error: {}\n", error.what());
    } catch (const std::bad_alloc&) {
        fmt::print(stderr, "sapwood: out of memory\n");
    } catch (const std::runtime_error& error) {
        fmt::print(stderr, "sapwood: {}\n", error.what());
        return sapwood::kUserError;
    }
    return sapwood::kInternalError;
}
