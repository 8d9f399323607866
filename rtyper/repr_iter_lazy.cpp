// Lazy iterators: enumerate, zip, reversed, map, filter, lines of files.
#include <map>

#include "rtyper/repr_dict.h"
#include "rtyper/repr_iter.h"
#include "rtyper/repr_list.h"
#include "rtyper/repr_tuple.h"

namespace sapwood {

namespace {

// A lazy iterator is made from operands, not from one value.
class LazyIteratorRepr : public StructIteratorRepr {
  public:
    using StructIteratorRepr::StructIteratorRepr;
    virtual Value make_lazy(HighLevelOp& hop, const std::vector<TypedValue>& operands) = 0;
    Value make(LLOps& ops, Value, Repr&) override {
        return ops.unsupported("this iteration", lowleveltype());
    }

  protected:
    IteratorRepr& inner(uint32_t i) { return static_cast<IteratorRepr&>(rtyper.repr(s().items[i])); }
    // iter() of an operand as the iterator that items[i] of the annotation names.
    Value inner_iterator(LLOps& ops, const TypedValue& operand, uint32_t i) {
        auto iteration = iterate(ops, operand.value, *operand.repr);
        if (!iteration) return inner(i).zero();
        return ops.convert(iteration->iterator, *iteration->repr, inner(i));
    }
};

std::string inner_name(uint32_t i) {
    return "inner" + std::to_string(i);
}

class EnumerateRepr final : public LazyIteratorRepr {
  public:
    using LazyIteratorRepr::LazyIteratorRepr;
    Repr& item() override { return rtyper.tuple_repr({&rtyper.int_repr(), &inner(0).item()}); }
    std::vector<LLField> fields() override {
        return {{"inner0", inner(0).lowleveltype()}, {"index", kSigned}};
    }
    Value make_lazy(HighLevelOp& hop, const std::vector<TypedValue>& operands) override {
        Value start = hop.int_(0);
        if (operands.size() > 1) start = hop.convert(operands[1].value, *operands[1].repr, rtyper.int_repr());
        Value first = inner_iterator(hop, operands[0], 0);
        return make_with(hop, {{"inner0", first}, {"index", start}});
    }
    Value next(LLOps& ops, Value iterator) override {
        Value v = inner(0).next(ops, ops.getfield(iterator, "inner0"));
        Value index = ops.getfield(iterator, "index");
        ops.setfield(iterator, "index", ops.op(Op::int_add, {index, ops.int_(1)}, kSigned));
        return static_cast<TupleRepr&>(item()).make(ops, {index, v});
    }
};

class ZipRepr final : public LazyIteratorRepr {
  public:
    using LazyIteratorRepr::LazyIteratorRepr;
    uint32_t count() const { return static_cast<uint32_t>(s().items.size()); }
    Repr& item() override {
        std::vector<Repr*> items;
        for (uint32_t i = 0; i < count(); ++i) items.push_back(&inner(i).item());
        return rtyper.tuple_repr(items);
    }
    std::vector<LLField> fields() override {
        std::vector<LLField> result;
        for (uint32_t i = 0; i < count(); ++i) result.push_back({inner_name(i), inner(i).lowleveltype()});
        return result;
    }
    Value make_lazy(HighLevelOp& hop, const std::vector<TypedValue>& operands) override {
        std::vector<Value> iterators;
        for (uint32_t i = 0; i < count(); ++i) iterators.push_back(inner_iterator(hop, operands[i], i));
        Value made = hop.malloc(struct_type());
        for (uint32_t i = 0; i < count(); ++i) hop.setfield(made, inner_name(i), iterators[i]);
        return made;
    }
    Value next(LLOps& ops, Value iterator) override {
        std::vector<Value> values;
        for (uint32_t i = 0; i < count(); ++i) {
            values.push_back(inner(i).next(ops, ops.getfield(iterator, inner_name(i))));
        }
        if (values.empty()) ops.raise_if(ops.bool_(true), "StopIteration");
        return static_cast<TupleRepr&>(item()).make(ops, values);
    }
};

// zip(*rows): the iterators over all rows in a list.
class ZipRowsRepr final : public LazyIteratorRepr {
  public:
    using LazyIteratorRepr::LazyIteratorRepr;
    Repr& item() override {
        Annotation s{.kind = SKind::tuple_of};
        s.items = {inner(0).item().annotation};
        return rtyper.repr(std::move(s));
    }
    LLTypeId list() { return list_struct(rtyper, inner(0).storage_type()); }
    std::vector<LLField> fields() override { return {{"iterators", rtyper.types().pointer_to(list())}}; }
    Value make_lazy(HighLevelOp& hop, const std::vector<TypedValue>& operands) override {
        auto rows = iterate(hop, operands[0].value, *operands[0].repr);
        if (!rows) return hop.null(lowleveltype());
        Value made = hop.call_helper(
            "iterators.ll_zip_rows",
            {hop.type(list()), rows->iterator, rows->repr->next_function(), iterate_row(*rows)});
        return make_with(hop, {{"iterators", made}});
    }
    Value next(LLOps& ops, Value iterator) override {
        auto& r_item = static_cast<ListRepr&>(item());
        return ops.call_helper(
            "iterators.ll_next_column",
            {ops.type(r_item.struct_type()), ops.getfield(iterator, "iterators"), inner(0).next_function()});
    }

