// The interpreter's frames, links and exceptions; interp_ops.cpp has the operations, interp_leaves.cpp the
// calls of leaf routines, interp_text.cpp results as text.
#include "flowgraph/interp.h"

#include <algorithm>

#include "flowgraph/exception_roots.h"
#include "flowgraph/interp_machine.h"
#include "flowgraph/verify.h"

namespace sapwood {

namespace {

// Frames beyond which recursion without stack_check is taken for endless.
constexpr size_t kMaxFrames = 2'000'000;
constexpr size_t kFirstCollection = size_t(64) << 20;

}  // namespace

std::string InterpResult::summary() const {
    switch (kind) {
        case Kind::returned: return text;
        case Kind::raised: return "raises " + text;
        case Kind::exited: return fmt::format("exits {}", status);
        case Kind::failed: return "fails: " + text;
    }
    return "";
}

InterpResult interpret(const Program& program, GraphId graph, std::span<const ConstantId> arguments,
                       const InterpOptions& options) {
    return Machine(program, options).run(graph, arguments);
}

InterpResult interpret_program(const Program& program, const InterpOptions& options) {
    return Machine(program, options).run_program();
}

Machine::Machine(const Program& program, const InterpOptions& options)
    : program_(program),
      options_(options),
      heap_(program),
      codes_(program, heap_, options.leaves),
      collect_at_(kFirstCollection) {
    if (program.phase < Phase::TypedLL || program.phase == Phase::TypedOO)
        fail(fmt::format("phase {} cannot be run", phase_name(program.phase)));
    else if (std::vector<Violation> wrong = verify_data(program); !wrong.empty())
        fail(fmt::format("rule {} is broken: {}", wrong[0].rule, wrong[0].text));
    else if (!codes_.place_statics(options.memory_limit))
        fail(codes_.error());
}

InterpResult Machine::run(GraphId graph, std::span<const ConstantId> arguments) {
    std::vector<Slot> slots;
    for (ConstantId id : arguments) slots.push_back(codes_.constant(id));
    for (size_t i = 0; i < arguments.size() && state_ == State::running; i++) {
        const std::vector<VariableId>& parameters = program_.graph(graph).parameters();
        LLTypeId given = program_.constants[arguments[i]].type;
        if (i < parameters.size() && program_.graph(graph).variables[parameters[i]].type != given)
            fail(fmt::format("argument {} is {}", i + 1, program_.types.text(given)));
    }
    if (state_ == State::running && push(graph, slots, kNoResult)) loop();
    InterpResult result = finish();
    const FunctionGraph& callee = program_.graph(graph);
    LLTypeId type = callee.variables[callee.blocks[callee.returns].inputs[0]].type;
    if (result.kind == InterpResult::Kind::returned) result.text = text(result_, type, 0);
    return result;
}

InterpResult Machine::run_program() {
    if (!program_.entry.valid()) fail("the program has no entry");
    if (state_ == State::running && push(program_.entry, {}, kNoResult)) loop();
    auto root = program_.roots.find(roots::kUncaught);
    if (state_ == State::raised && result_.object && root != program_.roots.end()) {
        state_ = State::running;
        Slot exception = result_;
        take_trace(exception);
        if (push(root->second, {&exception, 1}, kNoResult)) loop();
    }
    InterpResult result = finish();
    if (result.kind != InterpResult::Kind::returned) return result;
    if (result_.kind != Slot::Kind::integer) {
        result.kind = InterpResult::Kind::failed;
        result.text = "the entry returned no status";
    }
    result.status = static_cast<int>(result_.integer & 255);
    result.text = fmt::format("{}", result.status);
    return result;
}

InterpResult Machine::finish() {
    InterpResult result;
    result.steps = steps_;
    switch (state_) {
        case State::running:
        case State::failed:
            result.kind = InterpResult::Kind::failed;
            result.text = failure_;
            break;
        case State::returned: result.kind = InterpResult::Kind::returned; break;
        case State::raised:
            result.kind = InterpResult::Kind::raised;
            result.text = class_name(result_);
            break;
        case State::exited:
            result.kind = InterpResult::Kind::exited;
            result.status = static_cast<int>(exit_status_ & 255);
            break;
    }
    return result;
}

// The first failure counts; it is told with the place where the machine stands.
void Machine::fail(std::string reason) {
    if (state_ == State::failed) return;
    state_ = State::failed;
    failure_ = std::move(reason);
    if (frames_.empty()) return;
    const Frame& frame = frames_.back();
    const CompiledBlock& block = frame.code->blocks[frame.block];
    if (frame.next >= block.end) {
        failure_ += fmt::format(" (at the end of block {} of @{})", block.source->name, frame.code->name);
        return;
    }
    const Operation& op = *frame.code->instructions[frame.next].source;
    std::string place;
    if (op.location.known()) {
        if (program_.files.contains(op.location.file)) place = program_.files[op.location.file].path + ":";
        place = fmt::format(", {}{}:{}", place, op.location.line, op.location.column);
    }
    failure_ += fmt::format(" (in {} %{} of @{}{})", op_info(op.op).name,
                            frame.code->graph->variables[op.result].name, frame.code->name, place);
}

// ---- frames and exits

void Machine::loop() {
    while (state_ == State::running) {
        Frame& frame = frames_.back();
        if (frame.next >= frame.code->blocks[frame.block].end) {
            take_exit();
            continue;
        }
        if (++steps_ == options_.step_limit) fail("the step limit is reached");
        execute(frame.code->instructions[frame.next]);
    }
}

bool Machine::push(GraphId graph, std::span<const Slot> arguments, Operand result) {
    const Code* code = codes_.code(graph);
    if (!code) {
        fail(codes_.error());
        return false;
    }
    const std::vector<VariableId>& parameters = code->graph->parameters();
    if (parameters.size() != arguments.size()) {
        fail(fmt::format("{} arguments for the {} parameters of @{}", arguments.size(), parameters.size(),
                         code->name));
        return false;
    }
    if (frames_.size() >= kMaxFrames) {
        fail("recursion goes on without a stack_check");
        return false;
    }
    size_t base = frames_.empty() ? 0 : frames_.back().base + frames_.back().code->slots;
    if (stack_.size() < base + code->slots) stack_.resize(std::max(2 * stack_.size(), base + code->slots));
    frames_.push_back({code, base, 0, code->blocks[0].begin, result});
    slots_ = stack_.data() + base;
    std::fill(slots_, slots_ + code->slots, Slot());
    for (size_t i = 0; i < arguments.size(); i++) slots_[parameters[i].index] = arguments[i];
    return true;
}

void Machine::call(const Instruction& ins, GraphId target, uint32_t first_argument) {
    // Before the pass that adds stack checks, every call is one.
    bool unchecked = program_.phase < Phase::Raised;
    if (unchecked && frames_.size() == options_.stack_limit)
        return call_root(roots::kRaiseRecursion, "RecursionError");
    moved_.clear();
    for (uint32_t i = first_argument; i < ins.count; i++)
        moved_.push_back(value_of(frames_.back().code->operands[ins.first + i]));
    push(target, moved_, ins.result);
}

// Runs a graph that raises, in place of the operation at hand.
void Machine::call_root(const char* role, const char* class_name) {
    auto root = program_.roots.find(role);
    if (root != program_.roots.end()) {
        push(root->second, {}, kNoResult);
        return;
    }
    raised_name_ = class_name;
    if (program_.phase >= Phase::Raised) return fail(fmt::format("the program has no root `{}`", role));
    unwind(Slot::of_pointer(nullptr));
}

void Machine::take_exit() {
    const Frame& frame = frames_.back();
    const CompiledBlock& block = frame.code->blocks[frame.block];
    const CompiledLink* links = &frame.code->links[block.links];
    switch (block.source->exit) {
        case ExitKind::none: return fail("a block is not finished");
        case ExitKind::jump:
        case ExitKind::raising: return follow(links[0]);
        case ExitKind::branch: {
            const Slot& condition = value_of(block.condition);
            if (condition.kind != Slot::Kind::integer) return fail("an undefined value is branched on");
            return follow(links[condition.integer ? 0 : 1]);
        }
        case ExitKind::switch_: {
            const Slot& condition = value_of(block.condition);
            if (condition.kind == Slot::Kind::undefined) return fail("an undefined value is switched on");
            size_t last = block.source->links.size() - 1;
            for (size_t i = 0; i < last; i++)
                if (links[i].exit_case.same_as(condition)) return follow(links[i]);
            return follow(links[last]);
        }
    }
}

void Machine::follow(const CompiledLink& link) {
    Frame& frame = frames_.back();
    const Code& code = *frame.code;
    if (link.kind == CompiledLink::Kind::returns)
        return return_from_frame(value_of(code.operands[link.first]));
    if (link.kind == CompiledLink::Kind::raises) {
        Slot exception = value_of(code.operands[link.first]);
        if (exception.kind != Slot::Kind::pointer || !exception.object)
            return fail("what is raised is undefined or null");
        if (program_.phase >= Phase::Raised) return fail("a link raises, and exceptions are tests by now");
        trace(link.source->location);
        frames_.pop_back();
        return unwind(exception);
    }
    moved_.clear();
    for (uint32_t i = 0; i < link.count; i++) moved_.push_back(value_of(code.operands[link.first + i]));
    for (uint32_t i = 0; i < link.count; i++) slots_[code.operands[link.first + link.count + i]] = moved_[i];
    frame.block = link.target;
    frame.next = code.blocks[link.target].begin;
    if (frame.next == code.blocks[link.target].end && ++steps_ == options_.step_limit)
        fail("the step limit is reached");
}

void Machine::return_from_frame(Slot value) {
    Operand result = frames_.back().result;
    frames_.pop_back();
    if (frames_.empty()) {
        bool raised = in_flight_.object != nullptr;
        state_ = raised ? State::raised : State::returned;
        result_ = raised ? in_flight_ : value;
        in_flight_ = Slot::of_pointer(nullptr);
        return;
    }
    slots_ = stack_.data() + frames_.back().base;
    if (result != kNoResult) slots_[result] = value;
    frames_.back().next++;
}

// ---- exceptions

// The operation at which the top frame stands raises.
void Machine::unwind(Slot exception) {
    while (!frames_.empty()) {
        Frame& frame = frames_.back();
        slots_ = stack_.data() + frame.base;
        trace(frame.code->instructions[frame.next].source->location);
        const CompiledLink* caught = nullptr;
        if (catches(frame, exception, caught)) {
            take_trace(exception);
            slots_[caught->exception] = exception;
            return follow(*caught);
        }
        if (state_ == State::failed) return;
        frames_.pop_back();
    }
    state_ = State::raised;
    result_ = exception;
}

bool Machine::catches(const Frame& frame, Slot exception, const CompiledLink*& caught) {
    const CompiledBlock& block = frame.code->blocks[frame.block];
    if (block.source->exit != ExitKind::raising || frame.next + 1 != block.end) return false;
    if (!exception.object) {
        fail(fmt::format("{} needs an object here, and the program has no root that makes it", raised_name_));
        return false;
    }
    for (size_t i = 1; i < block.source->links.size(); i++) {
        caught = &frame.code->links[block.links + i];
        if (matches(exception, caught->exit_case)) return true;
    }
    return false;
}

Slot* Machine::find_field(Slot object, std::string_view name) {
    if (object.kind != Slot::Kind::pointer || !object.object) return nullptr;
    LLTypeId type = object.object->type;
    // The type of what the pointer points to: the outermost that begins at its offset.
    uint32_t offset = object.offset;
    while (offset > 0) {
        const Layout& shape = heap_.layout(type);
        const std::vector<LLField>& fields = program_.types[type].fields;
        size_t i = fields.size();
        while (i > 0 &&
               (shape.offsets[i - 1] > offset || program_.types[fields[i - 1].type].kind == LLKind::Array))
            i--;
        if (i == 0 || program_.types[fields[i - 1].type].kind != LLKind::Struct) return nullptr;
        offset -= shape.offsets[i - 1];
        type = fields[i - 1].type;
    }
    uint32_t at = object.offset;
    while (program_.types[type].kind == LLKind::Struct) {
        const Layout& shape = heap_.layout(type);
        if (std::optional<uint32_t> field = program_.types.field_index(type, name)) {
            LLKind kind = program_.types[program_.types[type].fields[*field].type].kind;
            if (kind == LLKind::Array || kind == LLKind::Struct) return nullptr;
            return &object.object->slots[at + shape.offsets[*field]];
        }
        std::optional<uint32_t> super = program_.types.field_index(type, "super");
        if (!super) return nullptr;
        at += shape.offsets[*super];
        type = program_.types[type].fields[*super].type;
    }
    return nullptr;
}

// Subclasses are numbered within [subclass_min, subclass_max) of their bases.
bool Machine::matches(Slot exception, Slot class_) {
    Slot* vtable = find_field(exception, "typeptr");
    Slot* number = vtable ? find_field(*vtable, "subclass_min") : nullptr;
    Slot* from = find_field(class_, "subclass_min");
    Slot* to = find_field(class_, "subclass_max");
    if (number && from && to) return from->integer <= number->integer && number->integer < to->integer;
    fail("an exception or a class that catches has no class number");
    return false;
}

std::string Machine::class_name(Slot exception) {
    if (exception.kind != Slot::Kind::pointer || !exception.object) return raised_name_;
    Slot* vtable = find_field(exception, "typeptr");
    Slot* name = vtable ? find_field(*vtable, "name") : nullptr;
    std::optional<std::string> chars = name ? chars_of(*name) : std::nullopt;
    return chars ? *chars : program_.types.text(exception.object->type);
}

// Notes that an exception passed here; the location lives in the graph of the top frame.
void Machine::trace(const Location& location) {
    if (!location.known() || frames_.empty()) return;
    bool frameless = !frames_.back().code->graph->has_frame();
    if (frameless && !location.scope.valid()) return;
    auto [entry, inserted] = place_ids_.try_emplace(&location, static_cast<int32_t>(places_.size()));
    if (inserted) {
        const FunctionGraph& graph = *frames_.back().code->graph;
        std::string function = graph.qualname.empty() ? graph.name : graph.qualname;
        if (size_t dot = function.rfind('.'); dot != std::string::npos) function = function.substr(dot + 1);
        places_.push_back({location, frameless ? "" : std::move(function)});
    }
    trace_.push_back(entry->second);
}

// Moves the trace behind what the exception has already.
void Machine::take_trace(Slot exception) {
    Slot* field = find_field(exception, "traceback");
    if (!field || trace_.empty()) return trace_.clear();
    HeapObject* old = field->kind == Slot::Kind::pointer ? field->object : nullptr;
    int64_t length = old ? old->length : 0;
    std::optional<LLTypeId> array;
    for (uint32_t i = 0; i < program_.types.size() && !array; i++) {
        const LLType& type = program_.types[LLTypeId(i)];
        if (type.kind == LLKind::Array && type.gc && type.item == kInt32 && !type.immutable)
            array = LLTypeId(i);
    }
    HeapObject* joined = array ? new_object(*array, length + static_cast<int64_t>(trace_.size())) : nullptr;
    if (!joined) return trace_.clear();
    for (int64_t i = 0; i < length; i++) heap_.set_item(*joined, i, 0, heap_.item(*old, i, 0));
    for (size_t i = 0; i < trace_.size(); i++)
        heap_.set_item(*joined, length + static_cast<int64_t>(i), 0, Slot::of_integer(trace_[i]));
    *find_field(exception, "traceback") = Slot::of_pointer(joined);
    trace_.clear();
}

}  // namespace sapwood
