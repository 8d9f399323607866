// Calls, and those that mean something to the translator.
#include <algorithm>

#include "frontend/enums.h"
#include "frontend/flow_builder.h"

namespace sapwood {

namespace {

bool has_star(const std::vector<Node>& args) {
    for (Node arg : args)
        if (arg.kind() == NodeKind::Starred) return true;
    return false;
}

constexpr const char* kImportTimeOnly[] = {
    "builtins.eval",   "builtins.exec", "builtins.compile",    "builtins.globals",
    "builtins.locals", "builtins.vars", "builtins.__import__", "importlib.import_module"};

// Built-in functions that read an iterable to its end before anything else happens, so that a generator
// expression may be the list of its items.
constexpr const char* kReadAtOnce[] = {"list", "tuple", "set", "frozenset", "dict",
                                       "sum",  "min",   "max", "sorted",    "bytes"};
constexpr const char* kMethodsThatReadAtOnce[] = {"join", "extend", "writelines", "update"};

// The keys of `{"a": x, "b": y}`.
std::optional<std::vector<std::string>> names_of_display(Node node) {
    if (node.kind() != NodeKind::Dict) return std::nullopt;
    std::vector<std::string> names;
    for (Node key : node.list(Field::keys)) {
        if (!key || key.kind() != NodeKind::Constant) return std::nullopt;
        py::object value = key.value(Field::value);
        if (!PyUnicode_Check(value.ptr())) return std::nullopt;
        names.push_back(text_of(value));
    }
    return names;
}

}  // namespace

Value FlowBuilder::eval_call(Node node) {
    Node function = node.child(Field::func);
    std::vector<Node> args = node.list(Field::args);
    if (std::optional<Value> value = format_method_call(node)) return *value;
    Value callee = called(eval(function));
    if (std::optional<Value> value = generator_call(node, callee)) return *value;
    if (std::optional<Value> value = special_call(node, callee)) return *value;
    return call(callee, args, node.list(Field::keywords), node);
}

// A class of the stand-ins may say what programs call in its place, so that its own __init__ takes arguments
// of one type each.
Value FlowBuilder::called(Value callee) {
    py::object live_callee = live(callee);
    if (!live_callee || !PyType_Check(live_callee.ptr()) || StandIns::is_namespace(code_.context->names))
        return callee;
    if (StandIns::path_of(live_callee).empty()) return callee;
    py::object function = live_callee.attr("__dict__").attr("get")("_sapwood_call_", py::none());
    return function.is_none() ? callee : constant(function);
}

Value FlowBuilder::call(Value callee, const std::vector<Node>& args, const std::vector<Node>& keywords,
                        Node node) {
    std::vector<Value> positional, named;
    std::optional<Value> star, mapping;
    std::vector<std::string> names;
    if (!evaluate_arguments(args, keywords, positional, star, names, named, mapping, node,
                            marker_of_records(callee)))
        return diagnosed(node);
    if (py::object text = format_template(callee, positional)) {
        FormatArguments arguments{positional, star, names, named, mapping};
        return str_format(text, arguments, node);
    }
    if (mapping) {
        names.push_back("**");
        named.push_back(*mapping);
    }
    if (!mapping) prepare_known(callee, positional, star.has_value(), names, named, node);
    // CPython reads what is after a star before it evaluates keyword arguments.
    bool rest = star && !mapping && std::ranges::all_of(named, &Value::is_constant);
    if (rest) star = take_star(callee, positional.size(), names, *star, node);
    if (rest) {
        if (std::optional<Value> value = call_with_rest(callee, positional, *star, names, named, node))
            return *value;
    }
    if (!star && names.empty()) {
        if (std::optional<Value> value = fold_call(callee, positional, node)) return *value;
    }
    return call_args(callee, positional, star, names, named, node);
}

Value FlowBuilder::call_args(Value callee, const std::vector<Value>& positional, std::optional<Value> star,
                             const std::vector<std::string>& names, const std::vector<Value>& named,
                             Node node) {
    if (!star && names.empty()) {
        std::vector<Value> operands = {callee};
        operands.insert(operands.end(), positional.begin(), positional.end());
        return emit(Op::simple_call, std::move(operands), node);
    }
    std::vector<Value> operands = {callee, program_.constants.shape(names, star.has_value())};
    operands.insert(operands.end(), positional.begin(), positional.end());
    if (star) operands.push_back(*star);
    operands.insert(operands.end(), named.begin(), named.end());
    return emit(Op::call_args, std::move(operands), node);
}

// A call of a known function that has a `*` parameter itself.  Values whose number shows at run time go to
// its twin, which takes what is left of them as a tuple.
std::optional<Value> FlowBuilder::call_with_rest(Value callee, const std::vector<Value>& positional,
                                                 Value star, const std::vector<std::string>& names,
                                                 const std::vector<Value>& named, Node node) {
    py::object function = live(callee);
    if (!function || !PyFunction_Check(function.ptr())) return std::nullopt;
    py::list keywords;
    for (const std::string& name : names) keywords.append(py::str(name));
    py::object takes = world_.stand_ins.function("arguments", "takes_with_rest")(
        function, py::int_(positional.size()), keywords);
    if (takes.is_none()) return std::nullopt;
    std::vector<Value> operands;
    for (py::handle each : takes) operands.push_back(constant(each));
    Value twin = operands.front();
    operands.erase(operands.begin());
    operands.insert(operands.begin() + 1, star);

    Value asked = constant(world_.stand_ins.function("arguments", "_has_length"));
    Branches branches = branch_on_value(emit(Op::simple_call, {asked, star}, node), node);
    PendingEdges ends;
    if (join(std::move(branches.yes), ""))
        ends.push_back(pend(call_args(callee, positional, star, names, named, node)));
    if (join(std::move(branches.no), "")) {
        Value taken = emit(Op::simple_call, std::move(operands), node);
        size_t own = function.attr("__code__").attr("co_argcount").cast<size_t>();
        if (positional.size() <= own) {
            ends.push_back(pend(call_args(twin, positional, taken, names, named, node)));
        } else {
            std::vector<Value> first(positional.begin(), positional.begin() + own);
            std::vector<Value> others(positional.begin() + own, positional.end());
            Value rest = emit(Op::getitem, {taken, program_.constants.integer(0)}, node);
            first.push_back(emit(Op::add, {emit(Op::newtuple, std::move(others), node), rest}, node));
            ends.push_back(pend(call_args(twin, first, std::nullopt, names, named, node)));
        }
    }
    Value result;
    join(std::move(ends), "join", &result);
    return result;
}

// The values after a star as the tuple that a known function takes, which tells how many it wants.
Value FlowBuilder::take_star(Value callee, size_t before, const std::vector<std::string>& names, Value star,
                             Node node) {
    py::object function = live(callee);
    bool is_class = function && PyType_Check(function.ptr());
    if (is_class) function = attribute_or_null(function, "__init__");
    if (!function || !PyFunction_Check(function.ptr())) return star;
    py::list keywords;
    for (const std::string& name : names) keywords.append(py::str(name));
    py::object takes = world_.stand_ins.function("arguments", "takes")(function, py::int_(is_class ? 1 : 0),
                                                                       py::int_(before), keywords);
    if (takes.is_none()) return star;
    std::vector<Value> operands;
    for (py::handle each : takes) operands.push_back(constant(each));
    operands.insert(operands.begin() + 1, star);
    return emit(Op::simple_call, std::move(operands), node);
}

// Evaluates the arguments of a call in order.  False: a diagnostic says what is wrong with them.
bool FlowBuilder::evaluate_arguments(const std::vector<Node>& args, const std::vector<Node>& keywords,
                                     std::vector<Value>& positional, std::optional<Value>& star,
                                     std::vector<std::string>& names, std::vector<Value>& named,
                                     std::optional<Value>& mapping, Node node, Value record) {
    auto first_star = std::ranges::find(args, NodeKind::Starred, &Node::kind);
    for (auto arg = args.begin(); arg != first_star; ++arg)
        positional.push_back(arg == args.begin() ? eval_record(*arg, record) : eval(*arg));
    if (first_star != args.end()) {
        bool only = first_star + 1 == args.end();
        star = only ? eval(first_star->child(Field::value)) : tuple_of({first_star, args.end()}, node);
        py::object tuple = live(*star);
        if (tuple && PyTuple_CheckExact(tuple.ptr())) {
            for (py::handle item : tuple) positional.push_back(constant(item));
            star.reset();
        }
    }
    for (Node keyword : keywords) {
        std::string name = keyword.text(Field::arg);
        Node value = keyword.child(Field::value);
        if (mapping) {
            unsupported(keyword, "a keyword argument after `**`");
            return false;
        }
        if (!name.empty()) {
            names.push_back(mangle(name));
            named.push_back(eval(value));
        } else if (std::optional<std::vector<std::string>> keys = names_of_display(value)) {
            std::vector<Node> values = value.list(Field::values);
            for (size_t i = 0; i < keys->size(); ++i) {
                names.push_back((*keys)[i]);
                named.push_back(eval(values[i]));
            }
        } else {
            mapping = eval(value);
        }
    }
    for (size_t i = 0; i < names.size(); ++i) {
        if (std::find(names.begin(), names.begin() + i, names[i]) == names.begin() + i) continue;
        unsupported(node, fmt::format("the keyword `{}` twice in a call", names[i]));
        return false;
    }
    return true;
}

// super().name and super(C, self).name.
std::optional<Value> FlowBuilder::super_attribute(Node attribute) {
    Node super = attribute.child(Field::value);
    if (super.kind() != NodeKind::Call) return std::nullopt;
    Node function = super.child(Field::func);
    if (function.kind() != NodeKind::Name || function.text(Field::id) != "super") return std::nullopt;
    if (live(eval(function)).ptr() != reinterpret_cast<PyObject*>(&PySuper_Type)) return std::nullopt;
    std::vector<Node> args = super.list(Field::args);
    Value class_, self;
    if (args.empty()) {
        auto cell = code_.context->cells.find("__class__");
        if (cell == code_.context->cells.end()) return unsupported(super, "super() outside a method");
        class_ = constant(cell->second.attr("cell_contents"));
        std::vector<ParameterNode> parameters = parameters_of(code_.node);
        if (parameters.empty()) return unsupported(super, "super() in a function without parameters");
        Scope* inner = scope_;
        scope_ = code_.scope;
        self = load_name(mangle(parameters[0].name), super);
        scope_ = inner;
    } else if (args.size() == 2) {
        class_ = eval(args[0]);
        self = eval(args[1]);
    } else {
        return unsupported(super, "super() with one argument");
    }
    return emit(Op::super_getattr, {class_, self, str(mangle(attribute.text(Field::attr)))}, attribute);
}

// A generator expression as the first argument of something that consumes it at once.
std::optional<Value> FlowBuilder::generator_call(Node node, Value callee) {
    std::vector<Node> args = node.list(Field::args);
    size_t index = 0;
    while (index < args.size() && args[index].kind() != NodeKind::GeneratorExp) ++index;
    if (index == args.size() || has_star(args)) return std::nullopt;
    std::string name;
    if (py::object live_callee = live(callee))
        name = PyType_Check(live_callee.ptr()) ? text_of(live_callee.attr("__name__"))
                                               : builtin_name(live_callee);
    bool only = args.size() == 1 && node.list(Field::keywords).empty();
    if (index == 0 && only && (name == "builtins.any" || name == "builtins.all"))
        return consumed_generator(args[0], name, {}, node);
    if (index == 0 && name == "builtins.next" && args.size() <= 2) {
        Value default_value = args.size() == 2 ? eval(args[1]) : Value();
        return consumed_generator(args[0], name, default_value, node);
    }
    if (name.starts_with("builtins.")) name = name.substr(9);
    bool at_once = false;
    for (const char* each : kReadAtOnce) at_once = at_once || name == each;
    Node function = node.child(Field::func);
    if (function.kind() == NodeKind::Attribute)
        for (const char* each : kMethodsThatReadAtOnce)
            at_once = at_once || function.text(Field::attr) == each;
    if (!at_once || index != 0) return std::nullopt;
    std::vector<Value> operands = {comprehension(args[0], node)};
    for (size_t i = 1; i < args.size(); ++i) operands.push_back(eval(args[i]));
    std::vector<std::string> names;
    for (Node keyword : node.list(Field::keywords)) {
        std::string keyword_name = keyword.text(Field::arg);
        if (keyword_name.empty()) return unsupported(keyword, "`**` in a call");
        names.push_back(keyword_name);
        operands.push_back(eval(keyword.child(Field::value)));
    }
    if (names.empty()) {
        operands.insert(operands.begin(), callee);
        return emit(Op::simple_call, std::move(operands), node);
    }
    operands.insert(operands.begin(), {callee, program_.constants.shape(names, false)});
    return emit(Op::call_args, std::move(operands), node);
}

// Calls of built-in functions that belong to import time or are operations of their own.
std::optional<Value> FlowBuilder::special_call(Node node, Value callee) {
    py::object function = live(callee);
    if (!function) return std::nullopt;
    std::string name = builtin_name(function);
    if (PyFunction_Check(function.ptr()) && name.empty())
        name = text_of(function.attr("__module__").is_none() ? py::str("")
                                                             : py::str(function.attr("__module__"))) +
               "." + text_of(function.attr("__name__"));
    for (const char* each : kImportTimeOnly)
        if (name == each)
            return unsupported(node, fmt::format("`{}` at run time", name.substr(name.find('.') + 1)));
    if (!graph_.frameless && enumeration_of(function)) return enum_by_value(node, function);
    std::vector<Node> args = node.list(Field::args);
    if (name == "builtins.iter" && args.size() == 2 && !has_star(args) &&
        node.list(Field::keywords).empty()) {
        Value until = constant(world_.stand_ins.function("iterators", "until"));
        Value called = eval(args[0]);
        return emit(Op::simple_call, {until, called, eval(args[1])}, node);
    }
    if (function.ptr() == reinterpret_cast<PyObject*>(&PySuper_Type))
        return unsupported(node, "`super()` without an attribute");
    if (name == "builtins.getattr" || name == "builtins.setattr" || name == "builtins.delattr" ||
        name == "builtins.hasattr")
        return attribute_call(node, name);
    return std::nullopt;
}

std::optional<Value> FlowBuilder::attribute_call(Node node, const std::string& function) {
    std::vector<Node> args = node.list(Field::args);
    if (has_star(args) || !node.list(Field::keywords).empty() || args.size() < 2) return std::nullopt;
    Value object = eval(args[0]);
    Value name_value = eval(args[1]);
    bool known =
        name_value.is_constant() && program_.constants[name_value.constant()].kind == ConstantKind::str;
    std::string verb = function.substr(function.rfind('.') + 1);
    // Inference may know the name.
    if (!known && name_value.is_variable() && verb == "hasattr")
        return attribute_or(object, name_value, boolean(false), boolean(true), node);
    if (!known && name_value.is_variable() && verb == "getattr" && args.size() == 3)
        return attribute_or(object, name_value, eval(args[2]), {}, node);
    if (!known && name_value.is_variable() && verb != "delattr") {
        std::vector<Value> operands = {builtin(verb.c_str()), object, name_value};
        for (size_t i = 2; i < args.size(); ++i) operands.push_back(eval(args[i]));
        return emit(Op::simple_call, std::move(operands), node);
    }
    if (!known) return unsupported(node, fmt::format("`{}` with a computed name", verb));
    std::string name = program_.constants[name_value.constant()].text;
    py::object constant_object = live(object);
    bool foldable =
        constant_object && (PyModule_Check(constant_object.ptr()) || PyType_Check(constant_object.ptr()));
    if (verb == "setattr") {
        if (args.size() != 3) return std::nullopt;
        set_attribute(object, name, eval(args[2]), node);
        return none();
    }
    if (verb == "delattr") {
        emit(Op::delattr, {object, name_value}, node);
        return none();
    }
    if (verb == "hasattr") {
        if (foldable && !world_.stores.attribute_is_stored(constant_object, name)) {
            world_.note_fold(constant_object, name);
            return boolean(static_cast<bool>(attribute_or_null(constant_object, name.c_str())));
        }
        return attribute_or(object, name_value, boolean(false), boolean(true), node);
    }
    if (args.size() == 2) return get_attribute(object, name, node);
    Value default_value = eval(args[2]);
    if (foldable && !world_.stores.attribute_is_stored(constant_object, name)) {
        world_.note_fold(constant_object, name);
        if (!attribute_or_null(constant_object, name.c_str())) return default_value;
        return get_attribute(object, name, node);
    }
    return attribute_or(object, name_value, default_value, {}, node);
}

// The attribute, or `found` if that is valid; `otherwise` where the class has no such attribute, or this
// object has none yet.
Value FlowBuilder::attribute_or(Value object, Value name, Value otherwise, Value found, Node node) {
    Value in_class = emit(Op::simple_call, {builtin("hasattr"), object, name}, node);
    Branches branches = branch_on_value(in_class, node);
    PendingEdges ends = std::move(branches.no);
    auto read = [&] {
        if (name.is_constant()) return get_attribute(object, program_.constants[name.constant()].text, node);
        return emit(Op::simple_call, {builtin("getattr"), object, name}, node);
    };
    std::optional<Value> value;
    if (join(std::move(branches.yes), "")) value = attribute_if_any(read, node, ends);
    for (PendingEdge& edge : ends) edge.extra = otherwise;
    if (value) ends.push_back(pend(found.valid() ? found : *value));
    Value result;
    join(std::move(ends), "join", &result);
    return result;
}

}  // namespace sapwood
