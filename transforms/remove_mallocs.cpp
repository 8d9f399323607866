// Turns structs that do not leave the function into variables, one per field: iterators, tuples, closures.
//
// Variables that hand on one pointer (block inputs and what links pass to them, casts) are a family.  A
// family goes if each of its members comes from a malloc of the same struct, and all that is done with them
// is reading and storing fields and testing for null. Needs: phase Typed.  Leaves: the same phase.
#include <algorithm>
#include <map>

#include "transforms/rewrite.h"
#include "transforms/transforms.h"

namespace sapwood {
namespace {

// A primitive field of a struct, its bases' included: the path from the outermost struct.
struct Slot {
    std::string path;
    LLTypeId type;
};

struct Family {
    LLTypeId structure;  // of the mallocs; invalid: none seen yet
    bool refused = false;
    size_t mallocs = 0;
};

struct Remover {
    Program& program;
    FunctionGraph& graph;
    std::vector<uint32_t> parent;  // union-find over variables
    std::map<uint32_t, Family> families;
    std::map<LLTypeId, std::vector<Slot>> slots;

    explicit Remover(Program& p, FunctionGraph& g) : program(p), graph(g) {
        for (uint32_t i = 0; i < g.variables.size(); i++) parent.push_back(i);
    }

    uint32_t find(uint32_t i) {
        while (parent[i] != i) i = parent[i] = parent[parent[i]];
        return i;
    }
    uint32_t find(VariableId variable) { return find(variable.index); }

    void join(VariableId a, VariableId b) {
        uint32_t x = find(a), y = find(b);
        if (x != y) parent[std::max(x, y)] = std::min(x, y);
    }

    bool is_struct_pointer(Value value) const {
        LLTypeId type = type_of(program, graph, value);
        return program.types.is_pointer(type) &&
               program.types[program.types.target(type)].kind == LLKind::Struct;
    }

    void refuse(Value value) {
        if (value.is_variable()) families[find(value.variable())].refused = true;
    }

    // ---- Which families can go

    void find_families() {
        std::vector<BlockId> order = graph.reachable_blocks();
        for (BlockId id : order) {
            for (const Operation& operation : graph.blocks[id].operations)
                if (operation.op == Op::cast_pointer && operation.args[0].is_variable())
                    join(operation.result, operation.args[0].variable());
            for (const Link& link : graph.blocks[id].links) {
                const std::vector<VariableId>& inputs = graph.blocks[link.target].inputs;
                for (size_t i = 0; i < link.args.size(); i++)
                    if (link.args[i].is_variable()) join(inputs[i], link.args[i].variable());
            }
        }
        for (VariableId input : graph.parameters()) refuse(input);
        refuse(graph.blocks[graph.returns].inputs[0]);
        refuse(graph.blocks[graph.excepts].inputs[0]);
        for (BlockId id : order) look_at_block(id);
        for (BlockId id : order) refuse_aliases(graph.blocks[id]);
    }

    void look_at_block(BlockId id) {
        const Block& block = graph.blocks[id];
        for (const Operation& operation : block.operations) look_at(operation);
        if (block.condition.valid()) refuse(block.condition);
        for (const Link& link : block.links) {
            if (link.exception.valid()) refuse(link.exception);
            const std::vector<VariableId>& inputs = graph.blocks[link.target].inputs;
            for (size_t i = 0; i < link.args.size(); i++)
                if (link.args[i].is_constant()) refuse(inputs[i]);
        }
    }

    void look_at(const Operation& operation) {
        switch (operation.op) {
            case Op::malloc: {
                Family& family = families[find(operation.result)];
                LLTypeId structure = program.constants[operation.args[0].constant()].lltype_value;
                if (family.mallocs++ > 0 && family.structure != structure) family.refused = true;
                family.structure = structure;
                if (!has_slots(structure)) family.refused = true;
                return;
            }
            case Op::getfield:
                refuse(operation.result);  // what is read comes from elsewhere
                return;
            case Op::setfield: refuse(operation.args[2]); return;
            case Op::exc_passes:  // nobody sees the traceback of what nobody else has
            case Op::ptr_nonzero:
            case Op::ptr_iszero: return;
            case Op::cast_pointer:
                if (operation.args[0].is_constant() || !is_struct_pointer(operation.args[0]) ||
                    !is_struct_pointer(operation.result))
                    refuse(operation.result);
                return;
            default:
                for (Value arg : operation.args) refuse(arg);
                refuse(operation.result);
        }
    }

