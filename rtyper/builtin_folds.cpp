// min, max, sum, any, all.
#include "rtyper/builtin_calls.h"
#include "rtyper/graph_typer.h"
#include "rtyper/repr_iter.h"
#include "rtyper/repr_list.h"

namespace sapwood {

namespace {

// (T, T) -> Bool: whether the first is better: below for min, above for max.
ConstantId better_function(RTyper& rtyper, Repr& r, bool max) {
    if (!max) return rtyper.lt_function(r);
    auto made = rtyper.begin_graph("gt", {r.storage_type(), r.storage_type()}, kBool);
    Value a = made.ops.from_storage(made.parameters[0], r), b = made.ops.from_storage(made.parameters[1], r);
    rtyper.finish_graph(made, r.ll_lt(made.ops, b, a));
    return rtyper.function_constant(made.graph);
}

struct Key {
    ConstantId call;  // (callee, item) -> key, stored forms
    Value callee;     // as it is; helpers store it themselves
    Repr* r_callee = nullptr;
    Repr* result = nullptr;
};

std::optional<Key> key_of(HighLevelOp& hop, Repr& r_item) {
    auto i = hop.keyword("key");
    if (!i || hop.is_none(*i) || r_item.kind() == SKind::impossible) return std::nullopt;
    const CallSite* site = hop.call_site("key");
    if (site == nullptr) {
        if (hop.s_arg(*i).kind == SKind::builtin_method)
            hop.unsupported("a method of a built-in value as a key function");
        return std::nullopt;  // never called: there never is an item
    }
    RTyper& rtyper = hop.rtyper;
    Repr& r_key = rtyper.repr(rtyper.annotated().families[site->family].rows[site->row].result);
    return Key{rtyper.call_function(*site, hop.r_arg(*i), {&r_item}, r_key), hop.input(*i), &hop.r_arg(*i),
               &r_key};
}

Value of_arguments(HighLevelOp& hop, bool max) {
    Repr& r = hop.r_result();
    auto key = key_of(hop, r);
    Repr& r_compared = key ? *key->result : r;
    auto compared = [&](Value v) {
        if (!key) return v;
        Value callee = hop.to_storage(key->callee, *key->r_callee);
        return hop.from_storage(hop.call_function(key->call, {callee, hop.to_storage(v, r)}), r_compared);
    };
    Value best = hop.input(1, r);
    Value best_key = compared(best);
    for (uint32_t i = 2; i < hop.positional_count(); ++i) {
        Value v = hop.input(i, r);
        Value v_key = compared(v);
        Value better = max ? r_compared.ll_lt(hop, best_key, v_key) : r_compared.ll_lt(hop, v_key, best_key);
        if (key && i + 1 < hop.positional_count()) {
            best_key = hop.select(better, v_key, best_key, r_compared.lowleveltype());
        }
        best = hop.select(better, v, best, r.lowleveltype());
        if (!key) best_key = best;
    }
    return best;
}

Value min_or_max(HighLevelOp& hop, bool max) {
    if (hop.positional_count() > 2) return of_arguments(hop, max);
    RTyper& rtyper = hop.rtyper;
    auto items = iterate(hop, hop.input(1), hop.r_arg(1));
    if (!items) return hop.r_result().zero();
    Repr& r_item = items->repr->item();
    auto key = key_of(hop, r_item);
    ConstantId better = better_function(rtyper, key ? *key->result : r_item, max);
    ConstantId next = items->repr->next_function();
    if (auto i = hop.keyword("default")) {
        Repr& r = hop.r_result();
        Value list = hop.type(list_struct(rtyper, r_item.storage_type()));
        Value first = key ? hop.call_helper("sorting.ll_list_of_best_by_key",
                                            {list, items->iterator, next, key->call, key->callee, better})
                          : hop.call_helper("sorting.ll_list_of_best", {list, items->iterator, next, better});
        Value none = hop.op(Op::int_eq, {hop.getfield(first, "length"), hop.int_(0)}, kBool);
        Value otherwise = hop.input(*i, r);
        return hop.if_else(
            none, r.lowleveltype(), [&] { return otherwise; },
            [&] {
                Value stored = hop.call_helper("lists.ll_getitem_fast", {first, hop.int_(0)});
                return hop.result(hop.from_storage(stored, r_item), r_item);
            });
    }
    Value message = hop.str(max ? "max() arg is an empty sequence" : "min() arg is an empty sequence");
    Value stored = key ? hop.call_helper("sorting.ll_min_max_by_key",
                                         {items->iterator, next, key->call, key->callee, better, message})
                       : hop.call_helper("sorting.ll_min_max", {items->iterator, next, better, message});
    return hop.result(hop.from_storage(stored, r_item), r_item);
}

// any and all: (iterator) -> truth of the next item.
ConstantId truth_function(RTyper& rtyper, IteratorRepr& items) {
    auto made = rtyper.begin_graph("next_truth", {items.lowleveltype()}, kBool);
    Value truth = items.item().ll_bool(made.ops, items.next(made.ops, made.parameters[0]));
    rtyper.finish_graph(made, truth);
    return rtyper.function_constant(made.graph);
}

Value any_or_all(HighLevelOp& hop, std::string_view helper) {
    auto items = iterate(hop, hop.input(1), hop.r_arg(1));
    if (!items) return hop.bool_(false);
    Value found = hop.call_helper(helper, {items->iterator, truth_function(hop.rtyper, *items->repr)});
    return hop.result(found, hop.rtyper.bool_repr());
}

}  // namespace

Value rtype_min(HighLevelOp& hop) {
    return min_or_max(hop, false);
}
Value rtype_max(HighLevelOp& hop) {
    return min_or_max(hop, true);
}
Value rtype_any(HighLevelOp& hop) {
    return any_or_all(hop, "iterators.ll_any");
}
Value rtype_all(HighLevelOp& hop) {
    return any_or_all(hop, "iterators.ll_all");
}

// The second argument or 0, as the result; a list of its own, as the item types of the two may differ.
Value start_of_sum(HighLevelOp& hop, Repr& r) {
    if (hop.arg_count() <= 2) return hop.convert(hop.int_(0), hop.rtyper.int_repr(), r);
    if (r.kind() != SKind::list) return hop.input(2, r);
    return list_from_iterable(hop, hop.input(2), hop.r_arg(2), r).value_or(r.zero());
}

Value rtype_sum(HighLevelOp& hop) {
    RTyper& rtyper = hop.rtyper;
    Repr& r = hop.r_result();
    auto items = iterate(hop, hop.input(1), hop.r_arg(1));
    if (!items) return r.zero();
    Value start = start_of_sum(hop, r);
    SKind item_kind = items->repr->item().kind();
    if (item_kind == SKind::impossible || item_kind == SKind::none) return start;  // there are none
    auto made =
        rtyper.begin_graph("add_next", {r.storage_type(), items->repr->lowleveltype()}, r.storage_type());
    Value so_far = made.ops.from_storage(made.parameters[0], r);
    Value item = items->repr->next(made.ops, made.parameters[1]);
    HighLevelOp add(rtyper, made.ops.graph, made.ops.block);
    add.op_ = Op::add;
    add.location = hop.location;
    add.host_result = hop.host_result;
    add.host_graph = hop.host_graph;
    add.args = {so_far, item};
    add.s_args = {r.annotation, items->repr->item().annotation};
    add.s_result_id = r.annotation;
    Value sum = rtype_operation(add);
    made.ops.block = add.block;
    rtyper.finish_graph(made, made.ops.to_storage(sum, r));
    Value total = hop.call_helper("iterators.ll_fold", {hop.to_storage(start, r), items->iterator,
                                                        rtyper.function_constant(made.graph)});
    return hop.from_storage(total, r);
}

}  // namespace sapwood
