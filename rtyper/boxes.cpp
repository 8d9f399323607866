// See boxes.h.
#include "rtyper/boxes.h"

#include "rtyper/class_tests.h"
#include "rtyper/classes.h"
#include "rtyper/containers.h"
#include "rtyper/repr_factories.h"
#include "rtyper/repr_number.h"

namespace sapwood {

namespace {

// Numbers of layouts (lowlevel/exceptions.py knows the first); those from kOther on are indexes into
// RTyper::box_layouts_.
enum Layout : int64_t { kNone, kInt, kBool_, kStr, kFloat_, kInstance, kOther };

uint8_t bit(NumberTag tag) {
    return static_cast<uint8_t>(1 << static_cast<int>(tag));
}

Repr& number_repr(RTyper& rt, NumberTag tag) {
    switch (tag) {
        case NumberTag::None: return rt.none_repr();
        case NumberTag::Bool: return rt.bool_repr();
        case NumberTag::Int: return rt.int_repr();
        case NumberTag::Float: return rt.float_repr();
    }
    return rt.none_repr();
}

constexpr NumberTag kTags[] = {NumberTag::None, NumberTag::Bool, NumberTag::Int, NumberTag::Float};

Value as_root(LLOps& ops, Value box) {
    return ops.cast(box, ops.rtyper.types().pointer_to(ops.rtyper.box_struct()));
}

Value layout_of(LLOps& ops, Value box) {
    return ops.getfield(as_root(ops, box), "layout");
}

// The value, which is laid out as one of r.
Value value_of(LLOps& ops, Value box, Repr& r) {
    TypeTable& types = ops.rtyper.types();
    Value typed = ops.cast(box, types.pointer_to(ops.rtyper.box_type(r.storage_type())));
    return ops.from_storage(ops.getfield(typed, "value"), r);
}

void expect(LLOps& ops, Value condition) {
    ops.raise_if(ops.not_(condition), "RuntimeError",
                 "an argument of this exception is of another type than those of its class");
}

Value has_layout(LLOps& ops, Value box, int64_t layout) {
    return ops.op(Op::int_eq, {layout_of(ops, box), ops.int_(layout)}, kBool);
}

// A number of the tags of r_number.
Value unbox_number(LLOps& ops, Value box, Repr& r_number) {
    RTyper& rt = ops.rtyper;
    Value result = rt.number_none();
    Value known = ops.bool_(false);
    for (NumberTag tag : kTags) {
        if (!(r_number.s().tags & bit(tag))) continue;
        Repr& r = number_repr(rt, tag);
        Value mine = has_layout(ops, box, rt.box_layout(r)), before = result;
        result = ops.if_else(
            mine, kNumber,
            [&] {
                Value v = r.kind() == SKind::none ? ops.void_() : value_of(ops, box, r);
                return ops.convert(v, r, r_number);
            },
            [&] { return before; });
        known = ops.select(mine, ops.bool_(true), known, kBool);
    }
    expect(ops, known);
    return result;
}

Value unbox_instance(LLOps& ops, Value box, Repr& r) {
    ClassLayouts& classes = ops.rtyper.classes();
    expect(ops, has_layout(ops, box, kInstance));
    Value v = value_of(ops, box, r);
    expect(ops, classes.is_subclass(ops, classes.typeptr(ops, v), {&classes.info(r.s().classdef)}));
    return v;
}

class BoxedRepr final : public Repr {
  public:
    using Repr::Repr;
    LLTypeId lowleveltype() override { return kGcRef; }
    bool is_gc_pointer() override { return true; }
    std::string type_name() override { return "object"; }

    std::optional<ConstantId> convert_const(ConstantId host) override { return rtyper.static_box(host); }
    std::optional<Value> convert_from(LLOps& ops, Value v, Repr& from) override {
        return rtyper.box(ops, v, from);
    }
    std::optional<Value> convert_to(LLOps& ops, Value v, Repr& to) override { return unbox(ops, v, to); }

