// Nodes of Python's `ast`, seen from C++.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "flowgraph/location.h"
#include "frontend/python.h"

namespace sapwood {

enum class NodeKind : uint8_t {
    absent,  // no node: an optional field that is None
#define NODE(name) name,
#include "frontend/ast_nodes.def"
#undef NODE
    other,  // a class that we do not know: of a newer Python
};

enum class Field : uint8_t {
#define FIELD(name) name,
#include "frontend/ast_fields.def"
#undef FIELD
};

// A line and a column, ordered as in the text.
struct Position {
    int32_t line = 0;
    int32_t column = 0;
    auto operator<=>(const Position&) const = default;
};

// One node.  It does not own: trees are kept alive by their SourceUnit.
class Node {
  public:
    Node() = default;
    explicit Node(py::handle object) : object_(object.ptr()) {}

    NodeKind kind() const;
    std::string class_name() const;  // as `ast` says
    explicit operator bool() const { return object_ != nullptr && object_ != Py_None; }

    Node child(Field field) const;
    std::vector<Node> list(Field field) const;  // items may be absent (keys of Dict, kw_defaults)
    std::string text(Field field) const;        // an identifier; empty where absent
    int integer(Field field) const;
    py::object value(Field field) const;
    bool has(Field field) const;
    // All child nodes, in the order of _fields.
    std::vector<Node> children() const;

    Position begin() const { return {integer(Field::lineno), integer(Field::col_offset)}; }
    Position end() const { return {integer(Field::end_lineno), integer(Field::end_col_offset)}; }
    Location location(FileId file) const;

    PyObject* pointer() const { return object_; }

  private:
    PyObject* object_ = nullptr;
};

inline bool is_function(NodeKind kind) {
    return kind == NodeKind::FunctionDef || kind == NodeKind::AsyncFunctionDef || kind == NodeKind::Lambda;
}
inline bool is_comprehension(NodeKind kind) {
    return kind == NodeKind::ListComp || kind == NodeKind::SetComp || kind == NodeKind::DictComp ||
           kind == NodeKind::GeneratorExp;
}

// All parameters of a function's or lambda's `arguments`, in the order of the frame's variables reordered as
// they are written: positional only, normal, *args, keyword only, **kwargs.
struct ParameterNode {
    enum class Kind : uint8_t { positional_only, normal, var_positional, keyword_only, var_keyword } kind;
    std::string name;
    Node arg;
    Node default_value;  // may be absent
};
std::vector<ParameterNode> parameters_of(Node function);

// The name that a MatchAs, MatchStar or MatchMapping captures; empty where it captures none.
std::string captured_name(Node pattern);

// `__x` inside class C is `_C__x`.
std::string mangled(const std::string& name, const std::string& class_name);

}  // namespace sapwood
