// Runs whole programs in the interpreter; see fg_runs.h.
#include "tools/fg_runs.h"

#include <cstdio>
#include <filesystem>

#include "flowgraph/interp.h"
#include "tools/fg_steps.h"
#include "tools/leaf_table.h"
#include "tools/output_file.h"
#include "transforms/pipeline.h"

namespace sapwood {
namespace {

constexpr int kOptLevel = 2;

std::string standard_input() {
    std::string input;
    char block[65536];
    for (size_t n = 0; (n = std::fread(block, 1, sizeof block, stdin)) > 0;) input.append(block, n);
    return input;
}

InterpOptions options_for(const std::vector<std::string>& argv, std::string input) {
    InterpOptions options;
    options.leaves = runtime_leaves();
    options.argv = argv;
    options.input = std::move(input);
    return options;
}

bool has_status(const InterpResult& result) {
    return result.kind == InterpResult::Kind::returned || result.kind == InterpResult::Kind::exited;
}

std::string run_in(const Program& program, InterpOptions options, const std::filesystem::path& folder) {
    namespace fs = std::filesystem;
    std::error_code error;
    fs::create_directories(folder / "cwd", error);
    fs::path before = fs::current_path();
    fs::current_path(folder / "cwd", error);
    if (error) return fmt::format("{}: {}", folder.string(), error.message());
    std::string out, err;
    options.output = [&](std::string_view text) { out += text; };
    options.error_output = [&](std::string_view text) { err += text; };
    InterpResult result = interpret_program(program, options);
    fs::current_path(before);
    std::string status = has_status(result) ? std::to_string(result.status) : result.summary();
    const std::pair<const char*, const std::string*> results[] = {
        {"stdout", &out}, {"stderr", &err}, {"status", &status}};
    for (const auto& [name, text] : results)
        if (std::string wrong = write_whole((folder / name).string(), *text); !wrong.empty()) return wrong;
    return "";
}

}  // namespace

int run_program(const Program& program, const std::vector<std::string>& argv) {
    InterpOptions options = options_for(argv, standard_input());
    options.output = [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); };
    options.error_output = [](std::string_view text) {
        std::fflush(stdout);
        std::fwrite(text.data(), 1, text.size(), stderr);
    };
    InterpResult result = interpret_program(program, options);
    std::fflush(stdout);
    if (has_status(result)) return result.status;
    fmt::print(stderr, "sapwood-fg: the program {}\n", result.summary());
    return 1;
}

std::string run_each(Program& program, const std::vector<std::string>& argv, const std::string& folder,
                     bool ends_only) {
    if (program.phase != Phase::TypedLL)
        return fmt::format("the program is {} instead of typed", phase_name(program.phase));
    const InterpOptions options = options_for(argv, standard_input());
    int number = 0;
    auto run = [&](std::string_view name) {
        std::filesystem::path own = std::filesystem::absolute(folder) / fmt::format("{:02}_{}", number, name);
        return run_in(program, options, own);
    };
    if (std::string broken = broken_rules(program); !broken.empty()) return broken;
    if (std::string wrong = run("typed"); !wrong.empty()) return wrong;
    for (const Pass& pass : pipeline()) {
        if (pass.min_opt_level > kOptLevel) continue;
        Diagnostics diagnostics;
        if (std::string wrong = apply_step(program, pass.name, diagnostics); !wrong.empty()) return wrong;
        number++;
        bool last = &pass == &pipeline().back();
        if (ends_only && !last) continue;
        if (std::string wrong = run(pass.name); !wrong.empty()) return wrong;
    }
    return "";
}

}  // namespace sapwood
