// Expressions and conditions.
#include <algorithm>

#include "frontend/enums.h"
#include "frontend/flow_builder.h"

namespace sapwood {

namespace {

struct OperatorRow {
    NodeKind node;
    Op op;
    Op inplace;
};

constexpr OperatorRow kOperators[] = {
    {NodeKind::Add, Op::add, Op::inplace_add},
    {NodeKind::Sub, Op::sub, Op::inplace_sub},
    {NodeKind::Mult, Op::mul, Op::inplace_mul},
    {NodeKind::MatMult, Op::matmul, Op::inplace_matmul},
    {NodeKind::Div, Op::truediv, Op::inplace_truediv},
    {NodeKind::FloorDiv, Op::floordiv, Op::inplace_floordiv},
    {NodeKind::Mod, Op::mod, Op::inplace_mod},
    {NodeKind::Pow, Op::pow, Op::inplace_pow},
    {NodeKind::LShift, Op::lshift, Op::inplace_lshift},
    {NodeKind::RShift, Op::rshift, Op::inplace_rshift},
    {NodeKind::BitAnd, Op::and_, Op::inplace_and},
    {NodeKind::BitOr, Op::or_, Op::inplace_or},
    {NodeKind::BitXor, Op::xor_, Op::inplace_xor},
};

constexpr struct {
    NodeKind node;
    Op op;
} kComparisons[] = {{NodeKind::Lt, Op::lt},    {NodeKind::LtE, Op::le}, {NodeKind::Eq, Op::eq},
                    {NodeKind::NotEq, Op::ne}, {NodeKind::Gt, Op::gt},  {NodeKind::GtE, Op::ge}};

}  // namespace

Op binary_op(NodeKind kind, bool inplace) {
    for (const OperatorRow& row : kOperators)
        if (row.node == kind) return inplace ? row.inplace : row.op;
    CHECK(false, "an unknown operator node");
}

Value FlowBuilder::eval(Node node) {
    return at_run_time(eval_operand(node));
}

// Like eval, but an integer beyond 64 bits stays as folding made it, as folding may go on.
Value FlowBuilder::eval_operand(Node node) {
    switch (node.kind()) {
        case NodeKind::Constant: {
            py::object value = node.value(Field::value);
            if (value.ptr() == Py_Ellipsis) return unsupported(node, "`...` as a value");
            return constant(value);
        }
        case NodeKind::Name: return load_name(mangle(node.text(Field::id)), node);
        case NodeKind::BinOp: {
            Value left = eval_operand(node.child(Field::left));
            Value right = eval_operand(node.child(Field::right));
            Op op = binary_op(node.child(Field::op).kind(), false);
            if (std::optional<Value> value = fold_operation(op, {left, right}, node)) return *value;
            return emit(op, {left, right}, node);
        }
        case NodeKind::UnaryOp: {
            NodeKind kind = node.child(Field::op).kind();
            Value operand = eval_operand(node.child(Field::operand));
            if (kind == NodeKind::Not) {
                if (std::optional<bool> known = fold_truth(operand)) return boolean(!*known);
                return emit(Op::not_, {operand}, node);
            }
            Op op = kind == NodeKind::USub ? Op::neg : kind == NodeKind::UAdd ? Op::pos : Op::invert;
            if (std::optional<Value> value = fold_operation(op, {operand}, node)) return *value;
            return emit(op, {operand}, node);
        }
        case NodeKind::BoolOp: return eval_bool_op(node);
        case NodeKind::Compare: return eval_compare(node);
        case NodeKind::IfExp: return eval_if_exp(node);
        case NodeKind::Call: return eval_call(node);
        case NodeKind::Attribute: return eval_attribute(node);
        case NodeKind::Subscript: return eval_subscript(node);
        case NodeKind::Tuple: return eval_display(node, Op::newtuple);
        case NodeKind::List: return eval_display(node, Op::newlist);
        case NodeKind::Set: return eval_display(node, Op::newset);
        case NodeKind::Dict: return eval_dict(node);
        case NodeKind::JoinedStr: return eval_joined_str(node);
        case NodeKind::ListComp:
        case NodeKind::SetComp:
        case NodeKind::DictComp: return comprehension(node);
        case NodeKind::Lambda: return make_function(node);
        case NodeKind::NamedExpr: {
            Value value = eval(node.child(Field::value));
            // The name belongs to the function, even inside a comprehension.
            Scope* inner = scope_;
            scope_ = scope_->function();
            store_name(mangle(node.child(Field::target).text(Field::id)), value, node);
            scope_ = inner;
            return value;
        }
        case NodeKind::GeneratorExp: return make_generator(node);
        case NodeKind::Yield: return yield_(node);
        case NodeKind::YieldFrom: return yield_from(node);
        case NodeKind::Await: return unsupported(node, "`await`");
        case NodeKind::Starred: return unsupported(node, "`*` here");
        case NodeKind::Slice: return unsupported(node, "a slice in a tuple of indexes");
        default: return unsupported(node, fmt::format("the expression `{}`", node.class_name()));
    }
}

namespace {

// What CPython's compiler makes a constant of.
bool is_folded(Node node) {
    switch (node.kind()) {
        case NodeKind::Constant: return true;
        case NodeKind::UnaryOp: return is_folded(node.child(Field::operand));
        case NodeKind::BinOp:
            return is_folded(node.child(Field::left)) && is_folded(node.child(Field::right));
        case NodeKind::Tuple: {
            std::vector<Node> elements = node.list(Field::elts);
            return std::all_of(elements.begin(), elements.end(), is_folded);
        }
        default: return false;
    }
}

}  // namespace

std::optional<Value> FlowBuilder::constant_set(Node node) {
    if (node.kind() != NodeKind::Set) return std::nullopt;
    std::vector<Node> elements = node.list(Field::elts);
    if (!std::all_of(elements.begin(), elements.end(), is_folded)) return std::nullopt;
    py::list items;
    for (Node element : elements) {
        py::object item = live(eval(element));
        if (!item) return std::nullopt;
        items.append(item);
    }
    // Made twice, as CPython makes it when it shares constants.
    auto once = py::reinterpret_steal<py::object>(PyFrozenSet_New(items.ptr()));
    if (once) return constant(py::reinterpret_steal<py::object>(PyFrozenSet_New(py::list(once).ptr())));
    PyErr_Clear();  // unhashable: told when the display is typed
    return std::nullopt;
}

// CPython's compiler makes constants of set displays that are only iterated or searched; the table of a
// display's set differs from theirs in size.
Value FlowBuilder::eval_iterable(Node node) {
    std::optional<Value> set = constant_set(node);
    return set ? *set : eval(node);
}

Value FlowBuilder::eval_display(Node node, Op op) {
    constexpr size_t kMakesConstant = 3;  // elements from which on CPython copies a constant
    if (op == Op::newset && node.list(Field::elts).size() >= kMakesConstant) {
        if (std::optional<Value> set = constant_set(node))
            return emit(Op::simple_call, {builtin("set"), *set}, node);
    }
    std::vector<Value> items;
    std::vector<Node> elements = node.list(Field::elts);
    if (op == Op::newtuple && std::ranges::find(elements, NodeKind::Starred, &Node::kind) != elements.end())
        return tuple_of(elements, node);
    size_t i = 0;
    for (; i < elements.size() && elements[i].kind() != NodeKind::Starred; ++i)
        items.push_back(eval(elements[i]));
    if (i == elements.size()) {
        if (op == Op::newtuple)
            if (std::optional<Value> value = fold_operation(op, items, node)) return *value;
        return emit(op, std::move(items), node);
    }
    Value result = emit(op, std::move(items), node);
    bool set = op == Op::newset;
    for (; i < elements.size(); ++i) {
        bool star = elements[i].kind() == NodeKind::Starred;
        Value item = eval(star ? elements[i].child(Field::value) : elements[i]);
        const char* method = star ? (set ? "update" : "extend") : (set ? "add" : "append");
        Value bound = emit_quiet(Op::getattr, {result, str(method)}, elements[i]);
        emit(Op::simple_call, {bound, item}, elements[i]);
    }
    return result;
}

// A tuple of elements of which some have a star: tuples of the others, added.
Value FlowBuilder::tuple_of(const std::vector<Node>& elements, Node node) {
    std::optional<Value> result;
    std::vector<Value> items;
    auto add = [&](Value tuple) { result = result ? emit(Op::add, {*result, tuple}, node) : tuple; };
    auto add_items = [&] {
        if (items.empty()) return;
        std::optional<Value> folded = fold_operation(Op::newtuple, items, node);
        add(folded ? *folded : emit(Op::newtuple, items, node));
        items.clear();
    };
    for (Node element : elements) {
        if (element.kind() != NodeKind::Starred) {
            items.push_back(eval(element));
            continue;
        }
        Value value = eval(element.child(Field::value));
        py::object tuple = live(value);
        if (tuple && PyTuple_CheckExact(tuple.ptr())) {
            for (py::handle item : tuple) items.push_back(constant(item));
            continue;
        }
        add_items();
        add(emit(Op::simple_call, {builtin("tuple"), value}, element));
    }
    add_items();
    return result ? *result : constant(py::tuple());
}

Value FlowBuilder::eval_dict(Node node) {
    std::vector<Node> keys = node.list(Field::keys), values = node.list(Field::values);
    std::vector<Value> items;
    size_t i = 0;
    for (; i < keys.size() && keys[i]; ++i) {
        items.push_back(eval(keys[i]));
        items.push_back(eval(values[i]));
    }
    Value result = emit(Op::newdict, std::move(items), node);
    for (; i < keys.size(); ++i) {
        if (keys[i]) {
            Value key = eval(keys[i]);
            emit(Op::setitem, {result, key, eval(values[i])}, values[i]);
            continue;
        }
        Value other = eval(values[i]);
        Value update = emit_quiet(Op::getattr, {result, str("update")}, values[i]);
        emit(Op::simple_call, {update, other}, values[i]);
    }
    return result;
}

Value FlowBuilder::eval_bool_op(Node node) {
    bool is_and = node.child(Field::op).kind() == NodeKind::And;
    std::vector<Node> values = node.list(Field::values);
    size_t hints = hints_.size();
    PendingEdges ends;
    for (size_t i = 0; i < values.size(); ++i) {
        Value value = eval(values[i]);
        if (i + 1 == values.size()) {
            ends.push_back(pend(value));
            break;
        }
        Branches branches = branch_on_value(truth(value, values[i]), values[i]);
        PendingEdges& decided = is_and ? branches.no : branches.yes;
        for (PendingEdge& edge : decided) {
            // A bool that decides is known.
            edge.extra = is_bool(value) ? boolean(!is_and) : value;
            ends.push_back(std::move(edge));
        }
        if (!join(is_and ? std::move(branches.yes) : std::move(branches.no), "")) break;
        add_hints(values[i], is_and);
    }
    hints_.resize(hints);
    Value result;
    join(std::move(ends), "join", &result);
    return result;
}

Value FlowBuilder::compare(NodeKind kind, Value left, Value right, Node node) {
    bool negated = kind == NodeKind::IsNot || kind == NodeKind::NotIn;
    Op op = Op::is_;
    std::vector<Value> args = {left, right};
    if (kind == NodeKind::In || kind == NodeKind::NotIn) {
        op = Op::contains;
        args = {right, left};
    } else if (kind != NodeKind::Is && kind != NodeKind::IsNot) {
        for (const auto& row : kComparisons)
            if (row.node == kind) op = row.op;
    }
    Value result;
    if (std::optional<Value> value = fold_operation(op, args, node)) {
        if (!negated) return *value;
        if (std::optional<bool> known = fold_truth(*value)) return boolean(!*known);
        result = *value;
    } else if (py::object class_ = op == Op::contains ? enumeration_of(live(right)) : py::object()) {
        result = emit(Op::simple_call, {constant(world_.enum_contains(class_)), left}, node);
    } else {
        result = emit(op, std::move(args), node);
    }
    // `not` of a bool cannot raise.
    return negated ? Value(emit_quiet(Op::not_, {result}, node)) : result;
}

Value FlowBuilder::eval_compare(Node node) {
    Value left = eval_operand(node.child(Field::left));
    std::vector<Node> operators = node.list(Field::ops), comparators = node.list(Field::comparators);
    PendingEdges ends;
    for (size_t i = 0; i < operators.size(); ++i) {
        bool searched = operators[i].kind() == NodeKind::In || operators[i].kind() == NodeKind::NotIn;
        Value right = searched ? eval_iterable(comparators[i]) : eval_operand(comparators[i]);
        Value result = compare(operators[i].kind(), left, right, node);
        if (i + 1 == operators.size()) {
            ends.push_back(pend(result));
            break;
        }
        Branches branches = branch_on_value(truth(result, node), node);
        for (PendingEdge& edge : branches.no) {
            edge.extra = is_bool(result) ? boolean(false) : result;
            ends.push_back(std::move(edge));
        }
        if (!join(std::move(branches.yes), "")) break;
        left = right;
    }
    Value result;
    join(std::move(ends), "join", &result);
    return result;
}

Value FlowBuilder::eval_if_exp(Node node) {
    Branches branches = branch_on(node.child(Field::test));
    PendingEdges ends;
    size_t hints = hints_.size();
    if (join(std::move(branches.yes), "then")) {
        add_hints(node.child(Field::test), true);
        Value value = eval(node.child(Field::body));
        ends.push_back(pend(value, at(node.child(Field::body))));
    }
    hints_.resize(hints);
    if (join(std::move(branches.no), "else")) {
        add_hints(node.child(Field::test), false);
        Value value = eval(node.child(Field::orelse));
        ends.push_back(pend(value, at(node.child(Field::orelse))));
    }
    hints_.resize(hints);
    Value result;
    join(std::move(ends), "join", &result);
    return result;
}

Value FlowBuilder::eval_subscript(Node node) {
    Value container = eval(node.child(Field::value));
    Node index = node.child(Field::slice);
    if (index.kind() == NodeKind::Slice) {
        Value start = eval_or_none(index.child(Field::lower));
        Value stop = eval_or_none(index.child(Field::upper));
        Value step = eval_or_none(index.child(Field::step));
        if (std::optional<Value> value = fold_operation(Op::getslice, {container, start, stop, step}, node))
            return *value;
        return emit(Op::getslice, {container, start, stop, step}, node);
    }
    Value key = eval(index);
    // C[int] of a generic class is C.
    py::object generic = live(container);
    if (generic && PyType_Check(generic.ptr()) && attribute_or_null(generic, "__class_getitem__") &&
        !attribute_or_null(py::type::handle_of(generic), "__getitem__"))
        return container;
    if (std::optional<Value> value = fold_operation(Op::getitem, {container, key}, node)) return *value;
    return emit(Op::getitem, {container, key}, node);
}

Value FlowBuilder::eval_joined_str(Node node) {
    std::vector<Value> parts;
    for (Node part : node.list(Field::values)) {
        if (part.kind() == NodeKind::Constant) {
            // CPython 3.12.0 and 3.12.1 end nested specifications with an empty text.
            if (std::string text = text_of(part.value(Field::value)); !text.empty())
                parts.push_back(str(text));
            continue;
        }
        Value value = eval(part.child(Field::value));
        int conversion = part.integer(Field::conversion);
        Node spec = part.child(Field::format_spec);
        if (conversion > 0 || !spec) value = converted(value, conversion, part);
        if (spec) value = emit(Op::format, {value, eval(spec)}, part);
        parts.push_back(value);
    }
    return joined(std::move(parts), node);
}

Value FlowBuilder::converted(Value value, int conversion, Node node) {
    Op op = conversion == 'r' ? Op::to_repr : conversion == 'a' ? Op::to_ascii : Op::to_str;
    if (std::optional<Value> known = fold_operation(op, {value}, node)) return *known;
    if (conversion == 's') return emit(Op::simple_call, {builtin("str"), value}, node);
    return emit(op, {value}, node);
}

Value FlowBuilder::joined(std::vector<Value> parts, Node node) {
    std::string text;
    bool all_known = true;
    for (Value part : parts) {
        all_known =
            all_known && part.is_constant() && program_.constants[part.constant()].kind == ConstantKind::str;
        if (all_known) text += program_.constants[part.constant()].text;
    }
    if (all_known) return str(text);
    if (parts.size() == 1) return parts[0];
    return emit(Op::concat_str, std::move(parts), node);
}

Value FlowBuilder::eval_attribute(Node node) {
    if (std::optional<Value> value = super_attribute(node)) return *value;
    Node of = node.child(Field::value);
    std::string name = mangle(node.text(Field::attr));
    return get_attribute(hinted(of, eval(of), name, node), name, node);
}

bool FlowBuilder::is_bool(Value value) const {
    if (value.is_constant()) return program_.constants[value.constant()].kind == ConstantKind::boolean;
    return bools_.contains(value.variable());
}

// A value that a branch may test.
Value FlowBuilder::truth(Value value, Node node) {
    if (std::optional<bool> known = fold_truth(value)) return boolean(*known);
    if (value.is_variable() && (bools_.contains(value.variable()) || comparisons_.contains(value.variable())))
        return value;
    return emit(Op::bool_, {value}, node);
}

Branches FlowBuilder::branch_on(Node test) {
    NodeKind kind = test.kind();
    if (kind == NodeKind::UnaryOp && test.child(Field::op).kind() == NodeKind::Not) {
        Branches inner = branch_on(test.child(Field::operand));
        return {std::move(inner.no), std::move(inner.yes)};
    }
    if (kind == NodeKind::BoolOp) {
        bool is_and = test.child(Field::op).kind() == NodeKind::And;
        Branches result;
        size_t hints = hints_.size();
        std::vector<Node> values = test.list(Field::values);
        for (size_t i = 0; i < values.size(); ++i) {
            Branches one = branch_on(values[i]);
            PendingEdges& decided = is_and ? one.no : one.yes;
            PendingEdges& open = is_and ? one.yes : one.no;
            PendingEdges& decided_so_far = is_and ? result.no : result.yes;
            decided_so_far.insert(decided_so_far.end(), decided.begin(), decided.end());
            if (i + 1 == values.size()) {
                (is_and ? result.yes : result.no) = std::move(open);
                break;
            }
            if (!join(std::move(open), "")) break;
            add_hints(values[i], is_and);
        }
        hints_.resize(hints);
        return result;
    }
    if (kind == NodeKind::Compare && test.list(Field::ops).size() > 1) {
        Branches result;
        Value left = eval(test.child(Field::left));
        std::vector<Node> operators = test.list(Field::ops), comparators = test.list(Field::comparators);
        for (size_t i = 0; i < operators.size(); ++i) {
            Value right = eval(comparators[i]);
            Branches one =
                branch_on_value(truth(compare(operators[i].kind(), left, right, test), test), test);
            result.no.insert(result.no.end(), one.no.begin(), one.no.end());
            if (i + 1 == operators.size()) {
                result.yes = std::move(one.yes);
                break;
            }
            if (!join(std::move(one.yes), "")) break;
            left = right;
        }
        return result;
    }
    return branch_on_value(truth(eval(test), test), test);
}

Branches FlowBuilder::branch_on_value(Value value, Node node) {
    if (std::optional<bool> known = fold_truth(value)) {
        Branches result;
        (*known ? result.yes : result.no).push_back(pend());
        return result;
    }
    BlockId yes = graph_.new_block("then"), no = graph_.new_block("else");
    builder_.location = at(node);
    builder_.branch(value, yes, {}, no, {});
    reachable_ = false;
    return {{{yes, state_, {}, {}}}, {{no, state_, {}, {}}}};
}

}  // namespace sapwood
