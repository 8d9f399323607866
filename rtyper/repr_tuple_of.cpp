// See repr_tuple_of.h.
#include "rtyper/repr_tuple_of.h"

#include "rtyper/equality.h"
#include "rtyper/repr_tuple.h"

namespace sapwood {

std::unique_ptr<Repr> make_tuple_of_repr(RTyper& rtyper, AnnotationId id) {
    return std::make_unique<TupleOfRepr>(rtyper, id);
}

Value TupleOfRepr::from_tuple(LLOps& ops, Value v, TupleRepr& r) {
    std::vector<Value> items;
    for (uint32_t i = 0; i < r.size(); i++) items.push_back(ops.convert(r.get(ops, v, i), r.item(i), item()));
    return make(ops, items);
}

// ---- constants and conversions

std::optional<ConstantId> TupleOfRepr::convert_const(ConstantId host) {
    const Constant constant = rtyper.constants()[host];
    bool is_tuple =
        constant.kind == ConstantKind::none || rtyper.world.object(constant.object).kind == HostKind::tuple;
    return is_tuple ? ListRepr::convert_const(host) : std::nullopt;
}

std::optional<Value> TupleOfRepr::convert_to(LLOps& ops, Value v, Repr& to) {
    if (to.kind() != SKind::tuple_of) return std::nullopt;
    if (same_layout(to, *this)) return v;
    auto convert = [&] {
        return list_from_iterable(ops, v, rtyper.without_none(*this), to)
            .value_or(ops.null(to.lowleveltype()));
    };
    if (!nullable()) return convert();
    return ops.if_else(
        ll_is_none(ops, v), to.lowleveltype(), [&] { return ops.null(to.lowleveltype()); }, convert);
}

// ---- generic code

Value TupleOfRepr::ll_hash(LLOps& ops, Value v) {
    return hash_or_none(ops, v, *this, [&] {
        return ops.call_helper("lists.ll_hash_tuple", {v, rtyper.hash_function(item())});
    });
}

Value TupleOfRepr::ll_repr(LLOps& ops, Value v) {
    return str_or_none(ops, v, *this, [&] {
        return ops.call_helper("container_repr.ll_tuple",
                               {v, rtyper.repr_function(item()), repr_stack(rtyper)});
    });
}

Value equal_lengths(LLOps& ops, TupleRepr& left, Value a, TupleOfRepr& right, Value b) {
    std::function<Value(uint32_t)> from = [&](uint32_t i) -> Value {
        if (i == left.size()) return ops.bool_(true);
        Value stored = ops.call_helper("lists.ll_getitem_fast", {b, ops.int_(i)});
        Value item = ops.from_storage(stored, right.item());
        return ops.if_else(
            ll_equal(ops, left.item(i), left.get(ops, a, i), right.item(), item), kBool,
            [&] { return from(i + 1); }, [&] { return ops.bool_(false); });
    };
    Value same_length = ops.op(Op::int_eq, {ops.getfield(b, "length"), ops.int_(left.size())}, kBool);
    return ops.if_else(
        same_length, kBool, [&] { return from(0); }, [&] { return ops.bool_(false); });
}

// ---- operators

namespace {

// Operand i, a tuple of any kind that is not None, as a value of r.
Value tuple_operand(HighLevelOp& hop, uint32_t i, TupleOfRepr& r) {
    Repr& given = hop.rtyper.without_none(hop.r_arg(i));
    return hop.convert(hop.input(i), given, r);
}

}  // namespace

Value add_tuples(HighLevelOp& hop) {
    if (!is_tuple(hop.s_arg(0)) || !is_tuple(hop.s_arg(1)) || hop.r_result().kind() != SKind::tuple_of)
        return {};
    auto& r = static_cast<TupleOfRepr&>(hop.r_result());
    check_not_none(hop, hop.input(0), hop.r_arg(0), "TypeError",
                   "unsupported operand type(s) for +: 'NoneType' and 'tuple'");
    check_not_none(hop, hop.input(1), hop.r_arg(1), "TypeError",
                   "can only concatenate tuple (not \"NoneType\") to tuple");
    return hop.call_helper("lists.ll_concat", {tuple_operand(hop, 0, r), tuple_operand(hop, 1, r)});
}

Value repeat_tuple(HighLevelOp& hop, uint32_t tuple, uint32_t count) {
    if (!is_tuple(hop.s_arg(tuple)) || hop.r_result().kind() != SKind::tuple_of) return {};
    auto& r = static_cast<TupleOfRepr&>(hop.r_result());
    check_not_none(hop, hop.input(tuple), hop.r_arg(tuple), "TypeError",
                   "unsupported operand type(s) for *: 'NoneType' and 'int'");
    Value items = tuple_operand(hop, tuple, r);
    return hop.call_helper("lists.ll_repeat", {items, hop.input(count, hop.rtyper.int_repr())});
}

Value slice_tuple(HighLevelOp& hop) {
    auto& r = static_cast<TupleOfRepr&>(hop.r_result());
    check_subscript(hop, hop.input(0), hop.r_arg(0));
    Value items = tuple_operand(hop, 0, r);
    SliceBounds bounds = slice_bounds(hop, 1);
    if (bounds.plain) return hop.call_helper("lists.ll_getslice", {items, bounds.start, bounds.stop});
    return hop.call_helper("lists.ll_getslice_step", {items, bounds.start, bounds.stop, bounds.step});
}

Value compare_tuples(HighLevelOp& hop) {
    if (hop.op_ == Op::eq || hop.op_ == Op::ne) return {};  // the default: item by item
    if (!is_tuple(hop.s_arg(0)) || !is_tuple(hop.s_arg(1))) return {};
    std::string sign = hop.op_ == Op::lt ? "<" : hop.op_ == Op::le ? "<=" : hop.op_ == Op::gt ? ">" : ">=";
    check_not_none(hop, hop.input(0), hop.r_arg(0), "TypeError",
                   "'" + sign + "' not supported between instances of 'NoneType' and 'tuple'");
    check_not_none(hop, hop.input(1), hop.r_arg(1), "TypeError",
                   "'" + sign + "' not supported between instances of 'tuple' and 'NoneType'");
    RTyper& rtyper = hop.rtyper;
    Repr* common = rtyper.common_repr(rtyper.without_none(hop.r_arg(0)), rtyper.without_none(hop.r_arg(1)));
    if (common == nullptr || common->kind() != SKind::tuple_of)
        return hop.unsupported("ordering of these tuples", kBool);
    auto& r = static_cast<TupleOfRepr&>(*common);
    Value a = tuple_operand(hop, 0, r), b = tuple_operand(hop, 1, r);
    if (hop.op_ == Op::gt || hop.op_ == Op::ge) std::swap(a, b);
    bool strict = hop.op_ == Op::lt || hop.op_ == Op::gt;
    Value done = hop.call_helper("lists.ll_order", {a, b, rtyper.eq_function(r.item()),
                                                    rtyper.lt_function(r.item()), hop.bool_(strict)});
    return hop.result(done, rtyper.bool_repr());
}

Value TupleOfRepr::rtype_binary(HighLevelOp& hop) {
    if (hop.plain_op() == Op::mul) return repeat_tuple(hop, 0, 1);
    return hop.plain_op() == Op::add ? add_tuples(hop) : Value{};
}

Value TupleOfRepr::rtype_compare(HighLevelOp& hop) {
    return compare_tuples(hop);
}

Value TupleOfRepr::rtype_getitem(HighLevelOp& hop) {
    check_subscript(hop, hop.input(0), *this);
    Value index = hop.input(1, rtyper.int_repr());
    Value stored = hop.call_helper("lists.ll_tuple_item", {hop.input(0), index});
    return hop.result(hop.from_storage(stored, item()), item());
}

Value TupleOfRepr::rtype_method(const std::string& name, HighLevelOp& hop) {
    if (name != "index") return ListRepr::rtype_method(name, hop);
    check_attribute(hop, hop.input(0), *this, name);
    Comparand wanted = comparand(hop, 1, item());
    Value found = hop.call_helper("lists.ll_tuple_index", {hop.input(0), wanted.value, wanted.equal});
    return hop.result(found, rtyper.int_repr());
}

}  // namespace sapwood
