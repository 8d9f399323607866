// Checks operations against their signatures in ops.def and against the types they touch.
#pragma once

#include <string>

#include "flowgraph/program.h"

namespace sapwood {

// Empty if operands and result are of the kinds that the table asks for, else what is wrong.
std::string match_signature(const Program& program, const FunctionGraph& graph, const Operation& op);
// Empty if fields, items and callees that the operation touches exist and have the types used (typed phases;
// the signature matches).
std::string match_structure(const Program& program, const FunctionGraph& graph, const Operation& op);

// The type that a path of field names and indexes leads to, from a pointer; nullopt: it leads nowhere.
std::optional<LLTypeId> interior_type(const Program& program, LLTypeId pointer, const Value* path,
                                      size_t length);
// What reading a field or item of this type gives: Signed for the storage types.
LLTypeId value_type_of_storage(LLTypeId type);

}  // namespace sapwood
