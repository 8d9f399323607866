// Scalars: int, float, bool, None and the tagged Number.
#pragma once

#include "rtyper/repr.h"

namespace sapwood {

// Tags a numeric annotation can have: bits 1 << NumberTag; 0 for what is not numeric.
uint8_t number_tags(const Annotation& s);

// Arithmetic and comparison of bool, int and float operands, by hop.op; an invalid Value where an operand is
// something else.
Value rtype_plain_arithmetic(HighLevelOp&);
Value rtype_plain_compare(HighLevelOp&);
// The same where an operand or the result is a Number.
Value rtype_number_arithmetic(HighLevelOp&);
Value rtype_number_compare(HighLevelOp&);
// `is` of numeric operands of several types.
Value rtype_number_is(HighLevelOp&);
// A numeric value as a Number.
Value to_number(LLOps&, Value, Repr& from);

}  // namespace sapwood
