// Sets, frozensets, and the views of dicts that are like sets: operators, comparisons, methods.
//
// Items that are compared are of one type: an operation that changes a set joins what it looks up with the
// set's items, one that makes a set gives it the join of both.
#include <algorithm>

#include "annotator/engine.h"

namespace sapwood::annotation {
namespace {

// The methods that make a set, and those that change one, by operands.
constexpr std::string_view kSetsOfAny[] = {"union", "intersection", "difference"};
constexpr std::string_view kUpdatesOfAny[] = {"update", "intersection_update", "difference_update"};

bool contains_name(std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void Engine::store_set(SId set, SId item) {
    for (uint32_t id : std::vector<uint32_t>(lattice[set].ids))
        write(cells[id].first, lattice.without_constant(item), location());
}

SId Engine::take_items(SId set, SId iterable, const std::string& role) {
    SId item = items_of(iterable, role);
    if (lattice.is_conflict(item) || !lattice.possible(item)) return item;
    hash_deep(item);
    store_set(set, item);
    return item;
}

bool Engine::is_set_like(SId value) {
    const SValue& s = lattice[value];
    return s.kind == SKind::set || (s.kind == SKind::view && s.iterator != IteratorKind::values);
}

// nullopt: neither operand makes it an operation of sets.
std::optional<SId> Engine::set_binary(SId left, SId right, bool inplace) {
    const SValue a = lattice[left], b = lattice[right];
    bool sets = a.kind == SKind::set && b.kind == SKind::set;
    bool views =
        (a.kind == SKind::view && is_set_like(left)) || (b.kind == SKind::view && is_set_like(right));
    if (!sets && !views) return std::nullopt;
    if (sets && inplace && a.name.empty()) {
        take_items(left, right, "1.");
        return lattice.without_none(left);
    }
    SId result = new_set(lattice.impossible(), sets && !a.name.empty());
    take_items(result, left, "0.");
    take_items(result, right, "1.");
    return result;
}

SId Engine::compare_sets(SId left, SId right, const std::string& symbol) {
    SId x = items_of(left, "0."), y = items_of(right, "1.");
    hash_deep(x);
    hash_deep(y);
    bool ordered = symbol != "==" && symbol != "!=";
    if (ordered && lattice.is_conflict(lattice.join(x, y)) && !lattice.is_conflict(x) &&
        !lattice.is_conflict(y))
        return error<Diag::bad_operand>(symbol, describe(left) + " and " + describe(right));
    compare_deep(x, y, "__eq__");
    return lattice.boolean();
}

SId Engine::set_method(const std::string& name, SId self, const Args& args) {
    size_t count = args.positional.size();
    std::string shown = fmt::format("`{}.{}()`", lattice[self].name.empty() ? "set" : "frozenset", name);
    auto value = [&](size_t i) { return lattice.without_constant(args.positional[i].value); };
    auto role = [](size_t i) { return fmt::format("{}.", i); };
    auto takes = [&](size_t wanted) {
        if (count == wanted) return true;
        error<Diag::argument_count>(shown, wanted == 1 ? "1 argument" : "no arguments",
                                    fmt::format("{} {}", count, count == 1 ? "is" : "are"));
        return false;
    };
    bool frozen = !lattice[self].name.empty();
    if (!args.keywords.empty()) return error<Diag::unknown_keyword>(shown, args.keywords[0].first);
    if (name == "add") {
        if (!takes(1)) return lattice.conflict();
        hash_deep(value(0));
        store_set(self, value(0));
        return lattice.none();
    }
    if (name == "discard" || name == "remove") {
        if (!takes(1)) return lattice.conflict();
        hash_deep(value(0));
        store_dict_key(self, value(0));
        if (name == "remove") note_key_error(value(0));
        return lattice.none();
    }
    if (name == "pop" || name == "clear" || name == "copy") {
        if (!takes(0)) return lattice.conflict();
        if (name == "pop") note_key_error(lattice.str());
        if (name == "pop") return list_item(self);
        if (name == "clear") return lattice.none();
        return frozen ? lattice.without_none(self) : new_set(list_item(self), false);
    }
    if (contains_name(kUpdatesOfAny, name) || name == "symmetric_difference_update") {
        if (name == "symmetric_difference_update" && !takes(1)) return lattice.conflict();
        for (size_t i = 0; i < count; i++) take_items(self, value(i), role(i));
        return lattice.none();
    }
    if (contains_name(kSetsOfAny, name) || name == "symmetric_difference") {
        if (name == "symmetric_difference" && !takes(1)) return lattice.conflict();
        SId result = new_set(list_item(self), frozen);
        for (size_t i = 0; i < count; i++) take_items(result, value(i), role(i));
        return result;
    }
    // issubset, issuperset, isdisjoint
    if (!takes(1)) return lattice.conflict();
    if (lattice.kind(value(0)) == SKind::set) return compare_sets(self, value(0), name);
    SId item = items_of(value(0), role(0));
    hash_deep(item);
    if (lattice.possible(item) && !lattice.is_conflict(item)) store_set(self, item);
    return lattice.boolean();
}

SId Engine::view_method(const std::string& name, SId self, const Args& args) {
    std::string shown = fmt::format("`dict_{}.{}()`", iterator_kind_name(lattice[self].iterator), name);
    if (!is_set_like(self)) return error<Diag::unknown_method>(describe(self), name);
    if (args.positional.size() != 1)
        return error<Diag::argument_count>(shown, "1 argument",
                                           fmt::format("{} are", args.positional.size()));
    return compare_sets(self, args.positional[0].value, name);
}

}  // namespace sapwood::annotation