    Value ll_str(LLOps& ops, Value v) override { return ops.call_function(rtyper.box_printer(false), {v}); }
    Value ll_repr(LLOps& ops, Value v) override { return ops.call_function(rtyper.box_printer(true), {v}); }
    Value ll_is_none(LLOps& ops, Value v) override { return has_layout(ops, v, kNone); }
    Value ll_eq(LLOps& ops, Value, Value) override { return refuse(ops, "comparison", kBool); }
    Value ll_lt(LLOps& ops, Value, Value) override { return refuse(ops, "order", kBool); }
    Value ll_hash(LLOps& ops, Value) override { return refuse(ops, "hash", kSigned); }
    Value ll_bool(LLOps& ops, Value) override { return refuse(ops, "truth", kBool); }
    Value rtype_compare(HighLevelOp& hop) override { return compare(hop, 0, 1); }
    Value rtype_compare_right(HighLevelOp& hop) override { return compare(hop, 1, 0); }

  private:
    Value refuse(LLOps& ops, const std::string& what, LLTypeId type) {
        return ops.unsupported(what + " of an exception's argument, which has several types,", type);
    }
    Value compare(HighLevelOp& hop, uint32_t boxed, uint32_t other) {
        if (hop.op_ != Op::eq && hop.op_ != Op::ne) return refuse(hop, "order", kBool);
        Value equal = boxed_equals(hop, hop.input(boxed), hop.r_arg(other), hop.input(other));
        return hop.op_ == Op::eq ? equal : hop.not_(equal);
    }
};

}  // namespace

std::unique_ptr<Repr> make_boxed_repr(RTyper& rtyper, AnnotationId annotation) {
    return std::make_unique<BoxedRepr>(rtyper, annotation);
}

// ---- making boxes

LLTypeId RTyper::box_struct() {
    if (!box_.valid()) {
        LLTypeId printer =
            types().pointer_to(types().function({kGcRef}, types().pointer_to(str_struct(*this))));
        box_ = types().new_struct("box", true);
        types().define_struct(
            box_, {{"str", printer}, {"repr", printer}, {"integer", kSigned}, {"layout", kSigned}});
    }
    return box_;
}

int64_t RTyper::box_layout(Repr& r) {
    switch (r.kind()) {
        case SKind::none: return kNone;
        case SKind::integer: return kInt;
        case SKind::boolean: return kBool_;
        case SKind::str: return kStr;
        case SKind::floating: return kFloat_;
        case SKind::instance: return kInstance;
        default: break;
    }
    size_t i = 0;
    while (i < box_layouts_.size() && !same_layout(*box_layouts_[i], r)) i++;
    if (i == box_layouts_.size()) box_layouts_.push_back(&r);
    return kOther + static_cast<int64_t>(i);
}

Value RTyper::box(LLOps& ops, Value v, Repr& r) {
    if (r.kind() == SKind::boxed) return v;
    if (r.kind() == SKind::str && !r.is_gc_pointer())
        return box(ops, ops.convert(v, r, str_repr(*this)), str_repr(*this));
    if (r.kind() == SKind::number) {
        Value tag = ops.op(Op::number_tag, {v}, kSigned);
        Value result = ops.null(kGcRef);
        for (NumberTag each : kTags) {
            if (!(r.s().tags & bit(each))) continue;
            Value before = result;
            result = ops.if_else(
                ops.op(Op::int_eq, {tag, ops.int_(static_cast<int64_t>(each))}, kBool), kGcRef,
                [&] {
                    Repr& one = number_repr(*this, each);
                    return box(ops, ops.convert(v, r, one), one);
                },
                [&] { return before; });
        }
        return result;
    }
    if (r.nullable()) {
        return ops.if_else(
            r.ll_is_none(ops, v), kGcRef, [&] { return box(ops, ops.void_(), none_repr()); },
            [&] {
                Repr& some = without_none(r);
                return box(ops, ops.convert(v, r, some), some);
            });
    }
    BoxKind& kind = box_kind(r);
    Value box = ops.malloc(kind.type);
    Value root = ops.cast(box, types().pointer_to(box_struct()));
    ops.setfield(root, "str", kind.str);
    ops.setfield(root, "repr", kind.repr);
    ops.setfield(root, "layout", ops.int_(box_layout(r)));
    if (r.kind() == SKind::integer) ops.setfield(root, "integer", v);
    if (r.kind() == SKind::boolean) ops.setfield(root, "integer", ops.op(Op::cast_bool_to_int, {v}, kSigned));
    if (r.lowleveltype() != kVoid) ops.setfield(box, "value", ops.to_storage(v, r));
    return ops.cast(root, kGcRef);
}

// What the module level gave to an exception that it made.
ConstantId RTyper::static_box(ConstantId host) {
    const Constant constant = constants()[host];
    AnnotationId annotation = annotation_of_constant(host);
    if (constant.kind == ConstantKind::object) {
        auto known = annotated().prebuilt.find(constant.object);
        if (known != annotated().prebuilt.end()) annotation = known->second;
    }
    Annotation s = annotated()[annotation];
    s.constant = {};
    s.is_char = s.nonnegative = s.nullable = false;
    Repr& r = repr(std::move(s));
    BoxKind kind = box_kind(r);
    std::optional<ConstantId> value = convert_constant(host, r, {});
    bool numeric = constant.kind == ConstantKind::integer || constant.kind == ConstantKind::boolean;
    ConstantId root = reserve_prebuilt("box", box_struct(), true);
    fill_prebuilt(root, {kind.str, kind.repr, constants().ll_int(numeric ? constant.integer : 0),
                         constants().ll_int(box_layout(r))});
    ConstantId stored =
        value && r.lowleveltype() != kVoid ? storage_constant(*value, r) : zero(r.storage_type());
    ConstantId made = add_prebuilt("box", kind.type, {root, stored});
    return constants().pointer(constants()[made].prebuilt, kGcRef);
}

RTyper::BoxKind& RTyper::box_kind(Repr& r) {
    auto found = boxes_.find(&r);
    if (found != boxes_.end()) return found->second;
    BoxKind made;
    made.type = box_type(r.storage_type());
    for (bool as_repr : {false, true}) {
        GraphInProgress printer =
            begin_graph(fmt::format("{}_box_{}", as_repr ? "repr" : "str", name_hint(r)), {kGcRef},
                        types().pointer_to(str_struct(*this)));
        LLOps& ops = printer.ops;
        Value value = ops.getfield(ops.cast(printer.parameters[0], types().pointer_to(made.type)), "value");
        Value text = ops.call_function(as_repr ? repr_function(r) : str_function(r), {value});
        finish_graph(printer, text);
        (as_repr ? made.repr : made.str) = function_constant(printer.graph);
        add_open_target(as_repr ? "box_repr" : "box_str", as_repr ? made.repr : made.str);
    }
    return boxes_[&r] = made;
}

LLTypeId RTyper::box_type(LLTypeId storage) {
    LLTypeId& type = box_types_[storage];
    if (!type.valid()) {
        type = types().new_struct("box_" + types().text(storage), true);
        types().define_struct(type, {{"super", box_struct()}, {"value", storage}});
    }
    return type;
}

ConstantId RTyper::box_printer(bool as_repr) {
    ConstantId& known = box_printers_[as_repr];
    if (known.valid()) return known;
    LLTypeId str = types().pointer_to(str_struct(*this));
    auto made = begin_graph(as_repr ? "box_repr" : "box_str", {kGcRef}, str);
    known = function_constant(made.graph);
    LLOps& ops = made.ops;
    Value box = ops.cast(made.parameters[0], types().pointer_to(box_struct()));
    Value code = ops.getfield(box, as_repr ? "repr" : "str");
    finish_graph(made,
                 ops.op(Op::indirect_call,
                        {code, open_targets(as_repr ? "box_repr" : "box_str"), made.parameters[0]}, str));
    return known;
}

// ---- reading boxes

Value unbox(LLOps& ops, Value box, Repr& r) {
    switch (r.kind()) {
        case SKind::boxed: return box;
        case SKind::impossible: return r.zero();
        case SKind::number: return unbox_number(ops, box, r);
        case SKind::none: expect(ops, has_layout(ops, box, kNone)); return ops.void_();
        default: break;
    }
    if (r.nullable())
        return ops.if_else(
            has_layout(ops, box, kNone), r.lowleveltype(), [&] { return Value(r.zero()); },
            [&] {
                Repr& some = ops.rtyper.without_none(r);
                return ops.convert(unbox(ops, box, some), some, r);
            });
    if (r.kind() == SKind::instance) return unbox_instance(ops, box, r);
    if (r.kind() == SKind::str && !r.is_gc_pointer())
        return ops.convert(unbox(ops, box, str_repr(ops.rtyper)), str_repr(ops.rtyper), r);
    expect(ops, has_layout(ops, box, ops.rtyper.box_layout(r)));
    return r.lowleveltype() == kVoid ? ops.void_() : value_of(ops, box, r);
}

Value boxed_is_instance(HighLevelOp& hop, Value box, const std::vector<ObjectId>& classes) {
    RTyper& rt = hop.rtyper;
    Value result = hop.bool_(false);
    auto either = [&](Value condition) {
        result =
            result == hop.bool_(false) ? condition : hop.select(result, hop.bool_(true), condition, kBool);
    };
    std::vector<ObjectId> others;
    for (ObjectId class_ : classes) {
        const HostObject& host = rt.world.object(class_);
        bool exception = rt.world.is_subclass(class_, rt.world.builtin_class("BaseException"));
        if (!host.builtin_class || exception) {
            others.push_back(class_);
        } else if (host.name == "object") {
            return hop.bool_(true);
        } else if (host.name == "int" || host.name == "bool") {
            either(has_layout(hop, box, kBool_));
            if (host.name == "int") either(has_layout(hop, box, kInt));
        } else if (host.name == "str" || host.name == "float" || host.name == "NoneType") {
            either(has_layout(hop, box, host.name == "str" ? kStr : host.name == "float" ? kFloat_ : kNone));
        } else {
            return hop.unsupported("isinstance() of an exception's argument and `" + host.name + "`", kBool);
        }
    }
    if (others.empty()) return result;
    either(hop.if_else(
        has_layout(hop, box, kInstance), kBool,
        [&] {
            Annotation s{.kind = SKind::instance};
            s.classdef = rt.classes().infos_of(others[0]).at(0)->classdef;
            return is_instance_of(hop, value_of(hop, box, rt.repr(std::move(s))), others);
        },
        [&] { return hop.bool_(false); }));
    return result;
}

Value boxed_equals(LLOps& ops, Value box, Repr& r, Value v) {
    RTyper& rt = ops.rtyper;
    auto no = [&] { return ops.bool_(false); };
    if (r.kind() == SKind::none) return has_layout(ops, box, kNone);
    if (r.kind() == SKind::str) {
        if (r.nullable())
            return ops.if_else(
                r.ll_is_none(ops, v), kBool, [&] { return has_layout(ops, box, kNone); },
                [&] {
                    Repr& some = rt.without_none(r);
                    return boxed_equals(ops, box, some, ops.convert(v, r, some));
                });
        Repr& text = str_repr(rt);
        return ops.if_else(
            has_layout(ops, box, kStr), kBool,
            [&] { return text.ll_eq(ops, value_of(ops, box, text), ops.convert(v, r, text)); }, no);
    }
    if (number_tags(r.s())) {
        Annotation s{.kind = SKind::number};
        s.tags = 15;
        Repr& number = rt.repr(std::move(s));
        Value given = ops.convert(v, r, number);
        Value result = ops.bool_(false);
        for (NumberTag tag : kTags) {
            Repr& one = number_repr(rt, tag);
            Value before = result;
            result = ops.if_else(
                has_layout(ops, box, rt.box_layout(one)), kBool,
                [&] {
                    Value mine = one.kind() == SKind::none ? ops.void_() : value_of(ops, box, one);
                    return number.ll_eq(ops, ops.convert(mine, one, number), given);
                },
                [&] { return before; });
        }
        return result;
    }
    return ops.unsupported("comparison of an exception's argument, which has several types,", kBool);
}

}  // namespace sapwood
