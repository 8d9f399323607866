// Methods of lists, and sorting.
#include <algorithm>

#include "rtyper/builtin_rows.h"
#include "rtyper/equality.h"
#include "rtyper/repr_list.h"
#include "rtyper/repr_range.h"

namespace sapwood {

// One function per method: hop's operands are the list and the arguments.
struct ListMethods {
    using Method = Value (*)(ListRepr&, HighLevelOp&);
    struct Row {
        std::string_view name;
        Method method;
    };

    static Value append(ListRepr& r, HighLevelOp& hop) {
        hop.call_helper("lists.ll_append", {hop.input(0), hop.to_storage(hop.input(1, r.item()), r.item())});
        return nothing(hop);
    }

    static Value extend(ListRepr& r, HighLevelOp& hop) {
        Repr& r_items = hop.r_arg(1);
        Value items = hop.input(1);
        check_iterable(hop, items, r_items);
        if (same_layout(r_items, r)) {
            hop.call_helper("lists.ll_extend", {hop.input(0), items});
            return nothing(hop);
        }
        if (auto iteration = iterate(hop, items, r_items)) append_all(hop, hop.input(0), r, *iteration);
        return nothing(hop);
    }

    static Value insert(ListRepr& r, HighLevelOp& hop) {
        Value index = hop.input(1, r.rtyper.int_repr());
        Value stored = hop.to_storage(hop.input(2, r.item()), r.item());
        hop.call_helper("lists.ll_insert", {hop.input(0), index, stored});
        return nothing(hop);
    }

    static Value pop(ListRepr& r, HighLevelOp& hop) {
        bool last = hop.arg_count() == 1 || hop.constant_int(1) == -1;
        Value stored =
            last ? hop.call_helper("lists.ll_pop", {hop.input(0)})
                 : hop.call_helper("lists.ll_pop_at", {hop.input(0), hop.input(1, r.rtyper.int_repr())});
        return hop.result(hop.from_storage(stored, r.item()), r.item());
    }

    static Value remove(ListRepr& r, HighLevelOp& hop) {
        Comparand wanted = comparand(hop, 1, r.item());
        hop.call_helper("lists.ll_remove", {hop.input(0), wanted.value, wanted.equal});
        return nothing(hop);
    }

    static Value index(ListRepr& r, HighLevelOp& hop) {
        RTyper& rtyper = r.rtyper;
        Value start = hop.arg_count() > 2 ? hop.input(2, rtyper.int_repr()) : hop.int_(0);
        Value stop = hop.arg_count() > 3 ? hop.input(3, rtyper.int_repr()) : hop.int_(INT64_MAX);
        Comparand wanted = comparand(hop, 1, r.item());
        Value found = hop.call_helper("lists.ll_index", {hop.input(0), wanted.value, start, stop,
                                                         wanted.equal, rtyper.repr_function(*wanted.repr)});
        return hop.result(found, rtyper.int_repr());
    }

    static Value count(ListRepr& r, HighLevelOp& hop) {
        Comparand wanted = comparand(hop, 1, r.item());
        Value n = hop.call_helper("lists.ll_count", {hop.input(0), wanted.value, wanted.equal});
        return hop.result(n, r.rtyper.int_repr());
    }

    static Value reverse(ListRepr&, HighLevelOp& hop) {
        hop.call_helper("lists.ll_reverse", {hop.input(0)});
        return nothing(hop);
    }

    static Value clear(ListRepr&, HighLevelOp& hop) {
        hop.call_helper("lists.ll_clear", {hop.input(0)});
        return nothing(hop);
    }

    static Value copy(ListRepr& r, HighLevelOp& hop) {
        auto made = list_from_iterable(hop, hop.input(0), r, hop.r_result());
        return made.value_or(hop.null(hop.r_result().lowleveltype()));
    }

    static Value sort(ListRepr& r, HighLevelOp& hop) {
        sort_list(hop, hop.input(0), r, false);
        return nothing(hop);
    }

    static Value nothing(HighLevelOp& hop) { return hop.result(hop.void_(), hop.rtyper.none_repr()); }

