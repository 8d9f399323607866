// What a misspelt name was probably meant to be, for the note "did you mean".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sapwood {

// The one among `known` with the fewest edits from `wanted`, the first of equals; empty if none is near.  An
// edit is a letter put in, left out or replaced, or two neighbours exchanged (the distance of Damerau, 1964,
// in the form that edits no place twice); near is at most one edit in each three letters of `wanted`. Letters
// are bytes, and a change of case alone is no edit.  Names of the form `__x__` and private ones are offered
// only for names that begin alike.
std::string nearest_name(std::string_view wanted, const std::vector<std::string>& known);

}  // namespace sapwood
