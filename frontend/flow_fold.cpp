// Folding of operations on constants, where CPython could not give another answer at run time.
#include <algorithm>

#include "flowgraph/suggestion.h"
#include "frontend/enums.h"
#include "frontend/flow_builder.h"

namespace sapwood {

namespace {

constexpr Py_ssize_t kLongestFoldedText = 4096;
constexpr long kLargestShift = 128;

struct NumberRow {
    Op op;
    PyObject* (*function)(PyObject*, PyObject*);
};

PyObject* power(PyObject* base, PyObject* exponent) {
    return PyNumber_Power(base, exponent, Py_None);
}

constexpr NumberRow kNumberRows[] = {
    {Op::add, PyNumber_Add},
    {Op::sub, PyNumber_Subtract},
    {Op::mul, PyNumber_Multiply},
    {Op::truediv, PyNumber_TrueDivide},
    {Op::floordiv, PyNumber_FloorDivide},
    {Op::mod, PyNumber_Remainder},
    {Op::pow, power},
    {Op::lshift, PyNumber_Lshift},
    {Op::rshift, PyNumber_Rshift},
    {Op::and_, PyNumber_And},
    {Op::or_, PyNumber_Or},
    {Op::xor_, PyNumber_Xor},
    {Op::inplace_add, PyNumber_Add},
    {Op::inplace_sub, PyNumber_Subtract},
    {Op::inplace_mul, PyNumber_Multiply},
    {Op::inplace_truediv, PyNumber_TrueDivide},
    {Op::inplace_floordiv, PyNumber_FloorDivide},
    {Op::inplace_mod, PyNumber_Remainder},
    {Op::inplace_pow, power},
    {Op::inplace_lshift, PyNumber_Lshift},
    {Op::inplace_rshift, PyNumber_Rshift},
    {Op::inplace_and, PyNumber_And},
    {Op::inplace_or, PyNumber_Or},
    {Op::inplace_xor, PyNumber_Xor},
    {Op::getitem, PyObject_GetItem},
};

constexpr struct {
    Op op;
    int code;
} kComparisonRows[] = {{Op::lt, Py_LT}, {Op::le, Py_LE}, {Op::eq, Py_EQ},
                       {Op::ne, Py_NE}, {Op::gt, Py_GT}, {Op::ge, Py_GE}};

// Built-in functions of immutable constants whose answer is always the same.
constexpr const char* kPureFunctions[] = {"builtins.abs",   "builtins.len",   "builtins.ord",
                                          "builtins.chr",   "builtins.min",   "builtins.max",
                                          "builtins.round", "builtins.divmod"};
PyTypeObject* const kPureClasses[] = {&PyLong_Type, &PyFloat_Type, &PyBool_Type, &PyUnicode_Type};

bool is_immutable(py::handle value) {
    PyObject* object = value.ptr();
    if (object == Py_None || PyBool_Check(object) || PyLong_CheckExact(object) ||
        PyFloat_CheckExact(object) || PyUnicode_CheckExact(object) || PyBytes_CheckExact(object))
        return true;
    if (!PyTuple_CheckExact(object)) return false;
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(object); ++i)
        if (!is_immutable(PyTuple_GET_ITEM(object, i))) return false;
    return true;
}

// Repetition, powers and shifts can make values too large to be worth making.
bool is_cheap(Op op, py::handle left, py::handle right) {
    auto magnitude = [](py::handle value) {
        if (!PyLong_Check(value.ptr())) return 0L;
        int overflow = 0;
        long number = PyLong_AsLongAndOverflow(value.ptr(), &overflow);
        return overflow ? LONG_MAX : number == LONG_MIN ? LONG_MAX : std::labs(number);
    };
    switch (op) {
        case Op::pow:
        case Op::inplace_pow:
        case Op::lshift:
        case Op::inplace_lshift: return magnitude(right) <= kLargestShift;
        case Op::mul:
        case Op::inplace_mul: {
            auto is_sequence = [](py::handle value) { return PySequence_Check(value.ptr()) != 0; };
            if (is_sequence(left))
                return magnitude(right) * std::max<Py_ssize_t>(1, PyObject_Size(left.ptr())) <=
                           kLongestFoldedText &&
                       magnitude(right) <= kLongestFoldedText;
            if (is_sequence(right))
                return magnitude(left) <= kLongestFoldedText &&
                       magnitude(left) * std::max<Py_ssize_t>(1, PyObject_Size(right.ptr())) <=
                           kLongestFoldedText;
            return true;
        }
        default: return true;
    }
}

std::vector<std::string> parameters_of(py::handle function) {
    py::object code = function.attr("__code__"), names = code.attr("co_varnames");
    std::vector<std::string> result;
    for (py::handle name : names) result.push_back(text_of(name));
    result.resize(code.attr("co_argcount").cast<size_t>());
    return result;
}

}  // namespace

