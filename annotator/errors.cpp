// Diagnostics from places, block inputs and operations; see errors.h.
#include "annotator/errors.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace sapwood::annotation {
namespace {

bool later(const Location& a, const Location& b) {
    return std::tie(a.file, a.line, a.column) > std::tie(b.file, b.line, b.column);
}

struct Reporter {
    Engine& engine;
    Diagnostics& diagnostics;

    template <Diag diag, class... A>
    void tell(const Clash& clash, const A&... args) {
        // The error is at the later of both places.
        bool swap =
            !clash.after_at.known() || (clash.before_at.known() && later(clash.before_at, clash.after_at));
        const Location& at = swap ? clash.before_at : clash.after_at;
        const Location& other = swap ? clash.after_at : clash.before_at;
        std::string here = engine.describe(swap ? clash.before : clash.after);
        std::string there = engine.describe(swap ? clash.after : clash.before);
        auto handle = diagnostics.error<diag>(at, args..., here, there);
        if (other.known() && !(other == at)) handle.template note<Diag::other_side>(other, there);
        const Location& via = swap ? clash.before_via : clash.after_via;
        const Location& other_via = swap ? clash.after_via : clash.before_via;
        if (via.known() && !(via == at)) handle.template note<Diag::came_from>(via, here);
        if (other_via.known() && !(other_via == other))
            handle.template note<Diag::came_from>(other_via, there);
        if (std::optional<std::string> mixin = shared_mixin(clash))
            handle.template note<Diag::shared_mixin>(at, *mixin);
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
            case PlaceKind::list_item: tell<Diag::union_mismatch>(*p.clash, "the list"); break;
            case PlaceKind::set_item: tell<Diag::union_mismatch>(*p.clash, "the set"); break;
            case PlaceKind::dict_key: tell<Diag::union_mismatch>(*p.clash, "the dict, as keys,"); break;
            case PlaceKind::dict_value: tell<Diag::union_mismatch>(*p.clash, "the dict, as values,"); break;
            case PlaceKind::captured:
            case PlaceKind::global: tell<Diag::union_mismatch>(*p.clash, "variable `" + p.name + "`"); break;
            case PlaceKind::arguments:
            case PlaceKind::attribute:
                tell<Diag::union_mismatch>(*p.clash, "attribute `" + p.name + "`");
                break;
            case PlaceKind::result: tell<Diag::mixed_return>(*p.clash, p.name); break;
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

    void copy(const Copy& c, bool exhausted) {
        for (const auto& [v, clash] : c.clashes) {
            const FunctionGraph& graph = *c.graph;
            if (graph.blocks[graph.returns].inputs[0] == v) {
                if (&c == engine.copies[0].get()) continue;  // entry_result knows more
                tell<Diag::mixed_return>(clash, c.name);
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
                                                         c.name, kMaxCopies);
                continue;
            }
            std::string what =
                name.empty() ? "this expression" : (parameter ? "parameter `" : "variable `") + name + "`";
            tell<Diag::union_mismatch>(clash, what);
        }
        for (const auto& [v, errors] : c.errors) {
            for (const Diagnostic& error : errors) diagnostics.add(error);
        }
    }
};

}  // namespace

void report_errors(Engine& engine, Diagnostics& diagnostics, bool exhausted) {
    Reporter reporter{engine, diagnostics};
    for (const Place& place : engine.places) reporter.place(place);
    reporter.entry_result();
    for (const auto& copy : engine.copies) reporter.copy(*copy, exhausted);
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
    return world.object(classes[index].class_).name;
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
