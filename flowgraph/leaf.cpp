// The table of leaf routines, read from runtime/leaf.def.
#include "flowgraph/leaf.h"

#include <algorithm>

#include "flowgraph/check.h"
#include "flowgraph/ops.h"

namespace sapwood {
namespace {

using effect::pure;
using effect::reads;
using effect::writes;

constexpr LeafInfo kLeaves[] = {
#define LEAF(name, result, parameters, effects) {#name, LeafKind::result, #parameters, effects},
#include "runtime/leaf.def"
#undef LEAF
};

constexpr std::string_view kKindNames[] = {"Void",    "Signed", "Unsigned", "Float", "Bool",  "Char",
                                           "UniChar", "Text",   "Buffer",   "Ints",  "Floats"};

// The i-th name of "(Signed, Text)"; empty past the last one.
std::string_view parameter_name(std::string_view signature, size_t i) {
    signature.remove_prefix(1);
    signature.remove_suffix(1);
    if (signature == "void") return {};
    while (true) {
        size_t comma = signature.find(',');
        if (i == 0) return signature.substr(0, comma);
        if (comma == std::string_view::npos) return {};
        signature.remove_prefix(comma + 1);
        while (signature.starts_with(' ')) signature.remove_prefix(1);
        i--;
    }
}

}  // namespace

std::optional<LeafKind> LeafInfo::parameter(size_t i) const {
    std::string_view wanted = parameter_name(signature, i);
    if (wanted.empty()) return std::nullopt;
    const auto* found = std::ranges::find(kKindNames, wanted);
    CHECK(found != std::end(kKindNames), "leaf {} has a parameter of unknown kind {}", name, wanted);
    return static_cast<LeafKind>(found - kKindNames);
}

size_t LeafInfo::parameter_count() const {
    size_t count = 0;
    while (parameter(count)) count++;
    return count;
}

const LeafInfo* leaf_by_name(std::string_view name) {
    const auto* found = std::ranges::find(kLeaves, name, &LeafInfo::name);
    return found == std::end(kLeaves) ? nullptr : found;
}

std::span<const LeafInfo> all_leaves() {
    return kLeaves;
}

std::string_view leaf_kind_name(LeafKind kind) {
    return kKindNames[static_cast<size_t>(kind)];
}

}  // namespace sapwood
