// Diagnostics from places, block inputs and operations; see errors.h.
#include "annotator/errors.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "annotator/trace.h"

namespace sapwood::annotation {
namespace {

bool later(const Location& a, const Location& b) {
    return std::tie(a.file, a.line, a.column) > std::tie(b.file, b.line, b.column);
}

struct Reporter {
    Engine& engine;
    Diagnostics& diagnostics;
    Tracer tracer;

    // One of two types that meet: where, and the way to there.
    struct Side {
        std::string type;
        Location at;
        Way way;
    };

    template <Diag diag, class... A>
    DiagnosticHandle tell(const Clash& clash, Side before, Side after, const A&... args) {
        // The error is at the later of both places.
        bool swap = !after.at.known() || (before.at.known() && later(before.at, after.at));
        const Side& here = swap ? before : after;
        const Side& there = swap ? after : before;
        auto handle = diagnostics.error<diag>(here.at, args..., here.type, there.type);
        tell_way(handle, here.type, here.way, here.at);
        tell_way(handle, there.type, there.way, there.at);
        if (there.at.known() && !(there.at == here.at))
            handle.template note<Diag::other_side>(there.at, there.type);
        if (std::optional<std::string> mixin = shared_mixin(clash))
            handle.template note<Diag::shared_mixin>(here.at, *mixin);
        if (here.type.starts_with("`JSON value") != there.type.starts_with("`JSON value"))
            handle.template note<Diag::remedy>(
                here.at, "`str()`, `int()` and `float()` make plain values of JSON values");
        return handle;
    }

    // The steps before a place, without those in its line.
    void tell_way(DiagnosticHandle& handle, const std::string& what, const Way& way, const Location& to) {
        for (const Step& step : way) {
            if (step.at.file == to.file && step.at.line == to.line) continue;
            switch (step.kind) {
                case Step::Kind::origin: handle.note<Diag::came_from>(step.at, what); break;
                case Step::Kind::passed: handle.note<Diag::passed_here>(step.at, what); break;
                case Step::Kind::stored: handle.note<Diag::stored_here>(step.at, what); break;
            }
        }
    }

    // Of a conflict in a place.
    template <Diag diag, class... A>
    DiagnosticHandle tell_place(const Place& p, const A&... args) {
        const Clash& clash = *p.clash;
        auto side = [&](SId value, const Location& at, const Spot& spot) {
            return Side{engine.describe(value), at, tracer.to_place(spot, p.kind, value)};
        };
        return tell<diag>(clash, side(clash.before, clash.before_at, clash.before_spot),
                          side(clash.after, clash.after_at, clash.after_spot), args...);
    }

    // Of a conflict in an input of a block: each side is where it got its name, or was passed.
    template <Diag diag, class... A>
    void tell_input(uint32_t copy, VariableId v, const Clash& clash, const A&... args) {
        auto side = [&](SId value, const Location& at) {
            Side result{engine.describe(value), at, tracer.to_input(copy, v, value)};
            if (diag == Diag::mixed_return || result.way.empty()) return result;
            result.at = result.way.back().at;
            result.way.pop_back();
            return result;
        };
        tell<diag>(clash, side(clash.before, clash.before_at), side(clash.after, clash.after_at), args...);
    }

    // The class that instances have in common although they do not join: their layouts do not begin with it.
    std::optional<std::string> shared_mixin(const Clash& clash) {
        const SValue& before = engine.lattice[clash.before];
        const SValue& after = engine.lattice[clash.after];
        if (before.kind != SKind::instance || after.kind != SKind::instance) return std::nullopt;
        HostWorld& world = engine.world;
        ObjectId one = engine.classes[before.ids.front()].class_;
        ObjectId other = engine.classes[after.ids.front()].class_;
        for (ObjectId base : world.object(one).mro) {
            if (!world.object(base).builtin_class && world.is_subclass(other, base))
                return world.object(base).name;
        }
        return std::nullopt;
    }

    void place(const Place& p) {
        if (!p.clash) return;
        switch (p.kind) {
            case PlaceKind::list_item: tell_place<Diag::union_mismatch>(p, "the list"); break;
            case PlaceKind::set_item: tell_place<Diag::union_mismatch>(p, "the set"); break;
            case PlaceKind::dict_key: tell_place<Diag::union_mismatch>(p, "the dict, as keys,"); break;
            case PlaceKind::dict_value:
                tell_place<Diag::union_mismatch>(p, "the dict, as values,")
                    .note<Diag::remedy>(p.clash->after_at,
                                        "a record of several types is a class of its own, or a dataclass");
                break;
            case PlaceKind::captured:
            case PlaceKind::global: tell_place<Diag::union_mismatch>(p, "variable `" + p.name + "`"); break;
            case PlaceKind::arguments:
            case PlaceKind::attribute:
                tell_place<Diag::union_mismatch>(p, "attribute `" + p.name + "`");
                break;
            case PlaceKind::result: tell_place<Diag::mixed_return>(p, p.name); break;
            case PlaceKind::self_value:
            case PlaceKind::event: break;
        }
    }