  private:
    // A function constant: iter() of a row.
    ConstantId iterate_row(const Iteration& rows) {
        Repr& row = rows.repr->item();
        auto made = rtyper.begin_graph("iterate_row", {row.storage_type()}, inner(0).storage_type());
        Value v = made.ops.from_storage(made.parameters[0], row);
        Value iterator = inner_iterator(made.ops, {v, &row}, 0);
        rtyper.finish_graph(made, made.ops.to_storage(iterator, inner(0)));
        return rtyper.function_constant(made.graph);
    }
};

// reversed() of a list: `index` is the next one.
class ReversedListRepr final : public LazyIteratorRepr {
  public:
    using LazyIteratorRepr::LazyIteratorRepr;
    ListRepr& list() { return static_cast<ListRepr&>(rtyper.repr(s().items[0])); }
    Repr& item() override { return list().item(); }
    std::string struct_name() override { return rtyper.types().text(list().struct_type()) + "_iterator"; }
    std::vector<LLField> fields() override { return {{"list", list().lowleveltype()}, {"index", kSigned}}; }
    Value make_lazy(HighLevelOp& hop, const std::vector<TypedValue>& operands) override {
        Value v = operands[0].value;
        check_not_none(hop, v, *operands[0].repr, "TypeError", "'NoneType' object is not reversible");
        Value last = hop.op(Op::int_sub, {hop.getfield(v, "length"), hop.int_(1)}, kSigned);
        return make_with(hop, {{"list", v}, {"index", last}});
    }
    Value next(LLOps& ops, Value iterator) override {
        Value list_ = ops.getfield(iterator, "list");
        Value index = ops.getfield(iterator, "index");
        ops.raise_if(ops.op(Op::int_lt, {index, ops.int_(0)}, kBool), "StopIteration");
        // it may have shrunk
        ops.raise_if(ops.op(Op::int_ge, {index, ops.getfield(list_, "length")}, kBool), "StopIteration");
        Value stored = ops.op(Op::getarrayitem, {ops.getfield(list_, "items"), index}, item().storage_type());
        ops.setfield(iterator, "index", ops.op(Op::int_sub, {index, ops.int_(1)}, kSigned));
        return ops.from_storage(stored, item());
    }
};

// reversed() of a tuple: its items the other way round in an array.
class ReversedTupleRepr final : public LazyIteratorRepr {
  public:
    using LazyIteratorRepr::LazyIteratorRepr;
    TupleRepr& tuple() { return static_cast<TupleRepr&>(rtyper.repr(s().items[0])); }
    Repr& item() override { return common_item(tuple()); }
    std::string struct_name() override { return tuple_iterator_name(rtyper, item()); }
    std::vector<LLField> fields() override { return tuple_iterator_fields(rtyper, item()); }
    Value make_lazy(HighLevelOp& hop, const std::vector<TypedValue>& operands) override {
        check_not_none(hop, operands[0].value, *operands[0].repr, "TypeError",
                       "'NoneType' object is not reversible");
        return make_with(hop, {{"items", tuple_items_array(hop, operands[0].value, tuple(), true)}});
    }
    Value next(LLOps& ops, Value iterator) override { return next_in_array(ops, iterator, item()); }
};

class ReversedTextRepr final : public LazyIteratorRepr {
  public:
    using LazyIteratorRepr::LazyIteratorRepr;
    Repr& item() override { return char_repr(rtyper); }
    std::string struct_name() override { return "str_iterator"; }
    std::vector<LLField> fields() override {
        return {{"text", str_repr(rtyper).lowleveltype()}, {"position", kSigned}};
    }
    Value make_lazy(HighLevelOp& hop, const std::vector<TypedValue>& operands) override {
        Value text = as_str(hop, operands[0].value, *operands[0].repr);
        Value size = hop.op(Op::getarraysize, {text}, kSigned);
        return make_with(hop, {{"text", text}, {"position", size}});
    }
    Value next(LLOps& ops, Value iterator) override {
        Value text = ops.getfield(iterator, "text");
        Value position = ops.getfield(iterator, "position");
        ops.raise_if(ops.op(Op::int_eq, {position, ops.int_(0)}, kBool), "StopIteration");
        Value before = ops.call_helper("text.ll_before", {text, position});
        ops.setfield(iterator, "position", before);
        Value code = ops.call_helper("strings.ll_decode", {text, before});
        return ops.op(Op::cast_int_to_unichar, {code}, kUniChar);
    }
};

// reversed() of bytes: `index` is behind the next one.
class ReversedBytesRepr final : public LazyIteratorRepr {
  public:
    using LazyIteratorRepr::LazyIteratorRepr;
    Repr& item() override { return rtyper.int_repr(); }
    std::string struct_name() override { return "bytes_iterator"; }
    std::vector<LLField> fields() override { return bytes_iterator_fields(rtyper); }
    Value make_lazy(HighLevelOp& hop, const std::vector<TypedValue>& operands) override {
        Value bytes = operands[0].value;
        check_not_none(hop, bytes, *operands[0].repr, "TypeError", "'NoneType' object is not reversible");
        return make_with(hop, {{"bytes", bytes}, {"index", hop.op(Op::getarraysize, {bytes}, kSigned)}});
    }
    Value next(LLOps& ops, Value iterator) override {
        Value index = ops.getfield(iterator, "index");
        ops.raise_if(ops.op(Op::int_eq, {index, ops.int_(0)}, kBool), "StopIteration");
        Value before = ops.op(Op::int_sub, {index, ops.int_(1)}, kSigned);
        ops.setfield(iterator, "index", before);
        return byte_at(ops, ops.getfield(iterator, "bytes"), before);
    }
};

class ReversedRangeRepr final : public LazyIteratorRepr {
  public:
    using LazyIteratorRepr::LazyIteratorRepr;
    Repr& item() override { return rtyper.int_repr(); }
    std::string struct_name() override { return "range_iterator"; }
    std::vector<LLField> fields() override {
        return {{"value", kSigned}, {"end", kSigned}, {"step", kSigned}};
    }
    Value make_lazy(HighLevelOp& hop, const std::vector<TypedValue>& operands) override {
        Value range = operands[0].value;
        Value start = hop.getfield(range, "start"), step = hop.getfield(range, "step");
        Value end = hop.call_helper("ranges.ll_end", {start, hop.getfield(range, "stop"), step});
        return make_with(hop, {{"value", hop.op(Op::int_sub, {end, step}, kSigned)},
                               {"end", hop.op(Op::int_sub, {start, step}, kSigned)},
                               {"step", hop.op(Op::int_neg, {step}, kSigned)}});
    }
    Value next(LLOps& ops, Value iterator) override {
        Value value = ops.getfield(iterator, "value");
        ops.raise_if(ops.op(Op::int_eq, {value, ops.getfield(iterator, "end")}, kBool), "StopIteration");
        ops.setfield(iterator, "value",
                     ops.op(Op::int_add, {value, ops.getfield(iterator, "step")}, kSigned));
        return value;
    }
};

// reversed() of a dict or one of its views.
class ReversedDictRepr final : public LazyIteratorRepr {
  public:
    using LazyIteratorRepr::LazyIteratorRepr;
    Repr& source() { return rtyper.repr(s().items[0]); }
    DictRepr& dict() {
        if (source().kind() == SKind::view) return static_cast<ViewRepr&>(source()).dict();
        return static_cast<DictRepr&>(source());
    }
    Repr& item() override {
        return source().kind() == SKind::view ? static_cast<ViewRepr&>(source()).item() : dict().key();
    }
    std::string struct_name() override { return rtyper.types().text(dict().struct_type()) + "_iterator"; }
    std::vector<LLField> fields() override {
        return {{"dict", dict().lowleveltype()}, {"position", kSigned}, {"size", kSigned}, {"left", kSigned}};
    }
    Value make_lazy(HighLevelOp& hop, const std::vector<TypedValue>& operands) override {
        Value v = operands[0].value;
        check_not_none(hop, v, *operands[0].repr, "TypeError", "'NoneType' object is not reversible");
        return make_with(
            hop, {{"dict", v}, {"position", hop.getfield(v, "used")}, {"size", hop.getfield(v, "live")}});
    }
    Value next(LLOps& ops, Value iterator) override {
        Value place = ops.call_helper("dicts.ll_reverse_next", {iterator});
        ops.raise_if(ops.op(Op::int_lt, {place, ops.int_(0)}, kBool), "StopIteration");
        Value entries = ops.getfield(ops.getfield(iterator, "dict"), "entries");
        IteratorKind shows = source().kind() == SKind::view ? source().s().iterator : IteratorKind::keys;
        if (shows == IteratorKind::values) return dict().entry_value(ops, entries, place);
        Value key = dict().entry_key(ops, entries, place);
        if (shows != IteratorKind::items) return key;
        return static_cast<TupleRepr&>(item()).make(ops, {key, dict().entry_value(ops, entries, place)});
    }
};

// map and filter: the callable is a field.  The annotator notes the call where next() runs; all calls of
// these callables from here have one row.
class CallingRepr : public LazyIteratorRepr {
  public:
    using LazyIteratorRepr::LazyIteratorRepr;
    Repr& callee() { return rtyper.repr(s().items[0]); }
    bool has_callee() { return callee().kind() != SKind::none; }
    virtual std::string_view role() const = 0;
    Repr& call_result() {
        if (callee().kind() == SKind::instance) return result_of_instance();
        const CallSite* found = site();
        if (found == nullptr) return rtyper.none_repr();
        return rtyper.repr(rtyper.annotated().families[found->family].rows[found->row].result);
    }
    std::vector<LLField> fields() override {
        std::vector<LLField> result;
        if (callee().lowleveltype() != kVoid) result.push_back({"callee", callee().lowleveltype()});
        for (uint32_t i = 1; i < s().items.size(); ++i)
            result.push_back({inner_name(i), inner(i).lowleveltype()});
        return result;
    }
    Value make_lazy(HighLevelOp& hop, const std::vector<TypedValue>& operands) override {
        if (callee().kind() == SKind::builtin_method)
            return hop.unsupported(std::string(role()) + "() of a method of a built-in value",
                                   lowleveltype());
        if (ambiguous())
            return hop.unsupported(std::string(role()) + "() of a function that is used with several types",
                                   lowleveltype());
        std::vector<Value> iterators;
        for (uint32_t i = 1; i < operands.size(); ++i)
            iterators.push_back(inner_iterator(hop, operands[i], i));
        Value made = hop.malloc(struct_type());
        if (callee().lowleveltype() != kVoid) {
            hop.setfield(made, "callee", hop.convert(operands[0].value, *operands[0].repr, callee()));
        }
        for (uint32_t i = 1; i < operands.size(); ++i) hop.setfield(made, inner_name(i), iterators[i - 1]);
        return made;
    }

