// Whole-file output; see output_file.h.
#include "tools/output_file.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <vector>

namespace sapwood {

namespace {

// Keeps going when a write is cut short.
bool write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        text.remove_prefix(static_cast<size_t>(written));
    }
    return true;
}

}  // namespace

std::string write_whole(const std::string& path, std::string_view text) {
    struct stat existing;
    // Devices and pipes take text as it comes; they cannot be replaced.
    if (::stat(path.c_str(), &existing) == 0 && !S_ISREG(existing.st_mode)) {
        FILE* file = std::fopen(path.c_str(), "w");
        bool good = file && std::fwrite(text.data(), 1, text.size(), file) == text.size();
        if (file && std::fclose(file) != 0) good = false;
        return good ? "" : fmt::format("{} cannot be written: {}", path, std::strerror(errno));
    }
    std::string temporary = path + ".XXXXXX";
    int descriptor = ::mkstemp(temporary.data());
    if (descriptor < 0) return fmt::format("{} cannot be written: {}", path, std::strerror(errno));
    mode_t mask = ::umask(0);
    ::umask(mask);
    bool good = write_all(descriptor, text) && ::fchmod(descriptor, 0666 & ~mask) == 0;
    good = ::close(descriptor) == 0 && good;
    good = good && ::rename(temporary.c_str(), path.c_str()) == 0;
    if (good) return "";
    std::string message = fmt::format("{} cannot be written: {}", path, std::strerror(errno));
    ::unlink(temporary.c_str());
    return message;
}

std::string write_to_stdout(std::string_view text) {
    if (std::fflush(stdout) == 0 && write_all(STDOUT_FILENO, text)) return "";
    return fmt::format("standard output cannot be written: {}", std::strerror(errno));
}

TemporaryDirectory::TemporaryDirectory() {
    const char* base = std::getenv("TMPDIR");
    std::string pattern = fmt::format("{}/sapwood-XXXXXX", base && *base ? base : "/tmp");
    if (::mkdtemp(pattern.data())) path_ = pattern;
}

TemporaryDirectory::~TemporaryDirectory() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace sapwood
