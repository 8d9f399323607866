// Evaluates operations on constants.
#include "transforms/fold.h"

#include <bit>
#include <cmath>

namespace sapwood {
namespace {

struct Folder {
    Program& program;
    const Operation& operation;
    LLTypeId type;

    const Constant* constant(size_t i) const {
        if (i >= operation.args.size() || !operation.args[i].is_constant()) return nullptr;
        const Constant& c = program.constants[operation.args[i].constant()];
        return c.kind == ConstantKind::undefined ? nullptr : &c;
    }
    bool is_integer(size_t i) const {
        const Constant* c = constant(i);
        return c != nullptr && (c->kind == ConstantKind::integer || c->kind == ConstantKind::boolean) &&
               c->type != kNumber;
    }
    int64_t integer(size_t i) const { return constant(i)->integer; }
    uint64_t bits(size_t i) const { return static_cast<uint64_t>(integer(i)); }
    double floating(size_t i) const { return constant(i)->number; }

    std::optional<Value> of_int(int64_t value) const { return program.constants.ll_int(value, type); }
    std::optional<Value> of_bits(uint64_t value) const { return of_int(static_cast<int64_t>(value)); }
    std::optional<Value> of_bool(bool value) const { return program.constants.ll_bool(value); }
    std::optional<Value> of_float(double value) const { return program.constants.ll_float(value); }

    std::optional<Value> integers() const {
        if (!is_integer(0)) return std::nullopt;
        bool two = operation.args.size() == 2;
        if (two && !is_integer(1)) return std::nullopt;
        int64_t a = integer(0), b = two ? integer(1) : 0, result;
        uint64_t ua = bits(0), ub = two ? bits(1) : 0;
        switch (operation.op) {
            case Op::int_add: return of_bits(ua + ub);
            case Op::int_sub: return of_bits(ua - ub);
            case Op::int_mul: return of_bits(ua * ub);
            case Op::int_neg: return of_bits(0 - ua);
            case Op::int_add_ovf:
                if (__builtin_add_overflow(a, b, &result)) return std::nullopt;
                return of_int(result);
            case Op::int_sub_ovf:
                if (__builtin_sub_overflow(a, b, &result)) return std::nullopt;
                return of_int(result);
            case Op::int_mul_ovf:
                if (__builtin_mul_overflow(a, b, &result)) return std::nullopt;
                return of_int(result);
            case Op::int_div_trunc:
                if (b == 0 || b == -1) return std::nullopt;
                return of_int(a / b);
            case Op::int_mod_trunc:
                if (b == 0 || b == -1) return std::nullopt;
                return of_int(a % b);
            case Op::int_and: return of_int(a & b);
            case Op::int_or: return of_int(a | b);
            case Op::int_xor: return of_int(a ^ b);
            case Op::int_invert: return of_int(~a);
            case Op::int_lshift:
                if (b < 0 || b > 63) return std::nullopt;
                return of_bits(ua << b);
            case Op::int_rshift:
                if (b < 0 || b > 63) return std::nullopt;
                return of_int(a >> b);
            case Op::int_lt: return of_bool(a < b);
            case Op::int_le: return of_bool(a <= b);
            case Op::int_eq:
            case Op::char_eq:
            case Op::unichar_eq:
            case Op::bool_eq:
            case Op::uint_eq: return of_bool(a == b);
            case Op::int_ne:
            case Op::char_ne:
            case Op::unichar_ne:
            case Op::uint_ne: return of_bool(a != b);
            case Op::int_gt: return of_bool(a > b);
            case Op::int_ge: return of_bool(a >= b);
            case Op::char_lt:
            case Op::unichar_lt: return of_bool(a < b);
            case Op::char_le:
            case Op::unichar_le: return of_bool(a <= b);
            case Op::uint_add: return of_bits(ua + ub);
            case Op::uint_sub: return of_bits(ua - ub);
            case Op::uint_mul: return of_bits(ua * ub);
            case Op::uint_and: return of_bits(ua & ub);
            case Op::uint_or: return of_bits(ua | ub);
            case Op::uint_xor: return of_bits(ua ^ ub);
            case Op::uint_lt: return of_bool(ua < ub);
            case Op::uint_le: return of_bool(ua <= ub);
            case Op::uint_gt: return of_bool(ua > ub);
            case Op::uint_ge: return of_bool(ua >= ub);
            case Op::bool_not: return of_bool(a == 0);
            case Op::cast_bool_to_int:
            case Op::cast_char_to_int:
            case Op::cast_unichar_to_int:
            case Op::cast_int_to_unichar:
            case Op::cast_int_to_uint:
            case Op::cast_uint_to_int: return of_int(a);
            case Op::cast_int_to_char: return of_int(a & 0xff);
            case Op::cast_int_to_bool: return of_bool(a != 0);
            case Op::cast_bool_to_float:
            case Op::cast_int_to_float: return of_float(static_cast<double>(a));
            case Op::cast_int_bits_to_float: return of_float(std::bit_cast<double>(a));
            default: return std::nullopt;
        }
    }

