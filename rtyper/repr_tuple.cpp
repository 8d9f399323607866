#include "rtyper/repr_tuple.h"
#include "rtyper/equality.h"

#include "rtyper/repr_factories.h"
#include "rtyper/repr_list.h"
#include "rtyper/repr_tuple_of.h"
#include "rtyper/rtyper.h"

namespace sapwood {

namespace {

std::string struct_name(RTyper& rt, const std::vector<Repr*>& items) {
    if (items.empty()) return "tuple_empty";
    std::string name = "tuple";
    for (Repr* item : items) {
        std::string type = item->is_gc_pointer() ? "GcRef" : rt.types().text(item->lowleveltype());
        for (char& c : type) {
            if (!isalnum(static_cast<unsigned char>(c))) c = '_';
        }
        name += "_" + type;
    }
    return name;
}

}  // namespace

TupleRepr::TupleRepr(RTyper& rtyper, AnnotationId annotation) : Repr(rtyper, annotation) {}

void TupleRepr::setup() {
    for (AnnotationId item : std::vector<AnnotationId>(s().items)) items_.push_back(&rtyper.repr(item));
}

// One struct per tuple of storage types: GC pointers are erased.
LLTypeId TupleRepr::lowleveltype() {
    if (!struct_.valid()) {
        std::string name = struct_name(rtyper, items_);
        if (auto known = rtyper.types().find_struct(name)) {
            struct_ = *known;
        } else {
            struct_ = rtyper.types().new_struct(name, true);
            std::vector<LLField> fields;
            for (size_t i = 0; i < items_.size(); i++)
                fields.push_back({fmt::format("item{}", i), items_[i]->storage_type()});
            rtyper.types().define_struct(struct_, std::move(fields), true);
        }
    }
    return rtyper.types().pointer_to(struct_);
}

bool TupleRepr::homogeneous() {
    for (Repr* item : items_) {
        if (item != items_[0]) return false;
    }
    return !items_.empty();
}

Value TupleRepr::get(LLOps& ops, Value v, uint32_t i) {
    lowleveltype();
    return ops.from_storage(ops.getfield(v, fmt::format("item{}", i)), *items_[i]);
}

Value TupleRepr::make(LLOps& ops, const std::vector<Value>& values) {
    lowleveltype();
    CHECK(values.size() == items_.size(), "{} values for a tuple of {}", values.size(), items_.size());
    Value made = ops.malloc(struct_);
    for (size_t i = 0; i < values.size(); i++)
        ops.setfield(made, fmt::format("item{}", i), ops.to_storage(values[i], *items_[i]));
    return made;
}

std::optional<ConstantId> TupleRepr::convert_const(ConstantId host) {
    const Constant constant = rtyper.constants()[host];
    if (constant.kind == ConstantKind::none) return zero();
    CHECK(constant.kind == ConstantKind::object, "no tuple constant");
    lowleveltype();
    auto key = std::pair(constant.object, rtyper.types().pointer_to(struct_));
    auto found = rtyper.prebuilt_objects.find(key);
    if (found != rtyper.prebuilt_objects.end()) return found->second;
    const HostObject object = rtyper.world.object(constant.object);
    if (object.kind != HostKind::tuple || object.items.size() != items_.size()) return std::nullopt;
    ConstantId made = rtyper.reserve_prebuilt("tuple", struct_);
    rtyper.prebuilt_objects[key] = made;
    std::vector<ConstantId> values;
    for (size_t i = 0; i < items_.size(); i++) {
        auto item = rtyper.convert_constant(object.items[i], *items_[i], object.location);
        if (!item) return std::nullopt;
        values.push_back(rtyper.storage_constant(*item, *items_[i]));
    }
    rtyper.fill_prebuilt(made, std::move(values));
    return made;
}

std::optional<Value> TupleRepr::convert_to(LLOps& ops, Value v, Repr& to) {
    auto* other = dynamic_cast<TupleRepr*>(&to);
    auto* longer = dynamic_cast<TupleOfRepr*>(&to);
    if (!longer && (!other || other->size() != size())) return std::nullopt;
    if (other && other->items_ == items_) return v;
    auto convert = [&] {
        if (longer) return longer->from_tuple(ops, v, *this);
        std::vector<Value> values;
        for (uint32_t i = 0; i < size(); i++)
            values.push_back(ops.convert(get(ops, v, i), item(i), other->item(i)));
        return other->make(ops, values);
    };
    if (!nullable()) return convert();
    return ops.if_else(
        ll_is_none(ops, v), to.lowleveltype(), [&] { return ops.null(to.lowleveltype()); }, convert);
}

// ---- generic code

Value TupleRepr::ll_eq(LLOps& ops, Value a, Value b) {
    auto items = [&] {
        Value result = ops.bool_(true);
        for (uint32_t i = 0; i < size(); i++) {
            auto equal = [&] { return item(i).ll_eq(ops, get(ops, a, i), get(ops, b, i)); };
            result = result == ops.bool_(true)
                         ? equal()
                         : ops.if_else(result, kBool, equal, [&] { return ops.bool_(false); });
        }
        return result;
    };
    if (!nullable()) return items();
    return ops.if_else(
        ll_is_none(ops, a), kBool, [&] { return ll_is_none(ops, b); },
        [&] {
            return ops.if_else(
                ll_is_none(ops, b), kBool, [&] { return ops.bool_(false); }, items);
        });
}

// The first items that differ decide.
Value TupleRepr::ll_lt(LLOps& ops, Value a, Value b) {
    std::function<Value(uint32_t)> from = [&](uint32_t i) -> Value {
        if (i == size()) return ops.bool_(false);
        Value x = get(ops, a, i), y = get(ops, b, i);
        if (i + 1 == size()) return item(i).ll_lt(ops, x, y);
        Value equal = item(i).ll_eq(ops, x, y);
        return ops.if_else(
            equal, kBool, [&] { return from(i + 1); }, [&] { return item(i).ll_lt(ops, x, y); });
    };
    return from(0);
}

// As CPython: xxHash with 64-bit lanes.
Value TupleRepr::ll_hash(LLOps& ops, Value v) {
    return hash_or_none(ops, v, *this, [&] {
        Value acc = ops.int_(static_cast<int64_t>(2870177450012600261u));
        for (uint32_t i = 0; i < size(); i++) {
            Value lane = item(i).ll_hash(ops, get(ops, v, i));
            acc = ops.call_helper("hashes.ll_tuple_step", {acc, lane});
        }
        return ops.call_helper("hashes.ll_tuple_end", {acc, ops.int_(size())});
    });
}

Value TupleRepr::ll_repr(LLOps& ops, Value v) {
    LLTypeId type = str_repr(rtyper).lowleveltype();
    auto items = [&] {
        Value text = ops.str("(");
        for (uint32_t i = 0; i < size(); i++) {
            if (i > 0) text = ops.call_helper("strings.ll_concat", {text, ops.str(", ")});
            text = ops.call_helper("strings.ll_concat", {text, item(i).ll_repr(ops, get(ops, v, i))});
        }
        return ops.call_helper("strings.ll_concat", {text, ops.str(size() == 1 ? ",)" : ")")});
    };
    if (!nullable()) return items();
    return ops.if_else(
        ll_is_none(ops, v), type, [&] { return ops.str("None"); }, items);
}

Value TupleRepr::ll_bool(LLOps& ops, Value v) {
    if (size() == 0) return ops.bool_(false);
    return ops.not_(ll_is_none(ops, v));
}

// ---- operations

Value TupleRepr::check(LLOps& ops, Value v, std::string_view what) {
    if (nullable()) ops.raise_if(ll_is_none(ops, v), "TypeError", what);
    return v;
}

Value TupleRepr::rtype_binary_right(HighLevelOp& hop) {
    return hop.plain_op() == Op::mul ? repeat_tuple(hop, 1, 0) : Value{};
}

Value TupleRepr::rtype_binary(HighLevelOp& hop) {
    auto* result = dynamic_cast<TupleRepr*>(&hop.r_result());
    Op op = hop.plain_op();
    if (hop.r_result().kind() == SKind::tuple_of)
        return op == Op::mul ? repeat_tuple(hop, 0, 1) : op == Op::add ? add_tuples(hop) : Value{};
    auto* right = dynamic_cast<TupleRepr*>(&hop.r_arg(1));
    if (!result || !(op == Op::mul || (op == Op::add && right))) return {};
    std::vector<TypedValue> values;
    Value a = check(hop, hop.input(0),
                    fmt::format("unsupported operand type(s) for {}: 'NoneType' and '{}'",
                                op == Op::add ? "+" : "*", hop.r_arg(1).type_name()));
    auto take = [&](TupleRepr& r, Value v) {
        for (uint32_t i = 0; i < r.size(); i++) values.push_back({r.get(hop, v, i), &r.item(i)});
    };
    if (op == Op::add) {
        take(*this, a);
        Value b = hop.input(1);
        take(*right, right->check(hop, b, "can only concatenate tuple (not \"NoneType\") to tuple"));
    } else {
        int64_t count = hop.constant_int(1).value_or(0);
        for (int64_t i = 0; i < count; i++) take(*this, a);
    }
    if (values.size() != result->size()) return {};
    std::vector<Value> converted;
    for (uint32_t i = 0; i < result->size(); i++)
        converted.push_back(hop.convert(values[i].value, *values[i].repr, result->item(i)));
    return result->make(hop, converted);
}

Value TupleRepr::rtype_compare(HighLevelOp& hop) {
    auto* right = dynamic_cast<TupleRepr*>(&hop.r_arg(1));
    if (!right) return compare_tuples(hop);
    if (hop.op_ == Op::eq || hop.op_ == Op::ne) return {};  // the default: item by item
    return compare_order(hop, *right);
}

// Tuples of any lengths: the first items that differ decide, then the lengths.
Value TupleRepr::compare_order(HighLevelOp& hop, TupleRepr& right) {
    Value a = check(hop, hop.input(0), "'<' not supported between instances of 'NoneType' and 'tuple'");
    Value b = right.check(hop, hop.input(1), "'<' not supported between instances of 'tuple' and 'NoneType'");
    bool swap = hop.op_ == Op::gt || hop.op_ == Op::le;    // a > b is b < a; a <= b is not b < a
    bool negate = hop.op_ == Op::ge || hop.op_ == Op::le;  // a >= b is not a < b
    TupleRepr &x = swap ? right : *this, &y = swap ? *this : right;
    Value v = swap ? b : a, w = swap ? a : b;
    std::function<Value(uint32_t)> from = [&](uint32_t i) -> Value {
        if (i == x.size() || i == y.size()) return hop.bool_(x.size() < y.size());
        Repr* common = rtyper.common_repr(x.item(i), y.item(i));
        if (!common) return hop.unsupported("ordering of these tuples", kBool);
        Value p = hop.convert(x.get(hop, v, i), x.item(i), *common);
        Value q = hop.convert(y.get(hop, w, i), y.item(i), *common);
        if (i + 1 == x.size() && i + 1 == y.size()) {
            if (!negate) return common->ll_lt(hop, p, q);
            // not (p < q) where neither may hold (nan) is not q <= p; ordering decides only where they
            // differ.
        }
        return hop.if_else(
            common->ll_eq(hop, p, q), kBool, [&] { return from(i + 1); },
            [&] { return common->ll_lt(hop, p, q); });
    };
    Value less = from(0);
    return negate ? hop.not_(less) : less;
}

Value TupleRepr::rtype_len(HighLevelOp& hop) {
    check(hop, hop.input(0), "object of type 'NoneType' has no len()");
    return hop.result(hop.int_(size()), rtyper.int_repr());
}

Value TupleRepr::rtype_contains(HighLevelOp& hop) {
    Value v = check(hop, hop.input(0), "argument of type 'NoneType' is not iterable");
    Value result = hop.bool_(false);
    for (uint32_t i = 0; i < size(); i++) {
        auto equal = [&] { return ll_equal(hop, item(i), get(hop, v, i), hop.r_arg(1), hop.input(1)); };
        result = result == hop.bool_(false) ? equal()
                                            : hop.if_else(
                                                  result, kBool, [&] { return hop.bool_(true); }, equal);
    }
    return result;
}

Value TupleRepr::rtype_getitem(HighLevelOp& hop) {
    Value v = check(hop, hop.input(0), "'NoneType' object is not subscriptable");
    if (auto index = hop.constant_int(1)) {
        int64_t i = *index < 0 ? *index + size() : *index;
        if (i < 0 || i >= size()) {
            hop.raise_if(hop.bool_(true), "IndexError", "tuple index out of range");
            return hop.r_result().zero();
        }
        return hop.convert(get(hop, v, static_cast<uint32_t>(i)), item(static_cast<uint32_t>(i)),
                           hop.r_result());
    }
    // A computed index: one of the items, which have one type.
    Value index = hop.input(1, rtyper.int_repr());
    Value from_end = hop.op(Op::int_lt, {index, hop.int_(0)}, kBool);
    index = hop.select(from_end, hop.op(Op::int_add, {index, hop.int_(size())}, kSigned), index, kSigned);
    Value bad = hop.if_else(
        hop.op(Op::int_lt, {index, hop.int_(0)}, kBool), kBool, [&] { return hop.bool_(true); },
        [&] {
            return hop.op(Op::int_ge, {index, hop.int_(size())}, kBool);
        });
    hop.raise_if(bad, "IndexError", "tuple index out of range");
    return at_index(hop, v, index, hop.r_result());
}

Value TupleRepr::at_index(LLOps& ops, Value v, Value index, Repr& to) {
    std::function<Value(uint32_t)> from = [&](uint32_t i) -> Value {
        auto value = [&] { return ops.convert(get(ops, v, i), item(i), to); };
        if (i + 1 >= size()) return size() ? value() : Value(to.zero());
        return ops.if_else(ops.op(Op::int_eq, {index, ops.int_(i)}, kBool), to.lowleveltype(), value,
                           [&] { return from(i + 1); });
    };
    return from(0);
}

Value TupleRepr::rtype_getslice(HighLevelOp& hop) {
    if (hop.r_result().kind() == SKind::tuple_of) return slice_tuple(hop);
    auto* result = dynamic_cast<TupleRepr*>(&hop.r_result());
    Value v = check(hop, hop.input(0), "'NoneType' object is not subscriptable");
    int64_t n = size(), step = hop.is_none(3) ? 1 : hop.constant_int(3).value_or(0);
    if (!result || step == 0) return hop.unsupported("this slice of a tuple", hop.r_result().lowleveltype());
    auto bound = [&](uint32_t operand, int64_t absent) -> std::optional<int64_t> {
        if (hop.is_none(operand)) return absent;
        auto given = hop.constant_int(operand);
        if (!given) return std::nullopt;
        int64_t i = *given < 0 ? *given + n : *given;
        int64_t low = step > 0 ? 0 : -1, high = step > 0 ? n : n - 1;
        return std::min(std::max(i, low), high);
    };
    auto start = bound(1, step > 0 ? 0 : n - 1), stop = bound(2, step > 0 ? n : -1);
    if (!start || !stop)
        return hop.unsupported("a slice of a tuple with computed bounds", result->lowleveltype());
    std::vector<Value> values;
    for (int64_t i = *start; step > 0 ? i < *stop : i > *stop; i += step) {
        if (values.size() == result->size()) break;
        uint32_t at = static_cast<uint32_t>(i);
        values.push_back(
            hop.convert(get(hop, v, at), item(at), result->item(static_cast<uint32_t>(values.size()))));
    }
    return result->make(hop, values);
}

Value TupleRepr::rtype_unpack_check(HighLevelOp& hop) {
    check(hop, hop.input(0), "cannot unpack non-iterable NoneType object");
    int64_t wanted = hop.constant_int(1).value_or(size());
    if (size() > wanted)
        hop.raise_if(hop.bool_(true), "ValueError",
                     fmt::format("too many values to unpack (expected {})", wanted));
    if (size() < wanted)
        hop.raise_if(hop.bool_(true), "ValueError",
                     fmt::format("not enough values to unpack (expected {}, got {})", wanted, size()));
    return hop.void_();
}

Value TupleRepr::rtype_unpack_item(HighLevelOp& hop) {
    int64_t i = hop.constant_int(1).value_or(0);
    if (i < 0) i += size();
    if (i < 0 || i >= size()) return hop.r_result().zero();
    uint32_t at = static_cast<uint32_t>(i);
    return hop.convert(get(hop, hop.input(0), at), item(at), hop.r_result());
}

Value TupleRepr::rtype_unpack_rest(HighLevelOp& hop) {
    Value v = check(hop, hop.input(0), "cannot unpack non-iterable NoneType object");
    auto& list = static_cast<ListRepr&>(hop.r_result());
    std::vector<Value> rest;
    int64_t end = size() - hop.constant_int(2).value_or(0);
    for (int64_t i = hop.constant_int(1).value_or(0); i < end; i++) {
        uint32_t at = static_cast<uint32_t>(i);
        rest.push_back(hop.convert(get(hop, v, at), item(at), list.item()));
    }
    return list.make(hop, rest);
}

Value TupleRepr::rtype_new(HighLevelOp& hop) {
    std::vector<Value> values;
    for (uint32_t i = 0; i < size(); i++) values.push_back(hop.input(i, item(i)));
    return make(hop, values);
}

Value TupleRepr::rtype_method(const std::string& name, HighLevelOp& hop) {
    Value v = check(hop, hop.input(0), fmt::format("'NoneType' object has no attribute '{}'", name));
    if (name == "count") {
        Value count = hop.int_(0);
        for (uint32_t i = 0; i < size(); i++) {
            Value equal = ll_equal(hop, item(i), get(hop, v, i), hop.r_arg(1), hop.input(1));
            count = hop.op(Op::int_add, {count, hop.op(Op::cast_bool_to_int, {equal}, kSigned)}, kSigned);
        }
        return hop.result(count, rtyper.int_repr());
    }
    if (name == "index") {
        std::function<Value(uint32_t)> from = [&](uint32_t i) -> Value {
            if (i == size()) {
                hop.raise_if(hop.bool_(true), "ValueError", "tuple.index(x): x not in tuple");
                return hop.int_(0);
            }
            Value equal = ll_equal(hop, item(i), get(hop, v, i), hop.r_arg(1), hop.input(1));
            return hop.if_else(
                equal, kSigned, [&] { return hop.int_(i); }, [&] { return from(i + 1); });
        };
        return hop.result(from(0), rtyper.int_repr());
    }
    return Repr::rtype_method(name, hop);
}

Value TupleRepr::rtype_iter(HighLevelOp& hop) {
    return rtype_iter_tuple(hop);
}

std::unique_ptr<Repr> make_tuple_repr(RTyper& rtyper, AnnotationId annotation) {
    return std::make_unique<TupleRepr>(rtyper, annotation);
}

}  // namespace sapwood
