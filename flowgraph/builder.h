// Builds graphs block by block.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "flowgraph/program.h"

namespace sapwood {

// Appends operations to one block at a time.  Types of results are given by the caller from Typed on.
class GraphBuilder {
  public:
    GraphBuilder(Program& program, FunctionGraph& graph) : program(program), graph(graph) {}

    void position_at(BlockId block) { block_ = block; }
    BlockId block() const { return block_; }
    Location location;  // given to what is added from now on

    VariableId op(Op op, std::vector<Value> args, LLTypeId type = {}, std::string name = "");
    void jump(BlockId target, std::vector<Value> args);
    void branch(Value condition, BlockId if_true, std::vector<Value> true_args, BlockId if_false,
                std::vector<Value> false_args);
    void return_(Value value);
    void raise(Value exception);
    // Ends the block after its last operation, which may raise.
    void raising(BlockId normal, std::vector<Value> normal_args);
    // Adds an exceptional link to a block ended by raising(); returns the exception variable.
    VariableId catching(BlockId block, ConstantId class_, LLTypeId exception_type = {});

    Program& program;
    FunctionGraph& graph;

  private:
    BlockId block_;
};

}  // namespace sapwood
