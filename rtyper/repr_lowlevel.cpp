#include "rtyper/repr_lowlevel.h"

#include "flowgraph/leaf.h"
#include "rtyper/repr_factories.h"
#include "rtyper/rtyper.h"

namespace sapwood {

namespace {

LLTypeId read_type(LLTypeId stored) {
    return stored == kInt8 || stored == kInt32 ? kSigned : stored;
}

// Pointers, and constants of function pointers, which have no value.
class PtrRepr final : public Repr {
  public:
    using Repr::Repr;
    bool is_function() const {
        return s().constant.valid() && rtyper.constants()[s().constant].kind == ConstantKind::function;
    }
    LLTypeId lowleveltype() override { return is_function() ? kVoid : s().lltype; }
    bool is_gc_pointer() override { return !is_function() && rtyper.types().is_gc_pointer(s().lltype); }
    std::string type_name() override { return rtyper.types().text(s().lltype); }

    std::optional<ConstantId> convert_const(ConstantId host) override {
        const Constant constant = rtyper.constants()[host];
        if (constant.kind == ConstantKind::none) return zero();
        if (constant.type.valid()) return host;
        if (constant.kind == ConstantKind::str) return prebuilt_str(rtyper, constant.text);
        return std::nullopt;
    }
    std::optional<Value> convert_to(LLOps& ops, Value v, Repr& to) override {
        if (to.lowleveltype() == lowleveltype()) return v;
        if (is_gc_pointer() && to.is_gc_pointer()) return ops.cast(v, to.lowleveltype());
        return std::nullopt;
    }
    std::optional<Value> convert_from(LLOps& ops, Value v, Repr& from) override {
        if (from.lowleveltype() == lowleveltype()) return v;
        if (is_gc_pointer() && from.is_gc_pointer()) return ops.cast(v, lowleveltype());
        return std::nullopt;
    }
    bool is_str() { return lowleveltype() == str_repr(rtyper).lowleveltype(); }
    Value ll_is_none(LLOps& ops, Value v) override {
        return is_function() ? ops.bool_(false) : ops.op(Op::ptr_iszero, {v}, kBool);
    }
    Value ll_str(LLOps& ops, Value v) override { return is_str() ? v : Repr::ll_str(ops, v); }
    Value ll_repr(LLOps& ops, Value v) override {
        return is_str() ? str_repr(rtyper).ll_repr(ops, v) : Repr::ll_repr(ops, v);
    }

    Value rtype_getattr(HighLevelOp& hop) override {
        std::string field = hop.constant_str(1).value_or("");
        Value p = hop.input(0);
        LLTypeId structure = rtyper.types().target(s().lltype);
        auto index = rtyper.types().field_index(structure, field);
        if (!index)
            return hop.unsupported(fmt::format("field {} of {}", field, type_name()),
                                   hop.r_result().lowleveltype());
        if (is_inlined(hop.s_result())) return name_inlined(hop, {p, hop.field(field)});
        LLTypeId type = read_type(rtyper.types()[structure].fields[*index].type);
        return adapt(hop, hop.op(Op::getfield, {p, hop.field(field)}, type), hop.r_result());
    }
    Value rtype_setattr(HighLevelOp& hop) override {
        std::string field = hop.constant_str(1).value_or("");
        Value p = hop.input(0);
        LLTypeId structure = rtyper.types().target(s().lltype);
        auto index = rtyper.types().field_index(structure, field);
        if (!index) return hop.unsupported(fmt::format("field {} of {}", field, type_name()));
        LLTypeId type = rtyper.types()[structure].fields[*index].type;
        hop.setfield(p, field, stored(hop, 2, type));
        return hop.void_();
    }
    Value rtype_getitem(HighLevelOp& hop) override {
        LLTypeId item = item_type();
        Value p = hop.input(0), i = hop.input(1, rtyper.int_repr());
        if (is_inlined(hop.s_result())) return name_inlined(hop, {p, i});
        return adapt(hop, hop.op(Op::getarrayitem, {p, i}, read_type(item)), hop.r_result());
    }
    Value rtype_setitem(HighLevelOp& hop) override {
        Value p = hop.input(0), i = hop.input(1, rtyper.int_repr());
        Value v = stored(hop, 2, item_type());
        hop.op(Op::setarrayitem, {p, i, v}, kVoid);
        return hop.void_();
    }
    Value rtype_len(HighLevelOp& hop) override { return hop.op(Op::getarraysize, {hop.input(0)}, kSigned); }

