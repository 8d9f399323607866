// while, for, comprehensions, and generator expressions that are consumed where they stand.
#include "frontend/flow_builder.h"

namespace sapwood {

void FlowBuilder::while_(Node node) {
    StoredNames stored;
    stored.add(node.child(Field::test));
    stored.add(node.list(Field::body));
    PhiBlock header = open_phis("loop", stored);
    jump_to_phis(header, pend({}, at(node.child(Field::test))));
    enter_phis(header);
    Branches branches = branch_on(node.child(Field::test));
    Region loop{Region::Kind::loop};
    if (join(std::move(branches.yes), "body")) {
        size_t hints = hints_.size();
        add_hints(node.child(Field::test), true);
        regions_.push_back(&loop);
        visit(node.list(Field::body));
        regions_.pop_back();
        hints_.resize(hints);
        if (reachable_) jump_to_phis(header, pend({}, {}));
    }
    for (const PendingEdge& edge : loop.ways[static_cast<size_t>(Way::continue_)]) jump_to_phis(header, edge);
    loop_end(loop, std::move(branches.no), node);
}

// The else clause on the way out by exhaustion, then the meeting with the breaks.
void FlowBuilder::loop_end(Region& loop, PendingEdges normal, Node node) {
    PendingEdges ends = std::move(loop.ways[static_cast<size_t>(Way::break_)]);
    if (join(std::move(normal), "after")) visit(node.list(Field::orelse));
    if (reachable_) ends.insert(ends.begin(), pend());
    join(std::move(ends), "after");
}

void FlowBuilder::for_(Node node) {
    Value iterable = eval_iterable(node.child(Field::iter));
    if (py::object items = live(iterable)) {
        if (attribute_or_null(py::type::handle_of(items), "_sapwood_unrolled_")) {
            for_unrolled(node, items);
            return;
        }
    }
    Value iterator = emit(Op::iter, {iterable}, node.child(Field::iter));
    StoredNames stored;
    stored.add(node.child(Field::target));
    stored.add(node.list(Field::body));
    PhiBlock header = open_phis("loop", stored);
    jump_to_phis(header, pend({}, at(node.child(Field::iter))));
    enter_phis(header);
    PendingEdges exhausted;
    Value item = next_item(Op::next, {iterator}, node.child(Field::iter), exhausted);
    Region loop{Region::Kind::loop};
    assign(node.child(Field::target), item, node);
    regions_.push_back(&loop);
    visit(node.list(Field::body));
    regions_.pop_back();
    if (reachable_) jump_to_phis(header, pend({}, {}));
    for (const PendingEdge& edge : loop.ways[static_cast<size_t>(Way::continue_)]) jump_to_phis(header, edge);
    loop_end(loop, std::move(exhausted), node);
}

// The next item, which an operation gives; where there is none, `exhausted` goes on.
Value FlowBuilder::next_item(Op op, std::vector<Value> operands, Node node, PendingEdges& exhausted) {
    Value item = emit_quiet(op, std::move(operands), node);
    BlockId header = builder_.block();
    BlockId body = graph_.new_block("body");
    BlockId end = graph_.new_block("exhausted");
    builder_.raising(body, {});
    builder_.catching(end, builtin("StopIteration").constant());
    graph_.blocks[header].links.back().args.clear();
    if (Region* region = catching_region()) {
        VariableId exception = builder_.catching(region->landing.block, builtin("BaseException").constant());
        std::vector<Value> args = phi_args(region->landing, state_);
        args.push_back(exception);
        graph_.blocks[header].links.back().args = std::move(args);
        region->landing.used = true;
    }
    exhausted.push_back({end, state_, {}, {}});
    builder_.position_at(body);
    return item;
}

// `for` over an unrolling_iterable: one copy of the body for each item.
void FlowBuilder::for_unrolled(Node node, py::handle items) {
    Region loop{Region::Kind::loop};
    for (py::handle item : items) {
        if (!reachable_) break;
        assign(node.child(Field::target), constant(item), node);
        regions_.push_back(&loop);
        visit(node.list(Field::body));
        regions_.pop_back();
        PendingEdges& continues = loop.ways[static_cast<size_t>(Way::continue_)];
        PendingEdges ends = std::move(continues);
        continues.clear();
        if (reachable_) ends.insert(ends.begin(), pend());
        join(std::move(ends), "unrolled");
    }
    PendingEdges normal;
    if (reachable_) normal.push_back(pend());
    loop_end(loop, std::move(normal), node);
}

// Comprehensions had frames of their own before CPython 3.12, and generator expressions still have.
ScopeId FlowBuilder::frame_of_comprehension(Node node, Node consumer) {
    const char* name = nullptr;
    if (node.kind() == NodeKind::GeneratorExp) name = "<genexpr>";
#if PY_VERSION_HEX < 0x030c0000
    if (node.kind() == NodeKind::ListComp) name = "<listcomp>";
    if (node.kind() == NodeKind::SetComp) name = "<setcomp>";
    if (node.kind() == NodeKind::DictComp) name = "<dictcomp>";
#endif
    if (!name || code_.context->low_level) return frame_;
    return program_.scopes.add({name, at(consumer)});
}

void FlowBuilder::enter_comprehension(Scope& scope) {
    for (auto& [name, info] : scope.names) {
        if (info.slot < 0) continue;
        Value undefined = program_.constants.undefined();
        if (info.cell)
            state_[info.slot] = {emit_quiet(Op::newcell, {undefined}, scope.node, name), boolean(true)};
        else
            state_[info.slot] = {undefined, boolean(false)};
    }
}

// What the comprehension stored is gone, and does not make joins of what follows.
void FlowBuilder::leave_comprehension(Scope& scope) {
    for (auto& [name, info] : scope.names)
        if (info.slot >= 0) state_[info.slot] = {program_.constants.undefined(), boolean(false)};
}

// Loops over generators[index..] around body.  The first iterable belongs to the scope outside; `consumer`
// is what runs the comprehension: itself, or the call that reads the generator expression `node`.
void FlowBuilder::comprehension_loops(Scope& scope, const std::vector<Node>& generators, size_t index,
                                      Node node, Node consumer, const Action& body) {
    Node generator = generators[index];
    if (generator.integer(Field::is_async)) unsupported(node, "an asynchronous comprehension");
    bool in_line = index == 0 && scope.comprehension;
    Value iterator = outer_iterator_;
    if (index > 0 || in_line) {
        Value iterable = eval_iterable(generator.child(Field::iter));
        if (in_line) enter_comprehension(scope);
        iterator = emit(Op::iter, {iterable}, generator.child(Field::iter));
    }
    ScopeId outer_frame = frame_;
    if (in_line) {
        scope_ = &scope;
        frame_ = frame_of_comprehension(node, consumer);
    }
    StoredNames stored;
    for (size_t i = index; i < generators.size(); ++i) {
        if (i > index) stored.add(generators[i].child(Field::iter));
        stored.add(generators[i].list(Field::ifs));
    }
    for (Field field : {Field::elt, Field::key, Field::value})
        if (node.has(field)) stored.add(node.child(field));
    PhiBlock header = open_phis("loop", stored);
    jump_to_phis(header, pend({}, at(generator.child(Field::iter))));
    enter_phis(header);
    PendingEdges exhausted;
    Value item = next_item(Op::next, {iterator}, generator.child(Field::iter), exhausted);
    assign(generator.child(Field::target), item, generator.child(Field::target));
    size_t hints = hints_.size();
    for (Node condition : generator.list(Field::ifs)) {
        Branches branches = branch_on(condition);
        for (const PendingEdge& edge : branches.no) jump_to_phis(header, edge);
        if (!join(std::move(branches.yes), "taken")) break;
        add_hints(condition, true);
    }
    if (reachable_) {
        if (index + 1 < generators.size())
            comprehension_loops(scope, generators, index + 1, node, consumer, body);
        else
            body();
    }
    hints_.resize(hints);
    if (reachable_) jump_to_phis(header, pend());
    join(std::move(exhausted), "after");
    if (in_line) {
        scope_ = scope.parent;
        frame_ = outer_frame;
        leave_comprehension(scope);
    }
}

// List, set and dict comprehensions; a generator expression becomes the list of its items, for its consumer.
Value FlowBuilder::comprehension(Node node, Node consumer, Value record) {
    Scope& scope = scope_->child(node);
    NodeKind kind = node.kind();
    Op op = kind == NodeKind::SetComp ? Op::newset : kind == NodeKind::DictComp ? Op::newdict : Op::newlist;
    Value result;
    auto body = [&] {
        if (kind == NodeKind::DictComp) {
            Value key = eval(node.child(Field::key));
            Value value = eval(node.child(Field::value));
            emit(Op::setitem, {result, key, value}, node);
        } else if (kind == NodeKind::SetComp) {
            Value add = emit_quiet(Op::getattr, {result, str("add")}, node);
            emit(Op::simple_call, {add, eval(node.child(Field::elt))}, node);
        } else {
            emit_quiet(Op::list_append, {result, eval_record(node.child(Field::elt), record)}, node);
        }
    };
    result = emit_quiet(op, {}, node);
    comprehension_loops(scope, node.list(Field::generators), 0, node, consumer ? consumer : node, body);
    return result;
}

// any, all and next of a generator expression: loops that end early.
Value FlowBuilder::consumed_generator(Node generator, const std::string& consumer, Value default_value,
                                      Node node) {
    Scope& scope = scope_->child(generator);
    PendingEdges ends;
    bool take_first = consumer == "builtins.next";
    bool any = consumer == "builtins.any";
    auto body = [&] {
        Node element = generator.child(Field::elt);
        if (take_first) {
            Value item = eval(element);
            ends.push_back(pend(item));
            return;
        }
        Branches branches = branch_on(element);
        PendingEdges& found = any ? branches.yes : branches.no;
        for (PendingEdge& edge : found) edge.extra = boolean(any);
        ends.insert(ends.end(), found.begin(), found.end());
        join(any ? std::move(branches.no) : std::move(branches.yes), "next");
    };
    comprehension_loops(scope, generator.list(Field::generators), 0, generator, node, body);
    if (reachable_) {
        if (take_first && !default_value.valid()) {
            Value instance = emit(Op::simple_call, {builtin("StopIteration")}, node);
            raise_value(emit(Op::exc_instance, {instance}, node), at(node));
        } else {
            ends.push_back(pend(take_first ? default_value : boolean(!any)));
        }
    }
    Value result = program_.constants.undefined();
    if (!join(std::move(ends), "consumed", &result)) {
        start_dead_code();
        return result;
    }
    leave_comprehension(scope);
    return result;
}

}  // namespace sapwood
