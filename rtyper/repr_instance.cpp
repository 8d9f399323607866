// Instances of user classes and exceptions.
#include <algorithm>

#include "rtyper/callables.h"
#include "rtyper/classes.h"
#include "rtyper/containers.h"
#include "rtyper/exceptions.h"
#include "rtyper/generators.h"
#include "rtyper/repr_factories.h"

namespace sapwood {

namespace {

class InstanceRepr final : public Repr {
  public:
    using Repr::Repr;
    ClassInfo& info() const { return rtyper.classes().info(s().classdef); }
    LLTypeId lowleveltype() override { return rtyper.classes().pointer(info()); }
    bool is_gc_pointer() override { return true; }
    std::string type_name() override { return info().name; }

    std::optional<ConstantId> convert_const(ConstantId host) override {
        const Constant constant = rtyper.constants()[host];
        if (constant.kind == ConstantKind::none) return zero();
        AnnotationId known = rtyper.annotation_of_constant(host);
        const Annotation own = rtyper.annotated()[known];
        if (own.kind != SKind::instance) return std::nullopt;
        return rtyper.classes().prebuilt_instance(constant.object, rtyper.classes().info(own.classdef),
                                                  lowleveltype());
    }
    std::optional<Value> convert_to(LLOps& ops, Value v, Repr& to) override {
        if (to.kind() == SKind::instance) return ops.cast(v, to.lowleveltype());
        // An instance with __next__ is its own iterator.
        if (to.kind() == SKind::iterator && to.s().iterator == IteratorKind::instance)
            return ops.convert(v, *this, rtyper.repr(AnnotationId(to.s().items[0])));
        return std::nullopt;
    }

    // ---- generic code: by special methods where the program has them
    std::optional<Value> special(LLOps& ops, Value v, const std::string& name,
                                 const std::vector<TypedValue>& args, Repr& to) {
        auto result = rtyper.call_method(ops, {v, &rtyper.without_none(*this)}, name, args);
        if (!result) return std::nullopt;
        return ops.convert(result->value, *result->repr, to);
    }
    // self.name(other) as a bool; otherwise: where it answers NotImplemented.
    template <class F>
    std::optional<Value> comparison(LLOps& ops, Value self, Value other, const std::string& name,
                                    F&& otherwise) {
        std::optional<CallSite> site = rtyper.method_site(info(), name, 1);
        if (!site) return std::nullopt;
        TypedValue answer =
            *rtyper.call_method(ops, {self, &rtyper.without_none(*this)}, name, {{other, this}});
        if (!rtyper.declines(*site)) return answer.repr->ll_bool(ops, answer.value);
        if (answer.repr->kind() == SKind::none) return otherwise();
        return ops.if_else(answer.repr->ll_is_none(ops, answer.value), kBool, otherwise,
                           [&] { return answer.repr->ll_bool(ops, answer.value); });
    }
    Value none_or(LLOps& ops, Value v, Value for_none, LLTypeId type,
                  const std::function<Value()>& otherwise) {
        if (!nullable()) return otherwise();
        return ops.if_else(
            ll_is_none(ops, v), type, [&] { return for_none; }, otherwise);
    }
    Value ll_eq(LLOps& ops, Value a, Value b) override {
        if (!rtyper.method_site(info(), "__eq__", 1)) return ops.op(Op::ptr_eq, {a, b}, kBool);
        // In containers, what is identical is equal.
        return ops.if_else(
            ops.op(Op::ptr_eq, {a, b}, kBool), kBool, [&] { return ops.bool_(true); },
            [&] {
                return none_or(ops, a, ops.bool_(false), kBool, [&] {
                    return *comparison(ops, a, b, "__eq__", [&] {
                        return none_or(ops, b, ops.bool_(false), kBool, [&] {
                            return *comparison(ops, b, a, "__eq__", [&] { return ops.bool_(false); });
                        });
                    });
                });
            });
    }
    Value ll_lt(LLOps& ops, Value a, Value b) override {
        auto neither = [&]() -> Value {
            auto name = [&](Value v) { return ops.getfield(rtyper.classes().typeptr(ops, v), "name"); };
            ops.call_helper("instances.ll_not_ordered", {ops.str("<"), name(a), name(b)});
            return ops.bool_(false);
        };
        auto reflected = [&] { return comparison(ops, b, a, "__gt__", neither); };
        if (auto v = comparison(ops, a, b, "__lt__", [&] { return reflected().value_or(neither()); }))
            return *v;
        if (auto v = reflected()) return *v;
        return Repr::ll_lt(ops, a, b);
    }
    Value ll_hash(LLOps& ops, Value v) override {
        return hash_or_none(ops, v, *this, [&] {
            if (auto h = special(ops, v, "__hash__", {}, rtyper.int_repr())) return *h;
            return ops.call_helper("hashes.ll_of_address", {ops.op(Op::cast_ptr_to_int, {v}, kSigned)});
        });
    }
    Value ll_str(LLOps& ops, Value v) override { return text(ops, v, "str"); }
    Value ll_repr(LLOps& ops, Value v) override { return text(ops, v, "repr"); }
    Value ll_bool(LLOps& ops, Value v) override {
        return none_or(ops, v, ops.bool_(false), kBool, [&] {
            if (auto b = special(ops, v, "__bool__", {}, rtyper.bool_repr())) return *b;
            if (auto n = special(ops, v, "__len__", {}, rtyper.int_repr()))
                return ops.op(Op::cast_int_to_bool, {*n}, kBool);
            return ops.bool_(true);
        });
    }