    Value rtype_call(HighLevelOp& hop) override {
        if (!is_function()) return Repr::rtype_call(hop);
        ConstantId function = s().constant;
        const LLType type = rtyper.types()[rtyper.types().target(s().lltype)];
        std::vector<Value> args;
        for (uint32_t i = 1; i < hop.arg_count(); i++) {
            if (i > type.args.size()) break;
            args.push_back(stored(hop, i, type.args[i - 1]));
        }
        return adapt(hop, hop.call_function(function, std::move(args)), hop.r_result());
    }

  private:
    bool is_inlined(const Annotation& result) const {
        if (result.kind != SKind::ptr || !result.lltype.valid()) return false;
        LLKind kind = rtyper.types()[result.lltype].kind;
        return kind == LLKind::Struct || kind == LLKind::Array;
    }
    static Value name_inlined(HighLevelOp& hop, std::vector<Value> path) {
        hop.rtyper.inlined_paths[{hop.host_graph, hop.host_result}] = std::move(path);
        return hop.void_();
    }
    LLTypeId item_type() {
        TypeTable& types = rtyper.types();
        LLTypeId target = types.target(s().lltype);
        if (types[target].kind == LLKind::Array) return types[target].item;
        auto inlined = types.inlined_array(target);
        CHECK(inlined, "{} has no items", type_name());
        return types[*inlined].item;
    }
    // Operand i as a value of the type of a place.
    Value stored(HighLevelOp& hop, uint32_t i, LLTypeId type) {
        Repr& to = rtyper.repr(rtyper.lowlevel_annotation(type));
        if (hop.r_arg(i).lowleveltype() == read_type(type)) return hop.input(i);
        return hop.input(i, to);
    }
    static Value adapt(HighLevelOp& hop, Value v, Repr& to) {
        LLTypeId type = hop.type_of(v), wanted = to.lowleveltype();
        if (type == wanted || wanted == kVoid) return v;
        if (hop.rtyper.types().is_gc_pointer(type) && to.is_gc_pointer()) return hop.cast(v, wanted);
        return hop.convert(v, hop.rtyper.repr(hop.rtyper.lowlevel_annotation(type)), to);
    }
};

// A struct or array inlined in another: a pointer and a path from there (RTyper::inlined_paths).
class InlinedRepr final : public Repr {
  public:
    using Repr::Repr;
    LLTypeId lowleveltype() override { return kVoid; }
    std::optional<ConstantId> convert_const(ConstantId) override { return std::nullopt; }

    static std::vector<Value> path(HighLevelOp& hop, uint32_t i) {
        if (!hop.host_args[i].is_variable()) return {};
        return hop.rtyper.inlined_paths[{hop.host_graph, hop.host_args[i].variable()}];
    }
    // Reads what lies at the end of a path, or names it, if that is inlined, too.
    static Value read(HighLevelOp& hop, std::vector<Value> path) {
        if (dynamic_cast<InlinedRepr*>(&hop.r_result())) {
            hop.rtyper.inlined_paths[{hop.host_graph, hop.host_result}] = std::move(path);
            return hop.void_();
        }
        return hop.op(Op::getinterior, std::move(path), hop.r_result().lowleveltype());
    }
    Value rtype_getattr(HighLevelOp& hop) override {
        std::vector<Value> at = path(hop, 0);
        at.push_back(hop.field(hop.constant_str(1).value_or("")));
        return read(hop, std::move(at));
    }
    Value rtype_getitem(HighLevelOp& hop) override {
        std::vector<Value> at = path(hop, 0);
        at.push_back(hop.input(1, rtyper.int_repr()));
        return read(hop, std::move(at));
    }
    Value rtype_setattr(HighLevelOp& hop) override {
        const LLType type = rtyper.types()[s().lltype];
        std::string field = hop.constant_str(1).value_or("");
        auto index = rtyper.types().field_index(s().lltype, field);
        if (!index) return hop.unsupported("field " + field);
        std::vector<Value> at = path(hop, 0);
        at.push_back(hop.field(field));
        at.push_back(stored(hop, type.fields[*index].type));
        return hop.op(Op::setinterior, std::move(at), kVoid);
    }
    Value rtype_setitem(HighLevelOp& hop) override {
        LLTypeId item = rtyper.types()[s().lltype].item;
        std::vector<Value> at = path(hop, 0);
        at.push_back(hop.input(1, rtyper.int_repr()));
        at.push_back(stored(hop, item));
        return hop.op(Op::setinterior, std::move(at), kVoid);
    }
    Value rtype_len(HighLevelOp& hop) override {
        return hop.op(Op::getarraysize, {path(hop, 0).at(0)}, kSigned);
    }

