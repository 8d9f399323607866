// Splitting by shapes, sensitivity to sites, merging; see rounds.h and DESIGN.md, "Annotation".
#include "annotator/rounds.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "annotator/shapes.h"

namespace sapwood::annotation {

namespace {

// Whether shapes agree where both are known; merged gets the more precise of both.
bool agree(std::string_view a, std::string_view b, std::string& merged) {
    size_t i = 0, k = 0;
    auto skip = [](std::string_view text, size_t& at) {  // the subtree that stands where the other has "?"
        int depth = 0;
        size_t start = at;
        while (at < text.size()) {
            char c = text[at];
            if (depth == 0 && (c == ',' || c == ']' || c == ')' || c == ':')) break;
            if (c == '[' || c == '(') depth++;
            if (c == ']' || c == ')') depth--;
            at++;
        }
        return text.substr(start, at - start);
    };
    merged.clear();
    while (i < a.size() && k < b.size()) {
        if (a[i] == b[k] && a[i] != '?') {
            merged.push_back(a[i]);
            i++;
            k++;
            continue;
        }
        bool start =
            merged.empty() || std::string_view("[(,:>").find(merged.back()) != std::string_view::npos;
        if (!start || (a[i] != '?' && b[k] != '?')) return false;
        std::string_view x = skip(a, i), y = skip(b, k);
        merged += x == "?" ? y : x;
    }
    return i == a.size() && k == b.size();
}

bool agree(const std::vector<std::string>& a, const std::vector<std::string>& b,
           std::vector<std::string>& merged) {
    if (a.size() != b.size()) return false;
    if (a == b) {
        merged = a;
        return true;
    }
    auto known = [](const std::string& shape) { return shape.find('?') == std::string::npos; };
    for (size_t i = 0; i < a.size(); i++) {  // most that differ do so where both are known
        if (a[i] != b[i] && known(a[i]) && known(b[i])) return false;
    }
    std::vector<std::string> result(a.size());
    for (size_t i = 0; i < a.size(); i++) {
        if (!agree(a[i], b[i], result[i])) return false;
    }
    merged = std::move(result);
    return true;
}

struct CallSiteInfo {
    uint32_t caller;
    VariableId op;
    std::string role;
    uint32_t callee;
    std::vector<std::string> shapes;
};

class Planner {
  public:
    Planner(Engine& engine, Plan& plan) : engine_(engine), plan_(plan), shapes_(engine) {}

    bool find_walks() {
        collect_sites();
        return find_structural();
    }

    bool run() {
        old_functions_ = plan_.sensitive_functions;
        old_classes_ = plan_.sensitive_classes;
        find_distinct_classes();
        collect_sites();
        group_classes();
        // Sites that differ in shape first; only when that changes nothing more, what is made in one place
        // for several.
        auto contexts = plan_.contexts;
        auto class_copies = plan_.class_copies;
        auto next_context = plan_.next_context;
        if (regroup()) return true;
        plan_.contexts = contexts;
        plan_.class_copies = class_copies;
        plan_.next_context = next_context;
        find_sensitive();
        if (plan_.sensitive_functions == old_functions_ && plan_.sensitive_classes == old_classes_ &&
            !find_joined_too_early())
            return false;
        return regroup();
    }

  private:
    // Where the results of methods do not join, copies of the caller for the classes may keep them apart: a
    // visitor that counts and one that prints.
    void find_distinct_classes() {
        // Members of two enumerations are values of two types, though the classes have a base.
        for (const ClassInfo& info : engine_.classes) {
            if (engine_.is_enumeration(info.class_)) plan_.distinct_classes.insert(info.class_);
        }
        for (const auto& copy : engine_.copies) {
            for (const auto& [op, records] : copy->calls) {
                for (const CallRecord& record : records) {
                    if (!record.mixed && (record.targets.size() < 2 || !items_clash(record.result))) continue;
                    for (const TargetRecord& target : record.targets) {
                        const DescInfo& desc = engine_.descs[target.desc];
                        if (desc.kind == DescKind::bound_method && desc.owner != UINT32_MAX)
                            plan_.distinct_classes.insert(engine_.classes[desc.owner].class_);
                    }
                }
            }
        }
    }