    std::optional<Value> floats() const {
        for (size_t i = 0; i < operation.args.size(); i++)
            if (constant(i) == nullptr || constant(i)->kind != ConstantKind::floating ||
                constant(i)->type == kNumber)
                return std::nullopt;
        if (operation.args.empty()) return std::nullopt;
        double a = floating(0), b = operation.args.size() > 1 ? floating(1) : 0;
        switch (operation.op) {
            case Op::float_add: return of_float(a + b);
            case Op::float_sub: return of_float(a - b);
            case Op::float_mul: return of_float(a * b);
            case Op::float_div: return of_float(a / b);
            case Op::float_neg: return of_float(-a);
            case Op::float_abs: return of_float(std::fabs(a));
            case Op::float_lt: return of_bool(a < b);
            case Op::float_le: return of_bool(a <= b);
            case Op::float_eq: return of_bool(a == b);
            case Op::float_ne: return of_bool(a != b);
            case Op::float_gt: return of_bool(a > b);
            case Op::float_ge: return of_bool(a >= b);
            case Op::cast_float_bits_to_int: return of_int(std::bit_cast<int64_t>(a));
            default: return std::nullopt;
        }
    }

    // Operands of which one says enough.
    std::optional<Value> identities() const {
        if (operation.args.size() != 2) return std::nullopt;
        Value a = operation.args[0], b = operation.args[1];
        auto is = [&](size_t i, int64_t value) { return is_integer(i) && integer(i) == value; };
        switch (operation.op) {
            case Op::int_add:
            case Op::int_add_ovf:
            case Op::int_or:
            case Op::int_xor:
                if (is(0, 0)) return b;
                if (is(1, 0)) return a;
                return std::nullopt;
            case Op::int_sub:
            case Op::int_sub_ovf:
            case Op::int_lshift:
            case Op::int_rshift:
                if (is(1, 0)) return a;
                return std::nullopt;
            case Op::int_mul:
            case Op::int_mul_ovf:
                if (is(0, 1)) return b;
                if (is(1, 1)) return a;
                return std::nullopt;
            case Op::int_eq:
            case Op::int_le:
            case Op::int_ge:
            case Op::ptr_eq:
                if (a == b) return of_bool(true);
                return std::nullopt;
            case Op::int_ne:
            case Op::int_lt:
            case Op::int_gt:
            case Op::ptr_ne:
                if (a == b) return of_bool(false);
                return std::nullopt;
            default: return std::nullopt;
        }
    }

    // null, or the address of something
    std::optional<bool> is_null(size_t i) const {
        const Constant* c = constant(i);
        if (c == nullptr) return std::nullopt;
        if (c->kind == ConstantKind::null) return true;
        if (c->kind == ConstantKind::pointer || c->kind == ConstantKind::function) return false;
        return std::nullopt;
    }

    std::optional<Value> pointers() const {
        switch (operation.op) {
            case Op::same_as: return operation.args[0];
            case Op::ptr_nonzero:
                if (auto null = is_null(0)) return of_bool(!*null);
                return std::nullopt;
            case Op::ptr_iszero:
                if (auto null = is_null(0)) return of_bool(*null);
                return std::nullopt;
            case Op::ptr_eq:
            case Op::ptr_ne: {
                auto a = is_null(0), b = is_null(1);
                if (!a || !b) return std::nullopt;
                const Constant &x = *constant(0), &y = *constant(1);
                bool equal =
                    *a ? *b : (!*b && x.kind == y.kind && x.prebuilt == y.prebuilt && x.graph == y.graph);
                return of_bool(equal == (operation.op == Op::ptr_eq));
            }
            case Op::cast_pointer: {
                if (type_of_arg(0) == type) return operation.args[0];
                const Constant* c = constant(0);
                if (c == nullptr) return std::nullopt;
                if (c->kind == ConstantKind::null) return program.constants.null(type);
                if (c->kind == ConstantKind::pointer) return program.constants.pointer(c->prebuilt, type);
                return std::nullopt;
            }
            case Op::getfield: return immutable_field();
            case Op::getarrayitem: return immutable_item();
            case Op::getarraysize: return static_size();
            case Op::getsubstruct: return static_part();
            default: return std::nullopt;
        }
    }

