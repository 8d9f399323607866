// Generators as ordinary classes.
//
// A generator function becomes two things: a graph of its own, which makes the generator and saves the
// arguments in it, and a class of its own, whose `__next__` is the function's body, split at its yields.  All
// such classes have the base `generator`, so that different generators that meet in one variable have that in
// common.  What lives at a yield is saved in the generator by `frame_save`, under a name of its own for each
// yield: the annotator sees attributes, whose types are what is saved, and nothing else that is new.
//
// Attributes that all generators have:
//   state    where it is: 0 not started, 1.. at that yield, kRunning, kFinished
//   sent     what the yield gives when the generator goes on; None unless send() was called
//   thrown   what is raised there instead; None unless throw() or close() was called
//   result   what the body has returned
// `send`, `throw` and `close` set one of these and call `__next__`.
#pragma once

#include <string>

#include "flowgraph/program.h"

namespace sapwood {

inline constexpr int64_t kGeneratorRunning = -1, kGeneratorFinished = -2;

// The attribute that keeps an argument until the body starts.
std::string argument_attribute(size_t index, const std::string& name);

// Turns the body of a generator, whose inputs are the generator and the function's own, into `__next__`,
// whose one input is the generator: a `yield_` saves and returns, and a dispatch on the state goes on behind
// it. Needs: the form of graph.h.  Leaves: SSA form.
void split_at_yields(Program& program, FunctionGraph& graph);

}  // namespace sapwood