    // Whether this is containers whose items do not join.
    bool items_clash(SId value) {
        const SValue& s = engine_.lattice[value];
        if (s.kind != SKind::list && s.kind != SKind::set && s.kind != SKind::dict) return false;
        SId first = engine_.lattice.impossible(), second = first;
        for (uint32_t id : s.ids) {
            const CellInfo& cell = engine_.cells[id];
            first = engine_.lattice.join(first, engine_.peek(cell.first));
            if (cell.second.valid()) second = engine_.lattice.join(second, engine_.peek(cell.second));
        }
        return engine_.lattice.is_conflict(first) || engine_.lattice.is_conflict(second);
    }

    void collect_sites() {
        for (uint32_t c = 0; c < engine_.copies.size(); c++) {
            for (const auto& [op, records] : engine_.copies[c]->calls) {
                for (const CallRecord& record : records) {
                    for (const TargetRecord& target : record.targets) {
                        if (target.copy == kNoCopy) continue;
                        CallSiteInfo site{c, op, record.role, target.copy, {}};
                        const Copy& callee = *engine_.copies[target.copy];
                        auto [it, added] = by_function_.try_emplace(callee.function);
                        if (added) functions_.push_back(callee.function);
                        it->second.push_back(sites_.size());
                        for (SId value : target.values) site.shapes.push_back(shapes_.of(value));
                        if (callee.context >= kNamedContexts)
                            site.shapes.push_back("attribute " + std::to_string(callee.context));
                        sites_.push_back(std::move(site));
                    }
                }
            }
        }
    }

    // ---- Functions that walk over types: a call that leads back to the function, with arguments of several
    // types, beside calls with clear ones.
    bool find_structural() {
        bool changed = false;
        for (ObjectId function : functions_) {
            const std::vector<size_t>& sites = by_function_[function];
            bool clear = std::ranges::any_of(sites, [&](size_t s) { return !unclear(sites_[s].shapes); });
            if (!clear || engine_.is_by_shape(function)) continue;
            for (size_t s : sites) {
                if (!unclear(sites_[s].shapes)) continue;
                std::set<uint32_t> visited;
                std::set<ObjectId> cycle;
                if (!leads_back(sites_[s].caller, function, visited, cycle)) continue;
                for (ObjectId each : cycle)
                    changed = plan_.structural_functions.insert(each).second || changed;
            }
        }
        return changed;
    }

    // Whether the function runs this copy, by itself or through others: they are the cycle.
    bool leads_back(uint32_t copy, ObjectId function, std::set<uint32_t>& visited,
                    std::set<ObjectId>& cycle) {
        const Copy& c = *engine_.copies[copy];
        if (c.function == function) {
            cycle.insert(function);
            return true;
        }
        if (!visited.insert(copy).second || !c.function.valid()) return false;
        bool found = false;
        for (auto [caller, op] : c.callers) found = leads_back(caller, function, visited, cycle) || found;
        if (found) cycle.insert(c.function);
        return found;
    }

    // ---- Class copies that are equal, by refinement: first all copies of a class are one group
    void group_classes() {
        std::map<ObjectId, std::vector<uint32_t>> by_class;
        for (uint32_t i = 0; i < engine_.classes.size(); i++) {
            if (engine_.is_generator_base(engine_.classes[i].class_)) continue;
            if (engine_.classes[i].copy || plan_.sensitive_classes.contains(engine_.classes[i].class_))
                by_class[engine_.classes[i].class_].push_back(i);
        }
        for (const auto& [class_, copies] : by_class) {
            for (uint32_t i : copies) shapes_.class_groups[i] = copies[0];
        }
        for (int pass = 0; pass < 5; pass++) {
            std::map<uint32_t, uint32_t> next;
            for (const auto& [class_, copies] : by_class) {
                std::vector<std::pair<std::vector<std::string>, uint32_t>> groups;
                for (uint32_t i : copies) {
                    std::vector<std::string> signature = class_signature(i);
                    uint32_t found = UINT32_MAX;
                    for (auto& [known, leader] : groups) {
                        if (found == UINT32_MAX && agree(known, signature, known)) found = leader;
                    }
                    if (found == UINT32_MAX) groups.emplace_back(signature, found = i);
                    next[i] = found;
                }
            }
            if (next == shapes_.class_groups) break;
            shapes_.class_groups = std::move(next);
        }
        // Copies of which there are instances become one, and so do their bases.
        for (auto [copy, leader] : shapes_.class_groups) {
            if (engine_.classes[copy].creators.empty() && engine_.classes[copy].prebuilt.empty()) continue;
            for (uint32_t a = copy, b = leader; a != b && a != UINT32_MAX && b != UINT32_MAX;) {
                next_owners_[engine_.classes[a].key] = engine_.classes[b].key;
                a = engine_.classes[a].base;
                b = engine_.classes[b].base;
            }
        }
    }

