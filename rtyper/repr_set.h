// Sets and frozensets: `GcStruct set_K { used, fill, finger, removals, table }`.
#pragma once

#include "rtyper/containers.h"

namespace sapwood {

class SetRepr final : public Repr {
  public:
    using Repr::Repr;

    Repr& item();
    bool frozen() const { return !s().name.empty(); }
    LLTypeId struct_type();
    LLTypeId slot_struct();
    Value hash_function();
    Value eq_function();
    // The item in a slot of the table; a value of item().
    Value slot_item(LLOps&, Value set, Value slot);
    Value make_empty(LLOps&);
    // A call of a helper of sets.py that takes hash and eq functions last.
    Value call(LLOps&, std::string_view helper, std::vector<Value> args);

    // v, of r, as a set of this repr: v itself, a converted copy, or a new set of its items.
    Value as_set(LLOps&, Value v, Repr& r);
    // set(v): always a new one.
    Value new_set(LLOps&, Value v, Repr& r);
    // The update methods for one operand, any iterable.
    void update(LLOps&, Value set, Value v, Repr& r);
    void difference_update(LLOps&, Value set, Value v, Repr& r);
    void symmetric_difference_update(LLOps&, Value set, Value v, Repr& r);
    Value intersection(LLOps&, Value set, Value v, Repr& r);
    Value isdisjoint(LLOps&, Value set, Value v, Repr& r);
    // An iterator over v, and the function that gives its next item in the stored form of this repr's items.
    struct Items {
        Value iterator;
        Value next;
    };
    std::optional<Items> items_of(LLOps&, Value v, Repr& r);
    // Takes an iterable's items to `helper`: (set, iterator, next, more...).
    Value call_with_items(LLOps&, std::string_view helper, Value set, Value v, Repr& r,
                          std::vector<Value> more = {});

    LLTypeId lowleveltype() override;
    bool is_gc_pointer() override { return true; }
    std::string type_name() override { return frozen() ? "frozenset" : "set"; }
    std::optional<ConstantId> convert_const(ConstantId host) override;
    std::optional<Value> convert_to(LLOps&, Value, Repr& to) override;
    std::optional<Value> convert_from(LLOps&, Value, Repr& from) override;
    Value ll_eq(LLOps&, Value a, Value b) override;
    Value ll_lt(LLOps&, Value a, Value b) override;
    Value ll_hash(LLOps&, Value v) override;
    Value ll_repr(LLOps&, Value v) override;
    Value ll_bool(LLOps&, Value v) override;
    Value rtype_method(const std::string& name, HighLevelOp&) override;
    Value rtype_binary(HighLevelOp&) override;
    Value rtype_compare(HighLevelOp&) override;
    Value rtype_len(HighLevelOp&) override;
    Value rtype_contains(HighLevelOp&) override;
    Value rtype_iter(HighLevelOp&) override;
    Value rtype_unpack_check(HighLevelOp&) override;
    Value rtype_new(HighLevelOp&) override;

  private:
    friend struct SetMethods;
    ConstantId missing_;
};

// A set repr for items of this repr, known to the rtyper only.
SetRepr& set_repr_of(RTyper&, Repr& item);

// Operators and comparisons of which an operand is keys() or items() of a dict, the other any iterable.  They
// give new sets, in CPython's order.  (repr_set_views.cpp)
bool is_set_like_view(const Annotation& s);
Value rtype_view_operator(HighLevelOp& hop);
// Also of two sets.
Value rtype_set_comparison(HighLevelOp& hop);
Value rtype_set_comparison_as(HighLevelOp& hop, Op op);
Value rtype_view_isdisjoint(HighLevelOp& hop);

}  // namespace sapwood
