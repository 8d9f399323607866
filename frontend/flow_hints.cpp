// isinstance tests of what is read anew each time: `if isinstance(self.state, Open): self.state.door`.
//
// Another object may stand there by the time of the second read, so nothing is known about it.  But the test
// says which class the program means to find: a read of an attribute is preceded by a test of its own, and
// what is of another class that has no such attribute raises the AttributeError that CPython would raise.  So
// a hint may be stale without doing harm, and only those of the statements around are kept.
#include "frontend/flow_builder.h"

namespace sapwood {
namespace {

// Nothing but classes of the program, whose attributes are not known of all that may stand there.
bool is_program_class(py::handle object) {
    if (PyTuple_Check(object.ptr())) {
        for (py::handle item : object)
            if (!is_program_class(item)) return false;
        return PyTuple_GET_SIZE(object.ptr()) > 0;
    }
    if (!PyType_Check(object.ptr())) return false;
    return (PyType_GetFlags(reinterpret_cast<PyTypeObject*>(object.ptr())) & Py_TPFLAGS_HEAPTYPE) != 0;
}

// Expressions that name classes, which may be evaluated again.
bool names_classes(Node node) {
    switch (node.kind()) {
        case NodeKind::Name: return true;
        case NodeKind::Attribute: return names_classes(node.child(Field::value));
        case NodeKind::Tuple:
            for (Node each : node.list(Field::elts))
                if (!names_classes(each)) return false;
            return true;
        default: return false;
    }
}

}  // namespace

// A chain of attributes and items as a text, the same for the same chain; empty: it is something else.
std::string FlowBuilder::chain_of(Node node) {
    switch (node.kind()) {
        case NodeKind::Name: return mangle(node.text(Field::id));
        case NodeKind::Attribute: {
            std::string base = chain_of(node.child(Field::value));
            return base.empty() ? base : base + "." + mangle(node.text(Field::attr));
        }
        case NodeKind::Subscript: {
            std::string base = chain_of(node.child(Field::value));
            Node index = node.child(Field::slice);
            std::string item;
            if (index.kind() == NodeKind::Name) item = index.text(Field::id);
            if (index.kind() == NodeKind::Constant) item = text_of(py::repr(index.value(Field::value)));
            return base.empty() || item.empty() ? std::string() : base + "[" + item + "]";
        }
        default: return {};
    }
}

// What holds where the test came out so.
void FlowBuilder::add_hints(Node test, bool outcome) {
    if (!reachable_) return;
    if (test.kind() == NodeKind::UnaryOp && test.child(Field::op).kind() == NodeKind::Not) {
        add_hints(test.child(Field::operand), !outcome);
        return;
    }
    if (test.kind() == NodeKind::BoolOp) {
        bool is_and = test.child(Field::op).kind() == NodeKind::And;
        if (is_and != outcome) return;
        for (Node each : test.list(Field::values)) add_hints(each, outcome);
        return;
    }
    if (test.kind() != NodeKind::Call || !outcome) return;
    Node function = test.child(Field::func);
    std::vector<Node> args = test.list(Field::args);
    if (function.kind() != NodeKind::Name || function.text(Field::id) != "isinstance" || args.size() != 2)
        return;
    std::string chain = chain_of(args[0]);
    if (chain.empty() || !names_classes(args[1])) return;
    // Of a local the value itself is known to be of the class.
    if (args[0].kind() == NodeKind::Name && resolve(*scope_, chain).kind == Place::Kind::local) return;
    Value classes = eval(args[1]);
    py::object live_classes = live(classes);
    if (live_classes && is_program_class(live_classes)) hints_.push_back({chain, classes});
}

// `object`, which `chain` gave, where its attribute is about to be read.
Value FlowBuilder::hinted(Node chain, Value object, const std::string& name, Node node) {
    if (hints_.empty() || !object.is_variable()) return object;
    std::string text = chain_of(chain);
    if (text.empty()) return object;
    const Hint* hint = nullptr;
    for (const Hint& each : hints_)
        if (each.chain == text) hint = &each;
    if (!hint) return object;
    PendingEdges others, ends;
    require_instance(object, hint->classes, node, others);
    if (reachable_) ends.push_back(pend());
    if (join(std::move(others), "other")) {
        Branches none = branch_on_value(compare(NodeKind::Is, object, this->none(), node), node);
        if (join(std::move(none.yes), "")) {
            emit(Op::getattr, {object, str(name)}, node);  // raises
            ends.push_back(pend());
        }
        join(std::move(none.no), "");
        Branches has = branch_on_value(call_builtin("hasattr", {object, str(name)}, node), node);
        if (join(std::move(has.no), "")) {
            Value type = emit(Op::simple_call, {builtin("type"), object}, node);
            Value type_name = emit(Op::getattr, {type, str("__name__")}, node);
            Value message =
                emit(Op::concat_str,
                     {str("'"), type_name, str(fmt::format("' object has no attribute '{}'", name))}, node);
            Value instance = emit(Op::simple_call, {builtin("AttributeError"), message}, node);
            raise_value(emit(Op::exc_instance, {instance}, node), at(node));
        }
        if (join(std::move(has.yes), "")) ends.push_back(pend());
    }
    join(std::move(ends), "hinted");
    return object;
}

}  // namespace sapwood
