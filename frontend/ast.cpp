// Reading of `ast` nodes: kinds by type object, fields by interned names.
#include "frontend/ast.h"

#include <array>
#include <unordered_map>

namespace sapwood {

std::string text_of(py::handle str) {
    Py_ssize_t size = 0;
    if (const char* utf8 = PyUnicode_AsUTF8AndSize(str.ptr(), &size)) return std::string(utf8, size);
    PyErr_Clear();
    auto bytes =
        py::reinterpret_steal<py::object>(PyUnicode_AsEncodedString(str.ptr(), "utf-8", "surrogatepass"));
    if (!bytes) throw py::error_already_set();
    return std::string(PyBytes_AS_STRING(bytes.ptr()), PyBytes_GET_SIZE(bytes.ptr()));
}

py::object attribute_or_null(py::handle object, const char* name) {
    PyObject* result = PyObject_GetAttrString(object.ptr(), name);
    if (!result) PyErr_Clear();
    return py::reinterpret_steal<py::object>(result);
}

std::vector<std::string> names_in(py::handle object) {
    std::vector<std::string> names;
    auto listed = py::reinterpret_steal<py::object>(PyObject_Dir(object.ptr()));
    if (!listed) PyErr_Clear();
    if (!listed || !PyList_Check(listed.ptr())) return names;
    for (py::handle name : listed)
        if (PyUnicode_Check(name.ptr())) names.push_back(text_of(name));
    return names;
}

std::string describe_error(py::error_already_set& error) {
    std::string type = text_of(error.type().attr("__name__"));
    PyObject* text = error.value() ? PyObject_Str(error.value().ptr()) : nullptr;
    if (!text) {
        PyErr_Clear();
        return type;
    }
    std::string message = text_of(py::reinterpret_steal<py::object>(text));
    return message.empty() ? type : type + ": " + message;
}

namespace {

using KindTable = std::unordered_map<PyTypeObject*, NodeKind>;

const KindTable& kind_table() {
    static const KindTable table = [] {
        KindTable result;
        py::module_ ast = py::module_::import("_ast");
        auto add = [&](const char* name, NodeKind kind) {
            py::object type = attribute_or_null(ast, name);
            if (!type) return;  // of a newer Python than this one
            result.emplace(reinterpret_cast<PyTypeObject*>(type.release().ptr()), kind);
        };
#define NODE(name) add(#name, NodeKind::name);
#include "frontend/ast_nodes.def"
#undef NODE
        return result;
    }();
    return table;
}

constexpr const char* kFieldNames[] = {
#define FIELD(name) #name,
#include "frontend/ast_fields.def"
#undef FIELD
};

PyObject* field_name(Field field) {
    static const auto names = [] {
        std::array<PyObject*, std::size(kFieldNames)> result;
        for (size_t i = 0; i < result.size(); ++i) result[i] = PyUnicode_InternFromString(kFieldNames[i]);
        return result;
    }();
    return names[static_cast<size_t>(field)];
}

}  // namespace

NodeKind Node::kind() const {
    if (!*this) return NodeKind::absent;
    auto found = kind_table().find(Py_TYPE(object_));
    return found == kind_table().end() ? NodeKind::other : found->second;
}

std::string Node::class_name() const {
    return Py_TYPE(object_)->tp_name;
}

py::object Node::value(Field field) const {
    PyObject* result = PyObject_GetAttr(object_, field_name(field));
    if (!result) throw py::error_already_set();
    return py::reinterpret_steal<py::object>(result);
}

bool Node::has(Field field) const {
    return PyObject_HasAttr(object_, field_name(field)) == 1;
}

Node Node::child(Field field) const {
    py::object result = value(field);
    return result.is_none() ? Node() : Node(result);
}

std::vector<Node> Node::list(Field field) const {
    py::object items = value(field);
    std::vector<Node> result;
    if (!PyList_Check(items.ptr())) return result;
    result.reserve(PyList_GET_SIZE(items.ptr()));
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(items.ptr()); ++i) {
        PyObject* item = PyList_GET_ITEM(items.ptr(), i);
        result.push_back(item == Py_None ? Node() : Node(py::handle(item)));
    }
    return result;
}

std::string Node::text(Field field) const {
    py::object result = value(field);
    return result.is_none() ? std::string() : text_of(result);
}

int Node::integer(Field field) const {
    py::object result = value(field);
    return result.is_none() ? 0 : static_cast<int>(PyLong_AsLong(result.ptr()));
}

std::vector<Node> Node::children() const {
    std::vector<Node> result;
    auto add = [&](PyObject* item) {
        if (item == Py_None || PyUnicode_Check(item) || PyLong_Check(item)) return;
        Node node{py::handle(item)};
        if (node.kind() != NodeKind::other || PyObject_HasAttrString(item, "_fields")) result.push_back(node);
    };
    bool constant = kind() == NodeKind::Constant;
    if (constant) return result;
    py::object fields = value(Field::_fields);
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(fields.ptr()); ++i) {
        PyObject* name = PyTuple_GET_ITEM(fields.ptr(), i);
        auto item = py::reinterpret_steal<py::object>(PyObject_GetAttr(object_, name));
        if (!item) {
            PyErr_Clear();
            continue;
        }
        if (!PyList_Check(item.ptr())) {
            add(item.ptr());
            continue;
        }
        for (Py_ssize_t j = 0; j < PyList_GET_SIZE(item.ptr()); ++j) add(PyList_GET_ITEM(item.ptr(), j));
    }
    return result;
}

Location Node::location(FileId file) const {
    Location result;
    result.file = file;
    result.line = integer(Field::lineno);
    result.column = integer(Field::col_offset);
    result.end_line = integer(Field::end_lineno);
    result.end_column = integer(Field::end_col_offset);
    return result;
}

std::vector<ParameterNode> parameters_of(Node function) {
    using Kind = ParameterNode::Kind;
    Node arguments = function.child(Field::args);
    std::vector<ParameterNode> result;
    for (Node arg : arguments.list(Field::posonlyargs))
        result.push_back({Kind::positional_only, arg.text(Field::arg), arg, {}});
    for (Node arg : arguments.list(Field::args))
        result.push_back({Kind::normal, arg.text(Field::arg), arg, {}});
    std::vector<Node> defaults = arguments.list(Field::defaults);
    for (size_t i = 0; i < defaults.size(); ++i)
        result[result.size() - defaults.size() + i].default_value = defaults[i];
    if (Node arg = arguments.child(Field::vararg))
        result.push_back({Kind::var_positional, arg.text(Field::arg), arg, {}});
    std::vector<Node> keyword_only = arguments.list(Field::kwonlyargs);
    std::vector<Node> keyword_defaults = arguments.list(Field::kw_defaults);
    for (size_t i = 0; i < keyword_only.size(); ++i)
        result.push_back(
            {Kind::keyword_only, keyword_only[i].text(Field::arg), keyword_only[i], keyword_defaults[i]});
    if (Node arg = arguments.child(Field::kwarg))
        result.push_back({Kind::var_keyword, arg.text(Field::arg), arg, {}});
    return result;
}

std::string captured_name(Node pattern) {
    return pattern.text(pattern.kind() == NodeKind::MatchMapping ? Field::rest : Field::name);
}

std::string mangled(const std::string& name, const std::string& class_name) {
    if (class_name.empty() || !name.starts_with("__") || name.ends_with("__")) return name;
    if (name.find('.') != std::string::npos) return name;
    size_t start = class_name.find_first_not_of('_');
    if (start == std::string::npos) return name;
    return "_" + class_name.substr(start) + name;
}

}  // namespace sapwood
