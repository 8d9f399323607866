// The scan for stores to globals and class attributes.
#include "frontend/store_scan.h"

namespace sapwood {

struct StoreScan::Context {
    SourceUnit& unit;
    py::object names;   // the module's dict
    py::object class_;  // innermost class around, where it can be found by its name
    std::string class_path;
    Scope* scope = nullptr;   // of the function around; nullptr while the module level is walked
    std::string class_param;  // the parameter that is a class: `cls` of a class method
};

namespace {

py::object key_of(py::handle object) {
    if (PyModule_Check(object.ptr())) return object.attr("__dict__");
    return py::reinterpret_borrow<py::object>(object);
}

// The name of the first parameter, where it is a class rather than an instance.
std::string class_parameter(Node function) {
    if (function.kind() == NodeKind::Lambda) return "";
    std::vector<ParameterNode> parameters = parameters_of(function);
    if (parameters.empty()) return "";
    std::string name = function.text(Field::name);
    bool class_method = name == "__new__" || name == "__init_subclass__" || name == "__class_getitem__";
    for (Node decorator : function.list(Field::decorator_list))
        if (decorator.kind() == NodeKind::Name && decorator.text(Field::id) == "classmethod")
            class_method = true;
    return class_method ? parameters[0].name : "";
}

bool is_string(Node node) {
    return node.kind() == NodeKind::Constant && PyUnicode_Check(node.value(Field::value).ptr());
}

// `type(x)` and `x.__class__`.
bool is_class_of_something(Node node) {
    if (node.kind() == NodeKind::Attribute) return node.text(Field::attr) == "__class__";
    if (node.kind() != NodeKind::Call) return false;
    Node function = node.child(Field::func);
    return function.kind() == NodeKind::Name && function.text(Field::id) == "type" &&
           node.list(Field::args).size() == 1;
}

}  // namespace

void StoreScan::scan(SourceUnit& unit, py::handle module) {
    if (!scanned_.insert(module.ptr()).second) return;
    Context context{unit, module.attr("__dict__"), {}, "", nullptr, ""};
    walk(Node(unit.tree), context);
}

void StoreScan::scan_main_block(SourceUnit& unit, py::handle module, const std::vector<Node>& statements,
                                Scope& scope) {
    Context context{unit, module.attr("__dict__"), {}, "", &scope, ""};
    // An import is resolved at translation: a name that only the block's own imports bind is no variable.
    std::map<std::string, size_t> imports;
    for (Node statement : statements) {
        if (statement.kind() != NodeKind::Import && statement.kind() != NodeKind::ImportFrom) continue;
        StoredNames bound;
        bound.add(statement);
        for (const auto& [name, unbinds] : bound.names) ++imports[name];
    }
    for (const auto& [name, info] : scope.names)
        if (info.stored && !info.block_local && imports[name] < info.stores.size()) note(context.names, name);
    for (Node statement : statements) walk(statement, context);
}

void StoreScan::walk(Node node, Context& context) {
    NodeKind kind = node.kind();
    if (kind == NodeKind::ClassDef) {
        Context inner = context;
        inner.class_path += (inner.class_path.empty() ? "" : ".") + node.text(Field::name);
        inner.class_ = {};
        if (!context.scope) {
            py::object found =
                context.class_path.empty() ? py::reinterpret_borrow<py::object>(PyDict_GetItemString(
                                                 context.names.ptr(), node.text(Field::name).c_str()))
                : context.class_           ? attribute_or_null(context.class_, node.text(Field::name).c_str())
                                           : py::object();
            if (found && PyType_Check(found.ptr())) inner.class_ = found;
        }
        for (Node child : node.children()) walk(child, inner);
        return;
    }
    if (is_function(kind)) {
        for (Node decorator :
             kind == NodeKind::Lambda ? std::vector<Node>() : node.list(Field::decorator_list))
            walk(decorator, context);
        for (const ParameterNode& parameter : parameters_of(node))
            if (parameter.default_value) walk(parameter.default_value, context);
        Context inner = context;
        std::unique_ptr<Scope> own;
        Scope* scope = nullptr;
        if (context.scope)
            for (auto& child : context.scope->children)
                if (child->node.pointer() == node.pointer()) scope = child.get();
        if (!scope) {  // a function of the module level, or of a class inside a function
            own = analyse_function(node, "");
            scope = own.get();
        }
        for (const auto& [name, info] : scope->names)
            if (info.declared_global && info.stored) note(context.names, name);
        inner.scope = scope;
        inner.class_param = class_parameter(node);
        if (kind == NodeKind::Lambda) {
            walk(node.child(Field::body), inner);
        } else {
            for (Node statement : node.list(Field::body)) walk(statement, inner);
        }
        return;
    }
    if (context.scope && is_comprehension(kind)) {
        for (auto& child : context.scope->children) {
            if (child->node.pointer() != node.pointer()) continue;
            Context inner = context;
            inner.scope = child.get();
            for (Node each : node.children()) walk(each, inner);
            return;
        }
    }
    if (context.scope && kind == NodeKind::Attribute && node.child(Field::ctx).kind() != NodeKind::Load)
        attribute_store(node.child(Field::value), node.text(Field::attr), context);
    if (context.scope && kind == NodeKind::Call) {
        Node function = node.child(Field::func);
        std::vector<Node> args = node.list(Field::args);
        std::string name = function.kind() == NodeKind::Name ? function.text(Field::id) : "";
        if ((name == "setattr" || name == "delattr") && args.size() >= 2 && is_string(args[1]))
            attribute_store(args[0], text_of(args[1].value(Field::value)), context);
    }
    for (Node child : node.children()) walk(child, context);
}

void StoreScan::attribute_store(Node object, const std::string& name, Context& context) {
    bool class_parameter = object.kind() == NodeKind::Name && !context.class_param.empty() &&
                           object.text(Field::id) == context.class_param;
    if (class_parameter || is_class_of_something(object)) {
        py::object root = context.class_;
        if (!root) root = py::reinterpret_borrow<py::object>(reinterpret_cast<PyObject*>(&PyBaseObject_Type));
        families_.emplace_back(root, name);
        return;
    }
    if (py::object found = resolve_statically(object, context)) {
        if (PyModule_Check(found.ptr()) || PyType_Check(found.ptr()) || PyFunction_Check(found.ptr()))
            note(found, name);
    }
}

py::object StoreScan::resolve_statically(Node expression, Context& context) {
    if (expression.kind() == NodeKind::Name) {
        std::string name = expression.text(Field::id);
        if (resolve(*context.scope, name).kind != Place::Kind::outside) return {};
        return py::reinterpret_borrow<py::object>(PyDict_GetItemString(context.names.ptr(), name.c_str()));
    }
    if (expression.kind() != NodeKind::Attribute) return {};
    py::object base = resolve_statically(expression.child(Field::value), context);
    if (!base || !(PyModule_Check(base.ptr()) || PyType_Check(base.ptr()))) return {};
    return attribute_or_null(base, expression.text(Field::attr).c_str());
}

bool StoreScan::global_is_stored(py::handle names, const std::string& name) const {
    auto found = stored_.find(names.ptr());
    return found != stored_.end() && found->second.contains(name);
}

std::set<std::string> StoreScan::stored_globals(py::handle names) const {
    auto found = stored_.find(names.ptr());
    return found == stored_.end() ? std::set<std::string>() : found->second;
}

bool StoreScan::stored_on(py::handle class_, const std::string& name) const {
    auto found = stored_.find(class_.ptr());
    return found != stored_.end() && found->second.contains(name);
}

bool StoreScan::class_attribute_is_stored(py::handle class_, const std::string& name) const {
    auto* type = reinterpret_cast<PyTypeObject*>(class_.ptr());
    py::object mro = class_.attr("__mro__");
    for (py::handle each : mro)
        if (stored_on(each, name)) return true;
    for (const auto& [root, stored] : families_)
        if (stored == name && PyType_IsSubtype(type, reinterpret_cast<PyTypeObject*>(root.ptr())))
            return true;
    return false;
}

bool StoreScan::attribute_is_stored(py::handle object, const std::string& name) const {
    if (PyType_Check(object.ptr())) return class_attribute_is_stored(object, name);
    return global_is_stored(key_of(object), name);
}

bool StoreScan::note(py::handle object, const std::string& name) {
    py::object key = key_of(object);
    auto [found, added] = stored_.try_emplace(key.ptr());
    if (added) key.inc_ref();
    return found->second.insert(name).second;
}

}  // namespace sapwood