  private:
    Value stored(HighLevelOp& hop, LLTypeId type) {
        if (hop.r_arg(2).lowleveltype() == read_type(type)) return hop.input(2);
        return hop.input(2, rtyper.repr(rtyper.lowlevel_annotation(type)));
    }
};

// Unsigned, Char, UniChar, Number.
class PrimitiveRepr final : public Repr {
  public:
    using Repr::Repr;
    LLTypeId lowleveltype() override { return s().lltype; }
    std::string type_name() override { return rtyper.types().text(s().lltype); }

    std::optional<ConstantId> convert_const(ConstantId host) override {
        Constant constant = rtyper.constants()[host];
        if (s().lltype == kNumber) {
            if (constant.kind == ConstantKind::none) return rtyper.number_none();
            constant.type = kNumber;
            return rtyper.constants().intern(std::move(constant));
        }
        if (constant.kind == ConstantKind::str) {
            Annotation character{.kind = SKind::str};
            character.is_char = true;
            return rtyper.repr(std::move(character)).convert_const(host);
        }
        return rtyper.constants().ll_int(constant.integer, s().lltype);
    }
    std::optional<Value> convert_to(LLOps& ops, Value v, Repr& to) override {
        if (to.lowleveltype() == lowleveltype()) return v;
        if (s().lltype == kNumber) return as_number().convert_to(ops, v, to);
        if (s().lltype == kUniChar && to.kind() == SKind::str) return ops.convert(v, character(), to);
        if (to.kind() == SKind::integer) {
            if (s().lltype == kChar) return ops.op(Op::cast_char_to_int, {v}, kSigned);
            if (s().lltype == kUniChar) return ops.op(Op::cast_unichar_to_int, {v}, kSigned);
            if (s().lltype == kUnsigned) return ops.op(Op::cast_uint_to_int, {v}, kSigned);
        }
        return std::nullopt;
    }
    std::optional<Value> convert_from(LLOps& ops, Value v, Repr& from) override {
        if (from.lowleveltype() == lowleveltype()) return v;
        if (s().lltype == kNumber) return as_number().convert_from(ops, v, from);
        return std::nullopt;
    }
    Value ll_eq(LLOps& ops, Value a, Value b) override {
        if (s().lltype == kChar) return ops.op(Op::char_eq, {a, b}, kBool);
        if (s().lltype == kUniChar) return ops.op(Op::unichar_eq, {a, b}, kBool);
        if (s().lltype == kUnsigned) return ops.op(Op::uint_eq, {a, b}, kBool);
        return as_number().ll_eq(ops, a, b);
    }
    Value ll_is_none(LLOps& ops, Value v) override {
        return s().lltype == kNumber ? as_number().ll_is_none(ops, v) : ops.bool_(false);
    }

