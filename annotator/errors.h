// Reads the mistakes of the program off a finished round.
#pragma once

#include "annotator/engine.h"

namespace sapwood::annotation {

// One diagnostic per cause: conflicts where they appeared first, and what operations complained about.
// exhausted: the rounds ended before every call site had a copy for its types.
void report_errors(Engine& engine, Diagnostics& diagnostics, bool exhausted);
// What only the rounds before joining can see: attributes that some of the joined classes do not have.
void report_class_errors(Engine& engine, Diagnostics& diagnostics);
// After a round without mistakes, that no value is left without a type: nothing wrong may be translated.
void report_untold(Engine& engine, Diagnostics& diagnostics);

}  // namespace sapwood::annotation
