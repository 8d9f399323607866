// Low-level values and operations in helpers.
#pragma once

#include "rtyper/repr.h"

namespace sapwood {

// A call of an operation of lowlevel/ll.py: name is the one after "ll.".
Value rtype_ll_operation(std::string_view name, HighLevelOp&);

}  // namespace sapwood
