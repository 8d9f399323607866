// Twin of fannkuch.py.
#include <algorithm>
#include <cstdint>
#include <iostream>
#include <numeric>
#include <string>
#include <vector>

using Permutation = std::vector<std::int64_t>;

static std::int64_t count_flips(Permutation permutation) {
    std::int64_t flips = 0;
    while (permutation[0] != 0) {
        std::reverse(permutation.begin(), permutation.begin() + permutation[0] + 1);
        ++flips;
    }
    return flips;
}

static bool next_permutation(Permutation& permutation, std::vector<std::int64_t>& counts) {
    for (std::size_t i = 1; i < permutation.size(); ++i) {
        std::int64_t first = permutation[0];
        for (std::size_t j = 0; j < i; ++j) permutation[j] = permutation[j + 1];
        permutation[i] = first;
        if (++counts[i] <= static_cast<std::int64_t>(i)) return true;
        counts[i] = 0;
    }
    return false;
}

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const std::size_t size = std::stoul(argv[1]);
    Permutation permutation(size);
    std::iota(permutation.begin(), permutation.end(), 0);
    std::vector<std::int64_t> counts(size, 0);
    std::int64_t checksum = 0, most_flips = 0, number = 0;
    do {
        if (permutation[0] != 0) {
            std::int64_t flips = count_flips(permutation);
            most_flips = std::max(most_flips, flips);
            checksum += number % 2 == 0 ? flips : -flips;
        }
        ++number;
    } while (next_permutation(permutation, counts));
    std::cout << checksum << "\nPfannkuchen(" << size << ") = " << most_flips << '\n';
}
