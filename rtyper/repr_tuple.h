// Tuples: `GcStruct tuple_A_B { item0: A, item1: B }`, immutable.  The empty tuple is a struct without
// fields.
#pragma once

#include "rtyper/repr.h"

namespace sapwood {

class TupleRepr final : public Repr {
  public:
    TupleRepr(RTyper&, AnnotationId);
    void setup() override;

    uint32_t size() const { return static_cast<uint32_t>(s().items.size()); }
    Repr& item(uint32_t i) { return *items_[i]; }
    bool homogeneous();  // all items have one repr's type: iteration and computed indexes
    // Item i of v, which is not None (not checked).
    Value get(LLOps&, Value v, uint32_t i);
    // The item at a Signed index that is in range, as a value of `to`.
    Value at_index(LLOps&, Value v, Value index, Repr& to);
    // A new tuple; values are of the items' reprs.
    Value make(LLOps&, const std::vector<Value>& values);

    LLTypeId lowleveltype() override;
    bool is_gc_pointer() override { return true; }
    std::string type_name() override { return "tuple"; }
    std::optional<ConstantId> convert_const(ConstantId host) override;
    std::optional<Value> convert_to(LLOps&, Value, Repr& to) override;
    Value ll_eq(LLOps&, Value a, Value b) override;
    Value ll_lt(LLOps&, Value a, Value b) override;
    Value ll_hash(LLOps&, Value v) override;
    Value ll_repr(LLOps&, Value v) override;
    Value ll_bool(LLOps&, Value v) override;
    Value rtype_binary(HighLevelOp&) override;
    Value rtype_binary_right(HighLevelOp&) override;
    Value rtype_compare(HighLevelOp&) override;
    Value rtype_len(HighLevelOp&) override;
    Value rtype_contains(HighLevelOp&) override;
    Value rtype_getitem(HighLevelOp&) override;
    Value rtype_getslice(HighLevelOp&) override;
    Value rtype_unpack_check(HighLevelOp&) override;
    Value rtype_unpack_item(HighLevelOp&) override;
    Value rtype_unpack_rest(HighLevelOp&) override;
    Value rtype_new(HighLevelOp&) override;
    Value rtype_method(const std::string& name, HighLevelOp&) override;
    Value rtype_iter(HighLevelOp&) override;

  private:
    Value compare_order(HighLevelOp&, TupleRepr& right);
    Value check(LLOps&, Value v, std::string_view what);
    std::vector<Repr*> items_;
    LLTypeId struct_;
};

}  // namespace sapwood
