// The operation table as an array; see ops.def.
#include "flowgraph/ops.h"

#include <iterator>
#include <string>
#include <unordered_map>

namespace sapwood {

namespace {

using namespace effect;  // NOLINT: the columns of ops.def

constexpr OpInfo kOps[] = {
#define OP(name, phases, signature, effects) {#name, OpPhases::phases, signature, effects},
#include "flowgraph/ops.def"
#undef OP
};

}  // namespace

const OpInfo& op_info(Op op) {
    return kOps[static_cast<size_t>(op)];
}

std::optional<Op> op_by_name(std::string_view name) {
    static const std::unordered_map<std::string_view, Op> index = [] {
        std::unordered_map<std::string_view, Op> result;
        for (size_t i = 0; i < std::size(kOps); i++) result.emplace(kOps[i].name, static_cast<Op>(i));
        return result;
    }();
    auto found = index.find(name);
    if (found == index.end()) return std::nullopt;
    return found->second;
}

bool op_allowed(Op op, Phase phase) {
    switch (op_info(op).phases) {
        case OpPhases::Host: return phase <= Phase::Annotated;
        case OpPhases::LL: return phase >= Phase::TypedLL;
        case OpPhases::Raised: return phase >= Phase::Raised;
        case OpPhases::Collected: return phase >= Phase::Collected;
    }
    return false;
}

std::span<const OpInfo> all_ops() {
    return kOps;
}

}  // namespace sapwood
