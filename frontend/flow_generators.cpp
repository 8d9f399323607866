// Bodies of generator functions, `yield`, `yield from`, generator expressions as values.  generators.h says
// what becomes of them.
#include "frontend/flow_builder.h"
#include "frontend/generators.h"

namespace sapwood {

Value FlowBuilder::load_frame(const char* name, const std::string& variable) {
    return emit_quiet(Op::frame_load, {generator_, str(name)}, {}, variable);
}

void FlowBuilder::save_frame(const char* name, Value value) {
    emit_quiet(Op::frame_save, {generator_, str(name), value}, {});
}

// The body, with what becomes of its ends: whatever leaves it, the generator is finished.
void FlowBuilder::generator_body() {
    Region region{Region::Kind::cleanup};
    region.landing = open_phis("escaped", {});
    VariableId exception = graph_.new_variable("exc");
    graph_.blocks[region.landing.block].inputs.push_back(exception);
    regions_.push_back(&region);
    raise_thrown(code_.node);
    PendingEdges ends;
    if (code_.node.kind() == NodeKind::GeneratorExp) {
        comprehension_loops(*code_.scope, code_.node.list(Field::generators), 0, code_.node, code_.node, [&] {
            suspend(eval(code_.node.child(Field::elt)), code_.node.child(Field::elt));
        });
        if (reachable_) ends.push_back(pend(none()));
    } else if (code_.node.kind() == NodeKind::Lambda) {
        Value result = eval(code_.node.child(Field::body));
        if (reachable_) ends.push_back(pend(result));
    } else {
        visit(code_.node.list(Field::body));
        if (reachable_) ends.push_back(pend(none()));
    }
    regions_.pop_back();
    PendingEdges& returned = region.ways[static_cast<size_t>(Way::return_)];
    ends.insert(ends.end(), returned.begin(), returned.end());
    Value result;
    if (join(std::move(ends), "end", &result)) finish_generator(result);
    if (!region.landing.used) return;
    enter_phis(region.landing);
    escape_from_generator(exception);
}

void FlowBuilder::finish_generator(Value result) {
    save_frame("state", program_.constants.integer(kGeneratorFinished));
    save_frame("result", result);
    Branches branches = branch_on_value(emit_quiet(Op::is_, {result, none()}, {}), {});
    if (join(std::move(branches.no), "returned")) {
        Value instance = emit_quiet(Op::simple_call, {builtin("StopIteration"), result}, {});
        raise_value(emit_quiet(Op::exc_instance, {instance}, {}), {});
    }
    if (join(std::move(branches.yes), "ended")) {
        Value instance = emit_quiet(Op::simple_call, {builtin("StopIteration")}, {});
        raise_value(emit_quiet(Op::exc_instance, {instance}, {}), {});
    }
}

// A StopIteration that leaves the body is a mistake of the body's, not the end of the generator.
void FlowBuilder::escape_from_generator(Value exception) {
    save_frame("state", program_.constants.integer(kGeneratorFinished));
    Value stops = emit_quiet(Op::exc_match, {exception, builtin("StopIteration")}, {});
    Branches branches = branch_on_value(stops, {});
    if (join(std::move(branches.no), "")) raise_value(exception, {});
    if (!join(std::move(branches.yes), "")) return;
    handled(exception, {}, [&] {
        Value instance =
            emit_quiet(Op::simple_call, {builtin("RuntimeError"), str("generator raised StopIteration")}, {});
        instance = emit_quiet(Op::exc_instance, {instance}, {});
        emit_quiet(Op::exc_set_cause, {instance, exception}, {});
        raise_value(instance, {});
    });
}

// Gives a value to whoever asked for the next one, and goes on when asked again.  Result: what was sent.  The
// exceptions being handled here are not being handled elsewhere meanwhile.
Value FlowBuilder::suspend(Value value, Node node) {
    if (!handling_.empty()) emit_quiet(Op::exc_leave, {load_frame("handled_0")}, {});
    Value sent = emit_quiet(Op::yield_, {generator_, value}, node, "sent");
    if (!handling_.empty()) {
        save_frame("handled_0", emit_quiet(Op::exc_enter, {handling_.front()}, {}));
        if (handling_.size() > 1) emit_quiet(Op::exc_enter, {handling_.back()}, {});
    }
    return sent;
}

// Raises what throw() or close() want raised where the generator stands.
void FlowBuilder::raise_thrown(Node node) {
    Value thrown = load_frame("thrown", "thrown");
    Branches branches = branch_on_value(emit_quiet(Op::is_, {thrown, none()}, {}), {});
    if (join(std::move(branches.no), "thrown")) {
        save_frame("thrown", none());
        raise_value(emit_quiet(Op::exc_instance, {thrown}, node), at(node));
    }
    join(std::move(branches.yes), "");
}

Value FlowBuilder::yield_(Node node) {
    Value sent = suspend(eval_or_none(node.child(Field::value)), node);
    raise_thrown(node);
    return sent;
}

// Passes on what another iterator gives, and to it what is sent and thrown, if it is a generator.
Value FlowBuilder::yield_from(Node node) {
    Value iterator = emit(Op::iter, {eval(node.child(Field::value))}, node);
    Value inner = emit_quiet(Op::delegate, {iterator}, node);
    BlockId header = graph_.new_block("delegating");
    VariableId item = graph_.new_variable("item");
    graph_.blocks[header].inputs.push_back(item);
    auto pass_on = [&](Value value) {
        builder_.location = at(node);
        builder_.jump(header, {value});
        reachable_ = false;
    };
    auto is_none = [&](Value value) {
        return branch_on_value(emit_quiet(Op::is_, {value, none()}, {}), node);
    };
    auto method_of_inner = [&](const char* name) {
        return emit_quiet(Op::getattr, {inner, str(name)}, node);
    };
    PendingEdges exhausted;
    pass_on(next_item(Op::next, {iterator}, node, exhausted));

    builder_.position_at(header);
    reachable_ = true;
    Value sent = suspend(item, node);
    Value thrown = load_frame("thrown", "thrown");
    Branches on_thrown = is_none(thrown);
    if (join(std::move(on_thrown.no), "thrown")) {
        save_frame("thrown", none());
        Branches on_inner = is_none(inner);
        if (join(std::move(on_inner.no), "")) {
            Value exits = emit_quiet(Op::exc_match, {thrown, builtin("GeneratorExit")}, {});
            Branches on_exit = branch_on_value(exits, node);
            if (join(std::move(on_exit.yes), "")) {
                emit(Op::simple_call, {method_of_inner("close")}, node);
                on_inner.yes.push_back(pend());
            }
            if (join(std::move(on_exit.no), ""))
                pass_on(next_item(Op::simple_call, {method_of_inner("throw"), thrown}, node, exhausted));
        }
        if (join(std::move(on_inner.yes), "raise"))
            raise_value(emit_quiet(Op::exc_instance, {thrown}, node), at(node));
    }
    if (join(std::move(on_thrown.yes), "")) {
        Branches on_sent = is_none(sent);
        if (join(std::move(on_sent.no), "sent")) {
            Branches on_inner = is_none(inner);
            if (join(std::move(on_inner.no), ""))
                pass_on(next_item(Op::simple_call, {method_of_inner("send"), sent}, node, exhausted));
            if (join(std::move(on_inner.yes), ""))
                raise_builtin("AttributeError", "an iterator that is no generator has no attribute 'send'",
                              node);
        }
        if (join(std::move(on_sent.yes), "next")) pass_on(next_item(Op::next, {iterator}, node, exhausted));
    }

    if (!join(std::move(exhausted), "exhausted")) {
        start_dead_code();
        return none();
    }
    Branches on_inner = is_none(inner);
    PendingEdges ends;
    if (join(std::move(on_inner.no), ""))
        ends.push_back(pend(emit_quiet(Op::frame_load, {inner, str("result")}, node, "result")));
    if (join(std::move(on_inner.yes), "")) ends.push_back(pend(none()));
    Value result;
    join(std::move(ends), "delegated", &result);
    return result;
}

// A generator expression that is not consumed where it stands: a function of what the first `for` runs over.
Value FlowBuilder::make_generator(Node node) {
    Scope& inner = scope_->child(node);
    if (inner.comprehension) {
        make_function_of(inner);
        throw ScopesChanged();
    }
    Node first = node.list(Field::generators)[0].child(Field::iter);
    Value iterator = emit(Op::iter, {eval(first)}, first);
    HostFunction description;
    description.parameters.push_back({".0", HostParameter::Kind::positional_only, {}});
    description.run_time_default.push_back(false);
    Value function = make_closure(inner, std::move(description), {});
    return emit(Op::simple_call, {function, iterator}, node);
}

}  // namespace sapwood
