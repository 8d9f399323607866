// Operations on one value: attributes, truth, text, cells, exceptions; and the switch over all operations.
#include <algorithm>
#include <set>
#include <utility>

#include "annotator/engine.h"
#include "flowgraph/known_attributes.h"

namespace sapwood::annotation {
namespace {

bool is_callee(const FunctionGraph& graph, BlockId block, VariableId v) {
    auto called_in = [&](const Block& b, VariableId callee) {
        return std::any_of(b.operations.begin(), b.operations.end(), [&](const Operation& op) {
            return (op.op == Op::simple_call || op.op == Op::call_args) && op.args[0] == Value(callee);
        });
    };
    const Block& b = graph.blocks[block];
    if (called_in(b, v)) return true;
    if (b.exit != ExitKind::raising) return false;
    const Link& link = b.links[0];
    for (size_t i = 0; i < link.args.size(); i++) {
        if (link.args[i] == Value(v) &&
            called_in(graph.blocks[link.target], graph.blocks[link.target].inputs[i]))
            return true;
    }
    return false;
}

// Whether a value is called wherever it goes, and does nothing but that.
bool is_only_called(const FunctionGraph& graph, BlockId block, VariableId v) {
    std::set<VariableId> same = {v};  // names that the value has; a variable lives in one block
    std::vector<std::pair<BlockId, VariableId>> todo = {{block, v}};
    while (!todo.empty()) {
        auto [at, name] = todo.back();
        todo.pop_back();
        for (const Operation& op : graph.blocks[at].operations) {
            bool call = op.op == Op::simple_call || op.op == Op::call_args;
            for (size_t i = call ? 1 : 0; i < op.args.size(); i++)
                if (op.args[i] == Value(name)) return false;
        }
        for (const Link& link : graph.blocks[at].links) {
            for (size_t i = 0; i < link.args.size(); i++) {
                if (link.args[i] != Value(name)) continue;
                if (link.target == graph.returns || link.target == graph.excepts) return false;
                VariableId input = graph.blocks[link.target].inputs[i];
                if (same.insert(input).second) todo.push_back({link.target, input});
            }
        }
    }
    for (const Block& b : graph.blocks) {
        for (const Link& link : b.links) {
            for (size_t i = 0; i < link.args.size(); i++) {
                if (!same.contains(graph.blocks[link.target].inputs[i])) continue;
                if (!link.args[i].is_variable() || !same.contains(link.args[i].variable())) return false;
            }
        }
    }
    return true;
}

constexpr std::string_view kListMethods[] = {"append", "extend", "insert", "pop",     "remove", "clear",
                                             "index",  "count",  "sort",   "reverse", "copy"};
constexpr std::string_view kDictMethods[] = {"get",     "keys",       "values", "items", "pop",
                                             "popitem", "setdefault", "update", "clear", "copy"};
constexpr std::string_view kStrMethods[] = {"translate"};
constexpr std::string_view kTupleMethods[] = {"index", "count"};
constexpr std::string_view kSetMethods[] = {"copy",
                                            "union",
                                            "intersection",
                                            "difference",
                                            "symmetric_difference",
                                            "issubset",
                                            "issuperset",
                                            "isdisjoint",  // those of frozensets end here
                                            "add",
                                            "discard",
                                            "remove",
                                            "pop",
                                            "clear",
                                            "update",
                                            "intersection_update",
                                            "difference_update",
                                            "symmetric_difference_update"};
constexpr size_t kFrozensetMethods = 8;
constexpr std::string_view kViewMethods[] = {"isdisjoint"};

std::span<const std::string_view> code_methods(const SValue& s) {
    switch (s.kind) {
        case SKind::set:
            return std::span(kSetMethods).first(s.name.empty() ? std::size(kSetMethods) : kFrozensetMethods);
        case SKind::str: return kStrMethods;
        case SKind::list: return kListMethods;
        case SKind::dict: return kDictMethods;
        case SKind::tuple:
        case SKind::tuple_of: return kTupleMethods;
        case SKind::view: return kViewMethods;
        default: return {};
    }
}

// How builtins.def and call_method name the type of a value; empty for what has no methods.
std::string_view method_prefix(const SValue& s) {
    switch (s.kind) {
        case SKind::str: return "str";
        case SKind::bytes: return "bytes";
        case SKind::boolean:
        case SKind::integer: return "int";
        case SKind::floating: return "float";
        case SKind::list: return "list";
        case SKind::dict: return "dict";
        case SKind::set: return "set";
        case SKind::tuple:
        case SKind::tuple_of: return "tuple";
        case SKind::view: return "view";
        case SKind::file: return s.name == "text" ? "textfile" : "binaryfile";
        case SKind::environ: return "environ";
        default: return "";
    }
}

}  // namespace

SId Engine::transfer(const Operation& op) {
    switch (op.op) {
        case Op::add:
        case Op::sub:
        case Op::mul:
        case Op::matmul:
        case Op::truediv:
        case Op::floordiv:
        case Op::mod:
        case Op::pow:
        case Op::lshift:
        case Op::rshift:
        case Op::and_:
        case Op::or_:
        case Op::xor_:
        case Op::inplace_add:
        case Op::inplace_sub:
        case Op::inplace_mul:
        case Op::inplace_matmul:
        case Op::inplace_truediv:
        case Op::inplace_floordiv:
        case Op::inplace_mod:
        case Op::inplace_pow:
        case Op::inplace_lshift:
        case Op::inplace_rshift:
        case Op::inplace_and:
        case Op::inplace_or:
        case Op::inplace_xor: return binary(op.op, arg(0), arg(1));
        case Op::lt:
        case Op::le:
        case Op::eq:
        case Op::ne:
        case Op::gt:
        case Op::ge: return compare(op.op, arg(0), arg(1));
        case Op::neg:
        case Op::pos:
        case Op::invert: return unary(op.op, arg(0));
        case Op::is_: return identity(arg(0), arg(1));
        case Op::bool_: return truth(arg(0));
        case Op::not_: {
            SId value = truth(arg(0));
            std::optional<bool> known = lattice.constant_truth(value);
            return known ? lattice.boolean(!*known) : value;
        }
        case Op::contains: return contains(arg(0), arg(1));
        case Op::getitem:
            if (auto part = by_slice("__sapwood_sliced__")) return *part;
            return getitem(arg(0), arg(1));
        case Op::setitem:
            if (by_slice("__sapwood_store_sliced__")) return lattice.none();
            return setitem(arg(0), arg(1), arg(2));
        case Op::delitem:
            if (by_slice("__sapwood_delete_sliced__")) return lattice.none();
            return delitem(arg(0), arg(1));
        case Op::getslice: return getslice(arg(0));
        case Op::setslice: return setslice();
        case Op::delslice: return delslice(arg(0));
        case Op::getattr: return getattr(arg(0), name_operand(1));
        case Op::setattr: return setattr(arg(0), name_operand(1), arg(2));
        case Op::delattr: return delete_attribute(arg(0), name_operand(1));
        case Op::super_getattr: return super_attribute();
        case Op::frame_save:
            for (uint32_t id : std::vector<uint32_t>(lattice[arg(0)].ids)) {
                bool first = !attribute_entry(id, name_operand(1)).of_frame;
                PlaceId saved = frame_attribute(id, name_operand(1));
                if (first) wake(saved);  // frame_load waits for it
                write(saved, arg(2), origin_of(op.args[2]));
            }
            return lattice.none();
        case Op::frame_load: {
            SId result = lattice.impossible();
            bool saved = false;  // else the yield in front of here is never reached
            for (uint32_t id : std::vector<uint32_t>(lattice[arg(0)].ids)) {
                const AttributeEntry& entry = attribute_entry(id, name_operand(1));
                saved = saved || entry.of_frame;
                result = lattice.join(result, read(entry.place));
            }
            blocked_ = !saved;
            return result;
        }
        case Op::delegate: return delegate(arg(0));
        case Op::yield_: CHECK(false, "a generator that was not split");
        case Op::iter: return iter(arg(0));
        case Op::next: return next_item(arg(0), "");
        case Op::newtuple: {
            std::vector<SId> items;
            for (size_t i = 0; i < op.args.size(); i++) items.push_back(lattice.without_constant(arg(i)));
            SId result = lattice.tuple(std::move(items));
            if (lattice.depth(result) >= kMaxDepth)
                return error<Diag::unsupported>("a tuple that holds itself, level by level");
            return result;
        }
        case Op::newlist: {
            SId list = new_list(lattice.impossible());
            for (size_t i = 0; i < op.args.size(); i++) {
                for (uint32_t id : lattice[list].ids) {
                    write(cells[id].first, lattice.without_constant(arg(i)), location());
                }
            }
            return list;
        }
        case Op::newset: {
            SId set = new_set(lattice.impossible(), false);
            for (size_t i = 0; i < op.args.size(); i++) {
                hash_deep(arg(i));
                store_set(set, arg(i));
            }
            return set;
        }
        case Op::newdict: {
            SId dict = new_dict(lattice.impossible(), lattice.impossible());
            for (size_t i = 0; i + 1 < op.args.size(); i += 2) {
                hash_deep(arg(i));
                store_dict(dict, lattice.without_constant(arg(i)), lattice.without_constant(arg(i + 1)));
            }
            return dict;
        }
        case Op::list_append:
            for (uint32_t id : std::vector<uint32_t>(lattice[arg(0)].ids)) {
                cells[id].resized = true;
                write(cells[id].first, lattice.without_constant(arg(1)), location());
            }
            return lattice.none();
        case Op::unpack_check: {
            SId sequence = arg(0);
            std::optional<int64_t> wanted = lattice.constant_int(arg(1));
            if (lattice.kind(sequence) == SKind::none) return lattice.impossible();
            if (lattice.kind(sequence) == SKind::tuple) {
                size_t has = lattice[sequence].items.size();
                if (wanted && *wanted >= 0 && static_cast<size_t>(*wanted) != has)
                    return wrong_length<Diag::unpack_arity>(has, has, *wanted);
                return lattice.without_none(sequence);
            }
            SId item = items_of(sequence, "");
            if (lattice.is_conflict(item)) return item;
            // What can be gone through only once is read into a list.
            SKind kind = lattice.kind(sequence);
            bool once = kind == SKind::iterator || kind == SKind::instance || kind == SKind::file ||
                        kind == SKind::dict || kind == SKind::view || kind == SKind::bytes;
            return once ? new_list(item) : lattice.without_none(sequence);
        }
        case Op::unpack_item: return unpack_item();
        case Op::unpack_rest: return unpack_rest();
        case Op::to_str:
        case Op::to_repr:
        case Op::to_ascii: {
            SId value = arg(0);
            if (op.op == Op::to_str) {
                ArgumentSource empty{ArgumentSource::Kind::constant, 0, 0, program.constants.str("")};
                if (auto result = special(value, "__format__", {{lattice.str(), empty}})) return *result;
            }
            text_deep(value, op.op == Op::to_str ? "__str__" : "__repr__");
            if (op.op == Op::to_str && lattice.kind(value) == SKind::str && !lattice[value].nullable)
                return lattice.without_constant(value);
            return lattice.str();
        }
        case Op::format:
            if (auto result = special(arg(0), "__format__", {{arg(1), {ArgumentSource::Kind::operand, 1}}}))
                return *result;
            text_deep(arg(0), "__str__");
            return lattice.str();
        case Op::concat_str: return lattice.str();
        case Op::simple_call:
        case Op::call_args: return call_operation();
        case Op::make_closure: {
            const Constant c = constant(op.args[0].constant());
            uint32_t desc = op.args.size() > 1 ? closure_desc(c.object) : function_desc(c.object);
            while (descs[desc].environment.size() + 1 < op.args.size()) {
                size_t i = descs[desc].environment.size();
                const auto& names = world.object(c.object).function.cell_names;
                PlaceId slot = new_place(PlaceKind::captured, i < names.size() ? names[i] : "default");
                descs[desc].environment.push_back(slot);
            }
            for (size_t i = 1; i < op.args.size(); i++) {
                Location from = origin_of(op.args[i]);
                write(descs[desc].environment[i - 1], lattice.without_constant(arg(i)),
                      from.known() ? from : location());
            }
            return callable(desc);
        }
        case Op::newcell: {
            uint32_t shared = cell(CellKind::var, "");
            if (lattice.possible(arg(0))) {
                Location from = origin_of(op.args[0]);
                write(cells[shared].first, lattice.without_constant(arg(0)),
                      from.known() ? from : location());
            } else {
                cells[shared].maybe_undefined = true;
            }
            return lattice.with_ids(SKind::cell, {shared});
        }
        case Op::cell_get: {
            const std::string& name = name_operand(1);
            SId result = lattice.impossible();
            for (uint32_t id : std::vector<uint32_t>(lattice[arg(0)].ids)) {
                cells[id].name = name;
                place(cells[id].first).name = name;
                result = lattice.join(result, read(cells[id].first));
            }
            return result;
        }
        case Op::cell_set:
            for (uint32_t id : std::vector<uint32_t>(lattice[arg(0)].ids)) {
                Location from = origin_of(op.args[1]);
                if (lattice.possible(arg(1)))
                    write(cells[id].first, lattice.without_constant(arg(1)),
                          from.known() ? from : location());
                else
                    cells[id].maybe_undefined = true;
            }
            return lattice.none();
        case Op::check_defined: {
            std::optional<bool> known = lattice.constant_truth(arg(0));
            return known && !*known ? lattice.impossible() : lattice.none();
        }
        case Op::exc_instance: {
            SId value = arg(0);
            if (lattice.kind(value) == SKind::callable) value = call("call", value, {});
            if (lattice.kind(value) == SKind::none || !lattice.possible(value)) return lattice.impossible();
            bool fine = lattice.kind(value) == SKind::instance;
            if (fine) {
                for (uint32_t id : lattice[value].ids) fine = fine && is_exception(classes[id].class_);
            }
            if (!fine)
                return error<Diag::unsupported>("raising " + describe(value) +
                                                ", which does not derive from BaseException,");
            return lattice.without_none(value);
        }
        case Op::exc_set_cause: return lattice.none();
        case Op::exc_match: {
            SId value = arg(0), classes_value = arg(1);
            if (!lattice.possible(narrow_to_classes(value, classes_value, true)))
                return lattice.boolean(false);
            if (!lattice.possible(narrow_to_classes(value, classes_value, false)))
                return lattice.boolean(true);
            return lattice.boolean();
        }
        case Op::exc_enter:
            return lattice.nullable(instance_of(class_index(world.builtin_class("BaseException"), 0)));
        case Op::exc_leave:
        case Op::exc_raised: return lattice.none();
        case Op::exc_handled: return instance_of(class_index(world.builtin_class("BaseException"), 0));
        default: CHECK(false, "operation {} in phase Flow", op_info(op.op).name);
    }
    return lattice.conflict();
}

// What is known before the program runs: values of different kinds, classes, and objects made at import, are
// told apart by what they are.
SId Engine::identity(SId a, SId b) {
    if (lattice.is_conflict(a) || lattice.is_conflict(b)) return lattice.boolean();
    if (lattice.declines(a) || lattice.declines(b)) {
        if (lattice.declines(a) != lattice.declines(b)) return lattice.boolean(false);
        return lattice.kind(a) == lattice.kind(b) ? lattice.boolean(true) : lattice.boolean();
    }
    bool none_a = lattice.can_be_none(a), none_b = lattice.can_be_none(b);
    if (lattice.kind(a) == SKind::none && lattice.kind(b) == SKind::none) return lattice.boolean(true);
    if (lattice.kind(b) == SKind::none && !none_a) return lattice.boolean(false);
    if (lattice.kind(a) == SKind::none && !none_b) return lattice.boolean(false);
    const SValue x = lattice[a], y = lattice[b];
    if (x.kind == SKind::boxed || y.kind == SKind::boxed) return lattice.boolean();
    bool sure = !x.nullable && !y.nullable;
    auto classes_only = [&](const SValue& v) {
        return v.kind == SKind::callable && std::ranges::all_of(v.ids, [&](uint32_t desc) {
                   return descs[desc].kind == DescKind::class_;
               });
    };
    if (sure && classes_only(x) && classes_only(y)) {
        if (x.ids.size() == 1 && x.ids == y.ids) return lattice.boolean(true);
        bool met = std::ranges::any_of(
            x.ids, [&](uint32_t desc) { return std::ranges::binary_search(y.ids, desc); });
        return met ? lattice.boolean() : lattice.boolean(false);
    }
    auto import_time = [](SKind kind) { return kind == SKind::object || kind == SKind::module; };
    if (import_time(x.kind) && x.kind == y.kind) return lattice.boolean(x.constant == y.constant);
    bool distinct =
        x.kind == SKind::instance || y.kind == SKind::instance || import_time(x.kind) || import_time(y.kind);
    if (!distinct) return lattice.boolean();
    if (none_a && none_b) return lattice.boolean();
    if (x.kind == SKind::none || y.kind == SKind::none) return lattice.boolean();
    if (x.kind != y.kind) return lattice.boolean(false);
    if (sure && x.constant.valid() && y.constant.valid()) return lattice.boolean(x.constant == y.constant);
    for (uint32_t id : x.ids) {
        std::vector<uint32_t> can_be = concrete(id);
        for (uint32_t other : y.ids) {
            for (uint32_t k : concrete(other)) {
                if (std::ranges::find(can_be, k) != can_be.end()) return lattice.boolean();
            }
        }
    }
    return lattice.boolean(false);
}

// Whether a value is the callee of a call: then what is missing is a method.
bool Engine::is_called(VariableId v) const {
    return is_callee(*copies[copy_]->graph, block_, v);
}

SId Engine::unary(Op op, SId value) {
    const SValue s = lattice[value];
    const char* method = op == Op::neg ? "__neg__" : op == Op::pos ? "__pos__" : "__invert__";
    if (s.kind == SKind::none) return lattice.impossible();
    if (s.kind == SKind::instance) {
        if (auto result = special(value, method, {})) return *result;
    }
    if (!lattice.is_numeric(value) || (op == Op::invert && (lattice.tags(value) & kFloatTag)))
        return error<Diag::bad_operand>(op == Op::neg ? "-" : op == Op::pos ? "+" : "~", describe(value));
    uint8_t tags = lattice.tags(value) & ~kNoneTag;
    if (tags & kBoolTag) tags = (tags & ~kBoolTag) | kIntTag;
    if (auto known = lattice.constant_int(value); known && op == Op::neg && *known != INT64_MIN)
        return constant_value(program.constants.integer(-*known));
    return op == Op::pos && s.kind == SKind::integer ? lattice.without_constant(value) : lattice.number(tags);
}

SId Engine::truth(SId value) {
    const SValue s = lattice[value];
    if (s.kind == SKind::conflict) return lattice.boolean();
    if (s.kind == SKind::boolean) return value;
    if (auto known = lattice.constant_truth(value)) return lattice.boolean(*known);
    if (s.kind == SKind::instance) {
        bool has = false;
        for (const char* name : {"__bool__", "__len__"}) {
            if (has || !has_special(value, name)) continue;
            special(value, name, {});
            has = true;
        }
        return has || s.nullable ? lattice.boolean() : lattice.boolean(true);
    }
    if (s.nullable) return lattice.boolean();
    if (s.kind == SKind::tuple) return lattice.boolean(!s.items.empty());
    if (s.kind == SKind::callable || s.kind == SKind::module || s.kind == SKind::file ||
        s.kind == SKind::builtin_method)
        return lattice.boolean(true);
    return lattice.boolean();
}

bool Engine::is_of_builtin_type(SId value, std::string_view type) const {
    const SValue s = lattice[value];
    if (s.kind == SKind::set) return type == (s.name == "frozenset" ? "frozenset" : "set");
    return method_prefix(s) == type;
}

// ---- Attributes

SId Engine::getattr(SId object, const std::string& name) {
    const SValue s = lattice[object];
    bool method = is_called(op_->result);
    auto no_such = [&](const std::vector<std::string>& known) {
        return method ? unknown<Diag::unknown_method>(describe(object), name, known)
                      : unknown<Diag::unknown_attribute>(describe(object), name, known);
    };
    if (name == "__class__" && s.kind != SKind::callable && s.kind != SKind::module) return class_of(object);
    switch (s.kind) {
        case SKind::none: return lattice.impossible();
        case SKind::instance:
            // What a generator keeps is nobody's business.
            if (is_generator(object) && name != "__class__" &&
                std::ranges::none_of(concrete(s.ids[0]), [&](uint32_t id) {
                    return world.class_attribute(classes[id].class_, name).has_value();
                }))
                return no_such({"send", "throw", "close"});
            return instance_attribute(object, name);
        case SKind::module: {
            ObjectId module = constant(s.constant).object;
            if (!world.module_attribute(module, name) && !globals.contains({module, name}))
                return unknown<Diag::unknown_attribute>(describe(object), name,
                                                        world.attribute_names(module));
            return read(global_place(module, name));
        }
        case SKind::callable: {
            SId result = lattice.impossible();
            for (uint32_t desc : s.ids) {
                const DescInfo info = descs[desc];
                if (info.kind == DescKind::class_) {
                    result = lattice.join(result, class_constant_attribute(info.object, name));
                } else if (name == "__name__" || name == "__qualname__") {
                    const HostObject& host = world.object(info.object);
                    std::string text = name == "__name__" ? host.name : host.function.qualname;
                    if (info.kind == DescKind::builtin) {
                        if (name == "__qualname__")
                            return error<Diag::unsupported>("`__qualname__` of a built-in function");
                        text = host.name.substr(host.name.rfind('.') + 1);
                    }
                    if (name == "__qualname__" && s.ids.size() > 1)
                        return error<Diag::unsupported>("`__qualname__` of one of several functions");
                    result = lattice.join(result, constant_value(program.constants.str(text)));
                } else {
                    return no_such({"__name__", "__qualname__"});
                }
            }
            return result;
        }
        case SKind::range:
            if (name == "start" || name == "stop" || name == "step") return lattice.integer();
            return no_such({"start", "stop", "step"});
        case SKind::object:
            return error<Diag::unsupported_object>(
                fmt::format("`{}`", world.object(constant(s.constant).object).name),
                "its type is not known here");
        default: break;
    }
    std::string prefix(method_prefix(s));
    if (prefix.empty()) return no_such({});
    for (std::string_view known : code_methods(s)) {
        if (known != name) continue;
        return builtin_method(object, prefix, name);
    }
    if (s.kind == SKind::dict && name == "fromkeys")
        return constant_value(world.class_attribute(world.builtin_class("dict"), name)->value);
    auto rows = builtin_rows(prefix + "." + name);
    bool file_exit = s.kind == SKind::file && name == "__exit__";
    bool str_format = s.kind == SKind::str && name == "format";
    if (rows.empty() && !file_exit && !str_format) {
        std::vector<std::string> known = builtin_names(prefix + ".");
        std::span<const std::string_view> methods = code_methods(s);
        known.insert(known.end(), methods.begin(), methods.end());
        return no_such(known);
    }
    if (!rows.empty() && (rows[0].effects & builtin_effect::attribute))
        return row_result(rows[0].result, name);
    return builtin_method(object, prefix, name);
}

// What is only called needs no value of its own.  What is kept, or called by others, is a closure over the
// value (not where that may be None: reading the method has to raise then).
SId Engine::builtin_method(SId object, const std::string& type, const std::string& name) {
    SKind kind = lattice.kind(object);
    bool of_class = kind != SKind::view && kind != SKind::file && kind != SKind::environ;
    if (of_class && op_->op == Op::getattr && !lattice.can_be_none(object) &&
        !is_only_called(*copies[copy_]->graph, block_, op_->result)) {
        std::optional<HostAttribute> method = world.class_attribute(world.builtin_class(type), name);
        if (method && method->value.valid() && constant(method->value).kind == ConstantKind::object) {
            uint32_t desc = builtin_method_desc(constant(method->value).object);
            write(descs[desc].environment[0], lattice.without_constant(object), location());
            return callable(desc);
        }
    }
    SValue result;
    result.kind = SKind::builtin_method;
    result.name = type + "." + name;
    result.items = {lattice.without_constant(object)};
    return lattice.intern(std::move(result));
}

SId Engine::setattr(SId object, const std::string& name, SId value) {
    const SValue s = lattice[object];
    value = lattice.without_constant(value);
    switch (s.kind) {
        case SKind::conflict: return lattice.none();
        case SKind::none: return lattice.impossible();
        case SKind::instance:
            if (is_generator(object)) return error<Diag::unknown_attribute>(describe(object), name);
            if (auto hook = attribute_hook(object, "__setattr__", name, value)) return *hook;
            store_instance_attribute(object, name, value);
            return lattice.none();
        case SKind::module:
            world.note_store(constant(s.constant).object, name);
            write(global_place(constant(s.constant).object, name), value, location());
            return lattice.none();
        case SKind::callable: {
            for (uint32_t desc : s.ids) {
                if (descs[desc].kind != DescKind::class_ || world.object(descs[desc].object).builtin_class)
                    return error<Diag::readonly_attribute>(name, describe(object));
                store_class_attribute(descs[desc].object, name, value);
            }
            return lattice.none();
        }
        default: return error<Diag::readonly_attribute>(name, describe(object));
    }
}

// ---- Text of values: which user methods run

void Engine::text_deep(SId value, const std::string& method, int depth) {
    if (depth > 4) return;
    const SValue s = lattice[value];
    switch (s.kind) {
        case SKind::instance: {
            if (method == "__str__") {
                // str() of a class without __str__ is its repr.
                for (uint32_t id : s.ids) {
                    if (!implicit_special(instance_of(id), "__str__", {}))
                        implicit_special(instance_of(id), "__repr__", {});
                }
                implicit_special(value, "__repr__", {});
            } else {
                implicit_special(value, "__repr__", {});
            }
            return;
        }
        case SKind::tuple:
        case SKind::tuple_of:
            for (SId item : s.items) text_deep(item, "__repr__", depth + 1);
            return;
        case SKind::list:
        case SKind::set: text_deep(list_item(value), "__repr__", depth + 1); return;
        case SKind::dict:
            text_deep(dict_key(value), "__repr__", depth + 1);
            text_deep(dict_value(value), "__repr__", depth + 1);
            return;
        case SKind::callable:
            for (uint32_t id : s.ids) {
                if (descs[id].kind == DescKind::class_) world.class_attribute(descs[id].object, kClassText);
                if (descs[id].kind == DescKind::bound_method && descs[id].self.valid())
                    text_deep(read(descs[id].self), "__repr__", depth + 1);
            }
            return;
        case SKind::view: text_deep(items_of(value, ""), "__repr__", depth + 1); return;
        default: return;
    }
}

}  // namespace sapwood::annotation
