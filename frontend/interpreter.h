// The embedded CPython: one per process, started when first needed, never finalised.
#pragma once

#include <string>

#include "frontend/python.h"

namespace sapwood {

class SourceRegistry;

// Starts the interpreter as `python3` would start, but without signal handlers and frozen modules.  Throws
// std::runtime_error if modules on PYTHONPATH or the like keep its own library from working.
void start_interpreter();

// A module of the standard library that the front end itself uses.  It need not be in sys.modules, where the
// program may have a module of its own under this name.
py::module_ library_module(const char* name);

// Who hears of the texts that `compile` and `exec` see; nullptr: nobody.
void set_compile_listener(SourceRegistry* listener);
// Called when the program calls input(); nullptr: nobody.
void set_input_listener(void (*listener)());

// Whether code with this co_filename is the user's: not the standard library's and not made by CPython.
bool is_user_path(const std::string& path);

}  // namespace sapwood