py::object FlowBuilder::live(Value value) const {
    if (!value.is_constant()) return {};
    return world_.live(value.constant());
}

bool FlowBuilder::is_immutable_constant(Value value) const {
    py::object object = live(value);
    return object && is_immutable(object);
}

std::optional<Value> FlowBuilder::folded(py::handle value, Node) {
    if (!value.ptr()) {
        PyErr_Clear();
        return std::nullopt;
    }
    // In helpers integers wrap, so what does not fit is left to run time.
    if (graph_.low_level && PyLong_CheckExact(value.ptr()) &&
        program_.constants[constant(value).constant()].kind != ConstantKind::integer)
        return std::nullopt;
    if (!PyTuple_CheckExact(value.ptr())) return constant(value);
    std::vector<ConstantId> items;
    for (py::handle item : value) items.push_back(world_.constant_of(item));
    return world_.tuple_of(items);
}

// The result of arithmetic.
std::optional<Value> FlowBuilder::folded_number(py::handle value, Op op, const std::vector<Value>& args,
                                                Node node) {
    std::optional<Value> result = folded(value, node);
    auto too_large = [&](Value each) {
        return program_.constants[each.constant()].kind == ConstantKind::object;
    };
    if (!result || !PyLong_CheckExact(value.ptr()) || !too_large(*result)) return result;
    for (Value arg : args)
        if (too_large(arg) && !computed_.contains(arg.constant())) return result;  // which is an error itself
    computed_.try_emplace(result->constant(), Computation{op, args, node});
    return result;
}

std::optional<Value> FlowBuilder::fold_operation(Op op, const std::vector<Value>& args, Node node) {
    if (op == Op::is_) {
        if (!args[0].is_constant() || !args[1].is_constant()) return std::nullopt;
        const Constant& a = program_.constants[args[0].constant()];
        const Constant& b = program_.constants[args[1].constant()];
        auto has_identity = [&](const Constant& each) {
            if (each.kind == ConstantKind::none || each.kind == ConstantKind::boolean) return true;
            return each.kind == ConstantKind::object;
        };
        if (a.kind == ConstantKind::undefined || b.kind == ConstantKind::undefined) return std::nullopt;
        if (has_identity(a) || has_identity(b)) return boolean(args[0] == args[1]);
        return std::nullopt;
    }
    std::vector<py::object> values;
    for (Value arg : args) {
        py::object value = live(arg);
        if (!value) return std::nullopt;
        bool tuple_of_anything =
            op == Op::newtuple || (op == Op::getitem && &arg == &args[0] && PyTuple_CheckExact(value.ptr()));
        if (!is_immutable(value) && !tuple_of_anything) return std::nullopt;
        values.push_back(std::move(value));
    }
    auto take = [&](PyObject* result) { return folded(py::reinterpret_steal<py::object>(result), node); };
    auto compute = [&](PyObject* result) {
        return folded_number(py::reinterpret_steal<py::object>(result), op, args, node);
    };
    switch (op) {
        case Op::neg: return compute(PyNumber_Negative(values[0].ptr()));
        case Op::pos: return compute(PyNumber_Positive(values[0].ptr()));
        case Op::invert: return compute(PyNumber_Invert(values[0].ptr()));
        case Op::to_str: return take(PyObject_Str(values[0].ptr()));
        case Op::to_repr: return take(PyObject_Repr(values[0].ptr()));
        case Op::to_ascii: return take(PyObject_ASCII(values[0].ptr()));
        case Op::contains: {
            int answer = PySequence_Contains(values[0].ptr(), values[1].ptr());
            if (answer >= 0) return boolean(answer == 1);
            PyErr_Clear();
            return std::nullopt;
        }
        case Op::getslice: {
            auto slice = py::reinterpret_steal<py::object>(
                PySlice_New(values[1].ptr(), values[2].ptr(), values[3].ptr()));
            return take(PyObject_GetItem(values[0].ptr(), slice.ptr()));
        }
        case Op::newtuple: {
            std::vector<ConstantId> items;
            for (Value arg : args) items.push_back(arg.constant());
            return world_.tuple_of(items);
        }
        default: break;
    }
    for (const auto& row : kComparisonRows)
        if (row.op == op) return take(PyObject_RichCompare(values[0].ptr(), values[1].ptr(), row.code));
    for (const NumberRow& row : kNumberRows) {
        if (row.op != op) continue;
        if (!is_cheap(op, values[0], values[1])) return std::nullopt;
        return compute(row.function(values[0].ptr(), values[1].ptr()));
    }
    return std::nullopt;
}

