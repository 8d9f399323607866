// Puts a stack_check where recursion must pass: at the start of graphs that a call from below reaches again.
// Needs: phase Typed, after inlining.  Leaves: every cycle of the call graph has a check.
#include "transforms/effects.h"
#include "transforms/transforms.h"

namespace sapwood {
namespace {

// Graphs that some call reaches while they are on the depth-first stack: without them there is no cycle.
struct CycleFinder {
    const Program& program;
    std::vector<char> state;  // 0 new, 1 on the stack, 2 done
    std::vector<char> reentered;

    void search(GraphId root) {
        struct Step {
            GraphId graph;
            std::vector<GraphId> calls;
            size_t next = 0;
        };
        std::vector<Step> stack;
        auto enter = [&](GraphId id) {
            state[id.index] = 1;
            stack.push_back({id, called_graphs(program, program.graph(id))});
        };
        enter(root);
        while (!stack.empty()) {
            Step& top = stack.back();
            if (top.next == top.calls.size()) {
                state[top.graph.index] = 2;
                stack.pop_back();
                continue;
            }
            GraphId callee = top.calls[top.next++];
            if (state[callee.index] == 1) reentered[callee.index] = 1;
            if (state[callee.index] == 0) enter(callee);
        }
    }
};

}  // namespace

size_t add_stack_checks(Program& program) {
    CycleFinder finder{program, std::vector<char>(program.graph_count(), 0),
                       std::vector<char>(program.graph_count(), 0)};
    for (GraphId id : program.graphs())
        if (finder.state[id.index] == 0) finder.search(id);
    size_t changes = 0;
    for (GraphId id : program.graphs()) {
        if (!finder.reentered[id.index]) continue;
        FunctionGraph& graph = program.graph(id);
        std::vector<Operation>& operations = graph.blocks[graph.start].operations;
        // No place: CPython refuses the call before there is a frame.
        operations.insert(operations.begin(), {Op::stack_check, {}, graph.new_variable("", kVoid), {}});
        changes++;
    }
    return changes;
}

}  // namespace sapwood
