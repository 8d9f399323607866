#include "rtyper/callables.h"

#include <algorithm>
#include <set>

#include "flowgraph/known_attributes.h"
#include "rtyper/exceptions.h"
#include "rtyper/repr_factories.h"
#include "rtyper/repr_tuple.h"

namespace sapwood {

namespace {

bool is_valid(const CallTarget& target) {
    return target.graph.valid() || target.instance.valid();
}

ConstantId no_function(RTyper& rt, LLTypeId pointer_type) {
    return rt.constants().null(pointer_type);
}

}  // namespace

// ---- operands

std::optional<TypedValue> CallOperands::find(uint32_t operand) const {
    auto found = values_.find({operand, -1});
    if (found == values_.end()) return std::nullopt;
    return found->second;
}

TypedValue CallOperands::get(LLOps& ops, uint32_t operand) const {
    auto found = find(operand);
    if (found) return *found;
    ops.unsupported("a call with these arguments");
    return {ops.void_(), &ops.rtyper.none_repr()};
}

TypedValue CallOperands::item(LLOps& ops, uint32_t operand, int32_t item) const {
    auto found = values_.find({operand, item});
    if (found != values_.end()) return found->second;
    TypedValue whole = get(ops, operand);
    auto* tuple = dynamic_cast<TupleRepr*>(whole.repr);
    if (tuple && item < static_cast<int32_t>(tuple->size()))
        return {tuple->get(ops, whole.value, item), &tuple->item(item)};
    ops.unsupported("a call with these arguments");
    return {ops.void_(), &ops.rtyper.none_repr()};
}

std::vector<TypedValue> CallOperands::positional(LLOps& ops) const {
    std::vector<TypedValue> result;
    for (uint32_t i = 1; i < keywords.value_or(end()); i++) {
        auto v = find(i);
        if (!v) continue;
        auto* tuple = i == star ? dynamic_cast<TupleRepr*>(v->repr) : nullptr;
        for (uint32_t k = 0; tuple && k < tuple->size(); k++)
            result.push_back({tuple->get(ops, v->value, k), &tuple->item(k)});
        if (!tuple) result.push_back(*v);
    }
    return result;
}

uint32_t CallOperands::end() const {
    return values_.empty() ? 1 : values_.rbegin()->first.first + 1;
}

// ---- descs and their structs

Repr& Callables::single(DescId id) {
    return of({id});
}

Repr& Callables::of(std::vector<DescId> descs, bool nullable) {
    Annotation s{.kind = SKind::callable};
    s.descs = std::move(descs);
    s.nullable = nullable;
    return rtyper_.repr(std::move(s));
}

DescId Callables::desc_of(ObjectId object) {
    const auto& descs = rtyper_.annotated().descs;
    for (; known_descs_ < descs.size(); known_descs_++) {
        const Desc& d = descs[DescId(known_descs_)];
        if (d.kind == DescKind::bound_method || is_builtin_method(d) || !d.object.valid()) continue;
        if (!rtyper_.world.object(d.object).function.code_only)
            desc_index_.emplace(d.object, DescId(known_descs_));
    }
    auto found = desc_index_.find(object);
    return found == desc_index_.end() ? DescId() : found->second;
}

uint32_t Callables::environment_size(const Desc& d) const {
    return static_cast<uint32_t>(d.cells.size() + d.run_time_defaults.size());
}

Repr& Callables::environment_repr(const Desc& d, uint32_t i) {
    if (i >= d.cells.size()) return rtyper_.repr(d.run_time_defaults[i - d.cells.size()]);
    return rtyper_.repr(rtyper_.annotated().vars[d.cells[i]].value);
}

std::optional<std::string> Callables::text(const Desc& d) {
    const HostObject host = rtyper_.world.object(d.object);
    switch (d.kind) {
        case DescKind::class_: {  // asked by the annotator where text is made of it
            if (host.builtin_class) {
                bool short_name = host.qualname.starts_with("builtins.");
                return fmt::format("<class '{}'>", short_name ? host.qualname.substr(9) : host.qualname);
            }
            auto known = host.attributes.find(kClassText);
            if (known == host.attributes.end() || !known->second.value.valid()) return std::nullopt;
            return rtyper_.constants()[known->second.value].text;
        }
        case DescKind::bound_method: return std::nullopt;
        case DescKind::function: return fmt::format("<function {}", host.function.qualname);
        case DescKind::builtin: break;
    }
    size_t dot = host.name.find('.');
    std::string owner = host.name.substr(0, dot);
    if (is_builtin_method(d)) return fmt::format("<built-in method {} of {} object", d.name, owner);
    // Others are methods of types, or functions that CPython's library writes in Python.
    static constexpr std::string_view kInC[] = {"builtins", "math", "time", "sys"};
    if (std::ranges::find(kInC, owner) == std::end(kInC)) return std::nullopt;
    return fmt::format("<built-in function {}>", d.name);
}

LLTypeId Callables::root_struct() {
    if (!root_.valid()) {
        TypeTable& types = rtyper_.types();
        LLTypeId str = types.pointer_to(str_struct(rtyper_));
        names_ = types.new_struct("callable_names", false);
        types.define_struct(names_, {{"name", str}, {"text", str}}, true);
        root_ = types.new_struct("callable", true);
        types.define_struct(root_, {{"names", types.pointer_to(names_)}});
    }
    return root_;
}

ConstantId Callables::names(DescId id) {
    const Desc d = desc(id);
    LLTypeId root = root_struct();
    ConstantId& made = names_of_[d.object];
    if (!made.valid()) {
        std::string shown = text(d).value_or("");
        made = rtyper_.reserve_prebuilt(d.name + "_names", names_);
        rtyper_.fill_prebuilt(made, {prebuilt_str(rtyper_, d.name), prebuilt_str(rtyper_, shown)});
    }
    return rtyper_.constants().pointer(rtyper_.constants()[made].prebuilt,
                                       rtyper_.types()[root].fields[0].type);
}

LLTypeId Callables::family_struct(CallFamilyId family) {
    if (!family.valid()) return root_struct();
    auto found = family_structs_.find(family);
    if (found != family_structs_.end()) return found->second;
    TypeTable& types = rtyper_.types();
    LLTypeId type = types.new_struct(fmt::format("callable_{}", family.index), true);
    family_structs_[family] = type;
    std::vector<LLField> fields{{"super", root_struct()}};
    size_t rows = rtyper_.annotated().families[family].rows.size();
    for (uint32_t row = 0; row < rows; row++) {
        std::vector<LLTypeId> args{types.pointer_to(type)};
        const RowShape& row_shape = shape(family, row);
        for (const WireArgument& wire : row_shape.wire) args.push_back(wire.repr->lowleveltype());
        LLTypeId function = types.pointer_to(types.function(args, row_shape.result->lowleveltype()));
        fields.push_back({fmt::format("call{}", row), function});
    }
    types.define_struct(type, std::move(fields));
    return type;
}

LLTypeId Callables::desc_struct(DescId id) {
    auto found = desc_structs_.find(id);
    if (found != desc_structs_.end()) return found->second;
    const Desc d = desc(id);
    TypeTable& types = rtyper_.types();
    LLTypeId type = types.new_struct(d.name == "<lambda>" ? "lambda" : d.name, true);
    desc_structs_[id] = type;
    std::vector<LLField> fields{{"super", family_struct(d.family)}};
    auto add = [&](std::string name, Repr& r) {
        if (r.lowleveltype() != kVoid) fields.push_back({std::move(name), r.lowleveltype()});
    };
    for (uint32_t i = 0; i < environment_size(d); i++) add(environment_field(i), environment_repr(d, i));
    if (d.kind == DescKind::bound_method && d.self.valid())
        fields.push_back({"self", rtyper_.classes().pointer(rtyper_.classes().info(d.self))});
    types.define_struct(type, std::move(fields));
    return type;
}

ConstantId Callables::static_callable(DescId id) {
    const Desc d = desc(id);
    LLTypeId type = family_struct(d.family);
    auto found = statics_.find(id);
    if (found != statics_.end()) return found->second;
    ConstantId made = rtyper_.reserve_prebuilt(d.name, type);
    statics_[id] = made;
    fill_static(made, id);
    return made;
}

ConstantId Callables::static_inlined(DescId id) {
    ConstantId made = rtyper_.reserve_prebuilt(desc(id).name, family_struct(desc(id).family), true);
    fill_static(made, id);
    return made;
}

void Callables::fill_static(ConstantId made, DescId id) {
    const Desc d = desc(id);
    LLTypeId type = family_struct(d.family);
    if (!d.family.valid()) return rtyper_.fill_prebuilt(made, {names(id)});
    ConstantId root = rtyper_.reserve_prebuilt(d.name, root_struct(), true);
    rtyper_.fill_prebuilt(root, {names(id)});
    std::vector<ConstantId> values{root};
    // Rows that helpers added since are called directly only.
    size_t rows = rtyper_.types()[type].fields.size() - 1;
    for (uint32_t row = 0; row < rows; row++) {
        ConstantId function = wrapper(d.family, row, id);
        values.push_back(function.valid() ? function
                                          : no_function(rtyper_, rtyper_.types()[type].fields[row + 1].type));
    }
    rtyper_.fill_prebuilt(made, std::move(values));
}

ConstantId Callables::class_object(ObjectId class_) {
    DescId id = desc_of(class_);
    if (!id.valid() || !class_objects_used) return rtyper_.constants().null(kGcRef);
    ConstantId data = static_callable(id);
    return rtyper_.constants().pointer(rtyper_.constants()[data].prebuilt, kGcRef);
}

void Callables::fill(LLOps& ops, Value structure, DescId id) {
    const Desc d = desc(id);
    TypeTable& types = rtyper_.types();
    ops.setfield(ops.cast(structure, types.pointer_to(root_struct())), "names", names(id));
    if (!d.family.valid()) return;
    Value family = ops.cast(structure, types.pointer_to(family_struct(d.family)));
    size_t rows = types[family_struct(d.family)].fields.size() - 1;
    for (uint32_t row = 0; row < rows; row++) {
        ConstantId function = wrapper(d.family, row, id);
        if (function.valid()) ops.setfield(family, fmt::format("call{}", row), function);
    }
}

Value Callables::wrap(LLOps& ops, Value v, DescId id) {
    auto& r = static_cast<CallableRepr&>(single(id));
    LLTypeId general = rtyper_.types().pointer_to(family_struct(desc(id).family));
    switch (r.form()) {
        case CallableRepr::Form::constant: return ops.cast(static_callable(id), general);
        case CallableRepr::Form::closure: return ops.cast(v, general);
        case CallableRepr::Form::bound:
        case CallableRepr::Form::methods: {
            Value made = ops.malloc(desc_struct(id));
            fill(ops, made, id);
            ops.setfield(made, "self", v);
            return ops.cast(made, general);
        }
        case CallableRepr::Form::general: return v;
    }
    return v;
}

Value Callables::unwrap(LLOps& ops, Value general, DescId id) {
    auto& r = static_cast<CallableRepr&>(single(id));
    switch (r.form()) {
        case CallableRepr::Form::constant: return ops.void_();
        case CallableRepr::Form::closure: return ops.cast(general, r.lowleveltype());
        case CallableRepr::Form::bound:
        case CallableRepr::Form::methods:
            return ops.getfield(ops.cast(general, rtyper_.types().pointer_to(desc_struct(id))), "self");
        case CallableRepr::Form::general: return general;
    }
    return general;
}

DescId Callables::desc_of_bound(ObjectId method) {
    const HostObject host = rtyper_.world.object(method);
    ObjectId function = rtyper_.constants()[host.items.at(0)].object;
    const auto& descs = rtyper_.annotated().descs;
    DescId by_class;
    for (uint32_t i = 0; i < descs.size(); i++) {
        const Desc& d = descs[DescId(i)];
        if (d.kind != DescKind::bound_method || descs[d.function].object != function) continue;
        if (d.self_constant == host.items.at(1)) return DescId(i);
        if (d.self.valid()) by_class = DescId(i);
    }
    return by_class;
}

// ---- rows

const RowShape& Callables::shape(CallFamilyId family, uint32_t row) {
    auto found = shapes_.find({family, row});
    if (found != shapes_.end()) return found->second;
    const CallRow call_row = rtyper_.annotated().families[family].rows[row];
    std::map<std::pair<uint32_t, int32_t>, Repr*> reprs;
    auto join = [&](uint32_t operand, int32_t item, Repr& r) {
        Repr*& known = reprs[{operand, item}];
        if (!known || known == &r) {
            known = &r;
            return;
        }
        Repr* common = rtyper_.common_repr(*known, r);
        if (common) known = common;
    };
    std::optional<uint32_t> star;
    for (const CallTarget& target : call_row.targets) {
        for (const ArgumentSource& source : target.arguments) {
            if (source.kind == ArgumentSource::Kind::star_item) star = source.operand;
        }
    }
    for (const CallTarget& target : call_row.targets) {
        if (target.instance.valid() &&
            rtyper_.classes().is_exception(rtyper_.classes().info(target.instance)) &&
            !target.graph.valid()) {
            continue;  // the arguments of exceptions are whatever the row has for others
        }
        if (!target.graph.valid()) continue;
        const Signature signature = rtyper_.signature(target.graph);
        for (size_t i = 0; i < target.arguments.size(); i++) {
            const ArgumentSource& source = target.arguments[i];
            Repr& r = *signature.args[i];
            switch (source.kind) {
                case ArgumentSource::Kind::operand: join(source.index, -1, r); break;
                case ArgumentSource::Kind::star_item:
                    join(source.operand, static_cast<int32_t>(source.index), r);
                    break;
                case ArgumentSource::Kind::rest:
                case ArgumentSource::Kind::rest_with_self: {
                    auto* tuple = dynamic_cast<TupleRepr*>(&r);
                    uint32_t first = source.kind == ArgumentSource::Kind::rest_with_self;
                    for (uint32_t k = first; tuple && k < tuple->size(); k++) {
                        uint32_t at = source.index + k - first;
                        if (star && at >= *star)
                            join(*star, static_cast<int32_t>(source.operand + at - *star), tuple->item(k));
                        else
                            join(at, -1, tuple->item(k));
                    }
                    break;
                }
                case ArgumentSource::Kind::self:
                case ArgumentSource::Kind::constant:
                case ArgumentSource::Kind::cell: break;
            }
        }
    }
    RowShape made;
    for (const auto& [key, r] : reprs) made.wire.push_back({key.first, key.second, r});
    made.result = &rtyper_.repr(call_row.result);
    return shapes_[{family, row}] = std::move(made);
}

std::vector<Value> Callables::wire_values(LLOps& ops, const RowShape& shape, const CallOperands& operands) {
    std::vector<Value> values;
    for (const WireArgument& wire : shape.wire) {
        TypedValue v =
            wire.item < 0 ? operands.get(ops, wire.operand) : operands.item(ops, wire.operand, wire.item);
        values.push_back(ops.convert(v.value, *v.repr, *wire.repr));
    }
    return values;
}

namespace {

CallOperands from_wire(const RowShape& shape, const std::vector<Value>& values, size_t first) {
    CallOperands operands;
    for (size_t i = 0; i < shape.wire.size(); i++) {
        const WireArgument& wire = shape.wire[i];
        TypedValue v{values[first + i], wire.repr};
        if (wire.item < 0) {
            operands.set(wire.operand, v);
        } else {
            operands.star = wire.operand;
            operands.set_item(wire.operand, wire.item, v);
        }
    }
    return operands;
}

}  // namespace

ConstantId Callables::wrapper(CallFamilyId family, uint32_t row, DescId id) {
    auto key = std::tuple(family, row, id);
    auto found = wrappers_.find(key);
    if (found != wrappers_.end()) return found->second;
    const CallFamily whole = rtyper_.annotated().families[family];
    auto position = std::find(whole.descs.begin(), whole.descs.end(), id);
    CHECK(position != whole.descs.end(), "{} is not of its family", desc(id).name);
    const CallTarget target = whole.rows[row].targets[position - whole.descs.begin()];
    if (!is_valid(target)) return wrappers_[key] = ConstantId();
    const RowShape row_shape = shape(family, row);
    std::vector<LLTypeId> parameters{rtyper_.types().pointer_to(family_struct(family))};
    for (const WireArgument& wire : row_shape.wire) parameters.push_back(wire.repr->lowleveltype());
    auto made = rtyper_.begin_graph(desc(id).name, parameters, row_shape.result->lowleveltype());
    wrappers_[key] = rtyper_.function_constant(made.graph);
    CallOperands operands = from_wire(row_shape, made.parameters, 1);
    Value callee = unwrap(made.ops, made.parameters[0], id);
    TypedValue result = call_target(made.ops, target, callee, operands);
    rtyper_.finish_graph(made, made.ops.convert(result.value, *result.repr, *row_shape.result));
    return wrappers_[key];
}

// ---- calls of one target

Value Callables::convert_self(LLOps& ops, const Desc& d, Value callee, Repr& to) {
    if (d.self_constant.valid()) {
        auto constant = rtyper_.convert_constant(d.self_constant, to, ops.location);
        return constant ? Value(*constant) : Value(to.zero());
    }
    if (to.lowleveltype() == kVoid) return ops.void_();
    return ops.cast(callee, to.lowleveltype());
}

Value Callables::convert_source(LLOps& ops, const ArgumentSource& source, Value callee, DescId id,
                                const CallOperands& operands, Repr& to) {
    const Desc d = desc(id);
    switch (source.kind) {
        case ArgumentSource::Kind::operand: {
            TypedValue v = operands.get(ops, source.index);
            return ops.convert(v.value, *v.repr, to);
        }
        case ArgumentSource::Kind::constant: {
            auto constant = rtyper_.convert_constant(source.constant, to, ops.location);
            return constant ? Value(*constant) : Value(to.zero());
        }
        case ArgumentSource::Kind::self: return convert_self(ops, d, callee, to);
        case ArgumentSource::Kind::cell: {
            Repr& from = environment_repr(d, source.index);
            Value v = from.lowleveltype() == kVoid ? ops.void_()
                                                   : ops.getfield(callee, environment_field(source.index));
            return ops.convert(v, from, to);
        }
        case ArgumentSource::Kind::star_item: {
            TypedValue v = operands.item(ops, source.operand, static_cast<int32_t>(source.index));
            return ops.convert(v.value, *v.repr, to);
        }
        case ArgumentSource::Kind::rest:
        case ArgumentSource::Kind::rest_with_self: {
            auto* tuple = dynamic_cast<TupleRepr*>(&to);
            if (!tuple) return ops.unsupported("an argument list", to.lowleveltype());
            // Operands from source.index on; of the *tuple at the end of the positional ones, the items from
            // source.operand on.
            std::vector<Value> items;
            if (source.kind == ArgumentSource::Kind::rest_with_self)
                items.push_back(convert_self(ops, d, callee, tuple->item(0)));
            auto first = static_cast<uint32_t>(items.size());
            for (uint32_t k = first; k < tuple->size(); k++) {
                uint32_t at = source.index + k - first;
                TypedValue v = operands.star && at >= *operands.star
                                   ? operands.item(ops, *operands.star,
                                                   static_cast<int32_t>(source.operand + at - *operands.star))
                                   : operands.get(ops, at);
                items.push_back(ops.convert(v.value, *v.repr, tuple->item(k)));
            }
            return tuple->make(ops, items);
        }
    }
    return to.zero();
}

TypedValue Callables::call_target(LLOps& ops, const CallTarget& target, Value callee,
                                  const CallOperands& operands) {
    if (target.instance.valid()) return construct(ops, target, operands);
    if (!target.graph.valid()) {
        ops.unsupported(fmt::format("this call of `{}`", desc(target.desc).name));
        return {ops.void_(), &rtyper_.none_repr()};
    }
    const Signature signature = rtyper_.signature(target.graph);
    CHECK(signature.args.size() == target.arguments.size(), "{} arguments for {}", target.arguments.size(),
          rtyper_.program.graph(target.graph).name);
    std::vector<Value> args;
    for (size_t i = 0; i < target.arguments.size(); i++)
        args.push_back(
            convert_source(ops, target.arguments[i], callee, target.desc, operands, *signature.args[i]));
    return {ops.call_graph(target.graph, std::move(args)), signature.result};
}

TypedValue Callables::construct(LLOps& ops, const CallTarget& target, const CallOperands& operands) {
    ClassLayouts& classes = rtyper_.classes();
    ClassInfo& c = classes.info(target.instance);
    Annotation s{.kind = SKind::instance};
    s.classdef = target.instance;
    Repr& r = rtyper_.repr(std::move(s));
    Value made;
    if (classes.is_exception(c)) {
        std::vector<TypedValue> args = operands.positional(ops);
        made = new_exception_by_errno(ops, c, args);
        set_exception_args(ops, c, made, args);
    } else {
        made = classes.new_instance(ops, c);
    }
    if (target.graph.valid()) {
        const Signature signature = rtyper_.signature(target.graph);
        std::vector<Value> args;
        for (size_t i = 0; i < target.arguments.size(); i++) {
            if (target.arguments[i].kind == ArgumentSource::Kind::self)
                args.push_back(ops.cast(made, signature.args[i]->lowleveltype()));
            else
                args.push_back(convert_source(ops, target.arguments[i], made, target.desc, operands,
                                              *signature.args[i]));
        }
        ops.call_graph(target.graph, std::move(args));
    }
    return {made, &r};
}

// ---- calls of many

TypedValue Callables::call(LLOps& ops, const CallSite& site, TypedValue callee,
                           const CallOperands& operands) {
    auto* r = dynamic_cast<CallableRepr*>(callee.repr);
    if (!r) {  // a special method: the callee is self; what else calls it ("key") calls the instance
        std::string name = site.role.substr(site.role.rfind('.') + 1);
        return call_virtual(ops, site, callee, name.starts_with("__") ? name : "__call__", operands);
    }
    const CallFamily family = rtyper_.annotated().families[site.family];
    const CallRow& row = family.rows[site.row];
    std::vector<size_t> valid;
    for (size_t i = 0; i < family.descs.size(); i++) {
        if (!is_valid(row.targets[i])) continue;
        const auto& descs = r->s().descs;
        if (std::find(descs.begin(), descs.end(), family.descs[i]) != descs.end()) valid.push_back(i);
    }
    if (r->nullable())
        ops.raise_if(r->ll_is_none(ops, callee.value), "TypeError", "'NoneType' object is not callable");
    if (valid.empty()) {
        ops.unsupported("this call");
        return {ops.void_(), &rtyper_.none_repr()};
    }
    if (r->form() == CallableRepr::Form::methods) {
        return call_virtual(ops, site, {callee.value, methods_self_repr(*r)}, attribute_of(r->s().descs[0]),
                            operands);
    }
    if (r->form() != CallableRepr::Form::general)
        return call_target(ops, row.targets[valid[0]], callee.value, operands);

    const RowShape row_shape = shape(site.family, site.row);
    Value general = ops.cast(callee.value, rtyper_.types().pointer_to(family_struct(site.family)));
    std::vector<GraphId> graphs;
    for (size_t i : valid) {
        ConstantId function = wrapper(site.family, site.row, family.descs[i]);
        graphs.push_back(rtyper_.constants()[function].graph);
    }
    std::sort(graphs.begin(), graphs.end());
    Value code = ops.getfield(general, fmt::format("call{}", site.row));
    std::vector<Value> args{code, rtyper_.constants().graphs(graphs), general};
    for (Value v : wire_values(ops, row_shape, operands)) args.push_back(v);
    TypedValue result{ops.op(Op::indirect_call, std::move(args), row_shape.result->lowleveltype()),
                      row_shape.result};
    set_arguments_of_exceptions(ops, row, valid, result, operands);
    return result;
}

// Exceptions without an __init__ of their own keep what they are called with; only the caller knows the
// types.
void Callables::set_arguments_of_exceptions(LLOps& ops, const CallRow& row, const std::vector<size_t>& valid,
                                            TypedValue made, const CallOperands& operands) {
    ClassLayouts& classes = rtyper_.classes();
    std::vector<ClassInfo*> keeping;
    for (size_t i : valid) {
        const CallTarget& target = row.targets[i];
        if (!target.instance.valid() || target.graph.valid()) continue;
        ClassInfo& c = classes.info(target.instance);
        if (classes.is_exception(c)) keeping.push_back(&c);
    }
    std::vector<TypedValue> args = operands.positional(ops);
    if (keeping.empty() || args.empty()) return;
    auto set = [&] {
        set_exception_args(ops, classes.info(made.repr->s().classdef), made.value, args);
        return ops.void_();
    };
    if (keeping.size() == valid.size()) {
        set();
        return;
    }
    Value type = classes.typeptr(ops, made.value), keeps = ops.bool_(false);
    for (ClassInfo* c : keeping) {
        Value same = ops.op(Op::ptr_eq, {type, classes.vtable_constant(*c)}, kBool);
        keeps = ops.select(same, ops.bool_(true), keeps, kBool);
    }
    ops.if_else(keeps, kVoid, set, [&] { return ops.void_(); });
}

Repr* Callables::methods_self_repr(CallableRepr& r) {
    ClassInfo* common = nullptr;
    for (DescId id : r.s().descs) {
        ClassInfo* c = &rtyper_.classes().info(desc(id).self);
        if (!common) common = c;
        while (common && !c->is_subclass_of(common)) common = common->base;
    }
    if (!common) return nullptr;
    Annotation self{.kind = SKind::instance};
    self.classdef = common->classdef;
    return &rtyper_.repr(std::move(self));
}

std::string Callables::attribute_of(DescId bound_method) {
    const Desc d = desc(bound_method);
    if (d.kind != DescKind::bound_method || !d.self.valid()) return "";
    ClassInfo& c = rtyper_.classes().info(d.self);
    ObjectId function = desc(d.function).object;
    auto is_it = [&](const std::string& name) {
        auto value = rtyper_.classes().class_value(c, name);
        if (!value || !value->value.valid()) return false;
        const Constant& constant = rtyper_.constants()[value->value];
        return constant.kind == ConstantKind::object && constant.object == function;
    };
    const std::string& own = rtyper_.world.object(function).name;
    if (is_it(own)) return own;
    for (ClassInfo* level = &c; level; level = level->base) {
        const auto attributes = rtyper_.annotated().classdefs[level->classdef].attributes;
        for (const auto& [name, attribute] : attributes) {
            if (!attribute.on_instance && is_it(name)) return name;
        }
    }
    return "";
}

bool Callables::stands_for(ObjectId held, ObjectId function) const {
    const HostObject& object = rtyper_.world.object(held);
    if (object.kind != HostKind::property) return held == function;
    return std::any_of(object.items.begin(), object.items.end(), [&](ConstantId accessor) {
        const Constant& constant = rtyper_.constants()[accessor];
        return constant.kind == ConstantKind::object && constant.object == function;
    });
}

std::optional<CallTarget> Callables::target_for(const CallSite& site, ClassInfo& c, const std::string& name) {
    auto value = rtyper_.classes().class_value(c, name);
    if (!value || !value->value.valid()) return std::nullopt;
    ObjectId held = rtyper_.constants()[value->value].object;
    const CallFamily& family = rtyper_.annotated().families[site.family];
    for (ClassInfo* level = &c; level; level = level->base) {
        for (size_t i = 0; i < family.descs.size(); i++) {
            const Desc& d = desc(family.descs[i]);
            if (d.kind != DescKind::bound_method || d.self != level->classdef) continue;
            if (!stands_for(held, desc(d.function).object)) continue;
            const CallTarget& target = family.rows[site.row].targets[i];
            if (is_valid(target)) return target;
        }
    }
    return std::nullopt;
}

TypedValue Callables::call_virtual(LLOps& ops, const CallSite& site, TypedValue self, const std::string& name,
                                   const CallOperands& operands) {
    ClassLayouts& classes = rtyper_.classes();
    ClassInfo& c = classes.info(self.repr->s().classdef);
    if (self.repr->nullable())
        ops.raise_if(self.repr->ll_is_none(ops, self.value), "AttributeError",
                     fmt::format("'NoneType' object has no attribute '{}'", name));
    std::set<GraphId> graphs;
    std::optional<CallTarget> any;
    for (ClassInfo* sub : classes.with_subclasses(c)) {
        std::optional<CallTarget> target = target_for(site, *sub, name);
        if (!target) continue;
        graphs.insert(target->graph);
        if (!any) any = target;
    }
    if (!any) {
        ops.unsupported(fmt::format("this call of `{}` on `{}`", name, c.name));
        return {ops.void_(), &rtyper_.none_repr()};
    }
    if (graphs.size() == 1) return call_target(ops, *any, self.value, operands);

    ClassInfo* owner = classes.attribute_owner(c, name);
    if (!owner) owner = &c;
    std::string slot = virtual_slot(site, *owner, name);
    const RowShape row_shape = shape(site.family, site.row);
    std::vector<GraphId> functions;
    for (ClassInfo* sub : classes.with_subclasses(c)) {
        ConstantId function = virtual_function(site, *owner, *sub, name);
        if (rtyper_.constants()[function].kind == ConstantKind::function)
            functions.push_back(rtyper_.constants()[function].graph);
    }
    std::sort(functions.begin(), functions.end());
    functions.erase(std::unique(functions.begin(), functions.end()), functions.end());
    Value receiver = ops.cast(self.value, classes.pointer(*owner));
    Value code = classes.read_slot(ops, receiver, *owner, slot);
    std::vector<Value> args{code, rtyper_.constants().graphs(functions), receiver};
    for (Value v : wire_values(ops, row_shape, operands)) args.push_back(v);
    return {ops.op(Op::indirect_call, std::move(args), row_shape.result->lowleveltype()), row_shape.result};
}

std::string Callables::virtual_slot(const CallSite& site, ClassInfo& owner, const std::string& name) {
    TypeTable& types = rtyper_.types();
    const RowShape row_shape = shape(site.family, site.row);
    std::vector<LLTypeId> parameters{rtyper_.classes().pointer(owner)};
    for (const WireArgument& wire : row_shape.wire) parameters.push_back(wire.repr->lowleveltype());
    std::string slot = fmt::format("{}_{}_{}", name, site.family.index, site.row);
    LLTypeId type = types.pointer_to(types.function(parameters, row_shape.result->lowleveltype()));
    rtyper_.classes().add_slot(owner, {slot, type, [this, site, &owner, name](ClassInfo& c) {
                                           return virtual_function(site, owner, c, name);
                                       }});
    return slot;
}

// What the slot has in the vtable of c: takes self as an instance of owner.
ConstantId Callables::virtual_function(const CallSite& site, ClassInfo& owner, ClassInfo& c,
                                       const std::string& name) {
    TypeTable& types = rtyper_.types();
    const RowShape row_shape = shape(site.family, site.row);
    std::vector<LLTypeId> parameters{rtyper_.classes().pointer(owner)};
    for (const WireArgument& wire : row_shape.wire) parameters.push_back(wire.repr->lowleveltype());
    LLTypeId result = row_shape.result->lowleveltype();
    LLTypeId type = types.pointer_to(types.function(parameters, result));
    std::optional<CallTarget> found = target_for(site, c, name);
    if (!found) return default_method(site, owner, name, parameters, *row_shape.result, type);
    const CallTarget target = *found;

    // The method itself fits where it takes just this.
    bool in_order = rtyper_.function_type(target.graph) == type && !target.arguments.empty() &&
                    target.arguments[0].kind == ArgumentSource::Kind::self;
    for (size_t i = 1; in_order && i < target.arguments.size(); i++) {
        in_order = target.arguments[i].kind == ArgumentSource::Kind::operand &&
                   row_shape.wire[i - 1].item < 0 &&
                   target.arguments[i].index == row_shape.wire[i - 1].operand &&
                   rtyper_.signature(target.graph).args[i] == row_shape.wire[i - 1].repr;
    }
    if (in_order && rtyper_.signature(target.graph).result == row_shape.result)
        return rtyper_.function_constant(target.graph);

    auto key = std::tuple(target.graph, &owner, site.family, site.row);
    auto known = virtual_functions_.find(key);
    if (known != virtual_functions_.end()) return known->second;
    auto made = rtyper_.begin_graph(rtyper_.program.graph(target.graph).name, parameters, result);
    virtual_functions_[key] = rtyper_.function_constant(made.graph);
    CallOperands operands = from_wire(row_shape, made.parameters, 1);
    TypedValue value = call_target(made.ops, target, made.parameters[0], operands);
    rtyper_.finish_graph(made, made.ops.convert(value.value, *value.repr, *row_shape.result));
    return virtual_functions_[key];
}

// What instances of classes without the method do: object's, or an error.
ConstantId Callables::default_method(const CallSite& site, ClassInfo& owner, const std::string& name,
                                     const std::vector<LLTypeId>& parameters, Repr& result, LLTypeId type) {
    if (!name.starts_with("__")) return no_function(rtyper_, type);
    auto key = std::tuple(GraphId(), &owner, site.family, site.row);
    auto known = virtual_functions_.find(key);
    if (known != virtual_functions_.end()) return known->second;
    auto made = rtyper_.begin_graph("object" + name, parameters, result.lowleveltype());
    LLOps& ops = made.ops;
    virtual_functions_[key] = rtyper_.function_constant(made.graph);
    Annotation instance{.kind = SKind::instance};
    instance.classdef = owner.classdef;
    Repr& self = rtyper_.repr(std::move(instance));
    Value value;
    if (rtyper_.declines(site)) {
        value = result.zero();  // NotImplemented
    } else if ((name == "__eq__" || name == "__ne__") && parameters.size() == 2) {
        Value same = ops.op(
            Op::ptr_eq, {ops.cast(made.parameters[0], kGcRef), ops.cast(made.parameters[1], kGcRef)}, kBool);
        value = ops.convert(name == "__eq__" ? same : ops.not_(same), rtyper_.bool_repr(), result);
    } else if (name == "__hash__") {
        value = ops.convert(self.Repr::ll_hash(ops, made.parameters[0]), rtyper_.int_repr(), result);
    } else if (name == "__bool__") {
        value = ops.convert(ops.bool_(true), rtyper_.bool_repr(), result);
    } else {
        ops.raise_if(ops.bool_(true), "TypeError",
                     fmt::format("'{}' object does not support `{}`", owner.name, name));
        value = result.zero();
    }
    rtyper_.finish_graph(made, value);
    return virtual_functions_[key];
}

// ---- the rtyper's own ways to call

TypedValue RTyper::call_site(LLOps& ops, const CallSite& site, const std::vector<TypedValue>& operands) {
    CallOperands all;
    for (uint32_t i = 1; i < operands.size(); i++) all.set(i, operands[i]);
    return callables_->call(ops, site, operands[0], all);
}

bool RTyper::declines(const CallSite& site) {
    return annotated()[annotated().families[site.family].rows[site.row].result].declines;
}

std::optional<CallSite> RTyper::method_site(ClassInfo& c, const std::string& name, size_t positional) {
    for (ClassInfo* level = &c; level; level = level->base) {
        const auto& implicit = annotated().classdefs[level->classdef].implicit;
        if (auto found = implicit.find(name); found != implicit.end()) return found->second;
    }
    // A family of bound methods of this name that has a row for so many arguments.
    for (ClassInfo* sub : classes_->with_subclasses(c)) {
        auto value = classes_->class_value(*sub, name);
        if (!value || !value->value.valid()) continue;
        const Constant constant = constants()[value->value];
        if (constant.kind != ConstantKind::object) continue;
        const auto& descs = annotated().descs;
        for (uint32_t i = 0; i < descs.size(); i++) {
            const Desc& d = descs[DescId(i)];
            if (d.kind != DescKind::bound_method || !d.self.valid() || !d.family.valid()) continue;
            if (descs[d.function].object != constant.object || !sub->is_subclass_of(&classes_->info(d.self)))
                continue;
            const CallFamily& family = annotated().families[d.family];
            for (uint32_t row = 0; row < family.rows.size(); row++) {
                if (family.rows[row].positional == positional && family.rows[row].keywords.empty())
                    return CallSite{name, d.family, row};
            }
        }
    }
    return std::nullopt;
}

std::optional<TypedValue> RTyper::call_method(LLOps& ops, TypedValue self, const std::string& name,
                                              const std::vector<TypedValue>& args) {
    if (self.repr->kind() != SKind::instance) return std::nullopt;
    auto site = method_site(classes_->info(self.repr->s().classdef), name, args.size());
    if (!site) return std::nullopt;
    CallOperands operands;
    for (uint32_t i = 0; i < args.size(); i++) operands.set(i + 1, args[i]);
    return callables_->call_virtual(ops, *site, self, name, operands);
}

ConstantId RTyper::call_function(const CallSite& site, Repr& callee, const std::vector<Repr*>& args,
                                 Repr& result) {
    std::vector<LLTypeId> parameters{callee.storage_type()};
    for (Repr* arg : args) parameters.push_back(arg->storage_type());
    auto made = begin_graph("call", parameters, result.storage_type());
    std::vector<TypedValue> operands{{made.ops.from_storage(made.parameters[0], callee), &callee}};
    for (size_t i = 0; i < args.size(); i++)
        operands.push_back({made.ops.from_storage(made.parameters[i + 1], *args[i]), args[i]});
    TypedValue value = call_site(made.ops, site, operands);
    finish_graph(made, made.ops.to_storage(made.ops.convert(value.value, *value.repr, result), result));
    return function_constant(made.graph);
}

}  // namespace sapwood
