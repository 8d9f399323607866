// What suspended generators keep: fields of their class, never unset where they are read.
#pragma once

#include "rtyper/rtyper.h"

namespace sapwood {

struct ClassInfo;

// What the repr of generators of this class calls them; nullopt: it is not a generator's class.
std::optional<std::string> generator_name(RTyper&, ClassInfo& c);

// Whether the yield in front of a frame_load is reached, so that there is something to load.
bool generator_keeps(HighLevelOp&);
Value rtype_frame_save(HighLevelOp&);
Value rtype_frame_load(HighLevelOp&);
Value rtype_delegate(HighLevelOp&);

}  // namespace sapwood
