// Renumbers by what printing and parsing would give; see renumber.h.
#include "flowgraph/renumber.h"

#include "flowgraph/text_names.h"

namespace sapwood {

namespace {

using VariableMap = std::vector<VariableId>;  // by old id; invalid: gone

// Whether the graph has the numbers already: result, exception, parameters, then blocks as they come, each
// with its inputs, results and caught exceptions.
bool is_numbered(const FunctionGraph& graph, const std::vector<BlockId>& order) {
    uint32_t next_block = 0, next_variable = 0;
    auto in_order = [&](VariableId v) { return v.index == next_variable++; };
    if (graph.start != BlockId(0) || graph.returns != BlockId(1) || graph.excepts != BlockId(2)) return false;
    if (!in_order(graph.blocks[graph.returns].inputs[0]) || !in_order(graph.blocks[graph.excepts].inputs[0]))
        return false;
    for (BlockId id : order) {
        if (id == graph.returns || id == graph.excepts) continue;
        if (id.index != next_block) return false;
        next_block = next_block == 0 ? 3 : next_block + 1;
        const Block& block = graph.blocks[id];
        for (VariableId v : block.inputs)
            if (!in_order(v)) return false;
        for (const Operation& op : block.operations)
            if (!in_order(op.result)) return false;
        for (const Link& link : block.links)
            if (link.exception.valid() && !in_order(link.exception)) return false;
    }
    return next_variable == graph.variables.size() &&
           (next_block == 0 ? 3 : next_block) == graph.blocks.size();
}

// Names as parsing gives them back.
void normalise_names(FunctionGraph& graph) {
    auto normalise = [](std::string& name) {
        size_t length = hint_of(name).size();
        if (length != name.size()) name.resize(length);
    };
    normalise(graph.name);
    for (Variable& variable : graph.variables) normalise(variable.name);
    for (Block& block : graph.blocks) {
        normalise(block.name);
        if (block.name.empty()) block.name = "block";
    }
    graph.blocks[graph.start].name = "entry";
    graph.variables[graph.blocks[graph.returns].inputs[0]].name = "result";
    graph.variables[graph.blocks[graph.excepts].inputs[0]].name = "exception";
}

// A copy of the graph with blocks in walking order and variables in order of appearance.
FunctionGraph renumbered(const FunctionGraph& old, const std::vector<BlockId>& order,
                         VariableMap& variables) {
    FunctionGraph graph(old.name);
    graph.qualname = old.qualname;
    graph.location = old.location;
    graph.function = old.function;
    graph.low_level = old.low_level;
    graph.frameless = old.frameless;
    graph.no_inline = old.no_inline;
    graph.always_inline = old.always_inline;
    graph.cold = old.cold;

    std::vector<BlockId> blocks(old.blocks.size());
    blocks[old.returns.index] = graph.returns;
    blocks[old.excepts.index] = graph.excepts;
    auto map_leaf_input = [&](BlockId from, BlockId to) {
        VariableId source = old.blocks[from].inputs[0], target = graph.blocks[to].inputs[0];
        variables[source.index] = target;
        graph.variables[target].type = old.variables[source].type;
    };
    map_leaf_input(old.returns, graph.returns);
    map_leaf_input(old.excepts, graph.excepts);
    auto define = [&](VariableId v) {
        VariableId copy = graph.variables.add(old.variables[v]);
        variables[v.index] = copy;
        return copy;
    };
    // In a graph that breaks rules a use may lack its definition.
    auto use = [&](Value v) {
        if (!v.valid() || !v.is_variable() || !old.variables.contains(v.variable())) return v;
        VariableId copy = variables[v.variable().index];
        return Value(copy.valid() ? copy : define(v.variable()));
    };

    for (BlockId id : order) {
        if (id == old.returns || id == old.excepts) continue;
        blocks[id.index] = id == old.start ? graph.start : graph.new_block(old.blocks[id].name);
        for (VariableId v : old.blocks[id].inputs) define(v);
        for (const Operation& op : old.blocks[id].operations) define(op.result);
        for (const Link& link : old.blocks[id].links)
            if (link.exception.valid()) define(link.exception);
    }
    for (BlockId id : order) {
        if (id == old.returns || id == old.excepts) continue;
        const Block& from = old.blocks[id];
        Block block;
        block.name = from.name;
        block.exit = from.exit;
        for (VariableId v : from.inputs) block.inputs.push_back(variables[v.index]);
        for (const Operation& op : from.operations) {
            Operation copy{op.op, {}, {}, op.location};
            for (Value v : op.args) copy.args.push_back(use(v));
            copy.result = variables[op.result.index];
            block.operations.push_back(std::move(copy));
        }
        if (from.condition.valid()) block.condition = use(from.condition);
        for (const Link& link : from.links) {
            Link copy = link;
            copy.target = blocks[link.target.index];
            if (link.exception.valid()) copy.exception = variables[link.exception.index];
            for (Value& v : copy.args) v = use(v);
            block.links.push_back(std::move(copy));
        }
        graph.blocks[blocks[id.index]] = std::move(block);
    }
    return graph;
}

// Moves the facts of a graph to the new numbers.
GraphAnnotations moved(const GraphAnnotations& old, const VariableMap& variables, size_t count) {
    GraphAnnotations facts;
    facts.variables.resize(count);
    for (uint32_t i = 0; i < variables.size(); i++) {
        VariableId from(i), to = variables[i];
        if (!to.valid()) continue;
        if (i < old.variables.size()) facts.variables[to.index] = old.variables[i];
        if (auto calls = old.calls.find(from); calls != old.calls.end()) facts.calls[to] = calls->second;
        if (auto site = old.creations.find(from); site != old.creations.end())
            facts.creations[to] = site->second;
    }
    return facts;
}

}  // namespace

void renumber(Program& program) {
    for (GraphId id : program.graphs()) {
        FunctionGraph& old = program.graph(id);
        std::vector<BlockId> order = old.reachable_blocks();
        auto facts = program.annotated.graphs.find(id);
        if (!is_numbered(old, order)) {
            VariableMap variables(old.variables.size());
            FunctionGraph graph = renumbered(old, order, variables);
            if (facts != program.annotated.graphs.end())
                facts->second = moved(facts->second, variables, graph.variables.size());
            graph.id = id;
            old = std::move(graph);
        }
        normalise_names(old);
    }
    std::erase_if(program.annotated.graphs, [&](const auto& entry) { return !program.alive(entry.first); });
}

}  // namespace sapwood
