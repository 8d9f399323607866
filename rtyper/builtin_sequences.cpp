// Calls of the types and functions that make sequences and iterators; the table of built-in functions.
#include "rtyper/builtin_calls.h"
#include "rtyper/builtin_rows.h"
#include "rtyper/repr_dict.h"
#include "rtyper/repr_iter.h"
#include "rtyper/repr_list.h"
#include "rtyper/repr_range.h"
#include "rtyper/repr_set.h"
#include "rtyper/repr_tuple.h"

namespace sapwood {

namespace {

struct Function {
    std::string_view name;
    Value (*type)(HighLevelOp&);
};
constexpr Function kFunctions[] = {{"builtins.print", rtype_print},
                                   {"builtins.input", rtype_input},
                                   {"builtins.open", rtype_open},
                                   {"io.open", rtype_open},
                                   {"builtins.range", rtype_range},
                                   {"builtins.list", rtype_list},
                                   {"builtins.bytes", rtype_bytes},
                                   {"builtins.str", rtype_str_of_bytes},
                                   {"builtins.dict", rtype_dict},
                                   {"builtins.set", rtype_set},
                                   {"builtins.frozenset", rtype_set},
                                   {"builtins.tuple", rtype_tuple},
                                   {"builtins.sorted", rtype_sorted},
                                   {"builtins.enumerate", rtype_lazy},
                                   {"builtins.zip", rtype_lazy},
                                   {"builtins.map", rtype_lazy},
                                   {"builtins.filter", rtype_lazy},
                                   {"builtins.reversed", rtype_lazy},
                                   {"builtins.min", rtype_min},
                                   {"builtins.max", rtype_max},
                                   {"builtins.sum", rtype_sum},
                                   {"builtins.any", rtype_any},
                                   {"builtins.all", rtype_all},
                                   {"builtins.format", rtype_format_call},
                                   {"builtins.ascii", rtype_ascii},
                                   {"builtins.round", rtype_round},
                                   {"builtins.dict.fromkeys", rtype_fromkeys},
                                   {"dict.fromkeys", rtype_fromkeys}};

}  // namespace

std::optional<Value> rtype_builtin_call(std::string_view name, HighLevelOp& hop) {
    for (const Function& function : kFunctions) {
        if (function.name == name) return function.type(hop);
    }
    return rtype_builtin_rows(name, hop, 1);
}

Value rtype_bytes(HighLevelOp& hop) {
    auto made = rtype_builtin_rows("bytes.make", hop, 1);
    return made ? *made : hop.unsupported("bytes() of these arguments", hop.r_result().lowleveltype());
}

Value rtype_str_of_bytes(HighLevelOp& hop) {
    auto made = rtype_builtin_rows("str.make", hop, 1);
    return made ? *made : hop.unsupported("str() of these arguments", hop.r_result().lowleveltype());
}

Value rtype_range(HighLevelOp& hop) {
    auto& r = static_cast<RangeRepr&>(hop.r_result());
    Repr& r_int = hop.rtyper.int_repr();
    Value start = hop.int_(0), step = hop.int_(1), stop;
    if (hop.arg_count() == 2) {
        stop = hop.input(1, r_int);
    } else {
        start = hop.input(1, r_int);
        stop = hop.input(2, r_int);
    }
    if (hop.arg_count() > 3) {
        step = hop.input(3, r_int);
        if (hop.constant_int(3).value_or(0) == 0) hop.call_helper("ranges.ll_check_step", {step});
    }
    return r.make(hop, start, stop, step);
}

Value rtype_list(HighLevelOp& hop) {
    auto& r = static_cast<ListRepr&>(hop.r_result());
    if (hop.arg_count() == 1) return r.make_empty(hop);
    return list_from_iterable(hop, hop.input(1), hop.r_arg(1), r).value_or(hop.null(r.lowleveltype()));
}

Value rtype_dict(HighLevelOp& hop) {
    auto& r = static_cast<DictRepr&>(hop.r_result());
    Value dict = r.make_empty(hop);
    if (hop.positional_count() > 1) r.update(hop, dict, hop.input(1), hop.r_arg(1));
    r.store_keywords(hop, dict);
    return dict;
}

Value rtype_fromkeys(HighLevelOp& hop) {
    RTyper& rtyper = hop.rtyper;
    auto& r = static_cast<DictRepr&>(hop.r_result());
    Value dict = r.make_empty(hop);
    auto keys = iterate(hop, hop.input(1), hop.r_arg(1));
    if (!keys) return dict;
    Value v = hop.arg_count() > 2 ? hop.input(2, r.value())
                                  : hop.convert(hop.void_(), rtyper.none_repr(), r.value());
    auto made = rtyper.begin_graph(
        "store_next_key", {r.lowleveltype(), keys->repr->lowleveltype(), r.value().storage_type()}, kVoid);
    Value k = made.ops.convert(keys->repr->next(made.ops, made.parameters[1]), keys->repr->item(), r.key());
    r.store(made.ops, made.parameters[0], k, made.ops.from_storage(made.parameters[2], r.value()));
    rtyper.finish_graph(made, made.ops.void_());
    hop.call_helper("iterators.ll_drain_with", {dict, keys->iterator, hop.to_storage(v, r.value()),
                                                rtyper.function_constant(made.graph)});
    return dict;
}

Value rtype_set(HighLevelOp& hop) {
    auto& r = static_cast<SetRepr&>(hop.r_result());
    if (hop.arg_count() == 1) return r.make_empty(hop);
    Repr& r_given = hop.r_arg(1);
    check_iterable(hop, hop.input(1), r_given);
    bool same = r.frozen() && r_given.kind() == SKind::set && static_cast<SetRepr&>(r_given).frozen();
    return same ? hop.result(hop.input(1), r_given) : r.new_set(hop, hop.input(1), r_given);
}

Value rtype_tuple(HighLevelOp& hop) {
    if (hop.arg_count() == 1) return static_cast<TupleRepr&>(hop.r_result()).make(hop, {});
    Repr& r = hop.r_result();
    if (is_tuple(hop.s_arg(1))) {
        check_iterable(hop, hop.input(1), hop.r_arg(1));
        return hop.result(hop.input(1), hop.rtyper.without_none(hop.r_arg(1)));
    }
    // Where no item ever comes, the result is the empty tuple.
    Repr& r_items = r.kind() == SKind::tuple_of ? r : list_repr_of(hop.rtyper, hop.rtyper.none_repr());
    auto items = list_from_iterable(hop, hop.input(1), hop.r_arg(1), r_items);
    if (&r_items == &r) return items.value_or(hop.null(r.lowleveltype()));
    return static_cast<TupleRepr&>(r).make(hop, {});
}

Value rtype_sorted(HighLevelOp& hop) {
    auto& r = static_cast<ListRepr&>(hop.r_result());
    auto list = list_from_iterable(hop, hop.input(1), hop.r_arg(1), r);
    if (!list) return hop.null(r.lowleveltype());
    sort_list(hop, *list, r, true);
    return *list;
}

Value rtype_lazy(HighLevelOp& hop) {
    std::vector<TypedValue> operands;
    for (uint32_t i = 1; i < hop.arg_count(); ++i) operands.push_back({hop.input(i), &hop.r_arg(i)});
    return make_lazy_iterator(hop, hop.r_result(), operands);
}

}  // namespace sapwood
