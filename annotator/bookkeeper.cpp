// Constants and objects of the import-time world as abstract values; cells and descs.  See engine.h.
#include <algorithm>

#include "annotator/engine.h"

namespace sapwood::annotation {
namespace {

bool one_character(const std::string& utf8) {
    size_t count = 0;
    for (unsigned char c : utf8) count += (c & 0xc0) != 0x80;
    return count == 1;
}

}  // namespace

SId Engine::constant_value(ConstantId id) {
    auto known = constant_values_.find(id);
    if (known != constant_values_.end()) return known->second;
    const Constant c = constant(id);
    SValue s;
    s.constant = id;
    switch (c.kind) {
        case ConstantKind::undefined: return lattice.impossible();
        case ConstantKind::none: return lattice.none();
        case ConstantKind::boolean: s.kind = SKind::boolean; break;
        case ConstantKind::integer:
            s.kind = SKind::integer;
            s.nonnegative = c.integer >= 0;
            break;
        case ConstantKind::floating: s.kind = SKind::floating; break;
        case ConstantKind::str:
            s.kind = SKind::str;
            s.is_char = one_character(c.text);
            break;
        case ConstantKind::bytes: s.kind = SKind::bytes; break;
        case ConstantKind::object: {
            SId value = object_value(c.object);
            // What is refused is told at each use.
            if (!growing_.contains(c.object) && !lattice.is_conflict(value)) constant_values_[id] = value;
            return value;
        }
        default: CHECK(false, "a low-level constant in phase Flow");
    }
    return constant_values_[id] = lattice.intern(std::move(s));
}

// A constant tuple that is used as one of any length; see kLongTuple.
bool Engine::is_table(const std::vector<SId>& items) {
    if (items.size() <= kLongTuple || lattice.kind(items[0]) == SKind::callable) return false;
    auto alike = [&](SId item) { return lattice.kind(item) == lattice.kind(items[0]); };
    return std::ranges::all_of(items, alike) && lattice.possible(items[0]) &&
           !lattice.is_conflict(lattice.tuple_of(lattice.join_all(items)));
}

SId Engine::object_value(ObjectId id) {
    auto known = prebuilt.find(id);
    if (known != prebuilt.end()) return known->second;
    const HostObject object = world.object(id);
    auto remember = [&](SId value) {
        prebuilt[id] = value;
        return value;
    };
    auto constant_object = [&](SKind kind) {
        SValue s;
        s.kind = kind;
        s.constant = program.constants.object(id);
        return lattice.intern(std::move(s));
    };
    Location origin = object.location.known() ? object.location : location();
    std::string key = "object " + std::to_string(id.index);
    switch (object.kind) {
        case HostKind::tuple: {
            std::vector<SId> items;
            for (ConstantId item : object.items) items.push_back(constant_value(item));
            SId value = is_table(items) ? any_length(lattice.tuple(items)) : lattice.tuple(items);
            if (!lattice.is_tuple(value)) return value;
            SValue s = lattice[value];
            s.constant = program.constants.object(id);
            return lattice.intern(std::move(s));
        }
        case HostKind::list: {
            uint32_t list = keyed_cell(CellKind::list, key, origin);
            SId value = remember(lattice.with_ids(SKind::list, {list}));
            for (ConstantId item : object.items) write(cells[list].first, constant_value(item), origin);
            return value;
        }
        case HostKind::argv: {
            uint32_t list = keyed_cell(CellKind::list, key, origin);
            cells[list].resized = cells[list].mutated = true;
            write(cells[list].first, lattice.str(), origin);
            return remember(lattice.with_ids(SKind::list, {list}));
        }
        case HostKind::dict: {
            uint32_t dict = keyed_cell(CellKind::dict, key, origin);
            SId value = remember(lattice.with_ids(SKind::dict, {dict}));
            for (size_t i = 0; i + 1 < object.items.size(); i += 2) {
                write(cells[dict].first, constant_value(object.items[i]), origin);
                write(cells[dict].second, constant_value(object.items[i + 1]), origin);
            }
            return value;
        }
        case HostKind::set:
        case HostKind::frozenset: {
            uint32_t set = keyed_cell(CellKind::set, key, origin);
            SValue s;
            s.kind = SKind::set;
            if (object.kind == HostKind::frozenset) s.name = "frozenset";
            s.ids = {set};
            SId value = remember(lattice.intern(std::move(s)));
            for (ConstantId item : object.items) {
                SId one = constant_value(item);
                hash_deep(one);
                if (lattice.possible(one)) write(cells[set].first, lattice.without_constant(one), origin);
            }
            return value;
        }
        case HostKind::range: {
            SValue s;
            s.kind = SKind::range;
            auto start = lattice.constant_int(constant_value(object.items[0]));
            auto step = lattice.constant_int(constant_value(object.items[2]));
            s.nonnegative = start && step && *start >= 0 && *step > 0;
            s.constant = program.constants.object(id);
            return lattice.intern(std::move(s));
        }
        case HostKind::class_: return remember(callable(class_desc(id)));
        case HostKind::function: return remember(callable(function_desc(id)));
        case HostKind::builtin: return remember(callable(builtin_desc(id)));
        case HostKind::bound_method: {
            SId self = constant_value(object.items[1]);
            SId function = constant_value(object.items[0]);
            if (lattice.kind(function) != SKind::callable || lattice[function].ids.size() != 1)
                return constant_object(SKind::object);
            return remember(callable(bound_constant_desc(lattice[function].ids[0], object.items[1], self)));
        }
        case HostKind::staticmethod: return constant_value(object.items[0]);
        case HostKind::module: return remember(constant_object(SKind::module));
        case HostKind::instance: {
            if (object.type.valid() && !world.object(object.type).layout.empty())
                return constant_object(SKind::object);
            ObjectId class_ = object.type;
            SiteKey site{0, VariableId(id.index), plan.keys.intern("prebuilt"), class_, 0};
            uint32_t copy = 0;
            auto planned = plan.class_copies.find(site);
            if (planned != plan.class_copies.end()) {
                copy = planned->second;
            } else if (plan.sensitive_classes.contains(class_) && !is_exception(class_)) {
                copy = ++plan.next_class_copy[class_];
                plan.class_copies[site] = copy;
            }
            uint32_t index = class_index(class_, copy);
            instantiate(index);
            classes[index].prebuilt.push_back(id);
            SValue s = lattice[instance_of(index)];
            s.constant = program.constants.object(id);
            SId value = remember(lattice.intern(std::move(s)));
            growing_.insert(id);
            for (const auto& [name, attribute] : object.attributes) {
                if (!attribute.value.valid()) continue;
                SId item = constant_value(attribute.value);
                if (name == "args" && is_exception(class_)) {
                    for (SId each : std::vector<SId>(lattice[item].items)) text_deep(each, "__repr__");
                    for (SId each : std::vector<SId>(lattice[item].items)) text_deep(each, "__str__");
                    store_arguments(index, lattice.without_constant(item));
                    continue;
                }
                AttributeEntry& entry = attribute_entry(index, name);
                entry.on_instance = entry.stored = true;
                write(entry.place, item, origin);
            }
            growing_.erase(id);
            return value;
        }
        case HostKind::stream: {
            SValue s;
            s.kind = SKind::file;
            s.name = "text";
            return remember(lattice.intern(std::move(s)));
        }
        case HostKind::environ: return remember(lattice.simple(SKind::environ));
        case HostKind::lltype: return remember(constant_object(SKind::ll_type));
        case HostKind::other:
            if (object.name == "NotImplementedType") return lattice.not_implemented();
            return remember(constant_object(SKind::object));
        case HostKind::classmethod:
        case HostKind::property: return remember(constant_object(SKind::object));
    }
    return lattice.conflict();
}

// ---- Descs

std::pair<uint32_t, bool> Engine::keyed_desc(const std::string& key, DescKind kind, ObjectId object) {
    auto [it, added] = desc_index_.try_emplace(key, static_cast<uint32_t>(descs.size()));
    if (added) {
        DescInfo desc;
        desc.kind = kind;
        desc.object = object;
        descs.push_back(desc);
    }
    return {it->second, added};
}

uint32_t Engine::function_desc(ObjectId function) {
    // Functions of os.path are written in Python; here they are rows of builtins.def.
    const HostObject& host = world.object(function);
    if (!is_user_function(function)) return builtin_desc(function);
    auto [id, added] = keyed_desc(fmt::format("function {}", function.index), DescKind::function, function);
    if (!added) return id;
    for (size_t i = 0; i < host.function.cells.size(); i++) {
        PlaceId slot = new_place(PlaceKind::captured, host.function.cell_names[i]);
        descs[id].environment.push_back(slot);
        uint32_t cell = keyed_cell(CellKind::var, fmt::format("cell {} {}", function.index, i), {});
        cells[cell].name = host.function.cell_names[i];
        SId content = constant_value(host.function.cells[i]);
        if (lattice.possible(content)) {
            write(cells[cell].first, content, {});
        } else {
            cells[cell].maybe_undefined = true;
        }
        write(slot, lattice.with_ids(SKind::cell, {cell}), {});
    }
    return id;
}

uint32_t Engine::closure_desc(ObjectId function) {
    const Copy& maker = *copies[copy_];
    auto [id, added] =
        keyed_desc(fmt::format("closure {} {}", function.index, maker.key), DescKind::function, function);
    if (!added) return id;
    descs[id].maker = maker.key;
    descs[id].closure = true;
    return id;
}

// A method of a built-in value, read by the operation that is visited now: a closure over that value.
uint32_t Engine::builtin_method_desc(ObjectId method) {
    std::string key = fmt::format("method {} {} {}", method.index, copies[copy_]->key, op_->result.index);
    auto [id, added] = keyed_desc(key, DescKind::builtin, method);
    if (!added) return id;
    descs[id].maker = plan.keys.intern(key);
    descs[id].closure = true;
    PlaceId self = new_place(PlaceKind::captured, "self");
    descs[id].environment.push_back(self);
    return id;
}

uint32_t Engine::class_desc(ObjectId class_) {
    return keyed_desc(fmt::format("class {}", class_.index), DescKind::class_, class_).first;
}

uint32_t Engine::builtin_desc(ObjectId builtin) {
    return keyed_desc(fmt::format("builtin {}", builtin.index), DescKind::builtin, builtin).first;
}

uint32_t Engine::bound_desc(uint32_t function, uint32_t owner) {
    auto [id, added] = keyed_desc(fmt::format("bound {} {}", function, owner), DescKind::bound_method,
                                  descs[function].object);
    if (!added) return id;
    descs[id].function = function;
    descs[id].owner = owner;
    descs[id].self = new_place(PlaceKind::self_value, "self");
    return id;
}

uint32_t Engine::bound_constant_desc(uint32_t function, ConstantId self, SId self_value) {
    auto [id, added] = keyed_desc(fmt::format("bound constant {} {}", function, self.index),
                                  DescKind::bound_method, descs[function].object);
    if (!added) return id;
    descs[id].function = function;
    descs[id].self_constant = self;
    descs[id].self_constant_value = self_value;
    return id;
}

bool Engine::is_user_function(ObjectId object) const {
    const HostObject& host = world.object(object);
    if (host.kind != HostKind::function) return false;
    const std::string& module = host.function.module;
    return module != "posixpath" && module != "genericpath" && module != "os";
}

// ---- Cells

uint32_t Engine::keyed_cell(CellKind kind, const std::string& key, Location origin) {
    uint32_t number = plan.cell_representative(plan.keys.intern("cell " + key));
    auto [it, added] = cell_index_.try_emplace(number, static_cast<uint32_t>(cells.size()));
    if (!added) return it->second;
    CellInfo info;
    info.kind = kind;
    info.key = number;
    info.origin = origin;
    switch (kind) {
        case CellKind::list: info.first = new_place(PlaceKind::list_item, "list"); break;
        case CellKind::set: info.first = new_place(PlaceKind::set_item, "set"); break;
        case CellKind::var: info.first = new_place(PlaceKind::captured, ""); break;
        case CellKind::dict:
            info.first = new_place(PlaceKind::dict_key, "dict");
            info.second = new_place(PlaceKind::dict_value, "dict");
            break;
    }
    cells.push_back(std::move(info));
    return it->second;
}

uint32_t Engine::cell(CellKind kind, const std::string& sub) {
    const Copy& c = *copies[copy_];
    uint32_t before = static_cast<uint32_t>(cells.size());
    uint32_t result = keyed_cell(kind, fmt::format("{} {} {}", c.key, op_->result.index, sub), op_->location);
    if (cells.size() > before) cells[result].maker = copy_;
    return result;
}

SId Engine::new_list(SId item, const std::string& sub) {
    uint32_t list = cell(CellKind::list, sub);
    if (lattice.possible(item)) write(cells[list].first, item, location());
    return record_creation(lattice.with_ids(SKind::list, {list}));
}

SId Engine::new_dict(SId key, SId value, const std::string& sub) {
    uint32_t dict = cell(CellKind::dict, sub);
    if (lattice.possible(key)) write(cells[dict].first, key, location());
    if (lattice.possible(value)) write(cells[dict].second, value, location());
    return record_creation(lattice.with_ids(SKind::dict, {dict}));
}

SId Engine::new_set(SId item, bool frozen, const std::string& sub) {
    SValue s;
    s.kind = SKind::set;
    if (frozen) s.name = "frozenset";
    s.ids = {cell(CellKind::set, sub)};
    if (lattice.possible(item)) write(cells[s.ids[0]].first, item, location());
    return record_creation(lattice.intern(std::move(s)));
}

SId Engine::record_creation(SId value) {
    copies[copy_]->creations[op_->result] = value;
    return value;
}

PlaceId Engine::global_place(ObjectId object, const std::string& name) {
    auto known = globals.find({object, name});
    if (known != globals.end()) return known->second;
    PlaceId result = new_place(PlaceKind::global, name);
    globals[{object, name}] = result;
    std::optional<HostAttribute> attribute = world.module_attribute(object, name);
    if (attribute && attribute->value.valid())
        write(result, constant_value(attribute->value), world.object(object).location);
    return result;
}

SId Engine::list_item(SId list) {
    SId result = lattice.impossible();
    for (uint32_t id : std::vector<uint32_t>(lattice[list].ids))
        result = lattice.join(result, read(cells[id].first));
    return result;
}

SId Engine::dict_key(SId dict) {
    return list_item(dict);
}

SId Engine::dict_value(SId dict) {
    SId result = lattice.impossible();
    for (uint32_t id : std::vector<uint32_t>(lattice[dict].ids))
        result = lattice.join(result, read(cells[id].second));
    return result;
}

void Engine::store_list(SId list, SId item, bool resizes) {
    for (uint32_t id : std::vector<uint32_t>(lattice[list].ids)) {
        cells[id].mutated = true;
        cells[id].resized = cells[id].resized || resizes;
        write(cells[id].first, item, location());
    }
}

void Engine::mark_lists(SId list, bool resized, bool mutated) {
    for (uint32_t id : lattice[list].ids) {
        cells[id].mutated = cells[id].mutated || mutated;
        cells[id].resized = cells[id].resized || resized;
    }
}

void Engine::store_dict(SId dict, SId key, SId value) {
    for (uint32_t id : std::vector<uint32_t>(lattice[dict].ids)) {
        cells[id].mutated = true;
        write(cells[id].first, key, location());
        if (cells[id].second.valid() && lattice.possible(value)) write(cells[id].second, value, location());
    }
}

}  // namespace sapwood::annotation
