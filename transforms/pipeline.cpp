// The order of passes, from typed graphs to what back ends take.
#include "transforms/pipeline.h"

#include "transforms/transforms.h"

namespace sapwood {
namespace {

constexpr Pass kPipeline[] = {
    // name                 function                 needs             leaves           after from -O
    {"remove_unreached", remove_unreached_graphs, Phase::TypedLL, Phase::TypedLL, "", 0},
    {"simplify", simplify, Phase::TypedLL, Phase::TypedLL, "", 1},
    {"stack_checks", add_stack_checks, Phase::TypedLL, Phase::TypedLL, "", 0},
    {"exceptions", transform_exceptions, Phase::TypedLL, Phase::Raised, "stack_checks", 0},
    {"allocation", transform_allocation, Phase::Raised, Phase::Collected, "exceptions", 0},
    {"clean_up", simplify, Phase::Collected, Phase::Collected, "allocation", 1},
    {"finish", finish, Phase::Collected, Phase::Final, "allocation", 0},
};

}  // namespace

std::span<const Pass> pipeline() {
    return kPipeline;
}

}  // namespace sapwood
