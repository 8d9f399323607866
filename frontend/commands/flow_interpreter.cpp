// The interpreter of flow graphs.
#include "frontend/commands/flow_interpreter.h"

#include <algorithm>

#include "frontend/interpreter.h"

namespace sapwood {

namespace {

[[noreturn]] void raise(PyObject* type, const std::string& text) {
    PyErr_SetString(type, text.c_str());
    throw py::error_already_set();
}

py::object own(PyObject* result) {
    if (!result) throw py::error_already_set();
    return py::reinterpret_steal<py::object>(result);
}

void check(int result) {
    if (result < 0) throw py::error_already_set();
}

[[noreturn]] void raise_instance(py::handle exception) {
    // Keeps the traceback and the context that the exception already has.
    PyErr_Restore(py::type::handle_of(exception).inc_ref().ptr(), exception.inc_ref().ptr(),
                  PyException_GetTraceback(exception.ptr()));
    throw py::error_already_set();
}

// A captured variable.
py::object new_cell(py::handle value) {
    py::list cell;
    cell.append(value);
    return cell;
}

const py::object& undefined() {
    static const auto* marker = new py::object(py::module_::import("builtins").attr("object")());
    return *marker;
}

PyObject* power(PyObject* a, PyObject* b) {
    return PyNumber_Power(a, b, Py_None);
}
PyObject* inplace_power(PyObject* a, PyObject* b) {
    return PyNumber_InPlacePower(a, b, Py_None);
}

struct BinaryRow {
    Op op;
    PyObject* (*function)(PyObject*, PyObject*);
};

constexpr BinaryRow kBinary[] = {
    {Op::add, PyNumber_Add},
    {Op::sub, PyNumber_Subtract},
    {Op::mul, PyNumber_Multiply},
    {Op::matmul, PyNumber_MatrixMultiply},
    {Op::truediv, PyNumber_TrueDivide},
    {Op::floordiv, PyNumber_FloorDivide},
    {Op::mod, PyNumber_Remainder},
    {Op::pow, power},
    {Op::lshift, PyNumber_Lshift},
    {Op::rshift, PyNumber_Rshift},
    {Op::and_, PyNumber_And},
    {Op::or_, PyNumber_Or},
    {Op::xor_, PyNumber_Xor},
    {Op::inplace_add, PyNumber_InPlaceAdd},
    {Op::inplace_sub, PyNumber_InPlaceSubtract},
    {Op::inplace_mul, PyNumber_InPlaceMultiply},
    {Op::inplace_matmul, PyNumber_InPlaceMatrixMultiply},
    {Op::inplace_truediv, PyNumber_InPlaceTrueDivide},
    {Op::inplace_floordiv, PyNumber_InPlaceFloorDivide},
    {Op::inplace_mod, PyNumber_InPlaceRemainder},
    {Op::inplace_pow, inplace_power},
    {Op::inplace_lshift, PyNumber_InPlaceLshift},
    {Op::inplace_rshift, PyNumber_InPlaceRshift},
    {Op::inplace_and, PyNumber_InPlaceAnd},
    {Op::inplace_or, PyNumber_InPlaceOr},
    {Op::inplace_xor, PyNumber_InPlaceXor},
    {Op::getitem, PyObject_GetItem},
};

int comparison(Op op) {
    switch (op) {
        case Op::lt: return Py_LT;
        case Op::le: return Py_LE;
        case Op::eq: return Py_EQ;
        case Op::ne: return Py_NE;
        case Op::gt: return Py_GT;
        default: return Py_GE;
    }
}

py::object slice_of(const std::vector<py::object>& args) {
    return own(PySlice_New(args[1].ptr(), args[2].ptr(), args[3].ptr()));
}

py::list items_of(py::handle sequence) {
    return py::list(py::reinterpret_borrow<py::object>(sequence));
}

}  // namespace

py::object FlowInterpreter::constant(ConstantId id) {
    const Constant& constant = program_.constants[id];
    if (constant.kind == ConstantKind::undefined) return undefined();
    py::object result = world_.live(id);
    if (result) return result;
    CHECK(constant.kind == ConstantKind::object, "a constant without a value");
    const HostObject& host = world_.object(constant.object);
    // The method of a standard stream is described, but made for the purpose.
    if (host.kind == HostKind::function) return make_closure({}, constant.object);
    return py::int_(static_cast<long>(constant.object.index));  // stands for a module that is no module
}

py::object FlowInterpreter::value(const Frame& frame, Value value) {
    if (value.is_constant()) return constant(value.constant());
    const py::object& result = frame.values[value.variable().index];
    CHECK(result, "%{} has no value", frame.graph.variables[value.variable()].name);
    return result;
}

py::object FlowInterpreter::run(GraphId id, const std::vector<py::object>& args) {
    if (std::find(graphs_.begin(), graphs_.end(), id) == graphs_.end()) graphs_.push_back(id);
    if (Py_EnterRecursiveCall(" in a flow graph")) throw py::error_already_set();
    struct Leave {
        ~Leave() { Py_LeaveRecursiveCall(); }
    } leave;
    const FunctionGraph& graph = program_.graph(id);
    Frame frame{graph, std::vector<py::object>(graph.variables.size())};
    BlockId at = graph.start;
    std::vector<py::object> incoming = args;
    while (true) {
        const Block& block = graph.blocks[at];
        CHECK(incoming.size() == block.inputs.size(), "{} inputs for {}", incoming.size(), block.name);
        for (size_t i = 0; i < incoming.size(); ++i) frame.values[block.inputs[i].index] = incoming[i];
        if (at == graph.returns) return incoming[0];
        if (at == graph.excepts) raise_instance(incoming[0]);
        const Link* taken = nullptr;
        for (size_t i = 0; i < block.operations.size(); ++i) {
            const Operation& operation = block.operations[i];
            try {
                frame.values[operation.result.index] = execute(frame, operation);
            } catch (py::error_already_set& error) {
                if (i + 1 < block.operations.size() || block.exit != ExitKind::raising) throw;
                CHECK(may_raise(operation.op), "{} raises", op_info(operation.op).name);
                for (size_t each = 1; each < block.links.size() && !taken; ++each) {
                    py::object class_ = constant(block.links[each].exit_case);
                    if (PyErr_GivenExceptionMatches(error.type().ptr(), class_.ptr()))
                        taken = &block.links[each];
                }
                if (!taken) throw;
                py::object exception = error.value();
                if (error.trace()) PyException_SetTraceback(exception.ptr(), error.trace().ptr());
                frame.values[taken->exception.index] = exception;
            }
        }
        if (!taken) {
            size_t index = 0;
            if (block.exit == ExitKind::branch) {
                py::object condition = value(frame, block.condition);
                int truth = PyObject_IsTrue(condition.ptr());
                check(truth);
                index = truth ? 0 : 1;
            }
            taken = &block.links[index];
        }
        incoming.clear();
        for (Value arg : taken->args) incoming.push_back(value(frame, arg));
        at = taken->target;
    }
}

py::object FlowInterpreter::attribute(py::handle object, const Constant* constant, const std::string& name) {
    bool stands_for_names =
        constant && constant->kind == ConstantKind::object && !world_.live_object(constant->object);
    if (!stands_for_names) return own(PyObject_GetAttrString(object.ptr(), name.c_str()));
    py::object target = world_.stand_in(constant->object);
    if (PyDict_Check(target.ptr())) return target[name.c_str()];
    return target.attr("cell_contents");
}

py::object FlowInterpreter::execute(Frame& frame, const Operation& operation) {
    std::vector<py::object> args;
    for (Value arg : operation.args) {
        bool shape = arg.is_constant() && program_.constants[arg.constant()].kind == ConstantKind::shape;
        args.push_back(shape ? py::none() : value(frame, arg));
    }
    auto raw = [&](size_t i) { return args[i].ptr(); };
    auto text = [&](size_t i) { return text_of(args[i]); };
    auto constant_operand = [&](size_t i) -> const Constant* {
        return operation.args[i].is_constant() ? &program_.constants[operation.args[i].constant()] : nullptr;
    };
    for (const BinaryRow& row : kBinary)
        if (row.op == operation.op) return own(row.function(raw(0), raw(1)));
    switch (operation.op) {
        case Op::neg: return own(PyNumber_Negative(raw(0)));
        case Op::pos: return own(PyNumber_Positive(raw(0)));
        case Op::invert: return own(PyNumber_Invert(raw(0)));
        case Op::lt:
        case Op::le:
        case Op::eq:
        case Op::ne:
        case Op::gt:
        case Op::ge: return own(PyObject_RichCompare(raw(0), raw(1), comparison(operation.op)));
        case Op::is_: return py::bool_(raw(0) == raw(1));
        case Op::not_:
        case Op::bool_: {
            int truth = PyObject_IsTrue(raw(0));
            check(truth);
            return py::bool_((truth == 1) == (operation.op == Op::bool_));
        }
        case Op::contains: {
            int found = PySequence_Contains(raw(0), raw(1));
            check(found);
            return py::bool_(found == 1);
        }
        case Op::setitem: check(PyObject_SetItem(raw(0), raw(1), raw(2))); return py::none();
        case Op::delitem: check(PyObject_DelItem(raw(0), raw(1))); return py::none();
        case Op::getslice: return own(PyObject_GetItem(raw(0), slice_of(args).ptr()));
        case Op::setslice: check(PyObject_SetItem(raw(0), slice_of(args).ptr(), raw(4))); return py::none();
        case Op::delslice: check(PyObject_DelItem(raw(0), slice_of(args).ptr())); return py::none();
        case Op::getattr: return attribute(args[0], constant_operand(0), text(1));
        case Op::setattr: {
            const Constant* constant = constant_operand(0);
            if (constant && constant->kind == ConstantKind::object && !world_.live_object(constant->object)) {
                py::object target = world_.stand_in(constant->object);
                if (PyDict_Check(target.ptr()))
                    target[text(1).c_str()] = args[2];
                else
                    target.attr("cell_contents") = args[2];
                return py::none();
            }
            check(PyObject_SetAttrString(raw(0), text(1).c_str(), raw(2)));
            return py::none();
        }
        case Op::delattr: check(PyObject_SetAttrString(raw(0), text(1).c_str(), nullptr)); return py::none();
        case Op::super_getattr:
            return py::module_::import("builtins").attr("super")(args[0], args[1]).attr(text(2).c_str());
        case Op::iter: return own(PyObject_GetIter(raw(0)));
        case Op::next: {
            PyObject* item = PyIter_Next(raw(0));
            if (!item && !PyErr_Occurred()) PyErr_SetNone(PyExc_StopIteration);
            return own(item);
        }
        case Op::newtuple: {
            py::tuple result(args.size());
            for (size_t i = 0; i < args.size(); ++i) result[i] = args[i];
            return result;
        }
        case Op::newlist: {
            py::list result;
            for (const py::object& arg : args) result.append(arg);
            return result;
        }
        case Op::newdict: {
            py::dict result;
            for (size_t i = 0; i < args.size(); i += 2)
                check(PyDict_SetItem(result.ptr(), raw(i), raw(i + 1)));
            return result;
        }
        case Op::newset: {
            py::set result;
            for (const py::object& arg : args) check(PySet_Add(result.ptr(), arg.ptr()));
            return result;
        }
        case Op::list_append: check(PyList_Append(raw(0), raw(1))); return py::none();
        case Op::unpack_check: {
            py::list items = items_of(args[0]);
            if (args[1].cast<long>() < 0) return items;
            size_t size = items.size(), wanted = args[1].cast<size_t>();
            if (size > wanted)
                raise(PyExc_ValueError, fmt::format("too many values to unpack (expected {})", wanted));
            if (size < wanted)
                raise(PyExc_ValueError,
                      fmt::format("not enough values to unpack (expected {}, got {})", wanted, size));
            return items;
        }
        case Op::unpack_item: {
            py::list items = items_of(args[0]);
            long index = args[1].cast<long>();
            return items[index < 0 ? index + static_cast<long>(items.size()) : index];
        }
        case Op::unpack_rest: {
            py::list items = items_of(args[0]);
            size_t before = args[1].cast<size_t>(), after = args[2].cast<size_t>();
            if (items.size() < before + after)
                raise(PyExc_ValueError,
                      fmt::format("not enough values to unpack (expected at least {}, got {})",
                                  before + after, items.size()));
            py::list rest;
            for (size_t i = before; i + after < items.size(); ++i) rest.append(items[i]);
            return rest;
        }
        case Op::to_str: return own(PyObject_Str(raw(0)));
        case Op::to_repr: return own(PyObject_Repr(raw(0)));
        case Op::to_ascii: return own(PyObject_ASCII(raw(0)));
        case Op::format: return own(PyObject_Format(raw(0), raw(1)));
        case Op::concat_str: {
            py::list parts;
            for (const py::object& arg : args) parts.append(arg);
            return py::str("").attr("join")(parts);
        }
        case Op::simple_call: {
            py::tuple positional(args.size() - 1);
            for (size_t i = 1; i < args.size(); ++i) positional[i - 1] = args[i];
            return call(args[0], positional, py::dict());
        }
        case Op::call_args: {
            const Constant& shape = program_.constants[operation.args[1].constant()];
            py::list positional;
            py::dict keywords;
            size_t end = args.size() - shape.keywords.size();
            for (size_t i = 2; i + (shape.star ? 1 : 0) < end; ++i) positional.append(args[i]);
            if (shape.star)
                for (py::handle item : args[end - 1]) positional.append(item);
            for (size_t i = 0; i < shape.keywords.size(); ++i)
                if (shape.keywords[i] == "**")
                    keywords.attr("update")(args[end + i]);
                else
                    keywords[shape.keywords[i].c_str()] = args[end + i];
            return call(args[0], py::tuple(positional), keywords);
        }
        case Op::make_closure: return make_closure(args, constant_operand(0)->object);
        case Op::newcell: return new_cell(args[0]);
        case Op::cell_get: {
            py::object contents = args[0].cast<py::list>()[0];
            if (contents.is(undefined()))
                raise(PyExc_NameError, fmt::format("name '{}' is not defined", text(1)));
            return contents;
        }
        case Op::cell_set: args[0].cast<py::list>()[0] = args[1]; return py::none();
        case Op::check_defined:
            if (raw(0) == Py_True) return py::none();
            raise(PyExc_UnboundLocalError,
                  fmt::format("cannot access local variable '{}' where it is not associated with a value",
                              text(1)));
        case Op::exc_instance: {
            py::object instance = args[0];
            if (PyExceptionClass_Check(raw(0))) instance = call(args[0], py::tuple(), py::dict());
            if (!PyExceptionInstance_Check(instance.ptr()))
                raise(PyExc_TypeError, "exceptions must derive from BaseException");
            // Raising it once gives it its context.
            PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(instance.ptr())), instance.ptr());
            py::error_already_set raised;
            return raised.value();
        }
        case Op::exc_set_cause:
            PyException_SetCause(raw(0), args[1].is_none() ? nullptr : args[1].inc_ref().ptr());
            return py::none();
        case Op::exc_raised: return py::none();
        case Op::exc_match: {
            int matches = PyErr_GivenExceptionMatches(raw(0), raw(1));
            return py::bool_(matches == 1);
        }
        case Op::exc_enter: {
            PyObject* before = PyErr_GetHandledException();
            PyErr_SetHandledException(raw(0));
            return before ? py::reinterpret_steal<py::object>(before) : py::object(py::none());
        }
        case Op::exc_leave: PyErr_SetHandledException(raw(0)); return py::none();
        case Op::exc_handled: {
            PyObject* handled = PyErr_GetHandledException();
            if (!handled) raise(PyExc_RuntimeError, "No active exception to reraise");
            return py::reinterpret_steal<py::object>(handled);
        }
        default: CHECK(false, "{} in a flow graph", op_info(operation.op).name);
    }
}

