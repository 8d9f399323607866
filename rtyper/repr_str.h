// Text: pointers to str, and single characters as UniChar.
#pragma once

#include "rtyper/containers.h"

namespace sapwood {

// What str and characters share: every operation works on text and takes characters by converting them.
class TextRepr : public Repr {
  public:
    using Repr::Repr;
    std::string type_name() override { return "str"; }
    Value ll_str(LLOps&, Value v) override;
    Value ll_repr(LLOps&, Value v) override;
    Value rtype_method(const std::string& name, HighLevelOp&) override;
    Value rtype_translate(HighLevelOp&);
    Value rtype_binary(HighLevelOp&) override;
    Value rtype_binary_right(HighLevelOp&) override;
    Value rtype_compare(HighLevelOp&) override;
    Value rtype_compare_right(HighLevelOp&) override;
    Value rtype_contains(HighLevelOp&) override;
    Value rtype_getitem(HighLevelOp&) override;
    Value rtype_getslice(HighLevelOp&) override;
    Value rtype_iter(HighLevelOp&) override;
    Value rtype_unpack_check(HighLevelOp&) override;
    Value rtype_unpack_item(HighLevelOp&) override;
    Value rtype_format(HighLevelOp&) override;
    Value rtype_int(HighLevelOp&) override;
    Value rtype_float(HighLevelOp&) override;

  protected:
    // Operand 0 as Ptr(str), checked by the given check.
    Value text(HighLevelOp&, uint32_t i = 0);
};

class StrRepr final : public TextRepr {
  public:
    using TextRepr::TextRepr;
    LLTypeId lowleveltype() override;
    bool is_gc_pointer() override { return true; }
    std::optional<ConstantId> convert_const(ConstantId host) override;
    std::optional<Value> convert_to(LLOps&, Value, Repr& to) override;
    std::optional<Value> convert_from(LLOps&, Value, Repr& from) override;
    Value ll_eq(LLOps&, Value a, Value b) override;
    Value ll_lt(LLOps&, Value a, Value b) override;
    Value ll_hash(LLOps&, Value v) override;
    Value ll_bool(LLOps&, Value v) override;
    Value rtype_len(HighLevelOp&) override;
};

class CharRepr final : public TextRepr {
  public:
    using TextRepr::TextRepr;
    LLTypeId lowleveltype() override { return kUniChar; }
    std::optional<ConstantId> convert_const(ConstantId host) override;
    std::optional<Value> convert_to(LLOps&, Value, Repr& to) override;
    Value ll_eq(LLOps&, Value a, Value b) override;
    Value ll_lt(LLOps&, Value a, Value b) override;
    Value ll_hash(LLOps&, Value v) override;
    Value ll_bool(LLOps&, Value v) override;
    Value rtype_len(HighLevelOp&) override;
};

}  // namespace sapwood
