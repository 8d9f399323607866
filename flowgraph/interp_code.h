// Graphs in the form that the interpreter runs: operands, fields and links looked up once.  Internal to
// flowgraph.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "flowgraph/interp.h"
#include "flowgraph/interp_memory.h"
#include "flowgraph/leaf.h"

namespace sapwood {

// An operand: a slot of the frame (0 and up), or ~index of a constant.
using Operand = int32_t;

// Where an operation on memory goes: a field, an item, or a field of an item.
struct Access {
    LLTypeId container;   // what the pointer must point to
    uint32_t offset = 0;  // of the field, from the pointer or from the item
    bool in_items = false;
    Operand index = 0;       // in_items: which
    LLTypeId storage;        // type of the field or item
    bool immutable = false;  // static data of this type must not be stored to
    // The last location that was found to hold `container`.
    mutable LLTypeId seen_type;
    mutable uint32_t seen_offset = 0;
};

struct LeafCall {
    const LeafInfo* info = nullptr;
    std::vector<LeafKind> parameters;
    LeafValue (*call)(const LeafValue*) = nullptr;  // nullptr: the interpreter's own, or unknown
};

struct Instruction {
    Op op;
    uint32_t count = 0;  // operands ...
    uint32_t first = 0;  // ... in Code::operands
    Operand result = 0;
    uint32_t extra = 0;  // index into accesses, leaves or targets
    const Operation* source = nullptr;
};

struct CompiledLink {
    enum class Kind : uint8_t { block, returns, raises } kind = Kind::block;
    uint32_t target = 0;  // index into Code::blocks
    uint32_t count = 0;
    uint32_t first = 0;  // operands, then as many slots that receive them
    Slot exit_case;
    Operand exception = 0;
    const Link* source = nullptr;
};

struct CompiledBlock {
    uint32_t begin = 0, end = 0;  // instructions
    uint32_t links = 0;           // first of Code::links
    const Block* source = nullptr;
    Operand condition = 0;
};

struct Code {
    const FunctionGraph* graph = nullptr;
    std::string name;
    uint32_t slots = 0;
    std::vector<Operand> operands;
    std::vector<Instruction> instructions;
    std::vector<CompiledBlock> blocks;  // the first is the start
    std::vector<CompiledLink> links;
    std::vector<Access> accesses;
    std::vector<LeafCall> leaves;
    std::vector<std::vector<GraphId>> targets;  // of indirect calls
};

// Makes Code on demand, and lays out static data.
class CodeTable {
  public:
    CodeTable(const Program& program, Heap& heap, LeafTable leaves);

    // nullptr: the graph breaks a rule; error() says which.
    const Code* code(GraphId graph);
    const std::string& error() const { return error_; }
    // Copies static data, which verify_data() has found in order, to the heap; false: it is too large.
    bool place_statics(size_t memory_limit);
    Slot constant(ConstantId id) const;
    const Slot& constant_slot(Operand operand) const { return constants_[static_cast<uint32_t>(~operand)]; }
    const std::string& graph_name(GraphId graph) const { return names_.at(graph); }

  private:
    std::unique_ptr<Code> compile(const FunctionGraph& graph);
    Operand operand(Value value);
    void compile_operation(Code& code, const Operation& op);
    void compile_exit(Code& code, const Block& block, const std::vector<uint32_t>& block_indexes);
    Access access(const FunctionGraph& graph, Value pointer, const Value* path, size_t length);
    LeafCall leaf(const std::string& name) const;
    void place(PrebuiltId id, HeapObject* object, uint32_t offset);
    void fill(PrebuiltId id);

    const Program& program_;
    Heap& heap_;
    LeafTable leaves_;
    std::map<GraphId, std::string> names_;
    std::vector<std::unique_ptr<Code>> codes_;  // by graph
    std::vector<Slot> constants_;               // by ConstantId, as far as they are used
    std::vector<char> constant_known_;
    std::vector<Slot> places_;  // by PrebuiltId; undefined: not placed
    std::string error_;
};

}  // namespace sapwood
