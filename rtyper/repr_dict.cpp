// Dicts: types, constants, conversions, operators and views.  Methods: repr_dict_methods.cpp.
#include "rtyper/repr_dict.h"
#include "rtyper/equality.h"

#include "rtyper/repr_set.h"
#include "rtyper/repr_tuple.h"

namespace sapwood {

std::unique_ptr<Repr> make_dict_repr(RTyper& rtyper, AnnotationId id) {
    return std::make_unique<DictRepr>(rtyper, id);
}

std::unique_ptr<Repr> make_view_repr(RTyper& rtyper, AnnotationId id) {
    return std::make_unique<ViewRepr>(rtyper, id);
}

// ---- types

Repr& DictRepr::key() {
    return rtyper.repr(rtyper.annotated().dicts[s().dict].key);
}
Repr& DictRepr::value() {
    return rtyper.repr(rtyper.annotated().dicts[s().dict].value);
}

namespace {

std::string name_of(DictRepr& r) {
    TypeTable& types = r.rtyper.types();
    return types.text(r.key().storage_type()) + "_" + types.text(r.value().storage_type());
}

}  // namespace

LLTypeId DictRepr::entry_struct() {
    return struct_named(rtyper, "entry_" + name_of(*this), false,
                        {{"key", key().storage_type()},
                         {"value", value().storage_type()},
                         {"hash", kSigned},
                         {"live", kBool}});
}

LLTypeId DictRepr::struct_type() {
    TypeTable& types = rtyper.types();
    LLTypeId entries = types.array_of(entry_struct(), true);
    return struct_named(rtyper, "dict_" + name_of(*this), true,
                        {{"live", kSigned},
                         {"used", kSigned},
                         {"filled", kSigned},
                         {"index", types.pointer_to(types.array_of(kInt32, true))},
                         {"entries", types.pointer_to(entries)}});
}

LLTypeId DictRepr::lowleveltype() {
    return rtyper.types().pointer_to(struct_type());
}

// ---- functions of the key

Value DictRepr::hash_function() {
    return rtyper.hash_function(key());
}
Value DictRepr::eq_function() {
    return rtyper.eq_function(key());
}

Value DictRepr::missing_function() {
    if (!missing_.valid()) missing_ = raise_function(rtyper, "KeyError", key());
    return missing_;
}

Value DictRepr::entry_key(LLOps& ops, Value entries, Value place) {
    Value stored = ops.op(Op::getinterior, {entries, place, ops.field("key")}, key().storage_type());
    return ops.from_storage(stored, key());
}

Value DictRepr::entry_value(LLOps& ops, Value entries, Value place) {
    Value stored = ops.op(Op::getinterior, {entries, place, ops.field("value")}, value().storage_type());
    return ops.from_storage(stored, value());
}

Value DictRepr::make_empty(LLOps& ops) {
    return ops.call_helper("dicts.ll_new", {ops.type(struct_type())});
}

void DictRepr::store(LLOps& ops, Value dict, Value k, Value v) {
    ops.call_helper("dicts.ll_setitem", {dict, ops.to_storage(k, key()), ops.to_storage(v, value()),
                                         hash_function(), eq_function()});
}

Value DictRepr::get(LLOps& ops, Value dict, Value k) {
    Value stored = ops.call_helper("dicts.ll_getitem", {dict, ops.to_storage(k, key()), hash_function(),
                                                        hash_function(), eq_function(), missing_function()});
    return ops.from_storage(stored, value());
}

Value DictRepr::has(LLOps& ops, Value dict, Value k) {
    return ops.call_helper("dicts.ll_contains",
                           {dict, ops.to_storage(k, key()), hash_function(), hash_function(), eq_function()});
}

Value DictRepr::same_keys(LLOps& ops, Value a, Value b) {
    return ops.call_helper("dicts.ll_same_keys", {a, b, hash_function(), hash_function(), eq_function()});
}

LookupKey DictRepr::lookup_key(HighLevelOp& hop, uint32_t i) {
    Comparand wanted = comparand(hop, i, key());
    Value missing =
        wanted.repr == &key() ? missing_function() : Value(raise_function(rtyper, "KeyError", *wanted.repr));
    return {wanted.value, rtyper.hash_function(*wanted.repr), wanted.equal, missing};
}

// ---- constants and conversions

std::optional<ConstantId> DictRepr::convert_const(ConstantId host) {
    ConstantTable& constants = rtyper.constants();
    if (constants[host].kind == ConstantKind::none) return constants.null(lowleveltype());
    CHECK(constants[host].kind == ConstantKind::object, "a constant that is no dict in a dict");
    ObjectId object = constants[host].object;
    auto slot = std::make_pair(object, lowleveltype());
    if (auto known = rtyper.prebuilt_objects.find(slot); known != rtyper.prebuilt_objects.end()) {
        return known->second;
    }
    const std::string name = rtyper.world.object(object).name;
    ConstantId dict = rtyper.reserve_prebuilt(name.empty() ? "dict" : name, struct_type());
    rtyper.prebuilt_objects[slot] = dict;
    const std::vector<ConstantId> items = rtyper.world.object(object).items;
    TypeTable& types = rtyper.types();
    LLTypeId entries_type = types.array_of(entry_struct(), true);
    std::vector<ConstantId> entries;
    for (size_t i = 0; i + 1 < items.size(); i += 2) {
        auto k = stored_constant(rtyper, items[i], key());
        auto v = stored_constant(rtyper, items[i + 1], value());
        if (!k || !v) return std::nullopt;
        ConstantId entry = rtyper.reserve_prebuilt("entry", entry_struct(), true);
        rtyper.fill_prebuilt(entry, {*k, *v, rtyper.constants().ll_int(0), rtyper.constants().ll_bool(true)});
        entries.push_back(entry);
    }
    ConstantId count = rtyper.constants().ll_int(static_cast<int64_t>(entries.size()));
    ConstantId array = entries.empty() ? empty_array(rtyper, entries_type)
                                       : rtyper.add_prebuilt("entries", entries_type, std::move(entries));
    rtyper.fill_prebuilt(dict,
                         {count, count, count, empty_array(rtyper, types.array_of(kInt32, true)), array});
    return dict;
}

std::optional<Value> DictRepr::convert_to(LLOps&, Value v, Repr& to) {
    if (to.kind() != SKind::dict || !same_layout(to, *this)) return std::nullopt;
    return v;
}

std::optional<Value> DictRepr::convert_from(LLOps& ops, Value, Repr& from) {
    if (from.kind() != SKind::none) return std::nullopt;
    return ops.null(lowleveltype());
}

// ---- generic code

Value DictRepr::ll_eq(LLOps& ops, Value a, Value b) {
    return eq_or_none(ops, a, b, *this, [&] {
        return ops.call_helper("dicts.ll_eq", {a, b, hash_function(), hash_function(), eq_function(),
                                               rtyper.eq_function(value())});
    });
}

Value DictRepr::ll_repr(LLOps& ops, Value v) {
    return str_or_none(ops, v, *this, [&] {
        return ops.call_helper("container_repr.ll_dict", {v, rtyper.repr_function(key()),
                                                          rtyper.repr_function(value()), repr_stack(rtyper)});
    });
}

Value DictRepr::ll_bool(LLOps& ops, Value v) {
    if (!nullable()) return ops.call_helper("dicts.ll_is_true", {v});
    return ops.if_else(
        ops.op(Op::ptr_iszero, {v}, kBool), kBool, [&] { return ops.bool_(false); },
        [&] { return ops.call_helper("dicts.ll_is_true", {v}); });
}

// ---- operators

Value DictRepr::rtype_binary(HighLevelOp& hop) {
    if (hop.plain_op() != Op::or_ || hop.s_arg(1).kind != SKind::dict) return {};
    check_not_none(hop, hop.input(0), *this, "TypeError",
                   "unsupported operand type(s) for |: 'NoneType' and 'dict'");
    check_not_none(hop, hop.input(1), hop.r_arg(1), "TypeError",
                   "unsupported operand type(s) for |: 'dict' and 'NoneType'");
    if (hop.op_ == Op::inplace_or) {
        update(hop, hop.input(0), hop.input(1), hop.r_arg(1));
        return hop.result(hop.input(0), *this);
    }
    auto& r_result = static_cast<DictRepr&>(hop.r_result());
    Value made = r_result.make_empty(hop);
    r_result.update(hop, made, hop.input(0), *this);
    r_result.update(hop, made, hop.input(1), hop.r_arg(1));
    return made;
}

Value DictRepr::rtype_len(HighLevelOp& hop) {
    check_len(hop, hop.input(0), *this);
    return hop.result(hop.getfield(hop.input(0), "live"), rtyper.int_repr());
}

Value DictRepr::rtype_contains(HighLevelOp& hop) {
    check_not_none(hop, hop.input(0), *this, "TypeError", "argument of type 'NoneType' is not iterable");
    LookupKey k = lookup_key(hop, 1);
    Value found =
        hop.call_helper("dicts.ll_contains", {hop.input(0), k.key, k.hash, hash_function(), k.equal});
    return hop.result(found, rtyper.bool_repr());
}

Value DictRepr::rtype_getitem(HighLevelOp& hop) {
    check_subscript(hop, hop.input(0), *this);
    LookupKey k = lookup_key(hop, 1);
    Value stored = hop.call_helper("dicts.ll_getitem",
                                   {hop.input(0), k.key, k.hash, hash_function(), k.equal, k.missing});
    return hop.result(hop.from_storage(stored, value()), value());
}

Value DictRepr::rtype_setitem(HighLevelOp& hop) {
    check_store(hop, hop.input(0), *this, false);
    store(hop, hop.input(0), hop.input(1, key()), hop.input(2, value()));
    return hop.void_();
}

Value DictRepr::rtype_delitem(HighLevelOp& hop) {
    check_store(hop, hop.input(0), *this, true);
    LookupKey k = lookup_key(hop, 1);
    hop.call_helper("dicts.ll_delitem", {hop.input(0), k.key, k.hash, hash_function(), k.equal, k.missing});
    return hop.void_();
}

Value DictRepr::rtype_iter(HighLevelOp& hop) {
    return rtype_iter_any(hop);
}

Value DictRepr::rtype_new(HighLevelOp& hop) {
    Value dict = make_empty(hop);
    for (uint32_t i = 0; i + 1 < hop.arg_count(); i += 2) {
        store(hop, dict, hop.input(i, key()), hop.input(i + 1, value()));
    }
    return dict;
}

// ---- views

DictRepr& ViewRepr::dict() {
    return static_cast<DictRepr&>(rtyper.repr(s().items[0]));
}

Repr& ViewRepr::item() {
    if (s().iterator == IteratorKind::values) return dict().value();
    if (s().iterator == IteratorKind::keys) return dict().key();
    return rtyper.tuple_repr({&dict().key(), &dict().value()});
}

std::string ViewRepr::type_name() {
    return "dict_" + std::string(iterator_kind_name(s().iterator));
}

Value ViewRepr::ll_repr(LLOps& ops, Value v) {
    Value keys = ops.bool_(s().iterator != IteratorKind::values);
    Value values = ops.bool_(s().iterator != IteratorKind::keys);
    return ops.call_helper("container_repr.ll_view",
                           {v, rtyper.repr_function(dict().key()), rtyper.repr_function(dict().value()),
                            repr_stack(rtyper), keys, values});
}

Value ViewRepr::ll_bool(LLOps& ops, Value v) {
    return ops.call_helper("dicts.ll_is_true", {v});
}

Value ViewRepr::ll_eq(LLOps& ops, Value a, Value b) {
    if (s().iterator == IteratorKind::values) return ops.op(Op::ptr_eq, {a, b}, kBool);
    if (s().iterator == IteratorKind::items) return dict().ll_eq(ops, a, b);
    return dict().same_keys(ops, a, b);
}

Value ViewRepr::rtype_method(const std::string& name, HighLevelOp& hop) {
    return name == "isdisjoint" ? rtype_view_isdisjoint(hop) : Repr::rtype_method(name, hop);
}

Value ViewRepr::rtype_binary(HighLevelOp& hop) {
    return is_set_like_view(s()) ? rtype_view_operator(hop) : Value();
}

Value ViewRepr::rtype_binary_right(HighLevelOp& hop) {
    return is_set_like_view(s()) ? rtype_view_operator(hop) : Value();
}

Value ViewRepr::rtype_compare(HighLevelOp& hop) {
    if (Value done = rtype_set_comparison(hop); done.valid()) return done;
    return Repr::rtype_compare(hop);
}

Value ViewRepr::rtype_len(HighLevelOp& hop) {
    return hop.result(hop.getfield(hop.input(0), "live"), rtyper.int_repr());
}

Value ViewRepr::rtype_contains(HighLevelOp& hop) {
    if (s().iterator == IteratorKind::keys) {
        HighLevelOp on_dict = hop.as_method(hop.input(0), dict().annotation);
        Value found = dict().rtype_contains(on_dict);
        hop.block = on_dict.block;
        return found;
    }
    Comparand wanted = comparand(hop, 1, item());
    if (s().iterator == IteratorKind::values) {
        Value found = hop.call_helper("dicts.ll_has_value", {hop.input(0), wanted.value, wanted.equal});
        return hop.result(found, rtyper.bool_repr());
    }
    auto iteration = iterate(hop, hop.input(0), *this);
    if (!iteration) return hop.bool_(false);
    Value found =
        hop.call_helper("iterators.ll_contains",
                        {iteration->iterator, iteration->repr->next_function(), wanted.value, wanted.equal});
    return hop.result(found, rtyper.bool_repr());
}

Value ViewRepr::rtype_iter(HighLevelOp& hop) {
    return rtype_iter_any(hop);
}

}  // namespace sapwood
