// Operations on two values: arithmetic, sequences, comparison, hashing.
#include <algorithm>

#include "annotator/engine.h"
#include "annotator/operators.h"

namespace sapwood::annotation {
namespace {

const OperatorRow& operator_row(Op op) {
    const OperatorRow* row = find_operator(op);
    CHECK(row, "{} is not a binary operator", op_info(op).name);
    return *row;
}

}  // namespace

SId Engine::binary(Op op, SId left, SId right) {
    const OperatorRow& row = operator_row(op);
    bool inplace = op == row.inplace;
    const SValue a = lattice[left], b = lattice[right];
    if (a.kind == SKind::none || (b.kind == SKind::none && row.op != Op::mod)) return lattice.impossible();
    if (a.kind == SKind::instance || b.kind == SKind::instance) {
        if (!(row.op == Op::mod && (a.kind == SKind::str || a.kind == SKind::bytes)))
            return user_binary(op, left, right, inplace);
    }
    if (lattice.is_numeric(left) && lattice.is_numeric(right)) return arithmetic(row.op, left, right);
    auto is_int = [&](SId value) {
        uint8_t tags = lattice.tags(value) & ~kNoneTag;
        return tags && !(tags & kFloatTag);
    };
    switch (row.op) {
        case Op::add:
            if (a.kind == SKind::str && b.kind == SKind::str) return lattice.str();
            if (a.kind == SKind::bytes && b.kind == SKind::bytes) return lattice.bytes();
            if (a.kind == SKind::tuple && b.kind == SKind::tuple) {
                std::vector<SId> items = a.items;
                items.insert(items.end(), b.items.begin(), b.items.end());
                SId sum = lattice.tuple(std::move(items));
                return lattice[sum].items.size() > kMaxItems ? any_length(sum) : sum;
            }
            if (lattice.is_tuple(left) && lattice.is_tuple(right)) {
                SId x = any_length(left), y = any_length(right);
                return lattice.is_conflict(x) || lattice.is_conflict(y) ? lattice.conflict()
                                                                        : any_length(lattice.join(x, y));
            }
            if (a.kind == SKind::list && inplace) {
                SId item = items_of(right, "");
                if (lattice.is_conflict(item)) return item;
                mark_lists(left, true, true);
                if (lattice.possible(item)) store_list(left, item, true);
                return lattice.without_none(left);
            }
            if (a.kind == SKind::list && b.kind == SKind::list) {
                new_list(list_item(left));
                return new_list(list_item(right));  // the same cell
            }
            break;
        case Op::mul:
            if (is_int(left) && !is_int(right)) return binary(op, right, left);
            if (!is_int(right)) break;
            if (a.kind == SKind::str) return lattice.str();
            if (a.kind == SKind::bytes) return lattice.bytes();
            if (a.kind == SKind::list) {
                if (!inplace) return new_list(list_item(left));
                mark_lists(left, true, true);
                return lattice.without_none(left);
            }
            if (a.kind == SKind::tuple) {
                auto count = lattice.constant_int(right);
                if (a.items.empty()) return lattice.tuple({});
                if (!count || *count > static_cast<int64_t>(kMaxItems / a.items.size()))
                    return any_length(left);
                std::vector<SId> items;
                for (int64_t i = 0; i < *count; i++)
                    items.insert(items.end(), a.items.begin(), a.items.end());
                return lattice.tuple(std::move(items));
            }
            if (a.kind == SKind::tuple_of) return lattice.without_constant(lattice.without_none(left));
            break;
        case Op::mod:
            if (a.kind != SKind::str && a.kind != SKind::bytes) break;
            if (b.kind == SKind::tuple_of)
                return error<Diag::unsupported>("`%` with " + describe(right) +
                                                ", whose length is not known,");
            if (b.kind == SKind::tuple) {
                for (SId item : b.items) text_deep(item, "__str__");
                for (SId item : b.items) text_deep(item, "__repr__");
            } else {
                text_deep(right, "__str__");
                text_deep(right, "__repr__");
            }
            return a.kind == SKind::bytes ? lattice.bytes() : lattice.str();
        case Op::and_:
        case Op::or_:
        case Op::xor_:
        case Op::sub: {
            if (auto result = set_binary(left, right, inplace)) return *result;
            if (row.op == Op::or_ && a.kind == SKind::dict && b.kind == SKind::dict) {
                if (inplace) {
                    store_dict(left, dict_key(right), dict_value(right));
                    return lattice.without_none(left);
                }
                new_dict(dict_key(left), dict_value(left));
                return new_dict(dict_key(right), dict_value(right));  // the same cell
            }
            break;
        }
        default: break;
    }
    return error<Diag::bad_operand>(std::string(row.symbol) + (inplace ? "=" : ""),
                                    describe(left) + " and " + describe(right));
}

SId Engine::arithmetic(Op op, SId left, SId right) {
    uint8_t a = lattice.tags(left) & ~kNoneTag, b = lattice.tags(right) & ~kNoneTag;
    auto bad = [&]() {
        return error<Diag::bad_operand>(std::string(operator_row(op).symbol),
                                        describe(left) + " and " + describe(right));
    };
    bool left_float = a == kFloatTag, right_float = b == kFloatTag;
    bool maybe_float = ((a | b) & kFloatTag) != 0;
    bool all_bool = a == kBoolTag && b == kBoolTag;
    const SValue x = lattice[left], y = lattice[right];
    switch (op) {
        case Op::truediv: return lattice.floating();
        case Op::and_:
        case Op::or_:
        case Op::xor_:
            if (maybe_float) return bad();
            if (all_bool) return lattice.boolean();
            if ((a | b) == (kBoolTag | kIntTag) && a != b &&
                (a == (kBoolTag | kIntTag) || b == (kBoolTag | kIntTag)))
                return lattice.number(kBoolTag | kIntTag);
            if (op == Op::and_ ? x.nonnegative || y.nonnegative || a == kBoolTag || b == kBoolTag
                               : (x.nonnegative || a == kBoolTag) && (y.nonnegative || b == kBoolTag))
                return lattice.nonnegative();
            return lattice.integer();
        case Op::lshift:
        case Op::rshift:
            if (maybe_float) return bad();
            return x.nonnegative ? lattice.nonnegative() : lattice.integer();
        case Op::matmul: return bad();
        default: break;
    }
    if (left_float || right_float) return lattice.floating();
    if (maybe_float) return lattice.number(kIntTag | kFloatTag);
    bool left_nonnegative = x.nonnegative || a == kBoolTag,
         right_nonnegative = y.nonnegative || b == kBoolTag;
    if (op == Op::pow) {
        if (!right_nonnegative) {
            if (auto known = lattice.constant_int(right); known && *known < 0) return lattice.floating();
            return lattice.number(kIntTag | kFloatTag);
        }
        return left_nonnegative ? lattice.nonnegative() : lattice.integer();
    }
    switch (op) {
        case Op::add:
        case Op::mul:
        case Op::floordiv:
            if (left_nonnegative && right_nonnegative) return lattice.nonnegative();
            return lattice.integer();
        case Op::mod: return right_nonnegative ? lattice.nonnegative() : lattice.integer();
        default: return lattice.integer();
    }
}

SId Engine::user_binary(Op op, SId left, SId right, bool inplace) {
    const OperatorRow& row = operator_row(op);
    std::string name(row.method);
    std::vector<Attempt> attempts;
    if (inplace) attempts.push_back({left, right, "__i" + name + "__", ""});
    attempts.push_back({left, right, "__" + name + "__", ""});
    // Instances of one class are asked once.
    if (!same_class(left, right)) attempts.push_back({right, left, "__r" + name + "__", ""});
    auto [result, open, waits] = attempt(attempts);
    if (!open || waits || lattice.possible(result)) return result;
    return error<Diag::bad_operand>(std::string(row.symbol) + (inplace ? "=" : ""),
                                    describe(left) + " and " + describe(right));
}

// What special methods of both operands answer, asked in turn while they may say NotImplemented, the right
// operand's last (or first, see below).
Engine::Outcome Engine::attempt(std::vector<Attempt> attempts) {
    bool first = reflected_first(attempts.front().self, attempts.back().self, attempts.back().method);
    if (first) attempts.back().role = "first." + attempts.back().method;
    SId result = lattice.impossible();
    bool waits = false;
    bool only_none = false;  // the left operand has answered, unless it is None
    for (const Attempt& each : attempts) {
        if (only_none && each.self == attempts.front().self) continue;
        SId other = only_none ? lattice.none() : each.other;
        std::vector<Arg> args{{other, {ArgumentSource::Kind::operand, 1}}};
        std::optional<SId> answer = special(each.self, each.method, std::move(args), each.role);
        if (!answer) continue;
        SId known = lattice.without_declining(*answer), joined = lattice.join(result, known);
        waits = waits || !lattice.possible(known);  // what has declined so far may still answer
        if (lattice.is_conflict(joined) && !lattice.is_conflict(known))
            return {error<Diag::unsupported>(
                        fmt::format("`{}` that answers `{}` where the method asked before it answers `{}`",
                                    each.method, describe(known), describe(result))),
                    false, false};
        result = joined;
        if (first || lattice.declines(*answer)) continue;
        if (!lattice.can_be_none(each.self)) return {result, false, waits};
        only_none = true;
    }
    return {result, true, waits};
}

bool Engine::same_class(SId left, SId right) {
    if (lattice.kind(left) != SKind::instance || lattice.kind(right) != SKind::instance) return false;
    const std::vector<uint32_t> a = lattice[left].ids, b = lattice[right].ids;
    if (a.size() != 1 || b.size() != 1) return false;
    std::vector<uint32_t> x = concrete(a[0]), y = concrete(b[0]);
    return x.size() == 1 && y.size() == 1 && classes[x[0]].class_ == classes[y[0]].class_;
}

// Whether instances of the right operand may be of a class below that of the left one, and have a method of
// their own for the reflected operation: that goes first.
bool Engine::reflected_first(SId left, SId right, const std::string& method) {
    if (lattice.kind(left) != SKind::instance || lattice.kind(right) != SKind::instance) return false;
    for (uint32_t id : std::vector<uint32_t>(lattice[left].ids)) {
        for (uint32_t l : concrete(id)) {
            auto above = world.class_attribute(classes[l].class_, method);
            for (uint32_t other : std::vector<uint32_t>(lattice[right].ids)) {
                for (uint32_t r : concrete(other)) {
                    if (classes[l].class_ == classes[r].class_ || !inherits(r, classes[l].class_)) continue;
                    auto own = world.class_attribute(classes[r].class_, method);
                    if (own && own->value.valid() && (!above || above->value != own->value)) return true;
                }
            }
        }
    }
    return false;
}

namespace {

// Lengths of tuples, above all: what is done with tuples of other lengths is not reached.
std::optional<bool> compare_constants(Op op, std::optional<int64_t> left, std::optional<int64_t> right) {
    if (!left || !right) return std::nullopt;
    switch (op) {
        case Op::lt: return *left < *right;
        case Op::le: return *left <= *right;
        case Op::eq: return *left == *right;
        case Op::ne: return *left != *right;
        case Op::gt: return *left > *right;
        case Op::ge: return *left >= *right;
        default: return std::nullopt;
    }
}

}  // namespace

SId Engine::compare(Op op, SId left, SId right) {
    const ComparisonRow* row = find_comparison(op);
    const SValue a = lattice[left], b = lattice[right];
    bool equality = op == Op::eq || op == Op::ne;
    if (std::optional<bool> known =
            compare_constants(op, lattice.constant_int(left), lattice.constant_int(right)))
        return constant_value(program.constants.boolean(*known));
    if (a.kind == SKind::instance || b.kind == SKind::instance) {
        std::vector<Attempt> attempts;
        std::string method(row->method), reflected(row->reflected);
        // object.__ne__ inverts __eq__.
        if (op == Op::ne && !has_special(left, "__ne__")) method = "__eq__";
        if (op == Op::ne && !has_special(right, "__ne__")) reflected = "__eq__";
        auto [result, open, waits] =
            attempt({{left, right, method, ""}, {right, left, reflected, "reflected." + reflected}});
        if (lattice.is_conflict(result)) return result;
        if (equality) {
            if (open) return lattice.join(result, lattice.boolean());  // identity decides
            bool inverts = op == Op::ne && (method == "__eq__" || reflected == "__eq__");
            return inverts && lattice.possible(result) ? lattice.boolean() : result;
        }
        if (!open || waits || lattice.possible(result)) return result;
    }
    if (is_set_like(left) && is_set_like(right)) return compare_sets(left, right, std::string(row->symbol));
    if (equality) {
        compare_deep(left, right, "__eq__");
        return lattice.boolean();
    }
    if (a.kind == SKind::none || b.kind == SKind::none) return lattice.impossible();
    if (lattice.is_numeric(left) && lattice.is_numeric(right)) return lattice.boolean();
    bool ordered = a.kind == b.kind && (a.kind == SKind::str || a.kind == SKind::bytes ||
                                        a.kind == SKind::list || a.kind == SKind::tuple);
    if (!ordered && !(lattice.is_tuple(left) && lattice.is_tuple(right)))
        return error<Diag::bad_operand>(std::string(row->symbol), describe(left) + " and " + describe(right));
    compare_deep(left, right, "__eq__");
    compare_deep(left, right, "__lt__");
    return lattice.boolean();
}

// Which user methods run when values inside of containers are compared.
void Engine::compare_deep(SId left, SId right, const std::string& method, int depth) {
    if (depth > 4 || !lattice.possible(left) || !lattice.possible(right)) return;
    const SValue a = lattice[left], b = lattice[right];
    if (a.kind == SKind::instance || b.kind == SKind::instance) {
        SId none_free_left = lattice.without_none(left), none_free_right = lattice.without_none(right);
        std::string reflected = method == "__lt__" ? "__gt__" : method;
        auto found = implicit_special(none_free_left, method, {none_free_right});
        if (found && !lattice.declines(*found)) return;
        auto other = implicit_special(none_free_right, reflected, {none_free_left});
        if (method == "__lt__" && depth == 0 && !found && !other)
            error<Diag::bad_operand>("<", describe(left) + " and " + describe(right));
        return;
    }
    if (a.kind == SKind::tuple && b.kind == SKind::tuple) {
        for (size_t i = 0; i < std::min(a.items.size(), b.items.size()); i++) {
            compare_deep(a.items[i], b.items[i], "__eq__", depth + 1);
            if (method != "__eq__") compare_deep(a.items[i], b.items[i], method, depth + 1);
        }
        return;
    }
    if (lattice.is_tuple(left) && lattice.is_tuple(right)) {  // one at least of a length that is not known
        SId x = lattice.join_all(a.items), y = lattice.join_all(b.items);
        compare_deep(x, y, "__eq__", depth + 1);
        if (method != "__eq__") compare_deep(x, y, method, depth + 1);
        return;
    }
    if (a.kind == SKind::set && b.kind == SKind::set) {
        compare_deep(list_item(left), list_item(right), "__eq__", depth + 1);
        return;
    }
    if (a.kind == SKind::list && b.kind == SKind::list) {
        SId x = list_item(left), y = list_item(right);
        compare_deep(x, y, "__eq__", depth + 1);
        if (method != "__eq__") compare_deep(x, y, method, depth + 1);
        return;
    }
    if (a.kind == SKind::dict && b.kind == SKind::dict) {
        compare_deep(dict_key(left), dict_key(right), "__eq__", depth + 1);
        compare_deep(dict_value(left), dict_value(right), "__eq__", depth + 1);
        return;
    }
    if (method != "__lt__" || depth > 0) return;
    if (a.kind == SKind::none || b.kind == SKind::none || a.kind == SKind::conflict ||
        b.kind == SKind::conflict)
        return;
    bool ordered = (lattice.is_numeric(left) && lattice.is_numeric(right)) ||
                   (a.kind == b.kind && (a.kind == SKind::str || a.kind == SKind::bytes));
    if (!ordered) error<Diag::bad_operand>("<", describe(left) + " and " + describe(right));
}

// Which user methods run when a value is a key; diagnoses what cannot be one.
void Engine::hash_deep(SId key, int depth) {
    if (depth > 4) return;
    const SValue s = lattice[key];
    switch (s.kind) {
        case SKind::list:
        case SKind::dict: error<Diag::unhashable>(describe(key)); return;
        case SKind::set:
            if (s.name.empty()) {
                error<Diag::unhashable>(describe(key));
            } else {
                hash_deep(list_item(key), depth + 1);
            }
            return;
        case SKind::tuple:
        case SKind::tuple_of:
            for (SId item : s.items) hash_deep(item, depth + 1);
            return;
        case SKind::instance: {
            for (uint32_t id : s.ids) {
                for (uint32_t k : concrete(id)) {
                    auto hash = world.class_attribute(classes[k].class_, "__hash__");
                    if (hash && hash->value.valid() && constant(hash->value).kind == ConstantKind::none)
                        error<Diag::unhashable>("`" + class_name(k) + "`");
                }
            }
            implicit_special(lattice.without_none(key), "__hash__", {});
            compare_deep(key, key, "__eq__", depth);
            return;
        }
        default: return;
    }
}

}  // namespace sapwood::annotation
