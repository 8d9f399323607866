// The leaf routines as data, for those who make, check, remove or print calls of them.  The table itself is
// runtime/leaf.def: the only file of runtime/ that the translator reads.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace sapwood {

enum class LeafKind : uint8_t {
    Void,
    Signed,
    Unsigned,
    Float,
    Bool,
    Char,
    UniChar,
    Text,
    Buffer,
    Ints,
    Floats
};

struct LeafInfo {
    std::string_view name;
    LeafKind result;
    std::string_view signature;  // "(Signed, Text)"; "(void)" without parameters
    uint8_t effects;             // bits of namespace effect (ops.h): pure, reads or writes

    // Kind of parameter i; nullopt past the last one.
    std::optional<LeafKind> parameter(size_t i) const;
    size_t parameter_count() const;
};

// nullptr if there is none of this name.
const LeafInfo* leaf_by_name(std::string_view name);
// All rows, in table order.
std::span<const LeafInfo> all_leaves();
std::string_view leaf_kind_name(LeafKind kind);

}  // namespace sapwood
