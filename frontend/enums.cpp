// See enums.h.
#include "frontend/enums.h"

namespace sapwood {

namespace {

constexpr const char* kFunctions = R"(
def __repr__(self):
    return self._sapwood_repr_

def __str__(self):
    return self._sapwood_str_

def __format__(self, spec):
    return format(str(self), spec)

def __hash__(self):
    return hash(self.name)

def by_value(value, members, name):
    if value in members:
        return members[value]
    raise ValueError(f"{value!r} is not a valid {name}")
)";

// Whether the values of all members can be those of one attribute.
bool has_one_value_type(py::handle class_) {
    py::set types;
    for (py::handle member : class_) {
        py::object value = member.attr("_value_");
        bool number = PyLong_Check(value.ptr()) || PyFloat_Check(value.ptr());
        if (!value.is_none()) types.add(number ? py::type::of(py::int_(0)) : py::type::of(value));
    }
    return types.size() < 2;
}

py::object enum_module() {
    return py::module_::import("enum");
}

}  // namespace

bool is_enum_class(py::handle value) {
    if (!PyType_Check(value.ptr())) return false;
    py::object module = enum_module();
    if (PyObject_IsInstance(value.ptr(), module.attr("EnumMeta").ptr()) != 1) return false;
    if (PyObject_IsSubclass(value.ptr(), module.attr("Flag").ptr()) == 1) return false;
    return value.attr("_member_type_").ptr() == reinterpret_cast<PyObject*>(&PyBaseObject_Type);
}

bool is_enum_member(py::handle value) {
    return is_enum_class(py::type::handle_of(value));
}

py::dict enum_functions() {
    py::dict names;
    names["__name__"] = "enum";
    names["__builtins__"] = py::module_::import("builtins");
    py::object compile = py::module_::import("builtins").attr("compile");
    py::module_::import("builtins").attr("exec")(compile(kFunctions, "<enum>", "exec"), names);
    return names;
}

py::object enum_by_value(py::handle class_, py::handle functions) {
    py::object shared = functions["by_value"];
    py::tuple defaults = py::make_tuple(class_.attr("_value2member_map_"), class_.attr("__qualname__"));
    return py::module_::import("types").attr("FunctionType")(shared.attr("__code__"), functions, "by_value",
                                                             defaults);
}

py::list enum_attributes(py::handle member) {
    py::list result;
    py::object base = enum_module().attr("Enum");
    auto add = [&](const char* name, py::object value) { result.append(py::make_tuple(name, value)); };
    add("name", member.attr("_name_"));
    if (has_one_value_type(py::type::handle_of(member))) add("value", member.attr("_value_"));
    add("_sapwood_repr_", base.attr("__repr__")(member));
    add("_sapwood_str_", base.attr("__str__")(member));
    for (auto [name, value] : py::reinterpret_borrow<py::dict>(member.attr("__dict__"))) {
        std::string_view text = PyUnicode_AsUTF8(name.ptr());
        bool own = text != "_name_" && text != "_value_" && text != "_sort_order_" && text != "__objclass__";
        if (own) result.append(py::make_tuple(name, value));
    }
    return result;
}

}  // namespace sapwood