    std::vector<std::string> class_signature(uint32_t index) {
        std::map<std::string, std::string> attributes;
        for (uint32_t at = index; at != UINT32_MAX; at = engine_.classes[at].base) {
            for (const auto& [name, entry] : engine_.classes[at].attributes) {
                if (!entry.on_instance) continue;
                attributes.emplace(name, shapes_.of(engine_.peek(entry.place)));
            }
        }
        std::vector<std::string> result;
        for (const auto& [name, shape] : attributes) result.push_back(name + ":" + shape);
        return result;
    }

    // ---- Values of several types that meet in what a function or class makes
    bool mixed(SId value, int depth = 0) {
        if (depth > 3) return false;
        const SValue& s = engine_.lattice[value];
        switch (s.kind) {
            case SKind::conflict: return true;
            case SKind::number: {
                uint8_t tags = s.tags & ~kNoneTag;
                return (tags & (tags - 1)) != 0;
            }
            case SKind::tuple:
            case SKind::tuple_of:
            case SKind::iterator: {
                bool result = false;
                for (SId item : s.items) result = result || mixed(item, depth + 1);
                return result;
            }
            case SKind::list:
            case SKind::set:
            case SKind::dict:
            case SKind::cell: {
                SId first = engine_.lattice.impossible(), second = first;  // of containers that met
                for (uint32_t id : s.ids) {
                    const CellInfo& cell = engine_.cells[id];
                    first = engine_.lattice.join(first, engine_.peek(cell.first));
                    if (cell.second.valid()) second = engine_.lattice.join(second, engine_.peek(cell.second));
                }
                return mixed(first, depth + 1) || mixed(second, depth + 1);
            }
            case SKind::instance: {  // classes, or copies of a class, that differ, and that only a join could
                                     // make one
                if (engine_.is_generator_base(engine_.classes[engine_.root(s.ids[0])].class_) &&
                    shapes_.distinct_in(s).size() >= 2)
                    return true;  // generators that yield what does not join
                std::map<ObjectId, uint32_t> groups;
                for (uint32_t id : s.ids) {
                    auto group = shapes_.class_groups.find(id);
                    if (group == shapes_.class_groups.end()) continue;
                    auto [known, added] = groups.try_emplace(engine_.classes[id].class_, group->second);
                    if (!added && known->second != group->second) return true;
                }
                return false;
            }
            default: return false;
        }
    }

    void find_sensitive() {
        for (const CellInfo& cell : engine_.cells) {
            if (cell.maker == kNoCopy) continue;
            if (mixed(engine_.peek(cell.first)) ||
                (cell.second.valid() && mixed(engine_.peek(cell.second)))) {
                visited_.clear();
                make_sensitive(cell.maker);
            }
        }
        // What a function stores into its arguments mixes what its callers gave it.
        for (uint32_t c = 0; c < engine_.copies.size(); c++) {
            const Copy& copy = *engine_.copies[c];
            bool any = false;
            for (VariableId v : copy.graph->parameters()) {
                SKind kind = engine_.lattice.kind(copy.vars[v.index]);
                any = any || (kind != SKind::number && kind != SKind::cell && mixed(copy.vars[v.index]));
            }
            if (any && copy.function.valid() && copy.callers.size() >= 2)
                plan_.sensitive_functions.insert(copy.function);
        }
        for (uint32_t i = 0; i < engine_.classes.size(); i++) {
            if (engine_.world.object(engine_.classes[i].class_).builtin_class ||
                engine_.is_exception_class(engine_.classes[i].class_))
                continue;
            bool any = false;
            for (const auto& [name, entry] : engine_.classes[i].attributes)
                any = any || (entry.on_instance && mixed(engine_.peek(entry.place)));
            if (!any) continue;
            auto [all, creators] = below(i);
            if (creators >= 2 && plan_.sensitive_classes.insert(engine_.classes[i].class_).second) continue;
            if (make_holders_sensitive(i)) continue;
            visited_.clear();
            for (uint32_t at : all) {
                for (auto [copy, op] : engine_.classes[at].creators) make_sensitive(copy);
            }
        }
        find_sensitive_bases();
    }

