// What the reprs of containers and text make once per program.
#pragma once

#include <map>
#include <string>

#include "flowgraph/ids.h"

namespace sapwood {

class Repr;

struct ContainerCaches {
    std::map<std::string, ConstantId> texts;      // static text
    std::map<LLTypeId, ConstantId> empty_arrays;  // by array type
    std::map<Repr*, Repr*> lists;                 // list reprs that no annotation asked for, by item
    std::map<Repr*, Repr*> sets;                  // set reprs, likewise
    std::map<std::string, ConstantId> streams;    // "stdin", "stdout", "stderr"
    ConstantId repr_stack;                        // containers being printed
    ConstantId argv;
};

}  // namespace sapwood
