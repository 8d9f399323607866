// The .fg files below tests/, for unit tests that run over all of them.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace sapwood {

inline std::string read_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// In an order that does not depend on the file system.
inline std::vector<std::filesystem::path> fg_files(const char* below) {
    std::vector<std::filesystem::path> paths;
    std::filesystem::path root(SAPWOOD_SOURCE_DIR);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / below))
        if (entry.path().extension() == ".fg") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

}  // namespace sapwood
