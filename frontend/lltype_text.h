// Low-level types of the marker objects in rtyper/lowlevel/ll.py.
#pragma once

#include "flowgraph/program.h"
#include "frontend/python.h"

namespace sapwood {

// The type that an object with `_sapwood_lltype_` stands for; structs are defined on the way.
LLTypeId low_level_type(Program& program, py::handle marker);

}  // namespace sapwood