    // Code of a base class that reads what the classes below it hold, of another type in each: the classes
    // below get copies of the base class.
    void find_sensitive_bases() {
        for (const auto& copy : engine_.copies) {
            for (const Block& block : copy->graph->blocks) {
                for (const Operation& op : block.operations) {
                    if (op.op != Op::getattr || !op.args[0].is_variable()) continue;
                    const SValue& object = engine_.lattice[copy->vars[op.args[0].variable().index]];
                    if (object.kind != SKind::instance || object.ids.size() < 2) continue;
                    if (!mixed(copy->vars[op.result.index])) continue;
                    uint32_t base = common_base(object.ids);
                    if (base != UINT32_MAX && !engine_.is_exception_class(engine_.classes[base].class_))
                        plan_.sensitive_classes.insert(engine_.classes[base].class_);
                }
            }
        }
    }

    uint32_t common_base(const std::vector<uint32_t>& classes) {
        uint32_t base = classes[0];
        auto is_below = [&](uint32_t id) {
            for (uint32_t at = id; at != UINT32_MAX; at = engine_.classes[at].base)
                if (at == base) return true;
            return false;
        };
        while (base != UINT32_MAX && !std::ranges::all_of(classes, is_below))
            base = engine_.classes[base].base;
        return base;
    }

    // Copies of a class that were made one while what they hold was not clear yet, or for want of copies, and
    // that hold several types now: their creation sites are apart once more.
    bool find_joined_too_early() {
        constexpr uint32_t kMost = 3;  // times for a class without fewer such sites than before: rounds end
        std::map<ObjectId, std::vector<uint32_t>> mixed_copies;
        for (uint32_t i = 0; i < engine_.classes.size(); i++) {
            const ClassInfo& info = engine_.classes[i];
            if (!plan_.sensitive_classes.contains(info.class_) || info.creators.size() < 2) continue;
            bool any = false;
            for (const auto& [name, entry] : info.attributes)
                any = any || (entry.on_instance && mixed(engine_.peek(entry.place)));
            if (any) mixed_copies[info.class_].push_back(i);
        }
        for (const auto& [class_, copies] : mixed_copies) {
            size_t sites = 0;
            for (uint32_t i : copies) sites += engine_.classes[i].creators.size();
            auto [known, first] = plan_.parted_sites.try_emplace(class_, sites);
            bool fewer = !first && sites < known->second;
            if (!fewer && plan_.parted_again[class_]++ >= kMost) continue;
            known->second = sites;
            parted_.insert(copies.begin(), copies.end());
        }
        return !parted_.empty();
    }

    // A class and those below it, and in how many places instances of them are made.
    std::pair<std::vector<uint32_t>, size_t> below(uint32_t index) {
        std::vector<uint32_t> all = {index};
        size_t creators = 0;
        for (size_t next = 0; next < all.size(); next++) {
            const ClassInfo& info = engine_.classes[all[next]];
            creators += info.creators.size() + info.prebuilt.size();
            all.insert(all.end(), info.subclasses.begin(), info.subclasses.end());
        }
        return {std::move(all), creators};
    }

