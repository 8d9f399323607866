// bool and int.  Arithmetic of graphs from user code is checked; that of helpers, of what is truncated
// afterwards, and with --int=wrap, wraps.
#include <bit>

#include "rtyper/builtin_rows.h"
#include "rtyper/repr_factories.h"
#include "rtyper/repr_number.h"
#include "rtyper/rtyper.h"

namespace sapwood {

namespace {

bool wraps(const HighLevelOp& hop) {
    return hop.truncated || hop.rtyper.program.graph(hop.host_graph).low_level ||
           hop.rtyper.program.options.wrap_integers;
}

bool is_integral(SKind kind) {
    return kind == SKind::integer || kind == SKind::boolean;
}

class BoolRepr final : public Repr {
  public:
    using Repr::Repr;
    LLTypeId lowleveltype() override { return kBool; }

    std::optional<ConstantId> convert_const(ConstantId host) override {
        const Constant& constant = rtyper.constants()[host];
        CHECK(constant.kind == ConstantKind::boolean, "no bool constant");
        return rtyper.constants().ll_bool(constant.integer != 0);
    }
    Value ll_eq(LLOps& ops, Value a, Value b) override { return ops.op(Op::bool_eq, {a, b}, kBool); }
    Value ll_lt(LLOps& ops, Value a, Value b) override {
        return ops.if_else(
            a, kBool, [&] { return ops.bool_(false); }, [&] { return b; });
    }
    Value ll_hash(LLOps& ops, Value v) override { return ops.op(Op::cast_bool_to_int, {v}, kSigned); }
    Value ll_bool(LLOps&, Value v) override { return v; }
    Value ll_repr(LLOps& ops, Value v) override {
        return ops.call_helper("numbers_text.ll_bool_to_str", {v});
    }

    std::optional<Value> convert_to(LLOps& ops, Value v, Repr& to) override {
        if (to.kind() == SKind::integer) return ops.op(Op::cast_bool_to_int, {v}, kSigned);
        if (to.kind() == SKind::floating) return ops.op(Op::cast_bool_to_float, {v}, kFloat);
        return std::nullopt;
    }
    Value rtype_binary(HighLevelOp& hop) override {
        Op op = hop.plain_op();
        if (hop.s_arg(1).kind == SKind::boolean && hop.s_result().kind == SKind::boolean) {
            Value a = hop.input(0), b = hop.input(1);
            if (op == Op::and_) return hop.select(a, b, hop.bool_(false), kBool);
            if (op == Op::or_) return hop.select(a, hop.bool_(true), b, kBool);
            if (op == Op::xor_) return hop.not_(hop.op(Op::bool_eq, {a, b}, kBool));
        }
        return rtype_plain_arithmetic(hop);
    }
    Value rtype_compare(HighLevelOp& hop) override { return rtype_plain_compare(hop); }
    Value rtype_unary(HighLevelOp& hop) override;
    Value rtype_format(HighLevelOp& hop) override;
};

class IntRepr final : public Repr {
  public:
    using Repr::Repr;
    LLTypeId lowleveltype() override { return kSigned; }

    std::optional<ConstantId> convert_const(ConstantId host) override {
        const Constant constant = rtyper.constants()[host];
        CHECK(constant.kind == ConstantKind::integer || constant.kind == ConstantKind::boolean,
              "no int constant");
        return rtyper.constants().ll_int(constant.integer);
    }
    Value ll_eq(LLOps& ops, Value a, Value b) override { return ops.op(Op::int_eq, {a, b}, kBool); }
    Value ll_lt(LLOps& ops, Value a, Value b) override { return ops.op(Op::int_lt, {a, b}, kBool); }
    Value ll_hash(LLOps& ops, Value v) override { return ops.call_helper("ints.ll_hash", {v}); }
    Value ll_bool(LLOps& ops, Value v) override { return ops.op(Op::cast_int_to_bool, {v}, kBool); }
    Value ll_repr(LLOps& ops, Value v) override { return ops.call_helper("numbers_text.ll_int_to_str", {v}); }

