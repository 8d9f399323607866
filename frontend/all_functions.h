// Flow graphs for every function of one module, whether or not anything would ever call it.
#pragma once

#include <string>

#include "frontend/cpython_world.h"
#include "frontend/function_census.h"

namespace sapwood {

// Imports the module of a file under its own name, as `import` would, and leaves it in sys.modules.  Throws
// what the import raises; an empty handle: another file has the name.
py::object import_file(const std::string& path);

// Builds and verifies the graphs.
FunctionCensus take_census(CPythonWorld& world, SourceUnit& unit, const py::object& module);

}  // namespace sapwood
