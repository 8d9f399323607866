// Statements, except loops, try and with.
#include "frontend/flow_builder.h"
#include "frontend/interpreter.h"

namespace sapwood {

void FlowBuilder::visit(const std::vector<Node>& statements) {
    size_t hints = hints_.size();
    for (Node statement : statements) {
        if (!reachable_) break;
        visit(statement);
    }
    hints_.resize(hints);
}

void FlowBuilder::visit(Node node) {
    switch (node.kind()) {
        case NodeKind::Expr:
            if (node.child(Field::value).kind() != NodeKind::Constant) eval(node.child(Field::value));
            return;
        case NodeKind::Assign: assign_statement(node); return;
        case NodeKind::AnnAssign:
            if (Node value = node.child(Field::value)) assign(node.child(Field::target), eval(value), node);
            return;
        case NodeKind::AugAssign: augmented_assign(node); return;
        case NodeKind::Delete:
            for (Node target : node.list(Field::targets)) delete_(target);
            return;
        case NodeKind::Return: return_(node); return;
        case NodeKind::If: if_(node); return;
        case NodeKind::While: while_(node); return;
        case NodeKind::For: for_(node); return;
        case NodeKind::Break: leave(Way::break_, {}, node); return;
        case NodeKind::Continue: leave(Way::continue_, {}, node); return;
        case NodeKind::Raise: raise_(node); return;
        case NodeKind::Try: try_(node); return;
        case NodeKind::With: with_(node, 0); return;
        case NodeKind::Assert: assert_(node); return;
        case NodeKind::Import: import_(node); return;
        case NodeKind::ImportFrom: import_from(node); return;
        case NodeKind::Pass:
        case NodeKind::Global:
        case NodeKind::Nonlocal: return;
        case NodeKind::FunctionDef: {
            std::vector<Value> decorators;
            for (Node decorator : node.list(Field::decorator_list)) decorators.push_back(eval(decorator));
            Value function = make_function(node);
            while (!decorators.empty()) {
                function = emit(Op::simple_call, {decorators.back(), function}, node);
                decorators.pop_back();
            }
            store_name(mangle(node.text(Field::name)), function, node);
            return;
        }
        case NodeKind::ClassDef:
            world_.diagnostics.error<Diag::run_time_class>(at(node), node.text(Field::name));
            store_name(mangle(node.text(Field::name)), diagnosed(node), node);
            return;
        case NodeKind::AsyncFunctionDef:
            store_name(mangle(node.text(Field::name)), unsupported(node, "`async def`"), node);
            return;
        case NodeKind::AsyncFor: unsupported(node, "`async for`"); return;
        case NodeKind::AsyncWith: unsupported(node, "`async with`"); return;
        case NodeKind::Match: match_(node); return;
        case NodeKind::TryStar: unsupported(node.list(Field::handlers)[0], "`except*`"); return;
        case NodeKind::TypeAlias: unsupported(node, "`type`"); return;
        default: unsupported(node, fmt::format("the statement `{}`", node.class_name())); return;
    }
}

void FlowBuilder::if_(Node node) {
    Branches branches = branch_on(node.child(Field::test));
    PendingEdges ends;
    auto arm = [&](PendingEdges start, const std::string& name, Field body) {
        size_t hints = hints_.size();
        if (join(std::move(start), name)) {
            add_hints(node.child(Field::test), body == Field::body);
            visit(node.list(body));
        }
        hints_.resize(hints);
        bool goes_on = reachable_;
        if (goes_on) ends.push_back(pend());
        return goes_on;
    };
    bool after_yes = arm(std::move(branches.yes), "then", Field::body);
    bool after_no = arm(std::move(branches.no), "else", Field::orelse);
    join(std::move(ends), "join");
    if (after_yes != after_no) add_hints(node.child(Field::test), after_yes);
}

void FlowBuilder::assign_statement(Node node) {
    std::vector<Node> targets = node.list(Field::targets);
    Node value_node = node.child(Field::value);
    if (targets.size() == 1 && assign_in_parallel(targets[0], value_node, node)) return;
    Value value = eval(value_node);
    for (Node target : targets) assign(target, value, node);
}

// `a, b = b, a` makes no tuple.
bool FlowBuilder::assign_in_parallel(Node target, Node value, Node node) {
    auto is_sequence = [](Node each) {
        return each.kind() == NodeKind::Tuple || each.kind() == NodeKind::List;
    };
    if (!is_sequence(target) || value.kind() != NodeKind::Tuple) return false;
    std::vector<Node> targets = target.list(Field::elts), values = value.list(Field::elts);
    if (targets.size() != values.size()) return false;
    for (Node each : targets)
        if (each.kind() == NodeKind::Starred) return false;
    for (Node each : values)
        if (each.kind() == NodeKind::Starred) return false;
    std::vector<Value> evaluated;
    for (Node each : values) evaluated.push_back(eval(each));
    for (size_t i = 0; i < targets.size(); ++i) assign(targets[i], evaluated[i], node);
    return true;
}

void FlowBuilder::assign(Node target, Value value, Node node) {
    switch (target.kind()) {
        case NodeKind::Name: store_name(mangle(target.text(Field::id)), value, target); return;
        case NodeKind::Attribute:
            set_attribute(eval(target.child(Field::value)), mangle(target.text(Field::attr)), value, target);
            return;
        case NodeKind::Subscript: {
            Value container = eval(target.child(Field::value));
            Node index = target.child(Field::slice);
            if (index.kind() == NodeKind::Slice) {
                Value start = eval_or_none(index.child(Field::lower));
                Value stop = eval_or_none(index.child(Field::upper));
                Value step = eval_or_none(index.child(Field::step));
                emit(Op::setslice, {container, start, stop, step, value}, target);
            } else {
                emit(Op::setitem, {container, eval(index), value}, target);
            }
            return;
        }
        case NodeKind::Tuple:
        case NodeKind::List: assign_unpacked(target, value, node); return;
        default: unsupported(target, fmt::format("assignment to `{}`", target.class_name())); return;
    }
}

void FlowBuilder::assign_unpacked(Node target, Value value, Node node) {
    std::vector<Node> targets = target.list(Field::elts);
    auto number = [&](size_t n) { return Value(program_.constants.integer(static_cast<int64_t>(n))); };
    size_t star = targets.size();
    for (size_t i = 0; i < targets.size(); ++i)
        if (targets[i].kind() == NodeKind::Starred) star = i;
    if (star == targets.size()) {
        Value sequence = emit(Op::unpack_check, {value, number(targets.size())}, target);
        std::vector<Value> items;
        for (size_t i = 0; i < targets.size(); ++i)
            items.push_back(emit_quiet(Op::unpack_item, {sequence, number(i)}, target));
        for (size_t i = 0; i < targets.size(); ++i) assign(targets[i], items[i], node);
        return;
    }
    size_t after = targets.size() - star - 1;
    Value sequence = emit(Op::unpack_check, {value, program_.constants.integer(-1)}, target);
    Value rest = emit(Op::unpack_rest, {sequence, number(star), number(after)}, target);
    std::vector<Value> items(targets.size());
    for (size_t i = 0; i < targets.size(); ++i) {
        int64_t index = i < star ? static_cast<int64_t>(i)
                                 : static_cast<int64_t>(i) - static_cast<int64_t>(targets.size());
        items[i] =
            i == star
                ? rest
                : Value(emit_quiet(Op::unpack_item, {sequence, program_.constants.integer(index)}, target));
    }
    for (size_t i = 0; i < targets.size(); ++i)
        assign(i == star ? targets[i].child(Field::value) : targets[i], items[i], node);
}

void FlowBuilder::augmented_assign(Node node) {
    Node target = node.child(Field::target);
    Op op = binary_op(node.child(Field::op).kind(), true);
    auto combine = [&](Value old) {
        Value operand = eval(node.child(Field::value));
        if (std::optional<Value> folded = fold_operation(op, {old, operand}, node))
            return at_run_time(*folded);
        return emit(op, {old, operand}, node);
    };
    if (target.kind() == NodeKind::Name) {
        std::string name = mangle(target.text(Field::id));
        store_name(name, combine(load_name(name, target)), target);
    } else if (target.kind() == NodeKind::Attribute) {
        Value object = eval(target.child(Field::value));
        std::string name = mangle(target.text(Field::attr));
        // The store is known to come: class attributes are variables, not constants.
        if (object.is_constant() && live(object) &&
            (PyType_Check(live(object).ptr()) || PyModule_Check(live(object).ptr())))
            world_.note_store(program_.constants[object.constant()].object, name);
        set_attribute(object, name, combine(get_attribute(object, name, target)), target);
    } else {
        Value container = eval(target.child(Field::value));
        Node index = target.child(Field::slice);
        if (index.kind() == NodeKind::Slice) {
            Value start = eval_or_none(index.child(Field::lower));
            Value stop = eval_or_none(index.child(Field::upper));
            Value step = eval_or_none(index.child(Field::step));
            Value result = combine(emit(Op::getslice, {container, start, stop, step}, target));
            emit(Op::setslice, {container, start, stop, step, result}, target);
        } else {
            Value key = eval(index);
            emit(Op::setitem, {container, key, combine(emit(Op::getitem, {container, key}, target))}, target);
        }
    }
}

void FlowBuilder::delete_(Node target) {
    switch (target.kind()) {
        case NodeKind::Name: delete_name(mangle(target.text(Field::id)), target); return;
        case NodeKind::Attribute: {
            Value object = eval(target.child(Field::value));
            emit(Op::delattr, {object, str(mangle(target.text(Field::attr)))}, target);
            return;
        }
        case NodeKind::Subscript: {
            Value container = eval(target.child(Field::value));
            Node index = target.child(Field::slice);
            if (index.kind() == NodeKind::Slice) {
                Value start = eval_or_none(index.child(Field::lower));
                Value stop = eval_or_none(index.child(Field::upper));
                emit(Op::delslice, {container, start, stop, eval_or_none(index.child(Field::step))}, target);
            } else {
                emit(Op::delitem, {container, eval(index)}, target);
            }
            return;
        }
        default:
            for (Node each : target.list(Field::elts)) delete_(each);
            return;
    }
}

void FlowBuilder::return_(Node node) {
    Value value = eval_or_none(node.child(Field::value));
    leave(Way::return_, value, node);
}

void FlowBuilder::raise_(Node node) {
    Node what = node.child(Field::exc);
    if (!what) {
        raise_value(emit(Op::exc_handled, {}, node), {});
        return;
    }
    Value instance = emit(Op::exc_instance, {eval(what)}, node);
    if (Node cause = node.child(Field::cause)) {
        Value cause_value = eval(cause);
        // An exception class as the cause stands for a new instance.
        py::object constant = live(cause_value);
        if (constant && PyType_Check(constant.ptr()))
            cause_value = emit(Op::exc_instance, {cause_value}, cause);
        emit_quiet(Op::exc_set_cause, {instance, cause_value}, node);
    }
    raise_value(instance, at(node));
}

void FlowBuilder::assert_(Node node) {
    Branches branches = branch_on(node.child(Field::test));
    if (join(std::move(branches.no), "assertion")) {
        std::vector<Value> args = {builtin("AssertionError")};
        if (Node message = node.child(Field::msg)) args.push_back(eval(message));
        Value instance = emit(Op::simple_call, args, node);
        raise_value(emit(Op::exc_instance, {instance}, node), at(node));
    }
    join(std::move(branches.yes), "");
    add_hints(node.child(Field::test), true);
}

void FlowBuilder::bind_module(Node node, const std::string& name, const std::function<Value()>& find,
                              const std::string& wanted) {
    try {
        Value value = find();
        world_.scan_new_modules();
        store_name(mangle(name), value, node);
    } catch (py::error_already_set& error) {
        if (catching_region() && error.matches(PyExc_ImportError)) {
            const char* class_name =
                error.matches(PyExc_ModuleNotFoundError) ? "ModuleNotFoundError" : "ImportError";
            raise_builtin(class_name, text_of(py::str(error.value())), node);
            return;
        }
        world_.diagnostics.error<Diag::run_time_import>(at(node), wanted, describe_error(error));
        store_name(mangle(name), diagnosed(node), node);
    }
}

void FlowBuilder::import_(Node node) {
    for (Node alias : node.list(Field::names)) {
        if (!reachable_) return;
        std::string name = alias.text(Field::name), bound = alias.text(Field::asname);
        bool whole = !bound.empty();
        if (!whole) bound = name.substr(0, name.find('.'));
        auto find = [&] {
            py::object module = py::module_::import("importlib").attr("import_module")(name);
            if (whole) return constant(module);
            return constant(py::module_::import("sys").attr("modules")[bound.c_str()]);
        };
        bind_module(node, bound, find, name);
    }
}

void FlowBuilder::import_from(Node node) {
    std::string module_name = std::string(node.integer(Field::level), '.') + node.text(Field::module);
    py::object package = code_.context->names.attr("get")("__package__", py::none());
    for (Node alias : node.list(Field::names)) {
        if (!reachable_) return;
        std::string name = alias.text(Field::name), bound = alias.text(Field::asname);
        if (name == "*") {
            unsupported(node, "`import *` inside a function");
            return;
        }
        if (bound.empty()) bound = name;
        auto find = [&]() -> Value {
            py::object import_module = py::module_::import("importlib").attr("import_module");
            py::object module = import_module(module_name, package);
            if (attribute_or_null(module, name.c_str())) {
                world_.scan_new_modules();
                return get_attribute(constant(module), name, node);
            }
            try {
                return constant(import_module(text_of(module.attr("__name__")) + "." + name));
            } catch (py::error_already_set& error) {
                if (!error.matches(PyExc_ModuleNotFoundError)) throw;
            }
            std::string text = fmt::format("cannot import name '{}' from '{}'", name, module_name);
            PyErr_SetString(PyExc_ImportError, text.c_str());
            throw py::error_already_set();
        };
        bind_module(node, bound, find, module_name);
    }
}

}  // namespace sapwood
