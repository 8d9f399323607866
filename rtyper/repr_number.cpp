// The tagged Number: where None, bool, int and float meet in one variable.  Operations dispatch on the tags,
// in lowlevel/tagged.py.
#include "rtyper/repr_number.h"

#include "rtyper/repr_factories.h"
#include "rtyper/rtyper.h"

namespace sapwood {

namespace {

constexpr uint8_t bit(NumberTag tag) {
    return static_cast<uint8_t>(1 << static_cast<int>(tag));
}

class NumberRepr final : public Repr {
  public:
    using Repr::Repr;
    LLTypeId lowleveltype() override { return kNumber; }
    std::string type_name() override {
        uint8_t tags = s().tags;
        if (tags & bit(NumberTag::None)) return "NoneType";
        return tags & bit(NumberTag::Float) ? "float" : "int";
    }

    std::optional<ConstantId> convert_const(ConstantId host) override {
        Constant constant = rtyper.constants()[host];
        if (constant.kind == ConstantKind::none) return rtyper.number_none();
        constant.type = kNumber;
        return rtyper.constants().intern(std::move(constant));
    }

    std::optional<Value> convert_to(LLOps& ops, Value v, Repr& to) override {
        uint8_t tags = s().tags;
        switch (to.kind()) {
            case SKind::number: return v;
            case SKind::integer: return ops.op(Op::number_int, {v}, kSigned);
            case SKind::boolean:
                return ops.op(Op::cast_int_to_bool, {ops.op(Op::number_int, {v}, kSigned)}, kBool);
            case SKind::floating:
                // Narrowed to float alone where the tag is known; else a number that meets a definite float.
                if ((tags & ~bit(NumberTag::None)) == bit(NumberTag::Float))
                    return ops.op(Op::number_float, {v}, kFloat);
                return ops.call_helper("tagged.ll_to_float", {v});
            case SKind::none: return ops.void_();
            default: return std::nullopt;
        }
    }
    std::optional<Value> convert_from(LLOps& ops, Value v, Repr& from) override {
        switch (from.kind()) {
            case SKind::none: return Value(rtyper.number_none());
            case SKind::boolean: return ops.op(Op::number_from_bool, {v}, kNumber);
            case SKind::integer: return ops.op(Op::number_from_int, {v}, kNumber);
            case SKind::floating: return ops.op(Op::number_from_float, {v}, kNumber);
            default: return std::nullopt;
        }
    }

    Value ll_eq(LLOps& ops, Value a, Value b) override { return ops.call_helper("tagged.ll_eq", {a, b}); }
    Value ll_lt(LLOps& ops, Value a, Value b) override { return ops.call_helper("tagged.ll_lt", {a, b}); }
    Value ll_hash(LLOps& ops, Value v) override { return ops.call_helper("tagged.ll_hash", {v}); }
    Value ll_repr(LLOps& ops, Value v) override { return ops.call_helper("tagged.ll_to_str", {v}); }
    Value ll_bool(LLOps& ops, Value v) override { return ops.call_helper("tagged.ll_is_true", {v}); }
    Value ll_is_none(LLOps& ops, Value v) override {
        if (!(s().tags & bit(NumberTag::None))) return ops.bool_(false);
        return ops.op(Op::int_eq, {ops.op(Op::number_tag, {v}, kSigned), ops.int_(0)}, kBool);
    }

