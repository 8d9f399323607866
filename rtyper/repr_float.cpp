// float, and None.
#include "rtyper/builtin_rows.h"
#include "rtyper/repr_factories.h"
#include "rtyper/repr_number.h"
#include "rtyper/rtyper.h"

namespace sapwood {

namespace {

class FloatRepr final : public Repr {
  public:
    using Repr::Repr;
    LLTypeId lowleveltype() override { return kFloat; }

    std::optional<ConstantId> convert_const(ConstantId host) override {
        const Constant constant = rtyper.constants()[host];
        if (constant.kind == ConstantKind::floating) return rtyper.constants().ll_float(constant.number);
        return rtyper.constants().ll_float(static_cast<double>(constant.integer));
    }
    Value ll_eq(LLOps& ops, Value a, Value b) override { return ops.op(Op::float_eq, {a, b}, kBool); }
    Value ll_lt(LLOps& ops, Value a, Value b) override { return ops.op(Op::float_lt, {a, b}, kBool); }
    Value ll_hash(LLOps& ops, Value v) override { return ops.call_leaf("float_hash", {v}, kSigned); }
    Value ll_bool(LLOps& ops, Value v) override { return ops.op(Op::float_ne, {v, ops.float_(0)}, kBool); }
    Value ll_repr(LLOps& ops, Value v) override {
        return ops.call_helper("numbers_text.ll_float_to_str", {v});
    }

    Value rtype_binary(HighLevelOp& hop) override { return rtype_plain_arithmetic(hop); }
    Value rtype_compare(HighLevelOp& hop) override { return rtype_plain_compare(hop); }
    Value rtype_unary(HighLevelOp& hop) override {
        Value v = hop.input(0);
        if (hop.op_ == Op::neg) return hop.result(hop.op(Op::float_neg, {v}, kFloat), *this);
        if (hop.op_ == Op::pos) return hop.result(v, *this);
        return Repr::rtype_unary(hop);
    }
    Value rtype_method(const std::string& name, HighLevelOp& hop) override {
        if (auto done = rtype_builtin_rows("float." + name, hop, 0)) return *done;
        return Repr::rtype_method(name, hop);
    }
    Value rtype_format(HighLevelOp& hop) override {
        auto spec = hop.constant_str(1);
        if (spec && spec->empty()) return ll_str(hop, hop.input(0));
        return rtype_format_number(hop);
    }
};

// None and nothing else; also what stands for values that never come (`impossible`).  What one can do with
// None raises at run time, as the program may never come there.
class NoneRepr final : public Repr {
  public:
    using Repr::Repr;
    LLTypeId lowleveltype() override { return kVoid; }
    std::string type_name() override { return "NoneType"; }

    std::optional<ConstantId> convert_const(ConstantId) override { return rtyper.constants().void_(); }
    std::optional<Value> convert_to(LLOps& ops, Value, Repr& to) override {
        if (to.kind() == SKind::number) return Value(rtyper.number_none());
        if (rtyper.types().is_pointer(to.lowleveltype()) || to.lowleveltype() == kGcRef)
            return ops.null(to.lowleveltype());
        return Value(to.zero());  // narrowed: control does not come here with None
    }
    std::optional<Value> convert_from(LLOps& ops, Value, Repr&) override { return ops.void_(); }

    Value ll_eq(LLOps& ops, Value, Value) override { return ops.bool_(true); }
    Value ll_lt(LLOps& ops, Value, Value) override {
        ops.raise_if(ops.bool_(true), "TypeError",
                     "'<' not supported between instances of 'NoneType' and 'NoneType'");
        return ops.bool_(false);
    }
    Value ll_hash(LLOps& ops, Value) override { return ops.int_(0xfca86420); }  // CPython 3.12's; documented
    Value ll_bool(LLOps& ops, Value) override { return ops.bool_(false); }
    Value ll_repr(LLOps& ops, Value) override { return ops.str("None"); }

    Value rtype_getattr(HighLevelOp& hop) override { return no_attribute(hop); }
    Value rtype_setattr(HighLevelOp& hop) override { return no_attribute(hop); }
    Value rtype_delattr(HighLevelOp& hop) override { return no_attribute(hop); }
    Value rtype_call(HighLevelOp& hop) override { return error(hop, "'NoneType' object is not callable"); }
    Value rtype_method(const std::string& name, HighLevelOp& hop) override {
        hop.raise_if(hop.bool_(true), "AttributeError",
                     fmt::format("'NoneType' object has no attribute '{}'", name));
        return hop.r_result().zero();
    }
    Value rtype_unary(HighLevelOp& hop) override {
        std::string_view op = hop.op_ == Op::neg ? "-" : hop.op_ == Op::pos ? "+" : "~";
        return error(hop, fmt::format("bad operand type for unary {}: 'NoneType'", op));
    }
    Value rtype_len(HighLevelOp& hop) override {
        return error(hop, "object of type 'NoneType' has no len()");
    }
    Value rtype_contains(HighLevelOp& hop) override {
        return error(hop, "argument of type 'NoneType' is not iterable");
    }
    Value rtype_getitem(HighLevelOp& hop) override { return not_subscriptable(hop); }
    Value rtype_getslice(HighLevelOp& hop) override { return not_subscriptable(hop); }
    Value rtype_setitem(HighLevelOp& hop) override {
        return error(hop, "'NoneType' object does not support item assignment");
    }
    Value rtype_setslice(HighLevelOp& hop) override { return rtype_setitem(hop); }
    Value rtype_delitem(HighLevelOp& hop) override {
        return error(hop, "'NoneType' object does not support item deletion");
    }
    Value rtype_delslice(HighLevelOp& hop) override { return rtype_delitem(hop); }
    Value rtype_iter(HighLevelOp& hop) override { return error(hop, "'NoneType' object is not iterable"); }
    Value rtype_next(HighLevelOp& hop) override { return error(hop, "'NoneType' object is not an iterator"); }
    Value rtype_unpack_check(HighLevelOp& hop) override {
        return error(hop, "cannot unpack non-iterable NoneType object");
    }
    Value rtype_unpack_item(HighLevelOp& hop) override { return hop.r_result().zero(); }
    Value rtype_unpack_rest(HighLevelOp& hop) override { return rtype_unpack_check(hop); }
    Value rtype_int(HighLevelOp& hop) override {
        return error(hop,
                     "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'");
    }
    Value rtype_float(HighLevelOp& hop) override {
        return error(hop, "float() argument must be a string or a real number, not 'NoneType'");
    }

  private:
    Value error(HighLevelOp& hop, std::string_view message) {
        hop.raise_if(hop.bool_(true), "TypeError", message);
        return hop.r_result().zero();
    }
    Value not_subscriptable(HighLevelOp& hop) { return error(hop, "'NoneType' object is not subscriptable"); }
    Value no_attribute(HighLevelOp& hop) {
        hop.raise_if(
            hop.bool_(true), "AttributeError",
            fmt::format("'NoneType' object has no attribute '{}'", hop.constant_str(1).value_or("?")));
        return hop.r_result().zero();
    }
};

}  // namespace

std::unique_ptr<Repr> make_float_repr(RTyper& rtyper, AnnotationId annotation) {
    return std::make_unique<FloatRepr>(rtyper, annotation);
}

std::unique_ptr<Repr> make_none_repr(RTyper& rtyper, AnnotationId annotation) {
    return std::make_unique<NoneRepr>(rtyper, annotation);
}

}  // namespace sapwood
