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

// Both sides of a conflict, where it first appeared.
struct Clash {
    SId before, after;
    Location before_at, after_at;
    Location before_via, after_via;  // where the values came from, if known
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
    Location via;                // where that came from before it was stored, if known
    std::set<uint64_t> readers;  // (copy << 32 | block)
    std::optional<Clash> clash;
};

}  // namespace sapwood::annotation
