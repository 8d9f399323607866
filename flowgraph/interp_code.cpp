// Compiles graphs for the interpreter and places static data.
#include "flowgraph/interp_code.h"

#include "flowgraph/print.h"
#include "flowgraph/signature.h"
#include "flowgraph/text_names.h"
#include "flowgraph/verify.h"

namespace sapwood {

CodeTable::CodeTable(const Program& program, Heap& heap, LeafTable leaves)
    : program_(program), heap_(heap), leaves_(leaves), names_(graph_names(program)) {
    codes_.resize(program.graph_count());
    constants_.resize(program.constants.size());
    constant_known_.resize(program.constants.size());
    places_.resize(program.prebuilt.size());
}

const Code* CodeTable::code(GraphId id) {
    if (!program_.alive(id)) {
        error_ = "a function is called that is gone";
        return nullptr;
    }
    std::unique_ptr<Code>& entry = codes_[id.index];
    if (!entry) entry = compile(program_.graph(id));
    return entry.get();
}

std::unique_ptr<Code> CodeTable::compile(const FunctionGraph& graph) {
    std::vector<Violation> violations = verify(program_, graph);
    if (!violations.empty()) {
        error_ = fmt::format("graph @{} breaks rule {}: {}", names_.at(graph.id), violations[0].rule,
                             violations[0].text);
        return nullptr;
    }
    auto code = std::make_unique<Code>();
    code->graph = &graph;
    code->name = names_.at(graph.id);
    code->slots = graph.variables.size();
    std::vector<BlockId> order = graph.reachable_blocks();
    std::vector<uint32_t> block_indexes(graph.blocks.size());
    for (BlockId id : order) {
        block_indexes[id.index] = static_cast<uint32_t>(code->blocks.size());
        if (id != graph.returns && id != graph.excepts) code->blocks.push_back({.source = &graph.blocks[id]});
    }
    for (CompiledBlock& block : code->blocks) {
        block.begin = static_cast<uint32_t>(code->instructions.size());
        for (const Operation& op : block.source->operations) compile_operation(*code, op);
        block.end = static_cast<uint32_t>(code->instructions.size());
        block.links = static_cast<uint32_t>(code->links.size());
        if (block.source->condition.valid()) block.condition = operand(block.source->condition);
        compile_exit(*code, *block.source, block_indexes);
    }
    return code;
}

Operand CodeTable::operand(Value value) {
    if (value.is_variable()) return static_cast<Operand>(value.variable().index);
    ConstantId id = value.constant();
    if (!constant_known_[id.index]) {
        constants_[id.index] = constant(id);
        constant_known_[id.index] = 1;
    }
    return ~static_cast<Operand>(id.index);
}

Slot CodeTable::constant(ConstantId id) const {
    const Constant& c = program_.constants[id];
    bool number = c.type == kNumber;
    switch (c.kind) {
        case ConstantKind::undefined: return Slot();
        case ConstantKind::boolean:
            return Slot::of_integer(c.integer, number ? Slot::Kind::number_bool : Slot::Kind::integer);
        case ConstantKind::integer:
            return Slot::of_integer(c.integer, number ? Slot::Kind::number_int : Slot::Kind::integer);
        case ConstantKind::floating:
            return Slot::of_float(c.number, number ? Slot::Kind::number_float : Slot::Kind::floating);
        case ConstantKind::number_none: return Slot::of_integer(0, Slot::Kind::number_none);
        case ConstantKind::null: return Slot::of_pointer(nullptr);
        case ConstantKind::pointer: return places_[c.prebuilt.index];
        case ConstantKind::function: return Slot::of_integer(c.graph.index, Slot::Kind::function);
        case ConstantKind::none:
        case ConstantKind::leaf:
        case ConstantKind::field:
        case ConstantKind::type:
        case ConstantKind::graphs: return Slot::nothing();
        case ConstantKind::str:
        case ConstantKind::bytes:
        case ConstantKind::object:
        case ConstantKind::shape: return Slot();
    }
    return Slot();
}

void CodeTable::compile_operation(Code& code, const Operation& op) {
    Instruction instruction{.op = op.op, .result = static_cast<Operand>(op.result.index), .source = &op};
    instruction.count = static_cast<uint32_t>(op.args.size());
    instruction.first = static_cast<uint32_t>(code.operands.size());
    for (Value v : op.args) code.operands.push_back(operand(v));
    auto add_access = [&](size_t path_length) {
        instruction.extra = static_cast<uint32_t>(code.accesses.size());
        code.accesses.push_back(access(*code.graph, op.args[0], &op.args[1], path_length));
    };
    switch (op.op) {
        case Op::getfield:
        case Op::setfield:
        case Op::getsubstruct:
        case Op::getarrayitem:
        case Op::setarrayitem: add_access(1); break;
        case Op::getinterior: add_access(op.args.size() - 1); break;
        case Op::setinterior: add_access(op.args.size() - 2); break;
        case Op::getarraysize:
        case Op::clear_items: add_access(0); break;
        case Op::copy_items:
        case Op::compare_items:
            add_access(0);
            code.accesses.push_back(access(*code.graph, op.args[2], nullptr, 0));
            break;
        case Op::indirect_call:
            instruction.extra = static_cast<uint32_t>(code.targets.size());
            code.targets.push_back(program_.constants[op.args[1].constant()].graphs);
            break;
        case Op::leaf_call:
            instruction.extra = static_cast<uint32_t>(code.leaves.size());
            code.leaves.push_back(leaf(program_.constants[op.args[0].constant()].text));
            break;
        default: break;  // these need no more than their operands
    }
    code.instructions.push_back(instruction);
}

// A path of fields and indexes; an array (or a struct's inlined array) takes a bare index.
Access CodeTable::access(const FunctionGraph& graph, Value pointer, const Value* path, size_t length) {
    Access result;
    result.container = program_.types.target(type_of(program_, graph, pointer));
    result.immutable = program_.types[result.container].immutable;
    result.storage = result.container;
    LLTypeId here = result.container;
    for (size_t i = 0; i < length; i++) {
        const LLType& type = program_.types[here];
        bool is_field =
            path[i].is_constant() && program_.constants[path[i].constant()].kind == ConstantKind::field;
        if (type.kind == LLKind::Struct && is_field) {
            uint32_t field = *program_.types.field_index(here, program_.constants[path[i].constant()].text);
            LLTypeId next = type.fields[field].type;
            if (program_.types[next].kind != LLKind::Array)
                result.offset += heap_.layout(here).offsets[field];
            here = next;
        } else {
            LLTypeId array = type.kind == LLKind::Struct ? *program_.types.inlined_array(here) : here;
            result.in_items = true;
            result.offset = 0;
            result.index = operand(path[i]);
            here = program_.types[array].item;
        }
        result.storage = here;
    }
    return result;
}

LeafCall CodeTable::leaf(const std::string& name) const {
    LeafCall result;
    result.info = leaf_by_name(name);
    if (!result.info) return result;
    while (std::optional<LeafKind> kind = result.info->parameter(result.parameters.size()))
        result.parameters.push_back(*kind);
    for (const LeafRoutine& routine : leaves_)
        if (routine.name == name) result.call = routine.call;
    return result;
}

void CodeTable::compile_exit(Code& code, const Block& block, const std::vector<uint32_t>& block_indexes) {
    const FunctionGraph& graph = *code.graph;
    for (const Link& link : block.links) {
        CompiledLink compiled;
        compiled.source = &link;
        compiled.count = static_cast<uint32_t>(link.args.size());
        compiled.first = static_cast<uint32_t>(code.operands.size());
        if (link.target == graph.returns)
            compiled.kind = CompiledLink::Kind::returns;
        else if (link.target == graph.excepts)
            compiled.kind = CompiledLink::Kind::raises;
        else
            compiled.target = block_indexes[link.target.index];
        if (link.exit_case.valid()) compiled.exit_case = constant(link.exit_case);
        if (link.exception.valid()) compiled.exception = static_cast<Operand>(link.exception.index);
        for (Value v : link.args) code.operands.push_back(operand(v));
        for (VariableId v : graph.blocks[link.target].inputs)
            code.operands.push_back(static_cast<Operand>(v.index));
        code.links.push_back(compiled);
    }
}

// ---- static data

bool CodeTable::place_statics(size_t memory_limit) {
    for (uint32_t i = 0; i < program_.prebuilt.size(); i++) {
        PrebuiltId id(i);
        const Prebuilt& data = program_.prebuilt[id];
        if (data.inlined) continue;
        const LLType& type = program_.types[data.type];
        int64_t length = 0;
        if (type.kind == LLKind::Array) length = static_cast<int64_t>(data.values.size());
        if (program_.types.inlined_array(data.type)) {
            const Constant& items = program_.constants[data.values.back()];
            length = static_cast<int64_t>(program_.prebuilt[items.prebuilt].values.size());
        }
        HeapObject* object = heap_.allocate(data.type, length, memory_limit);
        if (!object) {
            error_ = fmt::format("static ${} is larger than memory", i);
            return false;
        }
        object->is_static = true;
        place(id, object, 0);
    }
    for (uint32_t i = 0; i < program_.prebuilt.size(); i++)
        if (!program_.prebuilt[PrebuiltId(i)].inlined) fill(PrebuiltId(i));
    return true;
}

// Notes where this and what it inlines lies.  Items' offsets count from the first item and begin after the
// object's fixed part.
void CodeTable::place(PrebuiltId id, HeapObject* object, uint32_t offset) {
    const Prebuilt& data = program_.prebuilt[id];
    places_[id.index] = Slot::of_pointer(object, offset);
    const LLType& type = program_.types[data.type];
    const Layout& shape = heap_.layout(data.type);
    bool is_array = type.kind == LLKind::Array;
    for (size_t i = 0; i < data.values.size(); i++) {
        LLKind part = program_.types[is_array ? type.item : type.fields[i].type].kind;
        if (part != LLKind::Struct && part != LLKind::Array) continue;
        uint32_t inner = offset;
        if (is_array)
            inner += static_cast<uint32_t>(i * shape.zero_item.size());
        else if (part == LLKind::Array)
            inner = static_cast<uint32_t>(object->layout->zero.size());
        else
            inner += shape.offsets[i];
        place(program_.constants[data.values[i]].prebuilt, object, inner);
    }
}

void CodeTable::fill(PrebuiltId id) {
    const Prebuilt& data = program_.prebuilt[id];
    const Slot& place = places_[id.index];
    const LLType& type = program_.types[data.type];
    bool is_array = type.kind == LLKind::Array;
    for (size_t i = 0; i < data.values.size(); i++) {
        LLTypeId part = is_array ? type.item : type.fields[i].type;
        LLKind kind = program_.types[part].kind;
        if (kind == LLKind::Struct || kind == LLKind::Array) {
            fill(program_.constants[data.values[i]].prebuilt);
            continue;
        }
        Slot slot = constant(data.values[i]);
        if (slot.kind == Slot::Kind::undefined) slot = zero_slot(program_, part);
        slot = stored_as(part, slot);
        if (is_array)
            heap_.set_item(*place.object, static_cast<int64_t>(i), 0, slot);
        else
            place.object->slots[place.offset + heap_.layout(data.type).offsets[i]] = slot;
    }
}

}  // namespace sapwood
