// The last clean-up before a back end.
// Needs: phase Collected.  Leaves: phase Final; no graph that is not reached.
#include "transforms/transforms.h"

namespace sapwood {

size_t finish(Program& program) {
    program.roots.clear();  // those that are needed are called by now
    program.catch_all = {};
    return remove_unreached_graphs(program);
}

}  // namespace sapwood