    // Copies of a class stay mixed while one attribute holds them all: the classes with such attributes.
    bool make_holders_sensitive(uint32_t index) {
        bool changed = false;
        for (uint32_t k = 0; k < engine_.classes.size(); k++) {
            const ClassInfo& holder = engine_.classes[k];
            bool any = false;
            for (const auto& [name, entry] : holder.attributes) {
                const SValue& s = engine_.lattice[engine_.peek(entry.place)];
                if (!entry.on_instance || s.kind != SKind::instance) continue;
                for (uint32_t id : s.ids)
                    any = any || engine_.classes[id].class_ == engine_.classes[index].class_;
            }
            if (any && below(k).second >= 2)
                changed = plan_.sensitive_classes.insert(holder.class_).second || changed;
        }
        return changed;
    }

    void make_sensitive(uint32_t copy) {
        if (!visited_.insert(copy).second) return;
        const Copy& c = *engine_.copies[copy];
        if (!c.function.valid()) return;
        if (c.callers.size() >= 2 && plan_.sensitive_functions.insert(c.function).second) return;
        for (auto [caller, op] : c.callers) make_sensitive(caller);
    }

    // ---- The next plan
    std::vector<std::string> copy_signature(uint32_t copy) {
        std::vector<std::string> result;
        const Copy& c = *engine_.copies[copy];
        for (SId value : c.vars) result.push_back(shapes_.of(value));
        for (const auto& [op, value] : c.creations) result.push_back(shapes_.of(value));
        return result;
    }

    struct Group {
        std::vector<std::string> shapes;
        uint32_t context;
        std::set<uint32_t> members;  // contexts that its sites had
    };

    bool regroup() {
        std::map<SiteKey, uint32_t> contexts;
        // New contexts of the copies that exist, so that what is planned for calls inside them goes on.
        std::map<uint32_t, std::set<uint32_t>> moved;  // copy -> contexts that continue it
        bool changed = plan_.sensitive_functions != old_functions_ || plan_.sensitive_classes != old_classes_;
        // recursive: a call of a function by itself with arguments that are not clear yet: each copy calls
        // itself.
        struct Choice {
            size_t site;
            uint32_t context;
            bool recursive;
        };
        std::vector<Choice> choices;
        for (ObjectId function : functions_) {
            // Copies for different owners (which are one in the next round if their classes are) and closures
            // are apart anyway.
            std::map<std::pair<uint32_t, uint32_t>, std::vector<size_t>> parts;
            std::vector<std::pair<uint32_t, uint32_t>> order;
            for (size_t site : by_function_[function]) {
                const Copy& callee = *engine_.copies[sites_[site].callee];
                auto [it, added] = parts.try_emplace({next_owner(callee.owner), callee.closure});
                if (added) order.push_back(it->first);
                it->second.push_back(site);
            }
            bool was_sensitive = old_functions_.contains(function);
            bool becomes_sensitive = !was_sensitive && plan_.sensitive_functions.contains(function);
            for (const auto& part : order) {
                if (engine_.is_by_shape(function)) {
                    for (size_t site : parts[part])
                        moved[sites_[site].callee].insert(engine_.copies[sites_[site].callee]->context);
                    continue;
                }
                std::vector<Group> groups;
                std::set<uint32_t> taken;
                std::map<uint32_t, std::vector<std::string>> signatures;
                for (size_t site : parts[part]) {
                    if (!becomes_sensitive && !was_sensitive && sites_[site].caller == sites_[site].callee &&
                        unclear(sites_[site].shapes)) {
                        choices.push_back({site, 0, true});
                        continue;
                    }
                    const Copy& callee = *engine_.copies[sites_[site].callee];
                    uint32_t context = UINT32_MAX;
                    if (becomes_sensitive) {
                        context = fresh(function);
                    } else {
                        std::vector<std::string> shapes = sites_[site].shapes;
                        if (was_sensitive) {
                            auto known = signatures.find(sites_[site].callee);
                            if (known == signatures.end())
                                known = signatures
                                            .emplace(sites_[site].callee, copy_signature(sites_[site].callee))
                                            .first;
                            shapes = known->second;
                        }
                        for (Group& group : groups) {
                            // What was split once is one again only if nothing is left open: rounds must end.
                            // What is in conflict may be right alone, as long as it is not much.
                            bool few = parts[part].size() <= plan_.limits.copies / 2;
                            bool equal = was_sensitive
                                             ? !few || !unclear(shapes)
                                             : group.shapes == shapes && !unclear(shapes) && !open(shapes);
                            bool together = group.members.contains(callee.context) || equal;
                            // What is not known yet may turn out to be of another type.
                            bool unknown = plan_.limits.unknown_apart && few && !was_sensitive &&
                                           (open(shapes) || open(group.shapes));
                            if (context != UINT32_MAX || !together || (unknown && group.shapes != shapes) ||
                                !agree(group.shapes, shapes, group.shapes))
                                continue;
                            context = group.context;
                            group.members.insert(callee.context);
                        }
                        if (context == UINT32_MAX) {
                            context = callee.context;
                            if (taken.contains(context)) context = fresh(function);
                            if (groups.size() >= plan_.limits.copies && context < kNamedContexts)
                                context = groups[0].context;
                            taken.insert(context);
                            groups.push_back({std::move(shapes), context, {callee.context}});
                        }
                    }
                    if (context != callee.context) changed = true;
                    moved[sites_[site].callee].insert(context);
                    choices.push_back({site, context, false});
                }
            }
        }
        for (const Choice& choice : choices) {
            const CallSiteInfo& site = sites_[choice.site];
            const Copy& caller = *engine_.copies[site.caller];
            const Copy& callee = *engine_.copies[site.callee];
            std::set<uint32_t> callers =
                moved.contains(site.caller) ? moved[site.caller] : std::set{caller.context};
            bool caller_split = callers.size() > 1;
            if (caller_split && plan_.sensitive_functions.contains(callee.function)) continue;
            for (uint32_t context : callers) {
                SiteKey key{copy_key(caller, context), site.op, plan_.keys.intern(site.role), callee.function,
                            next_owner(callee.owner)};
                contexts.try_emplace(key, choice.recursive ? context : choice.context);
            }
        }
        plan_.contexts = std::move(contexts);
        if (regroup_classes(moved)) changed = true;
        return changed;
    }