    static bool inside(const FunctionGraph& graph, const Location& at) {
        for (const Block& block : graph.blocks) {
            for (const Operation& op : block.operations) {
                if (op.location == at) return true;
            }
        }
        return false;
    }

    bool is_exit_status(SId value) const {
        const SValue& s = engine.lattice[value];
        switch (s.kind) {
            case SKind::impossible:
            case SKind::conflict:  // which is an error of its own
            case SKind::none:
            case SKind::boolean:
            case SKind::integer: return true;
            case SKind::number: return !(s.tags & kFloatTag);
            default: return false;
        }
    }

    // The function that the entry calls last gives the exit status.
    void entry_result() {
        const Copy& entry = *engine.copies[0];
        VariableId result = entry.graph->blocks[entry.graph->returns].inputs[0];
        if (!entry.clashes.contains(result) && is_exit_status(entry.vars[result.index])) return;
        const Copy* called = nullptr;
        for (const auto& [op, records] : entry.calls) {
            for (const CallRecord& record : records) {
                for (const TargetRecord& target : record.targets) {
                    if (target.copy == kNoCopy) continue;
                    const Copy& callee = *engine.copies[target.copy];
                    if (!is_exit_status(engine.peek(callee.result))) called = &callee;
                }
            }
        }
        if (!called) return;
        const FunctionGraph& graph = *called->graph;
        Location at = called->origins[graph.blocks[graph.returns].inputs[0].index];
        std::string why =
            fmt::format("it returns {}, and what an entry returns is the exit status: an int or None",
                        engine.describe(engine.peek(called->result)));
        diagnostics.error<Diag::bad_entry>(at.known() ? at : graph.location, called->name, why);
    }

    void copy(uint32_t index, bool exhausted) {
        const Copy& c = *engine.copies[index];
        for (const auto& [v, clash] : c.clashes) {
            const FunctionGraph& graph = *c.graph;
            if (graph.blocks[graph.returns].inputs[0] == v) {
                if (index == 0) continue;  // entry_result knows more
                tell_input<Diag::mixed_return>(index, v, clash, c.name);
                continue;
            }
            const auto& parameters = graph.parameters();
            bool parameter = std::find(parameters.begin(), parameters.end(), v) != parameters.end();
            std::string name = graph.variables[v].name;
            // A function that calls itself with ever new types.
            bool before_inside = inside(graph, clash.before_at), after_inside = inside(graph, clash.after_at);
            bool recursive = before_inside || after_inside;
            if (parameter && (exhausted || recursive || engine.plan.crowded.contains(c.function))) {
                diagnostics.error<Diag::too_many_copies>(before_inside ? clash.before_at : clash.after_at,
                                                         c.name, engine.plan.limits.copies);
                continue;
            }
            std::string what =
                name.empty() ? "this expression" : (parameter ? "parameter `" : "variable `") + name + "`";
            tell_input<Diag::union_mismatch>(index, v, clash, what);
        }
        for (const auto& [v, errors] : c.errors) {
            for (const Diagnostic& error : errors) tell_operands(index, v, diagnostics.add(error), error);
        }
    }

    // Where the operands come from whose types an error names.
    void tell_operands(uint32_t copy, VariableId result, DiagnosticHandle handle, const Diagnostic& error) {
        const Operation* op = tracer.operation(copy, result);
        if (!op || !names_types(error.diag)) return;
        std::vector<Location> told;
        for (size_t i = 0; i < op->args.size(); i++) {
            if (!op->args[i].is_variable()) continue;
            std::string type = engine.describe(engine.value_in(copy, op->args[i]));
            if (error.text.find(type) == std::string::npos) continue;
            Way way = tracer.to_operand(copy, *op, i);
            std::erase_if(way,
                          [&](const Step& step) { return std::ranges::find(told, step.at) != told.end(); });
            for (const Step& step : way) told.push_back(step.at);
            tell_way(handle, type, way, error.location);
        }
    }

