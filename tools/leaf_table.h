// The runtime's leaf routines for the graph interpreter.
#pragma once

#include "flowgraph/interp.h"

namespace sapwood {

// Every row of runtime/leaf.def.  The first call starts the runtime (hash seed, collector).
LeafTable runtime_leaves();

}  // namespace sapwood
