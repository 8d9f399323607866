// str.format and str.format_map of a template that is known at translation: the fields become what an
// f-string would read and format.  CPython itself takes the template apart (its module _string, which
// string.Formatter uses as well), so the mistakes in templates are its own: where a field is wrong, the
// program raises when it gets there, after the fields before.
#include "frontend/flow_builder.h"

namespace sapwood {

namespace {

constexpr int kDeepest = 2;  // templates may hold fields in their specifications, and no deeper

py::object taken_apart(const char* function, py::handle text) {
    return py::module_::import("_string").attr(function)(text);
}

std::string text_or_empty(py::handle value) {
    return value.is_none() ? std::string() : text_of(value);
}

bool is_number(py::handle value) {
    return PyLong_Check(value.ptr()) != 0;
}

}  // namespace

// The template that a callee formats, where it is known; str.format itself takes it from the arguments.
py::object FlowBuilder::format_template(Value callee, std::vector<Value>& positional) {
    py::object function = live(callee);
    if (!function) return {};
    py::object name = attribute_or_null(function, "__name__");
    if (!name || !PyUnicode_Check(name.ptr()) || text_of(name) != "format") return {};
    if (PyCFunction_Check(function.ptr())) {
        PyObject* self = PyCFunction_GET_SELF(function.ptr());
        return self && PyUnicode_CheckExact(self) ? py::reinterpret_borrow<py::object>(self) : py::object();
    }
    bool unbound = Py_TYPE(function.ptr()) == &PyMethodDescr_Type &&
                   function.attr("__objclass__").ptr() == reinterpret_cast<PyObject*>(&PyUnicode_Type);
    if (!unbound || positional.empty()) return {};
    py::object text = live(positional[0]);
    if (!text || !PyUnicode_CheckExact(text.ptr())) return {};
    positional.erase(positional.begin());
    return text;
}

std::optional<Value> FlowBuilder::format_method_call(Node node) {
    Node function = node.child(Field::func);
    if (function.kind() != NodeKind::Attribute) return std::nullopt;
    std::string name = function.text(Field::attr);
    if (name != "format" && name != "format_map") return std::nullopt;
    if (std::optional<Value> method = super_attribute(function))
        return call(*method, node.list(Field::args), node.list(Field::keywords), node);
    Node of = function.child(Field::value);
    Value receiver = eval(of);
    py::object text = live(receiver);
    std::vector<Node> args = node.list(Field::args), keywords = node.list(Field::keywords);
    if (!text || !PyUnicode_CheckExact(text.ptr()))
        return call(get_attribute(hinted(of, receiver, name, function), name, function), args, keywords,
                    node);
    if (name == "format") {
        FormatArguments arguments;
        if (!format_arguments(args, keywords, arguments, node)) return diagnosed(node);
        return str_format(text, arguments, node);
    }
    if (args.size() != 1 || !keywords.empty() || args[0].kind() == NodeKind::Starred)
        return unsupported(node, "format_map of anything but one mapping");
    FormatArguments arguments;
    arguments.mapping = eval(args[0]);
    arguments.only_mapping = true;
    return str_format(text, arguments, node);
}

bool FlowBuilder::format_arguments(const std::vector<Node>& args, const std::vector<Node>& keywords,
                                   FormatArguments& arguments, Node node) {
    return evaluate_arguments(args, keywords, arguments.positional, arguments.star, arguments.names,
                              arguments.named, arguments.mapping, node);
}

Value FlowBuilder::str_format(py::handle text, FormatArguments& arguments, Node node) {
    if (arguments.star) arguments.star = emit(Op::simple_call, {builtin("tuple"), *arguments.star}, node);
    Value result = format_fields(text, arguments, kDeepest, node);
    if (reachable_) return result;
    start_dead_code();
    return program_.constants.undefined();
}

// From here on the values of what has raised are of no consequence: the caller sees that reachable_ is false.
Value FlowBuilder::format_fields(py::handle text, FormatArguments& arguments, int depth, Node node) {
    if (depth == 0) {
        raise_builtin("ValueError", "Max string recursion exceeded", node);
        return str("");
    }
    std::vector<Value> parts;
    py::object fields = taken_apart("formatter_parser", text);
    while (reachable_) {
        auto field = py::reinterpret_steal<py::object>(PyIter_Next(fields.ptr()));
        if (!field && !PyErr_Occurred()) break;
        if (!field) {
            py::error_already_set error;
            raise_builtin("ValueError", text_of(py::str(error.value())), node);
            break;
        }
        py::tuple pieces(field);  // literal text, then name, specification and conversion of a field, if any
        if (std::string literal = text_of(pieces[0]); !literal.empty()) parts.push_back(str(literal));
        if (pieces[1].is_none()) continue;
        Value value = format_field(pieces[1], arguments, node);
        if (!reachable_) break;
        std::string conversion = text_or_empty(pieces[3]);
        if (!conversion.empty() && conversion != "s" && conversion != "r" && conversion != "a") {
            auto code = static_cast<uint32_t>(PyUnicode_READ_CHAR(pieces[3].ptr(), 0));
            bool shown = code > 32 && code < 127;
            raise_builtin("ValueError",
                          shown ? fmt::format("Unknown conversion specifier {}", conversion)
                                : fmt::format("Unknown conversion specifier \\x{:x}", code),
                          node);
            break;
        }
        std::string specification = text_or_empty(pieces[2]);
        if (!conversion.empty() || specification.empty())
            value = converted(value, conversion.empty() ? -1 : conversion[0], node);
        if (!specification.empty()) {
            bool nested = specification.find_first_of("{}") != std::string::npos;
            Value wanted =
                nested ? format_fields(pieces[2], arguments, depth - 1, node) : constant(pieces[2]);
            if (reachable_) value = emit(Op::format, {value, wanted}, node);
        }
        parts.push_back(value);
    }
    return reachable_ ? joined(std::move(parts), node) : none();
}

// What a field reads: `0.name[key]`.
Value FlowBuilder::format_field(py::handle name, FormatArguments& arguments, Node node) {
    Value value = none();
    try {
        py::tuple split = taken_apart("formatter_field_name_split", name);
        value = format_argument(split[0], arguments, node);
        for (py::handle step : split[1]) {
            if (!reachable_) break;
            py::tuple read = py::reinterpret_borrow<py::tuple>(step);
            if (py::bool_(read[0]))
                value = get_attribute(value, text_of(read[1]), node);
            else
                value = emit(Op::getitem, {value, constant(read[1])}, node);
        }
    } catch (py::error_already_set& error) {
        if (reachable_) raise_builtin("ValueError", text_of(py::str(error.value())), node);
    }
    return value;
}

Value FlowBuilder::format_argument(py::handle first, FormatArguments& arguments, Node node) {
    bool automatic = !is_number(first) && text_of(first).empty();
    if (!automatic && !is_number(first)) {
        std::string name = text_of(first);
        for (size_t i = 0; i < arguments.names.size(); ++i)
            if (arguments.names[i] == name) return arguments.named[i];
        if (arguments.mapping) return emit(Op::getitem, {*arguments.mapping, str(name)}, node);
        raise_builtin("KeyError", name, node);
        return none();
    }
    using Numbering = FormatArguments::Numbering;
    Numbering numbering = automatic ? Numbering::automatic : Numbering::manual;
    if (arguments.numbering == Numbering::unknown) arguments.numbering = numbering;
    if (arguments.numbering != numbering) {
        raise_builtin("ValueError",
                      automatic
                          ? "cannot switch from manual field specification to automatic field numbering"
                          : "cannot switch from automatic field numbering to manual field specification",
                      node);
        return none();
    }
    size_t index = automatic ? arguments.next++ : py::cast<size_t>(first);
    if (arguments.only_mapping) {
        raise_builtin("ValueError", "Format string contains positional fields", node);
        return none();
    }
    if (index < arguments.positional.size()) return arguments.positional[index];
    std::string missing = fmt::format("Replacement index {} out of range for positional args tuple", index);
    if (!arguments.star) {
        raise_builtin("IndexError", missing, node);
        return none();
    }
    Value place = program_.constants.integer(static_cast<int64_t>(index - arguments.positional.size()));
    Value length = call_builtin("len", {*arguments.star}, node);
    Branches has = branch_on_value(compare(NodeKind::Gt, length, place, node), node);
    if (join(std::move(has.no), "missing")) raise_builtin("IndexError", missing, node);
    if (!join(std::move(has.yes), "")) return none();
    return emit(Op::getitem, {*arguments.star, place}, node);
}

}  // namespace sapwood
