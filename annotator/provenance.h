// Where annotations come from: every place that can grow remembers the first value that gave it its kind,
// and, when two values do not join, both sides.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "annotator/lattice.h"
#include "flowgraph/location.h"

namespace sapwood::annotation {

using PlaceId = Id<struct PlaceTag>;

inline constexpr uint32_t kNoCopy = UINT32_MAX;

// An operation of a copy of a function, known by its result.
struct Spot {
    uint32_t copy = kNoCopy;
    VariableId op;
};

// Both sides of a conflict, where it first appeared.
struct Clash {
    SId before, after;
    Location before_at, after_at;
    Spot before_spot, after_spot;  // what stored them, where the conflict is in a place
};

enum class PlaceKind : uint8_t {
    list_item,
    dict_key,
    dict_value,
    set_item,
    captured,  // variable shared with closures, environment of a closure
    attribute,
    arguments,  // of exceptions of a class: a tuple, of boxed items where the types differ
    global,
    result,      // of a function
    self_value,  // of bound methods
    event,       // no value: wakes its readers
};

// Something that holds values and grows: what is read from it is read again when it has grown.
struct Place {
    PlaceKind kind = PlaceKind::event;
    std::string name;  // of the variable, attribute or function
    SId value{0};
    Location origin;             // of the first value that was not None
    Spot spot;                   // what stored it, if an operation did
    std::set<uint64_t> readers;  // (copy << 32 | block)
    std::optional<Clash> clash;
};

}  // namespace sapwood::annotation
