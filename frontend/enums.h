// Enumerations: their members are made at import, so translated code sees the class as the tuple of its
// members and as two dicts (by value, by name), and members as instances that know their name, value and
// texts.
#pragma once

#include "frontend/ast.h"

namespace sapwood {

// A class of enum.Enum that is no flag, and whose members are plain objects, or ints or texts as well.
bool is_enum_class(py::handle value);
// int or str where the members of this class are that as well; else empty.
py::object value_type(py::handle class_);
// A class of enum.Flag, for which a class of runtime/stand_ins/flags.py stands in.
bool is_flag_class(py::handle value);
// The enumeration, flags included, that a class is or stands in for; empty: none.
py::object enumeration_of(py::handle value);
// Whether the library has copied what a class has under this name from a class of its own.
bool is_enum_copy(py::handle class_, const std::string& name, py::handle value);
// Whether a class that members inherit from is the library's: of enum, or built in.
bool is_enum_library(py::handle class_);
bool is_enum_member(py::handle value);
// What translated code runs in place of functions of the module `enum`, by name; compiled anew at each call.
py::dict enum_functions();
// The function of these that members of the class have in place of the library's; empty if there is none.
py::object enum_function(py::handle class_, py::handle functions, const std::string& name);
// The function that finds the member of a class by its value; a function for each class, for inference.
py::object enum_by_value(py::handle class_, py::handle functions);
// The function that says whether a class has a member: what `in` means, also to values of other kinds.
py::object enum_contains(py::handle class_, py::handle functions);
// Attributes of a member, as (name, value).
py::list enum_attributes(py::handle member);

}  // namespace sapwood
