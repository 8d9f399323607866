// The one place that orders passes.
#pragma once

#include <span>

#include "flowgraph/passes.h"

namespace sapwood {

// From TypedLL to Final.
std::span<const Pass> pipeline();

}  // namespace sapwood
