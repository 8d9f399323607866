// Reprs of callables, calls, closures and cells.
#include <algorithm>

#include "rtyper/callables.h"
#include "rtyper/exceptions.h"
#include "rtyper/repr_factories.h"
#include "rtyper/repr_lowlevel.h"

namespace sapwood {

namespace {

// A function or class without environment, a built-in, a method of a constant: known at compile time.
class ConstantCallableRepr final : public CallableRepr {
  public:
    using CallableRepr::CallableRepr;
    Form form() const override { return Form::constant; }
    LLTypeId lowleveltype() override { return kVoid; }
    std::optional<ConstantId> convert_const(ConstantId) override { return rtyper.constants().void_(); }
};

// A closure alone: its environment.
class ClosureRepr final : public CallableRepr {
  public:
    using CallableRepr::CallableRepr;
    Form form() const override { return Form::closure; }
    LLTypeId lowleveltype() override {
        return rtyper.types().pointer_to(rtyper.callables().desc_struct(only()));
    }
    bool is_gc_pointer() override { return true; }
    // A closure made at import: its cells are static data.
    std::optional<ConstantId> convert_const(ConstantId host) override {
        if (!made_.valid()) {
            Callables& callables = rtyper.callables();
            const Desc d = callables.desc(only());
            const HostObject function = rtyper.world.object(d.object);
            if (rtyper.constants()[host].kind != ConstantKind::object || function.function.code_only)
                return std::nullopt;
            made_ = rtyper.reserve_prebuilt(d.name, callables.desc_struct(only()));
            std::vector<ConstantId> values{callables.static_inlined(only())};
            for (uint32_t i = 0; i < callables.environment_size(d); i++) {
                Repr& r = callables.environment_repr(d, i);
                if (r.lowleveltype() == kVoid) continue;
                ConstantId content = function.function.cells.at(i);
                auto value = r.kind() == SKind::cell ? r.convert_const(content)
                                                     : rtyper.convert_constant(content, r, function.location);
                if (!value) return std::nullopt;
                values.push_back(*value);
            }
            rtyper.fill_prebuilt(made_, std::move(values));
        }
        return made_;
    }

  private:
    ConstantId made_;
};

// Bound methods that the class of self tells apart, or one alone: self.
class MethodsRepr final : public CallableRepr {
  public:
    MethodsRepr(RTyper& rtyper, AnnotationId annotation, bool by_class)
        : CallableRepr(rtyper, annotation), by_class_(by_class) {}
    Form form() const override { return by_class_ ? Form::methods : Form::bound; }
    LLTypeId lowleveltype() override { return self().lowleveltype(); }
    bool is_gc_pointer() override { return true; }
    Repr& self() { return *rtyper.callables().methods_self_repr(*this); }

    std::optional<ConstantId> convert_const(ConstantId host) override {
        if (rtyper.constants()[host].kind == ConstantKind::none) return zero();
        const HostObject method = rtyper.world.object(rtyper.constants()[host].object);
        if (method.kind != HostKind::bound_method) return std::nullopt;
        return self().convert_const(method.items.at(1));
    }
    Value ll_eq(LLOps& ops, Value a, Value b) override { return ops.op(Op::ptr_eq, {a, b}, kBool); }
    std::string type_name() override { return "method"; }
    Value ll_repr(LLOps& ops, Value v) override {
        if (by_class_) return Repr::ll_repr(ops, v);
        const HostObject method = rtyper.world.object(rtyper.callables().desc(only()).object);
        return ops.call_helper("instances.ll_bound_method_repr",
                               {ops.str(method.function.qualname), self().ll_repr(ops, v)});
    }

  private:
    bool by_class_;
};

// Anything else: a pointer to a callable struct.
class GeneralCallableRepr final : public CallableRepr {
  public:
    using CallableRepr::CallableRepr;
    Form form() const override { return Form::general; }
    bool is_gc_pointer() override { return true; }