    bool regroup_classes(std::map<uint32_t, std::set<uint32_t>>& moved) {
        bool changed = false;
        std::map<SiteKey, uint32_t> planned;
        for (const auto& [key, copy] : plan_.class_copies) {
            if (key.caller == 0) planned[key] = copy;  // prebuilt instances, bases of copies
        }
        for (uint32_t i = 0; i < engine_.classes.size(); i++) {
            const ClassInfo& info = engine_.classes[i];
            auto group = shapes_.class_groups.find(i);
            uint32_t leader = group == shapes_.class_groups.end() ? i : group->second;
            uint32_t copy = engine_.classes[leader].copy;
            bool made = !info.creators.empty() || !info.prebuilt.empty();  // else it goes with those below it
            if (made && copy != info.copy) changed = true;
            for (auto [creator, op] : info.creators) {
                const Copy& caller = *engine_.copies[creator];
                std::set<uint32_t> callers =
                    moved.contains(creator) ? moved[creator] : std::set{caller.context};
                if (callers.size() > 1) continue;  // new copies make new classes first
                if (parted_.contains(i)) {
                    changed = true;
                    continue;
                }
                if (!old_classes_.empty() || info.copy) {
                    if (plan_.sensitive_classes.contains(info.class_) && !old_classes_.contains(info.class_))
                        continue;
                    planned[{copy_key(caller, *callers.begin()), op, plan_.keys.intern("make"), info.class_,
                             0}] = copy;
                }
            }
            for (ObjectId object : info.prebuilt) {
                SiteKey key{0, VariableId(object.index), plan_.keys.intern("prebuilt"), info.class_, 0};
                if (planned.contains(key)) planned[key] = copy;
            }
        }
        plan_.class_copies = std::move(planned);
        return changed;
    }

    static bool open(const std::vector<std::string>& shapes) {
        return std::any_of(shapes.begin(), shapes.end(),
                           [](const std::string& shape) { return shape.find('?') != std::string::npos; });
    }