  protected:
    TypedValue call(LLOps& ops, Value iterator, const std::vector<TypedValue>& args) {
        Value f = callee().lowleveltype() != kVoid ? ops.getfield(iterator, "callee") : ops.void_();
        if (callee().kind() == SKind::instance) {
            auto result = rtyper.call_method(ops, {f, &callee()}, "__call__", args);
            if (result) return *result;
            return {ops.unsupported("a call of `" + callee().type_name() + "`"), &rtyper.none_repr()};
        }
        std::vector<TypedValue> operands{{f, &callee()}};
        operands.insert(operands.end(), args.begin(), args.end());
        const CallSite* found = site();
        // never called: nothing ever runs next()
        if (found == nullptr) return {ops.void_(), &rtyper.none_repr()};
        return rtyper.call_site(ops, *found, operands);
    }

  private:
    // What __call__ gives: the code is made once and thrown away.
    Repr& result_of_instance() {
        if (instance_result_ != nullptr) return *instance_result_;
        std::vector<LLTypeId> types{callee().lowleveltype()};
        for (uint32_t i = 1; i < s().items.size(); ++i) types.push_back(inner(i).item().lowleveltype());
        auto probe = rtyper.begin_graph("call_of_instance", types, kVoid);
        std::vector<TypedValue> args;
        for (uint32_t i = 1; i < s().items.size(); ++i)
            args.push_back({probe.parameters[i], &inner(i).item()});
        auto result = rtyper.call_method(probe.ops, {probe.parameters[0], &callee()}, "__call__", args);
        instance_result_ = result ? result->repr : &rtyper.none_repr();
        rtyper.program.remove_graph(probe.graph);
        return *instance_result_;
    }

