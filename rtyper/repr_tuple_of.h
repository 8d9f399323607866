// Tuples whose length is not known (`tuple[T, ...]`): laid out as lists that nothing changes.
#pragma once

#include "rtyper/repr_list.h"

namespace sapwood {

class TupleRepr;

class TupleOfRepr final : public ListRepr {
  public:
    using ListRepr::ListRepr;

    Repr& item() override { return rtyper.repr(s().items[0]); }
    // The items of a tuple of known length, which is not None (not checked).
    Value from_tuple(LLOps&, Value v, TupleRepr& r);

    std::string type_name() override { return "tuple"; }
    std::optional<ConstantId> convert_const(ConstantId host) override;
    std::optional<Value> convert_to(LLOps&, Value, Repr& to) override;
    Value ll_hash(LLOps&, Value v) override;
    Value ll_repr(LLOps&, Value v) override;
    Value rtype_method(const std::string& name, HighLevelOp&) override;
    Value rtype_binary(HighLevelOp&) override;
    Value rtype_compare(HighLevelOp&) override;
    Value rtype_getitem(HighLevelOp&) override;
};

// a + b of tuples whose sum has no known length, and their order: operands 0 and 1 of hop.
Value add_tuples(HighLevelOp& hop);
Value compare_tuples(HighLevelOp& hop);
// a * n and a[i:j:k] where the result has no known length.
Value repeat_tuple(HighLevelOp& hop, uint32_t tuple, uint32_t count);
Value slice_tuple(HighLevelOp& hop);
// Whether a tuple of known length equals one of another kind; neither is None.  -> Bool
Value equal_lengths(LLOps& ops, TupleRepr& left, Value a, TupleOfRepr& right, Value b);

}  // namespace sapwood