    static bool names_types(Diag diag) {
        switch (diag) {
            case Diag::bad_operand:
            case Diag::bad_argument:
            case Diag::not_callable:
            case Diag::not_iterable:
            case Diag::not_indexable:
            case Diag::unpack_arity: return true;
            default: return false;
        }
    }
};

}  // namespace

void report_errors(Engine& engine, Diagnostics& diagnostics, bool exhausted) {
    Reporter reporter{engine, diagnostics, Tracer(engine)};
    for (const Place& place : engine.places) reporter.place(place);
    reporter.entry_result();
    for (uint32_t i = 0; i < engine.copies.size(); i++) reporter.copy(i, exhausted);
}

void report_untold(Engine& engine, Diagnostics& diagnostics) {
    for (const auto& copy : engine.copies) {
        for (const Block& block : copy->graph->blocks) {
            for (const Operation& op : block.operations) {
                if (engine.lattice.is_conflict(copy->vars[op.result.index]))
                    diagnostics.error<Diag::internal>(op.location,
                                                      "a value of several types of which no message tells");
            }
        }
    }
}

void report_class_errors(Engine& engine, Diagnostics& diagnostics) {
    for (const auto& copy : engine.copies) {
        for (const auto& [v, errors] : copy->errors) {
            for (const Diagnostic& error : errors) {
                if (error.diag == Diag::attribute_in_some_classes) diagnostics.add(error);
            }
        }
    }
}

std::string Engine::class_name(uint32_t index) const {
    const std::string& name = world.object(classes[index].class_).name;
    return name == "JSONValue" ? "JSON value" : name;  // which no program can name
}

std::string Engine::describe(SId value) {
    const SValue s = lattice[value];
    auto quoted = [&](const std::string& text) { return "`" + text + (s.nullable ? " or None`" : "`"); };
    auto inner = [&](SId id) {
        std::string text = describe(id);
        std::erase(text, '`');
        return text;
    };
    auto cell_items = [&](bool second) {
        SId joined = lattice.impossible();
        for (uint32_t id : s.ids)
            joined = lattice.join(joined, peek(second ? cells[id].second : cells[id].first));
        if (!lattice.possible(joined) || lattice.is_conflict(joined) || ++describing_ > 4)
            return std::string();
        std::string text = inner(joined);
        describing_--;
        return text;
    };
    switch (s.kind) {
        case SKind::impossible: return "nothing";
        case SKind::conflict: return "values of several types";
        case SKind::none: return "`None`";
        case SKind::boolean: return "`bool`";
        case SKind::integer: return "`int`";
        case SKind::floating: return "`float`";
        case SKind::number: {
            std::string text;
            if (s.tags & kIntTag) text += "int";
            if (s.tags & kFloatTag) text += text.empty() ? "float" : " or float";
            if (s.tags & kBoolTag) text += text.empty() ? "bool" : " or bool";
            if (s.tags & kNoneTag) text += " or None";
            return "`" + text + "`";
        }
        case SKind::list:
        case SKind::set: {
            std::string item = cell_items(false);
            std::string name(s.name.empty() ? skind_name(s.kind) : s.name);
            return quoted(item.empty() ? name : name + "[" + item + "]");
        }
        case SKind::dict: {
            std::string key = cell_items(false), item = cell_items(true);
            return quoted(key.empty() || item.empty() ? "dict" : "dict[" + key + ", " + item + "]");
        }
        case SKind::tuple: {
            std::string text;
            for (SId item : s.items) text += (text.empty() ? "" : ", ") + inner(item);
            return quoted("tuple[" + text + "]");
        }
        case SKind::tuple_of: return quoted("tuple[" + inner(s.items[0]) + ", ...]");
        case SKind::instance: {
            std::string text;
            std::set<std::string> names;
            for (uint32_t id : s.ids) {
                if (names.insert(class_name(id)).second)
                    text += (text.empty() ? "" : " or ") + class_name(id);
            }
            return quoted(text);
        }
        case SKind::callable: {
            if (s.ids.size() == 1) {
                const DescInfo& desc = descs[s.ids[0]];
                std::string name = world.object(desc.object).name;
                return (desc.kind == DescKind::class_ ? "class `" : "function `") + name + "`";
            }
            return "a function";
        }
        case SKind::builtin_method: return "method `" + s.name + "`";
        case SKind::iterator: return "an iterator";
        case SKind::view: return "`dict." + std::string(iterator_kind_name(s.iterator)) + "()`";
        case SKind::file: return quoted("file");
        case SKind::module: return "module `" + world.object(constant(s.constant).object).name + "`";
        case SKind::object: return "`" + world.object(constant(s.constant).object).name + "`";
        case SKind::environ: return "`os.environ`";
        case SKind::cell: return "a variable";
        case SKind::boxed: return "an exception's argument, which has several types,";
        default: return quoted(std::string(skind_name(s.kind)));
    }
}

}  // namespace sapwood::annotation
