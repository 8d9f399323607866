// Signatures are the strings of ops.def, split once.
#include "flowgraph/signature.h"

#include <sstream>
#include <vector>

#include "flowgraph/leaf.h"

namespace sapwood {

namespace {

struct Signature {
    std::vector<std::string> operands;
    bool variadic = false;  // the last operand kind stands for zero or more
    std::string result;
};

const Signature& signature_of(Op op) {
    static const std::vector<Signature> table = [] {
        std::vector<Signature> result;
        for (const OpInfo& info : all_ops()) {
            Signature signature;
            std::istringstream words{std::string(info.signature)};
            bool arrow = false;
            for (std::string word; words >> word;) {
                if (word == "->")
                    arrow = true;
                else if (arrow)
                    signature.result = word;
                else if (word.back() == '*') {
                    signature.variadic = true;
                    signature.operands.push_back(word.substr(0, word.size() - 1));
                } else
                    signature.operands.push_back(word);
            }
            result.push_back(std::move(signature));
        }
        return result;
    }();
    return table[static_cast<size_t>(op)];
}

std::optional<ConstantKind> constant_kind_of(std::string_view kind) {
    if (kind == "field") return ConstantKind::field;
    if (kind == "type") return ConstantKind::type;
    if (kind == "leaf") return ConstantKind::leaf;
    if (kind == "graphs") return ConstantKind::graphs;
    if (kind == "shape") return ConstantKind::shape;
    if (kind == "name") return ConstantKind::str;
    return std::nullopt;
}

// Whether a value of `type` is of `kind`; T binds to the first type it meets.
bool type_fits(const Program& program, std::string_view kind, LLTypeId type, LLTypeId& bound) {
    if (kind == "obj" || kind == "any") return true;
    if (!type.valid()) return false;
    if (kind == "T") {
        if (!bound.valid()) bound = type;
        return bound == type;
    }
    if (kind == "ptr") return program.types.is_pointer(type);
    if (kind == "gc") return program.types.is_gc_pointer(type);
    return program.types.text(type) == kind;
}

const LLType& pointed(const Program& program, LLTypeId pointer) {
    return program.types[program.types.target(pointer)];
}

std::string field_of(const Program& program, Value v) {
    const Constant& c = program.constants[v.constant()];
    return c.kind == ConstantKind::field ? c.text : "";
}

// The items of an array, or of a struct's inlined array.
std::optional<LLTypeId> item_type(const Program& program, LLTypeId pointer) {
    LLTypeId target = program.types.target(pointer);
    if (program.types[target].kind == LLKind::Array) return program.types[target].item;
    std::optional<LLTypeId> inlined = program.types.inlined_array(target);
    if (!inlined) return std::nullopt;
    return program.types[*inlined].item;
}

std::string check_access(const Program& program, std::optional<LLTypeId> storage, LLTypeId value) {
    if (!storage) return "there is no such field or item";
    LLTypeId wanted = value_type_of_storage(*storage);
    if (wanted == value) return "";
    return fmt::format("it holds {}, not {}", program.types.text(wanted), program.types.text(value));
}

std::string check_call(const Program& program, const FunctionGraph& graph, const Operation& op,
                       size_t first_arg) {
    LLTypeId callee = type_of(program, graph, op.args[0]);
    if (!program.types.is_pointer(callee) || pointed(program, callee).kind != LLKind::Func)
        return "the callee is not a function pointer";
    const LLType& function = pointed(program, callee);
    if (function.args.size() != op.args.size() - first_arg)
        return fmt::format("{} arguments for {} parameters", op.args.size() - first_arg,
                           function.args.size());
    for (size_t i = 0; i < function.args.size(); i++)
        if (function.args[i] != type_of(program, graph, op.args[first_arg + i]))
            return fmt::format("argument {} is {}, not {}", i + 1,
                               program.types.text(type_of(program, graph, op.args[first_arg + i])),
                               program.types.text(function.args[i]));
    if (function.item != graph.variables[op.result].type)
        return fmt::format("the result is {}, not {}", program.types.text(graph.variables[op.result].type),
                           program.types.text(function.item));
    return "";
}

}  // namespace

LLTypeId value_type_of_storage(LLTypeId type) {
    return type == kInt8 || type == kInt32 ? kSigned : type;
}

std::string match_signature(const Program& program, const FunctionGraph& graph, const Operation& op) {
    const Signature& signature = signature_of(op.op);
    size_t fixed = signature.operands.size() - (signature.variadic ? 1 : 0);
    if (op.args.size() < fixed || (op.args.size() > fixed && !signature.variadic))
        return fmt::format("{} operands instead of {}{}", op.args.size(),
                           signature.variadic ? "at least " : "", fixed);
    LLTypeId bound;
    for (size_t i = 0; i < op.args.size(); i++) {
        const std::string& kind = signature.operands[std::min(i, signature.operands.size() - 1)];
        std::optional<ConstantKind> constant = constant_kind_of(kind);
        if (constant) {
            if (!op.args[i].is_constant() || program.constants[op.args[i].constant()].kind != *constant)
                return fmt::format("operand {} is not a constant `{}`", i + 1, kind);
        } else if (!type_fits(program, kind, type_of(program, graph, op.args[i]), bound)) {
            return fmt::format("operand {} is {}, not {}", i + 1,
                               program.types.text(type_of(program, graph, op.args[i])), kind);
        }
    }
    if (program.phase < Phase::TypedLL) return "";
    LLTypeId result = graph.variables[op.result].type;
    if (type_fits(program, signature.result, result, bound)) return "";
    return fmt::format("the result is {}, not {}", program.types.text(result), signature.result);
}

std::optional<LLTypeId> interior_type(const Program& program, LLTypeId pointer, const Value* path,
                                      size_t length) {
    if (!program.types.is_pointer(pointer)) return std::nullopt;
    LLTypeId type = program.types.target(pointer);
    for (size_t i = 0; i < length; i++) {
        const LLType& here = program.types[type];
        if (here.kind == LLKind::Array) {
            if (path[i].is_constant() && program.constants[path[i].constant()].type != kSigned)
                return std::nullopt;
            type = here.item;
        } else if (here.kind == LLKind::Struct && path[i].is_constant()) {
            std::optional<uint32_t> field = program.types.field_index(type, field_of(program, path[i]));
            if (!field) return std::nullopt;
            type = here.fields[*field].type;
        } else {
            return std::nullopt;
        }
    }
    return type;
}

namespace {

bool is_pointer_value(const Program& program, LLTypeId type) {
    return program.types.is_pointer(type) || type == kGcRef || type == kAddress;
}

bool leaf_kind_fits(const Program& program, LeafKind kind, LLTypeId type) {
    auto array_of = [&](LLTypeId item) {
        return program.types.is_pointer(type) && item_type(program, type) == item;
    };
    switch (kind) {
        case LeafKind::Void: return type == kVoid;
        case LeafKind::Signed: return type == kSigned;
        case LeafKind::Unsigned: return type == kUnsigned;
        case LeafKind::Float: return type == kFloat;
        case LeafKind::Bool: return type == kBool;
        case LeafKind::Char: return type == kChar;
        case LeafKind::UniChar: return type == kUniChar;
        case LeafKind::Text:
        case LeafKind::Buffer: return array_of(kChar);
        case LeafKind::Ints: return array_of(kInt32);
        case LeafKind::Floats: return array_of(kFloat);
    }
    return false;
}

std::string check_leaf(const Program& program, const FunctionGraph& graph, const Operation& op) {
    const std::string& name = program.constants[op.args[0].constant()].text;
    const LeafInfo* leaf = leaf_by_name(name);
    if (!leaf) return fmt::format("there is no leaf routine `{}`", name);
    if (leaf->parameter_count() != op.args.size() - 1)
        return fmt::format("{} operands for {} parameters", op.args.size() - 1, leaf->parameter_count());
    for (size_t i = 0; i + 1 < op.args.size(); i++) {
        LLTypeId type = type_of(program, graph, op.args[i + 1]);
        if (!leaf_kind_fits(program, *leaf->parameter(i), type))
            return fmt::format("operand {} is {}, not {}", i + 2, program.types.text(type),
                               leaf_kind_name(*leaf->parameter(i)));
    }
    bool result = leaf_kind_fits(program, leaf->result, graph.variables[op.result].type);
    return result ? "" : fmt::format("the result is {}", leaf_kind_name(leaf->result));
}

// Indexes on a path are integers.
std::string check_path(const Program& program, const FunctionGraph& graph, const Operation& op, size_t end) {
    if (end < 2) return "the path is empty";
    for (size_t i = 1; i < end; i++)
        if (op.args[i].is_variable() && type_of(program, graph, op.args[i]) != kSigned)
            return "an index is not Signed";
    return "";
}

}  // namespace

std::string match_structure(const Program& program, const FunctionGraph& graph, const Operation& op) {
    auto type = [&](size_t i) { return type_of(program, graph, op.args[i]); };
    LLTypeId result = graph.variables[op.result].type;
    switch (op.op) {
        case Op::getfield:
        case Op::getsubstruct: {
            std::optional<LLTypeId> field = interior_type(program, type(0), &op.args[1], 1);
            if (op.op == Op::getfield) return check_access(program, field, result);
            bool right = field && program.types.is_pointer(result) && program.types.target(result) == *field;
            return right ? "" : "the field is not the struct that the result points to";
        }
        case Op::setfield:
            return check_access(program, interior_type(program, type(0), &op.args[1], 1), type(2));
        case Op::getarrayitem: return check_access(program, item_type(program, type(0)), result);
        case Op::setarrayitem: return check_access(program, item_type(program, type(0)), type(2));
        case Op::getinterior:
            if (std::string wrong = check_path(program, graph, op, op.args.size()); !wrong.empty())
                return wrong;
            return check_access(program, interior_type(program, type(0), &op.args[1], op.args.size() - 1),
                                result);
        case Op::setinterior:
            if (std::string wrong = check_path(program, graph, op, op.args.size() - 1); !wrong.empty())
                return wrong;
            return check_access(program, interior_type(program, type(0), &op.args[1], op.args.size() - 2),
                                type(op.args.size() - 1));
        case Op::malloc:
        case Op::malloc_varsize:
        case Op::gc_malloc:
        case Op::gc_malloc_varsize: {
            LLTypeId made = program.constants[op.args[0].constant()].lltype_value;
            if (!program.types[made].gc) return "the type is not the collector's";
            bool sized = op.op == Op::malloc_varsize || op.op == Op::gc_malloc_varsize;
            bool varsize = program.types[made].kind == LLKind::Array || program.types.inlined_array(made);
            if (sized != varsize) return sized ? "the type has a fixed size" : "the type has no fixed size";
            bool right = program.types.is_pointer(result) && program.types.target(result) == made;
            return right ? "" : "the result does not point to what is made";
        }
        case Op::ptr_eq:
        case Op::ptr_ne:
        case Op::ptr_nonzero:
        case Op::ptr_iszero:
        case Op::cast_ptr_to_int:
            return is_pointer_value(program, type(0)) ? "" : "the operand is not a pointer";
        case Op::cast_pointer: {
            bool pointers = is_pointer_value(program, type(0)) && is_pointer_value(program, result);
            return pointers ? "" : "it casts between pointers only";
        }
        case Op::leaf_call: return check_leaf(program, graph, op);
        case Op::copy_items:
        case Op::compare_items: {
            if (op.op == Op::compare_items && item_type(program, type(0)) != kChar)
                return "only arrays of Char are compared";
            bool right =
                item_type(program, type(0)) && item_type(program, type(0)) == item_type(program, type(2));
            return right ? "" : "the arrays differ in their items";
        }
        case Op::getarraysize:
        case Op::clear_items: return item_type(program, type(0)) ? "" : "this is not an array";
        case Op::direct_call: return check_call(program, graph, op, 1);
        case Op::indirect_call: return check_call(program, graph, op, 2);
        default: return "";  // nothing beyond the signature
    }
}

}  // namespace sapwood
