// Built-in functions and types.  Those of fixed types are rows of builtins.def.
//
// Call sites that they have, by role: "key" (sorted, min, max, list.sort), and what iterating their arguments
// calls, with the number of the argument in front ("0.map"; see iteration.cpp).
#include <algorithm>

#include "annotator/engine.h"

namespace sapwood::annotation {

const Arg* Engine::keyword(const Args& args, std::string_view name) const {
    for (const auto& [keyword, arg] : args.keywords) {
        if (keyword == name) return &arg;
    }
    return nullptr;
}

SId Engine::call_builtin(const std::string& qualified, SId self, const Args& args) {
    (void)self;
    std::string shown = "`" + qualified.substr(qualified.rfind('.') + 1) + "()`";
    size_t count = args.positional.size();
    auto value = [&](size_t i) { return args.positional[i].value; };
    auto takes = [&](size_t low, size_t high) {
        if (count >= low && count <= high) return true;
        std::string wants = low == high ? fmt::format("{} argument{}", low, low == 1 ? "" : "s")
                                        : fmt::format("{} to {} arguments", low, high);
        error<Diag::argument_count>(shown, wants, fmt::format("{} {}", count, count == 1 ? "is" : "are"));
        return false;
    };
    if (qualified.starts_with("os.")) note_files();
    for (const Arg& arg : args.positional) {
        if (lattice.is_conflict(arg.value)) return lattice.conflict();
        if (!lattice.possible(arg.value)) return lattice.impossible();
    }
    std::string name = qualified;
    if (name.starts_with("posixpath.") || name.starts_with("genericpath."))
        name = "os.path." + name.substr(name.find('.') + 1);
    if (auto rows = builtin_rows(name); !rows.empty()) {
        bool method = name.starts_with("str.") || name.starts_with("bytes.") || name.starts_with("int.") ||
                      name.starts_with("float.");
        if (!method || (rows[0].effects & builtin_effect::of_class)) return call_row(rows, args, shown);
    }
    if (name.starts_with("builtins.")) name = name.substr(9);
    if (name == "print") return call_print(args);
    if (name == "isinstance") return takes(2, 2) ? call_isinstance(args) : lattice.conflict();
    if (name == "issubclass") return lattice.boolean();
    if (name == "len") {
        if (!takes(1, 1)) return lattice.conflict();
        const SValue s = lattice[value(0)];
        switch (s.kind) {
            case SKind::none: return lattice.impossible();
            case SKind::str:
            case SKind::bytes:
            case SKind::list:
            case SKind::tuple_of:
            case SKind::dict:
            case SKind::set:
            case SKind::range:
            case SKind::view:
            case SKind::environ: return lattice.nonnegative();
            case SKind::tuple:
                return s.nullable
                           ? lattice.nonnegative()
                           : constant_value(program.constants.integer(static_cast<int64_t>(s.items.size())));
            case SKind::instance:
                if (special(value(0), "__len__", {})) return lattice.nonnegative();
                break;
            default: break;
        }
        return error<Diag::bad_argument>(shown, describe(value(0)), 1);
    }
    if (name == "abs") {
        if (!takes(1, 1)) return lattice.conflict();
        if (lattice.kind(value(0)) == SKind::none) return lattice.impossible();
        if (auto result = special(value(0), "__abs__", {})) return *result;
        if (!lattice.is_numeric(value(0))) return error<Diag::bad_argument>(shown, describe(value(0)), 1);
        uint8_t tags = lattice.tags(value(0)) & ~kNoneTag;
        if (tags & kBoolTag) tags = (tags & ~kBoolTag) | kIntTag;
        return tags == kIntTag ? lattice.nonnegative() : lattice.number(tags);
    }
    if (name == "min" || name == "max") return call_minmax(name, args);
    if (name == "sum") return call_sum(args);
    if (name == "round") return takes(1, 2) ? call_round(args) : lattice.conflict();
    if (name == "sorted") return takes(1, 1) ? call_sorted(args) : lattice.conflict();
    if (name == "divmod" || name == "pow") {
        if (!takes(2, name == "pow" ? 3 : 2)) return lattice.conflict();
        if (name == "pow") {
            SId result = binary(Op::pow, value(0), value(1));
            return count == 3 ? lattice.integer() : result;
        }
        if (lattice.kind(value(0)) == SKind::none || lattice.kind(value(1)) == SKind::none)
            return lattice.impossible();
        auto answer = special(value(0), "__divmod__", {{value(1), {ArgumentSource::Kind::operand, 1}}});
        if (answer && !lattice.declines(*answer)) return *answer;
        if (!lattice.is_numeric(value(0)) || !lattice.is_numeric(value(1)))
            return error<Diag::bad_operand>("divmod", describe(value(0)) + " and " + describe(value(1)));
        return lattice.tuple({binary(Op::floordiv, value(0), value(1)), binary(Op::mod, value(0), value(1))});
    }
    if (name == "any" || name == "all") {
        if (!takes(1, 1)) return lattice.conflict();
        SId item = items_of(value(0), "0.");
        if (lattice.possible(item)) truth(item);
        return lattice.boolean();
    }
    if (name == "hash" || name == "id") {
        if (!takes(1, 1)) return lattice.conflict();
        if (name == "hash") hash_deep(value(0));
        return lattice.integer();
    }
    if (name == "callable") {
        SKind kind = count ? lattice.kind(value(0)) : SKind::none;
        if (kind == SKind::instance) return lattice.boolean(has_special(value(0), "__call__"));
        return lattice.boolean(kind == SKind::callable || kind == SKind::builtin_method);
    }
    if (name == "sapwood.traceback_length") return lattice.integer();
    if (name == "sapwood.cut_traceback") return lattice.none();
    if (name == "sapwood.has_length") return lattice.boolean(lattice.kind(value(0)) == SKind::tuple);
    if (name == "sapwood.is_record") {  // a tuple whose items differ in type, asked by stand-ins
        const SValue tuple = lattice[value(0)];
        auto differs = [&](SId item) { return shapes_of({item}) != shapes_of({tuple.items[0]}); };
        return lattice.boolean(tuple.kind == SKind::tuple && std::ranges::any_of(tuple.items, differs));
    }
    if (name == "iter") {
        if (count == 2) return error<Diag::unsupported>("`iter()` with a sentinel, called in this way,");
        return takes(1, 1) ? iter(value(0)) : lattice.conflict();
    }
    if (name == "next") {
        if (!takes(1, 2)) return lattice.conflict();
        SId item = next_item(value(0), "");
        return count == 2 ? lattice.join(item, lattice.without_constant(value(1))) : item;
    }
    if (name == "repr" || name == "ascii") {
        if (!takes(1, 1)) return lattice.conflict();
        text_deep(value(0), "__repr__");
        return lattice.str();
    }
    if (name == "format") {
        if (!takes(1, 2)) return lattice.conflict();
        Arg spec{lattice.str(), {ArgumentSource::Kind::constant, 0, 0, program.constants.str("")}};
        if (count == 2) spec = {value(1), {ArgumentSource::Kind::operand, 1}};
        if (auto result = special(value(0), "__format__", {spec})) return *result;
        text_deep(value(0), "__str__");
        return lattice.str();
    }
    if (name == "open") {
        const Arg* mode = keyword(args, "mode");
        if (!mode && count > 1) mode = &args.positional[1];
        std::string text = "r";
        if (mode) {
            auto known = lattice.constant_str(mode->value);
            // A mode that is not known is one of text; the helper raises for others.
            if (known) text = *known;
        }
        bool binary = text.find('b') != std::string::npos;
        return call_row(builtin_rows(binary ? "open.binary" : "open.text"), args, shown);
    }
    if (name == "sys.exception")
        return lattice.nullable(instance_of(class_index(world.builtin_class("BaseException"), 0)));
    if (name == "traceback.print_exc") return takes(0, 0) ? lattice.none() : lattice.conflict();
    if (name == "traceback.format_exc") return takes(0, 0) ? lattice.str() : lattice.conflict();
    if (name == "sys.exit") {
        uint32_t index = class_index(world.builtin_class("SystemExit"), 0);
        instantiate(index);
        for (const Arg& arg : args.positional) {
            text_deep(arg.value, "__str__");
            note_exit_code(arg.value);
        }
        if (count == 0) note_exit_code(lattice.none());
        note_arguments(index, std::vector<SId>(count, count ? value(0) : lattice.impossible()));
        return lattice.impossible();
    }
    if (name == "setattr" && count == 3) {
        auto attribute = lattice.constant_str(value(1));
        if (!attribute) return error<Diag::unsupported>(shown + " with a computed name");
        return setattr(value(0), *attribute, value(2));
    }
    if (name == "object.__setattr__" && count == 3 && lattice.kind(value(0)) == SKind::instance) {
        auto attribute = lattice.constant_str(value(1));
        if (!attribute) return error<Diag::unsupported>(shown + " with a computed name");
        store_instance_attribute(value(0), *attribute, lattice.without_constant(value(2)));
        return lattice.none();
    }
    if (name == "getattr" && count == 2) {
        auto attribute = lattice.constant_str(value(1));
        if (!attribute) return error<Diag::unsupported>(shown + " with a computed name");
        return getattr(value(0), *attribute);
    }
    // getattr with a default asks it first; stand-ins ask without telling branches what they have learnt
    if ((name == "hasattr" || name == "sapwood.class_has") && count == 2) {
        const std::string asked = "`hasattr()` or `getattr()` with a default";
        auto refuse = [&](const std::string& what) {
            error<Diag::unsupported>(asked + what);
            return lattice.boolean(false);  // one error is enough
        };
        auto attribute = lattice.constant_str(value(1));
        if (!attribute) return refuse(" and a computed name");
        // What stand-ins ask for no value of a built-in type has, but classes may.
        if (lattice.kind(value(0)) != SKind::instance && attribute->starts_with("_sapwood_")) {
            const std::vector<uint32_t> ids = lattice[value(0)].ids;
            return lattice.boolean(lattice.kind(value(0)) == SKind::callable && !ids.empty() &&
                                   std::ranges::all_of(ids, [&](uint32_t id) {
                                       return descs[id].kind == DescKind::class_ &&
                                              world.class_attribute(descs[id].object, *attribute);
                                   }));
        }
        if (lattice.kind(value(0)) != SKind::instance) return refuse(" of " + describe(value(0)));
        bool all = true, any = false;
        for (uint32_t id : std::vector<uint32_t>(lattice[value(0)].ids)) {
            bool missing = false;
            SId getters = lattice.impossible();
            one_class_attribute(id, *attribute, missing, getters);
            missing = missing && !has_special(instance_of(id), "__getattr__");  // which is asked then
            all = all && !missing;
            any = any || !missing;
        }
        if (all == any) return lattice.boolean(all);
        return refuse(" of objects of which only some have the attribute");
    }
    if (name == "dict.fromkeys" && count >= 1) {
        SId key = items_of(value(0), "0.");
        hash_deep(key);
        return new_dict(key, count > 1 ? lattice.without_constant(value(1)) : lattice.none());
    }
    // Methods read from their type, and of exceptions: `str.upper(x)`, `Exception.__init__(self, x)`.
    size_t dot = name.find('.');
    if (dot != std::string::npos && count >= 1) {
        std::string type = name.substr(0, dot);
        static constexpr std::string_view kTypes[] = {"str",  "bytes", "int",       "float", "list",
                                                      "dict", "set",   "frozenset", "tuple", "object"};
        bool known = std::find(std::begin(kTypes), std::end(kTypes), type) != std::end(kTypes);
        bool exception = lattice.kind(value(0)) == SKind::instance;
        if (known || exception) {
            Args rest = args;
            rest.positional.erase(rest.positional.begin());
            if (lattice.kind(value(0)) == SKind::none) return lattice.impossible();
            if (exception) return call_method("BaseException." + name.substr(dot + 1), value(0), rest);
            if (!lattice.possible(value(0)) || lattice.is_conflict(value(0))) return value(0);
            if (type != "object" && !is_of_builtin_type(value(0), type))
                return error<Diag::bad_argument>(fmt::format("`{}()`", name), describe(value(0)), 1);
            return call_method(name, value(0), rest);
        }
    }
    return error<Diag::unsupported>(fmt::format("function `{}`", name));
}

SId Engine::call_print(const Args& args) {
    for (const Arg& arg : args.positional) text_deep(arg.value, "__str__");
    for (const auto& [name, arg] : args.keywords) {
        SKind kind = lattice.kind(arg.value);
        if (name == "sep" || name == "end") {
            if (kind != SKind::str && kind != SKind::none && kind != SKind::conflict)
                return error<Diag::bad_argument>("`print()`", describe(arg.value), "`" + name + "`");
        } else if (name == "file") {
            if (kind == SKind::instance) {
                special(arg.value, "write", {{lattice.str(), {ArgumentSource::Kind::operand, 1}}}, "write");
            } else if (kind != SKind::file && kind != SKind::none && kind != SKind::conflict) {
                return error<Diag::bad_argument>("`print()`", describe(arg.value), "`file`");
            }
        } else if (name != "flush") {
            return unknown<Diag::unknown_keyword>("`print()`", name, {"sep", "end", "file", "flush"});
        }
    }
    return lattice.none();
}

SId Engine::call_key(const Args& args, SId item) {
    for (const auto& [name, arg] : args.keywords) {
        if (name != "key" && name != "reverse" && name != "default")
            return unknown<Diag::unknown_keyword>("sorting", name, {"key", "reverse", "default"});
    }
    const Arg* key = keyword(args, "key");
    if (!key || lattice.kind(key->value) == SKind::none || !lattice.possible(item)) return item;
    Args key_args;
    key_args.positional.push_back({item, {ArgumentSource::Kind::operand, 1}});
    return call("key", key->value, std::move(key_args));
}

SId Engine::call_sorted(const Args& args) {
    SId item = items_of(args.positional[0].value, "0.");
    SId compared = call_key(args, item);
    compare_deep(compared, compared, "__lt__");
    return new_list(item);
}

SId Engine::call_minmax(const std::string& name, const Args& args) {
    std::string shown = "`" + name + "()`";
    if (args.positional.empty()) return error<Diag::argument_count>(shown, "at least 1 argument", "0 are");
    SId item = lattice.impossible();
    if (args.positional.size() == 1) {
        item = items_of(args.positional[0].value, "0.");
    } else {
        for (const Arg& arg : args.positional) {
            SId joined = lattice.join(item, lattice.without_constant(arg.value));
            if (lattice.is_conflict(joined) && !lattice.is_conflict(arg.value) && !lattice.is_conflict(item))
                return error<Diag::bad_operand>(name == "min" ? "<" : ">",
                                                describe(item) + " and " + describe(arg.value));
            item = joined;
        }
    }
    if (lattice.is_conflict(item)) return item;
    SId compared = call_key(args, item);
    if (lattice.kind(compared) == SKind::instance && name == "max" && has_special(compared, "__gt__")) {
        compare_deep(compared, compared, "__gt__");
    } else {
        compare_deep(compared, compared, "__lt__");
    }
    if (const Arg* other = keyword(args, "default")) {
        SId joined = lattice.join(item, lattice.without_constant(other->value));
        if (lattice.is_conflict(joined))
            return error<Diag::union_mismatch>(shown, describe(item), describe(other->value));
        item = joined;
    }
    return item;
}

SId Engine::call_sum(const Args& args) {
    if (args.positional.empty() || args.positional.size() > 2)
        return error<Diag::argument_count>("`sum()`", "1 or 2 arguments",
                                           fmt::format("{} are", args.positional.size()));
    SId item = items_of(args.positional[0].value, "0.");
    const Arg* start_arg = args.positional.size() == 2 ? &args.positional[1] : keyword(args, "start");
    SId start = start_arg ? lattice.without_constant(start_arg->value) : lattice.nonnegative();
    if (!lattice.possible(item)) return start;
    if (lattice.is_conflict(item)) return item;
    if (lattice.kind(start) == SKind::list) return new_list(lattice.join(list_item(start), list_item(item)));
    if (lattice.is_numeric(start) && lattice.is_numeric(item)) {
        SId total = lattice.without_constant(arithmetic(Op::add, start, item));
        // An empty sum is the start; the int 0 of sum(floats) shows only then.
        return lattice.join(
            start_arg || lattice.kind(total) != SKind::floating ? start : lattice.nonnegative(), total);
    }
    SId total = start;
    for (int i = 0; i < 3; i++) {
        SId next = lattice.join(total, binary(Op::add, total, item));
        if (next == total) break;
        total = next;
    }
    return total;
}

SId Engine::call_round(const Args& args) {
    SId x = args.positional[0].value;
    const Arg* digits = args.positional.size() == 2 ? &args.positional[1] : keyword(args, "ndigits");
    if (lattice.kind(x) == SKind::none) return lattice.impossible();
    std::vector<Arg> to;
    if (digits) to.push_back({digits->value, {ArgumentSource::Kind::operand, 1}});
    if (auto result = special(x, "__round__", std::move(to))) return *result;
    if (!lattice.is_numeric(x)) return error<Diag::bad_argument>("`round()`", describe(x), 1);
    if (!digits || lattice.kind(digits->value) == SKind::none) return lattice.integer();
    uint8_t tags = lattice.tags(x) & ~kNoneTag;
    if (tags & kBoolTag) tags = (tags & ~kBoolTag) | kIntTag;
    return lattice.number(tags);
}

SId Engine::call_isinstance(const Args& args) {
    SId x = args.positional[0].value, wanted = args.positional[1].value;
    bool yes = lattice.possible(narrow_to_classes(x, wanted, true));
    bool no = lattice.possible(narrow_to_classes(x, wanted, false));
    if (yes && no) return lattice.boolean();
    return lattice.boolean(yes);
}

// ---- Types that are called

SId Engine::call_builtin_class(const std::string& name, const Args& args) {
    size_t count = args.positional.size();
    std::string shown = "`" + name + "()`";
    for (const Arg& arg : args.positional) {
        if (lattice.is_conflict(arg.value)) return lattice.conflict();
        if (!lattice.possible(arg.value)) return lattice.impossible();
    }
    SId first = count ? args.positional[0].value : lattice.impossible();
    auto bad = [&](size_t i) {
        return error<Diag::bad_argument>(shown, describe(args.positional[i].value), i + 1);
    };
    auto items = [&](const std::string& role) { return items_of(first, role); };
    if (name == "int") {
        if (!count) return constant_value(program.constants.integer(0));
        if (lattice.kind(first) == SKind::none) return lattice.impossible();
        for (const char* method : {"__int__", "__index__"})
            if (auto result = special(first, method, {})) return *result;
        if (lattice.kind(first) == SKind::str) return call_row(builtin_rows("int.parse"), args, shown);
        if (!lattice.is_numeric(first)) return bad(0);
        const SValue& s = lattice[first];
        if (s.kind == SKind::integer) return lattice.without_constant(first);
        return s.kind == SKind::boolean ? lattice.nonnegative() : lattice.integer();
    }
    if (name == "float") {
        if (!count) return constant_value(program.constants.floating(0));
        if (lattice.kind(first) == SKind::none) return lattice.impossible();
        for (const char* method : {"__float__", "__index__"}) {
            auto result = special(first, method, {});
            if (result) return lattice.floating();
        }
        if (auto result = special(first, "__float__", {})) return *result;
        if (lattice.kind(first) == SKind::str) return call_row(builtin_rows("float.parse"), args, shown);
        return lattice.is_numeric(first) ? lattice.floating() : bad(0);
    }
    if (name == "bool") return count ? truth(first) : lattice.boolean(false);
    if (name == "str") {
        if (!count) return constant_value(program.constants.str(""));
        if (lattice.kind(first) == SKind::bytes && (count > 1 || !args.keywords.empty()))
            return call_row(builtin_rows("str.make"), args, shown);
        text_deep(first, "__str__");
        if (lattice.kind(first) == SKind::str && !lattice[first].nullable)
            return lattice.without_constant(first);
        return lattice.str();
    }
    if (name == "bytes") {
        if (lattice.kind(first) == SKind::none && count) return lattice.impossible();
        if (auto result = special(first, "__bytes__", {})) return *result;
        return call_row(builtin_rows("bytes.make"), args, shown);
    }
    if (name == "list") return new_list(count ? lattice.without_constant(items("0.")) : lattice.impossible());
    if (name == "set" || name == "frozenset") {
        if (count > 1)
            return error<Diag::argument_count>(shown, "at most 1 argument", fmt::format("{} are", count));
        bool frozen = name == "frozenset";
        if (!count) return new_set(lattice.impossible(), frozen);
        if (frozen && lattice.kind(first) == SKind::set && !lattice[first].name.empty())
            return lattice.without_none(first);
        SId item = lattice.without_constant(items("0."));
        hash_deep(item);
        return new_set(item, frozen);
    }
    if (name == "dict") {
        SId dict = new_dict(lattice.impossible(), lattice.impossible());
        Args rest = args;
        if (lattice.is_conflict(dict_method("update", dict, rest))) return lattice.conflict();
        return dict;
    }
    if (name == "tuple") {
        if (!count) return lattice.tuple({});
        if (lattice.is_tuple(first)) return lattice.without_none(first);
        return lattice.tuple_of(items("0."));
    }
    if (name == "range") {
        if (count < 1 || count > 3)
            return error<Diag::argument_count>(shown, "1 to 3 arguments", fmt::format("{} are", count));
        for (size_t i = 0; i < count; i++) {
            uint8_t tags = lattice.tags(args.positional[i].value) & ~kNoneTag;
            if (lattice.kind(args.positional[i].value) == SKind::none) return lattice.impossible();
            if (!tags || (tags & kFloatTag)) return bad(i);
        }
        SValue s;
        s.kind = SKind::range;
        // Without a step, items go up from the start; with a negative constant step, down to the stop.
        auto step = count == 3 ? lattice.constant_int(args.positional[2].value) : std::optional<int64_t>(1);
        const SValue& from = lattice[count == 1 ? lattice.nonnegative() : first];
        if (step && *step > 0) {
            s.nonnegative = from.nonnegative;
        } else if (step && *step < 0) {
            auto stop = lattice.constant_int(args.positional[1].value);
            s.nonnegative = lattice[args.positional[1].value].nonnegative || (stop && *stop >= -1);
        }
        return lattice.intern(std::move(s));
    }
    if (name == "enumerate") {
        if (count < 1 || count > 2)
            return error<Diag::argument_count>(shown, "1 or 2 arguments", fmt::format("{} are", count));
        const Arg* start = count == 2 ? &args.positional[1] : keyword(args, "start");
        SId index = start ? lattice.without_constant(start->value) : lattice.nonnegative();
        return lattice.iterator(IteratorKind::enumerate, {iter(first, "0."), index});
    }
    if (name == "zip") {
        std::vector<SId> inner;
        for (size_t i = 0; i < count; i++)
            inner.push_back(iter(args.positional[i].value, fmt::format("{}.", i)));
        return lattice.iterator(IteratorKind::zip, std::move(inner));
    }
    if (name == "map" || name == "filter") {
        if (count < 2 || (name == "filter" && count > 2))
            return error<Diag::argument_count>(shown, name == "map" ? "at least 2 arguments" : "2 arguments",
                                               fmt::format("{} {}", count, count == 1 ? "is" : "are"));
        std::vector<SId> inner = {first};
        for (size_t i = 1; i < count; i++)
            inner.push_back(iter(args.positional[i].value, fmt::format("{}.", i)));
        return lattice.iterator(name == "map" ? IteratorKind::map : IteratorKind::filter, std::move(inner));
    }
    if (name == "reversed") {
        if (count != 1) return error<Diag::argument_count>(shown, "1 argument", fmt::format("{} are", count));
        switch (lattice.kind(first)) {
            case SKind::none: return lattice.impossible();
            case SKind::list:
            case SKind::tuple:
            case SKind::tuple_of:
            case SKind::range:
            case SKind::str:
            case SKind::bytes:
            case SKind::dict:
            case SKind::view:
                if (lattice.is_conflict(items("0."))) return lattice.conflict();
                return lattice.iterator(IteratorKind::reversed_, {lattice.without_constant(first)});
            case SKind::instance:
                if (auto result = special(first, "__reversed__", {})) return *result;
                return bad(0);
            default: return bad(0);
        }
    }
    if (name == "type") {
        if (count != 1) return error<Diag::unsupported>("a class made at run time");
        return class_of(first);
    }
    if (name == "super") return error<Diag::unsupported>("`super()` in this form");
    return error<Diag::unsupported>(fmt::format("type `{}`", name));
}

// ---- Rows of builtins.def

bool Engine::takes(const BuiltinType& type, SId value) {
    using Kind = BuiltinType::Kind;
    const SValue s = lattice[value];
    if (s.kind == SKind::none) return true;  // a TypeError at run time, or allowed
    uint8_t tags = lattice.tags(value) & ~kNoneTag;
    switch (type.kind) {
        case Kind::int_:
        case Kind::bound:
        case Kind::nat: return tags && !(tags & kFloatTag);
        case Kind::float_: return tags != 0;
        case Kind::bool_:
        case Kind::text: return true;
        case Kind::str:
        case Kind::char_: return s.kind == SKind::str;
        case Kind::bytes: return s.kind == SKind::bytes;
        case Kind::strs:
            return lattice.is_tuple(value) && std::all_of(s.items.begin(), s.items.end(), [&](SId item) {
                       return lattice.kind(item) == SKind::str;
                   });
        case Kind::bytess:
            return lattice.is_tuple(value) && std::all_of(s.items.begin(), s.items.end(), [&](SId item) {
                       return lattice.kind(item) == SKind::bytes;
                   });
        case Kind::textfile: return s.kind == SKind::file && s.name == "text";
        case Kind::binaryfile: return s.kind == SKind::file && s.name == "binary";
        case Kind::environ: return s.kind == SKind::environ;
        case Kind::list: return s.kind == SKind::list;
        case Kind::dict: return s.kind == SKind::dict;
        case Kind::tuple: return s.kind == SKind::tuple;
        case Kind::iterable: {
            SId item = items_of(value, "1.");
            return !lattice.possible(item) || (!lattice.is_conflict(item) && takes(type.items[0], item));
        }
        case Kind::none:
        case Kind::never: return false;
    }
    return false;
}

SId Engine::call_row(std::span<const BuiltinRow> rows, const Args& args, const std::string& shown) {
    // Positions of arguments that the last row tried does not take, for the message.
    std::optional<std::pair<size_t, SId>> wrong;
    std::string missing, misspelt;
    size_t most = 0;
    bool self = !args.positional.empty() && args.positional[0].source.kind == ArgumentSource::Kind::self;
    for (const BuiltinRow& row : rows) {
        std::vector<const Arg*> values(row.parameters.size(), nullptr);
        size_t positional = 0;
        for (const BuiltinParameter& p : row.parameters) positional += !p.keyword_only;
        most = std::max(most, positional);
        if (args.positional.size() > positional) continue;
        for (size_t i = 0; i < args.positional.size(); i++) values[i] = &args.positional[i];
        bool fits = true;
        for (const auto& [name, arg] : args.keywords) {
            auto found =
                std::find_if(row.parameters.begin(), row.parameters.end(),
                             [&](const BuiltinParameter& p) { return !p.name.empty() && p.name == name; });
            if (found == row.parameters.end()) {
                misspelt = name;
                fits = false;
                continue;
            }
            values[static_cast<size_t>(found - row.parameters.begin())] = &arg;
        }
        for (size_t i = 0; i < values.size() && fits; i++) {
            if (!values[i]) {
                if (!row.parameters[i].default_text.empty()) continue;
                missing = row.parameters[i].name.empty() ? std::to_string(self ? i : i + 1)
                                                         : row.parameters[i].name;
                fits = false;
            } else if (!takes(row.parameters[i].type, values[i]->value)) {
                SId given = values[i]->value;
                bool many = row.parameters[i].type.kind == BuiltinType::Kind::iterable;
                if (lattice.is_conflict(given) || (many && lattice.is_conflict(items_of(given, "1."))))
                    return lattice.conflict();
                wrong = {self ? i : i + 1, values[i]->value};
                fits = false;
            } else if (row.parameters[i].type.kind == BuiltinType::Kind::text) {
                text_deep(values[i]->value, "__str__");
            }
        }
        if (fits) return row_result(row.result, "");
    }
    if (wrong) return error<Diag::bad_argument>(shown, describe(wrong->second), wrong->first);
    if (!misspelt.empty()) {
        std::vector<std::string> known;
        for (const BuiltinRow& row : rows)
            for (const BuiltinParameter& p : row.parameters) known.push_back(p.name);
        return unknown<Diag::unknown_keyword>(shown, misspelt, known);
    }
    if (!missing.empty()) return error<Diag::missing_argument>(shown, missing);
    size_t given = args.positional.size() - (self ? 1 : 0), wants = most - (self ? 1 : 0);
    return error<Diag::argument_count>(shown, fmt::format("{} argument{}", wants, wants == 1 ? "" : "s"),
                                       fmt::format("{} {}", given, given == 1 ? "is" : "are"));
}

SId Engine::file_of(const std::string& name) {
    SValue s;
    s.kind = SKind::file;
    s.name = name;
    note_files();
    return lattice.intern(std::move(s));
}

SId Engine::row_result(const BuiltinType& type, const std::string& sub) {
    using Kind = BuiltinType::Kind;
    SId result = lattice.impossible();
    switch (type.kind) {
        case Kind::int_: result = lattice.integer(); break;
        case Kind::nat: result = lattice.nonnegative(); break;
        case Kind::float_: result = lattice.floating(); break;
        case Kind::bool_: result = lattice.boolean(); break;
        case Kind::str: result = lattice.str(); break;
        case Kind::char_: result = lattice.character(); break;
        case Kind::bytes: result = lattice.bytes(); break;
        case Kind::none: result = lattice.none(); break;
        case Kind::textfile: result = file_of("text"); break;
        case Kind::binaryfile: result = file_of("binary"); break;
        case Kind::environ: result = lattice.simple(SKind::environ); break;
        case Kind::list: {
            SId list = new_list(row_result(type.items[0], sub + "item"), sub);
            mark_lists(list, true, false);
            result = list;
            break;
        }
        case Kind::dict:
            result = new_dict(row_result(type.items[0], sub + "key"),
                              row_result(type.items[1], sub + "value"), sub);
            break;
        case Kind::tuple: {
            std::vector<SId> items;
            for (size_t i = 0; i < type.items.size(); i++)
                items.push_back(row_result(type.items[i], sub + std::to_string(i)));
            result = lattice.tuple(std::move(items));
            break;
        }
        case Kind::never: return lattice.impossible();
        case Kind::text:
        case Kind::bound:
        case Kind::strs:
        case Kind::bytess:
        case Kind::iterable: CHECK(false, "{} is no result type", builtin_type_text(type));
    }
    return type.nullable ? lattice.nullable(result) : result;
}

}  // namespace sapwood::annotation