    // Null when no call of the callable was noted.
    const CallSite* site() {
        find_site();
        return site_ ? &*site_ : nullptr;
    }
    bool ambiguous() {
        find_site();
        return ambiguous_;
    }

    // Copies of one function for several types have rows of their own: the one for these items is wanted.
    void find_site() {
        if (looked_up_) return;
        looked_up_ = true;
        const AnnotatedTables& annotated = rtyper.annotated();
        if (callee().s().descs.empty()) return;
        CallFamilyId family = annotated.descs[callee().s().descs[0]].family;
        std::map<uint32_t, CallSite> rows, exact;
        for (const auto& [graph, notes] : annotated.graphs) {
            for (const auto& [operation, sites] : notes.calls) {
                for (const CallSite& each : sites) {
                    if (each.family != family || !each.role.ends_with(role())) continue;
                    if (annotated.families[family].rows[each.row].positional + 1 == s().items.size())
                        rows.emplace(each.row, each);
                }
            }
        }
        if (rows.size() > 1) {
            for (const auto& [row, each] : rows) {
                if (takes_items(annotated.families[family].rows[row])) exact.emplace(row, each);
            }
            rows = exact;
            ambiguous_ = rows.size() != 1;
        }
        if (!rows.empty()) site_ = rows.begin()->second;
    }

