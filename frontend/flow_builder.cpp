// The frame of flow building: emission of operations, joins, regions and ways out of them.
#include "frontend/flow_builder.h"

#include "frontend/flow_simplify.h"
#include "frontend/generators.h"

namespace sapwood {

std::optional<FunctionGraph> build_flow_graph(CPythonWorld& world, const FunctionCode& code) {
    while (true) {
        try {
            return FlowBuilder(world, code).build();
        } catch (const ScopesChanged&) {
            // Ends: each time one more variable is a cell, or one more generator expression a function.
        }
    }
}

FlowBuilder::FlowBuilder(CPythonWorld& world, const FunctionCode& code)
    : world_(world),
      program_(world.program),
      code_(code),
      graph_(code.name),
      builder_(program_, graph_),
      scope_(code.scope) {
    graph_.qualname = code.qualname;
    graph_.function = code.function;
    graph_.low_level = code.context->low_level;
    graph_.frameless = code.context->frameless;
    if (code.node) graph_.location = world.location_of(*code.context, code.node);
}

std::optional<FunctionGraph> FlowBuilder::build() {
    if (code_.node && code_.node.kind() == NodeKind::AsyncFunctionDef) {
        refuse(code_.node, "`async def`");
        return std::nullopt;
    }
    builder_.position_at(graph_.start);
    prologue();
    if (generator_.valid()) {
        generator_body();
    } else if (!code_.node) {
        visit(code_.statements);
    } else if (code_.node.kind() == NodeKind::Lambda) {
        Node body = code_.node.child(Field::body);
        Value result = eval(body);
        builder_.location = at(body);
        builder_.return_(result);
        reachable_ = false;
    } else {
        visit(code_.node.list(Field::body));
    }
    if (reachable_) {
        builder_.location = {};
        builder_.return_(code_.node ? none() : Value(program_.constants.integer(0)));
    }
    if (failed_) return std::nullopt;
    simplify_flow_graph(program_, graph_);
    if (generator_.valid()) {
        split_at_yields(program_, graph_);
        simplify_flow_graph(program_, graph_);
    }
    return std::move(graph_);
}

void FlowBuilder::prologue() {
    Scope& scope = *code_.scope;
    state_.assign(scope.slot_count, {program_.constants.undefined(), boolean(false)});
    slot_names_.resize(scope.slot_count);
    for (const auto& [name, info] : scope.names)
        if (info.slot >= 0) slot_names_[info.slot] = name;
    auto add_input = [&](const std::string& name) {
        VariableId variable = graph_.new_variable(name);
        graph_.blocks[graph_.start].inputs.push_back(variable);
        return variable;
    };
    if (scope.generator) generator_ = add_input("generator");
    for (const auto& [name, slot] : scope.free) state_[slot] = {add_input(name), boolean(true)};
    if (code_.node.kind() == NodeKind::GeneratorExp) {
        outer_iterator_ = add_input(".0");
    } else if (code_.node) {
        builder_.location = graph_.location;
        for (const ParameterNode& parameter : parameters_of(code_.node)) {
            NameInfo& info = scope.names.at(mangle(parameter.name));
            state_[info.slot] = {add_input(parameter.name), boolean(true)};
        }
    }
    for (auto& [name, info] : scope.names) {
        if (!info.cell || info.slot < 0) continue;
        Binding& binding = state_[info.slot];
        binding = {emit_quiet(Op::newcell, {binding.value}, code_.node, name), boolean(true)};
    }
}

Location FlowBuilder::at(Node node) const {
    if (!node) return {};
    Location location = world_.location_of(*code_.context, node);
    location.scope = frame_;
    return location;
}

Value FlowBuilder::unsupported(Node node, const std::string& what) {
    world_.diagnostics.error<Diag::unsupported>(at(node), what);
    return diagnosed(node);
}

// The same of something that makes the whole function another thing.
void FlowBuilder::refuse(Node node, const std::string& what) {
    world_.diagnostics.error<Diag::unsupported>(at(node), what);
    failed_ = true;
}

// What stands for a value that a diagnostic says cannot be had: the annotator takes it without comment, so
// that one mistake is told once and the next ones are told too.
Value FlowBuilder::diagnosed(Node node) {
    return emit_quiet(Op::getattr, {program_.constants.undefined(), str("")}, node);
}

Value FlowBuilder::constant(py::handle value) {
    return world_.constant_of(value);
}

Value FlowBuilder::builtin(const char* name) {
    return world_.builtin(name);
}

// Integers beyond 64 bits are told where they are used.
bool FlowBuilder::is_too_large(Value value, Node node) {
    if (!value.is_constant()) return false;
    const Constant& constant = program_.constants[value.constant()];
    if (constant.kind != ConstantKind::object) return false;
    py::object live = world_.live_object(constant.object);
    if (!live || !PyLong_CheckExact(live.ptr())) return false;
    world_.diagnostics.error<Diag::int_too_large>(at(node), text_of(py::str(live)));
    return true;
}

// What computed_ says of a constant is done here.
Value FlowBuilder::at_run_time(Value value) {
    if (!value.is_constant()) return value;
    auto found = computed_.find(value.constant());
    if (found == computed_.end()) return value;
    const Computation computation = found->second;
    return emit(computation.op, computation.args, computation.node);
}

Value FlowBuilder::emit_quiet(Op op, std::vector<Value> args, Node node, const std::string& name) {
    see_enum_members(op, args);
    for (Value& arg : args) arg = at_run_time(arg);
    for (Value arg : args)
        if (is_too_large(arg, node)) return diagnosed(node);
    builder_.location = at(node);
    VariableId result = builder_.op(op, std::move(args), {}, name);
    switch (op) {
        case Op::bool_:
        case Op::not_:
        case Op::is_:
        case Op::contains:
        case Op::exc_match: bools_.insert(result); break;
        case Op::lt:
        case Op::le:
        case Op::eq:
        case Op::ne:
        case Op::gt:
        case Op::ge: comparisons_.insert(result); break;
        default: break;
    }
    return result;
}

Value FlowBuilder::emit(Op op, std::vector<Value> args, Node node, const std::string& name) {
    Value result = emit_quiet(op, std::move(args), node, name);
    if (may_raise(op)) split_after_raising(node);
    return result;
}

Region* FlowBuilder::catching_region() {
    for (size_t i = regions_.size(); i-- > 0;)
        if (regions_[i]->kind != Region::Kind::loop) return regions_[i];
    return nullptr;
}

void FlowBuilder::split_after_raising(Node node) {
    Region* region = catching_region();
    if (!region) return;
    builder_.location = at(node);
    BlockId next = graph_.new_block("");
    BlockId block = builder_.block();
    builder_.raising(next, {});
    VariableId exception = builder_.catching(region->landing.block, builtin("BaseException").constant());
    std::vector<Value> args = phi_args(region->landing, state_);
    args.push_back(exception);
    graph_.blocks[block].links.back().args = std::move(args);
    region->landing.used = true;
    builder_.position_at(next);
}

void FlowBuilder::raise_value(Value exception, Location location) {
    builder_.location = location;
    if (Region* region = catching_region()) {
        if (location.known()) builder_.op(Op::exc_raised, {exception}, {}, "");
        std::vector<Value> args = phi_args(region->landing, state_);
        args.push_back(exception);
        region->landing.used = true;
        builder_.jump(region->landing.block, std::move(args));
    } else {
        builder_.raise(exception);
    }
    reachable_ = false;
}

void FlowBuilder::raise_builtin(const char* class_name, const std::string& message, Node node) {
    Value instance = emit(Op::simple_call, {builtin(class_name), str(message)}, node);
    raise_value(emit(Op::exc_instance, {instance}, node), at(node));
}

void FlowBuilder::leave(Way way, Value value, Node node) {
    for (size_t i = regions_.size(); i-- > 0;) {
        Region& region = *regions_[i];
        bool takes = region.kind == Region::Kind::cleanup ||
                     (region.kind == Region::Kind::loop && way != Way::return_);
        if (!takes) continue;
        region.ways[static_cast<size_t>(way)].push_back(pend(value, at(node)));
        return;
    }
    CHECK(way == Way::return_, "break or continue outside a loop");
    builder_.location = at(node);
    builder_.return_(value);
    reachable_ = false;
}

PendingEdge FlowBuilder::pend(Value extra, Location location) {
    CHECK(reachable_, "an end of unreachable code");
    reachable_ = false;
    return {builder_.block(), state_, extra, location};
}

// Goes on where all edges meet.  false: there are none, and what follows is unreachable.
bool FlowBuilder::join(PendingEdges edges, const std::string& name, Value* extra) {
    reachable_ = !edges.empty();
    if (edges.empty()) return false;
    if (edges.size() == 1) {
        builder_.position_at(edges[0].block);
        state_ = std::move(edges[0].state);
        if (extra) *extra = edges[0].extra;
        return true;
    }
    BlockId block = graph_.new_block(name);
    std::vector<std::vector<Value>> args(edges.size());
    auto merge = [&](auto&& value_of, const std::string& hint) -> Value {
        Value first = value_of(edges[0]);
        bool same = true;
        for (const PendingEdge& edge : edges) same = same && value_of(edge) == first;
        if (same) return first;
        VariableId input = graph_.new_variable(hint);
        graph_.blocks[block].inputs.push_back(input);
        for (size_t i = 0; i < edges.size(); ++i) args[i].push_back(value_of(edges[i]));
        return input;
    };
    FlowState joined(edges[0].state.size());
    for (size_t slot = 0; slot < joined.size(); ++slot) {
        std::string hint = slot_names_[slot];
        for (const PendingEdge& edge : edges) {
            Value value = edge.state[slot].value;
            if (hint.empty() && value.is_variable()) hint = graph_.variables[value.variable()].name;
        }
        joined[slot].value = merge([&](const PendingEdge& edge) { return edge.state[slot].value; }, hint);
        joined[slot].bound = merge([&](const PendingEdge& edge) { return edge.state[slot].bound; }, "bound");
    }
    if (extra) *extra = merge([](const PendingEdge& edge) { return edge.extra; }, "");
    for (size_t i = 0; i < edges.size(); ++i) {
        builder_.position_at(edges[i].block);
        builder_.location = edges[i].location;
        builder_.jump(block, std::move(args[i]));
    }
    builder_.position_at(block);
    state_ = std::move(joined);
    return true;
}

// The rest of an expression whose evaluation cannot go on: a block that nothing leads to.
void FlowBuilder::start_dead_code() {
    builder_.position_at(graph_.new_block("dead"));
    reachable_ = true;
}

PhiBlock FlowBuilder::open_phis(const std::string& name, const StoredNames& stored) {
    PhiBlock phis;
    phis.block = graph_.new_block(name);
    phis.entry = state_;
    for (const auto& [stored_name, may_unbind] : stored.names) {
        // What a comprehension stores itself is not among them; `:=` inside one stores for the function.
        Place place = resolve(*scope_->function(), mangle(stored_name));
        if (place.kind != Place::Kind::local) continue;
        const Binding& binding = state_[place.slot];
        bool bound = binding.bound == boolean(true) && !may_unbind;
        phis.slots.push_back({place.slot, !bound});
        graph_.blocks[phis.block].inputs.push_back(graph_.new_variable(stored_name));
        if (!bound) graph_.blocks[phis.block].inputs.push_back(graph_.new_variable("bound"));
    }
    return phis;
}

std::vector<Value> FlowBuilder::phi_args(const PhiBlock& phis, const FlowState& state) const {
    std::vector<Value> args;
    for (const PhiBlock::Slot& slot : phis.slots) {
        args.push_back(state[slot.slot].value);
        if (slot.maybe_unbound) args.push_back(state[slot.slot].bound);
    }
    return args;
}

void FlowBuilder::enter_phis(const PhiBlock& phis) {
    state_ = phis.entry;
    size_t input = 0;
    const std::vector<VariableId>& inputs = graph_.blocks[phis.block].inputs;
    for (const PhiBlock::Slot& slot : phis.slots) {
        state_[slot.slot].value = inputs[input++];
        state_[slot.slot].bound = slot.maybe_unbound ? Value(inputs[input++]) : boolean(true);
    }
    builder_.position_at(phis.block);
    reachable_ = true;
}

void FlowBuilder::jump_to_phis(PhiBlock& phis, const PendingEdge& edge) {
    builder_.position_at(edge.block);
    builder_.location = edge.location;
    builder_.jump(phis.block, phi_args(phis, edge.state));
    phis.used = true;
}

// body, with cleanup on every way out but the exceptional one, which exceptional() decides.
void FlowBuilder::guarded(const StoredNames& stored, const Action& body, const Action& cleanup,
                          const ExceptionAction& exceptional) {
    Region region{Region::Kind::cleanup};
    region.landing = open_phis("cleanup", stored);
    VariableId exception = graph_.new_variable("exc");
    graph_.blocks[region.landing.block].inputs.push_back(exception);
    regions_.push_back(&region);
    body();
    regions_.pop_back();
    PendingEdges ends;
    if (reachable_) {
        cleanup();
        if (reachable_) ends.push_back(pend());
    }
    for (Way way : {Way::return_, Way::break_, Way::continue_}) {
        PendingEdges& edges = region.ways[static_cast<size_t>(way)];
        if (edges.empty()) continue;
        Location location = edges[0].location;
        Value extra;
        join(std::move(edges), "leave", &extra);
        cleanup();
        if (!reachable_) continue;
        // The way goes on outwards, as leave() would have it from here.
        Region* taker = nullptr;
        for (size_t i = regions_.size(); i-- > 0 && !taker;) {
            Region& outer = *regions_[i];
            if (outer.kind == Region::Kind::cleanup ||
                (outer.kind == Region::Kind::loop && way != Way::return_))
                taker = &outer;
        }
        if (taker) {
            taker->ways[static_cast<size_t>(way)].push_back(pend(extra, location));
        } else {
            builder_.location = location;
            builder_.return_(extra);
            reachable_ = false;
        }
    }
    if (region.landing.used) {
        enter_phis(region.landing);
        exceptional(exception);
        if (reachable_) ends.push_back(pend());
    }
    join(std::move(ends), "join");
}

// body runs while exception is the one being handled.
void FlowBuilder::handled(Value exception, const StoredNames& stored, const Action& body) {
    Value before = enter_handler(exception, {});
    guarded(
        stored, [&] { inside_handler(exception, body); }, [&] { leave_handler(before); },
        [&](Value raised) {
            leave_handler(before);
            raise_value(raised, {});
        });
}

// The exception becomes the one being handled.  Result: what leave_handler takes.
Value FlowBuilder::enter_handler(Value exception, Node node) {
    Value before = emit_quiet(Op::exc_enter, {exception}, node);
    if (!generator_.valid()) return before;
    // It may be another one when the generator goes on after a yield.
    std::string name = fmt::format("handled_{}", handling_.size());
    save_frame(name.c_str(), before);
    return str(name);
}

void FlowBuilder::inside_handler(Value exception, const Action& body) {
    handling_.push_back(exception);
    body();
    handling_.pop_back();
}

void FlowBuilder::leave_handler(Value before) {
    if (generator_.valid()) before = load_frame(program_.constants[before.constant()].text.c_str());
    emit_quiet(Op::exc_leave, {before}, {});
}

}  // namespace sapwood
