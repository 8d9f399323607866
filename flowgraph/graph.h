// A function as a flow graph: blocks of operations joined by links.
//
// Rules that hold in every phase (verify.h checks them and the phase's own):
//  * a variable is defined once, as an input argument of a block, as the result of an operation, or as the
//    exception value of a link, and is used only in its block (and the args of that block's links);
//  * link args match the target's inputs in number (and type, from Typed on);
//  * the start block has the function's parameters as inputs and no predecessors;
//  * the return block has one input and no exit; the except block has one input, the exception instance.
#pragma once

#include <string>
#include <vector>

#include "flowgraph/ids.h"
#include "flowgraph/location.h"
#include "flowgraph/ops.h"

namespace sapwood {

// An operand: a variable of the graph or a constant of the program.
class Value {
  public:
    Value() = default;
    Value(VariableId v) : bits_(v.index) {}                 // NOLINT: implicit on purpose
    Value(ConstantId c) : bits_(c.index | kConstantBit) {}  // NOLINT
    bool is_variable() const { return (bits_ & kConstantBit) == 0; }
    bool is_constant() const { return !is_variable() && bits_ != UINT32_MAX; }
    bool valid() const { return bits_ != UINT32_MAX; }
    VariableId variable() const {
        CHECK(is_variable(), "not a variable");
        return VariableId(bits_);
    }
    ConstantId constant() const {
        CHECK(is_constant(), "not a constant");
        return ConstantId(bits_ & ~kConstantBit);
    }
    bool operator==(const Value&) const = default;
    auto operator<=>(const Value&) const = default;

  private:
    static constexpr uint32_t kConstantBit = 1u << 31;
    uint32_t bits_ = UINT32_MAX;
};

struct Variable {
    std::string name;  // the source's name for it, or empty; not unique
    LLTypeId type;     // valid from Typed on
};

// One operation.  Every operation has a result variable; it is of type Void where nothing is produced, and
// it is the key under which side tables know the operation.
struct Operation {
    Op op;
    std::vector<Value> args;
    VariableId result;
    Location location;
};

struct Link {
    BlockId target;
    std::vector<Value> args;
    // ExitKind::switch_: the case's constant, invalid for the default (which comes last).
    // ExitKind::raising, links[1..]: the caught class: a class object before Typed, a vtable pointer after.
    ConstantId exit_case;
    VariableId exception;  // ExitKind::raising, links[1..]: the caught instance, usable in args
    Location location;     // of the raise, return, or jump
};

enum class ExitKind : uint8_t {
    none,     // return block, except block, or not built yet
    jump,     // links[0]
    branch,   // on the Bool `condition`: links[0] when true, links[1] when false
    switch_,  // on `condition` by exit_case
    raising,  // the last operation may raise: links[0] when it does not, then the first link whose class
              // matches; no match: out of the function
};

struct Block {
    std::string name;
    std::vector<VariableId> inputs;
    std::vector<Operation> operations;
    ExitKind exit = ExitKind::none;
    Value condition;
    std::vector<Link> links;
};

// A local name that the source gives a constant or the value of another name: no operation has the place.
// For diagnostics; text does not keep it.
struct PlainStore {
    std::string name;
    Value value;       // if it is a constant
    std::string from;  // else
    Location location;
};

struct FunctionGraph {
    GraphId id;
    std::string name;      // as source says; names of copies get a suffix when C is printed
    std::string qualname;  // module.qualname, for tracebacks only the last part is shown
    Location location;
    ObjectId function;       // the host function it was built from, if any
    bool low_level = false;  // a helper of rtyper/lowlevel: integer operators wrap, pointers are values
    bool frameless = false;  // tracebacks do not show it: what it does, CPython does in C
    bool no_inline = false, always_inline = false;
    bool cold = false;  // runs only when something is raised
    BlockId start, returns, excepts;
    Store<BlockId, Block> blocks;  // the order is the printing order
    Store<VariableId, Variable> variables;
    std::vector<PlainStore> plain_stores;

    // A graph with empty start, return and except blocks (return and except have their one input).
    explicit FunctionGraph(std::string name);
    FunctionGraph(const FunctionGraph&) = default;

    VariableId new_variable(std::string name, LLTypeId type = {});
    BlockId new_block(std::string name);
    // Whether tracebacks show its calls.
    bool has_frame() const { return !low_level && !frameless; }
    // What tracebacks call it: the last part of qualname.
    std::string frame_name() const;
    const std::vector<VariableId>& parameters() const { return blocks[start].inputs; }
    // Blocks reachable from start, in reverse post-order, the order in which passes and printers walk; the
    // return and except blocks come last, if reachable.
    std::vector<BlockId> reachable_blocks() const;
};

}  // namespace sapwood
