// Programs as .fg text.  print(parse(t)) == t for every printed t.
#pragma once

#include <string>

#include "flowgraph/program.h"

namespace sapwood {

// The whole program: options, files, types, host objects, annotations, prebuilt data and graphs, whatever
// the phase has.  Only what the graphs reach is printed, in an order that does not depend on ids given by
// chance.
std::string print_program(const Program& program);
// One graph, as it stands in a program's text.
std::string print_graph(const Program& program, const FunctionGraph& graph);
// A constant, operand or annotation as text, for messages of checks and tests.
std::string print_constant(const Program& program, ConstantId id);
std::string print_annotation(const Program& program, AnnotationId id);

}  // namespace sapwood
