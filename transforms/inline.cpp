// Inlines small callees, callees first, so that what is inlined is simplified already.  Calls through
// constant function pointers, and indirect calls with one possible target, become direct calls on the way.
// Needs: phase Typed.  Leaves: the same; graphs that nobody calls any more stay until remove_unreached.
#include <algorithm>

#include "transforms/effects.h"
#include "transforms/inline_call.h"
#include "transforms/rewrite.h"
#include "transforms/transforms.h"

namespace sapwood {
namespace {

// Weights are estimates of machine instructions, and the limits are chosen by hand: they have not been
// measured one by one.
constexpr int kCallWeight = 6, kMallocWeight = 4, kCheckedWeight = 2, kPlainWeight = 1;
constexpr int kSmall = 30;          // a user function this small is always worth it
constexpr int kSmallHelper = 30;    // helpers are specialised for their caller more often
constexpr int kOnlyCall = 120;      // a helper that is called once
constexpr int kLargeCaller = 3000;  // such a graph does not grow further
constexpr int kRounds = 6;

int weight_of(const Operation& operation) {
    switch (operation.op) {
        case Op::same_as:
        case Op::cast_pointer:
        case Op::getsubstruct: return 0;
        case Op::direct_call:
        case Op::indirect_call:
        case Op::leaf_call: return kCallWeight;
        case Op::malloc:
        case Op::malloc_varsize: return kMallocWeight;
        default: return may_raise(operation.op) ? kCheckedWeight : kPlainWeight;
    }
}

int weight_of(const FunctionGraph& graph) {
    int weight = 0;
    std::vector<char> cold = blocks_that_raise(graph);
    for (BlockId id : graph.reachable_blocks()) {
        const Block& block = graph.blocks[id];
        int block_weight = 0;
        for (const Operation& operation : block.operations) block_weight += weight_of(operation);
        // What ends in a raise costs size only.
        weight += cold[id.index] ? std::min(block_weight, 3) : block_weight;
        if (block.links.size() > 1) weight += kPlainWeight;
    }
    return weight;
}

struct Driver {
    Program& program;
    std::vector<char> raising, recursive;
    std::vector<int> weights;       // by GraphId; -1: not known
    std::vector<int8_t> catching;   // by GraphId; -1: not known
    std::vector<int> call_count;    // by GraphId: direct calls in the program
    std::vector<char> cold_blocks;  // of the graph that is being looked at, as far as it has been asked for
    size_t changes = 0;

    explicit Driver(Program& p)
        : program(p),
          raising(graphs_that_raise(p)),
          recursive(recursive_graphs(p)),
          weights(p.graph_count(), -1),
          catching(p.graph_count(), -1),
          call_count(p.graph_count(), 0) {
        for (GraphId id : program.graphs()) count_calls(program.graph(id));
    }

    void count_calls(const FunctionGraph& graph) {
        for (BlockId id : graph.reachable_blocks())
            for (const Operation& operation : graph.blocks[id].operations)
                if (operation.op == Op::direct_call)
                    call_count[program.constants[operation.args[0].constant()].graph.index]++;
    }

    // Inlined, an exception that such a function catches would have the caller's frame in its traceback.
    bool catches(GraphId id) {
        int8_t& known = catching[id.index];
        if (known < 0) {
            const FunctionGraph& graph = program.graph(id);
            known = std::ranges::any_of(graph.reachable_blocks(), [&](BlockId block) {
                return graph.blocks[block].exit == ExitKind::raising;
            });
        }
        return known;
    }

    int weight(GraphId id) {
        if (weights[id.index] < 0) weights[id.index] = weight_of(program.graph(id));
        return weights[id.index];
    }

    bool worth_inlining(const FunctionGraph& caller, BlockId block, int caller_weight,
                        const Operation& operation) {
        if (operation.op != Op::direct_call) return false;
        GraphId id = program.constants[operation.args[0].constant()].graph;
        if (!program.alive(id) || id == caller.id) return false;
        const FunctionGraph& callee = program.graph(id);
        if (callee.no_inline || recursive[id.index]) return false;
        if (is_root(id)) return false;
        if (callee.always_inline) return true;
        if (caller.cold || is_cold(caller, block)) return false;
        if (caller_weight > kLargeCaller) return false;
        int size = weight(id);
        if (!callee.low_level && catches(id)) return false;
        if (callee.low_level && call_count[id.index] == 1 && size <= kOnlyCall) return true;
        return size <= (callee.low_level ? kSmallHelper : kSmall);
    }

