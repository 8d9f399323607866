// Enumerations: their members are made at import, so translated code sees the class as the tuple of its
// members and as two dicts (by value, by name), and members as instances that know their name, value and
// texts.
#pragma once

#include "frontend/ast.h"

namespace sapwood {

// A class of enum.Enum whose members are plain objects: no flags, no members that are ints or texts as well.
bool is_enum_class(py::handle value);
bool is_enum_member(py::handle value);
// What translated code runs in place of functions of the module `enum`, by name; compiled anew at each call.
py::dict enum_functions();
// The function that finds the member of a class by its value; a function for each class, for inference.
py::object enum_by_value(py::handle class_, py::handle functions);
// Attributes of a member, as (name, value).
py::list enum_attributes(py::handle member);

}  // namespace sapwood
