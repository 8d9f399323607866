// Comparison of values whose types differ.  See equality.h.
#include "rtyper/equality.h"

#include "rtyper/boxes.h"
#include "rtyper/classes.h"
#include "rtyper/containers.h"
#include "rtyper/repr_dict.h"
#include "rtyper/repr_list.h"
#include "rtyper/repr_set.h"
#include "rtyper/repr_tuple.h"
#include "rtyper/repr_tuple_of.h"
#include "rtyper/rtyper.h"

namespace sapwood {

namespace {

bool compares_by_parts(SKind kind) {
    return kind == SKind::list || kind == SKind::tuple_of || kind == SKind::dict || kind == SKind::tuple ||
           kind == SKind::view || kind == SKind::set || kind == SKind::instance;
}

// The result of a user's `__eq__` as a Bool, asked at `self`; nullopt where its class has none.
std::optional<Value> by_method(LLOps& ops, Repr& self, Value v, Repr& other, Value w) {
    if (self.kind() != SKind::instance) return std::nullopt;
    auto result = ops.rtyper.call_method(ops, {v, &self}, "__eq__", {{w, &other}});
    if (!result) return std::nullopt;
    return result->repr->ll_bool(ops, result->value);
}

Value equal_instances(LLOps& ops, Repr& left, Value a, Repr& right, Value b) {
    auto asked = [&] {
        if (auto answer = by_method(ops, left, a, right, b)) return *answer;
        if (auto answer = by_method(ops, right, b, left, a)) return *answer;
        return ops.bool_(false);
    };
    if (left.kind() != right.kind()) return asked();
    Value identical = ops.op(Op::ptr_eq, {ops.cast(a, kGcRef), ops.cast(b, kGcRef)}, kBool);
    return ops.if_else(
        identical, kBool, [&] { return ops.bool_(true); }, asked);
}

Value equal_tuples(LLOps& ops, TupleRepr& left, Value a, TupleRepr& right, Value b) {
    if (left.size() != right.size()) return ops.bool_(false);
    std::function<Value(uint32_t)> from = [&](uint32_t i) {
        if (i == left.size()) return ops.bool_(true);
        Value equal = ll_equal(ops, left.item(i), left.get(ops, a, i), right.item(i), right.get(ops, b, i));
        if (i + 1 == left.size()) return equal;
        return ops.if_else(
            equal, kBool, [&] { return from(i + 1); }, [&] { return ops.bool_(false); });
    };
    return from(0);
}

Value equal_dicts(LLOps& ops, DictRepr& left, Value a, DictRepr& right, Value b, bool values_too) {
    RTyper& rtyper = ops.rtyper;
    Value keys = rtyper.equal_function(right.key(), left.key());
    if (!values_too)
        return ops.call_helper("dicts.ll_same_keys",
                               {a, b, left.hash_function(), right.hash_function(), keys});
    return ops.call_helper("dicts.ll_eq", {a, b, left.hash_function(), right.hash_function(), keys,
                                           rtyper.equal_function(left.value(), right.value())});
}

// Neither is None.
Value equal_parts(LLOps& ops, Repr& left, Value a, Repr& right, Value b) {
    if (left.kind() == SKind::instance || right.kind() == SKind::instance)
        return equal_instances(ops, left, a, right, b);
    if (left.kind() == SKind::tuple && right.kind() == SKind::tuple_of)
        return equal_lengths(ops, static_cast<TupleRepr&>(left), a, static_cast<TupleOfRepr&>(right), b);
    if (left.kind() == SKind::tuple_of && right.kind() == SKind::tuple)
        return equal_lengths(ops, static_cast<TupleRepr&>(right), b, static_cast<TupleOfRepr&>(left), a);
    if (left.kind() != right.kind()) return ops.bool_(false);
    switch (left.kind()) {
        case SKind::tuple_of:
        case SKind::list: {
            Repr &x = static_cast<ListRepr&>(left).item(), &y = static_cast<ListRepr&>(right).item();
            return ops.call_helper("lists.ll_eq", {a, b, ops.rtyper.equal_function(x, y)});
        }
        case SKind::set: {
            auto &x = static_cast<SetRepr&>(left), &y = static_cast<SetRepr&>(right);
            return ops.call_helper("sets.ll_eq", {a, b, x.hash_function(), y.hash_function(),
                                                  ops.rtyper.equal_function(y.item(), x.item())});
        }
        case SKind::tuple:
            return equal_tuples(ops, static_cast<TupleRepr&>(left), a, static_cast<TupleRepr&>(right), b);
        case SKind::dict:
            return equal_dicts(ops, static_cast<DictRepr&>(left), a, static_cast<DictRepr&>(right), b, true);
        default: {
            auto &x = static_cast<ViewRepr&>(left), &y = static_cast<ViewRepr&>(right);
            IteratorKind what = x.s().iterator;
            if (what != y.s().iterator || what == IteratorKind::values) return ops.bool_(false);
            return equal_dicts(ops, x.dict(), a, y.dict(), b, what == IteratorKind::items);
        }
    }
}

}  // namespace

Value ll_equal(LLOps& ops, Repr& left, Value a, Repr& right, Value b) {
    if (&left == &right) return left.ll_eq(ops, a, b);
    if (left.kind() == SKind::impossible || right.kind() == SKind::impossible) return ops.bool_(false);
    if (left.kind() == SKind::boxed) return boxed_equals(ops, a, right, b);
    if (right.kind() == SKind::boxed) return boxed_equals(ops, b, left, a);
    if (right.kind() == SKind::none) return left.ll_is_none(ops, a);
    if (left.kind() == SKind::none) return right.ll_is_none(ops, b);
    if (!compares_by_parts(left.kind()) && !compares_by_parts(right.kind())) {
        if (Repr* common = ops.rtyper.common_repr(left, right))
            return common->ll_eq(ops, ops.convert(a, left, *common), ops.convert(b, right, *common));
    }
    RTyper& rtyper = ops.rtyper;
    auto parts = [&] {
        Repr &x = rtyper.without_none(left), &y = rtyper.without_none(right);
        if (&x == &y) return x.ll_eq(ops, a, b);
        if (!compares_by_parts(x.kind()) && !compares_by_parts(y.kind())) return ops.bool_(false);
        return equal_parts(ops, x, a, y, b);
    };
    auto no = [&] { return ops.bool_(false); };
    auto right_checked = [&] {
        return right.nullable() ? ops.if_else(right.ll_is_none(ops, b), kBool, no, parts) : parts();
    };
    if (!left.nullable()) return right_checked();
    return ops.if_else(
        left.ll_is_none(ops, a), kBool,
        [&] { return right.nullable() ? right.ll_is_none(ops, b) : ops.bool_(false); }, right_checked);
}

Value ll_less(LLOps& ops, Repr& left, Value a, Repr& right, Value b) {
    if (&left == &right) return left.ll_lt(ops, a, b);
    if (left.kind() == SKind::impossible || right.kind() == SKind::impossible) return ops.bool_(false);
    if (left.kind() == right.kind() && (left.kind() == SKind::list || left.kind() == SKind::tuple_of)) {
        Repr &x = static_cast<ListRepr&>(left).item(), &y = static_cast<ListRepr&>(right).item();
        return ops.call_helper("lists.ll_lt",
                               {a, b, ops.rtyper.equal_function(x, y), ops.rtyper.less_function(x, y)});
    }
    Repr* common = ops.rtyper.common_repr(left, right);
    if (!common) return ops.unsupported("an order of these items", kBool);
    return common->ll_lt(ops, ops.convert(a, left, *common), ops.convert(b, right, *common));
}

Comparand comparand(HighLevelOp& hop, uint32_t i, Repr& r_item) {
    Repr& r_given = hop.r_arg(i);
    Repr* common = hop.rtyper.common_repr(r_given, r_item);
    // What is compared by parts may hold None where the items of the container hold none.
    bool by_parts = compares_by_parts(r_given.kind()) || compares_by_parts(r_item.kind());
    bool is_item = r_given.kind() == SKind::none
                       ? r_item.nullable()
                       : &r_given == &r_item || &hop.rtyper.without_none(r_item) == &r_given;
    bool converts = common && (is_item || (!by_parts && same_layout(*common, r_item)));
    Repr& r = converts ? r_item : r_given;
    return {hop.to_storage(hop.input(i, r), r), hop.rtyper.equal_function(r_item, r), &r};
}

}  // namespace sapwood
