// Interning and joining; see lattice.h.
#include "annotator/lattice.h"

#include <algorithm>
#include <bit>
#include <optional>

namespace sapwood::annotation {
namespace {

std::string key_of(const SValue& s) {
    std::string key;
    auto number = [&](uint64_t n) {
        while (n >= 0x80) {
            key.push_back(static_cast<char>(n | 0x80));
            n >>= 7;
        }
        key.push_back(static_cast<char>(n));
    };
    number(static_cast<uint64_t>(s.kind));
    number(s.nullable | s.nonnegative << 1 | s.is_char << 2 | s.declines << 3);
    number(s.tags);
    number(static_cast<uint64_t>(s.iterator));
    number(s.constant.index);
    number(s.lltype.index);
    number(s.items.size());
    for (SId item : s.items) number(item.index);
    for (uint32_t id : s.ids) number(id);
    if (!s.name.empty()) key += "\xff" + s.name;
    return key;
}

bool takes_none(SKind kind) {
    switch (kind) {
        case SKind::str:
        case SKind::bytes:
        case SKind::tuple:
        case SKind::tuple_of:
        case SKind::list:
        case SKind::dict:
        case SKind::set:
        case SKind::instance:
        case SKind::callable:
        case SKind::range:
        case SKind::view:
        case SKind::iterator:
        case SKind::file:
        case SKind::environ:
        case SKind::ptr: return true;
        default: return false;
    }
}

}  // namespace

Lattice::Lattice(ConstantTable& constants, ClassOrder& classes) : constants_(constants), classes_(classes) {
    for (SKind kind : {SKind::impossible, SKind::conflict, SKind::none, SKind::boolean, SKind::integer})
        simple(kind);
    SValue s;
    s.kind = SKind::integer;
    s.nonnegative = true;
    intern(s);
    simple(SKind::floating);
    simple(SKind::str);
    s = {};
    s.kind = SKind::str;
    s.is_char = true;
    intern(s);
    simple(SKind::bytes);
    s = {};
    s.kind = SKind::none;
    s.declines = true;
    intern(s);
}

SId Lattice::intern(SValue value) {
    auto [it, added] = index_.try_emplace(key_of(value), SId(static_cast<uint32_t>(values_.size())));
    if (!added) return it->second;
    int depth = 0;
    for (SId item : value.items) depth = std::max(depth, depths_[item.index]);
    depths_.push_back(depth + (value.items.empty() ? 0 : 1));
    values_.push_back(std::move(value));
    return it->second;
}

SId Lattice::simple(SKind kind) {
    SValue s;
    s.kind = kind;
    return intern(std::move(s));
}

SId Lattice::boolean(bool value) {
    SValue s;
    s.kind = SKind::boolean;
    s.constant = constants_.boolean(value);
    return intern(std::move(s));
}

SId Lattice::number(uint8_t tags) {
    switch (tags) {
        case 0: return impossible();
        case kNoneTag: return none();
        case kBoolTag: return boolean();
        case kIntTag: return integer();
        case kFloatTag: return floating();
        default: break;
    }
    SValue s;
    s.kind = SKind::number;
    s.tags = tags;
    return intern(std::move(s));
}

SId Lattice::tuple(std::vector<SId> items) {
    for (SId item : items) {
        if (!possible(item)) return impossible();
        if (is_conflict(item) || depth(item) >= kMaxDepth) return conflict();
    }
    SValue s;
    s.kind = SKind::tuple;
    s.items = std::move(items);
    return intern(std::move(s));
}

SId Lattice::tuple_of(SId item) {
    if (!possible(item)) return tuple({});
    if (is_conflict(item) || depth(item) >= kMaxDepth) return conflict();
    SValue s;
    s.kind = SKind::tuple_of;
    s.items = {without_constant(item)};
    return intern(std::move(s));
}

SId Lattice::with_ids(SKind kind, std::vector<uint32_t> ids) {
    SValue s;
    s.kind = kind;
    s.ids = std::move(ids);
    std::sort(s.ids.begin(), s.ids.end());
    s.ids.erase(std::unique(s.ids.begin(), s.ids.end()), s.ids.end());
    return intern(std::move(s));
}

SId Lattice::iterator(IteratorKind kind, std::vector<SId> items) {
    for (SId item : items) {
        if (!possible(item)) return impossible();
        if (is_conflict(item) || depth(item) >= kMaxDepth) return conflict();
    }
    SValue s;
    s.kind = SKind::iterator;
    s.iterator = kind;
    s.items = std::move(items);
    return intern(std::move(s));
}

SId Lattice::join_all(std::span<const SId> values) {
    SId result = impossible();
    for (SId value : values) result = join(result, value);
    return result;
}

SId Lattice::join(SId a, SId b) {
    if (a == b || b == impossible()) return a;
    if (a == impossible()) return b;
    if (a == conflict() || b == conflict()) return conflict();
    if (a.index > b.index) std::swap(a, b);
    uint64_t key = static_cast<uint64_t>(a.index) << 32 | b.index;
    auto known = joins_.find(key);
    if (known != joins_.end()) return known->second;
    SId result = join_different(a, b);
    joins_[key] = result;
    return result;
}

SId Lattice::join_different(SId ida, SId idb) {
    const SValue a = (*this)[ida], b = (*this)[idb];
    if (a.kind == SKind::boxed) return ida;
    if (b.kind == SKind::boxed) return idb;
    // One representation cannot stand for None and for NotImplemented.
    if (can_be_none(ida) && can_be_none(idb) && a.declines != b.declines) return conflict();
    if (tags(ida) && tags(idb)) return join_numbers(ida, idb);
    if (a.kind == SKind::none || b.kind == SKind::none) {
        SValue other = a.kind == SKind::none ? b : a;
        if (!takes_none(other.kind)) return conflict();
        other.nullable = true;
        other.declines = a.declines || b.declines;
        other.constant = {};
        return intern(std::move(other));
    }
    if (is_tuple(ida) && is_tuple(idb) && a.name == b.name &&
        (a.kind != b.kind || a.items.size() != b.items.size()))
        return join_lengths(ida, idb);
    if (a.kind != b.kind || a.name != b.name || a.iterator != b.iterator || a.lltype != b.lltype)
        return conflict();
    SValue result = a;
    result.nullable = a.nullable || b.nullable;
    result.declines = a.declines || b.declines;
    result.is_char = a.is_char && b.is_char;
    result.nonnegative = a.nonnegative && b.nonnegative;
    if (a.constant != b.constant) result.constant = {};
    if (a.items.size() != b.items.size()) return conflict();
    for (size_t i = 0; i < a.items.size(); i++) {
        result.items[i] = join(a.items[i], b.items[i]);
        if (is_conflict(result.items[i])) return conflict();
        if (depth(result.items[i]) >= kMaxDepth) return conflict();
    }
    switch (a.kind) {
        case SKind::module:
        case SKind::object:
        case SKind::ll_type: return result.constant.valid() ? intern(std::move(result)) : conflict();
        default: break;
    }
    if (a.ids != b.ids) {
        result.ids.clear();
        std::set_union(a.ids.begin(), a.ids.end(), b.ids.begin(), b.ids.end(),
                       std::back_inserter(result.ids));
        if (a.kind == SKind::instance) {
            result.ids = classes_.join_classes(std::move(result.ids));
            if (result.ids.empty()) return conflict();
        }
    }
    return intern(std::move(result));
}

// Tuples of several lengths.
SId Lattice::join_lengths(SId ida, SId idb) {
    const SValue a = (*this)[ida], b = (*this)[idb];
    SId item = join(join_all(a.items), join_all(b.items));
    SValue result = (*this)[tuple_of(item)];
    if (result.kind == SKind::conflict) return conflict();
    result.nullable = a.nullable || b.nullable;
    result.declines = a.declines || b.declines;
    return intern(std::move(result));
}

SId Lattice::join_numbers(SId ida, SId idb) {
    const SValue a = (*this)[ida], b = (*this)[idb];
    if (a.kind == b.kind && a.kind != SKind::number) {
        SValue result = a;
        result.nonnegative = a.nonnegative && b.nonnegative;
        if (a.constant != b.constant) result.constant = {};
        return intern(std::move(result));
    }
    SId result = number(tags(ida) | tags(idb));
    if (!a.declines && !b.declines) return result;
    SValue declining = (*this)[result];
    declining.declines = true;
    return intern(std::move(declining));
}

SId Lattice::without_none(SId id) {
    const SValue& s = (*this)[id];
    if (s.kind == SKind::none) return impossible();
    if (s.kind == SKind::number) return number(s.tags & ~kNoneTag);
    if (!s.nullable) return id;
    SValue result = s;
    result.nullable = result.declines = false;
    return intern(std::move(result));
}

SId Lattice::without_constant(SId id) {
    const SValue& s = (*this)[id];
    if (!s.constant.valid()) return id;
    if (s.kind == SKind::module || s.kind == SKind::object || s.kind == SKind::ll_type) return id;
    SValue result = s;
    result.constant = {};
    return intern(std::move(result));
}

bool Lattice::is_numeric(SId id) const {
    return (tags(id) & ~kNoneTag) != 0;
}

bool Lattice::can_be_none(SId id) const {
    const SValue& s = (*this)[id];
    return s.kind == SKind::none || s.kind == SKind::boxed || s.nullable ||
           (s.kind == SKind::number && (s.tags & kNoneTag));
}

uint8_t Lattice::tags(SId id) const {
    const SValue& s = (*this)[id];
    switch (s.kind) {
        case SKind::none: return kNoneTag;
        case SKind::boolean: return kBoolTag;
        case SKind::integer: return kIntTag;
        case SKind::floating: return kFloatTag;
        case SKind::number: return s.tags;
        default: return 0;
    }
}

std::optional<bool> Lattice::constant_truth(SId id) const {
    const SValue& s = (*this)[id];
    if (s.kind == SKind::none) return false;
    if (!s.constant.valid()) return std::nullopt;
    const Constant& c = constants_[s.constant];
    switch (c.kind) {
        case ConstantKind::boolean:
        case ConstantKind::integer: return c.integer != 0;
        case ConstantKind::floating: return c.number != 0;
        case ConstantKind::str:
        case ConstantKind::bytes: return !c.text.empty();
        default: return std::nullopt;
    }
}

std::optional<int64_t> Lattice::constant_int(SId id) const {
    const SValue& s = (*this)[id];
    if (!s.constant.valid() || (s.kind != SKind::integer && s.kind != SKind::boolean)) return std::nullopt;
    return constants_[s.constant].integer;
}

std::optional<std::string> Lattice::constant_str(SId id) const {
    const SValue& s = (*this)[id];
    if (!s.constant.valid() || s.kind != SKind::str) return std::nullopt;
    return constants_[s.constant].text;
}

}  // namespace sapwood::annotation