    // Whether the targets of the row take just the items of the inner iterators.
    bool takes_items(const CallRow& row) {
        for (const CallTarget& target : row.targets) {
            if (!target.graph.valid()) continue;
            const Signature signature = rtyper.signature(target.graph);
            for (size_t i = 0; i < target.arguments.size(); i++) {
                const ArgumentSource& source = target.arguments[i];
                if (source.kind != ArgumentSource::Kind::operand) continue;
                if (signature.args[i] != &inner(source.index).item()) return false;
            }
        }
        return true;
    }

    Repr* instance_result_ = nullptr;
    bool ambiguous_ = false;
    std::optional<CallSite> site_;
    bool looked_up_ = false;
};

class MapRepr final : public CallingRepr {
  public:
    using CallingRepr::CallingRepr;
    std::string_view role() const override { return "map"; }
    Repr& item() override { return call_result(); }
    Value next(LLOps& ops, Value iterator) override {
        std::vector<TypedValue> args;
        for (uint32_t i = 1; i < s().items.size(); ++i) {
            args.push_back({inner(i).next(ops, ops.getfield(iterator, inner_name(i))), &inner(i).item()});
        }
        TypedValue result = call(ops, iterator, args);
        return ops.convert(result.value, *result.repr, item());
    }
};

class FilterRepr final : public CallingRepr {
  public:
    using CallingRepr::CallingRepr;
    std::string_view role() const override { return "filter"; }
    Repr& item() override { return inner(1).item(); }
    // A loop: it has a graph of its own.
    Value next(LLOps& ops, Value iterator) override {
        return ops.from_storage(
            ops.call_helper("iterators.ll_filter_next", {iterator, step_function(), result_function()}),
            item());
    }
    std::vector<LLField> fields() override {
        std::vector<LLField> result = CallingRepr::fields();
        result.push_back({"found", item().storage_type()});
        return result;
    }

