// How .fg text names things: shared by printer and parser.  Internal to flowgraph.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "flowgraph/program.h"

namespace sapwood {

// The hint in a name that NameGiver gave.
std::string_view hint_of(std::string_view name);

// Gives names in order of appearance: the first `x` is `x`, then `x.1`, `x.2`; without a hint `.0`, `.1`.
// A hint that looks like a given name stands for the hint in it.
class NameGiver {
  public:
    std::string give(std::string_view hint_or_name) {
        std::string_view hint = hint_of(hint_or_name);
        size_t count = used_[std::string(hint)]++;
        if (hint.empty()) return fmt::format(".{}", count);
        return count == 0 ? std::string(hint) : fmt::format("{}.{}", hint, count);
    }

  private:
    std::unordered_map<std::string, size_t> used_;
};

// `name` as it may stand after a sigil, quoted when it is not a plain word.
std::string quoted_if_needed(std::string_view name);
// With quotes and escapes; any bytes.
std::string quoted(std::string_view text);
// The way back; nullopt if it is malformed.
std::optional<std::string> unquoted(std::string_view text);

// The names of a program's graphs, by id: unique, in id order.
std::map<GraphId, std::string> graph_names(const Program& program);

}  // namespace sapwood
