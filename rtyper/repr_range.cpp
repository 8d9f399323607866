// Ranges: `GcStruct range { start, stop, step }`, immutable.
#include "rtyper/repr_range.h"

namespace sapwood {

std::unique_ptr<Repr> make_range_repr(RTyper& rtyper, AnnotationId id) {
    return std::make_unique<RangeRepr>(rtyper, id);
}

std::unique_ptr<Repr> make_slice_repr(RTyper& rtyper, AnnotationId id) {
    return make_none_repr(rtyper, id);  // slice objects are no values yet: only None gets here
}

LLTypeId RangeRepr::struct_type() {
    return struct_named(rtyper, "range", true, {{"start", kSigned}, {"stop", kSigned}, {"step", kSigned}},
                        true);
}

LLTypeId RangeRepr::lowleveltype() {
    return rtyper.types().pointer_to(struct_type());
}

Value RangeRepr::make(LLOps& ops, Value start, Value stop, Value step) {
    Value range = ops.malloc(struct_type());
    ops.setfield(range, "start", start);
    ops.setfield(range, "stop", stop);
    ops.setfield(range, "step", step);
    return range;
}

std::optional<ConstantId> RangeRepr::convert_const(ConstantId host) {
    const std::vector<ConstantId> bounds = rtyper.world.object(rtyper.constants()[host].object).items;
    std::vector<ConstantId> values;
    for (ConstantId bound : bounds)
        values.push_back(rtyper.constants().ll_int(rtyper.constants()[bound].integer));
    return rtyper.add_prebuilt("range", struct_type(), values);
}

Value RangeRepr::length(LLOps& ops, Value range) {
    return ops.call_helper("ranges.ll_len", {ops.getfield(range, "start"), ops.getfield(range, "stop"),
                                             ops.getfield(range, "step")});
}

Value RangeRepr::ll_eq(LLOps& ops, Value a, Value b) {
    return ops.call_helper("ranges.ll_eq", {a, b});
}
Value RangeRepr::ll_repr(LLOps& ops, Value v) {
    return ops.call_helper("ranges.ll_repr", {v});
}

Value RangeRepr::ll_bool(LLOps& ops, Value v) {
    return ops.op(Op::int_ne, {length(ops, v), ops.int_(0)}, kBool);
}

Value RangeRepr::rtype_getattr(HighLevelOp& hop) {
    if (hop.s_result().kind == SKind::builtin_method) return Repr::rtype_getattr(hop);
    std::string name = hop.constant_str(1).value_or("");
    if (name != "start" && name != "stop" && name != "step") return hop.unsupported("range." + name);
    return hop.result(hop.getfield(hop.input(0), name), rtyper.int_repr());
}

Value RangeRepr::rtype_len(HighLevelOp& hop) {
    return hop.result(length(hop, hop.input(0)), rtyper.int_repr());
}

Value RangeRepr::rtype_contains(HighLevelOp& hop) {
    SKind kind = hop.s_arg(1).kind;
    if (kind != SKind::integer && kind != SKind::boolean)
        return hop.unsupported("a range with a test for this kind");
    Value found = hop.call_helper("ranges.ll_contains", {hop.input(0), hop.input(1, rtyper.int_repr())});
    return hop.result(found, rtyper.bool_repr());
}

Value RangeRepr::rtype_getitem(HighLevelOp& hop) {
    Value item = hop.call_helper("ranges.ll_getitem", {hop.input(0), hop.input(1, rtyper.int_repr())});
    return hop.result(item, rtyper.int_repr());
}

Value RangeRepr::rtype_getslice(HighLevelOp& hop) {
    SliceBounds bounds = slice_bounds(hop, 1);
    return hop.call_helper("ranges.ll_getslice", {hop.input(0), bounds.start, bounds.stop, bounds.step});
}

Value RangeRepr::rtype_iter(HighLevelOp& hop) {
    return rtype_iter_any(hop);
}

Value RangeRepr::rtype_unpack_check(HighLevelOp& hop) {
    hop.call_helper("lists.ll_check_unpack",
                    {length(hop, hop.input(0)), hop.int_(hop.constant_int(1).value_or(0))});
    return hop.void_();
}

Value RangeRepr::rtype_unpack_item(HighLevelOp& hop) {
    Value index = hop.int_(hop.constant_int(1).value_or(0));
    return hop.result(hop.call_helper("ranges.ll_getitem", {hop.input(0), index}), rtyper.int_repr());
}

}  // namespace sapwood