    static bool unclear(const std::vector<std::string>& shapes) {
        return std::any_of(shapes.begin(), shapes.end(),
                           [](const std::string& shape) { return shape.find('!') != std::string::npos; });
    }

    uint32_t copy_key(const Copy& copy, uint32_t context) {
        if (!copy.function.valid()) return copy.key;
        uint32_t maker = copy.closure == UINT32_MAX ? 0 : engine_.descs[copy.closure].maker;
        return plan_.keys.intern(fmt::format("copy {} {} {} {} {}", copy.function.index, copy.graph_id.index,
                                             next_owner(copy.owner), maker, context));
    }

    // The key of the class copy that an owner will be in the next round.
    uint32_t next_owner(uint32_t owner) const {
        auto found = next_owners_.find(owner);
        return found == next_owners_.end() ? owner : found->second;
    }

    uint32_t fresh(ObjectId function) { return ++plan_.next_context[function]; }

    Engine& engine_;
    Plan& plan_;
    Shapes shapes_;
    std::vector<CallSiteInfo> sites_;
    std::map<ObjectId, std::vector<size_t>> by_function_;
    std::vector<ObjectId> functions_;  // in the order of their first call site
    std::set<ObjectId> old_functions_, old_classes_;
    std::map<uint32_t, uint32_t> next_owners_;
    std::set<uint32_t> parted_;  // class copies whose creation sites are apart once more
    std::set<uint32_t> visited_;
};

}  // namespace

bool plan_next_round(Engine& engine, Plan& plan) {
    return Planner(engine, plan).run();
}

bool find_walks_over_types(Engine& engine, Plan& plan) {
    return Planner(engine, plan).find_walks();
}

bool join_what_met(Engine& engine, Plan& plan) {
    bool changed = false;
    std::unordered_set<uint32_t> seen;
    std::vector<SId> todo;
    auto join_cells = [&](uint32_t a, uint32_t b) {
        uint32_t x = plan.cell_representative(engine.cells[a].key),
                 y = plan.cell_representative(engine.cells[b].key);
        if (x == y) return;
        plan.same_cell[y] = x;
        changed = true;
        todo.push_back(
            engine.lattice.join(engine.peek(engine.cells[a].first), engine.peek(engine.cells[b].first)));
        if (engine.cells[a].second.valid() && engine.cells[b].second.valid())
            todo.push_back(engine.lattice.join(engine.peek(engine.cells[a].second),
                                               engine.peek(engine.cells[b].second)));
    };
    auto visit = [&](SId value) {
        todo.push_back(value);
        while (!todo.empty()) {
            SId id = todo.back();
            todo.pop_back();
            if (!seen.insert(id.index).second) continue;
            const SValue s = engine.lattice[id];
            todo.insert(todo.end(), s.items.begin(), s.items.end());
            bool cells = s.kind == SKind::list || s.kind == SKind::dict || s.kind == SKind::set ||
                         s.kind == SKind::cell;
            if (!cells) continue;
            for (size_t i = 1; i < s.ids.size(); i++) join_cells(s.ids[0], s.ids[i]);
        }
    };
    for (const Place& place : engine.places) visit(place.value);
    for (const auto& copy : engine.copies) {
        for (SId value : copy->vars) visit(value);
    }
    for (SId item : engine.joined_items) visit(item);
    std::set<std::pair<uint32_t, uint32_t>> met = engine.met_classes;
    // Bases of what met, met.
    std::vector<std::pair<uint32_t, uint32_t>> pairs(met.begin(), met.end());
    while (!pairs.empty()) {
        auto [a, b] = pairs.back();
        pairs.pop_back();
        const ClassInfo &x = engine.classes[a], &y = engine.classes[b];
        if (a == b || x.class_ != y.class_) continue;
        uint32_t i = plan.class_representative(x.class_, x.copy),
                 k = plan.class_representative(y.class_, y.copy);
        if (i != k) {
            plan.same_class[{x.class_, std::max(i, k)}] = std::min(i, k);
            changed = true;
        }
        if (x.base != UINT32_MAX && y.base != UINT32_MAX && x.base != y.base)
            pairs.emplace_back(x.base, y.base);
    }
    return changed;
}

}  // namespace sapwood::annotation
