// Walks from a value back over variables, calls and what keeps values; see trace.h.
#include "annotator/trace.h"

#include <algorithm>

namespace sapwood::annotation {

Way Tracer::to_place(const Spot& spot, PlaceKind kind, SId side) {
    start(side);
    if (spot.copy != kNoCopy) brought(spot, kind);
    return finish();
}

Way Tracer::to_input(uint32_t copy, VariableId v, SId side) {
    start(side);
    const Definition& definition = definitions(copy).at(v);
    variables_.insert({copy, v});
    input(copy, definition.block, definition.input);
    return finish();
}

Way Tracer::to_operand(uint32_t copy, const Operation& op, size_t operand) {
    start(engine_.lattice.without_constant(engine_.value_in(copy, op.args[operand])));
    value(copy, op.args[operand], op.location);
    return finish();
}

void Tracer::start(SId side) {
    side_ = side;
    steps_.clear();
    variables_.clear();
    places_.clear();
}

// Of steps in one line only the earliest is worth a word.
Way Tracer::finish() {
    if (steps_.empty() || steps_.back().kind != Step::Kind::origin) return {};
    Way way;
    for (size_t i = steps_.size(); i-- > 0;) {
        bool same = !way.empty() && way.back().at.file == steps_[i].at.file &&
                    way.back().at.line == steps_[i].at.line;
        if (!same) way.push_back(steps_[i]);
    }
    return way;
}

bool Tracer::found(const Location& at) {
    if (at.known()) steps_.push_back({Step::Kind::origin, at});
    return at.known();
}

// A step outwards, if the way goes on from there.
bool Tracer::passes(Step::Kind kind, const Location& at, const auto& rest) {
    steps_.push_back({kind, at});
    if (rest()) return true;
    steps_.pop_back();
    return false;
}

// Whether a value is one of those that are looked for.
bool Tracer::matches(SId candidate) {
    Lattice& lattice = engine_.lattice;
    if (!lattice.possible(candidate) || lattice.is_conflict(candidate)) return false;
    const SValue one = lattice[candidate], wanted = lattice[side_];
    if (one.kind == SKind::none) return wanted.kind == SKind::none;
    if (one.kind == SKind::callable && wanted.kind == SKind::callable) {
        return std::ranges::any_of(
            wanted.ids, [&](uint32_t id) { return std::ranges::find(one.ids, id) != one.ids.end(); });
    }
    bool numbers = lattice.is_numeric(candidate) && lattice.is_numeric(side_);
    if (one.kind != wanted.kind && !numbers) return false;
    return !lattice.is_conflict(lattice.join(candidate, side_));
}

bool Tracer::value(uint32_t copy, Value v, const Location& use) {
    if (v.is_variable()) return variable(copy, v.variable());
    if (is_shape(v)) return false;
    return matches(engine_.value_in(copy, v)) && found(use);
}

bool Tracer::variable(uint32_t copy, VariableId v) {
    if (!matches(engine_.value_in(copy, v)) || !variables_.insert({copy, v}).second) return false;
    const auto& known = definitions(copy);
    auto definition = known.find(v);
    if (definition == known.end()) return false;  // a caught exception
    if (definition->second.op) return result(copy, *definition->second.op);
    return input(copy, definition->second.block, definition->second.input);
}

bool Tracer::input(uint32_t copy, BlockId block, size_t index) {
    const FunctionGraph& graph = *engine_.copies[copy]->graph;
    if (block == graph.start) return argument(copy, index);
    const std::string& name = graph.variables[graph.blocks[block].inputs[index]].name;
    for (const Block& from : graph.blocks) {
        for (const Link& link : from.links) {
            if (link.target != block) continue;
            Value v = link.args[index];
            if (!matches(engine_.value_in(copy, v))) continue;
            Location stored = stored_at(graph, name, v);
            auto rest = [&] {
                if (!stored.known()) stored = link.location;
                if (!stored.known() && !from.operations.empty()) stored = from.operations.back().location;
                return value(copy, v, stored);
            };
            bool as_it_is = v.is_variable() && stored.known();
            if (as_it_is ? passes(Step::Kind::stored, stored, rest) : rest()) return true;
        }
    }
    return false;
}

// Where a name was given a value that stands elsewhere already, a constant or another name's value.
Location Tracer::stored_at(const FunctionGraph& graph, const std::string& name, Value v) const {
    for (const PlainStore& store : graph.plain_stores) {
        bool same = v.is_constant() ? store.value == v : store.from == graph.variables[v.variable()].name;
        if (same && store.name == name) return store.location;
    }
    return {};
}

// The shape of a call stands among its operands: what a built-in function passes on is none of them then.
bool Tracer::is_shape(Value v) const {
    return v.is_constant() && engine_.constant(v.constant()).kind == ConstantKind::shape;
}

bool Tracer::argument(uint32_t copy, size_t parameter) {
    const Copy& callee = *engine_.copies[copy];
    for (auto [caller, result] : callee.callers) {
        const Operation* op = operation(caller, result);
        auto calls = engine_.copies[caller]->calls.find(result);
        if (!op || calls == engine_.copies[caller]->calls.end()) continue;
        for (const CallRecord& record : calls->second) {
            for (const TargetRecord& target : record.targets) {
                if (target.copy != copy || parameter >= target.values.size()) continue;
                if (!matches(target.values[parameter])) continue;
                const ArgumentSource& source = target.arguments[parameter];
                auto rest = [&, caller = caller] {
                    bool operand = source.kind == ArgumentSource::Kind::operand &&
                                   source.index < op->args.size() && !is_shape(op->args[source.index]);
                    if (operand) return value(caller, op->args[source.index], op->location);
                    if (source.kind == ArgumentSource::Kind::constant) return found(callee.graph->location);
                    return found(op->location);
                };
                if (passes(Step::Kind::passed, op->location, rest)) return true;
            }
        }
    }
    return false;
}

bool Tracer::result(uint32_t copy, const Operation& op) {
    auto operand = [&](size_t i) { return engine_.value_in(copy, op.args[i]); };
    auto name = [&](size_t i) { return engine_.constant(op.args[i].constant()).text; };
    switch (op.op) {
        case Op::simple_call:
        case Op::call_args: return returned(copy, op) || found(op.location);
        case Op::getattr: return attribute(operand(0), name(1)) || found(op.location);
        case Op::getitem:
        case Op::next:
        case Op::unpack_item: return item_of(operand(0)) || found(op.location);
        case Op::cell_get:
            for (uint32_t id : std::vector<uint32_t>(engine_.lattice[operand(0)].ids))
                if (kept(engine_.cells[id].first)) return true;
            return found(op.location);
        default: return found(op.location);
    }
}

// What a call gives comes from the functions that it runs, or from the container whose method it is.
bool Tracer::returned(uint32_t copy, const Operation& op) {
    auto calls = engine_.copies[copy]->calls.find(op.result);
    if (calls != engine_.copies[copy]->calls.end()) {
        for (const CallRecord& record : calls->second) {
            for (const TargetRecord& target : record.targets) {
                if (target.copy == kNoCopy || target.instance != UINT32_MAX) continue;
                const FunctionGraph& graph = *engine_.copies[target.copy]->graph;
                if (!graph.location.known()) continue;
                auto rest = [&] { return variable(target.copy, graph.blocks[graph.returns].inputs[0]); };
                if (passes(Step::Kind::passed, op.location, rest)) return true;
            }
        }
    }
    const SValue callee = engine_.lattice[engine_.value_in(copy, op.args[0])];
    return callee.kind == SKind::builtin_method && item_of(callee.items[0]);
}

bool Tracer::attribute(SId object, const std::string& name) {
    const SValue s = engine_.lattice[object];
    if (s.kind == SKind::module) return kept(engine_.global_place(engine_.constant(s.constant).object, name));
    if (s.kind != SKind::instance) return false;
    for (uint32_t id : s.ids) {
        for (uint32_t at = id; at != UINT32_MAX; at = engine_.classes[at].base) {
            auto entry = engine_.classes[at].attributes.find(name);
            if (entry != engine_.classes[at].attributes.end() && kept(entry->second.place)) return true;
        }
    }
    return false;
}

// Of a container, an iterator over one, or what holds one.
bool Tracer::item_of(SId container) {
    const SValue s = engine_.lattice[container];
    switch (s.kind) {
        case SKind::list:
        case SKind::set:
        case SKind::dict:
            for (uint32_t id : s.ids) {
                const CellInfo& cell = engine_.cells[id];
                if (kept(cell.first) || (cell.second.valid() && kept(cell.second))) return true;
            }
            return false;
        case SKind::iterator:
        case SKind::view: return std::ranges::any_of(s.items, [&](SId inner) { return item_of(inner); });
        default: return false;
    }
}

bool Tracer::kept(PlaceId id) {
    const Place place = engine_.places[id.index];
    if (!matches(place.value) || !place.origin.known() || !places_.insert(id).second) return false;
    return passes(Step::Kind::stored, place.origin,
                  [&] { return brought(place.spot, place.kind) || found(place.origin); });
}

// The operand that an operation stored, or an item of it.
bool Tracer::brought(const Spot& spot, PlaceKind kind) {
    const Operation* op = spot.copy == kNoCopy ? nullptr : operation(spot.copy, spot.op);
    if (!op) return false;
    auto is_stored = [&](size_t i) {
        bool key = kind == PlaceKind::dict_key;
        if (op->op == Op::setitem) return i == (key ? 1 : 2);
        if (op->op == Op::newdict) return i % 2 == (key ? 0 : 1);
        return true;
    };
    for (size_t i = op->args.size(); i-- > 0;)
        if (is_stored(i) && value(spot.copy, op->args[i], op->location)) return true;
    for (size_t i = op->args.size(); i-- > 1;)
        if (is_stored(i) && item_of(engine_.value_in(spot.copy, op->args[i]))) return true;
    return false;
}

const Operation* Tracer::operation(uint32_t copy, VariableId result) {
    const auto& known = definitions(copy);
    auto definition = known.find(result);
    return definition == known.end() ? nullptr : definition->second.op;
}

const std::map<VariableId, Tracer::Definition>& Tracer::definitions(uint32_t copy) {
    const Copy& c = *engine_.copies[copy];
    auto [known, added] = definitions_.try_emplace(c.graph_id);
    if (!added) return known->second;
    for (uint32_t b = 0; b < c.graph->blocks.size(); b++) {
        const Block& block = c.graph->blocks[BlockId(b)];
        for (const Operation& op : block.operations) known->second[op.result] = {&op, BlockId(b), 0};
        for (size_t i = 0; i < block.inputs.size(); i++)
            known->second[block.inputs[i]] = {nullptr, BlockId(b), i};
    }
    return known->second;
}

}  // namespace sapwood::annotation
