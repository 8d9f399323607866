// The interpreter's machine: frames, exceptions, and what each operation does.  Internal to flowgraph.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "flowgraph/interp.h"
#include "flowgraph/interp_code.h"
#include "flowgraph/interp_memory.h"

namespace sapwood {

// Where an exception passed: a place of a function, with the places of inlined calls by its scope.
struct TracePlace {
    Location location;
    std::string function;  // empty: a helper's, which has no frame of its own
};

class Machine {
  public:
    Machine(const Program& program, const InterpOptions& options);

    InterpResult run(GraphId graph, std::span<const ConstantId> arguments);
    InterpResult run_program();

  private:
    struct Frame {
        const Code* code;
        size_t base;  // of its slots in stack_
        uint32_t block;
        uint32_t next;   // the instruction that runs, or that called the next frame
        Operand result;  // slot of the caller that takes the result; kNoResult
    };
    static constexpr Operand kNoResult = INT32_MAX;
    enum class State : uint8_t { running, returned, raised, exited, failed };

    InterpResult finish();
    void fail(std::string text);

    // ---- frames and exits
    void loop();
    bool push(GraphId graph, std::span<const Slot> arguments, Operand result);
    void take_exit();
    void follow(const CompiledLink& link);
    void return_from_frame(Slot value);
    void call(const Instruction& ins, GraphId target, uint32_t first_argument);
    void call_root(const char* role, const char* class_name);

    // ---- exceptions
    void unwind(Slot exception);
    void trace(const Location& location);
    void take_trace(Slot exception);
    bool matches(Slot exception, Slot class_);
    bool catches(const Frame& frame, Slot exception, const CompiledLink*& caught);
    // A field of an object by name, looking into "super"; nullptr if it has none.
    Slot* find_field(Slot object, std::string_view name);
    std::string class_name(Slot exception);

    // ---- operations
    void execute(const Instruction& ins);
    void execute_number(const Instruction& ins);
    void execute_call(const Instruction& ins);
    void execute_memory(const Instruction& ins);
    void execute_leaf(const Instruction& ins);
    const Slot& operand(const Instruction& ins, uint32_t i);
    int64_t integer(const Instruction& ins, uint32_t i);
    double floating(const Instruction& ins, uint32_t i);
    const Slot& value_of(Operand operand) {
        return operand >= 0 ? slots_[operand] : codes_.constant_slot(operand);
    }
    void set(const Instruction& ins, Slot value);
    void set_integer(const Instruction& ins, int64_t value) { set(ins, Slot::of_integer(value)); }
    void set_float(const Instruction& ins, double value) { set(ins, Slot::of_float(value)); }
    bool shift_count(int64_t count);
    const Slot& defined(const Slot& slot);

    // ---- memory
    // The object that operand i points to, which must be what `access` wants; nullptr: failed.
    HeapObject* object_at(const Instruction& ins, uint32_t i, const Access& access);
    bool in_range(const HeapObject& object, int64_t start, int64_t count);
    void read(const Instruction& ins, const Access& access);
    void write(const Instruction& ins, const Access& access, Slot value);
    void copy_items(const Instruction& ins);
    void allocate(const Instruction& ins);
    HeapObject* new_object(LLTypeId type, int64_t length);

    // ---- leaf routines
    bool leaf_argument(const Instruction& ins, uint32_t i, LeafKind kind, LeafValue& value);
    bool positions_in_range(const Instruction& ins, const LeafCall& leaf, const LeafValue* arguments);
    bool own_leaf(std::string_view name, const LeafValue* arguments, LeafValue& result);
    int64_t write_stream(const LeafValue* arguments);
    int64_t read_input(const LeafValue* arguments);
    std::string traceback_text(const LeafValue& places) const;

    // ---- results as text (interp_text.cpp)
    std::string text(Slot value, LLTypeId type, int depth);
    std::string object_text(Slot pointer, LLTypeId type, int depth);
    std::optional<std::string> chars_of(Slot pointer);

    const Program& program_;
    const InterpOptions& options_;
    Heap heap_;
    CodeTable codes_;
    std::vector<Frame> frames_;
    std::vector<Slot> stack_;
    Slot* slots_ = nullptr;  // of the top frame
    State state_ = State::running;
    Slot result_;  // returned, raised
    std::string failure_;
    int64_t exit_status_ = 0;
    uint64_t steps_ = 0;
    size_t collect_at_;
    // What generated programs keep in their state.
    Slot in_flight_ = Slot::of_pointer(nullptr), handled_ = Slot::of_pointer(nullptr);
    std::string raised_name_;  // of an exception without an object: there is no root to make it
    std::vector<TracePlace> places_;
    std::unordered_map<const Location*, int32_t> place_ids_;
    std::vector<int32_t> trace_;  // since it was last taken, innermost first
    size_t input_used_ = 0;
    std::vector<Slot> moved_;  // scratch of follow() and call()
};

}  // namespace sapwood
