// The entry of a program: which one it has, and the graph without parameters that runs it.
#pragma once

#include "frontend/cpython_world.h"
#include "frontend/importer.h"

namespace sapwood {

// Sets program.entry; false: a diagnostic says why not.
bool build_entry(CPythonWorld& world, const Imported& imported, const LoadOptions& options);

}  // namespace sapwood
