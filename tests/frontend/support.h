// What the tests of the front end share: programs in a folder of their own, and commands.
#pragma once

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

#include "frontend/frontend.h"
#include "tests/catch.h"

namespace sapwood::tests {

namespace fs = std::filesystem;

// A folder for programs that a test writes; it goes with the test.
class Folder {
  public:
    Folder() : path(fs::temp_directory_path() / ("sapwood-frontend-" + std::to_string(getpid()))) {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Folder() { fs::remove_all(path); }

    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(path / name, std::ios::binary) << text;
        return (path / name).string();
    }

    const fs::path path;
};

inline std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

struct Ended {
    int status = 0;
    std::string output;
};

inline Ended run(const std::string& command) {
    Ended ended;
    FILE* pipe = popen(command.c_str(), "r");
    std::array<char, 4096> buffer;
    while (size_t count = fread(buffer.data(), 1, buffer.size(), pipe))
        ended.output.append(buffer.data(), count);
    ended.status = WEXITSTATUS(pclose(pipe));
    return ended;
}

// The command beside this test program.
inline std::string flow_command() {
    return (fs::read_symlink("/proc/self/exe").parent_path() / "sapwood-flow").string();
}

inline std::vector<fs::path> files(const std::string& folder, const std::string& extension) {
    std::vector<fs::path> result;
    for (const auto& entry : fs::directory_iterator(fs::path(SAPWOOD_SOURCE_DIR) / folder))
        if (entry.path().extension() == extension) result.push_back(entry.path());
    std::sort(result.begin(), result.end());
    return result;
}

// A program loaded by the front end.
struct Loaded {
    Program program;
    Diagnostics diagnostics;
    LoadResult result;

    Loaded(Frontend& frontend, const std::string& path, const std::string& entry = "", bool running = true) {
        result = frontend.load({path, {}, entry, running}, program, diagnostics);
    }

    // "line:column slug" of each diagnostic, in order.
    std::string found() const {
        std::string text;
        for (const Diagnostic& each : diagnostics.all())
            text += fmt::format("{}:{} {}\n", each.location.line, each.location.column,
                                diag_info(each.diag).slug);
        return text;
    }
};

}  // namespace sapwood::tests