  private:
    Repr& as_number() {
        Annotation any{.kind = SKind::number};
        any.tags = 15;
        return rtyper.repr(std::move(any));
    }
    Repr& character() {
        Annotation one{.kind = SKind::str};
        one.is_char = true;
        return rtyper.repr(std::move(one));
    }
};

class TypeRepr final : public Repr {
  public:
    using Repr::Repr;
    LLTypeId lowleveltype() override { return kVoid; }
    std::optional<ConstantId> convert_const(ConstantId) override { return rtyper.constants().void_(); }
};

// The type that operand i names.
std::optional<LLTypeId> type_operand(HighLevelOp& hop, uint32_t i) {
    auto id = hop.constant(i);
    if (!id) return std::nullopt;
    const Constant& constant = hop.rtyper.constants()[*id];
    if (constant.kind == ConstantKind::type) return constant.lltype_value;
    if (constant.kind != ConstantKind::object) return std::nullopt;
    const HostObject& object = hop.rtyper.world.object(constant.object);
    if (object.kind != HostKind::lltype) return std::nullopt;
    return object.lltype;
}

LLTypeId pointer_or_ref(RTyper& rt, LLTypeId type) {
    const LLKind kind = rt.types()[type].kind;
    return kind == LLKind::Struct || kind == LLKind::Array || kind == LLKind::Func
               ? rt.types().pointer_to(type)
               : type;
}

Value leaf_operation(std::string_view leaf, uint32_t first, HighLevelOp& hop) {
    const LeafInfo* info = leaf_by_name(leaf);
    if (!info) return hop.unsupported(fmt::format("leaf routine {}", leaf));
    std::vector<Value> args;
    for (uint32_t i = first; i < hop.arg_count(); i++) {
        auto kind = info->parameter(i - first);
        Repr* as = &hop.r_arg(i);
        if (kind == LeafKind::Signed) as = &hop.rtyper.int_repr();
        if (kind == LeafKind::Float) as = &hop.rtyper.float_repr();
        if (kind == LeafKind::Bool) as = &hop.rtyper.bool_repr();
        if (kind == LeafKind::Char) as = &hop.rtyper.repr(hop.rtyper.lowlevel_annotation(kChar));
        if (kind == LeafKind::UniChar) as = &hop.rtyper.repr(hop.rtyper.lowlevel_annotation(kUniChar));
        if ((kind == LeafKind::Text) && as->kind() == SKind::str) as = &str_repr(hop.rtyper);
        args.push_back(hop.input(i, *as));
    }
    LLTypeId result = kVoid;
    switch (info->result) {
        case LeafKind::Signed: result = kSigned; break;
        case LeafKind::Unsigned: result = kUnsigned; break;
        case LeafKind::Float: result = kFloat; break;
        case LeafKind::Bool: result = kBool; break;
        case LeafKind::Char: result = kChar; break;
        case LeafKind::UniChar: result = kUniChar; break;
        case LeafKind::Void:
        case LeafKind::Text:
        case LeafKind::Buffer:
        case LeafKind::Ints:
        case LeafKind::Floats: break;
    }
    return hop.call_leaf(leaf, std::move(args), result);
}

// The kinds of operands in an operation's signature: "ptr Signed -> any".
std::vector<std::string> operand_kinds(std::string_view signature) {
    std::vector<std::string> kinds;
    std::string_view operands = signature.substr(0, signature.find("->"));
    size_t at = 0;
    while (at < operands.size()) {
        size_t end = operands.find(' ', at);
        if (end == std::string_view::npos) end = operands.size();
        if (end > at) kinds.emplace_back(operands.substr(at, end - at));
        at = end + 1;
    }
    return kinds;
}

Value table_operation(Op op, HighLevelOp& hop) {
    RTyper& rt = hop.rtyper;
    const OpInfo& info = op_info(op);
    std::vector<std::string> kinds = operand_kinds(info.signature);
    std::vector<Value> args;
    for (uint32_t i = 1; i < hop.arg_count(); i++) {
        if (dynamic_cast<InlinedRepr*>(&hop.r_arg(i))) {  // an inlined array: operations take what it is in
            args.push_back(InlinedRepr::path(hop, i).at(0));
            continue;
        }
        std::string kind = i - 1 < kinds.size() ? kinds[i - 1] : kinds.empty() ? "any" : kinds.back();
        if (kind == "any*" || kind == "any" || kind == "T") {
            // Field names of paths are constants of type str.
            auto text = hop.constant_str(i);
            bool path = op == Op::getinterior || op == Op::setinterior;
            bool last = op == Op::setinterior && i + 1 == hop.arg_count();
            if (path && text && !last) {
                args.push_back(hop.field(*text));
                continue;
            }
            args.push_back(hop.input(i));
            continue;
        }
        if (kind == "field")
            args.push_back(hop.field(hop.constant_str(i).value_or("")));
        else if (kind == "type")
            args.push_back(hop.type(type_operand(hop, i).value_or(kVoid)));
        else if (kind == "Signed")
            args.push_back(hop.input(i, rt.int_repr()));
        else if (kind == "Float")
            args.push_back(hop.input(i, rt.float_repr()));
        else if (kind == "Bool")
            args.push_back(hop.input(i, rt.bool_repr()));
        else if (kind == "Char")
            args.push_back(hop.input(i, rt.repr(rt.lowlevel_annotation(kChar))));
        else if (kind == "UniChar")
            args.push_back(hop.input(i, rt.repr(rt.lowlevel_annotation(kUniChar))));
        else if (kind == "Unsigned")
            args.push_back(hop.input(i, rt.repr(rt.lowlevel_annotation(kUnsigned))));
        else if (kind == "Number")
            args.push_back(hop.input(i, rt.repr(rt.lowlevel_annotation(kNumber))));
        else
            args.push_back(hop.input(i));
    }
    return hop.op(op, std::move(args), hop.r_result().lowleveltype());
}

}  // namespace

Value rtype_ll_operation(std::string_view name, HighLevelOp& hop) {
    RTyper& rt = hop.rtyper;
    LLTypeId result = hop.r_result().lowleveltype();
    if (name == "null") return hop.null(pointer_or_ref(rt, type_operand(hop, 1).value_or(kGcRef)));
    if (name == "empty") {
        auto type = type_operand(hop, 1);
        if (!type) return hop.unsupported("ll.empty of what is no type", result);
        return empty_array(rt, *type);
    }
    if (name == "static") {
        auto type = type_operand(hop, 1);
        auto label = hop.constant_str(2);
        if (!type || !label)
            return hop.unsupported("ll.static of what is no type, or without a name", result);
        return rt.static_struct(*type, *label);
    }
    if (name == "target_type" || name == "field_type") return hop.void_();
    if (name == "cast_pointer") {
        LLTypeId to = pointer_or_ref(rt, type_operand(hop, 1).value_or(kGcRef));
        return hop.cast(hop.input(2), to);
    }
    if (name == "str_ptr") return hop.input(1, str_repr(rt));
    if (name == "ptr_str") return hop.convert(hop.input(1), str_repr(rt), hop.r_result());
    if (name == "bytes_ptr" || name == "ptr_bytes") return hop.input(1);
    if (name == "leaf" || name == "leaf_call")
        return leaf_operation(hop.constant_str(1).value_or(""), 2, hop);
    if (name.starts_with("leaf_")) return leaf_operation(name.substr(5), 1, hop);
    auto op = op_by_name(name);
    if (!op) return hop.unsupported(fmt::format("low-level operation {}", name), result);
    return table_operation(*op, hop);
}

std::unique_ptr<Repr> make_lowlevel_repr(RTyper& rtyper, AnnotationId annotation) {
    switch (rtyper.annotated()[annotation].kind) {
        case SKind::ptr: {
            LLKind kind = rtyper.types()[rtyper.annotated()[annotation].lltype].kind;
            if (kind == LLKind::Struct || kind == LLKind::Array)
                return std::make_unique<InlinedRepr>(rtyper, annotation);
            return std::make_unique<PtrRepr>(rtyper, annotation);
        }
        case SKind::ll_primitive: return std::make_unique<PrimitiveRepr>(rtyper, annotation);
        default: return std::make_unique<TypeRepr>(rtyper, annotation);
    }
}

}  // namespace sapwood
