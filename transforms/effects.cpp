// Whole-program facts about graphs.
#include "transforms/effects.h"

#include <algorithm>

#include "flowgraph/allocation.h"
#include "transforms/exception_classes.h"

namespace sapwood {
namespace {

bool leaves_graph(const Program& program, const FunctionGraph& graph, const std::vector<char>& raising) {
    for (BlockId id : graph.reachable_blocks()) {
        const Block& block = graph.blocks[id];
        for (const Link& link : block.links) {
            if (link.target != graph.excepts) continue;
            bool reraises = link.exception.valid();  // counts only if the operation raises, see below
            if (!reraises) return true;
        }
        for (size_t i = 0; i < block.operations.size(); i++) {
            if (!can_raise(program, raising, block.operations[i])) continue;
            bool handled = block.exit == ExitKind::raising && i + 1 == block.operations.size();
            if (!handled || !catches_everything(program, block)) return true;
            for (const Link& link : block.links)
                if (link.target == graph.excepts) return true;
        }
    }
    return false;
}

}  // namespace

bool catches_everything(const Program& program, const Block& block) {
    if (block.exit != ExitKind::raising) return false;
    for (size_t i = 1; i < block.links.size(); i++)
        if (exception_range(program, block.links[i].exit_case).everything) return true;
    return false;
}

std::vector<GraphId> callees(const Program& program, const Operation& operation) {
    if (operation.op == Op::direct_call) return {program.constants[operation.args[0].constant()].graph};
    if (operation.op == Op::indirect_call) return program.constants[operation.args[1].constant()].graphs;
    return {};
}

std::vector<GraphId> called_graphs(const Program& program, const FunctionGraph& graph) {
    std::vector<GraphId> result;
    for (BlockId block : graph.reachable_blocks())
        for (const Operation& operation : graph.blocks[block].operations)
            for (GraphId callee : callees(program, operation))
                if (program.alive(callee)) result.push_back(callee);
    return result;
}

// Strongly connected components after Tarjan, with a stack of our own.
std::vector<char> recursive_graphs(const Program& program) {
    constexpr uint32_t kNew = UINT32_MAX;
    struct Step {
        GraphId graph;
        std::vector<GraphId> calls;
        size_t next = 0;
    };
    std::vector<char> recursive(program.graph_count(), 0), open(program.graph_count(), 0);
    std::vector<uint32_t> number(program.graph_count(), kNew), lowest(program.graph_count(), kNew);
    std::vector<GraphId> component;
    std::vector<Step> stack;
    uint32_t count = 0;
    auto enter = [&](GraphId id) {
        number[id.index] = lowest[id.index] = count++;
        open[id.index] = 1;
        component.push_back(id);
        stack.push_back({id, called_graphs(program, program.graph(id))});
    };
    for (GraphId root : program.graphs()) {
        if (number[root.index] != kNew) continue;
        enter(root);
        while (!stack.empty()) {
            Step& top = stack.back();
            GraphId id = top.graph;
            if (top.next < top.calls.size()) {
                GraphId callee = top.calls[top.next++];
                if (callee == id) recursive[id.index] = 1;
                if (number[callee.index] == kNew)
                    enter(callee);
                else if (open[callee.index])
                    lowest[id.index] = std::min(lowest[id.index], number[callee.index]);
                continue;
            }
            stack.pop_back();
            if (!stack.empty()) {
                uint32_t& above = lowest[stack.back().graph.index];
                above = std::min(above, lowest[id.index]);
            }
            if (lowest[id.index] != number[id.index]) continue;
            bool several = component.back() != id;
            while (true) {
                GraphId member = component.back();
                component.pop_back();
                open[member.index] = 0;
                if (several) recursive[member.index] = 1;
                if (member == id) break;
            }
        }
    }
    return recursive;
}

bool can_raise(const Program& program, const std::vector<char>& raising, const Operation& operation) {
    switch (operation.op) {
        case Op::direct_call:
        case Op::indirect_call: {
            for (GraphId callee : callees(program, operation))
                if (!program.alive(callee) || raising[callee.index]) return true;
            return false;
        }
        case Op::malloc_varsize: return !allocates_surely(program, operation);
        default: return may_raise(operation.op);
    }
}

std::vector<char> blocks_that_raise(const FunctionGraph& graph) {
    std::vector<char> cold(graph.blocks.size(), 0);
    cold[graph.excepts.index] = 1;
    std::vector<BlockId> order = graph.reachable_blocks();
    for (bool changed = true; changed;) {
        changed = false;
        for (auto id = order.rbegin(); id != order.rend(); ++id) {
            const std::vector<Link>& links = graph.blocks[*id].links;
            if (cold[id->index] || links.empty()) continue;
            bool all = std::ranges::all_of(links, [&](const Link& link) { return cold[link.target.index]; });
            cold[id->index] = all;
            changed |= all;
        }
    }
    cold[graph.excepts.index] = 0;  // it is no block that could be moved
    return cold;
}

// The least fixpoint: nothing raises until something says so.
std::vector<char> graphs_that_raise(const Program& program) {
    std::vector<char> raising(program.graph_count(), 0);
    for (bool changed = true; changed;) {
        changed = false;
        for (GraphId id : program.graphs()) {
            if (raising[id.index] || !leaves_graph(program, program.graph(id), raising)) continue;
            raising[id.index] = 1;
            changed = true;
        }
    }
    return raising;
}

}  // namespace sapwood