    // Two inputs of a block that belong to one family might be the same object.
    void refuse_aliases(const Block& block) {
        std::map<uint32_t, int> inputs;
        for (VariableId input : block.inputs)
            if (++inputs[find(input)] > 1) refuse(input);
    }

    bool has_slots(LLTypeId structure) {
        auto [entry, added] = slots.try_emplace(structure);
        if (added && !add_slots(structure, "", entry->second)) entry->second = {{"", kVoid}};
        return entry->second.size() != 1 || entry->second[0].type != kVoid;
    }

    bool add_slots(LLTypeId structure, const std::string& prefix, std::vector<Slot>& out) {
        for (const LLField& field : program.types[structure].fields) {
            switch (program.types[field.type].kind) {
                case LLKind::Struct:
                    if (!add_slots(field.type, prefix + field.name + ".", out)) return false;
                    break;
                case LLKind::Array:
                case LLKind::Int8:
                case LLKind::Int32: return false;  // a store would truncate
                case LLKind::Void: break;
                default: out.push_back({prefix + field.name, field.type});
            }
        }
        return true;
    }

    // ---- Replacing

    // The prefix of a base struct's fields inside the whole: "super.super."; nullopt if it is no base.
    std::optional<std::string> base_prefix(LLTypeId whole, LLTypeId base) const {
        std::string prefix;
        while (whole != base) {
            auto index = program.types.field_index(whole, "super");
            if (!index) return std::nullopt;
            whole = program.types[whole].fields[*index].type;
            prefix += "super.";
        }
        return prefix;
    }

    // Number of the slot that a field operation means; nullopt if there is none.
    std::optional<size_t> slot_of(const Family& family, Value pointer, Value field) {
        LLTypeId type = program.types.target(type_of(program, graph, pointer));
        std::optional<std::string> prefix = base_prefix(family.structure, type);
        if (!prefix) return std::nullopt;
        std::string path = *prefix + program.constants[field.constant()].text;
        const std::vector<Slot>& all = slots.at(family.structure);
        for (size_t i = 0; i < all.size(); i++)
            if (all[i].path == path) return i;
        return std::nullopt;
    }

    Family* removable_family(Value value) {
        if (!value.is_variable() || value.variable().index >= parent.size())
            return nullptr;  // new: a field's value
        auto found = families.find(find(value.variable()));
        if (found == families.end() || found->second.refused || found->second.mallocs == 0) return nullptr;
        return &found->second;
    }

    // Accesses that have no slot of their own (a whole inner struct, a class that is no base) refuse too.
    void check_accesses() {
        for (BlockId id : graph.reachable_blocks())
            for (const Operation& operation : graph.blocks[id].operations) {
                bool access = operation.op == Op::getfield || operation.op == Op::setfield;
                Family* family = access ? removable_family(operation.args[0]) : nullptr;
                if (family == nullptr) continue;
                std::optional<size_t> slot = slot_of(*family, operation.args[0], operation.args[1]);
                if (!slot || (operation.op == Op::getfield && slots.at(family->structure)[*slot].type !=
                                                                  graph.variables[operation.result].type))
                    family->refused = true;
            }
    }

    Value zero(LLTypeId type) const {
        ConstantTable& constants = program.constants;
        switch (program.types[type].kind) {
            case LLKind::Float: return constants.ll_float(0);
            case LLKind::Bool: return constants.ll_bool(false);
            case LLKind::Number: {
                Constant none;
                none.kind = ConstantKind::number_none;
                none.type = kNumber;
                return constants.intern(std::move(none));
            }
            case LLKind::Ptr:
            case LLKind::GcRef: return constants.null(type);
            case LLKind::Address: return constants.undefined(type);
            default: return constants.ll_int(0, type);
        }
    }

    using Fields = std::vector<Value>;
    std::map<VariableId, VariableId> root;  // by member: the input or malloc result that it casts
    std::map<VariableId, Fields> contents;  // by root: what the fields hold at this point

