// See stand_ins.h.
#include "frontend/stand_ins.h"

#include <algorithm>

#include "frontend/enums.h"
#include "frontend/interpreter.h"

namespace sapwood {

namespace {

constexpr const char* kWatch = R"(
import sys
from importlib.machinery import PathFinder

class RandomFinder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name != "random":
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is None or spec.loader is None:
            return spec
        load = spec.loader.exec_module

        def exec_module(module):
            load(module)
            generator = getattr(module, "_inst", None)
            if generator is not None:
                module._sapwood_fresh_ = generator.getstate()

        spec.loader.exec_module = exec_module
        return spec

sys.meta_path.insert(0, RandomFinder)
)";

constexpr const char* kMarkers = R"(
class builtin:
    def __init__(self, name):
        self._sapwood_builtin_ = name

class refusal(builtin):
    def __call__(self, *args, **keywords):
        raise NotImplementedError(self._sapwood_builtin_)

class inquiry(refusal):
    def __init__(self, question, live):
        super().__init__(question)
        self.live = live

    def __call__(self, value):
        return self.live(value)

def by_shape(function):
    function._sapwood_by_shape_ = True
    return function
)";

constexpr const char* kMark = "_sapwood_stand_in_";

const StandInText* text_for(const std::string& module) {
    for (const StandInText& each : stand_in_texts())
        if (module == each.name || module == "_" + std::string(each.name)) return &each;
    return nullptr;
}

std::string name_of_parts(const StandInText& text) {
    return std::string(text.name) + ".";
}

std::string module_name(py::handle value) {
    py::object module = attribute_or_null(value, "__module__");
    return module && PyUnicode_Check(module.ptr()) ? text_of(module) : std::string();
}

// What collections.namedtuple or a class statement with typing.NamedTuple has made.
bool is_named_tuple(py::handle value) {
    if (!PyType_Check(value.ptr()) ||
        !PyType_IsSubtype(reinterpret_cast<PyTypeObject*>(value.ptr()), &PyTuple_Type))
        return false;
    py::object names = value.attr("__dict__");
    return names.contains("_fields") && names.contains("_field_defaults") && names.contains("_make");
}

// The module that makes classes in place of those that the library has made for the user; null: there is
// none.
const char* module_for(py::handle class_) {
    if (is_named_tuple(class_)) return "named_tuples";
    return is_flag_class(class_) ? "flags" : nullptr;
}

bool is_of_type(py::handle value, const char* name) {
    return std::string_view(Py_TYPE(value.ptr())->tp_name) == name;
}

}  // namespace

py::object StandIns::at_translation(py::handle function, const py::tuple& args) {
    if (!is_namespace(function.attr("__globals__"))) return {};
    if (!attribute_or_null(function, "_sapwood_at_translation_")) return {};
    py::tuple key = py::make_tuple(function, py::repr(args));
    if (!made_.contains(key)) {
        auto result = py::reinterpret_steal<py::object>(PyObject_CallObject(function.ptr(), args.ptr()));
        if (!result) PyErr_Clear();
        if (!result) return {};
        made_[key] = result;
    }
    return made_[key];
}

py::object StandIns::function(const char* module, const char* name) {
    load(module);
    return modules_.at(module).attr(name);
}

void StandIns::watch_imports() {
    py::dict names;
    names["__name__"] = "sapwood";
    names["__builtins__"] = py::module_::import("builtins");
    py::module_::import("builtins").attr("exec")(kWatch, names);
}

bool StandIns::is_namespace(py::handle names) {
    return PyDict_Check(names.ptr()) && PyDict_GetItemString(names.ptr(), kMark) != nullptr;
}

std::string StandIns::path_of(py::handle class_) {
    py::object mark = class_.attr("__dict__").attr("get")(kMark, py::none());
    return mark.is_none() ? std::string() : text_of(mark);
}

py::object StandIns::of(py::handle value) {
    auto known = known_.find(value.ptr());
    if (known != known_.end()) return known->second.stand_in;
    py::object own = py::reinterpret_borrow<py::object>(value);
    py::object result = find(value);
    if (!result) return own;
    known_.emplace(value.ptr(), Pair{own, result});
    return result;
}

