// Lists: types, constants, conversions and operators.  Methods: repr_list_methods.cpp.
#include "rtyper/repr_list.h"
#include "rtyper/equality.h"

#include "rtyper/repr_tuple.h"

namespace sapwood {

std::unique_ptr<Repr> make_list_repr(RTyper& rtyper, AnnotationId id) {
    return std::make_unique<ListRepr>(rtyper, id);
}

Repr& ListRepr::item() {
    return rtyper.repr(rtyper.annotated().lists[s().list].item);
}
LLTypeId ListRepr::struct_type() {
    return list_struct(rtyper, item().storage_type());
}
LLTypeId ListRepr::items_array() {
    return rtyper.types().array_of(item().storage_type(), true);
}
LLTypeId ListRepr::lowleveltype() {
    return rtyper.types().pointer_to(struct_type());
}
Value ListRepr::eq_function() {
    return rtyper.eq_function(item());
}

Value ListRepr::make_empty(LLOps& ops) {
    return ops.call_helper("lists.ll_new", {ops.type(struct_type()), ops.int_(0)});
}

Value ListRepr::make(LLOps& ops, const std::vector<Value>& items) {
    if (items.empty()) return make_empty(ops);
    Value list = ops.malloc(struct_type());
    Value array = ops.malloc_varsize(items_array(), ops.int_(static_cast<int64_t>(items.size())));
    for (size_t i = 0; i < items.size(); ++i) {
        Value stored = ops.to_storage(items[i], item());
        ops.op(Op::setarrayitem, {array, ops.int_(static_cast<int64_t>(i)), stored}, kVoid);
    }
    ops.setfield(list, "items", array);
    ops.setfield(list, "length", ops.int_(static_cast<int64_t>(items.size())));
    return list;
}

// ---- constants and conversions

std::optional<ConstantId> ListRepr::convert_const(ConstantId host) {
    ConstantTable& constants = rtyper.constants();
    if (constants[host].kind == ConstantKind::none) return constants.null(lowleveltype());
    CHECK(constants[host].kind == ConstantKind::object, "a constant that is no list in a list");
    ObjectId object = constants[host].object;
    auto key = std::make_pair(object, lowleveltype());
    if (auto known = rtyper.prebuilt_objects.find(key); known != rtyper.prebuilt_objects.end()) {
        return known->second;
    }
    const std::string name = rtyper.world.object(object).name;
    ConstantId list = rtyper.reserve_prebuilt(name.empty() ? "list" : name, struct_type());
    rtyper.prebuilt_objects[key] = list;
    std::vector<ConstantId> items;
    for (ConstantId host_item : std::vector<ConstantId>(rtyper.world.object(object).items)) {
        auto stored = stored_constant(rtyper, host_item, item());
        if (!stored) return std::nullopt;
        items.push_back(*stored);
    }
    int64_t length = static_cast<int64_t>(items.size());
    ConstantId array = items.empty() ? empty_array(rtyper, items_array())
                                     : rtyper.add_prebuilt("items", items_array(), std::move(items));
    rtyper.fill_prebuilt(list, {rtyper.constants().ll_int(length), array});
    return list;
}

std::optional<Value> ListRepr::convert_to(LLOps&, Value v, Repr& to) {
    if (to.kind() != SKind::list || !same_layout(to, *this)) return std::nullopt;
    return v;
}

std::optional<Value> ListRepr::convert_from(LLOps& ops, Value, Repr& from) {
    if (from.kind() != SKind::none) return std::nullopt;
    return ops.null(lowleveltype());
}

// ---- generic code

Value ListRepr::ll_eq(LLOps& ops, Value a, Value b) {
    return eq_or_none(ops, a, b, *this, [&] {
        return ops.call_helper("lists.ll_eq", {a, b, eq_function()});
    });
}

Value ListRepr::ll_lt(LLOps& ops, Value a, Value b) {
    return ops.call_helper("lists.ll_lt", {a, b, eq_function(), rtyper.lt_function(item())});
}

Value ListRepr::ll_repr(LLOps& ops, Value v) {
    return str_or_none(ops, v, *this, [&] {
        return ops.call_helper("container_repr.ll_list",
                               {v, rtyper.repr_function(item()), repr_stack(rtyper)});
    });
}

Value ListRepr::ll_bool(LLOps& ops, Value v) {
    if (!nullable()) return ops.call_helper("lists.ll_is_true", {v});
    return ops.if_else(
        ops.op(Op::ptr_iszero, {v}, kBool), kBool, [&] { return ops.bool_(false); },
        [&] { return ops.call_helper("lists.ll_is_true", {v}); });
}

// ---- operators

namespace {

bool counts(const Annotation& s) {
    return s.kind == SKind::integer || s.kind == SKind::boolean;
}

}  // namespace

Value ListRepr::rtype_binary(HighLevelOp& hop) {
    Value list = hop.input(0);
    if (hop.op_ == Op::inplace_add) {
        check_not_none(hop, list, *this, "TypeError",
                       "unsupported operand type(s) for +=: 'NoneType' and 'list'");
        HighLevelOp call = hop;
        rtype_method("extend", call);
        hop.block = call.block;
        return hop.result(list, *this);
    }
    if (hop.plain_op() == Op::add && hop.s_arg(1).kind == SKind::list) {
        check_not_none(hop, list, *this, "TypeError",
                       "unsupported operand type(s) for +: 'NoneType' and 'list'");
        check_not_none(hop, hop.input(1), hop.r_arg(1), "TypeError",
                       "can only concatenate list (not \"NoneType\") to list");
        auto& r_result = static_cast<ListRepr&>(hop.r_result());
        if (same_layout(*this, r_result) && same_layout(hop.r_arg(1), r_result)) {
            return hop.call_helper("lists.ll_concat", {list, hop.input(1)});
        }
        auto copy = list_from_iterable(hop, list, *this, r_result);
        auto rest = list_from_iterable(hop, hop.input(1), hop.r_arg(1), r_result);
        if (!copy || !rest) return hop.null(r_result.lowleveltype());
        hop.call_helper("lists.ll_extend", {*copy, *rest});
        return *copy;
    }
    if (hop.plain_op() == Op::mul && counts(hop.s_arg(1))) {
        check_not_none(hop, list, *this, "TypeError",
                       "unsupported operand type(s) for *: 'NoneType' and 'int'");
        auto& r_result = static_cast<ListRepr&>(hop.r_result());
        if (hop.op_ != Op::inplace_mul && !same_layout(r_result, *this)) {
            list = list_from_iterable(hop, list, *this, r_result).value_or(hop.null(r_result.lowleveltype()));
        }
        std::string_view helper = hop.op_ == Op::inplace_mul ? "lists.ll_inplace_repeat" : "lists.ll_repeat";
        return hop.call_helper(helper, {list, hop.input(1, rtyper.int_repr())});
    }
    return {};
}

Value ListRepr::rtype_binary_right(HighLevelOp& hop) {
    if (hop.plain_op() != Op::mul || !counts(hop.s_arg(0))) return {};
    Value list = hop.input(1);
    auto& r_result = hop.r_result();
    if (!same_layout(r_result, *this)) {
        list = list_from_iterable(hop, list, *this, r_result).value_or(hop.null(r_result.lowleveltype()));
    }
    return hop.call_helper("lists.ll_repeat", {list, hop.input(0, rtyper.int_repr())});
}

Value ListRepr::rtype_compare(HighLevelOp& hop) {
    bool equality = hop.op_ == Op::eq || hop.op_ == Op::ne;
    if (equality || hop.s_arg(1).kind != SKind::list) return {};  // the default: item by item
    Repr& r_right = hop.r_arg(1);
    Value a = hop.input(0), b = hop.input(1);
    check_not_none(hop, a, *this, "TypeError",
                   "'<' not supported between instances of 'NoneType' and 'list'");
    check_not_none(hop, b, r_right, "TypeError",
                   "'<' not supported between instances of 'list' and 'NoneType'");
    Repr *x = &item(), *y = &static_cast<ListRepr&>(r_right).item();
    if (hop.op_ == Op::gt || hop.op_ == Op::ge) {
        std::swap(a, b);
        std::swap(x, y);
    }
    bool strict = hop.op_ == Op::lt || hop.op_ == Op::gt;
    Value done = hop.call_helper("lists.ll_order", {a, b, rtyper.equal_function(*x, *y),
                                                    rtyper.less_function(*x, *y), hop.bool_(strict)});
    return hop.result(done, rtyper.bool_repr());
}

Value ListRepr::rtype_len(HighLevelOp& hop) {
    check_len(hop, hop.input(0), *this);
    return hop.result(hop.getfield(hop.input(0), "length"), rtyper.int_repr());
}

Value ListRepr::rtype_contains(HighLevelOp& hop) {
    check_not_none(hop, hop.input(0), *this, "TypeError", "argument of type 'NoneType' is not iterable");
    Comparand wanted = comparand(hop, 1, item());
    Value found = hop.call_helper("lists.ll_contains", {hop.input(0), wanted.value, wanted.equal});
    return hop.result(found, rtyper.bool_repr());
}

Value ListRepr::rtype_getitem(HighLevelOp& hop) {
    check_subscript(hop, hop.input(0), *this);
    std::string_view helper = hop.s_arg(1).nonnegative ? "lists.ll_getitem_nonneg" : "lists.ll_getitem";
    Value stored = hop.call_helper(helper, {hop.input(0), hop.input(1, rtyper.int_repr())});
    return hop.result(hop.from_storage(stored, item()), item());
}

Value ListRepr::rtype_setitem(HighLevelOp& hop) {
    check_store(hop, hop.input(0), *this, false);
    std::string_view helper = hop.s_arg(1).nonnegative ? "lists.ll_setitem_nonneg" : "lists.ll_setitem";
    Value stored = hop.to_storage(hop.input(2, item()), item());
    hop.call_helper(helper, {hop.input(0), hop.input(1, rtyper.int_repr()), stored});
    return hop.void_();
}

Value ListRepr::rtype_delitem(HighLevelOp& hop) {
    check_store(hop, hop.input(0), *this, true);
    hop.call_helper("lists.ll_delitem", {hop.input(0), hop.input(1, rtyper.int_repr())});
    return hop.void_();
}

Value ListRepr::rtype_getslice(HighLevelOp& hop) {
    check_subscript(hop, hop.input(0), *this);
    SliceBounds bounds = slice_bounds(hop, 1);
    Value part = bounds.plain
                     ? hop.call_helper("lists.ll_getslice", {hop.input(0), bounds.start, bounds.stop})
                     : hop.call_helper("lists.ll_getslice_step",
                                       {hop.input(0), bounds.start, bounds.stop, bounds.step});
    if (same_layout(hop.r_result(), *this)) return part;
    return list_from_iterable(hop, part, *this, hop.r_result())
        .value_or(hop.null(hop.r_result().lowleveltype()));
}

Value ListRepr::rtype_setslice(HighLevelOp& hop) {
    check_store(hop, hop.input(0), *this, false);
    SliceBounds bounds = slice_bounds(hop, 1);
    Repr& r_items = hop.r_arg(4);
    Value items = hop.input(4);
    if (!same_layout(r_items, *this) || r_items.nullable()) {
        auto made = list_from_iterable(hop, items, r_items, *this);
        if (!made) return hop.void_();
        items = *made;
    }
    if (bounds.plain) {
        hop.call_helper("lists.ll_setslice", {hop.input(0), bounds.start, bounds.stop, items});
    } else {
        hop.call_helper("lists.ll_setslice_step",
                        {hop.input(0), bounds.start, bounds.stop, bounds.step, items});
    }
    return hop.void_();
}

Value ListRepr::rtype_delslice(HighLevelOp& hop) {
    check_store(hop, hop.input(0), *this, true);
    SliceBounds bounds = slice_bounds(hop, 1);
    if (bounds.plain) {
        hop.call_helper("lists.ll_delslice", {hop.input(0), bounds.start, bounds.stop});
    } else {
        hop.call_helper("lists.ll_delslice_step", {hop.input(0), bounds.start, bounds.stop, bounds.step});
    }
    return hop.void_();
}

Value ListRepr::rtype_iter(HighLevelOp& hop) {
    return rtype_iter_any(hop);
}

// ---- unpacking and displays

Value ListRepr::rtype_unpack_check(HighLevelOp& hop) {
    check_not_none(hop, hop.input(0), *this, "TypeError", "cannot unpack non-iterable NoneType object");
    Value wanted = hop.int_(hop.constant_int(1).value_or(0));
    hop.call_helper("lists.ll_check_unpack", {hop.getfield(hop.input(0), "length"), wanted});
    return hop.void_();
}

Value ListRepr::rtype_unpack_item(HighLevelOp& hop) {
    // getitem checks again: the list may have shrunk since unpack_check
    Value index = hop.int_(hop.constant_int(1).value_or(0));
    Value stored = hop.call_helper("lists.ll_getitem", {hop.input(0), index});
    return hop.result(hop.from_storage(stored, item()), item());
}

Value ListRepr::rtype_unpack_rest(HighLevelOp& hop) {
    check_not_none(hop, hop.input(0), *this, "TypeError", "cannot unpack non-iterable NoneType object");
    Value before = hop.int_(hop.constant_int(1).value_or(0));
    Value after = hop.int_(hop.constant_int(2).value_or(0));
    Value rest = hop.call_helper("lists.ll_unpack_rest", {hop.input(0), before, after});
    if (same_layout(hop.r_result(), *this)) return rest;
    return list_from_iterable(hop, rest, *this, hop.r_result())
        .value_or(hop.null(hop.r_result().lowleveltype()));
}

Value ListRepr::rtype_new(HighLevelOp& hop) {
    std::vector<Value> items;
    for (uint32_t i = 0; i < hop.arg_count(); ++i) items.push_back(hop.input(i, item()));
    return make(hop, items);
}

}  // namespace sapwood
