// What the reprs of containers and text share: checks for None, slices, structs.
#include "rtyper/containers.h"

#include <algorithm>

#include "rtyper/classes.h"
#include "rtyper/exceptions.h"
#include "rtyper/localize.h"
#include "rtyper/repr_dict.h"
#include "rtyper/repr_list.h"
#include "rtyper/repr_set.h"
#include "rtyper/repr_tuple.h"

namespace sapwood {

void check_not_none(LLOps& ops, Value v, Repr& r, std::string_view class_, std::string_view message) {
    if (r.kind() == SKind::none) return ops.raise_if(ops.bool_(true), class_, message);
    if (!r.nullable()) return;
    ops.raise_if(ops.op(Op::ptr_iszero, {v}, kBool), class_, message);
}

void check_attribute(LLOps& ops, Value v, Repr& r, std::string_view name) {
    check_not_none(ops, v, r, "AttributeError",
                   "'NoneType' object has no attribute '" + std::string(name) + "'");
}

void check_subscript(LLOps& ops, Value v, Repr& r) {
    check_not_none(ops, v, r, "TypeError", "'NoneType' object is not subscriptable");
}

void check_store(LLOps& ops, Value v, Repr& r, bool deletes) {
    check_not_none(ops, v, r, "TypeError",
                   deletes ? "'NoneType' object does not support item deletion"
                           : "'NoneType' object does not support item assignment");
}

void check_iterable(LLOps& ops, Value v, Repr& r) {
    check_not_none(ops, v, r, "TypeError", "'NoneType' object is not iterable");
}

void check_len(LLOps& ops, Value v, Repr& r) {
    check_not_none(ops, v, r, "TypeError", "object of type 'NoneType' has no len()");
}

ConstantId raise_function(RTyper& rtyper, std::string_view class_, Repr& r) {
    auto made = rtyper.begin_graph("raise_" + std::string(class_), {r.storage_type()}, kVoid);
    made.ops.graph.no_inline = true;
    TypedValue value{made.ops.from_storage(made.parameters[0], r), &r};
    raise_exception(made.ops, rtyper.classes().builtin(class_), {value});
    localize_variables(made.ops.graph);
    return rtyper.function_constant(made.graph);
}

// ---- slices

Value optional_int(HighLevelOp& hop, uint32_t i, Value absent) {
    if (hop.is_none(i)) return absent;
    if (hop.s_arg(i).kind != SKind::number) return hop.input(i, hop.rtyper.int_repr());
    Value number = hop.input(i);
    Value tag = hop.op(Op::number_tag, {number}, kSigned);
    Value none = hop.op(Op::int_eq, {tag, hop.int_(int(NumberTag::None))}, kBool);
    hop.raise_if(hop.op(Op::int_eq, {tag, hop.int_(int(NumberTag::Float))}, kBool), "TypeError",
                 "slice indices must be integers or None or have an __index__ method");
    return hop.if_else(
        none, kSigned, [&] { return absent; }, [&] { return hop.op(Op::number_int, {number}, kSigned); });
}

SliceBounds slice_bounds(HighLevelOp& hop, uint32_t first) {
    SliceBounds bounds;
    bounds.step = optional_int(hop, first + 2, hop.int_(1));
    bounds.plain = hop.is_none(first + 2) || hop.constant_int(first + 2) == 1;
    Value start, stop;
    if (auto step = hop.is_none(first + 2) ? 1 : hop.constant_int(first + 2)) {
        start = hop.int_(*step < 0 ? INT64_MAX : 0);
        stop = hop.int_(*step < 0 ? INT64_MIN : INT64_MAX);
    } else {
        start = hop.call_helper("slices.ll_default_start", {bounds.step});
        stop = hop.call_helper("slices.ll_default_stop", {bounds.step});
    }
    bounds.start = optional_int(hop, first, start);
    bounds.stop = optional_int(hop, first + 1, stop);
    return bounds;
}

bool is_tuple(const Annotation& s) {
    return s.kind == SKind::tuple || s.kind == SKind::tuple_of;
}

// ---- structs

LLTypeId struct_named(RTyper& rtyper, const std::string& name, bool gc, std::vector<LLField> fields,
                      bool immutable) {
    TypeTable& types = rtyper.types();
    auto known = types.find_struct(name);
    LLTypeId id = known ? *known : types.new_struct(name, gc);
    if (!types[id].defined) types.define_struct(id, std::move(fields), immutable);
    return id;
}

LLTypeId list_struct(RTyper& rtyper, LLTypeId storage) {
    TypeTable& types = rtyper.types();
    return struct_named(rtyper, "list_" + types.text(storage), true,
                        {{"length", kSigned}, {"items", types.pointer_to(types.array_of(storage, true))}});
}

ConstantId empty_array(RTyper& rtyper, LLTypeId array) {
    auto [place, is_new] = rtyper.containers.empty_arrays.try_emplace(array);
    if (is_new) place->second = rtyper.add_prebuilt("no_items", array, {});
    return place->second;
}

Repr& list_repr_of(RTyper& rtyper, Repr& item) {
    auto [place, is_new] = rtyper.containers.lists.try_emplace(&item);
    if (is_new) {
        ListCell cell;
        cell.item = item.annotation;
        Annotation s;
        s.kind = SKind::list;
        s.list = rtyper.program.annotated.lists.add(cell);
        place->second = &rtyper.repr(std::move(s));
    }
    return *place->second;
}

std::optional<ConstantId> stored_constant(RTyper& rtyper, ConstantId host, Repr& r) {
    auto converted = rtyper.convert_constant(host, r, {});
    if (!converted) return std::nullopt;
    ConstantTable& constants = rtyper.constants();
    if (r.lowleveltype() == kVoid) return constants.ll_bool(false);
    if (!r.is_gc_pointer()) return converted;
    const Constant c = constants[*converted];
    return c.kind == ConstantKind::null ? constants.null(kGcRef) : constants.pointer(c.prebuilt, kGcRef);
}

ConstantId repr_stack(RTyper& rtyper) {
    ConstantId& stack = rtyper.containers.repr_stack;
    if (stack.valid()) return stack;
    TypeTable& types = rtyper.types();
    LLTypeId refs = types.array_of(kGcRef, true);
    LLTypeId id =
        struct_named(rtyper, "repr_stack", true, {{"depth", kSigned}, {"items", types.pointer_to(refs)}});
    return stack = rtyper.add_prebuilt("repr_stack", id,
                                       {rtyper.constants().ll_int(0), empty_array(rtyper, refs)});
}

namespace {

using ReprPair = std::pair<Repr*, Repr*>;

bool same_layout(Repr& a, Repr& b, std::vector<ReprPair>& above) {
    if (&a == &b) return true;
    if (a.kind() != b.kind() || a.lowleveltype() != b.lowleveltype()) return false;
    if (std::ranges::find(above, ReprPair(&a, &b)) != above.end()) return true;  // a container of itself
    above.push_back({&a, &b});
    auto same = [&](Repr& x, Repr& y) { return same_layout(x, y, above); };
    switch (a.kind()) {
        case SKind::tuple_of:
        case SKind::list: return same(static_cast<ListRepr&>(a).item(), static_cast<ListRepr&>(b).item());
        case SKind::dict: {
            auto &x = static_cast<DictRepr&>(a), &y = static_cast<DictRepr&>(b);
            return same(x.key(), y.key()) && same(x.value(), y.value());
        }
        case SKind::tuple: {
            auto &x = static_cast<TupleRepr&>(a), &y = static_cast<TupleRepr&>(b);
            if (x.size() != y.size()) return false;
            for (uint32_t i = 0; i < x.size(); i++)
                if (!same(x.item(i), y.item(i))) return false;
            return true;
        }
        case SKind::set: return same(static_cast<SetRepr&>(a).item(), static_cast<SetRepr&>(b).item());
        case SKind::view: return same(static_cast<ViewRepr&>(a).dict(), static_cast<ViewRepr&>(b).dict());
        default: return true;
    }
}

}  // namespace

bool same_layout(Repr& a, Repr& b) {
    std::vector<ReprPair> above;
    return same_layout(a, b, above);
}

}  // namespace sapwood
