// Types one annotated graph in place.
#pragma once

#include <vector>

#include "rtyper/rtyper.h"

namespace sapwood {

class GraphTyper {
  public:
    GraphTyper(RTyper& rtyper, GraphId graph);
    void run();

  private:
    void type_inputs(BlockId block);
    void type_block(BlockId block);
    // The operation's value; nullopt: control does not come out of it.
    std::optional<Value> type_operation(const Operation& op, LLOps& ops);
    std::vector<Handler> type_handlers(const std::vector<Link>& links, Location location);
    void type_exit(ExitKind exit, Value condition, const std::vector<Link>& links, LLOps& ops);
    // Ends the block of ops with a jump along a host link, converting its arguments.
    void jump_along(const Link& link, LLOps& ops);
    std::vector<Value> link_args(const Link& link, LLOps& ops);
    bool needs_code(const Link& link);
    Value constant_value(ConstantId constant, Repr& r, Location location);
    void end_unreachable(LLOps& ops);

    AnnotationId annotation(VariableId v) const;
    Repr& repr_of_input(VariableId v);
    Value current(Value v) const;
    void reach(BlockId block);

    RTyper& rt_;
    GraphId id_;
    FunctionGraph& graph_;
    const GraphAnnotations& notes_;
    const std::vector<bool> truncated_;  // by host variable
    std::vector<Value> values_;          // by host variable
    std::vector<BlockId> worklist_;
    std::vector<bool> reached_;
};

// The low-level meaning of one host operation.  Knows which repr is asked.
Value rtype_operation(HighLevelOp& hop);

}  // namespace sapwood
