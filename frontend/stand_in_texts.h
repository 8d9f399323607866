// The modules of runtime/stand_ins as texts; made when Sapwood is built.
#pragma once

#include <span>

namespace sapwood {

struct StandInText {
    const char* name;  // of the module
    const char* text;  // UTF-8
};

std::span<const StandInText> stand_in_texts();

}  // namespace sapwood
