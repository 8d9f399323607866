// Drives the C compiler; see native.h.
#include "tools/native.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "tools/output_file.h"

extern char** environ;

namespace sapwood {

namespace fs = std::filesystem;

namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::string> words(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> result;
    for (std::string word; stream >> word;) result.push_back(word);
    return result;
}

// FNV-1a, 128 bits as two lanes with different offsets: names of cache entries, not a defence.
std::string fingerprint(const std::vector<std::string>& parts) {
    uint64_t a = 0xcbf29ce484222325u, b = 0x84222325cbf29ce4u;
    for (const std::string& part : parts) {
        for (unsigned char c : part) {
            a = (a ^ c) * 0x100000001b3u;
            b = (b ^ c) * 0x100000001b3u + (a >> 32);
        }
        a = (a ^ part.size()) * 0x100000001b3u;
        b = (b ^ part.size()) * 0x100000001b3u;
    }
    return fmt::format("{:016x}{:016x}", a, b);
}

// Runs a command, its output going to a file; returns its status, -1 if it could not be started.
int run_command(const std::vector<std::string>& command, const std::string& output) {
    std::vector<char*> argv;
    for (const std::string& word : command) argv.push_back(const_cast<char*>(word.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    pid_t child = 0;
    int error = posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) {
        std::ofstream(output) << fmt::format("{}: {}\n", command[0], std::strerror(error));
        return -1;
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// What the compiler calls itself; part of the cache key.
std::string compiler_version(const std::string& compiler) {
    TemporaryDirectory scratch;
    std::string output = scratch.path() + "/version";
    std::vector<std::string> command = words(compiler);
    command.push_back("--version");
    return run_command(command, output) == 0 ? read_file(output) : "";
}

fs::path cache_directory() {
    std::string base = environment("XDG_CACHE_HOME");
    if (base.empty() && !environment("HOME").empty()) base = environment("HOME") + "/.cache";
    return base.empty() ? fs::path() : fs::path(base) / "sapwood";
}

std::vector<std::string> compile_flags(const NativeOptions& options, const RuntimePaths& runtime,
                                       const std::string& version) {
    // -fno-strict-aliasing: structs are reached through pointers to their bases.  Strict aliasing, were it
    // allowed, would run 8 percent fewer instructions in fannkuch, 4 in nbody, less than 1 in richards,
    // spectral_norm and binary_trees (valgrind --tool=callgrind).
    std::vector<std::string> flags = {"-std=c11",
                                      fmt::format("-O{}", options.opt_level),
                                      "-fno-strict-aliasing",
                                      "-fno-math-errno",
                                      "-ffp-contract=off",
                                      "-I" + runtime.include_directory};
    // The tests after calls count against what gcc inlines by itself at -O2; the limits of its -O3 make up
    // for them (fib: 1.8 times as fast).
    if (version.find("Free Software Foundation") != std::string::npos)
        flags.insert(flags.end(),
                     {"--param", "max-inline-insns-auto=30", "--param", "inline-min-speedup=15"});
    for (const std::string& flag : words(options.extra_flags)) flags.push_back(flag);
    return flags;
}

// Compiles every file, some at a time; returns the messages of the first that failed.
std::string compile_all(const std::vector<std::string>& sources, const std::vector<std::string>& compiler,
                        const std::vector<std::string>& flags) {
    std::atomic<size_t> next = 0;
    std::vector<int> status(sources.size(), 0);
    auto work = [&] {
        for (size_t i = next++; i < sources.size(); i = next++) {
            std::vector<std::string> command = compiler;
            command.insert(command.end(), flags.begin(), flags.end());
            command.insert(command.end(), {"-c", sources[i], "-o", sources[i] + ".o"});
            status[i] = run_command(command, sources[i] + ".log");
        }
    };
    size_t count = std::min<size_t>(std::max(1u, std::thread::hardware_concurrency()), sources.size());
    std::vector<std::thread> threads;
    for (size_t i = 1; i < count; i++) threads.emplace_back(work);
    work();
    for (std::thread& thread : threads) thread.join();
    for (size_t i = 0; i < sources.size(); i++)
        if (status[i] != 0) return fmt::format("{} failed:\n{}", compiler[0], read_file(sources[i] + ".log"));
    return "";
}

std::string link_all(const std::vector<std::string>& sources, const std::vector<std::string>& compiler,
                     const std::vector<std::string>& flags, const RuntimePaths& runtime,
                     const std::string& executable) {
    std::vector<std::string> command = compiler;
    command.insert(command.end(), flags.begin(), flags.end());
    for (const std::string& source : sources) command.push_back(source + ".o");
    command.insert(command.end(), {runtime.library, "-lm", "-o", executable});
    if (run_command(command, executable + ".log") == 0) return "";
    return fmt::format("{} could not link:\n{}", compiler[0], read_file(executable + ".log"));
}

}  // namespace

std::optional<RuntimePaths> find_runtime() {
    std::error_code error;
    fs::path self = fs::read_symlink("/proc/self/exe", error);
    if (error) return std::nullopt;
    fs::path root = self.parent_path().parent_path();
    for (const fs::path& place : {root / "lib" / "sapwood", root / "runtime"}) {
        fs::path library = place / "libsapwood_runtime.a";
        if (fs::exists(place / "include" / "sapwood.h", error) && fs::exists(library, error))
            return RuntimePaths{(place / "include").string(), library.string()};
    }
    return std::nullopt;
}

NativeResult compile_native(const std::vector<CFile>& files, const NativeOptions& options) {
    NativeResult result;
    std::optional<RuntimePaths> runtime = find_runtime();
    if (!runtime) {
        result.error = "the runtime library is neither installed nor built";
        return result;
    }
    std::vector<std::string> compiler = words(options.compiler);
    std::string version = compiler_version(options.compiler);
    std::vector<std::string> flags = compile_flags(options, *runtime, version);

    std::vector<std::string> key = {version, options.compiler, read_file(runtime->library),
                                    read_file(fs::path(runtime->include_directory) / "sapwood.h")};
    key.insert(key.end(), flags.begin(), flags.end());
    for (const CFile& file : files) key.insert(key.end(), {file.name, file.text});
    fs::path cache = cache_directory();
    std::error_code error;
    if (!cache.empty()) fs::create_directories(cache, error);
    fs::path cached = cache / fingerprint(key);
    if (!cache.empty() && options.keep_directory.empty() && fs::exists(cached, error)) {
        fs::last_write_time(cached, fs::file_time_type::clock::now(), error);
        return {true, cached.string(), "", true};
    }

    TemporaryDirectory scratch;
    fs::path directory =
        options.keep_directory.empty() ? fs::path(scratch.path()) : fs::path(options.keep_directory);
    fs::create_directories(directory, error);
    std::vector<std::string> sources;
    for (const CFile& file : files) {
        std::string path = (directory / file.name).string();
        result.error = write_whole(path, file.text);
        if (!result.error.empty()) return result;
        if (file.name.ends_with(".c")) sources.push_back(path);
    }
    std::string executable = (directory / "program").string();
    result.error = compile_all(sources, compiler, flags);
    if (result.error.empty()) result.error = link_all(sources, compiler, flags, *runtime, executable);
    if (!result.error.empty()) return result;

    // A cache that cannot be written does not matter unless the only copy is in the scratch directory.
    std::string problem =
        cache.empty() ? "no cache directory" : install_executable(executable, cached.string());
    if (problem.empty()) return {true, cached.string(), "", false};
    if (!options.keep_directory.empty()) return {true, executable, "", false};
    result.error = fmt::format("the executable cannot be kept: {}", problem);
    return result;
}

int run_child(const std::string& executable, const std::vector<std::string>& args, const std::string& argv0) {
    std::vector<char*> argv = {const_cast<char*>(argv0.c_str())};
    for (const std::string& arg : args) argv.push_back(const_cast<char*>(arg.c_str()));
    argv.push_back(nullptr);
    pid_t child = 0;
    int error = posix_spawn(&child, executable.c_str(), nullptr, nullptr, argv.data(), environ);
    if (error != 0) {
        fmt::print(stderr, "sapwood: {}: {}\n", executable, std::strerror(error));
        return 126;
    }
    // Signals of the terminal go to the child as well; it decides, we report.
    std::signal(SIGINT, SIG_IGN);
    std::signal(SIGQUIT, SIG_IGN);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string install_executable(const std::string& executable, const std::string& path) {
    std::string problem = write_whole(path, read_file(executable));
    if (!problem.empty()) return problem;
    mode_t mask = ::umask(0);
    ::umask(mask);
    if (::chmod(path.c_str(), 0777 & ~mask) == 0) return "";
    return fmt::format("{} cannot be made executable: {}", path, std::strerror(errno));
}

}  // namespace sapwood
