// What a program's C text consists of: everything reachable from the entry, in the order it is found.
#pragma once

#include <unordered_map>
#include <vector>

#include "flowgraph/program.h"

namespace sapwood {

struct Database {
    std::vector<GraphId> graphs;       // the entry first
    std::vector<PrebuiltId> prebuilt;  // those that stand alone
    std::vector<LLTypeId> aggregates;  // structs and arrays; what is inlined comes before where
    std::vector<LLTypeId> functions;   // function types that pointers to functions have
    std::vector<LLTypeId> allocated;   // gc types that some operation allocates
};

// Walks operations, constants, static data and types.
Database collect(const Program& program);

// The array that a pointer's target is or ends in; invalid if there is none.
LLTypeId array_in(const TypeTable& types, LLTypeId aggregate);
// Whether values of this type contain GC pointers.
bool has_gc_pointers(const TypeTable& types, LLTypeId type);

}  // namespace sapwood
