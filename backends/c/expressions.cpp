// Operations and operands as C expressions.
#include "backends/c/expressions.h"

#include "backends/c/literals.h"
#include "flowgraph/allocation.h"
#include "flowgraph/leaf.h"

namespace sapwood {
namespace {

struct Template {
    Op op;
    std::string_view text;
};

constexpr Template kTemplates[] = {
#define OPERATION(name, text) {Op::name, text},
#include "backends/c/op_templates.def"
#undef OPERATION
};

const Template* find_template(Op op) {
    for (const Template& row : kTemplates)
        if (row.op == op) return &row;
    return nullptr;
}

// `x`, `f(a)`, `p->x`, `12`: no operator that binds less tightly than a postfix one.
bool is_tight(std::string_view text) {
    int depth = 0;
    for (size_t i = 0; i < text.size(); i++) {
        char c = text[i];
        if (c == '\'') {  // a character
            i = text.find('\'', text[i + 1] == '\\' ? i + 3 : i + 2);
            continue;
        }
        if (c == '(' || c == '[') depth++;
        if (c == ')' || c == ']') depth--;
        if (depth > 0) continue;
        if (c == ' ' || c == '~' || c == '!' || c == '&') return false;
        if (c == '-' && text.substr(i, 2) != "->" && !(i > 0 && text[i - 1] == 'e')) return false;
        if (c == ')' && i + 1 < text.size()) {  // a cast: `(int64_t)x`, `(struct a *)(p->b)`
            char next = text[i + 1];
            bool call = next == '(' && text[0] != '(';
            if (next != '.' && next != '-' && next != ')' && next != '[' && !call) return false;
        }
    }
    return true;
}

std::string parenthesized(std::string text) {
    return is_tight(text) ? text : "(" + text + ")";
}

}  // namespace

Expressions::Expressions(const Program& program, const CNames& names, const FunctionGraph& graph,
                         const VariablePlan& plan)
    : program_(program), names_(names), graph_(graph), plan_(plan) {
    definitions_.resize(graph.variables.size());
    twins_.resize(graph.variables.size());
    for (const Block& block : graph.blocks)
        for (size_t i = 0; i < block.operations.size(); i++) {
            const Operation& operation = block.operations[i];
            if (plan.folded[operation.result.index]) definitions_[operation.result.index] = &operation;
            if (plan.fused[operation.result.index]) twins_[operation.result.index] = &block.operations[i + 1];
        }
}

std::string Expressions::operand(Value value, bool whole) const {
    value = plan_.resolve(value);
    if (value.is_constant()) {
        std::string text = c_literal(program_, names_, value.constant());
        return whole ? text : parenthesized(std::move(text));
    }
    if (const Operation* folded = definitions_[value.variable().index]) return operation(*folded, whole);
    return plan_.name(value.variable());
}

std::string Expressions::operation(const Operation& op, bool whole) const {
    auto finish = [&](std::string text) { return whole ? text : parenthesized(std::move(text)); };
    if (plan_.fused[op.result.index]) return fused_overflow(op);
    if (const Template* row = find_template(op.op)) {
        std::string text;
        for (size_t i = 0; i < row->text.size(); i++) {
            if (row->text[i] != '$') {
                text += row->text[i];
                continue;
            }
            bool argument = i > 0 && row->text[i - 1] != ' ' && row->text.substr(0, 3) == "sw_";
            text += operand(op.args[static_cast<size_t>(row->text[++i] - '0')], argument);
        }
        return finish(text);
    }
    switch (op.op) {
        case Op::getfield:
            return member(op.args[0]) +
                   names_.field(target_of(op.args[0]), *program_.types.field_index(
                                                           target_of(op.args[0]), constant(op.args[1]).text));
        case Op::setfield: {
            LLTypeId target = target_of(op.args[0]);
            uint32_t index = *program_.types.field_index(target, constant(op.args[1]).text);
            return store(member(op.args[0]) + names_.field(target, index),
                         program_.types[target].fields[index].type, op.args[2]);
        }
        case Op::getarrayitem: return fmt::format("{}[{}]", items(op.args[0]), operand(op.args[1], true));
        case Op::setarrayitem:
            return store(fmt::format("{}[{}]", items(op.args[0]), operand(op.args[1], true)),
                         item_of(op.args[0]), op.args[2]);
        case Op::getarraysize: return length(op.args[0]);
        case Op::getinterior: return interior(op, op.args.size());
        case Op::setinterior: {
            std::string place = interior(op, op.args.size() - 1);
            LLTypeId type = type_of(program_, graph_, op.args.back());
            return store(place, type, op.args.back());
        }
        case Op::getsubstruct:
            return finish(fmt::format(
                "&{}{}", member(op.args[0]),
                names_.field(target_of(op.args[0]),
                             *program_.types.field_index(target_of(op.args[0]), constant(op.args[1]).text))));
        case Op::copy_items:
        case Op::clear_items:
        case Op::compare_items: return move_items(op);
        case Op::ptr_eq:
        case Op::ptr_ne: {
            bool same = type_of(program_, graph_, op.args[0]) == type_of(program_, graph_, op.args[1]);
            const char* cast = same ? "" : "(void *)";
            return finish(fmt::format("{}{} {} {}{}", cast, operand(op.args[0]),
                                      op.op == Op::ptr_eq ? "==" : "!=", cast, operand(op.args[1])));
        }
        case Op::cast_pointer:
            return finish(
                fmt::format("({}){}", names_.type(graph_.variables[op.result].type), operand(op.args[0])));
        case Op::type_size:
            return fmt::format("(int64_t)sizeof({})", names_.type(constant(op.args[0]).lltype_value));
        case Op::direct_call: return call(names_.function(constant(op.args[0]).graph), op.args, 1);
        case Op::indirect_call: return call(operand(op.args[0]), op.args, 2);
        case Op::leaf_call: return leaf_call(op);
        case Op::exc_handled_get:
            return finish(fmt::format("({})sw_state.handled", names_.type(graph_.variables[op.result].type)));
        case Op::exc_handled_set: return fmt::format("sw_state.handled = {}", operand(op.args[0], true));
        case Op::exc_set: return fmt::format("sw_state.exception = {}", operand(op.args[0], true));
        case Op::gc_malloc:
        case Op::gc_malloc_varsize: return finish(allocation(op));
        default: break;
    }
    CHECK(false, "operation {} cannot be printed as C", op_info(op.op).name);
    return {};
}

std::string Expressions::fused_overflow(const Operation& test) const {
    const char* name = test.op == Op::int_add_overflows   ? "add"
                       : test.op == Op::int_sub_overflows ? "sub"
                                                          : "mul";
    // A literal operand is an int in C; the check is done in the type of the result, so that is fine.
    return fmt::format("sw_unlikely(__builtin_{}_overflow({}, {}, &{}))", name, operand(test.args[0], true),
                       operand(test.args[1], true), plan_.name(twins_[test.result.index]->result));
}

LLTypeId Expressions::target_of(Value pointer) const {
    return program_.types.target(type_of(program_, graph_, pointer));
}

LLTypeId Expressions::item_of(Value pointer) const {
    return program_.types[array_in(program_.types, target_of(pointer))].item;
}

std::string Expressions::member(Value pointer) const {
    std::string text = operand(pointer, true);
    if (text.starts_with('&')) return text.substr(1) + ".";
    // Behind a test that always raises: never reached, but C must know the type.
    if (text == "NULL") text = fmt::format("({})NULL", names_.type(type_of(program_, graph_, pointer)));
    return parenthesized(std::move(text)) + "->";
}

std::string Expressions::items(Value pointer) const {
    return member(pointer) + names_.items(target_of(pointer));
}
std::string Expressions::length(Value pointer) const {
    return member(pointer) + names_.length(target_of(pointer));
}

std::string Expressions::interior(const Operation& op, size_t path_end) const {
    std::string text = member(op.args[0]);
    LLTypeId at = target_of(op.args[0]);
    bool separator = false;  // whether a `.` is due before a field
    for (size_t i = 1; i < path_end; i++) {
        const LLType& type = program_.types[at];
        bool is_field = op.args[i].is_constant() && constant(op.args[i]).kind == ConstantKind::field;
        if (is_field) {
            std::optional<uint32_t> index = program_.types.field_index(at, constant(op.args[i]).text);
            CHECK(index.has_value(), "{} has no field {}", type.name, constant(op.args[i]).text);
            text += (separator ? "." : "") + names_.field(at, *index);
            at = type.fields[*index].type;
            separator = true;
            continue;
        }
        // An index: into the array that stands here (its members are printed as part of its struct), or into
        // the inlined array of the struct that stands here.
        LLTypeId array = array_in(program_.types, at);
        CHECK(array.valid(), "{} is indexed but no array", program_.types.text(at));
        if (array != at || i == 1) text += (separator ? "." : "") + names_.items(at);
        text += fmt::format("[{}]", operand(op.args[i], true));
        at = program_.types[array].item;
        separator = true;
    }
    return text;
}

std::string Expressions::store(const std::string& place, LLTypeId type, Value value) const {
    LLKind kind = program_.types[type].kind;
    if (type == kVoid) return "(void)0";
    if (kind == LLKind::Int8 || kind == LLKind::Int32)
        return fmt::format("{} = ({}){}", place, names_.type(type), operand(value));
    return fmt::format("{} = {}", place, operand(value, true));
}

std::string Expressions::call(const std::string& callee, const std::vector<Value>& args, size_t first) const {
    std::string text = callee + "(";
    bool any = false;
    for (size_t i = first; i < args.size(); i++) {
        if (is_void(args[i])) continue;
        text += (any ? ", " : "") + operand(args[i], true);
        any = true;
    }
    return text + ")";
}

std::string Expressions::leaf_call(const Operation& op) const {
    const LeafInfo* leaf = leaf_by_name(constant(op.args[0]).text);
    CHECK(leaf != nullptr, "no leaf routine {}", constant(op.args[0]).text);
    std::string args;
    for (size_t i = 1; i < op.args.size(); i++) {
        std::optional<LeafKind> kind = leaf->parameter(i - 1);
        CHECK(kind.has_value(), "leaf {} is called with {} operands", leaf->name, op.args.size() - 1);
        if (!args.empty()) args += ", ";
        switch (*kind) {
            case LeafKind::Text:
            case LeafKind::Buffer:
            case LeafKind::Ints:
            case LeafKind::Floats: args += items(op.args[i]) + ", " + length(op.args[i]); break;
            default: args += operand(op.args[i], true);
        }
    }
    return fmt::format("sw_{}({})", leaf->name, args);
}

std::string Expressions::move_items(const Operation& op) const {
    auto at = [&](size_t pointer, size_t start) {
        std::string index = operand(op.args[start], true);
        return index == "0" ? items(op.args[pointer])
                            : fmt::format("&{}[{}]", items(op.args[pointer]), index);
    };
    auto size = [&](Value pointer, Value count) {
        LLTypeId item = item_of(pointer);
        std::string text = fmt::format("(size_t){}", operand(count));
        return item == kChar ? text : fmt::format("{} * sizeof({})", text, names_.type(item));
    };
    switch (op.op) {
        case Op::copy_items:
            return fmt::format("memmove({}, {}, {})", at(2, 3), at(0, 1), size(op.args[0], op.args[4]));
        case Op::clear_items: return fmt::format("memset({}, 0, {})", at(0, 1), size(op.args[0], op.args[2]));
        default: return fmt::format("memcmp({}, {}, {})", at(0, 1), at(2, 3), size(op.args[0], op.args[4]));
    }
}

std::string Expressions::allocation(const Operation& op) const {
    LLTypeId type = constant(op.args[0]).lltype_value;
    std::string c_type = names_.type(type);
    const char* atomic = has_gc_pointers(program_.types, type) ? "" : "_atomic";
    if (op.op == Op::gc_malloc) return fmt::format("sw_gc_malloc{}(sizeof({}))", atomic, c_type);
    const char* few = allocates_surely(program_, op) ? "_few" : "_items";
    return fmt::format("sw_gc_malloc{}{}({}, {}, {}, {})", few, atomic, c_type, names_.items(type),
                       names_.length(type), operand(op.args[1], true));
}

}  // namespace sapwood
