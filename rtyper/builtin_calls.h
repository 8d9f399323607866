// Built-in functions whose types depend on their arguments.  hop's operand 0 is the callee.
#pragma once

#include "rtyper/repr.h"

namespace sapwood {

// builtin_print.cpp
Value rtype_print(HighLevelOp&);
Value rtype_input(HighLevelOp&);
Value rtype_open(HighLevelOp&);
// builtin_sequences.cpp
Value rtype_range(HighLevelOp&);
Value rtype_list(HighLevelOp&);
Value rtype_dict(HighLevelOp&);
Value rtype_set(HighLevelOp&);  // set, frozenset
Value rtype_tuple(HighLevelOp&);
Value rtype_sorted(HighLevelOp&);
Value rtype_lazy(HighLevelOp&);  // enumerate, zip, map, filter, reversed
Value rtype_fromkeys(HighLevelOp&);
Value rtype_bytes(HighLevelOp&);
Value rtype_str_of_bytes(HighLevelOp&);
// builtin_folds.cpp
Value rtype_min(HighLevelOp&);
Value rtype_max(HighLevelOp&);
Value rtype_sum(HighLevelOp&);
Value rtype_any(HighLevelOp&);
Value rtype_all(HighLevelOp&);
// builtin_format.cpp
Value rtype_format_call(HighLevelOp&);
Value rtype_ascii(HighLevelOp&);
Value rtype_round(HighLevelOp&);
// Texts (Ptr(str)) one after the other.
Value concat_texts(LLOps&, const std::vector<Value>& texts);

}  // namespace sapwood
