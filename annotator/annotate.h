// Whole-program type inference from the entry: phase Flow to Annotated.
#pragma once

#include <memory>
#include <vector>

#include "flowgraph/host_world.h"

namespace sapwood {

// Infers annotations for everything reachable from program.entry, makes the copies of functions, classes
// and containers that differing uses need, and fills program.annotated.  false: diagnostics say why.
bool annotate(Program& program, HostWorld& world, Diagnostics& diagnostics);

// Annotates low-level helpers one call at a time, for the rtyper (the program is past annotation).  A helper
// is copied per tuple of argument annotations (constants included: types and functions are constants to
// helpers); what it calls is annotated with it.
class HelperAnnotator {
  public:
    HelperAnnotator(Program& program, HostWorld& world, Diagnostics& diagnostics);
    ~HelperAnnotator();

    struct Result {
        GraphId graph;        // annotated copy; new or made before
        AnnotationId result;  // what it returns
    };
    // Arguments: ptr, ll_primitive, integer, floating, boolean, ll_type, and constants (function constants
    // of already typed graphs have kind ll pointers to Func with a constant).
    Result annotate(ObjectId helper, const std::vector<AnnotationId>& args);
    // Graphs annotated since the last call: the rtyper types them next.
    std::vector<GraphId> take_new_graphs();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sapwood
