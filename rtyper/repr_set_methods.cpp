// Methods of sets and frozensets.
#include "rtyper/equality.h"
#include "rtyper/repr_set.h"

namespace sapwood {

// One function per method: hop's operands are the set and the arguments.
struct SetMethods {
    using Method = Value (*)(SetRepr&, HighLevelOp&);
    struct Row {
        std::string_view name;
        Method method;
    };

    static Value item(SetRepr& r, HighLevelOp& hop) {
        return hop.to_storage(hop.input(1, r.item()), r.item());
    }

    static Value add(SetRepr& r, HighLevelOp& hop) {
        r.call(hop, "sets.ll_add_item", {hop.input(0), item(r, hop)});
        return nothing(hop);
    }

    static Value discard(SetRepr& r, HighLevelOp& hop) {
        Comparand wanted = comparand(hop, 1, r.item());
        hop.call_helper("sets.ll_discard", {hop.input(0), wanted.value, r.rtyper.hash_function(*wanted.repr),
                                            r.hash_function(), wanted.equal});
        return nothing(hop);
    }

    static Value remove(SetRepr& r, HighLevelOp& hop) {
        Comparand wanted = comparand(hop, 1, r.item());
        bool own = wanted.repr == &r.item();
        if (own && !r.missing_.valid()) r.missing_ = raise_function(r.rtyper, "KeyError", r.item());
        Value missing = own ? r.missing_ : raise_function(r.rtyper, "KeyError", *wanted.repr);
        hop.call_helper("sets.ll_remove", {hop.input(0), wanted.value, r.rtyper.hash_function(*wanted.repr),
                                           r.hash_function(), wanted.equal, missing});
        return nothing(hop);
    }

    static Value pop(SetRepr& r, HighLevelOp& hop) {
        Value slot = hop.call_helper("sets.ll_pop", {hop.input(0), r.hash_function()});
        Value taken = r.slot_item(hop, hop.input(0), slot);
        hop.call_helper("sets.ll_delete", {hop.input(0), slot});
        return hop.result(taken, r.item());
    }

    static Value clear(SetRepr&, HighLevelOp& hop) {
        hop.call_helper("sets.ll_clear", {hop.input(0)});
        return nothing(hop);
    }

    static Value copy(SetRepr& r, HighLevelOp& hop) {
        if (r.frozen()) return hop.result(hop.input(0), r);
        return result(hop).new_set(hop, hop.input(0), r);
    }

    // ---- methods that take any number of iterables
    static Value update(SetRepr& r, HighLevelOp& hop) {
        for (uint32_t i = 1; i < hop.arg_count(); ++i)
            r.update(hop, hop.input(0), hop.input(i), hop.r_arg(i));
        return nothing(hop);
    }

    static Value difference_update(SetRepr& r, HighLevelOp& hop) {
        for (uint32_t i = 1; i < hop.arg_count(); ++i)
            r.difference_update(hop, hop.input(0), hop.input(i), hop.r_arg(i));
        return nothing(hop);
    }

    static Value intersection_update(SetRepr& r, HighLevelOp& hop) {
        hop.call_helper("sets.ll_take_over", {hop.input(0), intersection_of(r, r, hop)});
        return nothing(hop);
    }

    static Value symmetric_difference_update(SetRepr& r, HighLevelOp& hop) {
        r.symmetric_difference_update(hop, hop.input(0), hop.input(1), hop.r_arg(1));
        return nothing(hop);
    }

    static Value union_(SetRepr& r, HighLevelOp& hop) {
        SetRepr& r_result = result(hop);
        Value made = r_result.new_set(hop, hop.input(0), r);
        for (uint32_t i = 1; i < hop.arg_count(); ++i) r_result.update(hop, made, hop.input(i), hop.r_arg(i));
        return made;
    }

    static Value intersection(SetRepr& r, HighLevelOp& hop) { return intersection_of(r, result(hop), hop); }

    static Value intersection_of(SetRepr& r, SetRepr& r_result, HighLevelOp& hop) {
        if (hop.arg_count() == 1) return r_result.new_set(hop, hop.input(0), r);
        Value made = r_result.as_set(hop, hop.input(0), r);
        for (uint32_t i = 1; i < hop.arg_count(); ++i)
            made = r_result.intersection(hop, made, hop.input(i), hop.r_arg(i));
        return made;
    }

