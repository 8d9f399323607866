// Makes allocation the collector's: bdwgc needs no write barriers and no roots, so only malloc changes.  The
// back end takes pointer-free memory for types without GC pointers, and emits a descriptor for every type.
// Needs: phase Raised.  Leaves: phase Collected; no malloc.
#include "transforms/transforms.h"

namespace sapwood {

size_t transform_allocation(Program& program) {
    size_t changes = 0;
    for (GraphId id : program.graphs())
        for (Block& block : program.graph(id).blocks)
            for (Operation& operation : block.operations) {
                if (operation.op == Op::malloc)
                    operation.op = Op::gc_malloc;
                else if (operation.op == Op::malloc_varsize)
                    operation.op = Op::gc_malloc_varsize;
                else
                    continue;
                changes++;
            }
    return changes;
}

}  // namespace sapwood