  private:
    // (iterator) -> whether the next item passes; the item is left in `found`.
    ConstantId step_function() {
        if (step_.valid()) return step_;
        auto made = rtyper.begin_graph("filter_step", {lowleveltype()}, kBool);
        Value v = inner(1).next(made.ops, made.ops.getfield(made.parameters[0], inner_name(1)));
        made.ops.setfield(made.parameters[0], "found", made.ops.to_storage(v, item()));
        Value passes;
        if (has_callee()) {
            TypedValue result = call(made.ops, made.parameters[0], {{v, &item()}});
            passes = result.repr->ll_bool(made.ops, result.value);
        } else {
            passes = item().ll_bool(made.ops, v);
        }
        rtyper.finish_graph(made, passes);
        return step_ = rtyper.function_constant(made.graph);
    }
    ConstantId result_function() {
        if (result_.valid()) return result_;
        auto made = rtyper.begin_graph("filter_found", {lowleveltype()}, item().storage_type());
        rtyper.finish_graph(made, made.ops.getfield(made.parameters[0], "found"));
        return result_ = rtyper.function_constant(made.graph);
    }
    ConstantId step_, result_;
};

class FileLinesRepr final : public StructIteratorRepr {
  public:
    using StructIteratorRepr::StructIteratorRepr;
    Repr& file() { return rtyper.repr(s().items[0]); }
    bool binary() { return file().s().name == "binary"; }
    Repr& item() override {
        if (!binary()) return str_repr(rtyper);
        Annotation bytes;
        bytes.kind = SKind::bytes;
        return rtyper.repr(std::move(bytes));
    }
    std::string struct_name() override { return binary() ? "binary_lines" : "text_lines"; }
    std::vector<LLField> fields() override { return {{"file", file().lowleveltype()}}; }
    Value make(LLOps& ops, Value v, Repr&) override { return make_with(ops, {{"file", v}}); }
    Value next(LLOps& ops, Value iterator) override {
        Value f = ops.getfield(iterator, "file");
        Value line = binary() ? ops.call_helper("files.ll_readline_binary", {f, ops.int_(-1)})
                              : ops.call_helper("files.ll_next_line", {f});
        Value size = ops.op(Op::getarraysize, {line}, kSigned);
        ops.raise_if(ops.op(Op::int_eq, {size, ops.int_(0)}, kBool), "StopIteration");
        return line;
    }
};

std::unique_ptr<Repr> make_reversed(RTyper& rtyper, AnnotationId id, SKind kind) {
    if (kind == SKind::str) return std::make_unique<ReversedTextRepr>(rtyper, id);
    if (kind == SKind::bytes) return std::make_unique<ReversedBytesRepr>(rtyper, id);
    if (kind == SKind::tuple) return std::make_unique<ReversedTupleRepr>(rtyper, id);
    if (kind == SKind::range) return std::make_unique<ReversedRangeRepr>(rtyper, id);
    if (kind == SKind::dict || kind == SKind::view) return std::make_unique<ReversedDictRepr>(rtyper, id);
    return std::make_unique<ReversedListRepr>(rtyper, id);
}

}  // namespace

std::unique_ptr<Repr> make_lazy_iterator_repr(RTyper& rtyper, AnnotationId id) {
    const Annotation& s = rtyper.annotated()[id];
    if (s.iterator == IteratorKind::enumerate) return std::make_unique<EnumerateRepr>(rtyper, id);
    if (s.iterator == IteratorKind::zip) return std::make_unique<ZipRepr>(rtyper, id);
    if (s.iterator == IteratorKind::zip_rows) return std::make_unique<ZipRowsRepr>(rtyper, id);
    if (s.iterator == IteratorKind::map) return std::make_unique<MapRepr>(rtyper, id);
    if (s.iterator == IteratorKind::filter) return std::make_unique<FilterRepr>(rtyper, id);
    if (s.iterator == IteratorKind::file_lines) return std::make_unique<FileLinesRepr>(rtyper, id);
    return make_reversed(rtyper, id, rtyper.annotated()[s.items[0]].kind);
}

Value make_lazy_iterator(HighLevelOp& hop, Repr& r, const std::vector<TypedValue>& operands) {
    if (r.kind() != SKind::iterator) return hop.unsupported("this iterator", r.lowleveltype());
    return static_cast<LazyIteratorRepr&>(r).make_lazy(hop, operands);
}

}  // namespace sapwood
