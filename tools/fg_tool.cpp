// sapwood-fg: tests and looks at .fg files.  See `usage` below and tests/flowgraph/README.md.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "flowgraph/helper_library.h"
#include "flowgraph/parse.h"
#include "flowgraph/print.h"
#include "tools/fg_runs.h"
#include "tools/fg_steps.h"
#include "tools/fg_test.h"

namespace {

using namespace sapwood;

constexpr int kUsageError = 2;
constexpr std::string_view kUsage =
    "usage: sapwood-fg test FILE...           run .fg tests: `ok FILE` or `FAIL FILE: why` for each\n"
    "       sapwood-fg update FILE...         rewrite the expected texts of .fg tests\n"
    "       sapwood-fg print FILE [STEP...]   the program after these passes and stages\n"
    "       sapwood-fg verify FILE [STEP...]  the rules that it breaks\n"
    "       sapwood-fg eval FILE CALL [STEP...]  a call such as '@f(1, 2.5)', interpreted\n"
    "       sapwood-fg run FILE [ARG...]      the whole program, interpreted\n"
    "       sapwood-fg run --each FOLDER [--ends] FILE [ARG...]  the same typed and after each pass (--ends: "
    "after the last)\n"
    "A STEP is the name of a pass, annotate, rtype, raised, collected or final.\n";

int usage() {
    std::fputs(std::string(kUsage).c_str(), stderr);
    return kUsageError;
}

std::optional<Program> load(const std::string& path, Diagnostics& diagnostics) {
    std::optional<std::string> text = read_file(path);
    if (!text) {
        fmt::print(stderr, "{} cannot be read\n", path);
        return std::nullopt;
    }
    std::optional<Program> program = parse_program(*text, path, helper_library(), diagnostics);
    if (!program) fmt::print(stderr, "{}", render(diagnostics, {}, false));
    return program;
}

bool apply(Program& program, const std::vector<std::string>& words, size_t first, Diagnostics& diagnostics) {
    for (size_t i = first; i < words.size(); i++) {
        std::string wrong = apply_step(program, words[i], diagnostics);
        if (wrong.empty()) continue;
        fmt::print(stderr, "{}\n", wrong);
        return false;
    }
    return true;
}

// What a test or a file does to the tool itself stays with that file.
template <class Run>
std::string guarded(Run run) {
    try {
        return run();
    } catch (const InternalError& error) {
        return std::string("internal error: ") + error.what();
    }
}

int test_files(const std::vector<std::string>& words, bool update) {
    int failures = 0;
    for (size_t i = 1; i < words.size(); i++) {
        std::string wrong =
            guarded([&] { return update ? update_fg_test(words[i]) : run_fg_test(words[i]); });
        failures += !wrong.empty();
        if (!wrong.empty())
            fmt::print("FAIL {}: {}\n", words[i], wrong);
        else
            fmt::print("ok {}\n", words[i]);
        std::fflush(stdout);
    }
    return failures > 0;
}

// run FILE [ARG...], run --each FOLDER [--ends] FILE [ARG...]
int run_file(const std::vector<std::string>& words) {
    size_t at = 1;
    std::string folder;
    bool ends_only = false;
    if (words[at] == "--each" && words.size() > 3) {
        folder = words[2];
        at = 3;
        ends_only = words[at] == "--ends";
        at += ends_only;
    }
    if (at >= words.size()) return usage();
    Diagnostics diagnostics;
    std::optional<Program> program = load(words[at], diagnostics);
    if (!program) return 1;
    std::vector<std::string> argv(words.begin() + static_cast<std::ptrdiff_t>(at), words.end());
    if (folder.empty()) return run_program(*program, argv);
    std::string wrong = run_each(*program, argv, folder, ends_only);
    if (!wrong.empty()) fmt::print(stderr, "{}\n", wrong);
    return !wrong.empty();
}

int run(const std::vector<std::string>& words) {
    if (words.size() < 2) return usage();
    const std::string& verb = words[0];
    if (verb == "test" || verb == "update") return test_files(words, verb == "update");
    if (verb != "print" && verb != "verify" && verb != "eval" && verb != "run") return usage();
    if (verb == "eval" && words.size() < 3) return usage();
    if (verb == "run") return run_file(words);
    Diagnostics diagnostics;
    std::optional<Program> program = load(words[1], diagnostics);
    if (!program) return 1;
    if (!apply(*program, words, verb == "eval" ? 3 : 2, diagnostics)) return 1;
    if (verb == "print") {
        fmt::print("{}", print_program(*program));
        return 0;
    }
    if (verb == "verify") {
        std::string broken = broken_rules(*program);
        if (!broken.empty()) fmt::print("{}\n", broken);
        return !broken.empty();
    }
    std::optional<EvalCall> call = parse_call(words[2]);
    if (!call) return usage();
    fmt::print("{}\n", evaluate(*program, *call));
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    std::string wrong;
    int status = 1;
    wrong = guarded([&] {
        status = run(std::vector<std::string>(argv + 1, argv + argc));
        return std::string();
    });
    if (wrong.empty()) return status;
    fmt::print(stderr, "sapwood-fg: {}\n", wrong);
    return 1;
}
