// Methods of dicts.
#include "rtyper/repr_dict.h"
#include "rtyper/repr_tuple.h"

namespace sapwood {

// One function per method: hop's operands are the dict and the arguments.
struct DictMethods {
    using Method = Value (*)(DictRepr&, HighLevelOp&);
    struct Row {
        std::string_view name;
        Method method;
    };

    static Value get(DictRepr& r, HighLevelOp& hop) {
        // the default may join with the value to something wider (None, Number)
        Repr& r_result = hop.r_result();
        auto otherwise = [&] {
            return hop.arg_count() > 2 ? hop.input(2, r_result)
                                       : hop.convert(hop.void_(), r.rtyper.none_repr(), r_result);
        };
        LookupKey k = r.lookup_key(hop, 1);
        if (hop.arg_count() > 2 && same_layout(r_result, r.value())) {
            Value fallback = hop.to_storage(otherwise(), r_result);
            Value stored = hop.call_helper(
                "dicts.ll_get", {hop.input(0), k.key, fallback, k.hash, r.hash_function(), k.equal});
            return hop.from_storage(stored, r_result);
        }
        Value place =
            hop.call_helper("dicts.ll_find", {hop.input(0), k.key, k.hash, r.hash_function(), k.equal});
        Value fallback = otherwise();
        return hop.if_else(
            hop.op(Op::int_lt, {place, hop.int_(0)}, kBool), r_result.lowleveltype(),
            [&] { return fallback; },
            [&] {
                return hop.result(r.entry_value(hop, hop.getfield(hop.input(0), "entries"), place),
                                  r.value());
            });
    }

    static Value setdefault(DictRepr& r, HighLevelOp& hop) {
        Value given = hop.arg_count() > 2 ? hop.input(2, r.value())
                                          : hop.convert(hop.void_(), r.rtyper.none_repr(), r.value());
        Value stored = hop.call_helper(
            "dicts.ll_setdefault", {hop.input(0), hop.to_storage(hop.input(1, r.key()), r.key()),
                                    hop.to_storage(given, r.value()), r.hash_function(), r.eq_function()});
        return hop.result(hop.from_storage(stored, r.value()), r.value());
    }

    static Value pop(DictRepr& r, HighLevelOp& hop) {
        Repr& r_result = hop.r_result();
        LookupKey k = r.lookup_key(hop, 1);
        if (hop.arg_count() == 2) {
            Value stored = hop.call_helper(
                "dicts.ll_pop", {hop.input(0), k.key, k.hash, r.hash_function(), k.equal, k.missing});
            return hop.result(hop.from_storage(stored, r.value()), r.value());
        }
        Value fallback = hop.input(2, r_result);
        Value place =
            hop.call_helper("dicts.ll_find", {hop.input(0), k.key, k.hash, r.hash_function(), k.equal});
        return hop.if_else(
            hop.op(Op::int_lt, {place, hop.int_(0)}, kBool), r_result.lowleveltype(),
            [&] { return fallback; },
            [&] {
                Value v = r.entry_value(hop, hop.getfield(hop.input(0), "entries"), place);
                hop.call_helper("dicts.ll_delete_entry", {hop.input(0), place});
                return hop.result(v, r.value());
            });
    }

    static Value popitem(DictRepr& r, HighLevelOp& hop) {
        Value place = hop.call_helper("dicts.ll_last", {hop.input(0), r.hash_function()});
        Value entries = hop.getfield(hop.input(0), "entries");
        auto& r_tuple = static_cast<TupleRepr&>(r.rtyper.tuple_repr({&r.key(), &r.value()}));
        Value pair =
            r_tuple.make(hop, {r.entry_key(hop, entries, place), r.entry_value(hop, entries, place)});
        hop.call_helper("dicts.ll_delete_last", {hop.input(0), place});
        return hop.result(pair, r_tuple);
    }

    static Value update(DictRepr& r, HighLevelOp& hop) {
        if (hop.positional_count() > 1) r.update(hop, hop.input(0), hop.input(1), hop.r_arg(1));
        r.store_keywords(hop, hop.input(0));
        return nothing(hop);
    }