py::object StandIns::find(py::handle value) {
    PyObject* object = value.ptr();
    if (PyModule_Check(object)) return {};
    // Methods: those of the stand-in of what they belong to.
    py::object owner;
    if (is_of_type(value, "method_descriptor") || is_of_type(value, "classmethod_descriptor")) {
        owner = value.attr("__objclass__");
    } else if (PyMethod_Check(object)) {
        owner = py::reinterpret_borrow<py::object>(PyMethod_GET_SELF(object));
    } else if (PyCFunction_Check(object)) {
        PyObject* self = PyCFunction_GET_SELF(object);
        if (self && !PyModule_Check(self)) owner = py::reinterpret_borrow<py::object>(self);
    }
    if (owner) {
        py::object other = of(owner);
        if (other.is(owner)) return inherited_method(owner, value.attr("__name__"));
        return attribute_or_null(other, text_of(value.attr("__name__")).c_str());
    }
    if (py::object made = made_class(value)) return made;
    bool definition = PyType_Check(object) || PyCFunction_Check(object) || PyFunction_Check(object);
    if (!definition) return prebuilt(value);
    if (PyFunction_Check(object)) {
        if (is_namespace(value.attr("__globals__"))) return {};
        if (py::object made = decorated(value)) return of(made);
    }
    load(module_name(value));
    auto known = known_.find(object);
    return known == known_.end() ? py::object() : known->second.stand_in;
}

py::object StandIns::inherited_method(py::handle class_, py::handle name) {
    if (!PyType_Check(class_.ptr())) return {};
    py::object mro = class_.attr("__mro__");
    for (py::handle each : mro) {
        py::object other = of(each);
        if (other.is(each)) continue;
        py::object method = attribute_or_null(other, text_of(name).c_str());
        bool of_class =
            method && PyMethod_Check(method.ptr()) && PyMethod_GET_SELF(method.ptr()) == other.ptr();
        if (!of_class) return {};
        return py::reinterpret_steal<py::object>(
            PyMethod_New(PyMethod_GET_FUNCTION(method.ptr()), class_.ptr()));
    }
    return {};
}

py::object StandIns::made_class(py::handle class_) {
    const char* module = module_for(class_);
    if (!module) return {};
    load(module);
    return modules_.at(module).attr("_sapwood_class_")(class_);
}

py::object StandIns::decorated(py::handle function) {
    py::object names = function.attr("__globals__"), code = function.attr("__code__");
    py::object module = names.attr("get")("__name__", py::none());
    if (!PyUnicode_Check(module.ptr()) || is_user_path(text_of(code.attr("co_filename")))) return {};
    std::string name = text_of(module);
    if (!load(name)) return {};
    py::object wrappers = attribute_or_null(modules_.at(text_for(name)->name), "_sapwood_wrappers_");
    py::object make = wrappers ? wrappers.attr("get")(code.attr("co_name"), py::none()) : py::none();
    return make.is_none() ? py::object() : make(function);
}

py::object StandIns::prebuilt(py::handle value) {
    py::object type = py::type::of(value);
    if (!text_for(module_name(type)) && !module_for(type)) return {};
    py::object other = of(type);
    py::object make = other.is(type) ? py::object() : attribute_or_null(other, "_prebuilt_");
    if (!make) return {};
    try {
        return make(value);
    } catch (py::error_already_set& error) {
        std::string text = text_of(py::str(error.value()));
        bool named = error.matches(PyExc_NotImplementedError);
        refused_[value.ptr()] =
            named ? text : module_name(type) + " object, which raises " + describe_error(error);
        return {};
    }
}

std::string StandIns::refused(py::handle value) const {
    auto found = refused_.find(value.ptr());
    return found == refused_.end() ? std::string() : found->second;
}

