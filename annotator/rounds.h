// From what one round found to the plan of the next.
#pragma once

#include "annotator/engine.h"

namespace sapwood::annotation {

// Splits functions whose call sites differ in the shapes of their arguments, makes functions and classes
// sensitive to their sites where values of several types meet in what they make, and merges copies that
// proved equal. false: the plan stays as it is.
bool plan_next_round(Engine& engine, Plan& plan);

// When the plan stands: functions that call themselves with arguments of several types become structural; the
// rounds begin anew.  false: there are none.
bool find_walks_over_types(Engine& engine, Plan& plan);

// Joined rounds: cells and class copies that met become one.  false: nothing met.
bool join_what_met(Engine& engine, Plan& plan);

}  // namespace sapwood::annotation
