// Comparison of values whose types differ: `[1, 2] == [1.0, 2.0]`, `(1, 2) in pairs_of_floats`, `words > []`.
#pragma once

#include "rtyper/repr.h"

namespace sapwood {

// Whether a (of left) and b (of right) are equal, as containers ask it: what is identical is equal, then
// `==`. Containers are compared item by item, each pair by the reprs of both sides; values of kinds that have
// nothing in common are unequal unless both are None.  -> Bool
Value ll_equal(LLOps&, Repr& left, Value a, Repr& right, Value b);

// Whether a (of left) is less than b (of right), items of lists included; what has no order is diagnosed.  ->
// Bool
Value ll_less(LLOps&, Repr& left, Value a, Repr& right, Value b);

// A value to be compared with the items of a container.
struct Comparand {
    Value value;           // in its stored form
    Value equal;           // function (stored item, value) -> Bool
    Repr* repr = nullptr;  // what the value is of: the items' repr where it converts to that
};
// Operand i, to be compared with items of r_item.
Comparand comparand(HighLevelOp&, uint32_t i, Repr& r_item);

}  // namespace sapwood
