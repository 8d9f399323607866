// Dicts: `GcStruct dict_K_V { live, used, filled, index, entries }`, and their views.
#pragma once

#include "rtyper/containers.h"

namespace sapwood {

// An operand as a key to look up, which need not be of the type of the keys; with its functions for dicts.py.
struct LookupKey {
    Value key;      // in stored form
    Value hash;     // of the operand
    Value equal;    // (a key of the dict, the operand) -> Bool
    Value missing;  // (the operand): raises KeyError
};

class DictRepr final : public Repr {
  public:
    using Repr::Repr;

    Repr& key();
    Repr& value();
    LLTypeId struct_type();
    LLTypeId entry_struct();
    // Key and value of the entry at `place`; values of key() and value().
    Value entry_key(LLOps&, Value entries, Value place);
    Value entry_value(LLOps&, Value entries, Value place);
    Value make_empty(LLOps&);
    // d[key] = value
    void store(LLOps&, Value dict, Value key, Value value);
    // The keyword arguments of dict() and update().
    void store_keywords(HighLevelOp&, Value dict);
    // d[key] for a key that may be missing; values of key() and value().
    Value get(LLOps&, Value dict, Value key);
    Value has(LLOps&, Value dict, Value key);       // -> Bool
    Value hash_function();                          // of keys
    Value same_keys(LLOps& ops, Value a, Value b);  // -> Bool
    // update() with any mapping or iterable of pairs.
    void update(LLOps&, Value dict, Value other, Repr& r_other);

    LLTypeId lowleveltype() override;
    bool is_gc_pointer() override { return true; }
    std::string type_name() override { return "dict"; }
    std::optional<ConstantId> convert_const(ConstantId host) override;
    std::optional<Value> convert_to(LLOps&, Value, Repr& to) override;
    std::optional<Value> convert_from(LLOps&, Value, Repr& from) override;
    Value ll_eq(LLOps&, Value a, Value b) override;
    Value ll_repr(LLOps&, Value v) override;
    Value ll_bool(LLOps&, Value v) override;
    Value rtype_method(const std::string& name, HighLevelOp&) override;
    Value rtype_binary(HighLevelOp&) override;
    Value rtype_len(HighLevelOp&) override;
    Value rtype_contains(HighLevelOp&) override;
    Value rtype_getitem(HighLevelOp&) override;
    Value rtype_setitem(HighLevelOp&) override;
    Value rtype_delitem(HighLevelOp&) override;
    Value rtype_iter(HighLevelOp&) override;
    Value rtype_new(HighLevelOp&) override;

  private:
    friend struct DictMethods;
    Value eq_function();
    Value missing_function();  // (key): raises KeyError(key)
    LookupKey lookup_key(HighLevelOp&, uint32_t i);
    ConstantId missing_;
};

// keys(), values(), items(): the dict's pointer under another name.
class ViewRepr final : public Repr {
  public:
    using Repr::Repr;
    DictRepr& dict();
    Repr& item();

    LLTypeId lowleveltype() override { return dict().lowleveltype(); }
    bool is_gc_pointer() override { return true; }
    std::string type_name() override;
    std::optional<ConstantId> convert_const(ConstantId) override { return std::nullopt; }
    Value ll_repr(LLOps&, Value v) override;
    Value ll_bool(LLOps&, Value v) override;
    Value ll_eq(LLOps&, Value a, Value b) override;
    Value rtype_method(const std::string& name, HighLevelOp&) override;
    Value rtype_binary(HighLevelOp&) override;
    Value rtype_binary_right(HighLevelOp&) override;
    Value rtype_compare(HighLevelOp&) override;
    Value rtype_len(HighLevelOp&) override;
    Value rtype_contains(HighLevelOp&) override;
    Value rtype_iter(HighLevelOp&) override;
};

}  // namespace sapwood
