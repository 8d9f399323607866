// Writes what the last round found into Program::annotated.
#pragma once

#include "annotator/engine.h"

namespace sapwood::annotation {

void export_annotations(Engine& engine);

}  // namespace sapwood::annotation
