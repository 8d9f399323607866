// The pages of docs/diagnostics, built into the command.  See explain.h.
#include "tools/explain.h"

#include <algorithm>
#include <set>

namespace sapwood {

namespace {

struct Page {
    std::string_view title;  // "E301_union_mismatch", the name of its file
    std::string_view text;

    std::string_view number() const { return title.substr(0, title.find('_')); }
    std::string_view slug() const { return title.substr(title.find('_') + 1); }
};

constexpr Page kPages[] = {
#include "explain_pages.inc"
};

}  // namespace

std::string_view explanation(std::string_view name) {
    std::string wanted(name);
    if (wanted.starts_with('e')) wanted[0] = 'E';
    for (const Page& page : kPages)
        if (page.number() == wanted || page.slug() == name) return page.text;
    return {};
}

std::string list_of_explanations() {
    std::string list;
    for (const Page& page : kPages) list += fmt::format("{}  {}\n", page.number(), page.slug());
    return list;
}

std::string where_explained(const Diagnostics& diagnostics) {
    std::set<std::string_view> numbers;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        const DiagInfo& info = diag_info(diagnostic.diag);
        if (info.severity == Severity::error || info.severity == Severity::hint) numbers.insert(info.number);
    }
    if (numbers.empty()) return {};
    return fmt::format("sapwood: `sapwood explain {}` tells more\n", fmt::join(numbers, " "));
}

}  // namespace sapwood
