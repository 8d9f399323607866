// Functions with a `**keywords` parameter.
#pragma once

#include <string>
#include <vector>

#include "flowgraph/program.h"

namespace sapwood::annotation {

// In a shape of call_args, the name of the operand that is `**mapping`.
inline constexpr const char* kMapping = "**";

// The graph of a function whose last parameter is `**keywords`, for calls that give it just these names: a
// parameter for each takes the place of the mapping.  Where the body hands the mapping on (`f(**keywords)`)
// or reads it by names known now, it uses those; for anything else it makes a dict of them.
FunctionGraph with_keywords(Program& program, const FunctionGraph& graph,
                            const std::vector<std::string>& names);

}  // namespace sapwood::annotation
