// The order of passes, from typed graphs to what back ends take.
#include "transforms/pipeline.h"

#include "transforms/transforms.h"

namespace sapwood {
namespace {

// Columns: name, function, phase it needs, phase it leaves, passes that stand before it, -O level from which
// it runs.
// clang-format off
constexpr Pass kPipeline[] = {
    {"remove_unreached", remove_unreached_graphs, Phase::TypedLL, Phase::TypedLL, "", 0},
    {"simplify", simplify, Phase::TypedLL, Phase::TypedLL, "", 1},
    {"outline_raises", outline_raises, Phase::TypedLL, Phase::TypedLL, "simplify", 1},
    {"inline", inline_calls, Phase::TypedLL, Phase::TypedLL, "outline_raises", 1},
    {"remove_uncalled", remove_unreached_graphs, Phase::TypedLL, Phase::TypedLL, "inline", 1},
    {"stack_checks", add_stack_checks, Phase::TypedLL, Phase::TypedLL, "", 0},
    {"exceptions", transform_exceptions, Phase::TypedLL, Phase::Raised, "stack_checks", 0},
    {"allocation", transform_allocation, Phase::Raised, Phase::Collected, "exceptions", 0},
    {"clean_up", simplify, Phase::Collected, Phase::Collected, "allocation", 0},
    {"finish", finish, Phase::Collected, Phase::Final, "allocation", 0},
};
// clang-format on

}  // namespace

std::span<const Pass> pipeline() {
    return kPipeline;
}

}  // namespace sapwood