    std::optional<Value> convert_to(LLOps& ops, Value v, Repr& to) override {
        if (to.kind() == SKind::floating) return ops.op(Op::cast_int_to_float, {v}, kFloat);
        if (to.kind() == SKind::boolean) return ops.op(Op::cast_int_to_bool, {v}, kBool);  // narrowed
        return std::nullopt;
    }
    Value rtype_binary(HighLevelOp& hop) override { return rtype_plain_arithmetic(hop); }
    Value rtype_compare(HighLevelOp& hop) override { return rtype_plain_compare(hop); }
    Value rtype_unary(HighLevelOp& hop) override {
        Value v = hop.input(0);
        switch (hop.op_) {
            case Op::neg:
                if (v.is_constant() && !wraps(hop)) {
                    int64_t n = rtyper.constants()[v.constant()].integer;
                    if (n != INT64_MIN) return hop.result(hop.int_(-n), *this);
                }
                return hop.result(wraps(hop) ? hop.op(Op::int_neg, {v}, kSigned)
                                             : hop.op(Op::int_sub_ovf, {hop.int_(0), v}, kSigned),
                                  *this);
            case Op::pos: return hop.result(v, *this);
            default: return hop.result(hop.op(Op::int_invert, {v}, kSigned), *this);
        }
    }
    Value rtype_method(const std::string& name, HighLevelOp& hop) override {
        if (auto done = rtype_builtin_rows("int." + name, hop, 0)) return *done;
        return Repr::rtype_method(name, hop);
    }
    Value rtype_format(HighLevelOp& hop) override;
};

Value BoolRepr::rtype_unary(HighLevelOp& hop) {
    Repr& r_int = rtyper.int_repr();
    HighLevelOp as_int = hop.as_method(hop.input(0, r_int), r_int.annotation);
    Value v = r_int.rtype_unary(as_int);
    hop.block = as_int.block;
    return v;
}

// Format specifications are text's business.
Value format_with_spec(HighLevelOp& hop, Repr& r) {
    auto spec = hop.constant_str(1);
    if (spec && spec->empty()) return r.ll_str(hop, hop.input(0));
    return rtype_format_number(hop);
}

Value BoolRepr::rtype_format(HighLevelOp& hop) {
    return format_with_spec(hop, *this);
}
Value IntRepr::rtype_format(HighLevelOp& hop) {
    return format_with_spec(hop, *this);
}

Value power_of_two_shortcut(HighLevelOp& hop, Op op, Value a, Value b) {
    if (!b.is_constant()) return {};
    int64_t n = hop.rtyper.constants()[b.constant()].integer;
    if (n <= 0 || !std::has_single_bit(static_cast<uint64_t>(n))) return {};
    if (op == Op::mod) return hop.op(Op::int_and, {a, hop.int_(n - 1)}, kSigned);
    return hop.op(Op::int_rshift, {a, hop.int_(std::countr_zero(static_cast<uint64_t>(n)))}, kSigned);
}

Value int_arithmetic(HighLevelOp& hop, Op op) {
    Repr& r_int = hop.rtyper.int_repr();
    Value a = hop.input(0, r_int), b = hop.input(1, r_int);
    bool wrapping = wraps(hop);
    std::string mode = wrapping ? "_wrap" : "";
    switch (op) {
        case Op::add: return hop.op(wrapping ? Op::int_add : Op::int_add_ovf, {a, b}, kSigned);
        case Op::sub: return hop.op(wrapping ? Op::int_sub : Op::int_sub_ovf, {a, b}, kSigned);
        case Op::mul: return hop.op(wrapping ? Op::int_mul : Op::int_mul_ovf, {a, b}, kSigned);
        case Op::and_: return hop.op(Op::int_and, {a, b}, kSigned);
        case Op::or_: return hop.op(Op::int_or, {a, b}, kSigned);
        case Op::xor_: return hop.op(Op::int_xor, {a, b}, kSigned);
        case Op::floordiv:
            if (Value v = power_of_two_shortcut(hop, op, a, b); v.valid()) return v;
            return hop.call_helper("ints.ll_floordiv" + mode, {a, b});
        case Op::mod:
            if (Value v = power_of_two_shortcut(hop, op, a, b); v.valid()) return v;
            return hop.call_helper("ints.ll_mod", {a, b});
        case Op::lshift: return hop.call_helper("ints.ll_lshift" + mode, {a, b});
        case Op::rshift: {
            auto count =
                b.is_constant() ? std::optional(hop.rtyper.constants()[b.constant()].integer) : std::nullopt;
            if (count && *count >= 0 && *count < 64) return hop.op(Op::int_rshift, {a, b}, kSigned);
            return hop.call_helper("ints.ll_rshift", {a, b});
        }
        case Op::pow: return hop.call_helper("ints.ll_pow" + mode, {a, b});
        case Op::truediv: return hop.call_helper("ints.ll_truediv", {a, b});
        default: return {};
    }
}

Value float_arithmetic(HighLevelOp& hop, Op op) {
    Repr& r_float = hop.rtyper.float_repr();
    Value a = hop.input(0, r_float), b = hop.input(1, r_float);
    switch (op) {
        case Op::add: return hop.op(Op::float_add, {a, b}, kFloat);
        case Op::sub: return hop.op(Op::float_sub, {a, b}, kFloat);
        case Op::mul: return hop.op(Op::float_mul, {a, b}, kFloat);
        case Op::truediv: {
            if (b.is_constant() && hop.rtyper.constants()[b.constant()].number != 0)
                return hop.op(Op::float_div, {a, b}, kFloat);
            return hop.call_helper("floats.ll_truediv", {a, b});
        }
        case Op::floordiv: return hop.call_helper("floats.ll_floordiv", {a, b});
        case Op::mod: return hop.call_helper("floats.ll_mod", {a, b});
        case Op::pow: return hop.call_helper("floats.ll_pow", {a, b});
        default: return {};
    }
}

Op int_comparison(Op op) {
    switch (op) {
        case Op::lt: return Op::int_lt;
        case Op::le: return Op::int_le;
        case Op::gt: return Op::int_gt;
        case Op::ge: return Op::int_ge;
        case Op::eq: return Op::int_eq;
        default: return Op::int_ne;
    }
}

Op float_comparison(Op op) {
    switch (op) {
        case Op::lt: return Op::float_lt;
        case Op::le: return Op::float_le;
        case Op::gt: return Op::float_gt;
        case Op::ge: return Op::float_ge;
        case Op::eq: return Op::float_eq;
        default: return Op::float_ne;
    }
}

Op mirrored(Op op) {
    switch (op) {
        case Op::lt: return Op::gt;
        case Op::le: return Op::ge;
        case Op::gt: return Op::lt;
        case Op::ge: return Op::le;
        default: return op;
    }
}

// Exact, whatever the size of the int.
Value compare_int_float(HighLevelOp& hop, Op op, Value i, Value f) {
    // Small constants are exact as floats.
    if (i.is_constant()) {
        int64_t n = hop.rtyper.constants()[i.constant()].integer;
        if (n > -(int64_t(1) << 53) && n < (int64_t(1) << 53))
            return hop.op(float_comparison(op), {hop.float_(static_cast<double>(n)), f}, kBool);
    }
    return hop.call_helper(fmt::format("floats.ll_int_{}", op_info(op).name), {i, f});
}

bool plain_number(SKind kind) {
    return is_integral(kind) || kind == SKind::floating;
}

}  // namespace

Value rtype_plain_arithmetic(HighLevelOp& hop) {
    SKind a = hop.s_arg(0).kind, b = hop.s_arg(1).kind;
    if (a == SKind::number || b == SKind::number) return rtype_number_arithmetic(hop);
    if (!plain_number(a) || !plain_number(b)) return {};
    if (hop.s_result().kind == SKind::number) return rtype_number_arithmetic(hop);
    Op op = hop.plain_op();
    bool as_float = a == SKind::floating || b == SKind::floating;
    // int ** int is a float where the annotator says so (a negative constant exponent).
    if (op == Op::pow && hop.s_result().kind == SKind::floating) as_float = true;
    Value v = as_float ? float_arithmetic(hop, op) : int_arithmetic(hop, op);
    if (!v.valid()) return v;
    Repr& r = as_float || op == Op::truediv ? hop.rtyper.float_repr() : hop.rtyper.int_repr();
    return hop.result(v, r);
}

Value rtype_plain_compare(HighLevelOp& hop) {
    SKind a = hop.s_arg(0).kind, b = hop.s_arg(1).kind;
    if (a == SKind::number || b == SKind::number) return rtype_number_compare(hop);
    if (!plain_number(a) || !plain_number(b)) return {};
    RTyper& rt = hop.rtyper;
    if (a == SKind::floating && b == SKind::floating)
        return hop.op(float_comparison(hop.op_), {hop.input(0), hop.input(1)}, kBool);
    if (a == SKind::floating)
        return compare_int_float(hop, mirrored(hop.op_), hop.input(1, rt.int_repr()), hop.input(0));
    if (b == SKind::floating)
        return compare_int_float(hop, hop.op_, hop.input(0, rt.int_repr()), hop.input(1));
    if (a == SKind::boolean && b == SKind::boolean && (hop.op_ == Op::eq || hop.op_ == Op::ne)) {
        Value equal = hop.op(Op::bool_eq, {hop.input(0), hop.input(1)}, kBool);
        return hop.op_ == Op::eq ? equal : hop.not_(equal);
    }
    return hop.op(int_comparison(hop.op_), {hop.input(0, rt.int_repr()), hop.input(1, rt.int_repr())}, kBool);
}

std::unique_ptr<Repr> make_bool_repr(RTyper& rtyper, AnnotationId annotation) {
    return std::make_unique<BoolRepr>(rtyper, annotation);
}

std::unique_ptr<Repr> make_int_repr(RTyper& rtyper, AnnotationId annotation) {
    return std::make_unique<IntRepr>(rtyper, annotation);
}

}  // namespace sapwood