    // All in one family (they meet in a called variable), else what all callables have.
    CallFamilyId family() const {
        CallFamilyId common = rtyper.callables().desc(s().descs.at(0)).family;
        for (DescId id : s().descs) {
            if (rtyper.callables().desc(id).family != common) return {};
        }
        return common;
    }
    LLTypeId lowleveltype() override {
        return rtyper.types().pointer_to(s().descs.empty() ? rtyper.callables().root_struct()
                                                           : rtyper.callables().family_struct(family()));
    }

    std::optional<ConstantId> convert_const(ConstantId host) override {
        const Constant constant = rtyper.constants()[host];
        if (constant.kind == ConstantKind::none) return zero();
        Callables& callables = rtyper.callables();
        AnnotationId known = rtyper.annotation_of_constant(host);
        const Annotation s = rtyper.annotated()[known];
        if (s.kind != SKind::callable || s.descs.size() != 1) return std::nullopt;
        DescId id = s.descs[0];
        auto& r = static_cast<CallableRepr&>(callables.single(id));
        ConstantId data;
        if (r.form() == Form::constant) {
            data = callables.static_callable(id);
        } else {
            // A bound method of a prebuilt instance, or a closure made at import.
            auto own = r.convert_const(host);
            if (!own) return std::nullopt;
            data = r.form() == Form::closure ? *own : static_bound(id, *own);
        }
        return rtyper.constants().pointer(rtyper.constants()[data].prebuilt, lowleveltype());
    }
    std::optional<Value> convert_from(LLOps& ops, Value v, Repr& from) override {
        auto* r = dynamic_cast<CallableRepr*>(&from);
        if (!r) return std::nullopt;
        if (r->form() == Form::general) return ops.cast(v, lowleveltype());
        if (r->s().descs.size() == 1)
            return ops.cast(rtyper.callables().wrap(ops, v, r->only()), lowleveltype());
        return wrap_methods(ops, v, *r);
    }

