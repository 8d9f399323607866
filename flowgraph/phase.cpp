// Names of phases.
#include "flowgraph/phase.h"

#include <iterator>

namespace sapwood {

namespace {
constexpr std::string_view kNames[] = {"flow",    "annotated", "typed ll",  "typed oo",
                                       "unwound", "raised",    "collected", "final"};
}

std::string_view phase_name(Phase phase) {
    return kNames[static_cast<int>(phase)];
}

std::optional<Phase> phase_by_name(std::string_view name) {
    for (size_t i = 0; i < std::size(kNames); i++)
        if (kNames[i] == name) return static_cast<Phase>(i);
    return std::nullopt;
}

}  // namespace sapwood
