// Brings a program into the form that printing and parsing it would give: graphs, blocks and variables
// numbered in printing order, unreachable things gone, side tables following.  Run at every stage border, so
// that going on from a saved .fg and going on in memory are the same computation.
#pragma once

#include "flowgraph/program.h"

namespace sapwood {

void renumber(Program& program);

}  // namespace sapwood
