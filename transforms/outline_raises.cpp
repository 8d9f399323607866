// Moves what makes an exception out of helpers: `raise IndexError("...")` becomes the call of a graph of its
// own that makes the instance, and a raise.  What is left of the helper is small enough to be inlined. Graphs
// that only raise are marked cold: nobody inlines them, and nothing is inlined in them.
// Needs: phase Typed, simplified.  Leaves: the same; each helper's raises are short.
#include <algorithm>

#include "transforms/effects.h"
#include "transforms/rewrite.h"
#include "transforms/transforms.h"

namespace sapwood {
namespace {

// So many operations are moved together or stay: a call is as long, and short ones (StopIteration) may vanish
// when their handler is near.
constexpr size_t kWorthMoving = 8;

struct Outliner {
    Program& program;
    FunctionGraph& graph;
    const std::vector<char> cold;  // blocks_that_raise

    // The blocks that control can go on to, in the order of the graph.
    std::vector<BlockId> region_of(BlockId entry) const {
        std::vector<BlockId> region = {entry};
        for (size_t i = 0; i < region.size(); i++)
            for (const Link& link : graph.blocks[region[i]].links)
                if (link.target != graph.excepts &&
                    std::find(region.begin(), region.end(), link.target) == region.end())
                    region.push_back(link.target);
        return region;
    }

    bool worth_moving(const std::vector<BlockId>& region) const {
        size_t count = 0;
        for (BlockId id : region) count += graph.blocks[id].operations.size();
        return count >= kWorthMoving;
    }

    // A graph that takes what the region receives and returns the exception that the region raises.
    GraphId graph_of(BlockId entry, const std::vector<BlockId>& region) {
        FunctionGraph made = graph;
        made.name += "_exception";
        made.qualname.clear();
        made.function = {};
        made.always_inline = false;
        made.cold = made.no_inline = true;
        made.start = entry;
        LLTypeId exception = graph.variables[graph.blocks[graph.excepts].inputs[0]].type;
        made.variables[made.blocks[made.returns].inputs[0]].type = exception;
        for (BlockId id : region)
            for (Link& link : made.blocks[id].links)
                if (link.target == made.excepts && !link.exception.valid()) link.target = made.returns;
        simplify_graph(program, made);
        return program.add_graph(std::move(made));
    }

    void move(BlockId entry, const std::vector<BlockId>& region) {
        GraphId made = graph_of(entry, region);
        Location location = graph.blocks[entry].operations.empty()
                                ? graph.location
                                : graph.blocks[entry].operations[0].location;
        LLTypeId exception = graph.variables[graph.blocks[graph.excepts].inputs[0]].type;
        std::vector<LLTypeId> types;
        std::vector<Value> args = {Value()};
        for (VariableId input : graph.blocks[entry].inputs) {
            types.push_back(graph.variables[input].type);
            args.push_back(input);
        }
        LLTypeId pointer = program.types.pointer_to(program.types.function(std::move(types), exception));
        args[0] = program.constants.function(made, pointer);
        Block& block = graph.blocks[entry];
        block.operations.clear();
        block.condition = {};
        block.exit = ExitKind::jump;
        Value instance = append(graph, entry, Op::direct_call, std::move(args), exception, location);
        graph.blocks[entry].links = {link_to(graph.excepts, {instance}, location)};
    }

    size_t run() {
        std::vector<char> entered(graph.blocks.size(), 0);  // from a block that need not raise
        for (BlockId id : graph.reachable_blocks())
            for (const Link& link : graph.blocks[id].links)
                if (!cold[id.index] && cold[link.target.index]) entered[link.target.index] = 1;
        std::vector<std::pair<BlockId, std::vector<BlockId>>> moves;
        for (BlockId id : graph.reachable_blocks()) {
            if (!entered[id.index]) continue;
            std::vector<BlockId> region = region_of(id);
            if (worth_moving(region)) moves.emplace_back(id, std::move(region));
        }
        for (auto& [entry, region] : moves) move(entry, region);
        return moves.size();
    }
};

}  // namespace

size_t outline_raises(Program& program) {
    size_t changes = 0;
    for (GraphId id : program.graphs()) {
        FunctionGraph& graph = program.graph(id);
        std::vector<char> cold = blocks_that_raise(graph);
        if (cold[graph.start.index]) {
            changes += !graph.cold;
            graph.cold = graph.no_inline = true;
        } else if (graph.low_level) {
            changes += Outliner{program, graph, std::move(cold)}.run();
        }
    }
    return changes;
}

}  // namespace sapwood