    Value rtype_binary(HighLevelOp& hop) override { return rtype_number_arithmetic(hop); }
    Value rtype_binary_right(HighLevelOp& hop) override { return rtype_number_arithmetic(hop); }
    Value rtype_compare(HighLevelOp& hop) override { return rtype_number_compare(hop); }
    Value rtype_compare_right(HighLevelOp& hop) override { return rtype_number_compare(hop); }
    Value rtype_unary(HighLevelOp& hop) override {
        Value v = hop.call_helper(fmt::format("tagged.ll_{}", op_info(hop.op_).name), {hop.input(0)});
        return hop.result(v, *this);
    }
    Value rtype_getattr(HighLevelOp& hop) override {
        return misuse(
            hop, "AttributeError",
            fmt::format("'NoneType' object has no attribute '{}'", hop.constant_str(1).value_or("?")));
    }
    Value rtype_iter(HighLevelOp& hop) override {
        return misuse(hop, "TypeError", fmt::format("'{}' object is not iterable", type_name()));
    }
    Value rtype_getitem(HighLevelOp& hop) override {
        return misuse(hop, "TypeError", fmt::format("'{}' object is not subscriptable", type_name()));
    }
    Value rtype_format(HighLevelOp& hop) override {
        auto spec = hop.constant_str(1);
        if (spec && spec->empty()) return ll_str(hop, hop.input(0));
        return rtype_format_number(hop);
    }

  private:
    Value misuse(HighLevelOp& hop, std::string_view class_, const std::string& message) {
        if (hop.s_result().kind == SKind::builtin_method) return hop.input(0);
        hop.raise_if(hop.bool_(true), class_, message);
        return hop.r_result().zero();
    }
};

std::string helper_name(Op op) {
    std::string name(op_info(op).name);
    while (name.ends_with('_')) name.pop_back();
    return "tagged.ll_" + name;
}

}  // namespace

uint8_t number_tags(const Annotation& s) {
    switch (s.kind) {
        case SKind::none: return bit(NumberTag::None);
        case SKind::boolean: return bit(NumberTag::Bool);
        case SKind::integer: return bit(NumberTag::Int);
        case SKind::floating: return bit(NumberTag::Float);
        case SKind::number: return s.tags;
        default: return 0;
    }
}

Value to_number(LLOps& ops, Value v, Repr& from) {
    Annotation any{.kind = SKind::number};
    any.tags = 15;
    return ops.convert(v, from, ops.rtyper.repr(std::move(any)));
}

Value rtype_number_arithmetic(HighLevelOp& hop) {
    uint8_t a = number_tags(hop.s_arg(0)), b = number_tags(hop.s_arg(1));
    if (a == 0 || b == 0) return {};
    Annotation any{.kind = SKind::number};
    any.tags = 15;
    Repr& r_number = hop.rtyper.repr(std::move(any));
    Value x = hop.input(0, r_number), y = hop.input(1, r_number);
    // A definite float makes the result one; None is still looked for.
    Value v = hop.call_helper(helper_name(hop.plain_op()), {x, y});
    return hop.result(v, r_number);
}

Value rtype_number_compare(HighLevelOp& hop) {
    uint8_t a = number_tags(hop.s_arg(0)), b = number_tags(hop.s_arg(1));
    if (a == 0 || b == 0) return {};
    Annotation any{.kind = SKind::number};
    any.tags = 15;
    Repr& r_number = hop.rtyper.repr(std::move(any));
    Value x = hop.input(0, r_number), y = hop.input(1, r_number);
    switch (hop.op_) {
        case Op::eq: return r_number.ll_eq(hop, x, y);
        case Op::ne: return hop.not_(r_number.ll_eq(hop, x, y));
        default: return hop.call_helper(helper_name(hop.op_), {x, y});
    }
}

Value rtype_number_is(HighLevelOp& hop) {
    uint8_t a = number_tags(hop.s_arg(0)), b = number_tags(hop.s_arg(1));
    if ((a & b) == 0) return hop.bool_(false);
    Value x = to_number(hop, hop.input(0), hop.r_arg(0)), y = to_number(hop, hop.input(1), hop.r_arg(1));
    return hop.call_helper("tagged.ll_is", {x, y});
}

std::unique_ptr<Repr> make_number_repr(RTyper& rtyper, AnnotationId annotation) {
    return std::make_unique<NumberRepr>(rtyper, annotation);
}

}  // namespace sapwood
