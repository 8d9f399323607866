// keys() and items() of dicts as operands of set operators; comparisons of sets and such views.
//
// The order of the items in a result is CPython's: there too, the operators of views go through sets.
#include "rtyper/repr_dict.h"
#include "rtyper/repr_set.h"

namespace sapwood {

bool is_set_like_view(const Annotation& s) {
    return s.kind == SKind::view && s.iterator != IteratorKind::values;
}

namespace {

struct Operand {
    Value value;
    Repr* repr;

    bool is_view() const { return is_set_like_view(repr->s()); }
    bool is_items() const { return is_view() && repr->s().iterator == IteratorKind::items; }
    bool is_set() const { return repr->kind() == SKind::set; }
};

Operand operand(HighLevelOp& hop, uint32_t i) {
    return {hop.input(i), &hop.r_arg(i)};
}

// A new set of the operand's items; that of keys() has room for all from the start.
Value set_of(LLOps& ops, SetRepr& r, const Operand& x) {
    bool keys = x.is_view() && !x.is_items();
    return r.new_set(ops, x.value, keys ? static_cast<ViewRepr*>(x.repr)->dict() : *x.repr);
}

// A new set of those items of `from` that are in `in`, or are not; added to `made` if that is given.
Value selected(LLOps& ops, SetRepr& r, const Operand& from, const Operand& in, bool wanted, Value made = {}) {
    if (!made.valid()) made = r.make_empty(ops);
    Value all = in.is_set() ? r.as_set(ops, in.value, *in.repr) : set_of(ops, r, in);
    r.call_with_items(ops, "sets.ll_add_selected_from", made, from.value, *from.repr,
                      {all, ops.bool_(wanted)});
    return made;
}

Value is_longer(LLOps& ops, const Operand& a, const Operand& b) {
    auto length = [&](const Operand& x) { return ops.getfield(x.value, x.is_view() ? "live" : "used"); };
    return ops.op(Op::int_gt, {length(a), length(b)}, kBool);
}

// One of them is a view.  The items come from the shorter one where both lengths are known.
Value intersection(LLOps& ops, SetRepr& r, Operand view, Operand other) {
    if (!view.is_view()) std::swap(view, other);
    bool plain_set = other.is_set() && !static_cast<SetRepr*>(other.repr)->frozen();
    if (!plain_set && !other.is_view()) return selected(ops, r, other, view, true);
    Value through_view = is_longer(ops, other, view);
    if (plain_set) through_view = ops.not_(is_longer(ops, view, other));
    return ops.if_else(
        through_view, r.lowleveltype(), [&] { return selected(ops, r, view, other, true); },
        [&] { return selected(ops, r, other, view, true); });
}

// Of items() and items(): what only the longer one has comes first.
Value items_symmetric_difference(LLOps& ops, SetRepr& r, const Operand& a, const Operand& b) {
    auto one_then = [&](const Operand& longer, const Operand& shorter) {
        Value made = selected(ops, r, longer, shorter, false);
        return selected(ops, r, shorter, longer, false, made);
    };
    return ops.if_else(
        is_longer(ops, a, b), r.lowleveltype(), [&] { return one_then(a, b); },
        [&] { return one_then(b, a); });
}

// What both operands of a comparison are made sets of; null if no item of one can be equal to one of the
// other.
SetRepr* common_set(HighLevelOp& hop) {
    Repr* items[2];
    for (uint32_t i = 0; i < 2; ++i) {
        Repr& r = hop.r_arg(i);
        if (r.kind() == SKind::set) {
            items[i] = &static_cast<SetRepr&>(r).item();
        } else {
            auto s = iterator_annotation(hop.rtyper, r);
            if (!s) return nullptr;
            items[i] = &static_cast<IteratorRepr&>(hop.rtyper.repr(std::move(*s))).item();
        }
    }
    Repr* common = hop.rtyper.common_repr(*items[0], *items[1]);
    return common ? &set_repr_of(hop.rtyper, *common) : nullptr;
}

}  // namespace

Value rtype_view_operator(HighLevelOp& hop) {
    auto& r = static_cast<SetRepr&>(hop.r_result());
    Operand a = operand(hop, 0), b = operand(hop, 1);
    switch (hop.plain_op()) {
        case Op::and_: return intersection(hop, r, a, b);
        case Op::or_: {
            Value made = set_of(hop, r, a);
            r.update(hop, made, b.value, *b.repr);
            return made;
        }
        case Op::sub: {
            Value made = set_of(hop, r, a);
            r.difference_update(hop, made, b.value, *b.repr);
            return made;
        }
        case Op::xor_: {
            if (a.is_items() && b.is_items()) return items_symmetric_difference(hop, r, a, b);
            Value made = set_of(hop, r, a);
            r.symmetric_difference_update(hop, made, b.value, *b.repr);
            return made;
        }
        default: return {};
    }
}

Value rtype_set_comparison(HighLevelOp& hop) {
    return rtype_set_comparison_as(hop, hop.op_);
}

Value rtype_set_comparison_as(HighLevelOp& hop, Op op) {
    auto is_operand = [](const Annotation& s) { return s.kind == SKind::set || is_set_like_view(s); };
    if (!is_operand(hop.s_arg(0)) || !is_operand(hop.s_arg(1))) return {};
    SetRepr* r = common_set(hop);
    if (r == nullptr)
        return hop.unsupported("a comparison of sets whose items are of different types", kBool);
    Operand x = operand(hop, 0), y = operand(hop, 1);
    auto compare = [&] {
        Value a = x.is_set() ? r->as_set(hop, x.value, *x.repr) : set_of(hop, *r, x);
        Value b = y.is_set() ? r->as_set(hop, y.value, *y.repr) : set_of(hop, *r, y);
        switch (op) {
            case Op::le: return r->call(hop, "sets.ll_issubset", {a, b, r->hash_function()});
            case Op::ge: return r->call(hop, "sets.ll_issubset", {b, a, r->hash_function()});
            case Op::lt: return r->call(hop, "sets.ll_is_proper_subset", {a, b, r->hash_function()});
            case Op::gt: return r->call(hop, "sets.ll_is_proper_subset", {b, a, r->hash_function()});
            default: return r->call(hop, "sets.ll_eq", {a, b, r->hash_function()});
        }
    };
    if (op == Op::eq || op == Op::ne) {
        // None is equal to None alone.
        auto is_none = [&](const Operand& each) {
            return each.repr->nullable() ? hop.op(Op::ptr_iszero, {each.value}, kBool) : hop.bool_(false);
        };
        Value same;
        if (x.repr->nullable() || y.repr->nullable()) {
            Value none = is_none(x), other_none = is_none(y);
            same = hop.if_else(
                none, kBool, [&] { return other_none; },
                [&] {
                    return hop.if_else(
                        other_none, kBool, [&] { return hop.bool_(false); }, compare);
                });
        } else {
            same = compare();
        }
        return hop.result(op == Op::eq ? same : hop.not_(same), hop.rtyper.bool_repr());
    }
    std::string_view symbol = op == Op::le ? "<=" : op == Op::ge ? ">=" : op == Op::lt ? "<" : ">";
    auto message = [&](const std::string& left, const std::string& right) {
        return fmt::format("'{}' not supported between instances of '{}' and '{}'", symbol, left, right);
    };
    check_not_none(hop, x.value, *x.repr, "TypeError", message("NoneType", y.repr->type_name()));
    check_not_none(hop, y.value, *y.repr, "TypeError", message(x.repr->type_name(), "NoneType"));
    return hop.result(compare(), hop.rtyper.bool_repr());
}

Value rtype_view_isdisjoint(HighLevelOp& hop) {
    SetRepr* r = common_set(hop);
    if (r == nullptr) return hop.unsupported("isdisjoint() of items that are of different types", kBool);
    Operand view = operand(hop, 0), other = operand(hop, 1);
    Value set = set_of(hop, *r, view);
    return hop.result(r->isdisjoint(hop, set, other.value, *other.repr), hop.rtyper.bool_repr());
}

}  // namespace sapwood