py::object FlowInterpreter::make_closure(const std::vector<py::object>& operands, ObjectId function) {
    size_t cells = world_.object(function).function.cell_names.size();
    std::vector<py::object> first, defaults;
    for (size_t i = 1; i < operands.size(); ++i) (i <= cells ? first : defaults).push_back(operands[i]);
    py::object result =
        py::cpp_function([this, first, defaults, function](py::args args, py::kwargs keywords) {
            return call_function(function, first, args, keywords, defaults);
        });
    return result;
}

py::object FlowInterpreter::call(py::handle callee, const py::tuple& args, const py::dict& keywords) {
    PyObject* raw = callee.ptr();
    if (PyMethod_Check(raw)) {
        py::tuple all(args.size() + 1);
        all[0] = py::reinterpret_borrow<py::object>(PyMethod_GET_SELF(raw));
        for (size_t i = 0; i < args.size(); ++i) all[i + 1] = args[i];
        return call(PyMethod_GET_FUNCTION(raw), all, keywords);
    }
    if (PyFunction_Check(raw) && is_user_path(text_of(callee.attr("__code__").attr("co_filename")))) {
        ObjectId id = world_.object_of(callee);
        world_.describe_pending();
        if (world_.object(id).kind == HostKind::function) return call_function(id, {}, args, keywords, {});
    }
    if (PyType_Check(raw) && Py_TYPE(raw) == &PyType_Type && py::len(args) + py::len(keywords) > 0) {
        auto* type = reinterpret_cast<PyTypeObject*>(raw);
        py::object init = callee.attr("__init__");
        if (PyFunction_Check(init.ptr()) &&
            (type->tp_new == PyBaseObject_Type.tp_new || PyExceptionClass_Check(raw))) {
            py::object instance = own(type->tp_new(type, args.ptr(), keywords.ptr()));
            py::tuple all(args.size() + 1);
            all[0] = instance;
            for (size_t i = 0; i < args.size(); ++i) all[i + 1] = args[i];
            call(init, all, keywords);
            return instance;
        }
    }
    return own(PyObject_Call(raw, args.ptr(), keywords.ptr()));
}

