// Types, static data, type descriptors and prototypes as C text.
#pragma once

#include <string>

#include "backends/c/names.h"

namespace sapwood {

// Struct and function types, in an order that C accepts.
std::string c_types(const Program& program, const Database& database, const CNames& names);
// Declarations of all static data; `storage` is "static " or "extern ".
std::string c_data_declarations(const Program& program, const Database& database, const CNames& names,
                                const char* storage);
// Definitions of all static data.  They are mutable unless their type is immutable.
std::string c_data(const Program& program, const Database& database, const CNames& names,
                   const char* storage);
// sw_types: a descriptor of every type that is allocated.
std::string c_descriptors(const Program& program, const Database& database, const CNames& names);
// `static int64_t py_f(int64_t n)`, without the body or semicolon.
std::string c_prototype(const Program& program, const CNames& names, const FunctionGraph& graph,
                        const char* storage, const std::vector<std::string>& parameter_names);

}  // namespace sapwood