    Value rtype_getattr(HighLevelOp&) override;
    Value rtype_setattr(HighLevelOp&) override;
    Value rtype_delattr(HighLevelOp&) override;
    Value rtype_method(const std::string& name, HighLevelOp&) override;
    Value rtype_call(HighLevelOp& hop) override { return by_method(hop, "__call__", 1); }
    Value rtype_bool(HighLevelOp& hop) override {
        if (hop.call_site("__bool__") || hop.call_site("__len__")) {
            return none_or(hop, hop.input(0), hop.bool_(false), kBool, [&] {
                bool is_bool = hop.call_site("__bool__");
                TypedValue v = method_result(hop, is_bool ? "__bool__" : "__len__", 1);
                return v.repr->ll_bool(hop, v.value);
            });
        }
        return ll_bool(hop, hop.input(0));
    }
    Value rtype_len(HighLevelOp& hop) override { return by_method(hop, "__len__", 1); }
    Value rtype_contains(HighLevelOp& hop) override {
        if (!hop.call_site("__contains__")) {
            auto iteration = iterate(hop, hop.input(0), *this);
            return iteration ? iteration->repr->contains(hop, iteration->iterator) : hop.bool_(false);
        }
        TypedValue v = method_result(hop, "__contains__", 1);
        return v.repr->ll_bool(hop, v.value);
    }
    Value rtype_getitem(HighLevelOp& hop) override { return by_method(hop, "__getitem__", 1); }
    Value rtype_setitem(HighLevelOp& hop) override { return by_method(hop, "__setitem__", 1); }
    Value rtype_delitem(HighLevelOp& hop) override { return by_method(hop, "__delitem__", 1); }
    Value rtype_getslice(HighLevelOp& hop) override { return by_method(hop, "__sapwood_getslice__", 1); }
    Value rtype_setslice(HighLevelOp& hop) override { return by_method(hop, "__sapwood_setslice__", 1); }
    Value rtype_delslice(HighLevelOp& hop) override { return by_method(hop, "__sapwood_delslice__", 1); }
    Value rtype_iter(HighLevelOp& hop) override {
        check_iterable(hop, hop.input(0), *this);
        if (!hop.call_site("__iter__")) return rtype_iter_instance(hop);
        return by_method(hop, "__iter__", 1);
    }
    Value rtype_next(HighLevelOp& hop) override { return by_method(hop, "__next__", 1); }
    Value rtype_format(HighLevelOp& hop) override {
        if (!hop.call_site("__format__")) return Repr::rtype_format(hop);
        if (nullable() && hop.arg_count() > 1 && hop.constant_str(1) != "")
            hop.raise_if(ll_is_none(hop, hop.input(0)), "TypeError",
                         "unsupported format string passed to NoneType.__format__");
        return none_or(hop, hop.input(0), hop.str("None"), hop.r_result().lowleveltype(),
                       [&] { return by_method(hop, "__format__", 1); });
    }

