// try, except, finally, with.
#include "frontend/flow_builder.h"

namespace sapwood {

void FlowBuilder::try_(Node node) {
    std::vector<Node> final = node.list(Field::finalbody);
    if (final.empty()) {
        try_except(node);
        return;
    }
    StoredNames stored, stored_in_final;
    stored.add(node.list(Field::body));
    for (Node handler : node.list(Field::handlers)) stored.add(handler);
    stored.add(node.list(Field::orelse));
    stored_in_final.add(final);
    guarded(
        stored, [&] { try_except(node); }, [&] { visit(final); },
        [&](Value exception) {
            handled(exception, stored_in_final, [&] { visit(final); });
            if (reachable_) raise_value(exception, {});
        });
}

void FlowBuilder::try_except(Node node) {
    std::vector<Node> clauses = node.list(Field::handlers);
    if (clauses.empty()) {
        visit(node.list(Field::body));
        if (reachable_) visit(node.list(Field::orelse));
        return;
    }
    StoredNames stored;
    stored.add(node.list(Field::body));
    Region region{Region::Kind::handler};
    region.landing = open_phis("handler", stored);
    VariableId exception = graph_.new_variable("exc");
    graph_.blocks[region.landing.block].inputs.push_back(exception);
    regions_.push_back(&region);
    visit(node.list(Field::body));
    regions_.pop_back();
    PendingEdges ends;
    if (reachable_) visit(node.list(Field::orelse));
    if (reachable_) ends.push_back(pend());
    if (region.landing.used) {
        enter_phis(region.landing);
        handlers(clauses, exception, ends);
    }
    join(std::move(ends), "join");
}

void FlowBuilder::handlers(const std::vector<Node>& clauses, Value exception, PendingEdges& ends) {
    for (Node clause : clauses) {
        PendingEdges others;
        if (Node type = clause.child(Field::type)) {
            Value caught = eval(type);
            if (caught != builtin("BaseException")) {
                Value matches = emit_quiet(Op::exc_match, {exception, caught}, type);
                Branches branches = branch_on_value(matches, type);
                others = std::move(branches.no);
                join(std::move(branches.yes), "");
            }
        }
        std::string name = clause.text(Field::name);
        if (!name.empty()) name = mangle(name);
        StoredNames stored;
        stored.add(clause.list(Field::body));
        Value before = enter_handler(exception, clause);
        if (!name.empty()) store_name(name, exception, clause);
        auto unbind = [&] {
            leave_handler(before);
            if (name.empty()) return;
            Place place = resolve(*scope_, name);
            Value undefined = program_.constants.undefined();
            if (place.kind == Place::Kind::local) state_[place.slot] = {undefined, boolean(false)};
            if (place.kind == Place::Kind::cell)
                emit_quiet(Op::cell_set, {state_[place.slot].value, undefined}, {});
        };
        guarded(
            stored, [&] { inside_handler(exception, [&] { visit(clause.list(Field::body)); }); }, unbind,
            [&](Value raised) {
                unbind();
                raise_value(raised, {});
            });
        if (reachable_) ends.push_back(pend());
        if (!join(std::move(others), "")) return;
    }
    raise_value(exception, {});
}

void FlowBuilder::with_(Node node, size_t item) {
    std::vector<Node> items = node.list(Field::items);
    if (item == items.size()) {
        visit(node.list(Field::body));
        return;
    }
    Node context = items[item].child(Field::context_expr);
    Node target = items[item].child(Field::optional_vars);
    Value manager = eval(context);
    Value enter = emit(Op::getattr, {manager, str("__enter__")}, context);
    Value exit = emit(Op::getattr, {manager, str("__exit__")}, context);
    Value entered = emit(Op::simple_call, {enter}, context);
    StoredNames stored;
    stored.add(target);
    for (size_t i = item + 1; i < items.size(); ++i) {
        stored.add(items[i].child(Field::context_expr));
        stored.add(items[i].child(Field::optional_vars));
    }
    stored.add(node.list(Field::body));
    auto body = [&] {
        if (target) assign(target, entered, context);
        with_(node, item + 1);
    };
    auto cleanup = [&] { emit(Op::simple_call, {exit, none(), none(), none()}, context); };
    auto exceptional = [&](Value exception) {
        Value swallowed;
        handled(exception, {}, [&] {
            Value type = emit(Op::simple_call, {builtin("type"), exception}, context);
            Value answer = emit(Op::simple_call, {exit, type, exception, none()}, context);
            swallowed = truth(answer, context);
        });
        if (!reachable_) return;
        Branches branches = branch_on_value(swallowed, context);
        if (join(std::move(branches.no), "")) raise_value(exception, {});
        join(std::move(branches.yes), "swallowed");
    };
    guarded(stored, body, cleanup, exceptional);
}

}  // namespace sapwood