  private:
    ConstantId static_bound(DescId id, ConstantId self) {
        TypeTable& types = rtyper.types();
        LLTypeId type = rtyper.callables().desc_struct(id);
        ConstantId plain = rtyper.callables().static_inlined(id);
        ConstantId typed =
            rtyper.constants().pointer(rtyper.constants()[self].prebuilt, types[type].fields.back().type);
        return rtyper.add_prebuilt(rtyper.callables().desc(id).name, type, {plain, typed});
    }
    // One of several methods, told apart by the class of self.
    Value wrap_methods(LLOps& ops, Value v, CallableRepr& from) {
        Callables& callables = rtyper.callables();
        ClassLayouts& classes = rtyper.classes();
        Value result = ops.null(lowleveltype());
        for (DescId id : from.s().descs) {
            const Desc d = callables.desc(id);
            ClassInfo& c = classes.info(d.self);
            Value mine = classes.is_subclass(ops, classes.typeptr(ops, v), {&c});
            Value before = result;
            result = ops.if_else(
                mine, lowleveltype(),
                [&] {
                    return ops.cast(callables.wrap(ops, ops.cast(v, classes.pointer(c)), id), lowleveltype());
                },
                [&] { return before; });
        }
        return result;
    }
};

bool has_environment(const Desc& d) {
    return !d.cells.empty() || !d.run_time_defaults.empty();
}

}  // namespace

std::unique_ptr<Repr> make_callable_repr(RTyper& rtyper, AnnotationId annotation) {
    const Annotation s = rtyper.annotated()[annotation];
    Callables& callables = rtyper.callables();
    std::set<std::string> names;
    bool all_bound = !s.descs.empty();
    for (DescId id : s.descs) {
        const Desc& d = callables.desc(id);
        all_bound &= d.kind == DescKind::bound_method && d.self.valid();
        if (all_bound) names.insert(callables.attribute_of(id));
    }
    if (all_bound && names.size() == 1 && !names.begin()->empty()) {
        auto made = std::make_unique<MethodsRepr>(rtyper, annotation, s.descs.size() > 1);
        if (callables.methods_self_repr(*made)) return made;
    }
    if (s.descs.size() != 1 || s.nullable) return std::make_unique<GeneralCallableRepr>(rtyper, annotation);
    const Desc& only = callables.desc(s.descs[0]);
    if (only.kind == DescKind::bound_method && only.self.valid())
        return std::make_unique<MethodsRepr>(rtyper, annotation, false);
    if (has_environment(only)) return std::make_unique<ClosureRepr>(rtyper, annotation);
    return std::make_unique<ConstantCallableRepr>(rtyper, annotation);
}

// ---- what all have

std::string CallableRepr::type_name() {
    if (s().descs.empty()) return "NoneType";
    switch (rtyper.callables().desc(s().descs[0]).kind) {
        case DescKind::class_: return "type";
        case DescKind::bound_method: return "method";
        case DescKind::builtin: return "builtin_function_or_method";
        case DescKind::function: return "function";
    }
    return "function";
}

std::optional<Value> CallableRepr::convert_to(LLOps& ops, Value v, Repr& to) {
    auto* other = dynamic_cast<CallableRepr*>(&to);
    if (!other || other->form() == Form::general) return std::nullopt;
    // Narrowed, or the same descs with None.
    if (other->lowleveltype() == kVoid) return ops.void_();
    if (form() == Form::general) return rtyper.callables().unwrap(ops, v, other->only());
    return ops.cast(v, other->lowleveltype());
}

Value CallableRepr::ll_hash(LLOps& ops, Value v) {
    if (lowleveltype() == kVoid) return ops.int_(only().index * 16 + 16);
    return ops.call_helper("hashes.ll_of_address", {ops.op(Op::cast_ptr_to_int, {v}, kSigned)});
}

Value CallableRepr::ll_repr(LLOps& ops, Value v) {
    Callables& callables = rtyper.callables();
    auto has_text = [&](DescId id) { return callables.text(callables.desc(id)).has_value(); };
    if (s().descs.empty() || !std::ranges::all_of(s().descs, has_text)) return Repr::ll_repr(ops, v);
    if (form() == Form::general) {
        return ops.call_helper("instances.ll_callable_repr",
                               {name_field(ops, v, "text"), ops.op(Op::cast_ptr_to_int, {v}, kSigned)});
    }
    std::string text = *callables.text(callables.desc(only()));
    if (text.ends_with('>')) return ops.str(text);
    Value address = lowleveltype() == kVoid ? ops.int_(only().index * 16 + 4096)
                                            : ops.op(Op::cast_ptr_to_int, {v}, kSigned);
    return ops.call_helper("instances.ll_at_address", {ops.str(text), address});
}

// What `__name__` or the text of a value in the general form is.
Value CallableRepr::name_field(LLOps& ops, Value v, std::string_view which) {
    Value root = ops.cast(v, rtyper.types().pointer_to(rtyper.callables().root_struct()));
    return ops.getfield(ops.getfield(root, "names"), which);
}

Value CallableRepr::rtype_getattr(HighLevelOp& hop) {
    std::string name = hop.constant_str(1).value_or("");
    if (hop.s_result().constant.valid())
        return rtyper.convert_constant(hop.s_result().constant, hop.r_result(), hop.location)
            .value_or(hop.r_result().zero());
    if (name == "__name__") {
        if (s().descs.size() == 1 && !nullable()) {
            const Desc d = rtyper.callables().desc(only());
            return hop.result(hop.str(d.name), str_repr(rtyper));
        }
        return hop.result(name_field(hop, hop.input(0), "name"), str_repr(rtyper));
    }
    for (DescId id : s().descs) {
        if (rtyper.callables().desc(id).kind != DescKind::class_) return Repr::rtype_getattr(hop);
    }
    if (s().descs.empty()) return Repr::rtype_getattr(hop);
    return by_class(hop, hop.r_result().lowleveltype(),
                    [&](ObjectId class_) { return class_getattr(hop, class_, name); });
}

// Code for each of the classes that the value can be.
Value CallableRepr::by_class(HighLevelOp& hop, LLTypeId type, const std::function<Value(ObjectId)>& code) {
    const std::vector<DescId> descs = s().descs;
    Callables& callables = rtyper.callables();
    if (descs.size() == 1 && !nullable()) return code(callables.desc(descs[0]).object);
    Value v = hop.input(0);
    if (nullable())
        hop.raise_if(ll_is_none(hop, v), "AttributeError", "'NoneType' object has no such attribute");
    std::function<Value(size_t)> from = [&](size_t i) -> Value {
        ObjectId class_ = callables.desc(descs[i]).object;
        if (i + 1 == descs.size()) return code(class_);
        Value mine =
            hop.op(Op::ptr_eq, {v, hop.cast(callables.static_callable(descs[i]), lowleveltype())}, kBool);
        return hop.if_else(
            mine, type, [&] { return code(class_); }, [&] { return from(i + 1); });
    };
    return from(0);
}

Value CallableRepr::rtype_setattr(HighLevelOp& hop) {
    std::string name = hop.constant_str(1).value_or("");
    for (DescId id : s().descs) {
        if (rtyper.callables().desc(id).kind != DescKind::class_) return Repr::rtype_setattr(hop);
    }
    if (s().descs.empty()) return Repr::rtype_setattr(hop);
    return by_class(hop, kVoid, [&](ObjectId class_) { return set_variable(hop, class_, name); });
}

// ---- variables of modules and classes

namespace {

Value get_variable_value(LLOps& ops, const ClassLayouts::Variables& variables, const std::string& name,
                         Repr& to) {
    Repr& r = *variables.reprs.at(name);
    Value v = r.lowleveltype() == kVoid ? ops.void_() : ops.getfield(variables.data, name);
    return ops.convert(v, r, to);
}

}  // namespace

Value get_variable(LLOps& ops, ObjectId object, const std::string& name, Repr& to, std::string_view error,
                   const std::string& message) {
    const ClassLayouts::Variables* variables = ops.rtyper.classes().variables(object);
    if (!variables || !variables->reprs.contains(name)) return ops.unsupported(message, to.lowleveltype());
    if (variables->flagged.contains(name))
        ops.raise_if(ops.not_(ops.getfield(variables->data, "has_" + name)), error, message);
    return get_variable_value(ops, *variables, name, to);
}

Value set_variable(HighLevelOp& hop, ObjectId object, const std::string& name) {
    const ClassLayouts::Variables* variables = hop.rtyper.classes().variables(object);
    if (!variables || !variables->reprs.contains(name))
        return hop.unsupported(fmt::format("assignment to `{}`", name));
    Repr& r = *variables->reprs.at(name);
    Value data = variables->data;
    Value v = hop.input(2, r);
    hop.setfield(data, name, v);
    if (variables->flagged.contains(name)) hop.setfield(data, "has_" + name, hop.bool_(true));
    return hop.void_();
}

std::vector<ObjectId> variable_owners(RTyper& rt, ObjectId class_, const std::string& name) {
    std::vector<ObjectId> owners;
    for (ObjectId base : std::vector<ObjectId>(rt.world.object(class_).mro)) {
        if (!rt.annotated().variables.contains({base, name})) continue;
        owners.push_back(base);
        if (!rt.classes().variables(base)->flagged.contains(name)) break;
    }
    return owners;
}

Value get_inherited_variable(LLOps& ops, const std::vector<ObjectId>& owners, const std::string& name,
                             Repr& to, const std::string& message) {
    std::function<Value(size_t)> from = [&](size_t i) -> Value {
        auto read = [&] { return get_variable(ops, owners[i], name, to, "AttributeError", message); };
        if (i + 1 == owners.size()) return read();
        const ClassLayouts::Variables& variables = *ops.rtyper.classes().variables(owners[i]);
        Value has_own = ops.getfield(variables.data, "has_" + name);
        return ops.if_else(
            has_own, to.lowleveltype(), [&] { return get_variable_value(ops, variables, name, to); },
            [&] { return from(i + 1); });
    };
    return from(0);
}

bool has_variable(RTyper& rt, ObjectId class_, const std::string& name) {
    const std::vector<ObjectId>& mro = rt.world.object(class_).mro;
    return std::ranges::any_of(mro, [&](ObjectId base) {
        return rt.annotated().variables.contains({base, name});
    });
}

namespace {

// The class method bound to this class, as the result.
Value bound_to_class(HighLevelOp& hop, ObjectId class_, ConstantId function) {
    Callables& callables = hop.rtyper.callables();
    ObjectId object = hop.rtyper.constants()[function].object;
    for (DescId id : std::vector<DescId>(hop.s_result().descs)) {
        const Desc d = callables.desc(id);
        if (d.kind != DescKind::bound_method || callables.desc(d.function).object != object) continue;
        if (!d.self_constant.valid() || hop.rtyper.constants()[d.self_constant].object != class_) continue;
        return hop.convert(hop.void_(), callables.single(id), hop.r_result());
    }
    return hop.unsupported("this class method", hop.r_result().lowleveltype());
}

}  // namespace

Value class_getattr(HighLevelOp& hop, ObjectId class_, const std::string& name) {
    RTyper& rt = hop.rtyper;
    if (name == "__qualname__" || name == "__module__") {
        std::string module = rt.world.class_module(class_);
        std::string text =
            name == "__module__" ? module : rt.world.object(class_).qualname.substr(module.size() + 1);
        return hop.result(hop.str(text), str_repr(rt));
    }
    if (std::vector<ObjectId> owners = variable_owners(rt, class_, name); !owners.empty())
        return get_inherited_variable(
            hop, owners, name, hop.r_result(),
            fmt::format("type object '{}' has no attribute '{}'", rt.world.object(class_).name, name));
    auto value = rt.world.class_attribute(class_, name);
    if (value && value->value.valid()) {
        if (hop.r_result().lowleveltype() == kVoid) return hop.void_();
        const Constant found = rt.constants()[value->value];
        if (found.kind == ConstantKind::object) {
            const HostObject object = rt.world.object(found.object);
            if (object.kind == HostKind::staticmethod) value->value = object.items.at(0);
            if (object.kind == HostKind::classmethod) return bound_to_class(hop, class_, object.items.at(0));
        }
        auto constant = rt.convert_constant(value->value, hop.r_result(), hop.location);
        return constant ? Value(*constant) : Value(hop.r_result().zero());
    }
    return hop.unsupported(fmt::format("attribute `{}` of class `{}`", name, rt.world.object(class_).name),
                           hop.r_result().lowleveltype());
}

// ---- calls

namespace {

// The built-in that operand 0 is, if it is one: name as in `builtins.len`.
std::optional<std::string> builtin_callee(HighLevelOp& hop) {
    RTyper& rt = hop.rtyper;
    ObjectId object;
    if (auto constant = hop.constant(0)) {
        const Constant& c = rt.constants()[*constant];
        if (c.kind == ConstantKind::object) object = c.object;
    }
    const Annotation& s = hop.s_arg(0);
    if (!object.valid() && s.kind == SKind::callable && s.descs.size() == 1) {
        const Desc& d = rt.callables().desc(s.descs[0]);
        if (d.kind != DescKind::bound_method && !is_builtin_method(d)) object = d.object;
    }
    if (!object.valid()) return std::nullopt;
    const HostObject& host = rt.world.object(object);
    if (host.kind == HostKind::builtin) return host.name.empty() ? host.qualname : host.name;
    if (host.kind != HostKind::class_ || !host.builtin_class) return std::nullopt;
    if (rt.world.is_subclass(object, rt.world.builtin_class("BaseException"))) return std::nullopt;
    return host.qualname.empty() ? "builtins." + host.name : host.qualname;
}

}  // namespace

Value rtype_call(HighLevelOp& hop) {
    if (hop.s_arg(0).kind == SKind::builtin_method) return hop.r_arg(0).rtype_call(hop);
    auto name = builtin_callee(hop);
    if (name && hop.r_arg(0).nullable())
        hop.raise_if(hop.r_arg(0).ll_is_none(hop, hop.input(0)), "TypeError",
                     "'NoneType' object is not callable");
    if (!name) return hop.r_arg(0).rtype_call(hop);
    if (name->starts_with("ll.")) return rtype_ll_operation(name->substr(3), hop);
    // Conversions of what the built-in calls in user code came out as.
    if (auto v = rtype_core_builtin(*name, hop)) return *v;
    if (auto v = rtype_builtin_call(*name, hop)) return *v;
    if (hop.call_site("call")) return hop.r_arg(0).rtype_call(hop);
    // A method of a built-in base: `Exception.__init__(self, text)`.
    size_t dot = name->rfind('.');
    if (hop.arg_count() > 1 && hop.s_arg(1).kind == SKind::instance && dot != std::string::npos) {
        HighLevelOp method = hop.without_first();
        Value v = method.r_arg(0).rtype_method(name->substr(dot + 1), method);
        hop.block = method.block;
        return v;
    }
    return hop.unsupported(fmt::format("`{}`", *name), hop.r_result().lowleveltype());
}

Value CallableRepr::rtype_call(HighLevelOp& hop) {
    const CallSite* site = hop.call_site("call");
    if (!site) return Repr::rtype_call(hop);
    const CallSite copy = *site;
    CallOperands operands;
    for (uint32_t i = 1; i < hop.arg_count(); i++)
        operands.set(i + hop.operand_offset(), {hop.input(i), &hop.r_arg(i)});
    if (hop.star) operands.star = hop.positional_count() - 1 + hop.operand_offset();
    if (!hop.keywords.empty()) operands.keywords = hop.positional_count() + hop.operand_offset();
    TypedValue result = rtyper.callables().call(hop, copy, {hop.input(0), this}, operands);
    return hop.convert(result.value, *result.repr, hop.r_result());
}

Value bind_method(LLOps& ops, TypedValue self, CallableRepr& to) {
    RTyper& rt = ops.rtyper;
    switch (to.form()) {
        case CallableRepr::Form::constant: return ops.void_();
        case CallableRepr::Form::bound:
        case CallableRepr::Form::methods: return ops.cast(self.value, to.lowleveltype());
        case CallableRepr::Form::closure:
        case CallableRepr::Form::general: break;
    }
    // Which one it is, the class of self says.
    Callables& callables = rt.callables();
    ClassLayouts& classes = rt.classes();
    Value result = ops.null(to.lowleveltype());
    for (DescId id : to.s().descs) {
        const Desc d = callables.desc(id);
        if (d.kind != DescKind::bound_method || !d.self.valid())
            return ops.convert(ops.void_(), callables.single(id), to);
        ClassInfo& c = classes.info(d.self);
        Value mine = classes.is_subclass(ops, classes.typeptr(ops, self.value), {&c});
        Value before = result;
        result = ops.if_else(
            mine, to.lowleveltype(),
            [&] {
                Value v = ops.cast(self.value, classes.pointer(c));
                return ops.cast(callables.wrap(ops, v, id), to.lowleveltype());
            },
            [&] { return before; });
    }
    return result;
}

Value rtype_super_getattr(HighLevelOp& hop) {
    auto* to = dynamic_cast<CallableRepr*>(&hop.r_result());
    if (hop.s_result().kind == SKind::builtin_method || !to) {
        if (hop.r_result().lowleveltype() == kVoid) return hop.void_();
        if (hop.s_result().kind == SKind::builtin_method) {
            Value self = hop.input(1);
            return hop.type_of(self) == hop.r_result().lowleveltype()
                       ? self
                       : hop.cast(self, hop.r_result().lowleveltype());
        }
        // A constant of a base class.
        if (hop.s_result().constant) {
            auto constant =
                hop.rtyper.convert_constant(hop.s_result().constant, hop.r_result(), hop.location);
            if (constant) return *constant;
        }
        return hop.unsupported(fmt::format("super().{}", hop.constant_str(2).value_or("?")),
                               hop.r_result().lowleveltype());
    }
    return bind_method(hop, {hop.input(1), &hop.r_arg(1)}, *to);
}

// `x.append`, read: its value is x; the call asks the repr of x for the method.
namespace {

class BuiltinMethodRepr final : public Repr {
  public:
    using Repr::Repr;
    Repr& self() { return rtyper.repr(s().items.at(0)); }
    LLTypeId lowleveltype() override { return self().lowleveltype(); }
    bool is_gc_pointer() override { return self().is_gc_pointer(); }
    std::optional<ConstantId> convert_const(ConstantId) override { return std::nullopt; }
    std::optional<Value> convert_to(LLOps& ops, Value v, Repr& to) override {
        auto* other = dynamic_cast<BuiltinMethodRepr*>(&to);
        if (!other) return std::nullopt;
        return ops.convert(v, self(), other->self());
    }
    Value rtype_call(HighLevelOp& hop) override {
        const std::string name = s().name;
        size_t dot = name.rfind('.');
        HighLevelOp method = hop.as_method(hop.input(0), s().items[0]);
        Value v = self().rtype_method(name.substr(dot == std::string::npos ? 0 : dot + 1), method);
        hop.block = method.block;
        return v;
    }
};

}  // namespace

std::unique_ptr<Repr> make_builtin_method_repr(RTyper& rtyper, AnnotationId annotation) {
    return std::make_unique<BuiltinMethodRepr>(rtyper, annotation);
}

// ---- closures and cells

namespace {

// The closure that the result is, over the operands from `first` on.
Value make_closure(HighLevelOp& hop, uint32_t first) {
    RTyper& rt = hop.rtyper;
    const Annotation s = hop.s_result();
    DescId id = s.descs[0];
    const Desc d = rt.callables().desc(id);
    auto& r = static_cast<CallableRepr&>(rt.callables().single(id));
    if (r.form() != CallableRepr::Form::closure) return hop.convert(hop.void_(), r, hop.r_result());
    Value made = hop.malloc(rt.callables().desc_struct(id));
    rt.callables().fill(hop, made, id);
    for (uint32_t i = 0; i < rt.callables().environment_size(d); i++)
        if (rt.callables().environment_repr(d, i).lowleveltype() != kVoid)
            hop.setfield(made, Callables::environment_field(i),
                         hop.input(first + i, rt.callables().environment_repr(d, i)));
    return hop.convert(made, r, hop.r_result());
}

}  // namespace

Value rtype_make_closure(HighLevelOp& hop) {
    const Annotation s = hop.s_result();
    if (s.kind != SKind::callable || s.descs.size() != 1)
        return hop.unsupported("a local function of several kinds", hop.r_result().lowleveltype());
    return make_closure(hop, 1);
}

bool reads_builtin_method(HighLevelOp& hop) {
    const Annotation& s = hop.s_result();
    return s.kind == SKind::callable && s.descs.size() == 1 &&
           is_builtin_method(hop.rtyper.callables().desc(s.descs[0])) &&
           hop.s_arg(0).kind != SKind::instance && hop.s_arg(0).kind != SKind::module &&
           hop.s_arg(0).kind != SKind::callable;
}

Value rtype_builtin_method(HighLevelOp& hop) {
    return make_closure(hop, 0);
}

namespace {

// A variable shared with closures: `GcStruct cell { value: T }`, and whether it is set where that is a
// question.
class CellRepr final : public Repr {
  public:
    using Repr::Repr;
    bool is_gc_pointer() override { return true; }
    const VarCell& var() const { return rtyper.annotated().vars[s().var]; }
    Repr& value() { return rtyper.repr(var().value); }