    bool is_root(GraphId id) const {
        return std::ranges::any_of(program.roots, [&](const auto& root) { return root.second == id; });
    }

    // Calls in blocks that raise stay calls.
    bool is_cold(const FunctionGraph& caller, BlockId block) {
        if (cold_blocks.size() <= block.index) cold_blocks = blocks_that_raise(caller);
        return cold_blocks[block.index];
    }

    // ---- Indirect calls with one target

    bool make_direct(Operation& operation) {
        if (operation.op != Op::indirect_call) return false;
        GraphId target;
        if (operation.args[0].is_constant()) {
            const Constant& pointer = program.constants[operation.args[0].constant()];
            if (pointer.kind != ConstantKind::function) return false;
            target = pointer.graph;
        } else {
            const Constant& graphs = program.constants[operation.args[1].constant()];
            if (graphs.graphs.size() != 1) return false;
            target = graphs.graphs[0];
        }
        if (!program.alive(target) || !same_signature(program.graph(target), operation)) return false;
        operation.op = Op::direct_call;
        operation.args.erase(operation.args.begin() + 1);
        operation.args[0] = program.constants.function(target, pointer_to(target));
        return true;
    }

    LLTypeId pointer_to(GraphId id) {
        const FunctionGraph& graph = program.graph(id);
        std::vector<LLTypeId> args;
        for (VariableId parameter : graph.parameters()) args.push_back(graph.variables[parameter].type);
        return program.types.pointer_to(program.types.function(std::move(args), result_type(graph)));
    }

    const FunctionGraph* in_graph = nullptr;  // whose operations are being looked at
    bool same_signature(const FunctionGraph& target, const Operation& operation) const {
        if (target.parameters().size() + 2 != operation.args.size()) return false;
        if (result_type(target) != in_graph->variables[operation.result].type) return false;
        for (size_t i = 0; i < target.parameters().size(); i++)
            if (target.variables[target.parameters()[i]].type !=
                type_of(program, *in_graph, operation.args[i + 2]))
                return false;
        return true;
    }

    // ---- One graph

    bool inline_once(FunctionGraph& graph) {
        bool changed = false;
        in_graph = &graph;
        cold_blocks.clear();
        int weight_now = weight_of(graph);
        for (uint32_t i = 0; i < graph.blocks.size(); i++) {
            for (size_t k = 0; k < graph.blocks[BlockId(i)].operations.size(); k++) {
                Operation& operation = graph.blocks[BlockId(i)].operations[k];
                if (make_direct(operation)) {
                    changed = true;
                    call_count[program.constants[operation.args[0].constant()].graph.index]++;
                }
                if (!worth_inlining(graph, BlockId(i), weight_now, operation)) continue;
                GraphId callee = program.constants[operation.args[0].constant()].graph;
                weight_now += weight(callee);
                call_count[callee.index]--;
                count_calls(program.graph(callee));
                inline_call(program, graph, BlockId(i), k, raising);
                changes++;
                changed = true;
                break;  // what followed is in another block now
            }
        }
        return changed;
    }

    void optimize(GraphId id) {
        FunctionGraph& graph = program.graph(id);
        for (int round = 0; round < kRounds; round++) {
            bool changed = inline_once(graph);
            if (changed || round == 0) changed |= simplify_graph(program, graph);
            changed |= remove_mallocs_of_graph(program, graph);
            if (!changed) break;
            simplify_graph(program, graph);
        }
        weights[id.index] = -1;
        catching[id.index] = -1;
    }

    // Callees before callers, as far as there is such an order.
    std::vector<GraphId> bottom_up() const {
        std::vector<GraphId> order;
        std::vector<char> seen(program.graph_count(), 0);
        struct Step {
            GraphId graph;
            std::vector<GraphId> calls;
            size_t next = 0;
        };
        for (GraphId root : program.graphs()) {
            if (seen[root.index]) continue;
            std::vector<Step> stack;
            seen[root.index] = 1;
            stack.push_back({root, called_graphs(program, program.graph(root))});
            while (!stack.empty()) {
                Step& top = stack.back();
                if (top.next == top.calls.size()) {
                    order.push_back(top.graph);
                    stack.pop_back();
                    continue;
                }
                GraphId callee = top.calls[top.next++];
                if (seen[callee.index]) continue;
                seen[callee.index] = 1;
                stack.push_back({callee, called_graphs(program, program.graph(callee))});
            }
        }
        return order;
    }
};

}  // namespace

size_t inline_calls(Program& program) {
    Driver driver(program);
    for (GraphId id : driver.bottom_up()) driver.optimize(id);
    return driver.changes;
}

}  // namespace sapwood
