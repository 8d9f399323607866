// Ids of live objects, answers to the annotator's questions, and the demand for graphs.
#include "frontend/cpython_world.h"

#include <algorithm>

#include "flowgraph/known_attributes.h"
#include "frontend/enums.h"
#include "frontend/flow_builder.h"
#include "frontend/interpreter.h"

namespace sapwood {

namespace {

constexpr const char* kDataClassMethods[] = {"_sapwood_replace_", "_sapwood_asdict_", "_sapwood_astuple_",
                                             "_sapwood_fields_"};

}  // namespace

CPythonWorld::CPythonWorld(Program& p, Diagnostics& d, SourceRegistry& source_registry, StoreScan& store_scan,
                           StandIns& shared_stand_ins)
    : HostWorld(p, d), sources(source_registry), stores(store_scan), stand_ins(shared_stand_ins) {}

ConstantId CPythonWorld::constant_of(py::handle value) {
    PyObject* object = value.ptr();
    if (!object) return program.constants.undefined();
    if (object == Py_None) return program.constants.none();
    if (PyBool_Check(object)) return program.constants.boolean(object == Py_True);
    if (PyLong_CheckExact(object)) {
        int overflow = 0;
        long long number = PyLong_AsLongLongAndOverflow(object, &overflow);
        if (overflow == 0) return program.constants.integer(number);
    }
    if (PyFloat_CheckExact(object)) return program.constants.floating(PyFloat_AS_DOUBLE(object));
    if (PyUnicode_CheckExact(object)) return program.constants.str(text_of(value));
    if (PyBytes_CheckExact(object))
        return program.constants.bytes(std::string(PyBytes_AS_STRING(object), PyBytes_GET_SIZE(object)));
    if (!ids_.contains(object)) {
        py::object used = stand_ins.of(value);
        if (PyLong_CheckExact(used.ptr()) && !PyLong_CheckExact(object)) return constant_of(used);
    }
    return program.constants.object(object_of(value));
}

ObjectId CPythonWorld::object_of(py::handle value) {
    auto known = ids_.find(value.ptr());
    if (known != ids_.end()) return known->second;
    py::object object = stand_ins.of(value);
    known = ids_.find(object.ptr());
    if (known != ids_.end()) return known->second;
    if (PyType_Check(object.ptr()) && text_of(object.attr("__module__")) == "builtins") {
        // The library of low-level helpers may have declared it.
        auto declared = program.host.classes.find(text_of(object.attr("__name__")));
        if (declared != program.host.classes.end()) {
            ids_.emplace(object.ptr(), declared->second);
            live_[declared->second] = object;
            return declared->second;
        }
    }
    ObjectId id = new_object(object);
    pending_.push_back(id);
    return id;
}

ConstantId CPythonWorld::tuple_of(const std::vector<ConstantId>& items) {
    auto [known, added] = tuples_.try_emplace(items);
    if (!added) return known->second;
    py::tuple tuple(items.size());
    for (size_t i = 0; i < items.size(); ++i) tuple[i] = live(items[i]);
    return known->second = constant_of(tuple);
}

ConstantId CPythonWorld::builtin(const std::string& name) {
    auto [known, added] = builtins_.try_emplace(name);
    if (added) known->second = constant_of(py::module_::import("builtins").attr(name.c_str()));
    return known->second;
}

ObjectId CPythonWorld::new_object(py::object value) {
    ObjectId id = program.host.objects.add({});
    if (value) {
        ids_.emplace(value.ptr(), id);
        live_[id] = std::move(value);
    }
    return id;
}

py::object CPythonWorld::live_object(ObjectId object) const {
    auto found = live_.find(object);
    return found == live_.end() ? py::object() : found->second;
}

py::object CPythonWorld::live(ConstantId id) const {
    const Constant& constant = program.constants[id];
    switch (constant.kind) {
        case ConstantKind::none: return py::none();
        case ConstantKind::boolean: return py::bool_(constant.integer != 0);
        case ConstantKind::integer: return py::int_(constant.integer);
        case ConstantKind::floating: return py::float_(constant.number);
        case ConstantKind::str:
            return py::reinterpret_steal<py::object>(PyUnicode_DecodeUTF8(
                constant.text.data(), static_cast<Py_ssize_t>(constant.text.size()), "surrogatepass"));
        case ConstantKind::bytes: return py::bytes(constant.text);
        case ConstantKind::object: return live_object(constant.object);
        default: return {};
    }
}

ObjectId CPythonWorld::module_of(py::handle names) {
    py::object name = names.attr("get")("__name__", py::none());
    py::dict modules = py::module_::import("sys").attr("modules");
    if (!name.is_none() && modules.contains(name)) {
        py::object module = modules[name];
        if (PyModule_Check(module.ptr()) && py::object(module.attr("__dict__")).ptr() == names.ptr())
            return object_of(module);
    }
    auto [known, added] = stand_ins_.try_emplace({names.ptr(), ""});
    if (!added) return known->second;
    ObjectId id = known->second = new_object({});
    HostObject& described = program.host.objects[id];
    described.kind = HostKind::module;
    described.name = described.qualname = name.is_none() ? "<names>" : text_of(name);
    stand_in_of_[id] = {py::reinterpret_borrow<py::object>(names), ""};
    return id;
}

ObjectId CPythonWorld::cell_module(py::handle cell, const std::string& name) {
    auto [known, added] = stand_ins_.try_emplace({cell.ptr(), "cell"});
    if (!added) return known->second;
    ObjectId id = known->second = new_object({});
    stand_in_of_[id] = {py::reinterpret_borrow<py::object>(cell), name};
    HostObject described;
    described.kind = HostKind::module;
    described.name = described.qualname = "<cell " + name + ">";
    HostAttribute contents;
    contents.variable = true;
    if (py::object value = attribute_or_null(cell, "cell_contents")) contents.value = constant_of(value);
    described.attributes["contents"] = contents;
    program.host.objects[id] = std::move(described);
    return id;
}

bool CPythonWorld::cell_is_stored(const CodeContext& context, Node function, const std::string& name) {
    if (name == "__class__") return false;
    const FunctionEntry* outermost = nullptr;
    for (const FunctionEntry& entry : context.unit->functions)
        if (!outermost && entry.node.begin() <= function.begin() && function.end() <= entry.node.end())
            outermost = &entry;
    if (!outermost) return false;
    std::vector<Node> open = {outermost->node};
    while (!open.empty()) {
        Node node = open.back();
        open.pop_back();
        if (node.kind() == NodeKind::Nonlocal)
            for (Node each : node.list(Field::names))
                if (mangled(text_of(each.pointer()), outermost->class_name) == name) return true;
        for (Node child : node.children()) open.push_back(child);
    }
    return false;
}

ObjectId CPythonWorld::local_function(const FunctionCode& outer, Scope& scope, HostFunction description) {
    std::vector<ConstantId> defaults;
    for (const HostParameter& parameter : description.parameters) defaults.push_back(parameter.default_value);
    auto [known, added] = local_functions_.try_emplace({scope.node.pointer(), defaults});
    if (!added) return known->second;
    ObjectId id = known->second = new_object({});
    FunctionCode code;
    code.context = outer.context;
    code.node = scope.node;
    code.scope = &scope;
    code.name = scope.node.kind() == NodeKind::Lambda         ? "<lambda>"
                : scope.node.kind() == NodeKind::GeneratorExp ? "<genexpr>"
                                                              : scope.node.text(Field::name);
    code.qualname = outer.qualname + ".<locals>." + code.name;
    code.function = id;
    HostObject described;
    described.kind = HostKind::function;
    described.name = code.name;
    described.qualname = code.qualname;
    described.location = location_of(*outer.context, scope.node);
    described.function = std::move(description);
    described.function.code_only = true;
    described.function.low_level = outer.context->low_level;
    described.function.module = outer.context->module;
    described.function.qualname = code.qualname.substr(outer.context->module.size() + 1);
    described.function.location = described.location;
    program.host.objects[id] = std::move(described);
    local_code_.emplace(id, std::move(code));
    return id;
}

void CPythonWorld::note_library_use(const HostObject& function) {
    const Location& at = function.location;
    if (function.function.low_level || !at.known() || !use_.known()) return;
    const std::string& path = program.files[at.file].path;
    if (is_user_path(path)) return;
    library_uses.push_back({function.qualname, path, at.line, std::max(at.line, at.end_line),
                            program.files[use_.file].path, use_});
}

std::optional<GraphId> CPythonWorld::ask_graph(ObjectId id) {
    note_library_use(object(id));
    auto method = generator_methods_.find(id);
    if (method != generator_methods_.end()) return build_generator_method(method->second);
    auto local = local_code_.find(id);
    if (local != local_code_.end()) {
        FunctionCode code = local->second;
        return build(code);
    }
    py::object function = live_object(id);
    CHECK(function && PyFunction_Check(function.ptr()), "{} has no live function", object(id).name);
    std::string why;
    std::optional<FunctionSource> source = source_of(function, why);
    if (!source) {
        Location own = object(id).location;
        diagnostics.error<Diag::no_source>(own.known() ? own : use_, object(id).name, why);
        return std::nullopt;
    }
    FunctionCode code;
    code.context = std::make_shared<CodeContext>();
    code.context->unit = source->unit;
    code.context->names = function.attr("__globals__");
    code.context->module = object(id).function.module;
    code.context->low_level = object(id).function.low_level;
    code.context->frameless = StandIns::is_namespace(code.context->names);
    auto free = function.attr("__code__").attr("co_freevars").cast<py::tuple>();
    for (size_t i = 0; i < free.size(); ++i)
        code.context->cells[text_of(free[i])] = function.attr("__closure__").cast<py::tuple>()[i];
    code.node = source->entry->node;
    code.scope = &source->unit->scope_of(*source->entry);
    code.name = object(id).name;
    code.qualname = object(id).qualname;
    code.function = id;
    return build(code);
}

std::optional<GraphId> CPythonWorld::build(const FunctionCode& code) {
    if (code.scope->generator) return start_of_generator(code);
    return build_body(code);
}

std::optional<GraphId> CPythonWorld::build_body(const FunctionCode& code) {
    try {
        std::optional<FunctionGraph> graph = build_flow_graph(*this, code);
        describe_pending();
        if (!graph) return std::nullopt;
        return program.add_graph(std::move(*graph));
    } catch (py::error_already_set& error) {
        // Python code of the user's that runs at translation (__getattr__ of a class, an import) has raised.
        diagnostics.error<Diag::module_raised>(object(code.function).location, describe_error(error));
        return std::nullopt;
    }
}

// What `repr` shows, of generators without a live class; none where a metaclass of the program says it.
std::optional<HostAttribute> CPythonWorld::text_of_class(ObjectId class_, py::handle type) {
    HostAttribute result;
    result.defined_in = class_;
    if (!type) {
        result.value = program.constants.str("<class 'generator'>");
        return result;
    }
    py::object shown = enumeration_of(type);
    if (!shown) shown = py::reinterpret_borrow<py::object>(type);
    py::object code = attribute_or_null(py::type::of(shown).attr("__repr__"), "__code__");
    if (code && is_user_path(text_of(code.attr("co_filename")))) return std::nullopt;
    result.value = constant_of(py::repr(shown));
    return result;
}

// What runtime/stand_ins/dataclasses.py asks of data classes.
std::optional<HostAttribute> CPythonWorld::data_class_method(ObjectId class_, py::handle type,
                                                             const std::string& name) {
    py::object& known = data_class_methods_[{type.ptr(), name}];
    if (!known) known = stand_ins.function("dataclasses", "_sapwood_method_")(type, name);
    if (known.is_none()) return std::nullopt;
    HostAttribute result;
    result.defined_in = class_;
    result.value = constant_of(known);
    describe_pending();
    return result;
}

std::optional<HostAttribute> CPythonWorld::ask_class_attribute(ObjectId class_, const std::string& name) {
    py::object type = live_object(class_);
    // Generators: what their classes have was said when they were made, the rest is object's.
    bool generator = !type && !object(class_).builtin_class;
    if (name == kClassText && (generator || type)) return text_of_class(class_, type);
    if (generator) type = py::reinterpret_borrow<py::object>(reinterpret_cast<PyObject*>(&PyBaseObject_Type));
    if (!type) return std::nullopt;
    if (std::ranges::find(kDataClassMethods, name) != std::end(kDataClassMethods))
        return data_class_method(class_, type, name);
    bool stored = stores.class_attribute_is_stored(type, name);
    HostAttribute result;
    result.variable = stored;
    py::object mro = stand_ins.mro_of(type);
    bool is_enum = is_enum_class(type);
    for (py::handle each : mro) {
        if (is_enum && is_enum_library(each)) {  // members have these; see enums.h
            if (name == "name" || name == "value") break;
            if (py::object own = enum_function(type, name)) {
                result.defined_in = object_of(py::module_::import("enum").attr("Enum"));
                result.value = constant_of(own);
                break;
            }
        }
        py::object value = each.attr("__dict__").attr("get")(name, py::ellipsis());
        bool missing = value.ptr() == Py_Ellipsis || (is_enum && is_enum_copy(type, name, value));
        std::string_view kind = Py_TYPE(value.ptr())->tp_name;
        if (kind == "member_descriptor" || kind == "getset_descriptor") missing = true;
        if (missing) continue;
        result.defined_in = object_of(each);
        result.value = constant_of(value);
        break;
    }
    if (!result.defined_in.valid() && stored) {  // a value comes at run time only
        result.defined_in = class_;
        for (py::handle each : mro) {
            if (!stores.stored_on(each, name)) continue;
            result.defined_in = object_of(each);
            break;
        }
    }
    if (!result.defined_in.valid()) result = by_slice(mro, name);
    describe_pending();
    if (!result.defined_in.valid()) return std::nullopt;
    if (!stored) note_fold(type, name);
    return result;
}

// The method for slices of a class that has a method for items in Python: that one gets a slice as a value.
HostAttribute CPythonWorld::by_slice(py::handle mro, const std::string& name) {
    static constexpr struct {
        std::string_view slices;
        const char *items, *function;
    } kMethods[] = {{"__sapwood_getslice__", "__getitem__", "_getslice"},
                    {"__sapwood_setslice__", "__setitem__", "_setslice"},
                    {"__sapwood_delslice__", "__delitem__", "_delslice"}};
    HostAttribute result;
    for (const auto& row : kMethods) {
        if (row.slices != name) continue;
        for (py::handle each : mro) {
            py::object items = each.attr("__dict__").attr("get")(row.items, py::none());
            if (!PyFunction_Check(items.ptr()) || !StandIns::path_of(each).empty()) continue;
            result.defined_in = object_of(each);
            result.value = constant_of(stand_ins.function("builtins", row.function));
            return result;
        }
    }
    return result;
}

py::object& CPythonWorld::functions_of_enum(py::handle class_) {
    py::object& functions = enum_functions_[class_.ptr()];
    if (!functions) functions = enum_functions();
    return functions;
}

py::object CPythonWorld::enum_function(py::handle class_, const std::string& name) {
    return sapwood::enum_function(class_, functions_of_enum(class_), name);
}

py::object CPythonWorld::enum_look_up(py::handle class_) {
    py::object& found = enum_look_ups_[class_.ptr()];
    if (!found) found = enum_by_value(class_, functions_of_enum(class_));
    return found;
}

py::object CPythonWorld::enum_contains(py::handle class_) {
    py::object& found = enum_contains_[class_.ptr()];
    if (!found) found = sapwood::enum_contains(class_, functions_of_enum(class_));
    return found;
}

bool CPythonWorld::overrides_enum(py::handle class_, const std::string& name) const {
    py::object mro = class_.attr("__mro__");
    for (py::handle each : mro)
        if (each.attr("__dict__").contains(name.c_str())) return text_of(each.attr("__module__")) != "enum";
    return false;
}

std::vector<std::string> CPythonWorld::attribute_names(ObjectId object) const {
    py::object value = live_object(object);
    return value ? names_in(value) : HostWorld::attribute_names(object);
}

std::optional<HostAttribute> CPythonWorld::ask_module_attribute(ObjectId module, const std::string& name) {
    py::object names;
    auto stand_in = stand_in_of_.find(module);
    if (stand_in != stand_in_of_.end()) {
        if (name == "contents" && !PyDict_Check(stand_in->second.first.ptr())) return std::nullopt;
        names = stand_in->second.first;
    } else if (py::object live = live_object(module)) {
        names = live.attr("__dict__");
    } else {
        return std::nullopt;
    }
    HostAttribute result;
    result.variable = stores.global_is_stored(names, name);
    if (PyObject* value = PyDict_GetItemString(names.ptr(), name.c_str()))
        result.value = constant_of(value);
    else if (!result.variable)
        return std::nullopt;
    return result;
}

std::optional<ObjectId> CPythonWorld::ask_builtin_class(std::string_view name) {
    if (name == "generator") return new_generator_base();
    py::object value = attribute_or_null(py::module_::import("builtins"), std::string(name).c_str());
    if (name == "NoneType") value = py::type::of(py::none());
    if (!value || !PyType_Check(value.ptr())) return std::nullopt;
    ObjectId id = object_of(value);
    describe_pending();
    return id;
}

bool CPythonWorld::note_store(ObjectId target, const std::string& name) {
    auto stand_in = stand_in_of_.find(target);
    py::object value = stand_in != stand_in_of_.end() ? stand_in->second.first : live_object(target);
    if (!value || !stores.note(value, name)) return restart_needed_;
    auto is_folded = [&](const std::pair<PyObject*, std::string>& fold) {
        if (fold.second != name) return false;
        if (fold.first == value.ptr()) return true;
        if (PyModule_Check(value.ptr())) return fold.first == value.attr("__dict__").ptr();
        return PyType_Check(value.ptr()) && PyType_Check(fold.first) &&
               PyObject_IsSubclass(fold.first, value.ptr()) == 1;
    };
    for (const auto& fold : folded_)
        if (is_folded(fold)) restart_needed_ = true;
    HostObject& described = program.host.objects[target];
    if (described.kind == HostKind::module)
        if (std::optional<HostAttribute> answer = ask_module_attribute(target, name))
            program.host.objects[target].attributes[name] = *answer;
    if (described.kind == HostKind::class_) program.host.objects[target].attributes.erase(name);
    return restart_needed_;
}

void CPythonWorld::note_fold(py::handle folded, const std::string& name) {
    folded_.emplace(folded.ptr(), name);
}

void CPythonWorld::scan_new_modules() {
    py::dict modules = py::module_::import("sys").attr("modules");
    if (modules.size() == scanned_module_count_) return;
    scanned_module_count_ = modules.size();
    py::list loaded(modules.attr("values")());
    for (py::handle module : loaded) {
        if (!PyModule_Check(module.ptr()) || stores.scanned(module)) continue;
        py::object file = attribute_or_null(module, "__file__");
        if (!file || !PyUnicode_Check(file.ptr())) continue;
        std::string path = text_of(file);
        if (!path.ends_with(".py") || !is_user_path(path)) continue;
        if (SourceUnit* unit = sources.file(path)) stores.scan(*unit, module);
    }
}

}  // namespace sapwood
