// Operations on enumerations, which translated code sees as tuples and dicts of their members.
#include "frontend/enums.h"
#include "frontend/flow_builder.h"

namespace sapwood {

namespace {

// Built-in functions that iterate over an argument or ask for its length.
constexpr const char* kIterating[] = {"builtins.len", "builtins.sorted", "builtins.any", "builtins.all",
                                      "builtins.max", "builtins.min",    "builtins.iter"};
PyTypeObject* const kIteratingClasses[] = {&PyList_Type,      &PyTuple_Type, &PySet_Type,
                                           &PyFrozenSet_Type, &PyEnum_Type,  &PyZip_Type,
                                           &PyReversed_Type,  &PyMap_Type,   &PyFilter_Type};

bool iterates(py::handle function) {
    if (!function) return false;
    for (PyTypeObject* each : kIteratingClasses)
        if (function.ptr() == reinterpret_cast<PyObject*>(each)) return true;
    std::string name = builtin_name(function);
    for (const char* each : kIterating)
        if (name == each) return true;
    return false;
}

}  // namespace

void FlowBuilder::see_enum_members(Op op, std::vector<Value>& args) {
    auto members = [&](Value& arg) {
        py::object class_ = enumeration_of(live(arg));
        if (!class_) return;
        std::vector<ConstantId> items;
        for (py::handle member : class_) items.push_back(world_.constant_of(member));
        arg = world_.tuple_of(items);
    };
    bool iterates_first =
        op == Op::iter || op == Op::unpack_check || op == Op::unpack_item || op == Op::unpack_rest;
    if (iterates_first) members(args[0]);
    if (op == Op::simple_call && iterates(live(args[0])))
        for (size_t i = 1; i < args.size(); ++i) members(args[i]);
    if (op == Op::call_args && iterates(live(args[0])))
        for (size_t i = 2; i < args.size(); ++i) members(args[i]);
    if (op == Op::getitem) {
        if (py::object class_ = enumeration_of(live(args[0])))
            args[0] = constant(class_.attr("_member_map_"));
    }
}

// Color(2)
std::optional<Value> FlowBuilder::enum_by_value(Node node, py::handle class_) {
    std::vector<Node> args = node.list(Field::args);
    if (args.size() != 1 || args[0].kind() == NodeKind::Starred || !node.list(Field::keywords).empty())
        return std::nullopt;
    py::object missing = attribute_or_null(class_, "_missing_");
    if (missing && missing.attr("__func__").attr("__module__").cast<std::string>() != "enum")
        return unsupported(node, "an enumeration with `_missing_`, looked up by value,");
    py::object of_flags = attribute_or_null(class_, "_sapwood_look_up_");
    Value look_up = constant(of_flags ? of_flags : world_.enum_look_up(class_));
    return emit(Op::simple_call, {look_up, eval(args[0])}, node);
}

std::optional<Value> FlowBuilder::enum_attribute(py::handle member, const std::string& name) {
    if ((name != "name" && name != "value") || world_.overrides_enum(py::type::handle_of(member), name))
        return std::nullopt;
    return constant(member.attr(name == "name" ? "_name_" : "_value_"));
}

}  // namespace sapwood