std::optional<bool> FlowBuilder::fold_truth(Value value) const {
    py::object object = live(value);
    if (!object) return std::nullopt;
    if (is_immutable(object)) return PyObject_IsTrue(object.ptr()) == 1;
    if (PyTuple_CheckExact(object.ptr())) return PyTuple_GET_SIZE(object.ptr()) > 0;
    if (PyFunction_Check(object.ptr()) || PyCFunction_Check(object.ptr()) || PyModule_Check(object.ptr()))
        return true;
    if (PyType_CheckExact(object.ptr()) && Py_TYPE(object.ptr()) == &PyType_Type) return true;
    return std::nullopt;
}

std::optional<Value> FlowBuilder::fold_call(Value callee, const std::vector<Value>& args, Node node) {
    py::object function = live(callee);
    if (!function || args.empty()) return std::nullopt;
    std::string name = PyType_Check(function.ptr()) ? "" : builtin_name(function);
    auto is_class = [&](Value value) {
        py::object object = live(value);
        return object && PyType_Check(object.ptr());
    };
    if (name == "builtins.issubclass" && args.size() == 2 && is_class(args[0]) && is_class(args[1]))
        return boolean(PyObject_IsSubclass(live(args[0]).ptr(), live(args[1]).ptr()) == 1);
    if (name == "builtins.isinstance" && args.size() == 2 && is_class(args[1])) {
        py::object object = live(args[0]);
        if (!object || !(is_immutable(object) || PyType_Check(object.ptr()))) return std::nullopt;
        return boolean(PyObject_IsInstance(object.ptr(), live(args[1]).ptr()) == 1);
    }
    if (name == "builtins.len" && args.size() == 1) {
        py::object object = live(args[0]);
        if (object && PyTuple_CheckExact(object.ptr()))
            return program_.constants.integer(PyTuple_GET_SIZE(object.ptr()));
    }
    bool pure = PyFunction_Check(function.ptr());
    for (const char* each : kPureFunctions) pure = pure || name == each;
    for (PyTypeObject* each : kPureClasses)
        pure = pure || function.ptr() == reinterpret_cast<PyObject*>(each);
    if (!pure) return std::nullopt;
    py::tuple values(args.size());
    for (size_t i = 0; i < args.size(); ++i) {
        if (!is_immutable_constant(args[i])) return std::nullopt;
        values[i] = live(args[i]);
    }
    if (PyFunction_Check(function.ptr())) {
        py::object made = world_.stand_ins.at_translation(function, values);
        return made ? std::optional<Value>(constant(made)) : std::nullopt;
    }
    auto result = py::reinterpret_steal<py::object>(PyObject_CallObject(function.ptr(), values.ptr()));
    if (result && !is_immutable(result)) return std::nullopt;
    return folded(result, node);
}

