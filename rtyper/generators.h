// What suspended generators keep: fields of their class, never unset where they are read.
#pragma once

#include "rtyper/rtyper.h"

namespace sapwood {

Value rtype_frame_save(HighLevelOp&);
Value rtype_frame_load(HighLevelOp&);
Value rtype_delegate(HighLevelOp&);

}  // namespace sapwood
