// Iterators over sequences, ranges and dicts; iteration in general.  Lazy ones (enumerate, zip, ...):
// repr_iter_lazy.cpp.
//
// An iterator is a small GC struct; its next() is generated in line, so that in a `for` the struct dissolves
// and the end is a jump.
#include "rtyper/repr_iter.h"
#include "rtyper/equality.h"

#include "rtyper/repr_dict.h"
#include "rtyper/repr_list.h"
#include "rtyper/repr_set.h"
#include "rtyper/repr_tuple.h"

namespace sapwood {

// ---- all iterators

std::optional<ConstantId> IteratorRepr::convert_const(ConstantId) {
    return std::nullopt;  // the front end gives no iterators as constants
}

ConstantId IteratorRepr::next_function() {
    if (next_function_.valid()) return next_function_;
    auto made = rtyper.begin_graph("next", {lowleveltype()}, item().storage_type());
    Value v = next(made.ops, made.parameters[0]);
    rtyper.finish_graph(made, made.ops.to_storage(v, item()));
    next_function_ = rtyper.function_constant(made.graph);
    return next_function_;
}

Value IteratorRepr::rtype_next(HighLevelOp& hop) {
    return hop.result(next(hop, hop.input(0)), item());
}
Value IteratorRepr::rtype_iter(HighLevelOp& hop) {
    return hop.result(hop.input(0), *this);
}

Value IteratorRepr::rtype_contains(HighLevelOp& hop) {
    return contains(hop, hop.input(0));
}

Value IteratorRepr::contains(HighLevelOp& hop, Value iterator) {
    Comparand wanted = comparand(hop, 1, item());
    Value found =
        hop.call_helper("iterators.ll_contains", {iterator, next_function(), wanted.value, wanted.equal});
    return hop.result(found, rtyper.bool_repr());
}

Value IteratorRepr::ll_repr(LLOps& ops, Value) {
    return unsupported_ll(ops, "printing an iterator");
}

LLTypeId StructIteratorRepr::struct_type() {
    if (struct_.valid()) return struct_;
    std::string name = struct_name();
    if (!name.empty()) return struct_ = struct_named(rtyper, name, true, fields());
    struct_ = rtyper.types().new_struct(std::string(iterator_kind_name(s().iterator)) + "_iterator", true);
    rtyper.types().define_struct(struct_, fields());
    return struct_;
}

LLTypeId StructIteratorRepr::lowleveltype() {
    return rtyper.types().pointer_to(struct_type());
}

std::optional<Value> StructIteratorRepr::convert_to(LLOps& ops, Value, Repr& to) {
    if (to.kind() != SKind::iterator || to.lowleveltype() == lowleveltype()) return std::nullopt;
    return ops.unsupported("joining iterators of different kinds", to.lowleveltype());
}

Value StructIteratorRepr::make_with(LLOps& ops, std::vector<std::pair<std::string_view, Value>> values) {
    Value iterator = ops.malloc(struct_type());
    for (auto& [name, value] : values) ops.setfield(iterator, name, value);
    return iterator;
}

// ---- tuples: the items are copied to an array, as a struct has no computed indexes

Repr& common_item(TupleRepr& r) {
    if (r.size() == 0) return r.rtyper.none_repr();
    Repr* common = &r.item(0);
    for (uint32_t i = 1; i < r.size(); ++i) {
        Repr* both = r.rtyper.common_repr(*common, r.item(i));
        CHECK(both != nullptr, "iteration over a tuple of items that do not join");
        common = both;
    }
    return *common;
}

std::string tuple_iterator_name(RTyper& rtyper, Repr& item) {
    return "tuple_" + rtyper.types().text(item.storage_type()) + "_iterator";
}

std::vector<LLField> bytes_iterator_fields(RTyper& rtyper) {
    return {{"bytes", rtyper.types().pointer_to(bytes_struct(rtyper))}, {"index", kSigned}};
}

Value byte_at(LLOps& ops, Value bytes, Value index) {
    Value byte = ops.op(Op::getinterior, {bytes, ops.field("chars"), index}, kChar);
    return ops.op(Op::cast_char_to_int, {byte}, kSigned);
}

std::vector<LLField> tuple_iterator_fields(RTyper& rtyper, Repr& item) {
    LLTypeId array = rtyper.types().array_of(item.storage_type(), true);
    return {{"items", rtyper.types().pointer_to(array)}, {"index", kSigned}};
}

Value tuple_items_array(LLOps& ops, Value tuple, TupleRepr& r, bool reversed) {
    Repr& item = common_item(r);
    LLTypeId array = ops.rtyper.types().array_of(item.storage_type(), true);
    if (r.size() == 0) return empty_array(ops.rtyper, array);
    Value items = ops.malloc_varsize(array, ops.int_(r.size()));
    for (uint32_t i = 0; i < r.size(); ++i) {
        Value stored = ops.to_storage(ops.convert(r.get(ops, tuple, i), r.item(i), item), item);
        ops.op(Op::setarrayitem, {items, ops.int_(reversed ? r.size() - 1 - i : i), stored}, kVoid);
    }
    return items;
}

Value next_in_array(LLOps& ops, Value iterator, Repr& item) {
    Value items = ops.getfield(iterator, "items");
    Value index = ops.getfield(iterator, "index");
    ops.raise_if(ops.op(Op::int_ge, {index, ops.op(Op::getarraysize, {items}, kSigned)}, kBool),
                 "StopIteration");
    Value stored = ops.op(Op::getarrayitem, {items, index}, item.storage_type());
    ops.setfield(iterator, "index", ops.op(Op::int_add, {index, ops.int_(1)}, kSigned));
    return ops.from_storage(stored, item);
}

// ---- sequences

namespace {

class ListIteratorRepr final : public StructIteratorRepr {
  public:
    using StructIteratorRepr::StructIteratorRepr;
    ListRepr& list() { return static_cast<ListRepr&>(rtyper.repr(s().items[0])); }
    Repr& item() override { return list().item(); }
    std::string struct_name() override { return rtyper.types().text(list().struct_type()) + "_iterator"; }
    std::vector<LLField> fields() override { return {{"list", list().lowleveltype()}, {"index", kSigned}}; }
    Value make(LLOps& ops, Value v, Repr&) override { return make_with(ops, {{"list", v}}); }
    Value next(LLOps& ops, Value iterator) override {
        Value list_ = ops.getfield(iterator, "list");
        Value index = ops.getfield(iterator, "index");
        Value length = ops.getfield(list_, "length");
        ops.if_else(
            ops.op(Op::int_ge, {index, length}, kBool), kVoid,
            [&] {
                ops.setfield(iterator, "index", ops.int_(INT64_MAX));  // for good, even if the list grows
                ops.raise_if(ops.bool_(true), "StopIteration");
                return ops.void_();
            },
            [&] { return ops.void_(); });
        Value stored = ops.op(Op::getarrayitem, {ops.getfield(list_, "items"), index}, item().storage_type());
        ops.setfield(iterator, "index", ops.op(Op::int_add, {index, ops.int_(1)}, kSigned));
        return ops.from_storage(stored, item());
    }
};

class TupleIteratorRepr final : public StructIteratorRepr {
  public:
    using StructIteratorRepr::StructIteratorRepr;
    TupleRepr& tuple() { return static_cast<TupleRepr&>(rtyper.repr(s().items[0])); }
    Repr& item() override { return common_item(tuple()); }
    std::string struct_name() override { return tuple_iterator_name(rtyper, item()); }
    std::vector<LLField> fields() override { return tuple_iterator_fields(rtyper, item()); }
    Value make(LLOps& ops, Value v, Repr&) override {
        return make_with(ops, {{"items", tuple_items_array(ops, v, tuple(), false)}});
    }
    Value next(LLOps& ops, Value iterator) override { return next_in_array(ops, iterator, item()); }
};

class TextIteratorRepr final : public StructIteratorRepr {
  public:
    using StructIteratorRepr::StructIteratorRepr;
    Repr& item() override { return char_repr(rtyper); }
    std::string struct_name() override { return "str_iterator"; }
    std::vector<LLField> fields() override {
        return {{"text", str_repr(rtyper).lowleveltype()}, {"position", kSigned}};
    }
    Value make(LLOps& ops, Value v, Repr& r) override {
        return make_with(ops, {{"text", as_str(ops, v, r)}});
    }
    Value next(LLOps& ops, Value iterator) override {
        Value text = ops.getfield(iterator, "text");
        Value position = ops.getfield(iterator, "position");
        ops.raise_if(ops.op(Op::int_ge, {position, ops.op(Op::getarraysize, {text}, kSigned)}, kBool),
                     "StopIteration");
        Value code = ops.call_helper("strings.ll_decode", {text, position});
        Value width = ops.call_helper("strings.ll_code_width", {code});
        ops.setfield(iterator, "position", ops.op(Op::int_add, {position, width}, kSigned));
        return ops.op(Op::cast_int_to_unichar, {code}, kUniChar);
    }
};

class BytesIteratorRepr final : public StructIteratorRepr {
  public:
    using StructIteratorRepr::StructIteratorRepr;
    Repr& item() override { return rtyper.int_repr(); }
    std::string struct_name() override { return "bytes_iterator"; }
    std::vector<LLField> fields() override { return bytes_iterator_fields(rtyper); }
    Value make(LLOps& ops, Value v, Repr&) override { return make_with(ops, {{"bytes", v}}); }
    Value next(LLOps& ops, Value iterator) override {
        Value bytes = ops.getfield(iterator, "bytes");
        Value index = ops.getfield(iterator, "index");
        ops.raise_if(ops.op(Op::int_ge, {index, ops.op(Op::getarraysize, {bytes}, kSigned)}, kBool),
                     "StopIteration");
        ops.setfield(iterator, "index", ops.op(Op::int_add, {index, ops.int_(1)}, kSigned));
        return byte_at(ops, bytes, index);
    }
};

// `end` is start plus a multiple of step, so that equality ends the loop and nothing overflows.
class RangeIteratorRepr final : public StructIteratorRepr {
  public:
    using StructIteratorRepr::StructIteratorRepr;
    Repr& item() override { return rtyper.int_repr(); }
    std::string struct_name() override { return "range_iterator"; }
    std::vector<LLField> fields() override {
        return {{"value", kSigned}, {"end", kSigned}, {"step", kSigned}};
    }
    Value make(LLOps& ops, Value v, Repr&) override {
        Value start = ops.getfield(v, "start"), step = ops.getfield(v, "step");
        Value end = ops.call_helper("ranges.ll_end", {start, ops.getfield(v, "stop"), step});
        return make_with(ops, {{"value", start}, {"end", end}, {"step", step}});
    }
    Value next(LLOps& ops, Value iterator) override {
        Value value = ops.getfield(iterator, "value"), step = ops.getfield(iterator, "step");
        ops.raise_if(ops.call_helper("ranges.ll_is_end", {value, ops.getfield(iterator, "end"), step}),
                     "StopIteration");
        ops.setfield(iterator, "value", ops.op(Op::int_add, {value, step}, kSigned));
        return value;
    }
};

class SetIteratorRepr final : public StructIteratorRepr {
  public:
    using StructIteratorRepr::StructIteratorRepr;
    SetRepr& set() { return static_cast<SetRepr&>(rtyper.repr(s().items[0])); }
    Repr& item() override { return set().item(); }
    std::string struct_name() override { return rtyper.types().text(set().struct_type()) + "_iterator"; }
    std::vector<LLField> fields() override {
        return {{"set", set().lowleveltype()}, {"position", kSigned}, {"size", kSigned}};
    }
    Value make(LLOps& ops, Value v, Repr&) override {
        ops.call_helper("sets.ll_prepare", {v, set().hash_function()});
        return make_with(ops, {{"set", v}, {"size", ops.getfield(v, "used")}});
    }
    Value next(LLOps& ops, Value iterator) override {
        Value slot = ops.call_helper("sets.ll_next", {iterator});
        ops.raise_if(ops.op(Op::int_lt, {slot, ops.int_(0)}, kBool), "StopIteration");
        return set().slot_item(ops, ops.getfield(iterator, "set"), slot);
    }
};

// keys(), values() and items() of dicts.
class DictIteratorRepr final : public StructIteratorRepr {
  public:
    using StructIteratorRepr::StructIteratorRepr;
    DictRepr& dict() { return static_cast<DictRepr&>(rtyper.repr(s().items[0])); }
    Repr& item() override {
        if (s().iterator == IteratorKind::values) return dict().value();
        if (s().iterator != IteratorKind::items) return dict().key();
        return rtyper.tuple_repr({&dict().key(), &dict().value()});
    }
    std::string struct_name() override { return rtyper.types().text(dict().struct_type()) + "_iterator"; }
    std::vector<LLField> fields() override {
        return {{"dict", dict().lowleveltype()}, {"position", kSigned}, {"size", kSigned}, {"left", kSigned}};
    }
    Value make(LLOps& ops, Value v, Repr&) override {
        Value size = ops.getfield(v, "live");
        return make_with(ops, {{"dict", v}, {"size", size}, {"left", size}});
    }
    Value next(LLOps& ops, Value iterator) override {
        Value place = ops.call_helper("dicts.ll_next", {iterator});
        ops.raise_if(ops.op(Op::int_lt, {place, ops.int_(0)}, kBool), "StopIteration");
        Value entries = ops.getfield(ops.getfield(iterator, "dict"), "entries");
        if (s().iterator == IteratorKind::values) return dict().entry_value(ops, entries, place);
        Value key = dict().entry_key(ops, entries, place);
        if (s().iterator != IteratorKind::items) return key;
        auto& r_tuple = static_cast<TupleRepr&>(item());
        return r_tuple.make(ops, {key, dict().entry_value(ops, entries, place)});
    }
};

// An instance with __next__ is its own iterator.
class InstanceIteratorRepr final : public IteratorRepr {
  public:
    using IteratorRepr::IteratorRepr;
    Repr& instance() { return rtyper.repr(s().items[0]); }
    Repr& item() override {
        if (item_ == nullptr) {
            auto probe = rtyper.begin_graph("next_of_instance", {lowleveltype()}, kVoid);
            auto result = rtyper.call_method(probe.ops, {probe.parameters[0], &instance()}, "__next__", {});
            item_ = result ? result->repr : &rtyper.none_repr();
            rtyper.program.remove_graph(probe.graph);
        }
        return *item_;
    }
    LLTypeId lowleveltype() override { return instance().lowleveltype(); }
    Value make(LLOps&, Value v, Repr&) override { return v; }
    Value next(LLOps& ops, Value iterator) override {
        auto result = rtyper.call_method(ops, {iterator, &instance()}, "__next__", {});
        if (!result) return ops.unsupported("iteration over `" + instance().type_name() + "`");
        item_ = result->repr;
        return result->value;
    }

