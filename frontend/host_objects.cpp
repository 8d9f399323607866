// Describing live objects as plain data.
#include <algorithm>
#include <cctype>

#include "frontend/cpython_world.h"
#include "frontend/enums.h"
#include "frontend/interpreter.h"
#include "frontend/lltype_text.h"

namespace sapwood {

namespace {

struct ModuleName {
    const char* python;
    const char* known_as;
};

constexpr ModuleName kBuiltinModules[] = {
#define MODULE(python, known_as) {python, known_as},
#include "frontend/builtin_modules.def"
#undef MODULE
};

const char* known_module(const std::string& module) {
    for (const ModuleName& each : kBuiltinModules)
        if (module == each.python) return each.known_as;
    return nullptr;
}

std::string text_attribute(py::handle object, const char* name) {
    py::object value = attribute_or_null(object, name);
    return value && PyUnicode_Check(value.ptr()) ? text_of(value) : std::string();
}

bool type_is(py::handle value, const char* name) {
    return std::string_view(Py_TYPE(value.ptr())->tp_name) == name;
}

bool is_method_descriptor(py::handle value) {
    return type_is(value, "method_descriptor") || type_is(value, "wrapper_descriptor") ||
           type_is(value, "classmethod_descriptor");
}

// Whether the class statement of Python made it.
bool made_by_python(py::handle class_) {
    if (!StandIns::path_of(class_).empty()) return true;
    auto* type = reinterpret_cast<PyTypeObject*>(class_.ptr());
    if (!(type->tp_flags & Py_TPFLAGS_HEAPTYPE)) return false;
    py::object module = class_.attr("__dict__").attr("get")("__module__", py::none());
    if (!PyUnicode_Check(module.ptr())) return false;
    py::dict modules = py::module_::import("sys").attr("modules");
    if (!modules.contains(module)) return true;
    py::object loaded = modules[module];
    py::object file = attribute_or_null(loaded, "__file__");
    if (text_of(module) == "__main__") return true;
    return file && PyUnicode_Check(file.ptr()) && text_of(file).ends_with(".py");
}

// Where a class is written; empty if that is not known.
std::string file_of(py::handle class_, const std::string& module) {
    std::string path = StandIns::path_of(class_);
    if (!path.empty()) return path;
    py::dict modules = py::module_::import("sys").attr("modules");
    if (!modules.contains(module.c_str())) return "";
    py::object file = attribute_or_null(modules[module.c_str()], "__file__");
    return file && PyUnicode_Check(file.ptr()) ? text_of(file) : std::string();
}

}  // namespace

std::string builtin_name(py::handle value) {
    std::string marked = text_attribute(value, "_sapwood_builtin_");
    if (!marked.empty() && !PyType_Check(value.ptr())) return marked;
    if (is_method_descriptor(value))
        return text_attribute(value.attr("__objclass__"), "__name__") + "." +
               text_attribute(value, "__name__");
    std::string name = text_attribute(value, "__name__");
    std::string module = text_attribute(value, "__module__");
    if (PyFunction_Check(value.ptr())) {
        const char* known = known_module(module);
        return known ? std::string(known) + "." + name : std::string();
    }
    if (!PyCFunction_Check(value.ptr())) return "";
    py::object builtins = py::module_::import("builtins");
    if (attribute_or_null(builtins, name.c_str()).is(value)) return "builtins." + name;
    PyObject* self = PyCFunction_GetSelf(value.ptr());
    // str.maketrans has no self, but is named by its class.
    if (!self && module.empty()) return text_attribute(value, "__qualname__");
    if (self && PyType_Check(self)) return text_attribute(self, "__name__") + "." + name;  // dict.fromkeys
    if (self && !PyModule_Check(self)) return "";                                          // a bound method
    const char* known = known_module(module);
    return (known ? std::string(known) : module) + "." + name;
}

std::string foreign_layout(py::handle mro) {
    bool is_enum = py::len(mro) > 0 && is_enum_class(py::object(mro[py::int_(0)]));
    for (py::handle each : mro) {
        if (made_by_python(each) || (is_enum && is_enum_library(each))) continue;
        if (each.ptr() == reinterpret_cast<PyObject*>(&PyBaseObject_Type)) return "";
        if (PyObject_IsSubclass(each.ptr(), PyExc_BaseException) == 1) return "";
        if (text_attribute(each, "__name__") == "Generic") continue;
        return text_attribute(each, "__name__");
    }
    return "";
}

void CPythonWorld::describe_pending() {
    while (!pending_.empty()) {
        ObjectId id = pending_.front();
        pending_.pop_front();
        py::object value = live_.at(id);
        describe(id, value);
    }
}

void CPythonWorld::describe(ObjectId id, py::handle value) {
    HostObject result;
    result.name = text_attribute(value, "__name__");
    if (std::string refused = stand_ins.refused(value); !refused.empty()) {
        result.kind = HostKind::builtin;  // of which no later stage knows
        result.name = result.qualname = refused;
    } else if (describe_special(result, value)) {
        // marker objects, streams and the like
    } else if (PyModule_Check(value.ptr())) {
        result.kind = HostKind::module;
        result.qualname = result.name;
        for (const std::string& name : stores.stored_globals(value.attr("__dict__")))
            result.attributes[name] = *ask_module_attribute(id, name);
    } else if (PyTuple_CheckExact(value.ptr())) {
        result.kind = HostKind::tuple;
        add_items(result, value);
    } else if (PyList_CheckExact(value.ptr())) {
        result.kind = HostKind::list;
        add_items(result, value);
    } else if (PyDict_CheckExact(value.ptr())) {
        result.kind = HostKind::dict;
        for (auto [key, item] : py::reinterpret_borrow<py::dict>(value)) {
            result.items.push_back(constant_of(key));
            result.items.push_back(constant_of(item));
        }
    } else if (PyAnySet_CheckExact(value.ptr())) {
        result.kind = PySet_Check(value.ptr()) ? HostKind::set : HostKind::frozenset;
        add_slots(result, value);
    } else if (PyRange_Check(value.ptr())) {
        result.kind = HostKind::range;
        for (const char* name : {"start", "stop", "step"})
            result.items.push_back(constant_of(value.attr(name)));
    } else if (PyType_Check(value.ptr())) {
        describe_class(result, value);
    } else if (describe_builtin(result, value)) {
        // functions and methods of C
    } else if (PyFunction_Check(value.ptr())) {
        describe_function(result, value);
    } else if (PyMethod_Check(value.ptr())) {
        result.kind = HostKind::bound_method;
        result.items = {constant_of(PyMethod_GET_FUNCTION(value.ptr())),
                        constant_of(PyMethod_GET_SELF(value.ptr()))};
    } else if (type_is(value, "staticmethod") || type_is(value, "classmethod")) {
        result.kind = type_is(value, "staticmethod") ? HostKind::staticmethod : HostKind::classmethod;
        result.items = {constant_of(value.attr("__func__"))};
    } else if (type_is(value, "property")) {
        result.kind = HostKind::property;
        for (const char* name : {"fget", "fset", "fdel"})
            result.items.push_back(constant_of(value.attr(name)));
    } else if (PyExceptionInstance_Check(value.ptr()) || type_is(value, "object") ||
               made_by_python(py::type::handle_of(value))) {
        describe_instance(result, value);
    } else {
        result.kind = HostKind::other;
        result.name = Py_TYPE(value.ptr())->tp_name;
    }
    program.host.objects[id] = std::move(result);
}

void CPythonWorld::add_items(HostObject& result, py::handle sequence) {
    for (py::handle item : sequence) result.items.push_back(constant_of(item));
}

// What each slot of a set's table holds, so that the set is iterated in the same order.  What has been
// removed leaves its slot as if it were free; whether all items can be found then is seen when the program
// runs.
void CPythonWorld::add_slots(HostObject& result, py::handle set) {
    const auto* layout = reinterpret_cast<const PySetObject*>(set.ptr());
    for (Py_ssize_t i = 0; i <= layout->mask; ++i) {
        const setentry& slot = layout->table[i];
        bool live = slot.key != nullptr && slot.hash != -1;
        result.items.push_back(live ? constant_of(slot.key) : program.constants.undefined());
    }
}

bool CPythonWorld::describe_special(HostObject& result, py::handle value) {
    static constexpr const char* kNames[] = {"stdin", "stdout", "stderr"};
    for (int i = 0; i < 3; ++i) {
        if (!streams[i] || !streams[i].is(value)) continue;
        result.kind = HostKind::stream;
        result.name = kNames[i];
        return true;
    }
    if (argv && argv.is(value)) {
        result.kind = HostKind::argv;
        result.name = "argv";
        return true;
    }
    if (py::object(py::module_::import("os").attr("environ")).ptr() == value.ptr()) {
        result.kind = HostKind::environ;
        result.name = "environ";
        return true;
    }
    if (PyLong_CheckExact(value.ptr())) {
        result.kind = HostKind::other;
        result.name = "int";
        return true;
    }
    if (PyType_Check(value.ptr()) || PyModule_Check(value.ptr())) return false;
    if (py::object type = attribute_or_null(value, "_sapwood_lltype_")) {
        result.kind = HostKind::lltype;
        result.name = text_of(type);
        result.lltype = low_level_type(program, value);
        return true;
    }
    return false;
}

bool CPythonWorld::describe_builtin(HostObject& result, py::handle value) {
    std::string name = builtin_name(value);
    if (!name.empty()) {
        result.kind = HostKind::builtin;
        result.name = result.qualname = name;
        return true;
    }
    py::object self = attribute_or_null(value, "__self__");
    bool bound =
        PyCFunction_Check(value.ptr()) || type_is(value, "method-wrapper") || PyMethod_Check(value.ptr());
    if (!bound || !self) return false;
    std::string method = text_attribute(value, "__name__");
    result.kind = HostKind::bound_method;
    for (const py::object& stream : streams) {
        if (!stream || !stream.is(self)) continue;
        ObjectId function = new_object({});
        HostObject& described = program.host.objects[function];
        described.kind = HostKind::builtin;
        described.name = described.qualname = "file." + method;
        result.items = {program.constants.object(function), constant_of(self)};
        return true;
    }
    if (PyMethod_Check(value.ptr())) return false;
    py::object function = attribute_or_null(py::type::handle_of(self), method.c_str());
    if (!function) {
        result.kind = HostKind::other;
        result.name = Py_TYPE(value.ptr())->tp_name;
        return true;
    }
    result.items = {constant_of(function), constant_of(self)};
    return true;
}

void CPythonWorld::describe_class(HostObject& result, py::handle value) {
    result.kind = HostKind::class_;
    result.builtin_class = !made_by_python(value);
    std::string module = text_attribute(value, "__module__");
    result.qualname = module + "." + text_attribute(value, "__qualname__");
    py::object mro = stand_ins.mro_of(value);
    if (!result.builtin_class) result.layout = foreign_layout(mro);
    py::object value_of_members = is_enum_class(value) ? value_type(value) : py::object();
    for (py::handle each : mro) {
        // Members are ints or texts as well, not instances of a class below int or str.
        if (!value_of_members || !value_of_members.is(each)) result.mro.push_back(object_of(each));
    }
    if (value_of_members) result.kind_of = object_of(value_of_members);
    if (result.builtin_class) {
        if (module == "builtins") program.host.classes.emplace(result.name, object_of(value));
        return;
    }
    py::object kind = value.attr("__dict__").attr("get")("_sapwood_kind_of_", py::none());
    if (!kind.is_none()) result.kind_of = object_of(kind);
    std::string path = file_of(value, module);
    SourceUnit* unit = path.empty() ? nullptr : sources.file(path);
    if (!unit) return;
    std::string qualname = text_attribute(value, "__qualname__");
    for (const ClassEntry& entry : unit->classes)
        if (entry.qualname == qualname) result.location = unit->location(program, entry.node);
}

std::optional<FunctionSource> CPythonWorld::source_of(py::handle function, std::string& why) {
    return sources.find(function.attr("__code__"), why);
}

void CPythonWorld::describe_function(HostObject& result, py::handle value) {
    using Kind = HostParameter::Kind;
    result.kind = HostKind::function;
    HostFunction& function = result.function;
    function.module = text_attribute(value, "__module__");
    function.qualname = text_attribute(value, "__qualname__");
    result.qualname = function.module + "." + function.qualname;
    py::object code = value.attr("__code__");
    int flags = code.attr("co_flags").cast<int>();
    int positional = code.attr("co_argcount").cast<int>();
    int positional_only = code.attr("co_posonlyargcount").cast<int>();
    int keyword_only = code.attr("co_kwonlyargcount").cast<int>();
    auto names = code.attr("co_varnames").cast<py::tuple>();
    py::object defaults = value.attr("__defaults__");
    py::object keyword_defaults = value.attr("__kwdefaults__");
    auto add = [&](int index, Kind kind) {
        function.parameters.push_back({text_of(names[index]), kind, {}});
        return &function.parameters.back();
    };
    for (int i = 0; i < positional; ++i) add(i, i < positional_only ? Kind::positional_only : Kind::normal);
    if (!defaults.is_none()) {
        auto values = defaults.cast<py::tuple>();
        size_t first = positional - values.size();
        for (size_t i = 0; i < values.size(); ++i)
            function.parameters[first + i].default_value = constant_of(values[i]);
    }
    int index = positional + keyword_only;
    bool rest_given = bool(attribute_or_null(value, "_sapwood_rest_given_"));
    if (flags & CO_VARARGS) add(index++, rest_given ? Kind::normal : Kind::var_positional);
    for (int i = 0; i < keyword_only; ++i) {
        HostParameter* parameter = add(positional + i, Kind::keyword_only);
        if (!keyword_defaults.is_none() && keyword_defaults.contains(parameter->name.c_str()))
            parameter->default_value = constant_of(keyword_defaults[parameter->name.c_str()]);
    }
    if (flags & CO_VARKEYWORDS) add(index, Kind::var_keyword);
    function.run_time_default.assign(function.parameters.size(), false);
    function.generator = (flags & CO_GENERATOR) != 0;
    function.coroutine = (flags & (CO_COROUTINE | CO_ASYNC_GENERATOR)) != 0;
    py::object names_of_module = value.attr("__globals__");
    function.low_level = names_of_module.contains("_sapwood_low_level_");
    function.by_shape = bool(attribute_or_null(value, "_sapwood_by_shape_"));
    auto free = code.attr("co_freevars").cast<py::tuple>();
    for (size_t i = 0; i < free.size(); ++i) {
        if (text_of(free[i]) != "__class__") continue;
        py::object cell = value.attr("__closure__").cast<py::tuple>()[i];
        if (py::object owner = attribute_or_null(cell, "cell_contents")) function.owner = object_of(owner);
    }
    std::string why;
    if (std::optional<FunctionSource> source = source_of(value, why))
        function.location = result.location = source->unit->location(program, source->entry->node);
}

void CPythonWorld::describe_instance(HostObject& result, py::handle value) {
    result.kind = HostKind::instance;
    py::handle type = py::type::handle_of(value);
    result.type = object_of(type);
    result.name = text_attribute(type, "__name__");
    auto add = [&](const std::string& name, py::handle item) {
        HostAttribute attribute;
        attribute.value = constant_of(item);
        attribute.variable = true;
        result.attributes[name] = attribute;
    };
    if (is_enum_member(value)) {
        for (py::handle each : enum_attributes(value)) {
            auto pair = each.cast<py::tuple>();
            std::string name = text_of(pair[0]);
            bool own = (name == "name" || name == "value") && overrides_enum(type, name);
            if (!own) add(name, pair[1]);
        }
        return;
    }
    for (auto [key, item] : stand_ins.inherited_fields(value)) add(text_of(key), item);
    py::object names = attribute_or_null(value, "__dict__");
    if (names && PyDict_Check(names.ptr()))
        for (auto [key, item] : py::reinterpret_borrow<py::dict>(names))
            if (PyUnicode_Check(key.ptr())) add(text_of(key), item);
    py::object mro = type.attr("__mro__");
    bool exception = PyObject_IsInstance(value.ptr(), PyExc_BaseException) == 1;
    for (py::handle each : mro) {
        // What built-in exceptions have besides follows from their arguments.
        bool heap = PyType_HasFeature(reinterpret_cast<PyTypeObject*>(each.ptr()), Py_TPFLAGS_HEAPTYPE);
        if (exception && !heap) continue;
        py::object members = each.attr("__dict__").attr("items")();
        for (py::handle member : members) {
            auto pair = member.cast<py::tuple>();
            if (!type_is(pair[1], "member_descriptor")) continue;
            std::string name = text_of(pair[0]);
            if (py::object item = attribute_or_null(value, name.c_str())) add(name, item);
        }
    }
    if (exception) add("args", value.attr("args"));
}

}  // namespace sapwood
