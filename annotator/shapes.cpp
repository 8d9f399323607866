// See shapes.h.
#include "annotator/shapes.h"

namespace sapwood::annotation {

std::string Shapes::of(SId value, int depth) {
    if (depth > 6) return in_flow_ ? "..." : "?";
    const SValue& s = engine_.lattice[value];
    switch (s.kind) {
        case SKind::impossible: return "?";
        case SKind::none: return in_flow_ ? "None" : "?";
        case SKind::conflict: return "!";
        case SKind::boolean: return "bool";
        case SKind::integer: return "int";
        case SKind::floating: return "float";
        case SKind::number: {
            uint8_t tags = s.tags & ~kNoneTag;
            if (tags == kBoolTag) return "bool";
            if (tags == kIntTag) return "int";
            if (tags == kFloatTag) return "float";
            return "number" + std::to_string(tags);
        }
        case SKind::str: return "str";
        case SKind::bytes: return "bytes";
        case SKind::tuple:
        case SKind::tuple_of:
        case SKind::iterator:
        case SKind::view:
        case SKind::builtin_method: {
            if (s.kind == SKind::tuple && s.items.empty()) return "tuple_of.0(?,)";  // as one of any length
            std::string text =
                fmt::format("{}.{}{}(", skind_name(s.kind), static_cast<int>(s.iterator), s.name);
            for (SId item : s.items) text += of(item, depth + 1) + ",";
            return text + ")";
        }
        case SKind::list:
        case SKind::set: return fmt::format("{}{}[{}]", skind_name(s.kind), s.name, cells(s, false, depth));
        case SKind::dict: return fmt::format("dict[{}:{}]", cells(s, false, depth), cells(s, true, depth));
        case SKind::cell: return fmt::format("cell[{}]", cells(s, false, depth));
        case SKind::instance: return instances(s);
        case SKind::callable: return callables(s);
        default: return std::string(skind_name(s.kind)) + s.name;
    }
}

std::string Shapes::cells(const SValue& s, bool second, int depth) {
    SId joined = engine_.lattice.impossible();
    for (uint32_t id : s.ids) {
        PlaceId place = second ? engine_.cells[id].second : engine_.cells[id].first;
        joined = engine_.lattice.join(joined, engine_.peek(place));
    }
    return of(joined, depth + 1);
}

std::set<ObjectId> Shapes::distinct_in(const SValue& s) {
    std::set<ObjectId> distinct;
    for (uint32_t id : s.ids) {
        for (uint32_t at = id; at != UINT32_MAX; at = engine_.classes[at].base) {
            if (!engine_.plan.distinct_classes.contains(engine_.classes[at].class_)) continue;
            distinct.insert(engine_.classes[at].class_);
            break;
        }
    }
    return distinct;
}

std::string Shapes::instances(const SValue& s) {
    if (in_flow_) {  // each set of classes by itself: what need not meet does not
        std::string text = "object";
        for (uint32_t id : s.ids) text += fmt::format(".{}", engine_.classes[id].key);
        return text;
    }
    std::set<uint32_t> copies;
    uint32_t root = engine_.root(s.ids[0]);
    for (uint32_t id : s.ids) {
        auto group = class_groups.find(id);
        uint32_t leader = group == class_groups.end() ? id : group->second;
        if (engine_.classes[id].copy) copies.insert(engine_.classes[leader].key);
    }
    std::string text = fmt::format("object{}", engine_.classes[root].class_.index);
    if (engine_.is_generator_base(engine_.classes[root].class_))
        for (uint32_t id : s.ids) text += fmt::format(".{}", engine_.classes[id].class_.index);
    for (ObjectId class_ : distinct_in(s)) text += fmt::format("/{}", class_.index);
    for (uint32_t copy : copies) text += fmt::format("#{}", copy);
    return text;
}

// Functions count by what they return; where that is not clear, each is one of its own.
std::string Shapes::callables(const SValue& s) {
    std::string text = "callable";
    std::set<std::string> results;
    if (in_flow_) {
        for (uint32_t id : s.ids) text += fmt::format(".{}", id);
        return text;
    }
    for (uint32_t id : s.ids) results.insert(result_of(id));
    if (results.size() > 1) {
        results.erase("?");
    }
    for (const std::string& result : results) text += "->" + result;
    return text;
}

std::string Shapes::result_of(uint32_t desc) {
    if (!visiting_.insert(desc).second) return "?";
    const DescInfo& info = engine_.descs[desc];
    uint32_t function = info.kind == DescKind::bound_method ? info.function : desc;
    std::string text = "?";
    if (info.kind == DescKind::class_ && !engine_.world.object(info.object).builtin_class) {
        std::optional<ObjectId> root = info.object;
        const auto& mro = engine_.world.object(info.object).mro;
        if (mro.size() >= 2) root = mro[mro.size() - 2];
        text = fmt::format("object{}", root->index);
    } else if (info.kind == DescKind::class_ || (info.kind == DescKind::builtin && !info.closure)) {
        text = fmt::format("desc{}", desc);  // called without a copy that could be asked
    } else {
        SId joined = engine_.lattice.impossible();
        bool unclear = false;
        if (copies_of_.empty()) {
            for (const auto& copy : engine_.copies) copies_of_[copy->function].push_back(copy.get());
        }
        for (const Copy* copy : copies_of_[engine_.descs[function].object]) {
            if (copy->closure != UINT32_MAX && copy->closure != function) continue;
            joined = engine_.lattice.join(joined, engine_.peek(copy->result));
            for (VariableId v : copy->graph->parameters())
                unclear = unclear || engine_.lattice.is_conflict(copy->vars[v.index]);
        }
        text = of(joined, 3);
        if (unclear || text.find('!') != std::string::npos || engine_.lattice.kind(joined) == SKind::number)
            text = fmt::format("desc{}", desc);
    }
    visiting_.erase(desc);
    return text;
}

}  // namespace sapwood::annotation