  private:
    Repr* item_ = nullptr;
};

std::unique_ptr<Repr> make_sequence_iterator(RTyper& rtyper, AnnotationId id, SKind kind) {
    if (kind == SKind::list || kind == SKind::tuple_of) return std::make_unique<ListIteratorRepr>(rtyper, id);
    if (kind == SKind::tuple) return std::make_unique<TupleIteratorRepr>(rtyper, id);
    if (kind == SKind::str) return std::make_unique<TextIteratorRepr>(rtyper, id);
    if (kind == SKind::bytes) return std::make_unique<BytesIteratorRepr>(rtyper, id);
    if (kind == SKind::range) return std::make_unique<RangeIteratorRepr>(rtyper, id);
    if (kind == SKind::set) return std::make_unique<SetIteratorRepr>(rtyper, id);
    return std::make_unique<DictIteratorRepr>(rtyper, id);
}

}  // namespace

std::unique_ptr<Repr> make_iterator_repr(RTyper& rtyper, AnnotationId id) {
    const Annotation& s = rtyper.annotated()[id];
    switch (s.iterator) {
        case IteratorKind::sequence:
            return make_sequence_iterator(rtyper, id, rtyper.annotated()[s.items[0]].kind);
        case IteratorKind::keys:
        case IteratorKind::values:
        case IteratorKind::items: return std::make_unique<DictIteratorRepr>(rtyper, id);
        case IteratorKind::instance: return std::make_unique<InstanceIteratorRepr>(rtyper, id);
        case IteratorKind::enumerate:
        case IteratorKind::zip:
        case IteratorKind::reversed_:
        case IteratorKind::map:
        case IteratorKind::filter:
        case IteratorKind::file_lines:
        case IteratorKind::zip_rows: return make_lazy_iterator_repr(rtyper, id);
    }
    return nullptr;
}

// ---- iteration in general

std::optional<Annotation> iterator_annotation(RTyper& rtyper, Repr& r) {
    Annotation s;
    s.kind = SKind::iterator;
    AnnotationId source = r.annotation;
    switch (r.kind()) {
        case SKind::list:
        case SKind::tuple:
        case SKind::tuple_of:
        case SKind::str:
        case SKind::bytes:
        case SKind::set:
        case SKind::range: s.iterator = IteratorKind::sequence; break;
        case SKind::dict: s.iterator = IteratorKind::keys; break;
        case SKind::view:
            s.iterator = r.s().iterator;
            source = static_cast<ViewRepr&>(r).dict().annotation;
            break;
        case SKind::file: s.iterator = IteratorKind::file_lines; break;
        default: return std::nullopt;  // the caller knows the rest or gives up
    }
    // None is refused before: iterators over x and over x or None are the same
    Annotation plain = rtyper.annotated()[source];
    plain.nullable = false;
    plain.constant = {};
    s.items = {rtyper.program.annotated.intern(std::move(plain))};
    return s;
}

Iteration iterate_itself(LLOps& ops, Value v, Repr& r) {
    Annotation s;
    s.kind = SKind::iterator;
    s.iterator = IteratorKind::instance;
    s.items = {r.annotation};
    return {v, static_cast<IteratorRepr*>(&ops.rtyper.repr(std::move(s)))};
}

std::optional<Iteration> iterate(LLOps& ops, Value v, Repr& r) {
    RTyper& rtyper = ops.rtyper;
    if (r.kind() == SKind::iterator) return Iteration{v, static_cast<IteratorRepr*>(&r)};
    check_iterable(ops, v, r);
    if (r.kind() == SKind::instance) {
        auto made = rtyper.call_method(ops, {v, &r}, "__iter__", {});
        if (!made) return std::nullopt;
        if (made->repr->kind() != SKind::instance) return iterate(ops, made->value, *made->repr);
        return iterate_itself(ops, made->value, *made->repr);
    }
    auto s = iterator_annotation(rtyper, r);
    if (!s) {
        ops.unsupported("iteration over `" + r.type_name() + "`");
        return std::nullopt;
    }
    auto& r_iterator = static_cast<IteratorRepr&>(rtyper.repr(std::move(*s)));
    return Iteration{r_iterator.make(ops, v, r), &r_iterator};
}

Value rtype_iter_any(HighLevelOp& hop) {
    auto& r_result = static_cast<IteratorRepr&>(hop.r_result());
    check_iterable(hop, hop.input(0), hop.r_arg(0));
    Repr& r = hop.r_arg(0);
    if (r.kind() == SKind::instance) {
        auto iteration = iterate(hop, hop.input(0), r);
        return iteration ? hop.result(iteration->iterator, *iteration->repr) : r_result.zero();
    }
    return r_result.make(hop, hop.input(0), r);
}

Value rtype_iter_tuple(HighLevelOp& hop) {
    return rtype_iter_any(hop);
}

Value rtype_iter_instance(HighLevelOp& hop) {
    return hop.result(hop.input(0), hop.r_arg(0));
}

}  // namespace sapwood
