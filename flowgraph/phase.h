// The phases of a program, in order.  See flowgraph/README.md for what each allows.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sapwood {

enum class Phase : uint8_t {
    Flow,       // operations on Python objects; host tables describe the import-time world
    Annotated,  // the same graphs (copies made), every variable has an annotation
    TypedLL,    // low-level operations and types
    TypedOO,    // the same for object-oriented targets
    Unwound,    // the stackless transform has run
    Raised,     // exceptions are tests of the flag word
    Collected,  // allocation is the collector's
    Final,      // ready for a back end
};

std::string_view phase_name(Phase phase);  // "flow", "annotated", "typed ll", ...
std::optional<Phase> phase_by_name(std::string_view name);

}  // namespace sapwood
