// Sets and frozensets: types, constants, conversions and operators.  Methods: repr_set_methods.cpp; views of
// dicts as operands, and comparisons: repr_set_views.cpp.
#include "rtyper/repr_set.h"

#include "rtyper/equality.h"
#include "rtyper/repr_dict.h"

namespace sapwood {

std::unique_ptr<Repr> make_set_repr(RTyper& rtyper, AnnotationId id) {
    return std::make_unique<SetRepr>(rtyper, id);
}

SetRepr& set_repr_of(RTyper& rtyper, Repr& item) {
    auto [place, is_new] = rtyper.containers.sets.try_emplace(&item);
    if (is_new) {
        DictCell cell;
        cell.key = item.annotation;
        cell.value = rtyper.none_repr().annotation;
        Annotation s;
        s.kind = SKind::set;
        s.dict = rtyper.program.annotated.dicts.add(cell);
        place->second = &rtyper.repr(std::move(s));
    }
    return static_cast<SetRepr&>(*place->second);
}

// ---- types

Repr& SetRepr::item() {
    return rtyper.repr(rtyper.annotated().dicts[s().dict].key);
}

LLTypeId SetRepr::slot_struct() {
    LLTypeId storage = item().storage_type();
    return struct_named(rtyper, "slot_" + rtyper.types().text(storage), false,
                        {{"key", storage}, {"hash", kSigned}, {"state", kSigned}});
}

LLTypeId SetRepr::struct_type() {
    TypeTable& types = rtyper.types();
    LLTypeId table = types.array_of(slot_struct(), true);
    return struct_named(rtyper, "set_" + types.text(item().storage_type()), true,
                        {{"used", kSigned},
                         {"fill", kSigned},
                         {"finger", kSigned},
                         {"removals", kSigned},
                         {"table", types.pointer_to(table)}});
}

LLTypeId SetRepr::lowleveltype() {
    return rtyper.types().pointer_to(struct_type());
}

Value SetRepr::hash_function() {
    return rtyper.hash_function(item());
}
Value SetRepr::eq_function() {
    return rtyper.eq_function(item());
}

Value SetRepr::slot_item(LLOps& ops, Value set, Value slot) {
    Value table = ops.getfield(set, "table");
    Value stored = ops.op(Op::getinterior, {table, slot, ops.field("key")}, item().storage_type());
    return ops.from_storage(stored, item());
}

Value SetRepr::make_empty(LLOps& ops) {
    return ops.call_helper("sets.ll_new", {ops.type(struct_type())});
}

Value SetRepr::call(LLOps& ops, std::string_view helper, std::vector<Value> args) {
    args.push_back(hash_function());
    args.push_back(eq_function());
    return ops.call_helper(helper, std::move(args));
}

// ---- constants and conversions

// The front end gives an item per slot of the table, `undefined` for free ones.
std::optional<ConstantId> SetRepr::convert_const(ConstantId host) {
    ConstantTable& constants = rtyper.constants();
    if (constants[host].kind == ConstantKind::none) return constants.null(lowleveltype());
    CHECK(constants[host].kind == ConstantKind::object, "a constant that is no set in a set");
    ObjectId object = constants[host].object;
    auto known = std::make_pair(object, lowleveltype());
    if (auto found = rtyper.prebuilt_objects.find(known); found != rtyper.prebuilt_objects.end()) {
        return found->second;
    }
    const std::string name = rtyper.world.object(object).name;
    ConstantId set = rtyper.reserve_prebuilt(name.empty() ? "set" : name, struct_type());
    rtyper.prebuilt_objects[known] = set;
    constexpr int64_t kFree = 0, kLive = 2;  // as in sets.py
    std::vector<ConstantId> slots;
    int64_t used = 0;
    for (ConstantId item_constant : std::vector<ConstantId>(rtyper.world.object(object).items)) {
        bool live = constants[item_constant].kind != ConstantKind::undefined;
        used += live;
        ConstantId stored = rtyper.zero(item().storage_type());
        if (live) {
            auto converted = stored_constant(rtyper, item_constant, item());
            if (!converted) return std::nullopt;
            stored = *converted;
        }
        ConstantId slot = rtyper.reserve_prebuilt("slot", slot_struct(), true);
        rtyper.fill_prebuilt(slot, {stored, constants.ll_int(0), constants.ll_int(live ? kLive : kFree)});
        slots.push_back(slot);
    }
    ConstantId table =
        rtyper.add_prebuilt("table", rtyper.types().array_of(slot_struct(), true), std::move(slots));
    ConstantId zero = constants.ll_int(0);
    rtyper.fill_prebuilt(set, {constants.ll_int(used), constants.ll_int(-1), zero, zero, table});
    return set;
}

std::optional<Value> SetRepr::convert_to(LLOps&, Value v, Repr& to) {
    if (to.kind() != SKind::set || !same_layout(to, *this)) return std::nullopt;
    return v;
}

std::optional<Value> SetRepr::convert_from(LLOps& ops, Value, Repr& from) {
    if (from.kind() != SKind::none) return std::nullopt;
    return ops.null(lowleveltype());
}

Value SetRepr::as_set(LLOps& ops, Value v, Repr& r) {
    if (r.kind() != SKind::set) return new_set(ops, v, r);
    check_iterable(ops, v, r);
    if (same_layout(r, *this)) return v;
    auto& r_from = static_cast<SetRepr&>(r);
    if (r_from.item().kind() == SKind::impossible) return make_empty(ops);
    auto made = rtyper.begin_graph("convert_item", {r_from.item().storage_type()}, item().storage_type());
    Value given = made.ops.from_storage(made.parameters[0], r_from.item());
    Value converted = made.ops.convert(given, r_from.item(), item());
    rtyper.finish_graph(made, made.ops.to_storage(converted, item()));
    return ops.call_helper(
        "sets.ll_converted",
        {ops.type(struct_type()), v, rtyper.function_constant(made.graph), r_from.hash_function()});
}

Value SetRepr::new_set(LLOps& ops, Value v, Repr& r) {
    if (r.kind() == SKind::set) return call(ops, "sets.ll_copy", {as_set(ops, v, r)});
    Value made = make_empty(ops);
    update(ops, made, v, r);
    return made;
}

// ---- operands that are any iterable

std::optional<SetRepr::Items> SetRepr::items_of(LLOps& ops, Value v, Repr& r) {
    check_iterable(ops, v, r);
    auto iteration = iterate(ops, v, r);
    if (!iteration) return std::nullopt;
    Repr& r_given = iteration->repr->item();
    if (&r_given == &item()) return Items{iteration->iterator, iteration->repr->next_function()};
    auto made =
        rtyper.begin_graph("next_converted", {iteration->repr->lowleveltype()}, item().storage_type());
    Value given = iteration->repr->next(made.ops, made.parameters[0]);
    Value converted = made.ops.convert(given, r_given, item());
    rtyper.finish_graph(made, made.ops.to_storage(converted, item()));
    return Items{iteration->iterator, rtyper.function_constant(made.graph)};
}

Value SetRepr::call_with_items(LLOps& ops, std::string_view helper, Value set, Value v, Repr& r,
                               std::vector<Value> more) {
    auto items = items_of(ops, v, r);
    if (!items) return set;  // diagnosed
    std::vector<Value> args{set, items->iterator, items->next};
    args.insert(args.end(), more.begin(), more.end());
    return call(ops, helper, std::move(args));
}

void SetRepr::update(LLOps& ops, Value set, Value v, Repr& r) {
    if (r.kind() == SKind::set) {
        call(ops, "sets.ll_update", {set, as_set(ops, v, r)});
        return;
    }
    if (r.kind() == SKind::dict) {
        check_iterable(ops, v, r);
        ops.call_helper("sets.ll_prepare", {set, hash_function()});
        ops.call_helper("sets.ll_make_room", {set, ops.getfield(v, "live")});
    }
    call_with_items(ops, "sets.ll_update_from", set, v, r);
}

void SetRepr::difference_update(LLOps& ops, Value set, Value v, Repr& r) {
    if (r.kind() == SKind::set) {
        call(ops, "sets.ll_difference_update", {set, as_set(ops, v, r)});
    } else {
        call_with_items(ops, "sets.ll_difference_update_from", set, v, r);
    }
}

void SetRepr::symmetric_difference_update(LLOps& ops, Value set, Value v, Repr& r) {
    if (r.kind() == SKind::dict) {
        call_with_items(ops, "sets.ll_symmetric_difference_update_from", set, v, r);
    } else {
        call(ops, "sets.ll_symmetric_difference_update", {set, as_set(ops, v, r)});
    }
}

Value SetRepr::intersection(LLOps& ops, Value set, Value v, Repr& r) {
    if (r.kind() == SKind::set) return call(ops, "sets.ll_intersection", {set, as_set(ops, v, r)});
    return call_with_items(ops, "sets.ll_intersection_from", set, v, r);
}

Value SetRepr::isdisjoint(LLOps& ops, Value set, Value v, Repr& r) {
    if (r.kind() == SKind::set) return call(ops, "sets.ll_isdisjoint", {set, as_set(ops, v, r)});
    return call_with_items(ops, "sets.ll_isdisjoint_from", set, v, r);
}

// ---- generic code

Value SetRepr::ll_eq(LLOps& ops, Value a, Value b) {
    return eq_or_none(ops, a, b, *this, [&] { return call(ops, "sets.ll_eq", {a, b, hash_function()}); });
}

Value SetRepr::ll_lt(LLOps& ops, Value a, Value b) {
    return call(ops, "sets.ll_is_proper_subset", {a, b, hash_function()});
}

Value SetRepr::ll_hash(LLOps& ops, Value v) {
    if (!frozen()) return Repr::ll_hash(ops, v);
    return hash_or_none(ops, v, *this, [&] { return ops.call_helper("sets.ll_hash", {v, hash_function()}); });
}

Value SetRepr::ll_repr(LLOps& ops, Value v) {
    return str_or_none(ops, v, *this, [&] {
        return ops.call_helper("sets.ll_repr",
                               {v, rtyper.repr_function(item()), repr_stack(rtyper), ops.bool_(frozen())});
    });
}

Value SetRepr::ll_bool(LLOps& ops, Value v) {
    if (!nullable()) return ops.call_helper("sets.ll_is_true", {v});
    return ops.if_else(
        ops.op(Op::ptr_iszero, {v}, kBool), kBool, [&] { return ops.bool_(false); },
        [&] { return ops.call_helper("sets.ll_is_true", {v}); });
}

// ---- operators

Value SetRepr::rtype_binary(HighLevelOp& hop) {
    if (is_set_like_view(hop.s_arg(1))) return rtype_view_operator(hop);
    if (hop.s_arg(1).kind != SKind::set) return {};
    Op op = hop.plain_op();
    std::string symbol = op == Op::or_ ? "|" : op == Op::and_ ? "&" : op == Op::sub ? "-" : "^";
    if (hop.op_ != op) symbol += "=";
    Repr& r_right = hop.r_arg(1);
    check_not_none(
        hop, hop.input(0), *this, "TypeError",
        fmt::format("unsupported operand type(s) for {}: 'NoneType' and '{}'", symbol, r_right.type_name()));
    check_not_none(
        hop, hop.input(1), r_right, "TypeError",
        fmt::format("unsupported operand type(s) for {}: '{}' and 'NoneType'", symbol, type_name()));
    if (hop.op_ != op && !frozen()) {
        Value set = hop.input(0), other = hop.input(1);
        if (op == Op::or_) {
            update(hop, set, other, r_right);
        } else if (op == Op::sub) {
            difference_update(hop, set, other, r_right);
        } else if (op == Op::xor_) {
            symmetric_difference_update(hop, set, other, r_right);
        } else {
            hop.call_helper("sets.ll_take_over", {set, intersection(hop, set, other, r_right)});
        }
        return hop.result(set, *this);
    }
    auto& r = static_cast<SetRepr&>(hop.r_result());
    Value a = r.as_set(hop, hop.input(0), *this), b = r.as_set(hop, hop.input(1), r_right);
    std::string_view helper = op == Op::or_    ? "sets.ll_union"
                              : op == Op::and_ ? "sets.ll_intersection"
                              : op == Op::sub  ? "sets.ll_difference"
                                               : "sets.ll_symmetric_difference";
    return r.call(hop, helper, {a, b});
}

Value SetRepr::rtype_compare(HighLevelOp& hop) {
    bool equality = hop.op_ == Op::eq || hop.op_ == Op::ne;
    if (equality && hop.s_arg(1).kind == SKind::set) return {};  // the default: each item by both reprs
    return rtype_set_comparison(hop);
}

Value SetRepr::rtype_len(HighLevelOp& hop) {
    check_len(hop, hop.input(0), *this);
    return hop.result(hop.getfield(hop.input(0), "used"), rtyper.int_repr());
}

Value SetRepr::rtype_contains(HighLevelOp& hop) {
    check_not_none(hop, hop.input(0), *this, "TypeError", "argument of type 'NoneType' is not iterable");
    Comparand wanted = comparand(hop, 1, item());
    Value found = hop.call_helper(
        "sets.ll_contains",
        {hop.input(0), wanted.value, rtyper.hash_function(*wanted.repr), hash_function(), wanted.equal});
    return hop.result(found, rtyper.bool_repr());
}

Value SetRepr::rtype_iter(HighLevelOp& hop) {
    return rtype_iter_any(hop);
}

Value SetRepr::rtype_unpack_check(HighLevelOp& hop) {
    return hop.unsupported("unpacking a set");
}

Value SetRepr::rtype_new(HighLevelOp& hop) {
    Value set = make_empty(hop);
    for (uint32_t i = 0; i < hop.arg_count(); ++i) {
        call(hop, "sets.ll_add_item", {set, hop.to_storage(hop.input(i, item()), item())});
    }
    return set;
}

}  // namespace sapwood
