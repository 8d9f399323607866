// Classes, their copies, attributes and methods.  See engine.h.
//
// In the first rounds an instance value names the classes of the instances exactly (built-in exceptions stand
// for what the run time raises, subclasses included); in the joined rounds it names one class and means it
// and its subclasses.
#include <algorithm>
#include <utility>

#include "annotator/engine.h"

namespace sapwood::annotation {

bool Engine::is_generator_base(ObjectId class_) const {
    auto base = program.host.classes.find("generator");
    return base != program.host.classes.end() && base->second == class_;
}

bool Engine::is_enumeration(ObjectId class_) const {
    if (world.object(class_).qualname.starts_with("enum.")) return false;
    return std::ranges::any_of(world.object(class_).mro,
                               [&](ObjectId base) { return world.object(base).qualname == "enum.Enum"; });
}

uint32_t Engine::root(uint32_t index) const {
    while (classes[index].base != UINT32_MAX) index = classes[index].base;
    return index;
}

// The base whose layout the class goes on with; all others are mixins.
std::optional<ObjectId> Engine::primary_base(ObjectId class_) {
    const std::vector<ObjectId> mro = world.object(class_).mro;
    std::vector<ObjectId> direct;
    for (size_t i = 1; i < mro.size(); i++) {
        if (world.object(mro[i]).name == "object" && world.object(mro[i]).builtin_class) continue;
        bool covered = false;
        for (size_t k = 1; k < mro.size(); k++)
            covered = covered || (k != i && world.is_subclass(mro[k], mro[i]));
        if (!covered) direct.push_back(mro[i]);
    }
    if (direct.empty()) return std::nullopt;
    for (ObjectId base : direct) {
        if (is_exception(base)) return base;
    }
    for (ObjectId base : direct) {
        std::optional<HostAttribute> init = world.class_attribute(base, "__init__");
        if (init && init->defined_in.valid() && !world.object(init->defined_in).builtin_class) return base;
    }
    return direct[0];
}

uint32_t Engine::class_index(ObjectId class_, uint32_t copy) {
    copy = plan.class_representative(class_, copy);
    auto known = class_index_.find({class_, copy});
    if (known != class_index_.end()) return known->second;
    uint32_t base = UINT32_MAX;
    if (std::optional<ObjectId> primary = primary_base(class_)) {
        uint32_t base_copy = 0;
        // Copies, like generators, have a base in common with others only where they meet.
        if (copy != 0 || is_generator_base(*primary)) {
            SiteKey site{0, VariableId(copy), plan.keys.intern("base of"), *primary, class_.index};
            auto [it, added] = plan.class_copies.try_emplace(site, 0);
            if (added) it->second = ++plan.next_class_copy[*primary];
            base_copy = it->second;
        }
        base = class_index(*primary, base_copy);
    }
    uint32_t index = static_cast<uint32_t>(classes.size());
    class_index_[{class_, copy}] = index;
    ClassInfo info;
    info.class_ = class_;
    info.copy = copy;
    info.key = plan.keys.intern(fmt::format("class {} {}", class_.index, copy));
    info.base = base;
    info.below = new_place(PlaceKind::event, "");
    classes.push_back(std::move(info));
    if (base != UINT32_MAX) classes[base].subclasses.push_back(index);
    return index;
}

bool Engine::inherits(uint32_t index, ObjectId base) const {
    return world.is_subclass(classes[index].class_, base);
}

std::vector<uint32_t> Engine::concrete(uint32_t index) {
    watch(classes[index].below);
    bool builtin = world.object(classes[index].class_).builtin_class;
    if (!plan.joined && !plan.with_subclasses && !builtin) return {index};
    std::vector<uint32_t> result, todo = {index};
    while (!todo.empty()) {
        uint32_t at = todo.back();
        todo.pop_back();
        if (classes[at].instantiated || world.object(classes[at].class_).builtin_class) result.push_back(at);
        todo.insert(todo.end(), classes[at].subclasses.begin(), classes[at].subclasses.end());
    }
    std::sort(result.begin(), result.end());
    return result;
}

void Engine::instantiate(uint32_t index) {
    if (classes[index].instantiated) return;
    classes[index].instantiated = true;
    for (uint32_t at = index; at != UINT32_MAX; at = classes[at].base) wake(classes[at].below);
    if (is_exception(classes[index].class_)) {  // an uncaught exception is printed
        implicit_special(instance_of(index), "__str__", {});
    }
}

SId Engine::instance_of(uint32_t index) {
    return lattice.with_ids(SKind::instance, {index});
}

std::vector<uint32_t> Engine::join_classes(std::vector<uint32_t> ids) {
    if (ids.size() < 2) return ids;
    auto chain = [&](uint32_t at) {
        std::vector<uint32_t> result;
        for (; at != UINT32_MAX; at = classes[at].base) result.push_back(at);
        return result;
    };
    uint32_t common = ids[0];
    for (uint32_t id : ids) {
        std::vector<uint32_t> a = chain(common), b = chain(id);
        uint32_t found = UINT32_MAX;
        for (uint32_t x : a) {
            for (uint32_t y : b) {
                if (found != UINT32_MAX || classes[x].class_ != classes[y].class_) continue;
                found = x;
                if (x != y) met_classes.insert({std::min(x, y), std::max(x, y)});
            }
        }
        if (found == UINT32_MAX) return {};
        common = found;
    }
    if (plan.joined) return {common};
    return ids;
}

uint32_t Engine::class_at_site(ObjectId class_) {
    bool sensitive = false;
    if (!is_exception(class_)) {
        for (std::optional<ObjectId> at = class_; at; at = primary_base(*at))
            sensitive = sensitive || plan.sensitive_classes.contains(*at);
    }
    if (!sensitive) return class_index(class_, 0);
    const Copy& c = *copies[copy_];
    SiteKey site{c.key, op_->result, plan.keys.intern("make"), class_, 0};
    auto planned = plan.class_copies.find(site);
    if (planned != plan.class_copies.end()) return class_index(class_, planned->second);
    uint32_t copy = 0;
    bool found = false;
    // A method that makes instances of its own class would make a new copy for each copy it is in.
    for (const ClassInfo& info : classes) {
        if (info.key != c.owner || info.class_ != class_) continue;
        for (auto [creator, op] : info.creators) {
            if (copies[creator]->function != c.function || op != op_->result) continue;
            copy = info.copy;
            found = true;
        }
    }
    for (uint32_t at = c.parent; at != kNoCopy && !found; at = copies[at]->parent) {
        if (copies[at]->function != c.function) continue;
        auto above = plan.class_copies.find({copies[at]->key, op_->result, site.role, class_, 0});
        if (above == plan.class_copies.end()) continue;
        copy = above->second;
        found = true;
    }
    uint32_t others = 0;
    for (const ClassInfo& info : classes) others += info.class_ == class_;
    if (!found && others < plan.limits.sites) copy = ++plan.next_class_copy[class_];
    plan.class_copies[site] = copy;
    return class_index(class_, copy);
}

// ---- Attributes

std::vector<std::string> Engine::attribute_names(uint32_t index) {
    std::vector<std::string> names = world.attribute_names(classes[index].class_);
    for (uint32_t at = index; at != UINT32_MAX; at = classes[at].base)
        for (const auto& [name, entry] : classes[at].attributes)
            if (entry.stored) names.push_back(name);
    return names;
}

AttributeEntry& Engine::attribute_entry(uint32_t index, const std::string& name) {
    uint32_t home = index;
    for (uint32_t at = index; at != UINT32_MAX; at = classes[at].base) {
        auto entry = classes[at].attributes.find(name);
        if (entry != classes[at].attributes.end()) return entry->second;
        if (plan.joined && !world.object(classes[at].class_).builtin_class &&
            world.class_attribute(classes[at].class_, name))
            home = at;
    }
    AttributeEntry entry;
    entry.place = new_place(PlaceKind::attribute, name);
    entry.origin = location();
    // What subclasses had so far moves up.
    std::vector<uint32_t> todo = classes[home].subclasses;
    while (!todo.empty()) {
        uint32_t at = todo.back();
        todo.pop_back();
        todo.insert(todo.end(), classes[at].subclasses.begin(), classes[at].subclasses.end());
        auto below = classes[at].attributes.find(name);
        if (below == classes[at].attributes.end()) continue;
        AttributeEntry old = below->second;
        classes[at].attributes.erase(below);
        entry.on_instance |= old.on_instance;
        entry.on_class |= old.on_class;
        entry.stored |= old.stored;
        entry.deleted |= old.deleted;
        entry.of_frame |= old.of_frame;
        if (old.origin.known()) entry.origin = old.origin;
        write(entry.place, place(old.place).value, place(old.place).origin, place(old.place).spot);
        wake(old.place);
        place(entry.place).readers.insert(place(old.place).readers.begin(), place(old.place).readers.end());
    }
    return classes[home].attributes[name] = entry;
}

// What a suspended generator keeps: always saved before it is loaded, and known to nobody else.
PlaceId Engine::frame_attribute(uint32_t index, const std::string& name) {
    AttributeEntry& entry = attribute_entry(index, name);
    entry.on_instance = entry.stored = entry.of_frame = true;
    return entry.place;
}

uint32_t Engine::method_owner(uint32_t index, ObjectId function, const std::string& name) {
    ObjectId defining = world.object(function).function.owner;
    ConstantId own;
    if (!defining.valid()) {
        if (auto attribute = world.class_attribute(classes[index].class_, name)) own = attribute->value;
    }
    while (classes[index].base != UINT32_MAX) {
        uint32_t above = classes[index].base;
        if (defining.valid()) {
            if (!inherits(above, defining)) break;
        } else {
            auto attribute = world.class_attribute(classes[above].class_, name);
            if (!attribute || attribute->value != own) break;
        }
        index = above;
    }
    return index;
}

// The class-level value as reading it from an instance of the class gives it.
SId Engine::bind_class_attribute(uint32_t index, const HostAttribute& attribute, const std::string& name) {
    if (!attribute.value.valid()) return lattice.impossible();
    const Constant c = constant(attribute.value);
    if (c.kind != ConstantKind::object) return constant_value(attribute.value);
    const HostObject object = world.object(c.object);
    switch (object.kind) {
        case HostKind::function: {
            if (!is_user_function(c.object)) return constant_value(attribute.value);
            uint32_t desc = bound_desc(function_desc(c.object), method_owner(index, c.object, name));
            write(descs[desc].self, instance_of(index), location());
            return callable(desc);
        }
        case HostKind::staticmethod: return constant_value(object.items[0]);
        case HostKind::classmethod: {
            SId function = constant_value(object.items[0]);
            if (lattice.kind(function) != SKind::callable) return function;
            ConstantId self = program.constants.object(classes[index].class_);
            return callable(bound_constant_desc(lattice[function].ids[0], self, constant_value(self)));
        }
        case HostKind::builtin: {
            bool method = object.name.starts_with("object.") || object.name.starts_with("BaseException.") ||
                          (attribute.defined_in.valid() && world.object(attribute.defined_in).builtin_class);
            if (!method) return constant_value(attribute.value);
            SValue s;
            s.kind = SKind::builtin_method;
            s.name = (is_exception(classes[index].class_) ? "BaseException." : "object.") + name;
            s.items = {instance_of(index)};
            return lattice.intern(std::move(s));
        }
        case HostKind::instance:
            for (const char* method : {"__get__", "__set__", "__delete__"})
                if (object.type.valid() && world.class_attribute(object.type, method))
                    return error<Diag::unsupported>(
                        fmt::format("descriptor `{}` of class `{}`", name, class_name(index)));
            return constant_value(attribute.value);
        default: return constant_value(attribute.value);
    }
}

std::optional<SId> Engine::property_accessor(uint32_t k, const std::optional<HostAttribute>& attribute,
                                             const std::string& name, size_t accessor) {
    if (!attribute || !attribute->value.valid()) return std::nullopt;
    const Constant c = constant(attribute->value);
    if (c.kind != ConstantKind::object || world.object(c.object).kind != HostKind::property)
        return std::nullopt;
    SId function = constant_value(world.object(c.object).items[accessor]);
    if (lattice.kind(function) != SKind::callable) {
        if (accessor == kSetter) return error<Diag::readonly_attribute>(name, "`" + class_name(k) + "`");
        if (accessor == kDeleter)
            return error<Diag::unsupported>(
                fmt::format("deletion of property `{}`, which has no deleter,", name));
        return unknown<Diag::unknown_attribute>("`" + class_name(k) + "`", name, attribute_names(k));
    }
    uint32_t desc = lattice[function].ids[0];
    uint32_t bound = bound_desc(desc, method_owner(k, descs[desc].object, name));
    write(descs[bound].self, instance_of(k), location());
    return callable(bound);
}

// Whether this may be a function that reading it from an instance would make a method of.
bool Engine::stores_function(SId value) {
    return lattice.kind(value) == SKind::callable &&
           std::ranges::any_of(lattice[value].ids,
                               [&](uint32_t id) { return descs[id].kind == DescKind::function; });
}

SId Engine::refuse_stored_method(uint32_t k, const std::string& name, PlaceId stored) {
    std::string what = fmt::format(
        "reading `{}` of `{}` from an instance, where run-time code stores a function,", name, class_name(k));
    Diagnostic refused = made<Diag::unsupported>(location(), what);
    refused.notes.push_back(made<Diag::came_from>(place(stored).origin, describe(place(stored).value)));
    refused.notes.push_back(made<Diag::remedy>(
        location(),
        fmt::format("it becomes a method there; read it from the class, `{}.{}`, or store it in an "
                    "attribute of the instance",
                    class_name(k), name)));
    add_error(std::move(refused));
    return lattice.conflict();
}

// Instances that have something else where their class has a method: told where it is stored, and of those
// that were made at import, where they are used.
SId Engine::refuse_shadowed_method(uint32_t k, const std::string& name) {
    return error<Diag::unsupported>(fmt::format(
        "attribute `{}` of an instance of `{}`, which has a method of that name,", name, class_name(k)));
}

SId Engine::one_class_attribute(uint32_t index, const std::string& name, bool& missing, SId& getters) {
    SId result = lattice.impossible();
    missing = false;
    for (uint32_t k : concrete(index)) {
        std::optional<HostAttribute> attribute = world.class_attribute(classes[k].class_, name);
        bool builtin_data = attribute && attribute->defined_in.valid() &&
                            world.object(attribute->defined_in).builtin_class && attribute->value.valid() &&
                            lattice.kind(constant_value(attribute->value)) == SKind::object;
        if (builtin_data) attribute.reset();
        if (std::optional<SId> getter = property_accessor(k, attribute, name, kGetter)) {
            getters = lattice.join(getters, *getter);
            continue;
        }
        SId bound = attribute ? bind_class_attribute(k, *attribute, name) : lattice.impossible();
        uint32_t home = attribute && attribute->variable ? class_index(classes[k].class_, 0) : index;
        if (attribute) {
            AttributeEntry& entry = attribute_entry(home, name);
            entry.stored = true;
            entry.on_class |= attribute->variable;
            if (attribute->variable) class_variables.insert({attribute->defined_in, name});
            PlaceId entry_place = entry.place;
            bool own = entry.on_instance || entry.on_class;
            write(entry_place, bound, world.object(classes[k].class_).location);
            result = lattice.join(result, own ? read(entry_place) : bound);
            watch(entry_place);
            if (attribute->variable && stores_function(read(entry_place)))
                return refuse_stored_method(k, name, entry_place);
            if (entry.on_instance && is_method(*attribute)) return refuse_shadowed_method(k, name);
            continue;
        }
        if (std::optional<SId> known = exception_attribute(k, name)) {
            result = lattice.join(result, *known);
            continue;
        }
        bool found = false;
        for (uint32_t at = k; at != UINT32_MAX; at = classes[at].base) {
            auto entry = classes[at].attributes.find(name);
            if (entry == classes[at].attributes.end()) continue;
            // Where the object is known as its base only, the base must have the attribute.
            bool below = plan.joined && at != index && inherits(at, classes[index].class_);
            const AttributeEntry& seen = below ? attribute_entry(index, name) : entry->second;
            found = seen.stored;
            result = lattice.join(result, read(PlaceId(seen.place)));
            break;
        }
        if (found) continue;
        missing = true;
        PlaceId waiting = attribute_entry(plan.joined ? index : k, name).place;
        watch(waiting);
        missing_.insert(waiting);
        // The entry may have moved up and been stored by a sibling.
        result = lattice.join(result, read(waiting));
    }
    return result;
}

// The run-time class of an instance, as a value.
SId Engine::class_of(SId object) {
    const SValue s = lattice[object];
    std::string type;
    switch (s.kind) {
        case SKind::instance: return class_of_instance(s);
        case SKind::boolean: type = "bool"; break;
        case SKind::integer: type = "int"; break;
        case SKind::floating: type = "float"; break;
        case SKind::str: type = "str"; break;
        case SKind::bytes: type = "bytes"; break;
        case SKind::list: type = "list"; break;
        case SKind::dict: type = "dict"; break;
        case SKind::set: type = s.name.empty() ? "set" : "frozenset"; break;
        case SKind::tuple:
        case SKind::tuple_of: type = "tuple"; break;
        case SKind::none: type = "NoneType"; break;
        default: return error<Diag::unsupported>("`type()` of " + describe(object));
    }
    SId result = callable(class_desc(world.builtin_class(type)));
    return s.nullable ? lattice.join(result, callable(class_desc(world.builtin_class("NoneType")))) : result;
}

SId Engine::class_of_instance(const SValue& s) {
    std::vector<uint32_t> result;
    if (s.nullable) result.push_back(class_desc(world.builtin_class("NoneType")));
    for (uint32_t id : s.ids) {
        for (uint32_t k : concrete(id)) result.push_back(class_desc(classes[k].class_));
        if (!world.object(classes[id].class_).builtin_class) continue;
        for (ObjectId below : raised_below(classes[id].class_)) result.push_back(class_desc(below));
    }
    return result.empty() ? lattice.impossible() : lattice.with_ids(SKind::callable, std::move(result));
}

SId Engine::instance_attribute(SId object, const std::string& name) {
    const SValue s = lattice[object];
    if (name == "__class__") return class_of(object);
    if (name == "args") {
        if (auto arguments = exception_arguments(s.ids)) return *arguments;
    }
    SId result = lattice.impossible();
    SId getters = lattice.impossible();
    std::vector<uint32_t> with, without;
    for (uint32_t id : s.ids) {
        bool missing = false;
        SId value = one_class_attribute(id, name, missing, getters);
        result = lattice.join(result, value);
        bool nowhere = !plan.joined || !lattice.possible(value) || lattice.is_conflict(value);
        (missing && nowhere ? without : with).push_back(id);
    }
    if (with.empty() && !without.empty() && op_->op == Op::getattr) {
        if (auto hook = attribute_hook(object, "__getattr__", name)) {
            for (uint32_t id : without) missing_.erase(attribute_entry(id, name).place);
            return *hook;
        }
    }
    if (lattice.possible(getters)) result = lattice.join(result, call("get", getters, {}));
    if (without.empty()) return result;
    if (with.empty()) {
        std::string shown = fmt::format("`{}`", class_name(without[0]));
        if (is_called(op_->result))
            unknown<Diag::unknown_method>(shown, name, attribute_names(without[0]));
        else
            unknown<Diag::unknown_attribute>(shown, name, attribute_names(without[0]));
        return result;
    }
    std::vector<uint32_t> all = s.ids;
    uint32_t common = all[0];
    while (common != UINT32_MAX && !std::all_of(all.begin(), all.end(), [&](uint32_t id) {
               return inherits(id, classes[common].class_);
           }))
        common = classes[common].base;
    add_error({Diag::attribute_in_some_classes,
               location(),
               fmt::format(fmt::runtime(diag_info(Diag::attribute_in_some_classes).text), name,
                           "`" + class_name(with[0]) + "`", "`" + class_name(without[0]) + "`",
                           common == UINT32_MAX ? "object" : class_name(common)),
               {}});
    return result;
}

void Engine::store_instance_attribute(SId object, const std::string& name, SId value) {
    const SValue s = lattice[object];
    SId setters = lattice.impossible();
    for (uint32_t id : s.ids) {
        if (store_exception_attribute(id, name, value)) continue;
        const HostObject& host = world.object(classes[id].class_);
        bool stands_in = host.qualname.starts_with("builtins.") && copies[copy_]->graph->has_frame();
        if (host.builtin_class || stands_in) {
            error<Diag::readonly_attribute>(name, fmt::format("`{}`", class_name(id)));
            continue;
        }
        bool stored = false;
        for (uint32_t k : concrete(id)) {
            std::optional<HostAttribute> attribute = world.class_attribute(classes[k].class_, name);
            if (std::optional<SId> setter = property_accessor(k, attribute, name, kSetter)) {
                stored = true;
                setters = lattice.join(setters, *setter);
                continue;
            }
            if (!attribute || !attribute->value.valid()) continue;
            // Class-level data is what the instance has before.
            if (attribute->defined_in.valid() && !world.object(attribute->defined_in).builtin_class) {
                if (is_method(*attribute)) {
                    refuse_shadowed_method(k, name);
                    return;
                }
                AttributeEntry& entry = attribute_entry(id, name);
                PlaceId at = entry.place;
                entry.stored = true;
                write(at, bind_class_attribute(k, *attribute, name),
                      world.object(classes[k].class_).location);
            }
        }
        if (stored) continue;
        AttributeEntry& entry = attribute_entry(id, name);
        // What nothing else stores and what was read first: `self.count += 1`.
        if (!entry.stored && lattice.is_conflict(value) && lattice.is_conflict(peek(entry.place))) continue;
        if (!entry.origin.known() || !entry.on_instance) entry.origin = location();
        bool woken = entry.stored && entry.on_instance;
        entry.on_instance = entry.stored = true;
        PlaceId at = entry.place;
        write(at, value, location());
        if (!woken) wake(at);
    }
    if (!lattice.possible(setters)) return;
    Args args;
    args.positional.push_back({value, {ArgumentSource::Kind::operand, 1}});
    call("set", setters, args);
}

std::optional<SId> Engine::attribute_hook(SId object, const std::string& method, const std::string& name,
                                          std::optional<SId> value) {
    bool any = false, all = true;
    for (uint32_t id : std::vector<uint32_t>(lattice[object].ids)) {
        for (uint32_t k : concrete(id)) {
            auto attribute = world.class_attribute(classes[k].class_, method);
            bool own = attribute && attribute->defined_in.valid() &&
                       !world.object(attribute->defined_in).builtin_class;
            any = any || own;
            all = all && own;
        }
    }
    if (!any) return std::nullopt;
    if (!all)
        return error<Diag::unsupported>(
            fmt::format("`{}` of objects of which only some have `{}`,", name, method));
    uint32_t first = op_->op == Op::simple_call ? 2 : 1;  // of getattr() and setattr()
    std::vector<Arg> args{
        {constant_value(program.constants.str(name)), {ArgumentSource::Kind::operand, first}}};
    if (value) args.push_back({*value, {ArgumentSource::Kind::operand, first + 1}});
    return special(object, method, std::move(args));
}

SId Engine::delete_attribute(SId object, const std::string& name) {
    if (lattice.kind(object) == SKind::none) return lattice.impossible();
    if (lattice.kind(object) != SKind::instance)
        return error<Diag::unsupported>("deletion of attributes of " + describe(object));
    if (has_special(object, "__delattr__"))
        return error<Diag::unsupported>("deletion of attributes of " + describe(object) +
                                        ", which has `__delattr__`,");
    SId deleters = lattice.impossible();
    bool all = true;
    for (uint32_t id : std::vector<uint32_t>(lattice[object].ids)) {
        for (uint32_t k : concrete(id)) {
            std::optional<HostAttribute> attribute = world.class_attribute(classes[k].class_, name);
            std::optional<SId> deleter = property_accessor(k, attribute, name, kDeleter);
            all = all && deleter;
            if (deleter) deleters = lattice.join(deleters, *deleter);
            if (attribute && !deleter)
                return error<Diag::unsupported>(fmt::format(
                    "deletion of attribute `{}`, which class `{}` has as well,", name, class_name(k)));
        }
    }
    if (lattice.possible(deleters)) {
        if (all) return call("delete", deleters, {});
        return error<Diag::unsupported>(
            fmt::format("deletion of `{}`, a property of only some of the classes,", name));
    }
    SId value = instance_attribute(object, name);
    if (lattice.is_conflict(value)) return value;
    for (uint32_t id : std::vector<uint32_t>(lattice[object].ids)) attribute_entry(id, name).deleted = true;
    return lattice.none();
}

// ---- Attributes of classes as values

SId Engine::class_constant_attribute(ObjectId class_, const std::string& name) {
    const HostObject& host = world.object(class_);
    if (name == "__name__" || name == "__qualname__" || name == "__module__") {
        std::string module = world.class_module(class_);
        std::string text = name == "__module__" ? module : host.name;
        if (name == "__qualname__") text = host.qualname.substr(module.size() + 1);
        return constant_value(program.constants.str(text));
    }
    std::optional<HostAttribute> attribute = world.class_attribute(class_, name);
    bool variable = attribute && attribute->variable;
    if (!attribute || variable) {
        uint32_t index = class_index(class_, 0);
        AttributeEntry& entry = attribute_entry(index, name);
        PlaceId at = entry.place;
        if (attribute) {
            entry.stored = entry.on_class = true;
            class_variables.insert({attribute->defined_in, name});
            if (attribute->value.valid())
                write(at, constant_value(attribute->value), world.object(class_).location);
        }
        watch(at);
        if (!entry.stored)
            return unknown<Diag::unknown_attribute>(fmt::format("class `{}`", host.name), name,
                                                    attribute_names(index));
        return read(at);
    }
    if (!attribute->value.valid()) return lattice.impossible();
    const Constant c = constant(attribute->value);
    if (c.kind == ConstantKind::object) {
        const HostObject object = world.object(c.object);
        if (object.kind == HostKind::staticmethod) return constant_value(object.items[0]);
        if (object.kind == HostKind::classmethod) {
            SId function = constant_value(object.items[0]);
            if (lattice.kind(function) != SKind::callable) return function;
            ConstantId self = program.constants.object(class_);
            return callable(bound_constant_desc(lattice[function].ids[0], self, constant_value(self)));
        }
    }
    return constant_value(attribute->value);
}

// Whether the class-level value is a function of the program, which instances have as a method.
bool Engine::is_method(const HostAttribute& attribute) const {
    if (!attribute.value.valid() || constant(attribute.value).kind != ConstantKind::object) return false;
    return is_user_function(constant(attribute.value).object);
}

void Engine::store_class_attribute(ObjectId class_, const std::string& name, SId value) {
    world.note_store(class_, name);
    uint32_t index = class_index(class_, 0);
    std::optional<HostAttribute> attribute = world.class_attribute(class_, name);
    bool special = name.starts_with("__") && name.ends_with("__");
    if ((attribute && is_method(*attribute)) || (special && stores_function(value))) {
        error<Diag::unsupported>(
            fmt::format("storing method `{}` of class `{}` at run time", name, world.object(class_).name));
        return;
    }
    AttributeEntry& entry = attribute_entry(index, name);
    bool woken = entry.stored && entry.on_class;
    entry.stored = entry.on_class = true;
    class_variables.insert({class_, name});
    PlaceId at = entry.place;
    if (attribute && attribute->value.valid()) {
        class_variables.insert({attribute->defined_in, name});
        write(at, constant_value(attribute->value), world.object(class_).location);
    }
    write(at, value, location());
    if (!woken) wake(at);
}

SId Engine::super_attribute() {
    SId class_value = arg(0), self = arg(1);
    const std::string& name = name_operand(2);
    if (lattice.kind(class_value) != SKind::callable || lattice[class_value].ids.size() != 1)
        return error<Diag::unsupported>("super() of a class that is not known");
    ObjectId class_ = descs[lattice[class_value].ids[0]].object;
    auto find = [&](ObjectId start) -> std::optional<HostAttribute> {
        const std::vector<ObjectId> mro = world.object(start).mro;
        size_t at = std::find(mro.begin(), mro.end(), class_) - mro.begin();
        for (size_t i = at + 1; i < mro.size(); i++) {
            auto attribute = world.class_attribute(mro[i], name);
            if (attribute && attribute->defined_in == mro[i]) return attribute;
        }
        return std::nullopt;
    };
    for (ObjectId above : std::vector<ObjectId>(world.object(class_).mro)) {
        auto attribute = above == class_ ? std::nullopt : world.class_attribute(above, name);
        if (attribute && attribute->variable)
            return error<Diag::unsupported>(
                fmt::format("`super().{}`, which run-time code stores on a class,", name));
    }
    if (lattice.kind(self) == SKind::callable) {  // in a class method
        SId result = lattice.impossible();
        for (uint32_t desc : std::vector<uint32_t>(lattice[self].ids)) {
            auto attribute = find(descs[desc].object);
            if (!attribute || !attribute->value.valid()) continue;
            const Constant c = constant(attribute->value);
            if (c.kind == ConstantKind::object && world.object(c.object).kind == HostKind::classmethod) {
                SId function = constant_value(world.object(c.object).items[0]);
                ConstantId own = program.constants.object(descs[desc].object);
                result = lattice.join(result, callable(bound_constant_desc(lattice[function].ids[0], own,
                                                                           constant_value(own))));
            } else {
                result = lattice.join(result, class_constant_attribute(attribute->defined_in, name));
            }
        }
        return result;
    }
    if (lattice.kind(self) != SKind::instance)
        return error<Diag::unsupported>("super() of " + describe(self));
    SId result = lattice.impossible(), getters = lattice.impossible();
    for (uint32_t id : std::vector<uint32_t>(lattice[self].ids)) {
        for (uint32_t k : concrete(id)) {
            auto attribute = find(classes[k].class_);
            if (!attribute)
                return unknown<Diag::unknown_attribute>("the base class of `" + class_name(k) + "`", name,
                                                        world.attribute_names(classes[k].class_));
            if (std::optional<SId> getter = property_accessor(k, attribute, name, kGetter)) {
                getters = lattice.join(getters, *getter);
                continue;
            }
            result = lattice.join(result, bind_class_attribute(k, *attribute, name));
        }
    }
    if (lattice.possible(getters)) result = lattice.join(result, call("get", getters, {}));
    return result;
}

// ---- Special methods

bool Engine::has_special(SId object, const std::string& name) {
    if (lattice.kind(object) != SKind::instance) return false;
    for (uint32_t id : std::vector<uint32_t>(lattice[object].ids)) {
        for (uint32_t k : concrete(id)) {
            auto attribute = world.class_attribute(classes[k].class_, name);
            if (attribute && attribute->defined_in.valid() &&
                !world.object(attribute->defined_in).builtin_class)
                return true;
        }
    }
    return false;
}

std::optional<SId> Engine::special(SId object, const std::string& name, std::vector<Arg> positional,
                                   const std::string& role) {
    Args args;
    args.positional = std::move(positional);
    return special_call(object, name, std::move(args), role);
}

std::optional<SId> Engine::special_call(SId object, const std::string& name, Args args,
                                        const std::string& role) {
    if (lattice.kind(object) != SKind::instance) return std::nullopt;
    SId callee = lattice.impossible();
    for (uint32_t id : std::vector<uint32_t>(lattice[object].ids)) {
        for (uint32_t k : concrete(id)) {
            auto attribute = world.class_attribute(classes[k].class_, name);
            if (!attribute || !attribute->defined_in.valid() || !attribute->value.valid()) continue;
            if (world.object(attribute->defined_in).builtin_class) continue;
            SId bound = bind_class_attribute(k, *attribute, name);
            if (lattice.kind(bound) != SKind::callable) continue;
            AttributeEntry& entry = attribute_entry(plan.joined ? id : k, name);
            entry.stored = true;
            write(entry.place, bound, location());
            callee = lattice.join(callee, bound);
        }
    }
    if (!lattice.possible(callee)) return std::nullopt;
    return call(role.empty() ? name : role, callee, std::move(args));
}

// As special, for code that is not at the operation itself: containers, printing, sorting.
std::optional<SId> Engine::implicit_special(SId object, const std::string& name, std::vector<SId> args) {
    if (lattice.kind(object) != SKind::instance) return std::nullopt;
    std::optional<SId> result;
    for (uint32_t id : std::vector<uint32_t>(lattice[object].ids)) {
        SId callee = lattice.impossible();
        for (uint32_t k : concrete(id)) {
            auto attribute = world.class_attribute(classes[k].class_, name);
            if (!attribute || !attribute->defined_in.valid() || !attribute->value.valid()) continue;
            if (world.object(attribute->defined_in).builtin_class) continue;
            SId bound = bind_class_attribute(k, *attribute, name);
            if (lattice.kind(bound) != SKind::callable) continue;
            AttributeEntry& entry = attribute_entry(plan.joined ? id : k, name);
            entry.stored = true;
            write(entry.place, bound, location());
            callee = lattice.join(callee, bound);
        }
        if (!lattice.possible(callee)) continue;
        Args call_args;
        for (SId value : args) call_args.positional.push_back({value, {}});
        for (size_t i = 0; i < args.size(); i++)
            call_args.positional[i].source.index = static_cast<uint32_t>(i + 1);
        CallRecord record;
        record.role = name;
        record.positional = static_cast<uint32_t>(args.size());
        bool outer = std::exchange(implicit_, true);
        for (uint32_t desc : std::vector<uint32_t>(lattice[callee].ids))
            join_result(record, call_desc(record, desc, call_args));
        implicit_ = outer;
        result = lattice.join(result.value_or(lattice.impossible()), record.result);
        classes[id].implicit[name] = std::move(record);
    }
    return result;
}

}  // namespace sapwood::annotation
