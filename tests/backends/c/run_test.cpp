// Every .fg file of this folder is a program: it is transformed, printed as C, compiled by gcc and clang with
// warnings as errors, and run.  Its comments say what must come out:
//
//   # status: N          exit status (0 without this line)
//   # stdout: TEXT       one line each
//   # stderr: TEXT
//   # c: TEXT            somewhere in the C
//   # not c: TEXT        nowhere in the C
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "backends/c/emit_c.h"
#include "flowgraph/parse.h"
#include "flowgraph/print.h"
#include "flowgraph/renumber.h"
#include "flowgraph/verify.h"
#include "tests/catch.h"
#include "transforms/pipeline.h"

namespace fs = std::filesystem;
using namespace sapwood;

namespace {

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

void write_file(const fs::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

struct Expectation {
    int status = 0;
    std::string out, error;
    std::vector<std::string> in_c, not_in_c;
};

Expectation expectation(const std::string& text) {
    Expectation result;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        auto rest = [&](std::string_view key) -> std::optional<std::string> {
            if (!line.starts_with(key)) return std::nullopt;
            return line.substr(key.size());
        };
        if (auto value = rest("# status: ")) result.status = std::stoi(*value);
        if (auto value = rest("# stdout: ")) result.out += *value + "\n";
        if (auto value = rest("# stderr: ")) result.error += *value + "\n";
        if (auto value = rest("# c: ")) result.in_c.push_back(*value);
        if (auto value = rest("# not c: ")) result.not_in_c.push_back(*value);
    }
    return result;
}

int run(const std::string& command) {
    int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string messages(const Program& program, const Diagnostics& diagnostics) {
    return render(diagnostics, program.files, false);
}

// The program at phase Final, after a level's passes, each of them verified.
Program transformed(const std::string& text, const std::string& path, int opt_level) {
    Diagnostics diagnostics;
    std::optional<Program> program = parse_program(text, path, "", diagnostics);
    INFO(render(diagnostics, {}, false));
    REQUIRE(program.has_value());
    for (const Violation& violation : verify(*program)) FAIL(violation.rule << ": " << violation.text);
    PassOptions options;
    options.opt_level = opt_level;
    options.verify_each = true;
    options.replay_directory = fs::temp_directory_path().string();
    bool ok = run_passes(*program, pipeline(), options, diagnostics);
    INFO(messages(*program, diagnostics));
    REQUIRE(ok);
    renumber(*program);
    return std::move(program).value();
}

void compile_and_run(const std::vector<CFile>& files, const Expectation& expected,
                     const std::string& compiler) {
    fs::path directory = fs::temp_directory_path() / fmt::format("sapwood-test-{}", ::getpid());
    fs::remove_all(directory);
    fs::create_directories(directory);
    std::string sources, all;
    for (const CFile& file : files) {
        write_file(directory / file.name, file.text);
        if (file.name.ends_with(".c")) sources += " " + (directory / file.name).string();
        all += file.text;
    }
    INFO(all);
    std::string executable = (directory / "program").string(), log = (directory / "log").string();
    std::string command = fmt::format(
        "{} -std=c11 -O1 -Wall -Wextra -Werror -ffp-contract=off -I{}/include{} {}/libsapwood_runtime.a -lm "
        "-o {} > {} 2>&1",
        compiler, SAPWOOD_RUNTIME_DIR, sources, SAPWOOD_RUNTIME_DIR, executable, log);
    int compiled = run(command);
    INFO(read_file(log));
    REQUIRE(compiled == 0);
    std::string out = (directory / "out").string(), error = (directory / "error").string();
    int status = run(fmt::format("timeout 20 {} > {} 2> {}", executable, out, error));
    REQUIRE(read_file(out) == expected.out);
    REQUIRE(read_file(error) == expected.error);
    REQUIRE(status == expected.status);
    fs::remove_all(directory);
}

void check(const fs::path& path, int opt_level, size_t split_bytes) {
    std::string text = read_file(path);
    Expectation expected = expectation(text);
    Program program = transformed(text, path.string(), opt_level);
    CEmitOptions options;
    options.split_bytes = split_bytes;
    std::vector<CFile> files = emit_c(program, options);
    REQUIRE((files.size() > 1) == (split_bytes < 100));
    for (const char* compiler : {"gcc", "clang"}) {
        INFO(path.filename().string() << " at -O" << opt_level << " with " << compiler);
        compile_and_run(files, expected, compiler);
    }
    std::string all;
    for (const CFile& file : files) all += file.text;
    INFO(all);
    for (const std::string& wanted : expected.in_c)
        if (opt_level > 0) REQUIRE(all.find(wanted) != std::string::npos);
    for (const std::string& unwanted : expected.not_in_c)
        if (opt_level > 0) REQUIRE(all.find(unwanted) == std::string::npos);
    // The same program printed and read back gives the same C.
    Diagnostics diagnostics;
    std::optional<Program> again = parse_program(print_program(program), "printed", "", diagnostics);
    REQUIRE(again.has_value());
    std::vector<CFile> files_again = emit_c(*again, options);
    REQUIRE(files_again.size() == files.size());
    for (size_t i = 0; i < files.size(); i++) REQUIRE(files_again[i].text == files[i].text);
}

}  // namespace

TEST_CASE("programs as text run as C") {
    std::vector<fs::path> paths;
    for (const fs::directory_entry& entry : fs::directory_iterator(SAPWOOD_SOURCE_DIR "/tests/backends/c"))
        if (entry.path().extension() == ".fg") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    REQUIRE(paths.size() >= 3);
    for (const fs::path& path : paths) {
        DYNAMIC_SECTION(path.filename().string()) {
            check(path, 0, 1 << 20);
            check(path, 2, 1 << 20);
            check(path, 2, 10);  // in several files
        }
    }
}