    LLTypeId type_of_arg(size_t i) const {
        return operation.args[i].is_constant() ? program.constants[operation.args[i].constant()].type
                                               : LLTypeId();
    }

    // The static data that operand 0 points to, seen as what its type says: the data itself or an inlined
    // base.
    const Prebuilt* static_data(size_t i) const {
        const Constant* c = constant(i);
        if (c == nullptr || c->kind != ConstantKind::pointer || !program.types.is_pointer(c->type))
            return nullptr;
        LLTypeId wanted = program.types.target(c->type);
        const Prebuilt* data = &program.prebuilt[c->prebuilt];
        while (data->type != wanted) {
            auto base = program.types.field_index(data->type, "super");
            if (!base) return nullptr;
            data = &program.prebuilt[program.constants[data->values[*base]].prebuilt];
        }
        return data;
    }

    std::optional<Value> immutable_field() const {
        const Prebuilt* data = static_data(0);
        if (data == nullptr || !program.types[data->type].immutable) return std::nullopt;
        auto index = program.types.field_index(data->type, constant(1)->text);
        if (!index) return std::nullopt;
        Value value = data->values[*index];
        return is_plain(data->values[*index]) ? std::optional(value) : std::nullopt;
    }

    std::optional<Value> immutable_item() const {
        const Prebuilt* data = static_data(0);
        if (data == nullptr || !is_integer(1) || !program.types[data->type].immutable ||
            program.types[data->type].kind != LLKind::Array)
            return std::nullopt;
        if (integer(1) < 0 || bits(1) >= data->values.size()) return std::nullopt;
        ConstantId value = data->values[bits(1)];
        return is_plain(value) ? std::optional(Value(value)) : std::nullopt;
    }

    // A value that an operation can have: of the result's type (items of type Int32 are read as Signed).
    bool is_plain(ConstantId value) const { return program.constants[value].type == type; }

    std::optional<Value> static_size() const {
        const Prebuilt* data = static_data(0);
        if (data == nullptr) return std::nullopt;
        if (program.types[data->type].kind == LLKind::Array)
            return of_int(static_cast<int64_t>(data->values.size()));
        if (!program.types.inlined_array(data->type)) return std::nullopt;
        const Prebuilt& array = program.prebuilt[program.constants[data->values.back()].prebuilt];
        return of_int(static_cast<int64_t>(array.values.size()));
    }

    // The address of a base is the address of the whole.
    std::optional<Value> static_part() const {
        const Constant* c = constant(0);
        if (c == nullptr || c->kind != ConstantKind::pointer || constant(1)->text != "super")
            return std::nullopt;
        return program.constants.pointer(c->prebuilt, type);
    }

    std::optional<Value> numbers() const {
        const Constant* c = constant(0);
        if (c == nullptr) return std::nullopt;
        if (operation.op == Op::number_tag && c->type == kNumber) {
            switch (c->kind) {
                case ConstantKind::number_none: return of_int(static_cast<int64_t>(NumberTag::None));
                case ConstantKind::boolean: return of_int(static_cast<int64_t>(NumberTag::Bool));
                case ConstantKind::integer: return of_int(static_cast<int64_t>(NumberTag::Int));
                case ConstantKind::floating: return of_int(static_cast<int64_t>(NumberTag::Float));
                default: return std::nullopt;
            }
        }
        if (operation.op == Op::number_int && c->type == kNumber &&
            (c->kind == ConstantKind::integer || c->kind == ConstantKind::boolean))
            return of_int(c->integer);
        if (operation.op == Op::number_float && c->type == kNumber && c->kind == ConstantKind::floating)
            return of_float(c->number);
        return std::nullopt;
    }
};

}  // namespace

std::optional<Value> fold_operation(Program& program, const Operation& operation, LLTypeId type) {
    Folder folder{program, operation, type};
    if (auto value = folder.pointers()) return value;
    if (auto value = folder.integers()) return value;
    if (auto value = folder.floats()) return value;
    if (auto value = folder.numbers()) return value;
    return folder.identities();
}

}  // namespace sapwood
