// What reprs do unless they know better.
#include "rtyper/repr.h"

#include "rtyper/containers.h"
#include "rtyper/repr_factories.h"
#include "rtyper/rtyper.h"

namespace sapwood {

const Annotation& Repr::s() const {
    static const Annotation nothing;
    return annotation.valid() ? rtyper.annotated()[annotation] : nothing;
}

LLTypeId Repr::storage_type() {
    if (is_gc_pointer()) return kGcRef;
    LLTypeId type = lowleveltype();
    return type == kVoid ? kBool : type;
}

std::string Repr::type_name() {
    switch (kind()) {
        case SKind::none: return "NoneType";
        case SKind::boolean: return "bool";
        case SKind::integer: return "int";
        case SKind::floating: return "float";
        case SKind::callable: return "function";
        case SKind::view: return "dict_view";
        case SKind::file: return "_io.TextIOWrapper";
        default: return std::string(skind_name(kind()));  // the others are named as in Python, or rare
    }
}

ConstantId Repr::zero() {
    return rtyper.zero(lowleveltype());
}

Value Repr::unsupported_ll(LLOps& ops, const std::string& what) {
    return ops.unsupported(what);
}

// ---- generic code

Value Repr::ll_eq(LLOps& ops, Value a, Value b) {
    LLTypeId type = lowleveltype();
    if (type == kVoid) return ops.bool_(true);
    if (!rtyper.types().is_pointer(type) && type != kGcRef)
        return ops.unsupported("comparison of " + type_name(), kBool);
    return ops.op(Op::ptr_eq, {a, b}, kBool);
}

// The annotator refuses what surely compares; inside of containers an earlier item may decide.
Value Repr::ll_lt(LLOps& ops, Value, Value) {
    ops.raise_if(
        ops.bool_(true), "TypeError",
        fmt::format("'<' not supported between instances of '{}' and '{}'", type_name(), type_name()));
    return ops.bool_(false);
}

Value Repr::ll_hash(LLOps& ops, Value) {
    rtyper.diagnostics.error<Diag::unhashable>(ops.location, type_name());
    return ops.int_(0);
}

Value Repr::ll_str(LLOps& ops, Value v) {
    return ll_repr(ops, v);
}

Value Repr::ll_repr(LLOps& ops, Value) {
    return ops.unsupported("text of `" + type_name() + "`", rtyper.types().pointer_to(str_struct(rtyper)));
}

Value Repr::ll_bool(LLOps& ops, Value v) {
    if (lowleveltype() == kVoid) return ops.bool_(kind() != SKind::none);
    return ops.not_(ll_is_none(ops, v));
}

Value Repr::ll_is_none(LLOps& ops, Value v) {
    if (kind() == SKind::none) return ops.bool_(true);
    if (!nullable()) return ops.bool_(false);
    return ops.op(Op::ptr_iszero, {v}, kBool);
}

// ---- host operations

namespace {

// x.name, x[i], len(x) where x is None at run time raises; where x is something else it is refused.
Value refuse(Repr& r, HighLevelOp& hop, const std::string& what) {
    return hop.unsupported(fmt::format("{} of {}", what, r.type_name()), hop.r_result().lowleveltype());
}

}  // namespace

Value Repr::rtype_getattr(HighLevelOp& hop) {
    // The method of a built-in value is the value; the call asks it for the method.
    if (hop.s_result().kind == SKind::builtin_method) return hop.input(0);
    return refuse(*this, hop, fmt::format("attribute `{}`", hop.constant_str(1).value_or("?")));
}
Value Repr::rtype_setattr(HighLevelOp& hop) {
    return refuse(*this, hop, fmt::format("assignment to attribute `{}`", hop.constant_str(1).value_or("?")));
}
Value Repr::rtype_delattr(HighLevelOp& hop) {
    return refuse(*this, hop, "deletion of an attribute");
}
Value Repr::rtype_call(HighLevelOp& hop) {
    return refuse(*this, hop, "call");
}
Value Repr::rtype_method(const std::string& name, HighLevelOp& hop) {
    return refuse(*this, hop, fmt::format("method `{}`", name));
}
Value Repr::rtype_unary(HighLevelOp& hop) {
    return refuse(*this, hop, fmt::format("operator `{}`", op_info(hop.op_).name));
}
Value Repr::rtype_binary(HighLevelOp&) {
    return {};
}
Value Repr::rtype_binary_right(HighLevelOp&) {
    return {};
}
Value Repr::rtype_compare(HighLevelOp&) {
    return {};
}
Value Repr::rtype_compare_right(HighLevelOp&) {
    return {};
}
Value Repr::rtype_bool(HighLevelOp& hop) {
    return ll_bool(hop, hop.input(0));
}
Value Repr::rtype_len(HighLevelOp& hop) {
    return refuse(*this, hop, "len()");
}
Value Repr::rtype_contains(HighLevelOp& hop) {
    return refuse(*this, hop, "`in`");
}
Value Repr::rtype_getitem(HighLevelOp& hop) {
    return refuse(*this, hop, "an item");
}
Value Repr::rtype_setitem(HighLevelOp& hop) {
    return refuse(*this, hop, "assignment to an item");
}
Value Repr::rtype_delitem(HighLevelOp& hop) {
    return refuse(*this, hop, "deletion of an item");
}
Value Repr::rtype_getslice(HighLevelOp& hop) {
    return refuse(*this, hop, "a slice");
}
Value Repr::rtype_setslice(HighLevelOp& hop) {
    return refuse(*this, hop, "assignment to a slice");
}
Value Repr::rtype_delslice(HighLevelOp& hop) {
    return refuse(*this, hop, "deletion of a slice");
}
Value Repr::rtype_iter(HighLevelOp& hop) {
    return refuse(*this, hop, "iteration");
}
Value Repr::rtype_next(HighLevelOp& hop) {
    return refuse(*this, hop, "next()");
}
Value Repr::rtype_unpack_check(HighLevelOp& hop) {
    return refuse(*this, hop, "unpacking");
}
Value Repr::rtype_unpack_item(HighLevelOp& hop) {
    return refuse(*this, hop, "unpacking");
}
Value Repr::rtype_unpack_rest(HighLevelOp& hop) {
    // By way of a list of all items.
    Value v = hop.input(0);
    check_not_none(hop, v, *this, "TypeError", "cannot unpack non-iterable NoneType object");
    std::optional<Value> items = list_from_iterable(hop, v, *this, hop.r_result());
    if (!items) return refuse(*this, hop, "starred unpacking");
    Value before = hop.int_(hop.constant_int(1).value_or(0)),
          after = hop.int_(hop.constant_int(2).value_or(0));
    return hop.call_helper("lists.ll_unpack_rest", {*items, before, after});
}
Value Repr::rtype_new(HighLevelOp& hop) {
    return refuse(*this, hop, "a display");
}
Value Repr::rtype_int(HighLevelOp& hop) {
    return refuse(*this, hop, "int()");
}
Value Repr::rtype_float(HighLevelOp& hop) {
    return refuse(*this, hop, "float()");
}

Value Repr::rtype_format(HighLevelOp& hop) {
    auto spec = hop.constant_str(1);
    if (spec && spec->empty()) return ll_str(hop, hop.input(0));
    return refuse(*this, hop, "formatting");
}

}  // namespace sapwood
