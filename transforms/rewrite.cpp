// Small steps that several passes are made of.
#include "transforms/rewrite.h"

namespace sapwood {
namespace {

void replace(Value& value, const Substitution& substitution) {
    if (!value.is_variable()) return;
    auto found = substitution.find(value.variable());
    if (found != substitution.end()) value = found->second;
}

}  // namespace

void substitute(Block& block, const Substitution& substitution) {
    if (substitution.empty()) return;
    for (Operation& operation : block.operations)
        for (Value& arg : operation.args) replace(arg, substitution);
    if (block.condition.valid()) replace(block.condition, substitution);
    for (Link& link : block.links)
        for (Value& arg : link.args) replace(arg, substitution);
}

void each_use(const Block& block, const std::function<void(Value)>& use) {
    for (const Operation& operation : block.operations)
        for (Value arg : operation.args) use(arg);
    if (block.condition.valid()) use(block.condition);
    for (const Link& link : block.links)
        for (Value arg : link.args) use(arg);
}

BlockId split_block(FunctionGraph& graph, BlockId block_id, size_t at) {
    BlockId rest_id = graph.new_block(graph.blocks[block_id].name);
    Block& block = graph.blocks[block_id];
    Block& rest = graph.blocks[rest_id];
    auto from = block.operations.begin() + static_cast<std::ptrdiff_t>(at);
    rest.operations.assign(std::make_move_iterator(from), std::make_move_iterator(block.operations.end()));
    block.operations.erase(from, block.operations.end());
    rest.exit = block.exit;
    rest.condition = block.condition;
    rest.links = std::move(block.links);

    Substitution inside;  // what rest defines maps to itself, what it needs to new inputs
    for (const Operation& operation : rest.operations) inside.emplace(operation.result, operation.result);
    for (const Link& link : rest.links)
        if (link.exception.valid()) inside.emplace(link.exception, link.exception);
    Link jump = link_to(rest_id, {});
    each_use(rest, [&](Value value) {
        if (!value.is_variable() || inside.contains(value.variable())) return;
        VariableId old = value.variable();
        VariableId input = graph.new_variable(graph.variables[old].name, graph.variables[old].type);
        inside.emplace(old, input);
        rest.inputs.push_back(input);
        jump.args.push_back(old);
    });
    substitute(rest, inside);
    block.exit = ExitKind::jump;
    block.condition = {};
    block.links = {std::move(jump)};
    return rest_id;
}

LLTypeId result_type(const FunctionGraph& graph) {
    return graph.variables[graph.blocks[graph.returns].inputs[0]].type;
}

Value dummy_result(Program& program, const FunctionGraph& graph) {
    LLTypeId type = result_type(graph);
    return type == kVoid ? program.constants.void_() : program.constants.undefined(type);
}

VariableId append(FunctionGraph& graph, BlockId block, Op op, std::vector<Value> args, LLTypeId type,
                  Location location) {
    VariableId result = graph.new_variable("", type);
    graph.blocks[block].operations.push_back({op, std::move(args), result, location});
    return result;
}

Link link_to(BlockId target, std::vector<Value> args, Location location) {
    Link link;
    link.target = target;
    link.args = std::move(args);
    link.location = location;
    return link;
}

}  // namespace sapwood
