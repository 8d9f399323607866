// Lists: `GcStruct list_T { length, items }`, T being the item's storage type.
#pragma once

#include "rtyper/containers.h"

namespace sapwood {

class ListRepr : public Repr {
  public:
    using Repr::Repr;

    virtual Repr& item();
    LLTypeId struct_type();  // list_T
    LLTypeId items_array();  // GcArray(T)
    // A new list of these items, values of item().
    Value make(LLOps&, const std::vector<Value>& items);
    Value make_empty(LLOps&);

    LLTypeId lowleveltype() override;
    bool is_gc_pointer() override { return true; }
    std::string type_name() override { return "list"; }
    std::optional<ConstantId> convert_const(ConstantId host) override;
    std::optional<Value> convert_to(LLOps&, Value, Repr& to) override;
    std::optional<Value> convert_from(LLOps&, Value, Repr& from) override;
    Value ll_eq(LLOps&, Value a, Value b) override;
    Value ll_lt(LLOps&, Value a, Value b) override;
    Value ll_repr(LLOps&, Value v) override;
    Value ll_bool(LLOps&, Value v) override;
    Value rtype_method(const std::string& name, HighLevelOp&) override;
    Value rtype_binary(HighLevelOp&) override;
    Value rtype_binary_right(HighLevelOp&) override;
    Value rtype_compare(HighLevelOp&) override;
    Value rtype_len(HighLevelOp&) override;
    Value rtype_contains(HighLevelOp&) override;
    Value rtype_getitem(HighLevelOp&) override;
    Value rtype_setitem(HighLevelOp&) override;
    Value rtype_delitem(HighLevelOp&) override;
    Value rtype_getslice(HighLevelOp&) override;
    Value rtype_setslice(HighLevelOp&) override;
    Value rtype_delslice(HighLevelOp&) override;
    Value rtype_iter(HighLevelOp&) override;
    Value rtype_unpack_check(HighLevelOp&) override;
    Value rtype_unpack_item(HighLevelOp&) override;
    Value rtype_unpack_rest(HighLevelOp&) override;
    Value rtype_new(HighLevelOp&) override;

  private:
    friend struct ListMethods;  // repr_list_methods.cpp
    Value eq_function();        // of items
};

// (x, key=f, reverse=r) of sort() and sorted(): sorts `list` in place, which is of r.
void sort_list(HighLevelOp& hop, Value list, ListRepr& r, bool fresh);

}  // namespace sapwood
