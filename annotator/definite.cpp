// A forward data-flow analysis of `__init__` and the methods it calls on self; see definite.h.
#include "annotator/definite.h"

#include <algorithm>
#include <map>
#include <optional>

namespace sapwood::annotation {
namespace {

using Names = std::set<std::string>;

Names both(const Names& a, const Names& b) {
    Names result;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(result, result.begin()));
    return result;
}

// What a function does to the attributes of one of its parameters.
struct Summary {
    bool returns = false;
    Names assigned;  // at every return
    std::optional<Names>
        escape;   // assigned at every point where the object becomes visible; nullopt: it does not
    Names early;  // read before they are assigned
};

class Analysis {
  public:
    explicit Analysis(Engine& engine) : engine_(engine) {}

    Summary function(uint32_t copy, uint32_t parameter) {
        auto known = summaries_.find({copy, parameter});
        if (known != summaries_.end()) return known->second;
        Summary recursive;  // until it is known, a recursive call shows the object to everybody
        recursive.returns = true;
        recursive.escape = Names{};
        summaries_[{copy, parameter}] = recursive;
        Summary result = analyse(*engine_.copies[copy], parameter);
        summaries_[{copy, parameter}] = result;
        return result;
    }

  private:
    struct State {
        Names assigned;
        std::set<VariableId> self;               // variables that hold the object
        std::map<VariableId, std::string> read;  // variables that hold a method read from it
    };

    Summary analyse(const Copy& copy, uint32_t parameter) {
        const FunctionGraph& graph = *copy.graph;
        Summary summary;
        std::map<BlockId, State> at;
        State start;
        start.self.insert(graph.parameters()[parameter]);
        at[graph.start] = start;
        std::vector<BlockId> order = graph.reachable_blocks();
        // Names only leave `assigned` at joins, so this ends.
        for (bool changed = true; changed;) {
            changed = false;
            summary.escape.reset();
            summary.early.clear();
            for (BlockId id : order) {
                auto found = at.find(id);
                if (found == at.end() || !copy.reached[id.index]) continue;
                State state = found->second;
                const Block& block = graph.blocks[id];
                Names before_last = state.assigned;
                for (const Operation& op : block.operations) {
                    before_last = state.assigned;
                    operation(copy, op, state, summary);
                }
                for (size_t i = 0; i < block.links.size(); i++) {
                    const Link& link = block.links[i];
                    State next;
                    next.assigned = block.exit == ExitKind::raising && i > 0 ? before_last : state.assigned;
                    const Block& target = graph.blocks[link.target];
                    for (size_t k = 0; k < link.args.size() && k < target.inputs.size(); k++) {
                        if (!link.args[k].is_variable()) continue;
                        VariableId v = link.args[k].variable();
                        if (state.self.contains(v)) {
                            next.self.insert(target.inputs[k]);
                            if (link.target == graph.returns || link.target == graph.excepts)
                                escape(summary, next.assigned);
                        }
                        auto read = state.read.find(v);
                        if (read != state.read.end()) next.read[target.inputs[k]] = read->second;
                    }
                    auto [it, added] = at.try_emplace(link.target, next);
                    if (added) {
                        changed = true;
                        continue;
                    }
                    Names joined = both(it->second.assigned, next.assigned);
                    if (joined != it->second.assigned) {
                        it->second.assigned = std::move(joined);
                        changed = true;
                    }
                    // What is the object on one way only is treated as the object: stores to it are not
                    // counted on as its own, reads are.
                    for (VariableId v : next.self) changed = it->second.self.insert(v).second || changed;
                    for (const auto& [v, name] : next.read)
                        changed = it->second.read.try_emplace(v, name).second || changed;
                }
            }
        }
        auto end = at.find(graph.returns);
        if (end != at.end() && copy.reached[graph.returns.index]) {
            summary.returns = true;
            summary.assigned = end->second.assigned;
        }
        return summary;
    }

    void escape(Summary& summary, const Names& assigned) {
        summary.escape = summary.escape ? both(*summary.escape, assigned) : assigned;
    }

    void call(const Summary& callee, State& state, Summary& summary) {
        for (const std::string& name : callee.early) {
            if (!state.assigned.contains(name)) summary.early.insert(name);
        }
        if (callee.escape) {
            Names seen = state.assigned;
            seen.insert(callee.escape->begin(), callee.escape->end());
            escape(summary, seen);
        }
        state.assigned.insert(callee.assigned.begin(), callee.assigned.end());
    }