py::dict StandIns::inherited_fields(py::handle value) {
    py::dict fields;
    py::object type = py::type::of(value), mro = type.attr("__mro__");
    for (py::handle each : mro) {
        py::object other = of(each);
        if (other.is(each)) continue;
        py::object make = attribute_or_null(other, "_prebuilt_");
        if (make && each.ptr() != type.ptr()) fields.attr("update")(make(value).attr("__dict__"));
        break;  // what it inherits is in the stand-in
    }
    return fields;
}

bool StandIns::load(const std::string& name) {
    const StandInText* text = text_for(name);
    if (!text) return false;
    if (modules_.contains(text->name)) return true;
    py::module_ module = py::reinterpret_steal<py::module_>(PyModule_New(text->name));
    modules_.emplace(text->name, module);
    module.attr("__builtins__") = py::module_::import("builtins");
    py::dict names = module.attr("__dict__");
    py::module_::import("builtins").attr("exec")(kMarkers, names);
    for (const StandInText& each : stand_in_texts())
        if (std::string_view(each.name).starts_with(name_of_parts(*text))) execute(each, module);
    execute(*text, module);
    for (const std::string& library : {std::string(text->name), "_" + std::string(text->name)}) {
        py::object live = py::module_::import("sys").attr("modules").attr("get")(library, py::none());
        if (live.is_none()) continue;
        py::object file = attribute_or_null(live, "__file__");
        if (file && PyUnicode_Check(file.ptr()) && is_user_path(text_of(file))) continue;
        for (auto [key, value] : py::reinterpret_borrow<py::dict>(names)) {
            bool own = (PyFunction_Check(value.ptr()) && names.is(value.attr("__globals__"))) ||
                       (PyType_Check(value.ptr()) && module_name(value) == text->name);
            if (!own) continue;
            py::object original = attribute_or_null(live, text_of(key).c_str());
            if (!original || original.is(value)) continue;
            known_.emplace(original.ptr(), Pair{original, py::reinterpret_borrow<py::object>(value)});
        }
    }
    // Methods that are reached through a class that has no stand-in itself.
    if (py::object methods = attribute_or_null(module, "_sapwood_methods_")) {
        py::object live = py::module_::import(text->name);
        for (auto [path_of_method, value] : py::reinterpret_borrow<py::dict>(methods)) {
            py::object original = live;
            for (py::handle part : path_of_method.attr("split")(".")) original = original.attr(part);
            known_.emplace(original.ptr(), Pair{original, py::reinterpret_borrow<py::object>(value)});
        }
    }
    return true;
}

void StandIns::execute(const StandInText& text, const py::module_& module) {
    std::string path = std::string("<sapwood>/") + text.name + ".py";
    py::str source(text.text);
    SourceUnit& unit = sources_.add(path, text.text, parse_source(source, path), true);
    py::dict names = module.attr("__dict__"), before = names.attr("copy")();
    module.attr(kMark) = path;
    py::object code = py::module_::import("builtins").attr("compile")(source, path, "exec", 0, true);
    auto done = py::reinterpret_steal<py::object>(PyEval_EvalCode(code.ptr(), names.ptr(), names.ptr()));
    if (!done) throw py::error_already_set();
    stores_.scan(unit, module);
    for (auto [key, value] : names) {
        bool own = PyType_Check(value.ptr()) && module_name(value) == text_of(names["__name__"]);
        if (own && !before.contains(key)) value.attr(kMark) = path;
    }
}

py::object StandIns::mro_of(py::handle class_) {
    py::object mro = class_.attr("__mro__");
    auto replaced = [&](py::handle each) { return !of(each).is(each); };
    if (std::none_of(mro.begin(), mro.end(), replaced)) return mro;
    py::object other = of(class_);
    if (!other.is(class_)) return other.attr("__mro__");
    py::list orders, bases;
    py::object own_bases = class_.attr("__bases__");
    for (py::handle base : own_bases) {
        orders.append(py::list(mro_of(base)));
        bases.append(of(base));
    }
    orders.append(bases);
    py::list result;
    result.append(class_);
    try {
        return result + py::list(py::module_::import("functools").attr("_c3_merge")(orders));
    } catch (py::error_already_set&) {
        return mro;  // the stand-ins have no order: what is left is refused as a kind of the library's class
    }
}

}  // namespace sapwood