    LLTypeId structure() {
        if (struct_.valid()) return struct_;
        struct_ = rtyper.types().new_struct(
            "cell_" + (var().name.empty() ? std::string("value") : var().name), true);
        std::vector<LLField> fields;
        if (value().lowleveltype() != kVoid) fields.push_back({"value", value().lowleveltype()});
        if (var().maybe_undefined) fields.push_back({"defined", kBool});
        rtyper.types().define_struct(struct_, std::move(fields));
        return struct_;
    }
    LLTypeId lowleveltype() override { return rtyper.types().pointer_to(structure()); }

    // A cell of a function made at import: static data.
    std::optional<ConstantId> convert_const(ConstantId host) override {
        const Constant constant = rtyper.constants()[host];
        std::vector<ConstantId> values;
        bool defined = constant.kind != ConstantKind::undefined;
        for (const LLField& field : std::vector<LLField>(rtyper.types()[structure()].fields)) {
            if (field.name == "defined")
                values.push_back(rtyper.constants().ll_bool(defined));
            else
                values.push_back(
                    rtyper.convert_constant(host, value(), var_location()).value_or(value().zero()));
        }
        auto [known, inserted] = statics_.try_emplace(host);
        if (inserted)
            known->second = rtyper.add_prebuilt("cell_" + var().name, structure(), std::move(values));
        return known->second;
    }
    std::optional<Value> convert_to(LLOps& ops, Value v, Repr& to) override {
        if (to.kind() == SKind::cell) return ops.cast(v, to.lowleveltype());
        return std::nullopt;
    }