    // The calls recorded for an operation, seen as calls with the object as the callee's argument from
    // `source`.
    bool recorded_calls(const Copy& copy, const Operation& op, std::optional<uint32_t> operand, State& state,
                        Summary& summary) {
        auto records = copy.calls.find(op.result);
        if (records == copy.calls.end()) return false;
        std::optional<Summary> joined;
        for (const CallRecord& record : records->second) {
            for (const TargetRecord& target : record.targets) {
                if (target.copy == kNoCopy || target.instance != UINT32_MAX) return false;
                std::optional<uint32_t> parameter;
                for (uint32_t i = 0; i < target.arguments.size(); i++) {
                    const ArgumentSource& source = target.arguments[i];
                    bool matches =
                        operand ? source.kind == ArgumentSource::Kind::operand && source.index == *operand
                                : source.kind == ArgumentSource::Kind::self;
                    if (matches) parameter = i;
                }
                if (!parameter) return false;
                Summary one = function(target.copy, *parameter);
                if (!joined) {
                    joined = one;
                    continue;
                }
                joined->assigned = both(joined->assigned, one.assigned);
                joined->early.insert(one.early.begin(), one.early.end());
                if (one.escape)
                    joined->escape = joined->escape ? both(*joined->escape, *one.escape) : *one.escape;
            }
        }
        if (!joined) return false;
        call(*joined, state, summary);
        return true;
    }

    bool is_object_setattr(Value callee) const {
        if (!callee.is_constant()) return false;
        const Constant& c = engine_.constant(callee.constant());
        return c.kind == ConstantKind::object && engine_.world.object(c.object).name == "object.__setattr__";
    }

    void operation(const Copy& copy, const Operation& op, State& state, Summary& summary) {
        auto is_self = [&](size_t i) {
            return i < op.args.size() && op.args[i].is_variable() &&
                   state.self.contains(op.args[i].variable());
        };
        if (op.op == Op::setattr && is_self(0)) {
            if (is_self(2)) escape(summary, state.assigned);
            if (copy.calls.contains(op.result)) {  // a property
                if (!recorded_calls(copy, op, std::nullopt, state, summary)) escape(summary, state.assigned);
                return;
            }
            state.assigned.insert(engine_.constant(op.args[1].constant()).text);
            return;
        }
        if (op.op == Op::simple_call && op.args.size() == 4 && is_self(1) && is_object_setattr(op.args[0])) {
            if (is_self(3)) escape(summary, state.assigned);
            if (copy.calls.contains(op.result) || !op.args[2].is_constant()) return;
            state.assigned.insert(engine_.constant(op.args[2].constant()).text);
            return;
        }
        if (op.op == Op::getattr && is_self(0)) {
            if (copy.calls.contains(op.result)) {
                if (!recorded_calls(copy, op, std::nullopt, state, summary)) escape(summary, state.assigned);
                return;
            }
            const std::string& name = engine_.constant(op.args[1].constant()).text;
            SKind kind = engine_.lattice.kind(copy.vars[op.result.index]);
            if (kind == SKind::callable || kind == SKind::builtin_method) state.read[op.result] = name;
            if (!state.assigned.contains(name)) summary.early.insert(name);
            return;
        }
        if (op.op == Op::super_getattr && is_self(1)) {
            state.read[op.result] = engine_.constant(op.args[2].constant()).text;
            return;
        }
        if (op.op == Op::is_ || op.op == Op::exc_match) return;
        bool calls = op.op == Op::simple_call || op.op == Op::call_args;
        bool method = calls && op.args[0].is_variable() && state.read.contains(op.args[0].variable());
        std::optional<uint32_t> operand;
        size_t uses = 0;
        for (size_t i = 0; i < op.args.size(); i++) {
            if (!is_self(i)) {
                // A bound method that is passed on shows the object.
                bool bound = i > 0 && op.args[i].is_variable() && state.read.contains(op.args[i].variable());
                if (bound) escape(summary, state.assigned);
                continue;
            }
            operand = static_cast<uint32_t>(i);
            uses++;
        }
        if (method && uses == 0) {
            auto records = copy.calls.find(op.result);
            bool builtin = records == copy.calls.end();
            if (!builtin && !recorded_calls(copy, op, std::nullopt, state, summary)) {
                // A function stored in an attribute does not see the object.
            }
            return;
        }
        if (uses == 0) return;
        if (calls && uses == 1 && !method && recorded_calls(copy, op, operand, state, summary)) return;
        escape(summary, state.assigned);
    }

    Engine& engine_;
    std::map<std::pair<uint32_t, uint32_t>, Summary> summaries_;
};

}  // namespace

std::set<std::string> definitely_assigned(Engine& engine, uint32_t class_index) {
    Analysis analysis(engine);
    std::optional<Names> result;
    for (auto [creator, op] : engine.classes[class_index].creators) {
        auto records = engine.copies[creator]->calls.find(op);
        if (records == engine.copies[creator]->calls.end()) continue;
        for (const CallRecord& record : records->second) {
            for (const TargetRecord& target : record.targets) {
                if (target.instance != class_index) continue;
                if (target.copy == kNoCopy) return {};
                uint32_t parameter = 0;
                while (parameter < target.arguments.size() &&
                       target.arguments[parameter].kind != ArgumentSource::Kind::self)
                    parameter++;
                if (parameter == target.arguments.size()) return {};
                Summary summary = analysis.function(target.copy, parameter);
                if (!summary.returns) continue;
                Names safe = summary.assigned;
                if (summary.escape) safe = both(safe, *summary.escape);
                for (const std::string& name : summary.early) safe.erase(name);
                result = result ? both(*result, safe) : safe;
            }
        }
    }
    return result.value_or(Names{});
}

}  // namespace sapwood::annotation
