// Names: locals, cells, globals; local functions.
#include "flowgraph/suggestion.h"
#include "frontend/flow_builder.h"
#include "frontend/interpreter.h"

namespace sapwood {

Value FlowBuilder::load_name(const std::string& name, Node node) {
    Place place = resolve(*scope_, name);
    switch (place.kind) {
        case Place::Kind::local: return read_slot(place.slot, name, node);
        case Place::Kind::cell: return emit(Op::cell_get, {state_[place.slot].value, str(name)}, node, name);
        case Place::Kind::outside: return load_outside(name, place.declared_global, node);
    }
    CHECK(false, "a place of unknown kind");
}

Value FlowBuilder::read_slot(int slot, const std::string& name, Node node) {
    Binding& binding = state_[slot];
    if (binding.bound == boolean(true)) return binding.value;
    // The main block's names are the module's, also those that are locals here.
    bool module_level = code_.scope->module_level;
    if (binding.bound == boolean(false)) {
        raise_unbound(name, module_level, node);
        start_dead_code();
        return program_.constants.undefined();
    }
    if (module_level) {
        Branches branches = branch_on_value(binding.bound, node);
        if (join(std::move(branches.no), "unbound")) raise_unbound(name, module_level, node);
        join(std::move(branches.yes), "bound");
    } else {
        emit(Op::check_defined, {binding.bound, str(name)}, node);
    }
    state_[slot].bound = boolean(true);
    return state_[slot].value;
}

void FlowBuilder::raise_unbound(const std::string& name, bool global, Node node) {
    if (global) return raise_builtin("NameError", fmt::format("name '{}' is not defined", name), node);
    raise_builtin(
        "UnboundLocalError",
        fmt::format("cannot access local variable '{}' where it is not associated with a value", name), node);
}

Value FlowBuilder::load_outside(const std::string& name, bool declared_global, Node node) {
    const CodeContext& context = *code_.context;
    auto cell = context.cells.find(name);
    if (!declared_global && cell != context.cells.end()) {
        py::object contents = attribute_or_null(cell->second, "cell_contents");
        if (contents && !world_.cell_is_stored(context, code_.node, name)) return constant(contents);
        Value module = program_.constants.object(world_.cell_module(cell->second, name));
        return emit(Op::getattr, {module, str("contents")}, node, name);
    }
    py::object names = context.names;
    if (world_.stores.global_is_stored(names, name)) {
        Value module = program_.constants.object(world_.module_of(names));
        bool always_there = PyDict_GetItemString(names.ptr(), name.c_str()) != nullptr;
        return always_there ? emit_quiet(Op::getattr, {module, str(name)}, node, name)
                            : emit(Op::getattr, {module, str(name)}, node, name);
    }
    if (PyObject* value = PyDict_GetItemString(names.ptr(), name.c_str())) {
        world_.note_fold(names, name);
        return constant(value);
    }
    if (name == "__debug__") return boolean(true);
    if (py::object value = attribute_or_null(py::module_::import("builtins"), name.c_str())) {
        world_.note_fold(names, name);
        return constant(value);
    }
    auto error = world_.diagnostics.error<Diag::unknown_name>(at(node), name);
    if (std::string near = nearest_name(name, visible_names()); !near.empty())
        error.note<Diag::did_you_mean>(at(node), near);
    return diagnosed(node);
}

std::vector<std::string> FlowBuilder::visible_names() const {
    std::vector<std::string> names;
    for (const Scope* scope = scope_; scope; scope = scope->parent)
        for (const auto& [name, info] : scope->names) names.push_back(name);
    for (const auto& [name, cell] : code_.context->cells) names.push_back(name);
    for (py::handle name : py::dict(code_.context->names).attr("keys")())
        if (PyUnicode_Check(name.ptr())) names.push_back(text_of(name));
    std::vector<std::string> builtins = names_in(py::module_::import("builtins"));
    names.insert(names.end(), builtins.begin(), builtins.end());
    return names;
}

void FlowBuilder::store_name(const std::string& name, Value value, Node node) {
    Place place = resolve(*scope_, name);
    switch (place.kind) {
        case Place::Kind::local:
            note_plain_store(name, value, node);
            state_[place.slot] = {value, boolean(true)};
            return;
        case Place::Kind::cell: emit_quiet(Op::cell_set, {state_[place.slot].value, value}, node); return;
        case Place::Kind::outside: store_outside(name, place.declared_global, value, node); return;
    }
}

// A value that has no name yet gets this one.
void FlowBuilder::note_plain_store(const std::string& name, Value value, Node node) {
    if (value.is_constant()) {
        graph_.plain_stores.push_back({name, value, "", at(node)});
        return;
    }
    std::string& known = graph_.variables[value.variable()].name;
    if (known.empty())
        known = name;
    else if (known != name)
        graph_.plain_stores.push_back({name, {}, known, at(node)});
}

void FlowBuilder::store_outside(const std::string& name, bool declared_global, Value value, Node node) {
    const CodeContext& context = *code_.context;
    auto cell = context.cells.find(name);
    if (!declared_global && cell != context.cells.end()) {
        Value module = program_.constants.object(world_.cell_module(cell->second, name));
        emit_quiet(Op::setattr, {module, str("contents"), value}, node);
        return;
    }
    bool import = node.kind() == NodeKind::Import || node.kind() == NodeKind::ImportFrom;
    if (import && value.is_constant() && !world_.stores.global_is_stored(context.names, name)) {
        // Only an import of the main block binds it.
        PyDict_SetItemString(context.names.ptr(), name.c_str(), live(value).ptr());
        return;
    }
    Value module = program_.constants.object(world_.module_of(context.names));
    world_.note_store(module.is_constant() ? program_.constants[module.constant()].object : ObjectId(), name);
    emit_quiet(Op::setattr, {module, str(name), value}, node);
}

void FlowBuilder::delete_name(const std::string& name, Node node) {
    Place place = resolve(*scope_, name);
    switch (place.kind) {
        case Place::Kind::local:
            read_slot(place.slot, name, node);
            state_[place.slot] = {program_.constants.undefined(), boolean(false)};
            return;
        case Place::Kind::cell:
            emit(Op::cell_get, {state_[place.slot].value, str(name)}, node);
            emit_quiet(Op::cell_set, {state_[place.slot].value, program_.constants.undefined()}, node);
            return;
        case Place::Kind::outside: unsupported(node, fmt::format("del of the global `{}`", name)); return;
    }
}

// A `def` or lambda inside a function.
Value FlowBuilder::make_function(Node node) {
    Scope& inner = scope_->child(node);
    HostFunction description;
    std::vector<Value> defaults;
    for (const ParameterNode& parameter : parameters_of(node)) {
        HostParameter described{parameter.name, static_cast<HostParameter::Kind>(parameter.kind), {}};
        bool run_time = false;
        if (parameter.default_value) {
            Value value = eval(parameter.default_value);
            if (value.is_constant()) {
                described.default_value = value.constant();
            } else {
                run_time = true;
                defaults.push_back(value);
            }
        }
        description.parameters.push_back(std::move(described));
        description.run_time_default.push_back(run_time);
    }
    return make_closure(inner, std::move(description), defaults);
}

// The function of a scope, with what it captures.
Value FlowBuilder::make_closure(Scope& inner, HostFunction description, const std::vector<Value>& defaults) {
    description.generator = inner.generator;
    std::vector<Value> args = {Value()};
    for (const auto& [name, slot] : inner.free) {
        description.cell_names.push_back(name);
        Place place = resolve(*scope_, name);
        CHECK(place.kind != Place::Kind::outside, "captured `{}` is not known", name);
        if (place.kind == Place::Kind::local && state_[place.slot].bound != boolean(true)) {
            place.info->cell = true;
            throw ScopesChanged();
        }
        args.push_back(state_[place.slot].value);
    }
    args.insert(args.end(), defaults.begin(), defaults.end());
    args[0] = program_.constants.object(world_.local_function(code_, inner, std::move(description)));
    return emit_quiet(Op::make_closure, std::move(args), inner.node);
}

}  // namespace sapwood
