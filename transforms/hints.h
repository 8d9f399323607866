// What costs speed in a program that is translated to its end, told to its author: `check --hints`.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "flowgraph/diagnostics.h"
#include "flowgraph/program.h"

namespace sapwood {

// A variable that holds numbers of several types (None counts as one).
struct MixedNumber {
    std::string name;  // as the source calls it: "total", ".ratio"; may be empty
    uint8_t tags = 0;  // bit 1 << NumberTag for each
    struct Origin {
        uint8_t tags = 0;
        Location location;
        bool constant = false;  // a constant, whose own place is not known: it comes in at this one
    };
    std::vector<Origin> origins;  // where single types come from, one each, if known
};

using PlaceInFile = std::tuple<FileId, int, int, int, int>;
PlaceInFile place_in_file(const Location& location);

// By the place of the operation that has one as operand or result; of operands, the first.
using MixedNumbers = std::map<PlaceInFile, MixedNumber>;

// Needs: phase Annotated; later phases know nothing of it.
MixedNumbers mixed_numbers(const Program& program);
// "int or float" for the tags of a number.
std::string names_of_tags(uint8_t tags);

// Gives one hint per line of source and kind of cost for what is left in loops, in functions that are called
// from loops, and in recursive ones.  What stands in code that is not the program's is told where the program
// calls it, if it was inlined there, and else not at all. Needs: phase Final.  is_programs: whether a source
// file belongs to the program.
void give_hints(const Program& program, const MixedNumbers& numbers,
                const std::function<bool(const std::string& path)>& is_programs, Diagnostics& diagnostics);

}  // namespace sapwood
