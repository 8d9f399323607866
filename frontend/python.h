// CPython and pybind11, for this folder only, and the few conveniences that all of it uses.
#pragma once

#include <pybind11/pybind11.h>

#include <string>
#include <vector>

namespace sapwood {

namespace py = pybind11;

// The text of a str object as UTF-8; lone surrogates as their three-byte form.
std::string text_of(py::handle str);
// getattr(object, name), or an empty handle where there is no such attribute.
py::object attribute_or_null(py::handle object, const char* name);
// The names that dir(object) lists; none if that fails.
std::vector<std::string> names_in(py::handle object);
// str(value) of a failed operation, for messages; never raises.
std::string describe_error(py::error_already_set& error);

}  // namespace sapwood