    static Value clear(DictRepr&, HighLevelOp& hop) {
        hop.call_helper("dicts.ll_clear", {hop.input(0)});
        return nothing(hop);
    }

    static Value copy(DictRepr& r, HighLevelOp& hop) {
        auto& r_result = static_cast<DictRepr&>(hop.r_result());
        if (same_layout(r_result, r)) {
            return hop.call_helper("dicts.ll_copy", {hop.input(0), r.hash_function()});
        }
        Value made = r_result.make_empty(hop);
        r_result.update(hop, made, hop.input(0), r);
        return made;
    }

    static Value view(DictRepr&, HighLevelOp& hop) { return hop.input(0); }

    static Value nothing(HighLevelOp& hop) { return hop.result(hop.void_(), hop.rtyper.none_repr()); }
};

namespace {

constexpr DictMethods::Row kDictMethods[] = {
    {"get", DictMethods::get},       {"setdefault", DictMethods::setdefault},
    {"pop", DictMethods::pop},       {"popitem", DictMethods::popitem},
    {"update", DictMethods::update}, {"clear", DictMethods::clear},
    {"copy", DictMethods::copy},     {"keys", DictMethods::view},
    {"values", DictMethods::view},   {"items", DictMethods::view}};

// A function (dict, iterator): dict[k] = v for the next pair of the iterator, or StopIteration.
ConstantId store_next_function(RTyper& rtyper, DictRepr& r, IteratorRepr& pairs) {
    auto made = rtyper.begin_graph("store_next_pair", {r.lowleveltype(), pairs.lowleveltype()}, kVoid);
    LLOps& ops = made.ops;
    Value pair = pairs.next(ops, made.parameters[1]);
    auto& r_pair = static_cast<TupleRepr&>(pairs.item());
    Value k = ops.convert(r_pair.get(ops, pair, 0), r_pair.item(0), r.key());
    Value v = ops.convert(r_pair.get(ops, pair, 1), r_pair.item(1), r.value());
    r.store(ops, made.parameters[0], k, v);
    rtyper.finish_graph(made, ops.void_());
    return rtyper.function_constant(made.graph);
}

}  // namespace

void DictRepr::store_keywords(HighLevelOp& hop, Value dict) {
    for (uint32_t i = hop.positional_count(); i < hop.arg_count(); ++i) {
        Value name = hop.str(hop.keywords[i - hop.positional_count()]);
        store(hop, dict, hop.convert(name, str_repr(rtyper), key()), hop.input(i, value()));
    }
}

void DictRepr::update(LLOps& ops, Value dict, Value other, Repr& r_other) {
    check_iterable(ops, other, r_other);
    if (same_layout(r_other, *this)) {
        ops.call_helper("dicts.ll_update", {dict, other, hash_function(), eq_function()});
        return;
    }
    Repr* r_pairs = &r_other;
    if (r_other.kind() == SKind::dict) {
        Annotation s;
        s.kind = SKind::view;
        s.iterator = IteratorKind::items;
        s.items = {r_other.annotation};
        r_pairs = &rtyper.repr(std::move(s));
    }
    auto pairs = iterate(ops, other, *r_pairs);
    if (!pairs) return;
    Repr& r_pair = pairs->repr->item();
    if (r_pair.kind() == SKind::impossible) return;  // nothing is ever in there
    if (r_pair.kind() != SKind::tuple || static_cast<TupleRepr&>(r_pair).size() != 2) {
        ops.unsupported("a dict made of items that are not pairs");
        return;
    }
    ops.call_helper("iterators.ll_drain_into",
                    {dict, pairs->iterator, store_next_function(rtyper, *this, *pairs->repr)});
}

Value DictRepr::rtype_method(const std::string& name, HighLevelOp& hop) {
    for (const DictMethods::Row& row : kDictMethods) {
        if (row.name != name) continue;
        check_attribute(hop, hop.input(0), *this, name);
        return row.method(*this, hop);
    }
    return hop.unsupported("dict." + name);
}

}  // namespace sapwood