  private:
    void raise_missing(HighLevelOp& hop, Value missing, Value v, const std::string& name);
    // Class methods, of which the class of v says which.
    std::optional<Value> class_method(HighLevelOp& hop, Value v, CallableRepr& to) {
        ClassLayouts& classes = rtyper.classes();
        Callables& callables = rtyper.callables();
        Value result = hop.null(to.lowleveltype());
        auto class_of = [&](DescId id) {
            return rtyper.constants()[callables.desc(id).self_constant].object;
        };
        std::vector<DescId> descs = to.s().descs;
        for (DescId id : descs)
            if (!callables.desc(id).self_constant.valid()) return std::nullopt;
        // A subclass comes after its bases, and then stands.
        auto depth = [&](DescId id) { return rtyper.world.object(class_of(id)).mro.size(); };
        std::ranges::stable_sort(descs, {}, depth);
        for (DescId id : descs) {
            std::vector<ClassInfo*> infos = classes.infos_of(class_of(id));
            if (infos.empty()) return std::nullopt;
            Value before = result;
            result = hop.if_else(
                classes.is_subclass(hop, classes.typeptr(hop, v), infos), to.lowleveltype(),
                [&] { return hop.convert(hop.void_(), callables.single(id), to); }, [&] { return before; });
        }
        return result;
    }
    // Raises where v is None.
    Value not_none(LLOps& ops, Value v, const std::string& attribute) {
        if (nullable())
            ops.raise_if(ll_is_none(ops, v), "AttributeError",
                         fmt::format("'NoneType' object has no attribute '{}'", attribute));
        return v;
    }
    TypedValue method_result(HighLevelOp& hop, const std::string& name, uint32_t first) {
        const CallSite* site = hop.call_site(name);
        if (!site) {
            hop.unsupported(fmt::format("`{}` of a `{}`", name, type_name()));
            return {hop.r_result().zero(), &hop.r_result()};
        }
        const CallSite copy = *site;
        CallOperands operands;
        for (uint32_t i = first; i < hop.arg_count(); i++)
            operands.set(i + hop.operand_offset(), {hop.input(i), &hop.r_arg(i)});
        if (hop.star) operands.star = hop.positional_count() - 1 + hop.operand_offset();
        if (!hop.keywords.empty()) operands.keywords = hop.positional_count() + hop.operand_offset();
        Value self = hop.input(0);
        if (nullable() && name == "__call__")
            hop.raise_if(ll_is_none(hop, self), "TypeError", "'NoneType' object is not callable");
        return rtyper.callables().call(hop, copy, {self, this}, operands);
    }
    Value by_method(HighLevelOp& hop, const std::string& name, uint32_t first) {
        TypedValue v = method_result(hop, name, first);
        return hop.convert(v.value, *v.repr, hop.r_result());
    }
    Value text(LLOps& ops, Value v, const std::string& kind) {
        LLTypeId type = rtyper.types().pointer_to(str_struct(rtyper));
        return none_or(ops, v, ops.str("None"), type, [&] { return text_of_some(ops, v, kind); });
    }
    // __str__ and __repr__ through a slot per class, as classes differ in which they define.
    Value text_of_some(LLOps& ops, Value v, const std::string& kind) {
        ClassLayouts& classes = rtyper.classes();
        ClassInfo* root = &info();
        while (root->base) root = root->base;
        LLTypeId str = rtyper.types().pointer_to(str_struct(rtyper));
        LLTypeId function = rtyper.types().pointer_to(rtyper.types().function({classes.pointer(*root)}, str));
        std::string slot = "text_" + kind;
        classes.add_slot(*root, {slot, function, [this, root, kind](ClassInfo& c) {
                                     return text_function(rtyper, *root, c, kind);
                                 }});
        std::vector<GraphId> graphs;
        ConstantId only;
        for (ClassInfo* c : classes.with_subclasses(info())) {
            only = text_function(rtyper, *root, *c, kind);
            graphs.push_back(rtyper.constants()[only].graph);
        }
        std::sort(graphs.begin(), graphs.end());
        graphs.erase(std::unique(graphs.begin(), graphs.end()), graphs.end());
        Value receiver = ops.cast(v, classes.pointer(*root));
        // Built-in exceptions may get subclasses later.
        bool open = rtyper.world.object(info().class_).builtin_class;
        if (graphs.size() == 1 && !open) return ops.call_function(only, {receiver});
        Value code = classes.read_slot(ops, receiver, *root, slot);
        return ops.op(Op::indirect_call, {code, rtyper.open_targets(text_key(*root, kind)), receiver}, str);
    }
    static std::string text_key(ClassInfo& root, const std::string& kind) {
        return fmt::format("text_{}_{}", kind, root.classdef.index);
    }
    ConstantId class_level(ConstantId value) const;
    static ConstantId text_function(RTyper& rt, ClassInfo& root, ClassInfo& c, const std::string& kind);
};

// What a constant of a class is when read through an instance: static methods unwrapped.
ConstantId InstanceRepr::class_level(ConstantId value) const {
    const Constant constant = rtyper.constants()[value];
    if (constant.kind != ConstantKind::object) return value;
    const HostObject& host = rtyper.world.object(constant.object);
    return host.kind == HostKind::staticmethod ? host.items.at(0) : value;
}

// The class that defines the method, if the program does.
std::optional<ObjectId> user_definition(RTyper& rt, ClassInfo& c, const std::string& name) {
    auto value = rt.classes().class_value(c, name);
    if (!value || !value->value.valid() || !value->defined_in.valid()) return std::nullopt;
    if (rt.world.object(value->defined_in).builtin_class) return std::nullopt;
    return rt.constants()[value->value].object;
}

ConstantId InstanceRepr::text_function(RTyper& rt, ClassInfo& root, ClassInfo& c, const std::string& kind) {
    std::string method;
    std::optional<ObjectId> function;
    if (kind == "str") function = user_definition(rt, c, method = "__str__");
    bool exception = rt.classes().is_exception(c);
    if (!function && !(kind == "str" && exception)) function = user_definition(rt, c, method = "__repr__");
    std::optional<CallSite> site;
    if (function) site = rt.method_site(c, method, 0);
    std::optional<CallTarget> target;
    if (site) target = rt.callables().target_for(*site, c, method);
    std::optional<std::string> generator = generator_name(rt, c);
    auto key = std::pair(target ? target->graph : GraphId(), generator ? &c : &root);
    std::map<std::pair<GraphId, ClassInfo*>, ConstantId>& known = rt.text_functions[kind];
    if (auto found = known.find(key); found != known.end()) return found->second;

    LLTypeId str = rt.types().pointer_to(str_struct(rt));
    auto made = rt.begin_graph((target ? c.name : "object") + "_" + kind, {rt.classes().pointer(root)}, str);
    ConstantId constant = known[key] = rt.function_constant(made.graph);
    LLOps& ops = made.ops;
    Value self = made.parameters[0], result;
    if (target) {
        TypedValue v = rt.callables().call_target(ops, *target, ops.cast(self, rt.classes().pointer(c)), {});
        result = ops.convert(v.value, *v.repr, str_repr(rt));
    } else if (exception) {
        result = exception_text(ops, self, kind);
    } else if (generator) {
        result = ops.call_helper("instances.ll_at_address", {ops.str("<generator object " + *generator),
                                                             ops.op(Op::cast_ptr_to_int, {self}, kSigned)});
    } else {
        Value name = ops.getfield(rt.classes().typeptr(ops, self), "qualname");
        result = ops.call_helper("instances.ll_default_repr",
                                 {name, ops.op(Op::cast_ptr_to_int, {self}, kSigned)});
    }
    rt.finish_graph(made, result);
    rt.add_open_target(text_key(root, kind), constant);
    return constant;
}

// The message names the class that v has at run time.
void InstanceRepr::raise_missing(HighLevelOp& hop, Value missing, Value v, const std::string& name) {
    if (rtyper.static_handler(hop, "AttributeError")) {  // nobody looks at it
        hop.raise_if(missing, "AttributeError", "");
        return;
    }
    BlockId cold = hop.new_block("raise"), next = hop.new_block("");
    hop.end_branch(missing, cold, next);
    hop.go_on_in(cold);
    Value class_name = hop.getfield(rtyper.classes().typeptr(hop, v), "name");
    hop.call_helper("instances.ll_no_attribute", {class_name, hop.str(name)});
    hop.end_jump(next, {});
    hop.go_on_in(next);
}

Value InstanceRepr::rtype_getattr(HighLevelOp& hop) {
    std::string name = hop.constant_str(1).value_or("");
    ClassLayouts& classes = rtyper.classes();
    Value v = not_none(hop, hop.input(0), name);
    if (const CallSite* site = hop.call_site("get")) {
        const CallSite copy = *site;
        TypedValue result =
            rtyper.callables().call_virtual(hop, copy, {v, &rtyper.without_none(*this)}, name, {});
        return hop.convert(result.value, *result.repr, hop.r_result());
    }
    if (hop.call_site("__getattr__")) return by_method(hop, "__getattr__", 1);
    ClassInfo* owner = nullptr;
    if (const FieldInfo* found = classes.field(info(), name, &owner)) {
        const FieldInfo field = *found;
        if (!field.flag.empty() && user_definition(rtyper, info(), "__getattr__"))
            return hop.unsupported(
                fmt::format("attribute `{}`, which may be missing where class `{}` has `__getattr__`,", name,
                            info().name),
                hop.r_result().lowleveltype());
        Value at = hop.cast(v, classes.pointer(*owner));
        auto read = [&] {
            Value value = field.repr->lowleveltype() == kVoid ? hop.void_() : hop.getfield(at, field.name);
            return hop.convert(value, *field.repr, hop.r_result());
        };
        if (field.class_variable)
            return hop.if_else(hop.getfield(at, field.flag), hop.r_result().lowleveltype(), read,
                               [&] { return class_variable(hop, v, info(), name); });
        if (!field.flag.empty()) raise_missing(hop, hop.not_(hop.getfield(at, field.flag)), v, name);
        return read();
    }
    if (classes.is_exception(info())) {
        if (auto value = exception_getattr(hop, info(), v, name)) return *value;
    }
    if (hop.s_result().kind == SKind::builtin_method) return hop.cast(v, hop.r_result().lowleveltype());
    // Variables of classes: of the class that has it, by the class of v.
    if (classes.has_class_variable(info(), name)) return class_variable(hop, v, info(), name);
    if (auto* callable = dynamic_cast<CallableRepr*>(&hop.r_result())) {
        bool bound = false;
        for (DescId id : callable->s().descs) {
            const Desc& d = rtyper.callables().desc(id);
            bound |= d.kind == DescKind::bound_method && d.self.valid();
        }
        if (bound || callable->lowleveltype() == kVoid) return bind_method(hop, {v, this}, *callable);
        if (auto method = class_method(hop, v, *callable)) return *method;
    }
    if (hop.r_result().lowleveltype() == kVoid) return hop.void_();
    // Read only: in the vtable, unless it is the same for all.
    owner = classes.attribute_owner(info(), name);
    if (!owner) owner = &info();
    Repr& r = hop.r_result();
    ConstantId common;
    bool same = true;
    for (ClassInfo* c : classes.with_subclasses(info())) {
        auto value = classes.class_value(*c, name);
        if (!value || !value->value.valid()) continue;
        if (common.valid() && common != value->value) same = false;
        common = value->value;
    }
    if (!common.valid())
        return hop.unsupported(fmt::format("attribute `{}` of `{}`", name, info().name), r.lowleveltype());
    if (same) return rtyper.convert_constant(class_level(common), r, hop.location).value_or(r.zero());
    std::string slot = fmt::format("{}_{}", name, r.annotation.index);
    Location location = hop.location;
    classes.add_slot(
        *owner,
        {slot, r.lowleveltype(), [this, name, &r, location](ClassInfo& c) {
             auto value = rtyper.classes().class_value(c, name);
             if (!value || !value->value.valid()) return r.zero();
             return rtyper.convert_constant(class_level(value->value), r, location).value_or(r.zero());
         }});
    return classes.read_slot(hop, v, *owner, slot);
}

Value InstanceRepr::rtype_setattr(HighLevelOp& hop) {
    std::string name = hop.constant_str(1).value_or("");
    ClassLayouts& classes = rtyper.classes();
    Value v = not_none(hop, hop.input(0), name);
    if (const CallSite* site = hop.call_site("set")) {
        const CallSite copy = *site;
        CallOperands operands;
        operands.set(1, {hop.input(2), &hop.r_arg(2)});
        rtyper.callables().call_virtual(hop, copy, {v, &rtyper.without_none(*this)}, name, operands);
        return hop.void_();
    }
    if (hop.call_site("__setattr__")) {
        method_result(hop, "__setattr__", 1);
        return hop.void_();
    }
    ClassInfo* owner = nullptr;
    if (const FieldInfo* found = classes.field(info(), name, &owner)) {
        const FieldInfo field = *found;
        Value at = hop.cast(v, classes.pointer(*owner));
        Value value = hop.input(2, *field.repr);
        hop.setfield(at, field.name, value);
        if (!field.flag.empty()) hop.setfield(at, field.flag, hop.bool_(true));
        return hop.void_();
    }
    if (classes.is_exception(info()) && exception_setattr(hop, v, name)) return hop.void_();
    return Repr::rtype_setattr(hop);
}

Value InstanceRepr::rtype_delattr(HighLevelOp& hop) {
    std::string name = hop.constant_str(1).value_or("");
    ClassInfo* owner = nullptr;
    Value v = not_none(hop, hop.input(0), name);
    if (const CallSite* site = hop.call_site("delete")) {
        const CallSite copy = *site;
        rtyper.callables().call_virtual(hop, copy, {v, &rtyper.without_none(*this)}, name, {});
        return hop.void_();
    }
    const FieldInfo* field = rtyper.classes().field(info(), name, &owner);
    if (!field || field->flag.empty()) return Repr::rtype_delattr(hop);
    std::string flag = field->flag;
    Value at = hop.cast(v, rtyper.classes().pointer(*owner));
    raise_missing(hop, hop.not_(hop.getfield(at, flag)), v, name);
    hop.setfield(at, flag, hop.bool_(false));
    return hop.void_();
}

// Methods of object and BaseException.
Value InstanceRepr::rtype_method(const std::string& name, HighLevelOp& hop) {
    Value v = hop.input(0);
    if (name == "__init__") {
        if (rtyper.classes().is_exception(info())) {
            CallOperands operands;
            for (uint32_t i = 1; i < hop.positional_count(); i++)
                operands.set(i, {hop.input(i), &hop.r_arg(i)});
            if (hop.star) operands.star = hop.positional_count() - 1;
            set_exception_args(hop, info(), v, operands.positional(hop));
        }
        return hop.r_result().zero();
    }
    bool exception = rtyper.classes().is_exception(info());
    if (name == "__str__" && exception) return hop.result(exception_text(hop, v, "str"), str_repr(rtyper));
    if (name == "__repr__" && exception) return hop.result(exception_text(hop, v, "repr"), str_repr(rtyper));
    if (name == "__str__" && rtyper.method_site(info(), "__repr__", 0))
        return hop.result(ll_repr(hop, v), str_repr(rtyper));
    if (name == "__str__" || name == "__repr__") {
        Value class_name = hop.getfield(rtyper.classes().typeptr(hop, v), "qualname");
        Value address = hop.op(Op::cast_ptr_to_int, {v}, kSigned);
        return hop.result(hop.call_helper("instances.ll_default_repr", {class_name, address}),
                          str_repr(rtyper));
    }
    if (name == "__hash__")
        return hop.result(
            hop.call_helper("hashes.ll_of_address", {hop.op(Op::cast_ptr_to_int, {v}, kSigned)}),
            rtyper.int_repr());
    if (name == "__eq__" && hop.arg_count() == 2 && rtyper.types().is_gc_pointer(hop.r_arg(1).lowleveltype()))
        return hop.result(hop.op(Op::ptr_eq, {hop.cast(v, kGcRef), hop.cast(hop.input(1), kGcRef)}, kBool),
                          rtyper.bool_repr());
    if (name == "add_note") {
        Value base = hop.cast(v, rtyper.exception_type());
        hop.call_helper("exceptions.ll_add_note", {base, hop.input(1, str_repr(rtyper)),
                                                   hop.type(rtyper.types().array_of(kGcRef, true))});
        return hop.r_result().zero();
    }
    if (name == "with_traceback") return hop.convert(v, *this, hop.r_result());
    return Repr::rtype_method(name, hop);
}

}  // namespace

std::unique_ptr<Repr> make_instance_repr(RTyper& rtyper, AnnotationId annotation) {
    return std::make_unique<InstanceRepr>(rtyper, annotation);
}

// A variable of a class read through an instance v of c.
Value class_variable(HighLevelOp& hop, Value v, ClassInfo& c, const std::string& name) {
    RTyper& rt = hop.rtyper;
    ClassLayouts& classes = rt.classes();
    std::string message = fmt::format("'{}' object has no attribute '{}'", c.name, name);
    auto owners_of = [&](ClassInfo& of) { return variable_owners(rt, of.class_, name); };
    auto constant_of = [&](ClassInfo& of) {
        auto value = classes.class_value(of, name);
        return value ? value->value : ConstantId();
    };
    auto read = [&](ClassInfo& of) {
        if (std::vector<ObjectId> owners = owners_of(of); !owners.empty())
            return get_inherited_variable(hop, owners, name, hop.r_result(), message);
        // Stored below this class only.
        if (ConstantId value = constant_of(of); value.valid())
            return Value(
                rt.convert_constant(value, hop.r_result(), hop.location).value_or(hop.r_result().zero()));
        hop.raise_if(hop.bool_(true), "AttributeError", message);
        return Value(hop.r_result().zero());
    };
    std::vector<ClassInfo*> tops;
    for (ClassInfo* sub : classes.with_subclasses(c))
        if (sub == &c || owners_of(*sub) != owners_of(*sub->base) ||
            (owners_of(*sub).empty() && constant_of(*sub) != constant_of(*sub->base)))
            tops.push_back(sub);
    // Bases stand before their subclasses, so the last class that fits is the right one.
    std::function<Value(size_t)> up_to = [&](size_t i) -> Value {
        if (i == 0) return read(*tops[0]);
        Value mine = classes.is_subclass(hop, classes.typeptr(hop, v), {tops[i]});
        return hop.if_else(
            mine, hop.r_result().lowleveltype(), [&] { return read(*tops[i]); },
            [&] { return up_to(i - 1); });
    };
    return up_to(tops.size() - 1);
}

// type(v)
Value rtype_type_of(HighLevelOp& hop, Value v, Repr& r) {
    if (hop.r_result().lowleveltype() == kVoid) return hop.void_();
    Callables& callables = hop.rtyper.callables();
    LLTypeId type = hop.r_result().lowleveltype();
    // The class of None, or the one that is not: of what is no instance there are two at most.
    auto one_of = [&](bool none) {
        const std::vector<DescId>& descs = hop.s_result().descs;
        auto found = std::ranges::find_if(descs, [&](DescId id) {
            return (hop.rtyper.world.object(callables.desc(id).object).name == "NoneType") == none;
        });
        CHECK(found != descs.end(), "a class is not among the classes");
        return hop.convert(hop.void_(), callables.single(*found), hop.r_result());
    };
    auto of_value = [&] {
        if (r.kind() != SKind::instance) return one_of(false);
        callables.class_objects_used = true;
        return hop.cast(hop.getfield(hop.rtyper.classes().typeptr(hop, v), "class_object"), type);
    };
    if (!r.nullable()) return of_value();
    return hop.if_else(
        r.ll_is_none(hop, v), type, [&] { return one_of(true); }, of_value);
}

}  // namespace sapwood