py::object FlowInterpreter::call_function(ObjectId id, const std::vector<py::object>& first,
                                          const py::tuple& args, const py::dict& keywords,
                                          const std::vector<py::object>& run_time_defaults) {
    using Kind = HostParameter::Kind;
    std::optional<GraphId> graph = world_.graph_of(id);
    if (!graph) raise(PyExc_SystemError, "no flow graph for " + world_.object(id).qualname);
    const HostFunction function = world_.object(id).function;
    std::vector<py::object> inputs = first;
    size_t positional = 0, named = 0, run_time = 0;
    for (size_t i = 0; i < function.parameters.size(); ++i) {
        const HostParameter& parameter = function.parameters[i];
        py::object default_value;
        if (parameter.default_value.valid()) default_value = constant(parameter.default_value);
        if (function.run_time_default[i]) default_value = run_time_defaults[run_time++];
        bool takes_position = parameter.kind == Kind::positional_only || parameter.kind == Kind::normal;
        if (parameter.kind == Kind::var_positional) {
            py::list rest;
            while (positional < args.size()) rest.append(args[positional++]);
            inputs.push_back(py::tuple(rest));
        } else if (parameter.kind == Kind::var_keyword) {
            py::dict rest = keywords.attr("copy")();
            for (const HostParameter& other : function.parameters) {
                bool by_name = other.kind == Kind::normal || other.kind == Kind::keyword_only;
                if (by_name) rest.attr("pop")(other.name, py::none());
            }
            named += rest.size();
            inputs.push_back(rest);
        } else if (takes_position && positional < args.size()) {
            inputs.push_back(args[positional++]);
        } else if (keywords.contains(parameter.name.c_str())) {
            inputs.push_back(keywords[parameter.name.c_str()]);
            ++named;
        } else {
            if (!default_value) raise(PyExc_TypeError, "missing argument " + parameter.name);
            inputs.push_back(default_value);
        }
    }
    if (positional < args.size() || named < keywords.size()) raise(PyExc_TypeError, "too many arguments");
    return run(*graph, inputs);
}

}  // namespace sapwood