    void replace() {
        std::vector<BlockId> order = graph.reachable_blocks();
        // New inputs first: links are rewritten in any order.
        std::map<VariableId, Fields> input_fields;
        for (BlockId id : order) {
            if (id == graph.start) continue;
            std::vector<VariableId> inputs;
            std::vector<VariableId> old = graph.blocks[id].inputs;
            for (VariableId input : old) {
                Family* family = removable_family(input);
                if (family == nullptr) {
                    inputs.push_back(input);
                    continue;
                }
                for (const Slot& slot : slots.at(family->structure)) {
                    std::string name = slot.path.substr(slot.path.rfind('.') + 1);
                    VariableId part = graph.new_variable(name, slot.type);
                    inputs.push_back(part);
                    input_fields[input].push_back(part);
                }
            }
            graph.blocks[id].inputs = std::move(inputs);
        }
        for (BlockId id : order) replace_in(id, input_fields);
    }

    void replace_in(BlockId id, const std::map<VariableId, Fields>& input_fields) {
        contents = input_fields;
        root.clear();
        Substitution read;
        Block& block = graph.blocks[id];
        std::vector<Operation> kept;
        for (Operation& operation : block.operations) {
            for (Value& arg : operation.args)
                if (arg.is_variable())
                    if (auto found = read.find(arg.variable()); found != read.end()) arg = found->second;
            if (!replace_operation(operation, read)) kept.push_back(std::move(operation));
        }
        block.operations = std::move(kept);
        substitute(block, read);
        for (Link& link : block.links) {
            Fields args;
            for (Value arg : link.args) {
                if (removable_family(arg) == nullptr) {
                    args.push_back(arg);
                    continue;
                }
                const Fields& parts = contents.at(root_of(arg.variable()));
                args.insert(args.end(), parts.begin(), parts.end());
            }
            link.args = std::move(args);
        }
    }

    VariableId root_of(VariableId variable) const {
        auto found = root.find(variable);
        return found == root.end() ? variable : found->second;
    }

    // true if the operation is gone.
    bool replace_operation(const Operation& operation, Substitution& read) {
        switch (operation.op) {
            case Op::malloc: {
                Family* family = removable_family(operation.result);
                if (family == nullptr) return false;
                Fields& fields = contents[operation.result];
                fields.clear();
                for (const Slot& slot : slots.at(family->structure)) fields.push_back(zero(slot.type));
                return true;
            }
            case Op::cast_pointer:
                if (removable_family(operation.result) == nullptr) return false;
                root[operation.result] = root_of(operation.args[0].variable());
                return true;
            case Op::getfield:
            case Op::setfield: {
                Family* family = removable_family(operation.args[0]);
                if (family == nullptr) return false;
                size_t slot = *slot_of(*family, operation.args[0], operation.args[1]);
                Value& place = contents.at(root_of(operation.args[0].variable()))[slot];
                if (operation.op == Op::setfield)
                    place = operation.args[2];
                else
                    read[operation.result] = place;
                return true;
            }
            case Op::ptr_nonzero:
            case Op::ptr_iszero:
                if (removable_family(operation.args[0]) == nullptr) return false;
                read[operation.result] = program.constants.ll_bool(operation.op == Op::ptr_nonzero);
                return true;
            case Op::exc_passes: return removable_family(operation.args[0]) != nullptr;
            default: return false;
        }
    }

    bool run() {
        find_families();
        check_accesses();
        bool any = false;
        for (auto& [representative, family] : families) {
            // A family that nobody allocates stays as it is.
            if (family.mallocs == 0) family.refused = true;
            any |= !family.refused;
        }
        if (any) replace();
        return any;
    }
};

}  // namespace

bool remove_mallocs_of_graph(Program& program, FunctionGraph& graph) {
    bool any = false;
    for (BlockId id : graph.reachable_blocks())
        for (const Operation& operation : graph.blocks[id].operations) any |= operation.op == Op::malloc;
    return any && Remover(program, graph).run();
}

size_t remove_mallocs(Program& program) {
    size_t changes = 0;
    for (GraphId id : program.graphs()) {
        if (!remove_mallocs_of_graph(program, program.graph(id))) continue;
        simplify_graph(program, program.graph(id));
        changes++;
    }
    return changes;
}

}  // namespace sapwood