    static Value difference(SetRepr& r, HighLevelOp& hop) {
        SetRepr& r_result = result(hop);
        if (hop.arg_count() == 1) return r_result.new_set(hop, hop.input(0), r);
        Value made;
        Repr& r_first = hop.r_arg(1);
        if (r_first.kind() == SKind::set || r_first.kind() == SKind::dict) {
            Value other = r_result.as_set(hop, hop.input(1), r_first);
            made = r_result.call(hop, "sets.ll_difference", {r_result.as_set(hop, hop.input(0), r), other});
        } else {
            made = r_result.new_set(hop, hop.input(0), r);
            r_result.difference_update(hop, made, hop.input(1), r_first);
        }
        for (uint32_t i = 2; i < hop.arg_count(); ++i)
            r_result.difference_update(hop, made, hop.input(i), hop.r_arg(i));
        return made;
    }

    static Value symmetric_difference(SetRepr& r, HighLevelOp& hop) {
        SetRepr& r_result = result(hop);
        Value made = r_result.new_set(hop, hop.input(1), hop.r_arg(1));
        r_result.symmetric_difference_update(hop, made, hop.input(0), r);
        return made;
    }

    // ---- questions
    static Value issubset(SetRepr& r, HighLevelOp& hop) {
        if (hop.s_arg(1).kind == SKind::set) return rtype_set_comparison_as(hop, Op::le);
        Value common = r.intersection(hop, hop.input(0), hop.input(1), hop.r_arg(1));
        Value all =
            hop.op(Op::int_eq, {hop.getfield(common, "used"), hop.getfield(hop.input(0), "used")}, kBool);
        return hop.result(all, r.rtyper.bool_repr());
    }

    static Value issuperset(SetRepr& r, HighLevelOp& hop) {
        if (hop.s_arg(1).kind == SKind::set) return rtype_set_comparison_as(hop, Op::ge);
        Value all =
            r.call_with_items(hop, "sets.ll_contains_all_from", hop.input(0), hop.input(1), hop.r_arg(1));
        return hop.result(all, r.rtyper.bool_repr());
    }

    static Value isdisjoint(SetRepr& r, HighLevelOp& hop) {
        Repr& r_other = hop.r_arg(1);
        SetRepr* r_common = &r;
        if (r_other.kind() == SKind::set) {
            Repr* item = r.rtyper.common_repr(r.item(), static_cast<SetRepr&>(r_other).item());
            if (item == nullptr) return hop.result(hop.bool_(true), r.rtyper.bool_repr());
            r_common = &set_repr_of(r.rtyper, *item);
        }
        Value set = r_common->as_set(hop, hop.input(0), r);
        return hop.result(r_common->isdisjoint(hop, set, hop.input(1), r_other), r.rtyper.bool_repr());
    }

    static SetRepr& result(HighLevelOp& hop) { return static_cast<SetRepr&>(hop.r_result()); }
    static Value nothing(HighLevelOp& hop) { return hop.result(hop.void_(), hop.rtyper.none_repr()); }
};

namespace {

constexpr SetMethods::Row kSetMethods[] = {
    {"add", SetMethods::add},
    {"discard", SetMethods::discard},
    {"remove", SetMethods::remove},
    {"pop", SetMethods::pop},
    {"clear", SetMethods::clear},
    {"copy", SetMethods::copy},
    {"update", SetMethods::update},
    {"difference_update", SetMethods::difference_update},
    {"intersection_update", SetMethods::intersection_update},
    {"symmetric_difference_update", SetMethods::symmetric_difference_update},
    {"union", SetMethods::union_},
    {"intersection", SetMethods::intersection},
    {"difference", SetMethods::difference},
    {"symmetric_difference", SetMethods::symmetric_difference},
    {"issubset", SetMethods::issubset},
    {"issuperset", SetMethods::issuperset},
    {"isdisjoint", SetMethods::isdisjoint}};

}  // namespace

Value SetRepr::rtype_method(const std::string& name, HighLevelOp& hop) {
    for (const SetMethods::Row& row : kSetMethods) {
        if (row.name != name) continue;
        check_attribute(hop, hop.input(0), *this, name);
        return row.method(*this, hop);
    }
    return hop.unsupported("set." + name);
}

}  // namespace sapwood
