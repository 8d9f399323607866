// Ranges as values.
#pragma once

#include "rtyper/containers.h"

namespace sapwood {

class RangeRepr final : public Repr {
  public:
    using Repr::Repr;
    LLTypeId struct_type();
    // A new range; the step is not zero.
    Value make(LLOps&, Value start, Value stop, Value step);
    Value length(LLOps&, Value range);

    LLTypeId lowleveltype() override;
    bool is_gc_pointer() override { return true; }
    std::string type_name() override { return "range"; }
    std::optional<ConstantId> convert_const(ConstantId host) override;
    Value ll_eq(LLOps&, Value a, Value b) override;
    Value ll_repr(LLOps&, Value v) override;
    Value ll_bool(LLOps&, Value v) override;
    Value rtype_getattr(HighLevelOp&) override;
    Value rtype_len(HighLevelOp&) override;
    Value rtype_contains(HighLevelOp&) override;
    Value rtype_getitem(HighLevelOp&) override;
    Value rtype_getslice(HighLevelOp&) override;
    Value rtype_iter(HighLevelOp&) override;
    Value rtype_unpack_check(HighLevelOp&) override;
    Value rtype_unpack_item(HighLevelOp&) override;
};

}  // namespace sapwood
