// Common subexpressions within a block.
#include "transforms/common_values.h"

#include <map>

#include "flowgraph/leaf.h"
#include "transforms/rewrite.h"

namespace sapwood {
namespace {

using Key = std::pair<Op, std::vector<Value>>;

struct Merger {
    Program& program;
    FunctionGraph& graph;
    Substitution known;
    std::map<std::pair<Key, LLTypeId>, Value> pure_values;
    std::map<Key, Value> fields;  // (getfield, pointer, field) and (getarrayitem, pointer, index)

    bool is_pure(const Operation& operation) const {
        if (operation.op == Op::leaf_call)
            return (leaf_by_name(program.constants[operation.args[0].constant()].text)->effects &
                    effect::pure) != 0;
        return op_info(operation.op).has(effect::pure);
    }

    // The result has been computed; if that had raised, control would not be here.
    static bool is_checked_arithmetic(const Operation& operation) {
        return operation.op == Op::int_add_ovf || operation.op == Op::int_sub_ovf ||
               operation.op == Op::int_mul_ovf;
    }

    // Storing a value as Int32 or Int8 truncates it: what is read is another value.
    bool stored_whole(Value pointer, Value field, Value value) const {
        LLTypeId target = program.types.target(type_of(program, graph, pointer));
        auto index = program.types.field_index(target, program.constants[field.constant()].text);
        return index && program.types[target].fields[*index].type == type_of(program, graph, value);
    }

    // A store to a field changes only fields of that name.
    void forget_field(Value field) {
        std::erase_if(fields, [&](const auto& entry) {
            return entry.first.first == Op::getfield && entry.first.second[1] == field;
        });
    }

    void forget_items() {
        std::erase_if(fields, [](const auto& entry) { return entry.first.first == Op::getarrayitem; });
    }

    // The value that an operation's result already has; invalid if it has to be computed.
    Value find(const Operation& operation) {
        LLTypeId type = graph.variables[operation.result].type;
        if (type == kVoid) return {};
        if (is_pure(operation) || is_checked_arithmetic(operation)) {
            auto [entry, added] =
                pure_values.try_emplace({{operation.op, operation.args}, type}, operation.result);
            return added ? Value() : entry->second;
        }
        if (operation.op == Op::getfield || operation.op == Op::getarrayitem) {
            auto [entry, added] = fields.try_emplace({operation.op, operation.args}, operation.result);
            return added ? Value() : entry->second;
        }
        return {};
    }

    void note_writes(const Operation& operation) {
        switch (operation.op) {
            case Op::setfield:
                forget_field(operation.args[1]);
                if (stored_whole(operation.args[0], operation.args[1], operation.args[2]))
                    fields[{Op::getfield, {operation.args[0], operation.args[1]}}] = operation.args[2];
                return;
            case Op::setarrayitem:
            case Op::setinterior:
            case Op::copy_items:
            case Op::clear_items: forget_items(); break;
            case Op::malloc:
            case Op::malloc_varsize:
            case Op::exc_handled_set: return;
            case Op::exc_passes: return forget_field(program.constants.field("traceback"));
            default:
                if (op_info(operation.op).has(effect::calls) ||
                    (op_info(operation.op).has(effect::writes) && operation.op != Op::exc_trace))
                    fields.clear();
        }
        if (operation.op == Op::setinterior) fields.clear();
    }

    bool run(Block& block) {
        bool changed = false;
        std::vector<Operation> kept;
        size_t count = block.operations.size();
        for (size_t i = 0; i < count; i++) {
            Operation& operation = block.operations[i];
            for (Value& arg : operation.args)
                if (arg.is_variable())
                    if (auto found = known.find(arg.variable()); found != known.end()) arg = found->second;
            bool handled = i + 1 == count && block.exit == ExitKind::raising;  // its block needs it
            Value value = handled ? Value() : find(operation);
            if (value.valid() && type_of(program, graph, value) == graph.variables[operation.result].type) {
                known.emplace(operation.result, value);
                changed = true;
                continue;
            }
            note_writes(operation);
            kept.push_back(std::move(operation));
        }
        block.operations = std::move(kept);
        if (changed) substitute(block, known);
        return changed;
    }
};

}  // namespace

bool merge_common_values(Program& program, FunctionGraph& graph, BlockId block) {
    Merger merger{program, graph, {}, {}, {}};
    return merger.run(graph.blocks[block]);
}

}  // namespace sapwood
