// Definite assignment: which attributes every instance of a class has from the moment that others can see it.
#pragma once

#include <set>
#include <string>

#include "annotator/engine.h"

namespace sapwood::annotation {

// Attributes that `__init__` of the class stores on every way, before self escapes and before it reads them.
std::set<std::string> definitely_assigned(Engine& engine, uint32_t class_index);

}  // namespace sapwood::annotation
