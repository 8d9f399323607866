// What iteration gives.  An iterator's annotation says what it runs over; asking for the next item does what
// the iterator does then: functions of map and filter, user `__next__`.
//
// Roles of call sites: "__iter__", "__next__" of instances, "map", "filter".  Iterators inside of
// others (enumerate, zip, map, filter) put the way in front: "1.map" is the call of the second inner
// iterator.
#include <algorithm>

#include "annotator/engine.h"

namespace sapwood::annotation {

SId Engine::iter(SId object, const std::string& role) {
    const SValue s = lattice[object];
    switch (s.kind) {
        case SKind::impossible:
        case SKind::none: return lattice.impossible();
        case SKind::conflict: return lattice.conflict();
        case SKind::list:
        case SKind::tuple:
        case SKind::tuple_of:
        case SKind::str:
        case SKind::bytes:
        case SKind::range:
            if (s.kind == SKind::tuple) {
                SId item = lattice.join_all(s.items);
                if (lattice.is_conflict(item))
                    return error<Diag::unsupported>("iteration over " + describe(object) +
                                                    ", whose items differ in type,");
                joined_items.push_back(item);
            }
            return lattice.iterator(IteratorKind::sequence, {lattice.without_constant(object)});
        case SKind::set: return lattice.iterator(IteratorKind::sequence, {object});
        case SKind::dict: return lattice.iterator(IteratorKind::keys, {object});
        case SKind::view: return lattice.iterator(s.iterator, s.items);
        case SKind::iterator: return lattice.without_none(object);
        case SKind::file: return lattice.iterator(IteratorKind::file_lines, {object});
        case SKind::environ: return iter(row_result(builtin_rows("environ.keys")[0].result, "keys"));
        case SKind::instance: {
            auto result = special(object, "__iter__", {}, role + "__iter__");
            if (!result) return error<Diag::not_iterable>(describe(object));
            if (lattice.kind(*result) == SKind::instance) {
                if (!has_special(*result, "__next__")) return error<Diag::not_iterable>(describe(*result));
                return lattice.iterator(IteratorKind::instance, {lattice.without_none(*result)});
            }
            if (lattice.possible(*result) && lattice.kind(*result) != SKind::iterator &&
                !lattice.is_conflict(*result))
                return error<Diag::not_iterable>(describe(*result));
            return *result;
        }
        case SKind::object:
            return error<Diag::unsupported_object>(describe(object), "its items are not known here");
        default: return error<Diag::not_iterable>(describe(object));
    }
}

SId Engine::next_item(SId iterator, const std::string& role) {
    const SValue s = lattice[iterator];
    if (s.kind == SKind::impossible || s.kind == SKind::conflict) return iterator;
    if (s.kind == SKind::instance) {
        if (auto result = special(iterator, "__next__", {}, role + "__next__")) return *result;
    }
    if (s.kind == SKind::none) return lattice.impossible();
    if (s.kind != SKind::iterator) return error<Diag::bad_argument>("`next()`", describe(iterator), 1);
    auto inner = [&](size_t i) { return next_item(s.items[i], fmt::format("{}{}.", role, i)); };
    switch (s.iterator) {
        case IteratorKind::sequence:
        case IteratorKind::reversed_: {
            const SValue over = lattice[s.items[0]];
            switch (over.kind) {
                case SKind::list:
                case SKind::set: return list_item(s.items[0]);
                case SKind::tuple:
                case SKind::tuple_of: return lattice.join_all(over.items);
                case SKind::str: return lattice.character();
                case SKind::bytes: return lattice.nonnegative();
                case SKind::range: return over.nonnegative ? lattice.nonnegative() : lattice.integer();
                case SKind::dict: return dict_key(s.items[0]);
                case SKind::view: return items_of(s.items[0], role);
                default: return error<Diag::not_iterable>(describe(s.items[0]));
            }
        }
        case IteratorKind::keys: return dict_key(s.items[0]);
        case IteratorKind::values: return dict_value(s.items[0]);
        case IteratorKind::items: return lattice.tuple({dict_key(s.items[0]), dict_value(s.items[0])});
        case IteratorKind::enumerate: {
            SId start = s.items.size() > 1 ? s.items[1] : lattice.nonnegative();
            SId index = lattice[start].nonnegative ? lattice.nonnegative() : lattice.integer();
            return lattice.tuple({index, inner(0)});
        }
        case IteratorKind::zip: {
            std::vector<SId> items;
            for (size_t i = 0; i < s.items.size(); i++) items.push_back(inner(i));
            return lattice.tuple(std::move(items));
        }
        case IteratorKind::map: {
            Args args;
            for (size_t i = 1; i < s.items.size(); i++) {
                SId item = inner(i);
                if (!lattice.possible(item)) return item;
                args.positional.push_back({item, {ArgumentSource::Kind::operand, static_cast<uint32_t>(i)}});
            }
            return call(role + "map", s.items[0], std::move(args));
        }
        case IteratorKind::filter: {
            SId item = inner(1);
            if (!lattice.possible(item)) return item;
            if (lattice.kind(s.items[0]) == SKind::none) {
                truth(item);
                return lattice.without_none(item);
            }
            Args args;
            args.positional.push_back({item, {ArgumentSource::Kind::operand, 1}});
            truth(call(role + "filter", s.items[0], std::move(args)));
            return item;
        }
        case IteratorKind::file_lines:
            return lattice[s.items[0]].name == "binary" ? lattice.bytes() : lattice.str();
        case IteratorKind::instance: {
            auto result = special(s.items[0], "__next__", {}, role + "__next__");
            return result ? *result : error<Diag::not_iterable>(describe(s.items[0]));
        }
        case IteratorKind::zip_rows: return lattice.tuple_of(inner(0));
    }
    return lattice.conflict();
}

bool Engine::is_generator(SId object) const {
    const SValue& s = lattice[object];
    auto base = program.host.classes.find("generator");
    return s.kind == SKind::instance && base != program.host.classes.end() &&
           std::ranges::all_of(s.ids, [&](uint32_t id) { return inherits(id, base->second); });
}

// The generator that an iterator is, or None.
SId Engine::delegate(SId iterator) {
    const SValue s = lattice[iterator];
    if (s.kind == SKind::iterator && s.iterator == IteratorKind::instance) return delegate(s.items[0]);
    return is_generator(iterator) ? lattice.without_none(iterator) : lattice.none();
}

SId Engine::items_of(SId iterable, const std::string& role) {
    SId iterator = iter(iterable, role);
    if (lattice.kind(iterator) != SKind::iterator) return iterator;
    return next_item(iterator, role);
}

}  // namespace sapwood::annotation
