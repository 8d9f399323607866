// Graph construction.
#include "flowgraph/builder.h"

namespace sapwood {

VariableId GraphBuilder::op(Op op, std::vector<Value> args, LLTypeId type, std::string name) {
    VariableId result = graph.new_variable(std::move(name), type);
    CHECK(graph.blocks[block_].exit == ExitKind::none, "block {} is closed", graph.blocks[block_].name);
    graph.blocks[block_].operations.push_back({op, std::move(args), result, location});
    return result;
}

void GraphBuilder::jump(BlockId target, std::vector<Value> args) {
    Block& block = graph.blocks[block_];
    CHECK(block.exit == ExitKind::none, "block {} is closed", block.name);
    block.exit = ExitKind::jump;
    block.links.push_back({target, std::move(args), {}, {}, location});
}

void GraphBuilder::branch(Value condition, BlockId if_true, std::vector<Value> true_args, BlockId if_false,
                          std::vector<Value> false_args) {
    Block& block = graph.blocks[block_];
    CHECK(block.exit == ExitKind::none, "block {} is closed", block.name);
    block.exit = ExitKind::branch;
    block.condition = condition;
    block.links.push_back({if_true, std::move(true_args), {}, {}, location});
    block.links.push_back({if_false, std::move(false_args), {}, {}, location});
}

void GraphBuilder::return_(Value value) {
    jump(graph.returns, {value});
}

void GraphBuilder::raise(Value exception) {
    jump(graph.excepts, {exception});
}

void GraphBuilder::raising(BlockId normal, std::vector<Value> normal_args) {
    Block& block = graph.blocks[block_];
    CHECK(block.exit == ExitKind::none && !block.operations.empty(), "block {} cannot raise", block.name);
    block.exit = ExitKind::raising;
    block.links.push_back({normal, std::move(normal_args), {}, {}, location});
}

VariableId GraphBuilder::catching(BlockId target, ConstantId class_, LLTypeId exception_type) {
    VariableId exception = graph.new_variable("exc", exception_type);
    Block& block = graph.blocks[block_];
    CHECK(block.exit == ExitKind::raising, "block {} does not raise", block.name);
    block.links.push_back({target, {exception}, class_, exception, location});
    return exception;
}

}  // namespace sapwood
