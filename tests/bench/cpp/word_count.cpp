// Twin of word_count.py.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

using Counts = std::unordered_map<std::string, std::int64_t>;

static const char* const kSpace = " \t\n\v\f\r";

static Counts count_words(const std::string& path) {
    Counts counts;
    std::ifstream file(path);
    std::string line;
    while (std::getline(file, line)) {
        std::size_t start = line.find_first_not_of(kSpace);
        while (start != std::string::npos) {
            std::size_t end = std::min(line.find_first_of(kSpace, start), line.size());
            ++counts[line.substr(start, end - start)];
            start = line.find_first_not_of(kSpace, end);
        }
    }
    return counts;
}

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    Counts counts = count_words(argv[1]);
    std::int64_t words = 0;
    for (const auto& [word, count] : counts) words += count;
    std::printf("%lld words, %zu different\n", static_cast<long long>(words), counts.size());
    std::vector<std::pair<std::string, std::int64_t>> ranked(counts.begin(), counts.end());
    std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    for (std::size_t i = 0; i < std::min<std::size_t>(25, ranked.size()); ++i)
        std::printf("%8lld %s\n", static_cast<long long>(ranked[i].second), ranked[i].first.c_str());
}
