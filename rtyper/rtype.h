// Types graphs to the low level: phase Annotated to TypedLL.
#pragma once

#include "flowgraph/host_world.h"

namespace sapwood {

// Rewrites every reached graph in terms of low-level operations and types, adds the graphs of the
// low-level helpers that they call, and lays out prebuilt objects as static data.  Afterwards the graphs
// refer to no host objects or annotations; program.host keeps the answers that were recorded.  false:
// diagnostics say why.
bool rtype(Program& program, HostWorld& world, Diagnostics& diagnostics);

}  // namespace sapwood
