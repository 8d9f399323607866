// The operations as data; the table itself is ops.def.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "flowgraph/phase.h"

namespace sapwood {

enum class Op : uint16_t {
#define OP(name, phases, signature, effects) name,
#include "flowgraph/ops.def"
#undef OP
};

enum class OpPhases : uint8_t { Host, LL, Raised, Collected };

// Bits of OpInfo::effects.
namespace effect {
inline constexpr uint8_t pure = 1, reads = 2, writes = 4, raises = 8, allocs = 16, calls = 32;
}

struct OpInfo {
    std::string_view name;
    OpPhases phases;
    std::string_view signature;
    uint8_t effects;

    bool has(uint8_t effect_bits) const { return (effects & effect_bits) != 0; }
};

const OpInfo& op_info(Op op);
std::optional<Op> op_by_name(std::string_view name);
// Whether the operation may stand in a graph of this phase.
bool op_allowed(Op op, Phase phase);
// All operations, in table order.
std::span<const OpInfo> all_ops();

inline bool may_raise(Op op) {
    return op_info(op).has(effect::raises);
}
// No effect besides its result (or an allocation): removable when the result is unused.
inline bool removable(Op op) {
    return !op_info(op).has(effect::writes | effect::raises | effect::calls);
}

}  // namespace sapwood
