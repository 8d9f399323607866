// Methods of built-in values.  Those of fixed types are rows of builtins.def.
#include "annotator/engine.h"

namespace sapwood::annotation {
namespace {

// "`list.pop()`" for messages.
std::string shown(const std::string& type, const std::string& name) {
    return "`" + type + "." + name + "()`";
}

}  // namespace

SId Engine::call_method(const std::string& qualified, SId self, const Args& args) {
    size_t dot = qualified.find('.');
    std::string type = qualified.substr(0, dot), name = qualified.substr(dot + 1);
    for (const Arg& arg : args.positional) {
        if (!lattice.possible(arg.value)) return lattice.impossible();
        if (lattice.is_conflict(arg.value) && name != "append" && name != "extend") return lattice.conflict();
    }
    if (type == "list") return list_method(name, self, args);
    if (type == "dict") return dict_method(name, self, args);
    if (type == "tuple") return tuple_method(name, self, args);
    if (type == "set" || type == "frozenset") return set_method(name, self, args);
    if (type == "view") return view_method(name, self, args);
    if (type == "object" || type == "BaseException") {
        // Methods of object and of exceptions that no class of the program overrides.
        if (name == "__init__") {
            std::vector<SId> values;
            for (const Arg& arg : args.positional) values.push_back(arg.value);
            for (uint32_t id : std::vector<uint32_t>(lattice[self].ids)) {
                if (!is_exception(classes[id].class_)) continue;
                note_arguments(id, values);
                note_stop_value(id, args);
            }
            return lattice.none();
        }
        if (name == "__str__" || name == "__repr__") return lattice.str();
        if (name == "__eq__" || name == "__ne__") return lattice.boolean();
        if (name == "__hash__") return lattice.integer();
        if (name == "with_traceback") return self;
        if (name == "add_note") {
            if (args.positional.size() == 1 && lattice.kind(args.positional[0].value) == SKind::str)
                return lattice.none();
            return error<Diag::unsupported>("`add_note()` of anything but one `str`");
        }
        if (name == "__setattr__" || name == "__init_subclass__") return lattice.none();
        return error<Diag::unsupported>("method " + shown(type, name));
    }
    if (name == "__exit__" && (type == "textfile" || type == "binaryfile")) return lattice.none();
    if (type == "str" && name == "format") {
        // Of a template that is known, the front end has made the parts.
        return error<Diag::unsupported>("`str.format` of a template that is not known at translation");
    }
    if (type == "str" && name == "translate") {
        if (args.positional.size() != 1 || !args.keywords.empty())
            return error<Diag::argument_count>(shown(type, name), "1 argument",
                                               fmt::format("{} are", args.positional.size()));
        SId table = args.positional[0].value;
        if (lattice.kind(table) == SKind::none) return lattice.impossible();
        if (lattice.kind(table) != SKind::dict)
            return error<Diag::bad_argument>(shown(type, name), describe(table), 1);
        SId key = dict_key(table), changed = dict_value(table);
        bool characters = !lattice.possible(key) || lattice.kind(key) == SKind::integer;
        uint8_t tags = lattice.tags(changed);
        bool known = !lattice.possible(changed) || lattice.kind(changed) == SKind::str ||
                     (tags != 0 && (tags & kFloatTag) == 0);
        if (!characters || !known) return error<Diag::bad_argument>(shown(type, name), describe(table), 1);
        return lattice.str();
    }
    auto rows = builtin_rows(qualified);
    if (rows.empty()) return unknown<Diag::unknown_method>(type, name, builtin_names(type + "."));
    Args all = args;
    all.positional.insert(all.positional.begin(), Arg{self, {ArgumentSource::Kind::self}});
    return call_row(rows, all, shown(type == "textfile" || type == "binaryfile" ? "file" : type, name));
}

SId Engine::list_method(const std::string& name, SId self, const Args& args) {
    size_t count = args.positional.size();
    auto value = [&](size_t i) { return lattice.without_constant(args.positional[i].value); };
    auto wrong = [&](std::string_view takes) {
        return error<Diag::argument_count>(shown("list", name), takes,
                                           fmt::format("{} {}", count, count == 1 ? "is" : "are"));
    };
    auto store = [&](size_t i) {
        mark_lists(self, true, true);
        for (uint32_t id : std::vector<uint32_t>(lattice[self].ids))
            write(cells[id].first, value(i), location());
        return lattice.none();
    };
    if (!args.keywords.empty() && name != "sort")
        return error<Diag::unknown_keyword>(shown("list", name), args.keywords[0].first);
    if (name == "append") return count == 1 ? store(0) : wrong("1 argument");
    if (name == "insert") return count == 2 ? store(1) : wrong("2 arguments");
    if (name == "extend") {
        if (count != 1) return wrong("1 argument");
        SId item = items_of(value(0), "");
        mark_lists(self, true, true);
        if (lattice.possible(item)) store_list(self, item, true);
        return lattice.none();
    }
    if (name == "pop") {
        if (count > 1) return wrong("at most 1 argument");
        mark_lists(self, true, true);
        return list_item(self);
    }
    if (name == "remove") {
        if (count != 1) return wrong("1 argument");
        compare_deep(list_item(self), value(0), "__eq__");
        mark_lists(self, true, true);
        return lattice.none();
    }
    if (name == "clear") {
        mark_lists(self, true, true);
        return count ? wrong("no arguments") : lattice.none();
    }
    if (name == "index" || name == "count") {
        if (count < 1) return wrong("at least 1 argument");
        compare_deep(list_item(self), value(0), "__eq__");
        if (name == "index") text_deep(value(0), "__repr__");  // the message when it is not found
        return lattice.nonnegative();
    }
    if (name == "sort") {
        if (count) return wrong("no positional arguments");
        mark_lists(self, false, true);
        SId item = call_key(args, list_item(self));
        compare_deep(item, item, "__lt__");
        return lattice.none();
    }
    if (name == "reverse") {
        mark_lists(self, false, true);
        return lattice.none();
    }
    return new_list(list_item(self));  // copy
}

SId Engine::dict_method(const std::string& name, SId self, const Args& args) {
    size_t count = args.positional.size();
    auto value = [&](size_t i) { return lattice.without_constant(args.positional[i].value); };
    auto wrong = [&](std::string_view takes) {
        return error<Diag::argument_count>(shown("dict", name), takes,
                                           fmt::format("{} {}", count, count == 1 ? "is" : "are"));
    };
    auto view = [&](IteratorKind kind) {
        SValue s;
        s.kind = SKind::view;
        s.iterator = kind;
        s.items = {self};
        return lattice.intern(std::move(s));
    };
    if (name == "keys") return view(IteratorKind::keys);
    if (name == "values") return view(IteratorKind::values);
    if (name == "items") return view(IteratorKind::items);
    if (name == "get" || name == "pop" || name == "setdefault") {
        if (count < 1 || count > 2) return wrong("1 or 2 arguments");
        hash_deep(value(0));
        if (name == "setdefault") {
            store_dict(self, value(0), count == 2 ? value(1) : lattice.none());
            return dict_value(self);
        }
        store_dict_key(self, value(0));
        if (name == "pop" && count == 1) note_key_error(value(0));
        SId result = dict_value(self);
        if (count == 1) return name == "get" ? lattice.join(result, lattice.none()) : result;
        // The default does not enter the dict, but is of one type with its values.
        SId joined = lattice.join(result, value(1));
        if (lattice.is_conflict(joined) && !lattice.is_conflict(result))
            return error<Diag::union_mismatch>(shown("dict", name), describe(result), describe(value(1)));
        return joined;
    }
    if (name == "popitem") note_key_error(lattice.str());
    if (name == "popitem") return lattice.tuple({dict_key(self), dict_value(self)});
    if (name == "update") {
        if (count > 1) return wrong("at most 1 argument");
        for (const auto& [keyword, arg] : args.keywords)
            store_dict(self, lattice.str(), lattice.without_constant(arg.value));
        if (count == 0) return lattice.none();
        if (lattice.kind(value(0)) == SKind::dict) {
            if (lattice.possible(dict_key(value(0))))
                store_dict(self, dict_key(value(0)), dict_value(value(0)));
            return lattice.none();
        }
        SId pair = items_of(value(0), "");
        if (lattice.kind(pair) == SKind::tuple && lattice[pair].items.size() == 2) {
            const SValue s = lattice[pair];
            hash_deep(s.items[0]);
            store_dict(self, s.items[0], s.items[1]);
            return lattice.none();
        }
        if (!lattice.possible(pair) || lattice.is_conflict(pair)) return lattice.none();
        return error<Diag::bad_argument>(shown("dict", name), describe(value(0)), 1);
    }
    if (name == "clear") return lattice.none();
    return new_dict(dict_key(self), dict_value(self));  // copy
}

SId Engine::tuple_method(const std::string& name, SId self, const Args& args) {
    if (args.positional.size() != 1)
        return error<Diag::argument_count>(shown("tuple", name), "1 argument",
                                           fmt::format("{} are", args.positional.size()));
    for (SId item : std::vector<SId>(lattice[self].items))
        compare_deep(item, args.positional[0].value, "__eq__");
    return lattice.nonnegative();
}

}  // namespace sapwood::annotation
