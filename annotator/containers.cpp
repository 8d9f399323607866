// Indexing, slicing, membership, unpacking.
#include <algorithm>

#include "annotator/engine.h"

namespace sapwood::annotation {

SId Engine::getitem(SId object, SId index) {
    const SValue s = lattice[object];
    auto bad_index = [&]() {
        return error<Diag::bad_operand>("[]", describe(object) + " and " + describe(index));
    };
    bool is_int = (lattice.tags(index) & ~kNoneTag) && !(lattice.tags(index) & kFloatTag);
    switch (s.kind) {
        case SKind::none: return lattice.impossible();
        case SKind::list: return is_int ? list_item(object) : bad_index();
        case SKind::str: return is_int ? lattice.character() : bad_index();
        case SKind::bytes: return is_int ? lattice.nonnegative() : bad_index();
        case SKind::range:
            if (!is_int) return bad_index();
            return s.nonnegative ? lattice.nonnegative() : lattice.integer();
        case SKind::tuple: return is_int ? tuple_item(object, index) : bad_index();
        case SKind::tuple_of: return is_int ? s.items[0] : bad_index();
        case SKind::dict:
            hash_deep(index);
            store_dict_key(object, index);
            note_key_error(index);
            return dict_value(object);
        case SKind::environ: {
            Args args;
            args.positional.push_back({object, {}});
            args.positional.push_back({index, {}});
            return call_row(builtin_rows("environ.__getitem__"), args, "`os.environ[]`");
        }
        case SKind::instance:
            if (auto result = special(object, "__getitem__", {{index, {ArgumentSource::Kind::operand, 1}}}))
                return *result;
            return error<Diag::not_indexable>(describe(object));
        default: return error<Diag::not_indexable>(describe(object));
    }
}

// A look-up does not store, but the key is compared with the dict's keys: it must be able to be one.
void Engine::store_dict_key(SId dict, SId key) {
    key = lattice.without_constant(key);
    for (uint32_t id : std::vector<uint32_t>(lattice[dict].ids)) {
        SId known = read(cells[id].first);
        if (lattice.possible(known)) write(cells[id].first, key, location());
    }
}

SId Engine::unstorable(SId object) {
    switch (lattice.kind(object)) {
        case SKind::str:
        case SKind::bytes:
        case SKind::tuple:
        case SKind::tuple_of:
        case SKind::range:
        case SKind::view:
        case SKind::environ: return error<Diag::readonly_item>(describe(object));
        case SKind::dict: return error<Diag::unsupported>("a slice of " + describe(object));
        case SKind::conflict: return lattice.conflict();
        default: return error<Diag::not_indexable>(describe(object));
    }
}

SId Engine::setitem(SId object, SId index, SId value) {
    const SValue s = lattice[object];
    value = lattice.without_constant(value);
    bool is_int = (lattice.tags(index) & ~kNoneTag) && !(lattice.tags(index) & kFloatTag);
    switch (s.kind) {
        case SKind::conflict: return lattice.none();
        case SKind::none: return lattice.impossible();
        case SKind::list:
            if (lattice.is_conflict(index)) return lattice.none();
            if (!is_int) return error<Diag::bad_operand>("[]", describe(object) + " and " + describe(index));
            store_list(object, value, false);
            return lattice.none();
        case SKind::dict:
            hash_deep(index);
            store_dict(object, lattice.without_constant(index), value);
            return lattice.none();
        case SKind::instance:
            if (special(object, "__setitem__",
                        {{index, {ArgumentSource::Kind::operand, 1}},
                         {value, {ArgumentSource::Kind::operand, 2}}}))
                return lattice.none();
            break;
        default: break;
    }
    return unstorable(object);
}

SId Engine::delitem(SId object, SId index) {
    switch (lattice.kind(object)) {
        case SKind::none: return lattice.impossible();
        case SKind::list: mark_lists(object, true, true); return lattice.none();
        case SKind::dict:
            hash_deep(index);
            store_dict_key(object, index);
            note_key_error(index);
            return lattice.none();
        case SKind::instance:
            if (special(object, "__delitem__", {{index, {ArgumentSource::Kind::operand, 1}}}))
                return lattice.none();
            break;
        default: break;
    }
    return unstorable(object);
}

SId Engine::tuple_item(SId tuple, SId index) {
    const SValue s = lattice[tuple];
    int64_t size = static_cast<int64_t>(s.items.size());
    if (auto known = lattice.constant_int(index)) {
        if (*known < -size || *known >= size)
            return wrong_length<Diag::tuple_index>(s.items.size(), *known, size);
        return s.items[static_cast<size_t>(*known < 0 ? *known + size : *known)];
    }
    SId item = lattice.join_all(s.items);
    bool same = std::all_of(s.items.begin(), s.items.end(), [&](SId x) {
        return lattice.kind(x) == lattice.kind(item) || lattice.kind(x) == SKind::none ||
               lattice.kind(item) == SKind::number;
    });
    if (lattice.is_conflict(item) || !same) return error<Diag::dynamic_tuple_index>();
    return item;
}

// A tuple as one of a length that is not known.
SId Engine::any_length(SId tuple) {
    SId item = lattice.join_all(lattice[tuple].items);
    SId result = lattice.tuple_of(item);
    if (!lattice.is_conflict(result)) return result;
    return error<Diag::unsupported>("a tuple of a length that is not known, from " + describe(tuple) +
                                    ", whose items differ in type,");
}

namespace {

// What a stand-in's method for slices gets: start, stop and step, and what is stored.
std::vector<Arg> slice_arguments(const std::vector<SId>& values) {
    std::vector<Arg> result;
    for (SId value : values)
        result.push_back({value, {ArgumentSource::Kind::operand, static_cast<uint32_t>(result.size() + 1)}});
    return result;
}

}  // namespace

// An operation on an item of a built-in sequence where the index is a slice as a value: a method of that.
std::optional<SId> Engine::by_slice(const std::string& method) {
    switch (lattice.kind(arg(0))) {
        case SKind::list:
        case SKind::str:
        case SKind::bytes:
        case SKind::range:
        case SKind::tuple:
        case SKind::tuple_of: break;
        default: return std::nullopt;
    }
    if (lattice.kind(arg(1)) != SKind::instance || !has_special(arg(1), method)) return std::nullopt;
    std::vector<Arg> args = {{arg(0), {ArgumentSource::Kind::operand, kSlicedOperand}}};
    if (op_->args.size() > 2) args.push_back({arg(2), {ArgumentSource::Kind::operand, 2}});
    return special(arg(1), method, std::move(args));
}

SId Engine::getslice(SId object) {
    const SValue s = lattice[object];
    if (s.kind == SKind::instance) {
        auto result = special(object, "__sapwood_getslice__", slice_arguments({arg(1), arg(2), arg(3)}));
        return result ? *result : error<Diag::not_indexable>(describe(object));
    }
    for (size_t i = 1; i < 4; i++) {
        uint8_t tags = lattice.tags(arg(i));
        if (lattice.is_conflict(arg(i))) return lattice.conflict();
        if (!tags || (tags & kFloatTag))
            return error<Diag::bad_operand>("[:]", describe(object) + " and " + describe(arg(i)));
    }
    switch (s.kind) {
        case SKind::none: return lattice.impossible();
        case SKind::str: return lattice.str();
        case SKind::bytes: return lattice.bytes();
        case SKind::list: return new_list(list_item(object));
        case SKind::range: {
            SValue result;
            result.kind = SKind::range;
            return lattice.intern(std::move(result));
        }
        case SKind::tuple_of: return lattice.without_constant(lattice.without_none(object));
        case SKind::tuple: {
            int64_t size = static_cast<int64_t>(s.items.size());
            std::optional<int64_t> bounds[3];
            for (size_t i = 0; i < 3; i++) {
                bounds[i] = lattice.constant_int(arg(i + 1));
                if (!bounds[i] && lattice.kind(arg(i + 1)) != SKind::none) return any_length(object);
            }
            int64_t step = bounds[2].value_or(1);
            if (step == 0) return lattice.impossible();
            auto clip = [&](int64_t at, int64_t low, int64_t high) {
                if (at < 0) at += size;
                return std::clamp(at, low, high);
            };
            std::vector<SId> items;
            if (step > 0) {
                int64_t stop = bounds[1] ? clip(*bounds[1], 0, size) : size;
                for (int64_t i = bounds[0] ? clip(*bounds[0], 0, size) : 0; i < stop; i += step)
                    items.push_back(s.items[static_cast<size_t>(i)]);
            } else {
                int64_t stop = bounds[1] ? clip(*bounds[1], -1, size - 1) : -1;
                for (int64_t i = bounds[0] ? clip(*bounds[0], -1, size - 1) : size - 1; i > stop; i += step)
                    items.push_back(s.items[static_cast<size_t>(i)]);
            }
            return lattice.tuple(std::move(items));
        }
        default: return error<Diag::not_indexable>(describe(object));
    }
}

SId Engine::setslice() {
    SId object = arg(0);
    if (lattice.kind(object) == SKind::none) return lattice.impossible();
    if (lattice.kind(object) == SKind::instance)
        if (special(object, "__sapwood_setslice__", slice_arguments({arg(1), arg(2), arg(3), arg(4)})))
            return lattice.none();
    if (lattice.kind(object) != SKind::list) return unstorable(object);
    SId item = items_of(arg(4), "");
    if (lattice.is_conflict(item)) return item;
    mark_lists(object, true, true);
    if (lattice.possible(item)) store_list(object, item, true);
    return lattice.none();
}

SId Engine::delslice(SId object) {
    if (lattice.kind(object) == SKind::none) return lattice.impossible();
    if (lattice.kind(object) == SKind::instance)
        if (special(object, "__sapwood_delslice__", slice_arguments({arg(1), arg(2), arg(3)})))
            return lattice.none();
    if (lattice.kind(object) != SKind::list) return unstorable(object);
    mark_lists(object, true, true);
    return lattice.none();
}

// Whether a text that is known is among texts that are; nullopt: something is not known.
std::optional<bool> Engine::contains_constant(const std::vector<SId>& items, SId item) {
    std::optional<std::string> wanted = lattice.constant_str(item);
    bool found = false;
    for (SId each : items) {
        std::optional<std::string> text = lattice.constant_str(each);
        if (!wanted || !text) return std::nullopt;
        found = found || *text == *wanted;
    }
    return found;
}

SId Engine::contains(SId container, SId item) {
    const SValue s = lattice[container];
    switch (s.kind) {
        case SKind::none: return lattice.impossible();
        case SKind::str:
            if (lattice.kind(item) == SKind::str) return lattice.boolean();
            if (lattice.kind(item) == SKind::none) return lattice.impossible();
            return error<Diag::bad_operand>("in", describe(item) + " and " + describe(container));
        case SKind::bytes: return lattice.boolean();
        case SKind::range: return lattice.boolean();
        case SKind::dict:
        case SKind::set:
            hash_deep(item);
            store_dict_key(container, item);
            return lattice.boolean();
        case SKind::tuple:
            for (SId each : s.items) compare_deep(each, item, "__eq__");
            if (auto known = contains_constant(s.items, item)) return lattice.boolean(*known);
            return lattice.boolean();
        case SKind::view:
            if (s.iterator == IteratorKind::keys) {
                hash_deep(item);
                store_dict_key(s.items[0], item);
                return lattice.boolean();
            }
            compare_deep(items_of(container, ""), item, "__eq__");
            return lattice.boolean();
        case SKind::list:
        case SKind::tuple_of:
        case SKind::iterator: {
            SId each = items_of(container, "");
            if (lattice.is_conflict(each)) return lattice.boolean();
            compare_deep(each, item, "__eq__");
            return lattice.boolean();
        }
        case SKind::environ: return lattice.boolean();
        case SKind::file: return lattice.boolean();
        case SKind::instance: {
            if (auto result =
                    special(container, "__contains__", {{item, {ArgumentSource::Kind::operand, 1}}}))
                return lattice.boolean();
            SId each = items_of(container, "");
            if (lattice.is_conflict(each)) return each;
            compare_deep(each, item, "__eq__");
            return lattice.boolean();
        }
        default: return error<Diag::not_iterable>(describe(container));
    }
}

SId Engine::unpack_item() {
    SId sequence = arg(0);
    if (lattice.kind(sequence) == SKind::none) return lattice.impossible();
    if (lattice.kind(sequence) != SKind::tuple) return items_of(sequence, "");
    const SValue s = lattice[sequence];
    auto index = lattice.constant_int(arg(1));
    int64_t at = index.value_or(0);
    if (at < 0) at += static_cast<int64_t>(s.items.size());
    if (at < 0 || at >= static_cast<int64_t>(s.items.size()))
        return lattice.conflict();  // unpack_check said so
    return s.items[static_cast<size_t>(at)];
}

SId Engine::unpack_rest() {
    SId sequence = arg(0);
    if (lattice.kind(sequence) == SKind::none) return lattice.impossible();
    if (lattice.kind(sequence) != SKind::tuple) return new_list(items_of(sequence, ""));
    const SValue s = lattice[sequence];
    size_t before = static_cast<size_t>(lattice.constant_int(arg(1)).value_or(0));
    size_t after = static_cast<size_t>(lattice.constant_int(arg(2)).value_or(0));
    if (before + after > s.items.size())
        return wrong_length<Diag::unpack_arity>(s.items.size(), s.items.size(), before + after);
    SId list = new_list(lattice.impossible());
    for (size_t i = before; i + after < s.items.size(); i++) {
        for (uint32_t id : lattice[list].ids) write(cells[id].first, s.items[i], location());
    }
    return list;
}

}  // namespace sapwood::annotation
