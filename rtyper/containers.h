// What the reprs of containers and text share: the structs, checks for None, slices, and iteration.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rtyper/repr.h"
#include "rtyper/repr_factories.h"
#include "rtyper/rtyper.h"

namespace sapwood {

// ---- None
// Where r may be None: raises class_ with this message if v is.
void check_not_none(LLOps&, Value v, Repr& r, std::string_view class_, std::string_view message);
// The usual cases: a method or attribute of None; None[...]; iteration; len().
void check_attribute(LLOps&, Value v, Repr& r, std::string_view name);
void check_subscript(LLOps&, Value v, Repr& r);
void check_store(LLOps&, Value v, Repr& r, bool deletes);
void check_iterable(LLOps&, Value v, Repr& r);
void check_len(LLOps&, Value v, Repr& r);

// Prints v as None where it is null, else as `print` gives it.  -> Ptr(str)
template <class Print>
Value str_or_none(LLOps& ops, Value v, Repr& r, Print&& print) {
    if (!r.nullable()) return print();
    return ops.if_else(
        ops.op(Op::ptr_iszero, {v}, kBool), str_repr(ops.rtyper).lowleveltype(),
        [&] { return ops.str("None"); }, print);
}

// The hash of a pointer that may be None where r may be.
template <class Hash>
Value hash_or_none(LLOps& ops, Value v, Repr& r, Hash&& hash) {
    if (!r.nullable()) return hash();
    return ops.if_else(
        ops.op(Op::ptr_iszero, {v}, kBool), kSigned,
        [&] { return ops.rtyper.none_repr().ll_hash(ops, ops.void_()); }, hash);
}

// Equality of two pointers of which either may be None where r may be; `equal` compares what they point to.
template <class Equal>
Value eq_or_none(LLOps& ops, Value a, Value b, Repr& r, Equal&& equal) {
    if (!r.nullable()) return equal();
    Value none = ops.if_else(
        ops.op(Op::ptr_iszero, {a}, kBool), kBool, [&] { return ops.bool_(true); },
        [&] { return ops.op(Op::ptr_iszero, {b}, kBool); });
    return ops.if_else(
        none, kBool,
        [&] {
            return ops.op(Op::ptr_eq, {a, b}, kBool);
        },
        equal);
}

// A function constant (T) that raises class_(value), T being the storage type of r.
ConstantId raise_function(RTyper&, std::string_view class_, Repr& r);

// ---- slices: operands first, first + 1, first + 2 of hop
struct SliceBounds {
    Value start, stop;  // absent ones as the extreme that means the same
    Value step;
    bool plain = false;  // step is 1
};
SliceBounds slice_bounds(HighLevelOp& hop, uint32_t first);
// Operand i as Signed where it may be None (then `absent`).
Value optional_int(HighLevelOp& hop, uint32_t i, Value absent);

// The struct of this name, made if there is none: helpers declare the same structs, by the same names.
LLTypeId struct_named(RTyper&, const std::string& name, bool gc, std::vector<LLField> fields,
                      bool immutable = false);
// ---- structs by storage type of the items
LLTypeId list_struct(RTyper&, LLTypeId storage);

// A host constant as an item of a container of r.  nullopt: diagnosed.
std::optional<ConstantId> stored_constant(RTyper&, ConstantId host, Repr& r);
// The static stack of containers that are being printed: Ptr(repr_stack) of container_repr.py.
ConstantId repr_stack(RTyper&);

// Whether values of the two reprs are stored alike, down to the items of their items.  Containers store
// pointers erased, so that their low-level types say nothing of what is in them: a list of (int, str) has
// that of a list of (int, one-character str).
bool same_layout(Repr& a, Repr& b);

// ---- iteration
class IteratorRepr;
// A value with the iterator repr it is of.
struct Iteration {
    Value iterator;
    IteratorRepr* repr = nullptr;
};
// iter(v) for any iterable, not only what hop's result says; nullopt: diagnosed.
std::optional<Iteration> iterate(LLOps&, Value v, Repr& r);
// An instance with __next__ as what its next() runs over.
Iteration iterate_itself(LLOps&, Value v, Repr& r);
// The annotation of iter(x).
std::optional<Annotation> iterator_annotation(RTyper&, Repr& r);

// Base of all iterator reprs.
class IteratorRepr : public Repr {
  public:
    using Repr::Repr;
    bool is_gc_pointer() override { return true; }
    std::string type_name() override { return "iterator"; }
    std::optional<ConstantId> convert_const(ConstantId host) override;
    // What next() gives.
    virtual Repr& item() = 0;
    // A new iterator over v, a value of r.
    virtual Value make(LLOps&, Value v, Repr& r) = 0;
    // next(), which raises StopIteration; a value of item().
    virtual Value next(LLOps&, Value iterator) = 0;
    // A function constant of next(): (iterator) -> item's storage type.
    ConstantId next_function();

    Value rtype_next(HighLevelOp&) override;
    Value rtype_iter(HighLevelOp&) override;
    Value rtype_contains(HighLevelOp&) override;
    // Whether operand 1 is among the items of an iterator that operand 0 stands for.
    Value contains(HighLevelOp&, Value iterator);
    Value ll_repr(LLOps&, Value v) override;

  private:
    ConstantId next_function_;
};

// rtype_iter of everything that iterate() knows.
Value rtype_iter_any(HighLevelOp& hop);

// ---- str and characters
class StrRepr;
Repr& char_repr(RTyper&);           // not nullable, UniChar
bool is_text(const Annotation& s);  // str or character
// v of a str or character repr as Ptr(str); None stays null.
Value as_str(LLOps&, Value v, Repr& r);

// ---- tuples
bool is_tuple(const Annotation& s);  // of a known length or not

// ---- lists
class ListRepr;
// list(v) as a new list of this repr (never v itself).
std::optional<Value> list_from_iterable(LLOps&, Value v, Repr& r, Repr& r_list);
// A list repr for items of this repr, known to the rtyper only.
Repr& list_repr_of(RTyper&, Repr& item);

}  // namespace sapwood
