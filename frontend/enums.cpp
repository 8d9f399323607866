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

def __sapwood_value__(self):
    return self.value

def of_value__eq__(self, other):
    return self.value == other

def of_value__ne__(self, other):
    return self.value != other

def of_value__lt__(self, other):
    return self.value < other

def of_value__le__(self, other):
    return self.value <= other

def of_value__gt__(self, other):
    return self.value > other

def of_value__ge__(self, other):
    return self.value >= other

def of_value__hash__(self):
    return hash(self.value)

def of_value__format__(self, spec):
    return format(self.value, spec)

def by_value(value, members, name):
    if value in members:
        return members[value]
    raise ValueError(f"{value!r} is not a valid {name}")

def has_member(value, class_, members):
    if isinstance(value, class_):
        return value.name in members
    if isinstance(value, Enum) or hasattr(value, "_sapwood_look_up_"):
        return False
    raise TypeError(f"unsupported operand type(s) for 'in': '{type(value).__qualname__}' and 'EnumType'")

def has_member_or_value(value, class_, members):
    return isinstance(value, class_) or value in members
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
    PyObject* type = value.attr("_member_type_").ptr();
    return type == reinterpret_cast<PyObject*>(&PyBaseObject_Type) || value_type(value);
}

bool is_flag_class(py::handle value) {
    if (!PyType_Check(value.ptr())) return false;
    py::object module = enum_module();
    if (PyObject_IsSubclass(value.ptr(), module.attr("Flag").ptr()) != 1) return false;
    return text_of(value.attr("__module__")) != "enum" &&
           PyObject_IsTrue(value.attr("__members__").ptr()) == 1;
}

py::object enumeration_of(py::handle value) {
    if (!value || !PyType_Check(value.ptr())) return {};
    py::object live = value.attr("__dict__").attr("get")("_sapwood_of_", value);
    return is_enum_class(live) || is_flag_class(live) ? live : py::object();
}

py::object value_type(py::handle class_) {
    py::object type = class_.attr("_member_type_");
    bool known = type.ptr() == reinterpret_cast<PyObject*>(&PyLong_Type) ||
                 type.ptr() == reinterpret_cast<PyObject*>(&PyUnicode_Type);
    return known ? type : py::object();
}

bool is_enum_library(py::handle class_) {
    py::object module = class_.attr("__module__");
    return PyUnicode_Check(module.ptr()) && (text_of(module) == "enum" || text_of(module) == "builtins");
}

bool is_enum_member(py::handle value) {
    return is_enum_class(py::type::handle_of(value));
}

bool is_enum_copy(py::handle class_, const std::string& name, py::handle value) {
    py::object mro = class_.attr("__mro__");
    for (py::handle each : mro) {
        if (!is_enum_library(each)) continue;
        if (py::object(each.attr("__dict__").attr("get")(name, py::none())).is(value)) return true;
    }
    return false;
}

py::dict enum_functions() {
    py::dict names;
    names["__name__"] = "enum";
    names["Enum"] = enum_module().attr("Enum");
    names["__builtins__"] = py::module_::import("builtins");
    py::object compile = py::module_::import("builtins").attr("compile");
    py::module_::import("builtins").attr("exec")(compile(kFunctions, "<enum>", "exec"), names);
    return names;
}

py::object enum_function(py::handle class_, py::handle functions, const std::string& name) {
    py::object found = functions.attr("get")(name, py::none());
    bool formats_text =
        name == "__format__" && class_.attr("__format__").is(enum_module().attr("Enum").attr("__format__"));
    if (value_type(class_) && !formats_text) {
        py::object of_value = functions.attr("get")("of_value" + name, py::none());
        if (!of_value.is_none()) return of_value;
    }
    bool belongs = name != "__sapwood_value__" || value_type(class_);
    return belongs && PyFunction_Check(found.ptr()) ? found : py::object();
}

py::object enum_by_value(py::handle class_, py::handle functions) {
    py::object shared = functions["by_value"];
    py::tuple defaults = py::make_tuple(class_.attr("_value2member_map_"), class_.attr("__qualname__"));
    return py::module_::import("types").attr("FunctionType")(shared.attr("__code__"), functions, "by_value",
                                                             defaults);
}

py::object enum_contains(py::handle class_, py::handle functions) {
    bool by_value = PY_VERSION_HEX >= 0x030c0000;
    const char* name = by_value ? "has_member_or_value" : "has_member";
    py::object shared = functions[name];
    py::tuple defaults =
        py::make_tuple(class_, class_.attr(by_value ? "_value2member_map_" : "_member_map_"));
    return py::module_::import("types").attr("FunctionType")(shared.attr("__code__"), functions, name,
                                                             defaults);
}

py::list enum_attributes(py::handle member) {
    py::list result;
    py::object type = py::type::of(member), mro = type.attr("__mro__");
    auto text = [&](const char* name) {  // as the library shows it, whatever the class has of its own
        for (py::handle each : mro) {
            py::object value = each.attr("__dict__").attr("get")(name, py::none());
            if (!value.is_none() && (is_enum_library(each) || is_enum_copy(type, name, value)))
                return value(member);
        }
        return enum_module().attr("Enum").attr(name)(member);
    };
    auto add = [&](const char* name, py::object value) { result.append(py::make_tuple(name, value)); };
    add("name", member.attr("_name_"));
    if (has_one_value_type(py::type::handle_of(member))) add("value", member.attr("_value_"));
    add("_sapwood_repr_", text("__repr__"));
    add("_sapwood_str_", text("__str__"));
    for (auto [name, value] : py::reinterpret_borrow<py::dict>(member.attr("__dict__"))) {
        std::string_view text = PyUnicode_AsUTF8(name.ptr());
        bool own = text != "_name_" && text != "_value_" && text != "_sort_order_" && text != "__objclass__";
        if (own) result.append(py::make_tuple(name, value));
    }
    return result;
}

}  // namespace sapwood
