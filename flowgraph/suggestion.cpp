// What a misspelt name was probably meant to be.  See suggestion.h.
#include "flowgraph/suggestion.h"

#include <algorithm>
#include <cstdlib>

namespace sapwood {

namespace {

constexpr size_t kLettersPerEdit = 3;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Edits between the two.  Three rows of the usual table: two back, the last, the one being made.
size_t edits(std::string_view a, std::string_view b) {
    std::vector<size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (size_t j = 0; j <= b.size(); j++) last[j] = j;
    for (size_t i = 1; i <= a.size(); i++) {
        row[0] = i;
        for (size_t j = 1; j <= b.size(); j++) {
            bool same = lower(a[i - 1]) == lower(b[j - 1]);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
            bool exchanged =
                i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
            if (exchanged) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

}  // namespace

std::string nearest_name(std::string_view wanted, const std::vector<std::string>& known) {
    size_t letters = wanted.size() - static_cast<size_t>(std::ranges::count(wanted, '_'));
    size_t limit = letters / kLettersPerEdit;
    std::string_view best;
    for (const std::string& name : known) {
        bool hidden = name.starts_with('_') && !wanted.starts_with('_');
        size_t longer = std::max(name.size(), wanted.size()), shorter = std::min(name.size(), wanted.size());
        if (hidden || name == wanted || longer - shorter > limit) continue;
        size_t needed = edits(wanted, name);
        if (needed > limit || needed >= shorter) continue;  // nothing in common is no likeness
        best = name;
        if (needed == 0) break;
        limit = needed - 1;
    }
    return std::string(best);
}

}  // namespace sapwood
