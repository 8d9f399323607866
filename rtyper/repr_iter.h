// Iterators as small GC structs.
#pragma once

#include <utility>
#include <vector>

#include "rtyper/containers.h"

namespace sapwood {

// An iterator with a struct of its own.
class StructIteratorRepr : public IteratorRepr {
  public:
    using IteratorRepr::IteratorRepr;
    LLTypeId lowleveltype() override;
    std::optional<Value> convert_to(LLOps&, Value, Repr& to) override;

  protected:
    virtual std::vector<LLField> fields() = 0;
    // Iterators with this name are of one type; empty: the type is this repr's alone.
    virtual std::string struct_name() { return ""; }
    LLTypeId struct_type();
    Value make_with(LLOps&, std::vector<std::pair<std::string_view, Value>> values);

  private:
    LLTypeId struct_;
};

// Iterators over tuples are structs { items, index } over an array of the items.
class TupleRepr;
Repr& common_item(TupleRepr& r);
std::string tuple_iterator_name(RTyper&, Repr& item);
std::vector<LLField> tuple_iterator_fields(RTyper&, Repr& item);
// Of iterators over bytes in either direction, and the byte at an index.
std::vector<LLField> bytes_iterator_fields(RTyper&);
Value byte_at(LLOps&, Value bytes, Value index);
Value tuple_items_array(LLOps&, Value tuple, TupleRepr& r, bool reversed);
Value next_in_array(LLOps&, Value iterator, Repr& item);

// enumerate, zip, reversed, map, filter, lines of files, iter(f, sentinel).
std::unique_ptr<Repr> make_lazy_iterator_repr(RTyper&, AnnotationId);
// A lazy iterator of repr r over values of these reprs (callables first): enumerate(x, start), zip(a, b), ...
// `hop` gives the call sites.
Value make_lazy_iterator(HighLevelOp& hop, Repr& r, const std::vector<TypedValue>& operands);

}  // namespace sapwood
