// Boxes: values that say themselves of which type they are, and print themselves.  Exceptions keep their
// arguments in them, erased to GcRef:
//   GcStruct box { str, repr, integer, layout }, extended by `value`
// integer: of an int or bool.  layout: equal numbers mean that the values are laid out alike.  What may be
// None is boxed as None or as what it is; a Number as one of its types.
#pragma once

#include "rtyper/rtyper.h"

namespace sapwood {

// The value of a box as a value of r; RuntimeError where it is none.
Value unbox(LLOps&, Value box, Repr& r);
// Whether the value in a box is an instance of one of these classes.  -> Bool
Value boxed_is_instance(HighLevelOp&, Value box, const std::vector<ObjectId>& classes);
// Whether the value in a box equals v, a value of r.  -> Bool
Value boxed_equals(LLOps&, Value box, Repr& r, Value v);

}  // namespace sapwood
