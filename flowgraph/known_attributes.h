// Names of class attributes that no class has, but that the import-time world answers.
#pragma once

namespace sapwood {

// The text that `repr` shows of the class; missing where a metaclass of the program says it.
inline constexpr const char* kClassText = "_sapwood_text_";

}  // namespace sapwood
