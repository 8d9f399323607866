// match: each pattern as tests of the subject, in CPython's order, with an edge to the next case from each.
//
// Nothing here asks for types: a test that the annotation of the subject decides is decided there, and what
// it excludes is not reached.  Needs: the classes of class patterns and the keys of mapping patterns to be
// constants.
#include <algorithm>
#include <iterator>

#include "frontend/flow_builder.h"

namespace sapwood {
namespace {

// The built-in classes (and their subclasses) whose only positional pattern is matched by the subject itself.
bool matches_itself(py::handle class_) {
    PyTypeObject* const kClasses[] = {&PyBool_Type,  &PyByteArray_Type, &PyBytes_Type, &PyDict_Type,
                                      &PyFloat_Type, &PyFrozenSet_Type, &PyList_Type,  &PyLong_Type,
                                      &PySet_Type,   &PyUnicode_Type,   &PyTuple_Type};
    return std::ranges::any_of(kClasses, [&](PyTypeObject* each) {
        return PyType_IsSubtype(reinterpret_cast<PyTypeObject*>(class_.ptr()), each) != 0;
    });
}

std::vector<std::string> texts_of(py::handle sequence) {
    std::vector<std::string> result;
    for (py::handle item : sequence) result.push_back(text_of(item));
    return result;
}

}  // namespace

void FlowBuilder::match_(Node node) {
    Value subject = eval(node.child(Field::subject));
    PendingEdges ends;
    size_t hints = hints_.size();
    for (Node clause : node.list(Field::cases)) {
        Captures captures;
        PendingEdges others;
        match_pattern(clause.child(Field::pattern), subject, captures, others);
        if (reachable_) {
            for (const Capture& capture : captures)
                store_name(mangle(capture.name), capture.value, capture.node);
        }
        Node guard = clause.child(Field::guard);
        if (reachable_ && guard) {
            Branches branches = branch_on(guard);
            std::ranges::move(branches.no, std::back_inserter(others));
            if (join(std::move(branches.yes), "")) add_hints(guard, true);
        }
        if (reachable_) visit(clause.list(Field::body));
        hints_.resize(hints);
        if (reachable_) ends.push_back(pend());
        if (!join(std::move(others), "case")) break;
    }
    if (reachable_) ends.push_back(pend());
    join(std::move(ends), "matched");
}

// Goes on where the subject matches; the other ways are added to `others`.
void FlowBuilder::match_pattern(Node pattern, Value subject, Captures& captures, PendingEdges& others) {
    switch (pattern.kind()) {
        case NodeKind::MatchValue: {
            Value value = eval(pattern.child(Field::value));
            if (!reachable_) return;
            require(truth(compare(NodeKind::Eq, subject, value, pattern), pattern), pattern, others);
            return;
        }
        case NodeKind::MatchSingleton: {
            Value value = constant(pattern.value(Field::value));
            require(compare(NodeKind::Is, subject, value, pattern), pattern, others);
            return;
        }
        case NodeKind::MatchAs: {
            if (Node inner = pattern.child(Field::pattern)) match_pattern(inner, subject, captures, others);
            if (std::string name = captured_name(pattern); !name.empty())
                captures.push_back({name, subject, pattern});
            return;
        }
        case NodeKind::MatchOr: match_or(pattern, subject, captures, others); return;
        case NodeKind::MatchSequence: match_sequence(pattern, subject, captures, others); return;
        case NodeKind::MatchMapping: match_mapping(pattern, subject, captures, others); return;
        case NodeKind::MatchClass: match_class(pattern, subject, captures, others); return;
        default: unsupported(pattern, fmt::format("the pattern `{}`", pattern.class_name())); return;
    }
}

// The alternatives capture the same names, in any order.  While they are joined, what they captured stands in
// slots behind those of the function.
void FlowBuilder::match_or(Node pattern, Value subject, Captures& captures, PendingEdges& others) {
    size_t slots = state_.size();
    PendingEdges ends, untried;
    Captures joined;
    for (Node alternative : pattern.list(Field::patterns)) {
        Captures own;
        PendingEdges next;
        match_pattern(alternative, subject, own, next);
        if (reachable_) {
            std::ranges::sort(own, {}, &Capture::name);
            for (const Capture& capture : own) state_.push_back({capture.value, boolean(true)});
            ends.push_back(pend());
            joined = std::move(own);
        }
        untried = std::move(next);
        state_.resize(slots);
        if (!join(std::exchange(untried, {}), "or")) break;
    }
    if (reachable_) others.push_back(pend());
    for (const Capture& capture : joined) slot_names_.push_back(capture.name);
    if (join(std::move(ends), "matches")) {
        for (size_t i = 0; i < joined.size(); ++i) joined[i].value = state_[slots + i].value;
        std::ranges::move(joined, std::back_inserter(captures));
    }
    state_.resize(slots);
    slot_names_.resize(slots);
}

void FlowBuilder::match_sequence(Node pattern, Value subject, Captures& captures, PendingEdges& others) {
    std::vector<Node> patterns = pattern.list(Field::patterns);
    size_t star = patterns.size();
    for (size_t i = 0; i < patterns.size(); ++i)
        if (patterns[i].kind() == NodeKind::MatchStar) star = i;
    bool starred = star < patterns.size();
    auto number = [&](int64_t n) { return Value(program_.constants.integer(n)); };
    auto size = static_cast<int64_t>(patterns.size());

    std::vector<ConstantId> sequences;
    for (const char* name : {"list", "tuple", "range"}) sequences.push_back(builtin(name).constant());
    sequences.push_back(constant(py::module_::import("collections").attr("deque")).constant());
    sequences.push_back(constant(py::module_::import("collections.abc").attr("Sequence")).constant());
    require_instance(subject, world_.tuple_of(sequences), pattern, others);
    if (!reachable_) return;
    if (!starred || size > 1) {
        Value length = call_builtin("len", {subject}, pattern);
        NodeKind relation = starred ? NodeKind::GtE : NodeKind::Eq;
        require(compare(relation, length, number(starred ? size - 1 : size), pattern), pattern, others);
        if (!reachable_) return;
    }
    for (int64_t i = 0; i < size && reachable_; ++i) {
        Node each = patterns[static_cast<size_t>(i)];
        if (each.kind() == NodeKind::MatchStar) {
            std::string name = captured_name(each);
            if (name.empty()) continue;
            int64_t after = size - 1 - i;
            captures.push_back(
                {name, emit(Op::unpack_rest, {subject, number(i), number(after)}, each), each});
            continue;
        }
        if (each.kind() == NodeKind::MatchAs && !each.child(Field::pattern) && captured_name(each).empty())
            continue;  // a wildcard reads nothing
        bool from_end = static_cast<size_t>(i) > star;
        Value index = number(from_end ? i - size : i);
        std::optional<Value> known = fold_operation(Op::getitem, {subject, index}, each);
        Value item = known ? *known : emit(Op::getitem, {subject, index}, each);
        match_pattern(each, item, captures, others);
    }
}

// All keys are looked up before any value is matched, as CPython does.
void FlowBuilder::match_mapping(Node pattern, Value subject, Captures& captures, PendingEdges& others) {
    require_instance(subject, builtin("dict"), pattern, others);
    std::vector<Node> keys = pattern.list(Field::keys), patterns = pattern.list(Field::patterns);
    std::vector<Value> key_values, items;
    for (Node key : keys) {
        if (!reachable_) return;
        Value value = eval(key);
        if (!value.is_constant())
            value = unsupported(key, "a key of a pattern that is not known at translation");
        if (std::ranges::find(key_values, value) != key_values.end())
            value = unsupported(key, "a pattern with the same key twice");
        key_values.push_back(value);
    }
    for (size_t i = 0; i < keys.size() && reachable_; ++i) {
        require(compare(NodeKind::In, key_values[i], subject, keys[i]), keys[i], others);
        if (reachable_) items.push_back(emit(Op::getitem, {subject, key_values[i]}, keys[i]));
    }
    for (size_t i = 0; i < keys.size() && reachable_; ++i)
        match_pattern(patterns[i], items[i], captures, others);
    std::string rest = captured_name(pattern);
    if (rest.empty() || !reachable_) return;
    Value copy = call_builtin("dict", {subject}, pattern);
    for (Value key : key_values) emit(Op::delitem, {copy, key}, pattern);
    captures.push_back({rest, copy, pattern});
}

void FlowBuilder::match_class(Node pattern, Value subject, Captures& captures, PendingEdges& others) {
    Value class_ = eval(pattern.child(Field::cls));
    if (!reachable_) return;
    py::object type = live(class_);
    if (!type || !PyType_Check(type.ptr())) {
        unsupported(pattern.child(Field::cls), "a pattern whose class is not known at translation");
        return;
    }
    require_instance(subject, class_, pattern, others);
    if (!reachable_) return;
    std::vector<Node> positional = pattern.list(Field::patterns), named = pattern.list(Field::kwd_patterns);
    std::vector<std::string> names;
    std::string class_name = text_of(type.attr("__name__"));
    if (py::object listed = attribute_or_null(type, "__match_args__");
        listed && PyTuple_Check(listed.ptr())) {
        names = texts_of(listed);
        world_.note_fold(type, "__match_args__");
    } else if (positional.size() == 1 && matches_itself(type)) {
        match_pattern(positional[0], subject, captures, others);
        positional.clear();
        if (!reachable_) return;
    }
    size_t limit = matches_itself(type) && names.empty() ? 1 : names.size();
    if (positional.size() > names.size()) {
        raise_builtin("TypeError",
                      fmt::format("{}() accepts {} positional sub-pattern{} ({} given)", class_name, limit,
                                  limit == 1 ? "" : "s", positional.size()),
                      pattern);
        return;
    }
    names.resize(positional.size());
    for (const std::string& name : texts_of(pattern.value(Field::kwd_attrs))) {
        if (std::ranges::find(names, name) != names.end()) {
            raise_builtin("TypeError",
                          fmt::format("{}() got multiple sub-patterns for attribute '{}'", class_name, name),
                          pattern);
            return;
        }
        names.push_back(name);
    }
    std::vector<Node> patterns = positional;
    patterns.insert(patterns.end(), named.begin(), named.end());
    std::vector<Value> values;
    for (size_t i = 0; i < names.size() && reachable_; ++i) {
        auto read = [&] { return get_attribute(subject, names[i], patterns[i]); };
        if (std::optional<Value> value = attribute_if_any(read, patterns[i], others))
            values.push_back(*value);
    }
    for (size_t i = 0; i < names.size() && reachable_; ++i)
        match_pattern(patterns[i], values[i], captures, others);
}

// What `read` reads of an object; where it has no such attribute, one of the other ways is taken.
std::optional<Value> FlowBuilder::attribute_if_any(const std::function<Value()>& read, Node node,
                                                   PendingEdges& others) {
    Region region{Region::Kind::handler};
    region.landing = open_phis("handler", {});
    VariableId exception = graph_.new_variable("exc");
    graph_.blocks[region.landing.block].inputs.push_back(exception);
    regions_.push_back(&region);
    Value value = read();
    regions_.pop_back();
    PendingEdges found;
    if (reachable_) found.push_back(pend());
    if (region.landing.used) {
        enter_phis(region.landing);
        Value missing = emit_quiet(Op::exc_match, {exception, builtin("AttributeError")}, node);
        Branches branches = branch_on_value(missing, node);
        if (join(std::move(branches.no), "")) raise_value(exception, {});
        if (join(std::move(branches.yes), "")) {
            leave_handler(enter_handler(exception, node));
            others.push_back(pend());
        }
    }
    if (!join(std::move(found), "")) return std::nullopt;
    return value;
}

// Goes on where the condition, a Bool, is true.
void FlowBuilder::require(Value condition, Node node, PendingEdges& others) {
    if (!reachable_) return;
    Branches branches = branch_on_value(truth(condition, node), node);
    std::ranges::move(branches.no, std::back_inserter(others));
    join(std::move(branches.yes), "");
}

void FlowBuilder::require_instance(Value subject, Value classes, Node node, PendingEdges& others) {
    require(call_builtin("isinstance", {subject, classes}, node), node, others);
}

Value FlowBuilder::call_builtin(const char* name, const std::vector<Value>& args, Node node) {
    Value callee = builtin(name);
    if (std::optional<Value> known = fold_call(callee, args, node)) return *known;
    std::vector<Value> operands = {callee};
    operands.insert(operands.end(), args.begin(), args.end());
    return emit(Op::simple_call, operands, node);
}

}  // namespace sapwood