  private:
    Location var_location() const { return {}; }
    LLTypeId struct_;
    std::map<ConstantId, ConstantId> statics_;
};

}  // namespace

std::unique_ptr<Repr> make_cell_repr(RTyper& rtyper, AnnotationId annotation) {
    return std::make_unique<CellRepr>(rtyper, annotation);
}

Value rtype_newcell(HighLevelOp& hop) {
    auto& r = static_cast<CellRepr&>(hop.r_result());
    Value made = hop.malloc(r.structure());
    auto constant = hop.constant(0);
    bool undefined = constant && hop.rtyper.constants()[*constant].kind == ConstantKind::undefined;
    if (undefined) return made;
    hop.setfield(made, "value", hop.input(0, r.value()));
    if (r.var().maybe_undefined) hop.setfield(made, "defined", hop.bool_(true));
    return made;
}

Value rtype_cell_get(HighLevelOp& hop) {
    auto* r = dynamic_cast<CellRepr*>(&hop.r_arg(0));
    if (!r) return hop.convert(hop.input(0), hop.r_arg(0), hop.r_result());  // captured by value
    Value cell = hop.input(0);
    if (r->var().maybe_undefined) {
        std::string name = hop.constant_str(1).value_or(r->var().name);
        hop.raise_if(
            hop.not_(hop.getfield(cell, "defined")), "NameError",
            fmt::format("cannot access free variable '{}' where it is not associated with a value in "
                        "enclosing scope",
                        name));
    }
    Value v = r->value().lowleveltype() == kVoid ? hop.void_() : hop.getfield(cell, "value");
    return hop.convert(v, r->value(), hop.r_result());
}

Value rtype_cell_set(HighLevelOp& hop) {
    auto& r = static_cast<CellRepr&>(hop.r_arg(0));
    Value cell = hop.input(0);
    auto constant = hop.constant(1);
    if (constant && hop.rtyper.constants()[*constant].kind == ConstantKind::undefined) {
        if (r.var().maybe_undefined) hop.setfield(cell, "defined", hop.bool_(false));
        return hop.void_();
    }
    hop.setfield(cell, "value", hop.input(1, r.value()));
    if (r.var().maybe_undefined) hop.setfield(cell, "defined", hop.bool_(true));
    return hop.void_();
}

Value rtype_check_defined(HighLevelOp& hop) {
    hop.raise_if(hop.not_(hop.input(0, hop.rtyper.bool_repr())), "UnboundLocalError",
                 fmt::format("cannot access local variable '{}' where it is not associated with a value",
                             hop.constant_str(1).value_or("?")));
    return hop.void_();
}

}  // namespace sapwood