void FlowBuilder::prepare_known(Value& callee, std::vector<Value>& positional, bool star,
                                const std::vector<std::string>& names, std::vector<Value>& named, Node node) {
    py::object function = live(callee);
    if (!function || !PyFunction_Check(function.ptr())) return;
    py::object prepare = attribute_or_null(function, "_sapwood_prepared_");
    if (!prepare || !StandIns::is_namespace(function.attr("__globals__"))) return;
    std::vector<std::string> parameters = parameters_of(function), wanted = parameters_of(prepare);
    auto argument = [&](const std::string& name) -> Value* {
        size_t at = std::ranges::find(parameters, name) - parameters.begin();
        if (at < positional.size()) return &positional[at];
        auto found = std::ranges::find(names, name);
        return found == names.end() ? nullptr : &named[found - names.begin()];
    };
    // It gives what stands for the first; the others then have its defaults.
    py::object defaults = prepare.attr("__defaults__");
    py::tuple values(wanted.size());
    for (size_t i = 0; i < wanted.size(); ++i) {
        Value* given = argument(wanted[i]);
        if (given ? !is_immutable_constant(*given) : i == 0 || star) return;
        values[i] = given ? live(*given) : py::object(defaults[py::int_(i - 1)]);
    }
    py::object made = world_.stand_ins.at_translation(prepare, values);
    if (!made) return;
    for (size_t i = 0; i < wanted.size(); ++i)
        if (Value* given = argument(wanted[i]))
            *given = constant(i ? py::object(defaults[py::int_(i - 1)]) : made);
    py::object method = attribute_or_null(function, "_sapwood_method_");
    if (!method || positional.empty()) return;
    callee = get_attribute(positional.front(), text_of(method), node);
    positional.erase(positional.begin());
}

std::string FlowBuilder::describe(Value value) const {
    py::object object = live(value);
    if (!object) return "this";
    if (PyModule_Check(object.ptr()))
        return fmt::format("module `{}`", text_of(py::str(object.attr("__name__"))));
    if (PyType_Check(object.ptr())) return fmt::format("class `{}`", text_of(object.attr("__name__")));
    if (PyFunction_Check(object.ptr())) return fmt::format("function `{}`", text_of(object.attr("__name__")));
    return fmt::format("`{}`", Py_TYPE(object.ptr())->tp_name);
}

// Attributes of modules and classes that nobody stores are constants.
Value FlowBuilder::get_attribute(Value object, const std::string& name, Node node) {
    py::object constant_object = live(object);
    auto operation = [&] { return emit(Op::getattr, {object, str(name)}, node, name); };
    if (!constant_object) return operation();
    bool module = PyModule_Check(constant_object.ptr()), class_ = PyType_Check(constant_object.ptr());
    bool function = PyFunction_Check(constant_object.ptr());
    if (!module && !class_ && !function && is_enum_member(constant_object)) {
        if (std::optional<Value> value = enum_attribute(constant_object, name)) return *value;
    }
    if (!module && !class_ && !function) return operation();
    if (world_.stores.attribute_is_stored(constant_object, name)) {
        if (module && attribute_or_null(constant_object, name.c_str()))
            return emit_quiet(Op::getattr, {object, str(name)}, node, name);
        return operation();
    }
    py::object value = attribute_or_null(constant_object, name.c_str());
    if (!value) {
        auto error = world_.diagnostics.error<Diag::unknown_attribute>(at(node), describe(object), name);
        if (std::string near = nearest_name(name, names_in(constant_object)); !near.empty())
            error.note<Diag::did_you_mean>(at(node), near);
        return diagnosed(node);
    }
    world_.note_fold(module ? py::object(constant_object.attr("__dict__")) : constant_object, name);
    return constant(value);
}

void FlowBuilder::set_attribute(Value object, const std::string& name, Value value, Node node) {
    py::object constant_object = live(object);
    bool module = constant_object && PyModule_Check(constant_object.ptr());
    if (module || (constant_object && PyType_Check(constant_object.ptr())))
        world_.note_store(program_.constants[object.constant()].object, name);
    if (module)
        emit_quiet(Op::setattr, {object, str(name), value}, node);
    else
        emit(Op::setattr, {object, str(name), value}, node);
}

}  // namespace sapwood