    static void append_all(LLOps& ops, Value list, ListRepr& r, const Iteration& iteration) {
        Repr& r_given = iteration.repr->item();
        ConstantId next = iteration.repr->next_function();
        if (!same_layout(r_given, r.item())) next = converting_next(ops.rtyper, *iteration.repr, r.item());
        ops.call_helper("lists.ll_extend_iter", {list, iteration.iterator, next});
    }

    // next() whose result is converted to what the list holds.
    static ConstantId converting_next(RTyper& rtyper, IteratorRepr& iterator, Repr& item) {
        auto made = rtyper.begin_graph("next_converted", {iterator.lowleveltype()}, item.storage_type());
        Value given = iterator.next(made.ops, made.parameters[0]);
        Value converted = made.ops.convert(given, iterator.item(), item);
        rtyper.finish_graph(made, made.ops.to_storage(converted, item));
        return rtyper.function_constant(made.graph);
    }
};

namespace {

constexpr ListMethods::Row kListMethods[] = {
    {"append", ListMethods::append}, {"extend", ListMethods::extend},   {"insert", ListMethods::insert},
    {"pop", ListMethods::pop},       {"remove", ListMethods::remove},   {"index", ListMethods::index},
    {"count", ListMethods::count},   {"reverse", ListMethods::reverse}, {"clear", ListMethods::clear},
    {"copy", ListMethods::copy},     {"sort", ListMethods::sort}};

}  // namespace

Value ListRepr::rtype_method(const std::string& name, HighLevelOp& hop) {
    for (const ListMethods::Row& row : kListMethods) {
        if (row.name != name) continue;
        check_attribute(hop, hop.input(0), *this, name);
        return row.method(*this, hop);
    }
    return hop.unsupported("list." + name);
}

std::optional<Value> list_from_iterable(LLOps& ops, Value v, Repr& r, Repr& r_result) {
    auto& r_list = static_cast<ListRepr&>(r_result);
    check_iterable(ops, v, r);
    auto* given = dynamic_cast<ListRepr*>(&r);  // or a tuple of such items
    if (given != nullptr && same_layout(given->item(), r_list.item())) {
        return ops.call_helper("lists.ll_copy", {v});
    }
    auto iteration = iterate(ops, v, r);
    if (!iteration) return std::nullopt;
    // The room for a range is asked for at once, as in CPython: one that is too large is an error soon.
    auto* range = dynamic_cast<RangeRepr*>(&r);
    Value list =
        range ? ops.call_helper("lists.ll_new_sized", {ops.type(r_list.struct_type()), range->length(ops, v)})
              : r_list.make_empty(ops);
    ListMethods::append_all(ops, list, r_list, *iteration);
    return list;
}

void sort_list(HighLevelOp& hop, Value list, ListRepr& r, bool fresh) {
    RTyper& rtyper = hop.rtyper;
    Value reverse = hop.bool_(false);
    if (auto i = hop.keyword("reverse")) reverse = hop.r_arg(*i).ll_bool(hop, hop.input(*i));
    auto key = hop.keyword("key");
    if (!key || hop.is_none(*key) || r.item().kind() == SKind::impossible) {
        hop.call_helper(fresh ? "sorting.ll_sort_fresh" : "sorting.ll_sort",
                        {list, rtyper.lt_function(r.item()), reverse});
        return;
    }
    const CallSite* site = hop.call_site("key");
    if (site == nullptr) {
        if (hop.s_arg(*key).kind == SKind::builtin_method)
            hop.unsupported("a method of a built-in value as a key function");
        return;  // never called: nothing is ever in the list
    }
    Repr& r_key = rtyper.repr(rtyper.annotated().families[site->family].rows[site->row].result);
    Repr& r_callee = hop.r_arg(*key);
    ConstantId call = rtyper.call_function(*site, r_callee, {&r.item()}, r_key);
    LLTypeId keys = rtyper.types().array_of(r_key.storage_type(), true);
    hop.call_helper(fresh ? "sorting.ll_sort_fresh_by_key" : "sorting.ll_sort_by_key",
                    {list, hop.type(keys), call, hop.input(*key), rtyper.lt_function(r_key), reverse});
}

}  // namespace sapwood
