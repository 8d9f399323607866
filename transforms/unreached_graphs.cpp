// Removes graphs that neither the entry nor a root reaches through constants.
// Needs: phase Typed or later.  Leaves: only reached graphs.
#include <deque>

#include "transforms/rewrite.h"
#include "transforms/transforms.h"

namespace sapwood {
namespace {

struct Reacher {
    const Program& program;
    std::vector<char> graphs, prebuilt, constants;
    std::vector<GraphId> work;
    std::vector<PrebuiltId> data;

    explicit Reacher(const Program& p)
        : program(p), graphs(p.graph_count()), prebuilt(p.prebuilt.size()), constants(p.constants.size()) {}

    void reach(GraphId id) {
        if (!id.valid() || !program.alive(id) || graphs[id.index]) return;
        graphs[id.index] = 1;
        work.push_back(id);
    }

    void reach(ConstantId id) {
        if (constants[id.index]) return;
        constants[id.index] = 1;
        const Constant& constant = program.constants[id];
        if (constant.kind == ConstantKind::function) reach(constant.graph);
        if (constant.kind != ConstantKind::pointer || prebuilt[constant.prebuilt.index]) return;
        prebuilt[constant.prebuilt.index] = 1;
        data.push_back(constant.prebuilt);
    }

    void run() {
        while (!work.empty() || !data.empty()) {
            if (!data.empty()) {
                PrebuiltId id = data.back();
                data.pop_back();
                for (ConstantId value : program.prebuilt[id].values) reach(value);
                continue;
            }
            const FunctionGraph& graph = program.graph(work.back());
            work.pop_back();
            for (BlockId id : graph.reachable_blocks()) {
                const Block& block = graph.blocks[id];
                each_use(block, [&](Value value) {
                    if (value.is_constant()) reach(value.constant());
                });
                for (const Link& link : block.links)
                    if (link.exit_case.valid()) reach(link.exit_case);
            }
        }
    }
};

}  // namespace

size_t remove_unreached_graphs(Program& program) {
    Reacher reacher(program);
    reacher.reach(program.entry);
    for (const auto& [role, id] : program.roots) reacher.reach(id);
    if (!program.entry.valid() && program.roots.empty())  // a text of loose graphs, for tests
        for (GraphId id : program.graphs()) reacher.reach(id);
    reacher.run();
    // Indirect calls keep listing only what is left: a graph whose pointer nobody has is never called.
    for (GraphId id : program.graphs()) {
        if (!reacher.graphs[id.index]) continue;
        for (Block& block : program.graph(id).blocks)
            for (Operation& operation : block.operations) {
                if (operation.op != Op::indirect_call) continue;
                std::vector<GraphId> left;
                const Constant& graphs = program.constants[operation.args[1].constant()];
                for (GraphId target : graphs.graphs)
                    if (program.alive(target) && reacher.graphs[target.index]) left.push_back(target);
                if (left.size() != graphs.graphs.size()) operation.args[1] = program.constants.graphs(left);
            }
    }
    size_t removed = 0;
    for (GraphId id : program.graphs()) {
        if (reacher.graphs[id.index]) continue;
        program.remove_graph(id);
        removed++;
    }
    return removed;
}

}  // namespace sapwood
