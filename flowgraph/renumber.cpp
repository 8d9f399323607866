// Renumbers by what printing and parsing would give; see renumber.h.
#include "flowgraph/renumber.h"

#include <set>

namespace sapwood {

namespace {

using VariableMap = std::map<VariableId, VariableId>;

// A copy of the graph with blocks in walking order and variables in order of appearance, as the parser
// numbers them: result, exception, parameters, then blocks as they come.
FunctionGraph renumbered(const FunctionGraph& old, VariableMap& variables) {
    FunctionGraph graph(old.name);
    graph.qualname = old.qualname;
    graph.location = old.location;
    graph.function = old.function;
    graph.low_level = old.low_level;
    graph.no_inline = old.no_inline;
    graph.always_inline = old.always_inline;

    std::map<BlockId, BlockId> blocks = {{old.returns, graph.returns}, {old.excepts, graph.excepts}};
    auto map_leaf_input = [&](BlockId from, BlockId to) {
        VariableId source = old.blocks[from].inputs[0], target = graph.blocks[to].inputs[0];
        variables[source] = target;
        graph.variables[target].type = old.variables[source].type;
    };
    map_leaf_input(old.returns, graph.returns);
    map_leaf_input(old.excepts, graph.excepts);
    auto define = [&](VariableId v) {
        VariableId copy = graph.variables.add(old.variables[v]);
        variables[v] = copy;
        return copy;
    };
    // In a graph that breaks rules a use may lack its definition.
    auto use = [&](Value v) {
        if (!v.valid() || !v.is_variable()) return v;
        auto found = variables.find(v.variable());
        return found != variables.end() ? Value(found->second) : Value(define(v.variable()));
    };

    std::vector<BlockId> order = old.reachable_blocks();
    for (BlockId id : order) {
        if (id == old.returns || id == old.excepts) continue;
        if (id == old.start)
            blocks[id] = graph.start;
        else
            blocks[id] = graph.new_block(old.blocks[id].name);
    }
    for (BlockId id : order) {
        if (id == old.returns || id == old.excepts) continue;
        for (VariableId v : old.blocks[id].inputs) define(v);
        for (const Operation& op : old.blocks[id].operations) define(op.result);
        for (const Link& link : old.blocks[id].links)
            if (link.exception.valid()) define(link.exception);
    }
    for (BlockId id : order) {
        if (id == old.returns || id == old.excepts) continue;
        const Block& from = old.blocks[id];
        Block block;
        block.name = id == old.start ? "entry" : from.name;
        block.exit = from.exit;
        for (VariableId v : from.inputs) block.inputs.push_back(variables.at(v));
        for (const Operation& op : from.operations) {
            Operation copy{op.op, {}, {}, op.location};
            for (Value v : op.args) copy.args.push_back(use(v));
            copy.result = variables.at(op.result);
            block.operations.push_back(std::move(copy));
        }
        if (from.condition.valid()) block.condition = use(from.condition);
        for (const Link& link : from.links) {
            Link copy = link;
            copy.target = blocks.at(link.target);
            if (link.exception.valid()) copy.exception = variables.at(link.exception);
            for (Value& v : copy.args) v = use(v);
            block.links.push_back(std::move(copy));
        }
        graph.blocks[blocks.at(id)] = std::move(block);
    }
    return graph;
}

// Moves the facts of a graph to the new numbers.
GraphAnnotations moved(const GraphAnnotations& old, const VariableMap& variables, size_t count) {
    GraphAnnotations facts;
    facts.variables.resize(count);
    for (const auto& [from, to] : variables) {
        if (from.index < old.variables.size()) facts.variables[to.index] = old.variables[from.index];
        if (auto calls = old.calls.find(from); calls != old.calls.end()) facts.calls[to] = calls->second;
        if (auto site = old.creations.find(from); site != old.creations.end())
            facts.creations[to] = site->second;
    }
    return facts;
}

}  // namespace

void renumber(Program& program) {
    std::map<GraphId, GraphAnnotations> facts;
    for (GraphId id : program.graphs()) {
        VariableMap variables;
        FunctionGraph graph = renumbered(program.graph(id), variables);
        auto old = program.annotated.graphs.find(id);
        if (old != program.annotated.graphs.end())
            facts[id] = moved(old->second, variables, graph.variables.size());
        graph.id = id;
        program.graph(id) = std::move(graph);
    }
    program.annotated.graphs = std::move(facts);
}

}  // namespace sapwood
