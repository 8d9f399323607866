#include "rtyper/classes.h"

#include "rtyper/callables.h"
#include "rtyper/repr_factories.h"

namespace sapwood {

namespace {

// What every exception has, in front of what programs store on BaseException.
std::vector<LLField> exception_fields(RTyper& rt, LLTypeId exception) {
    TypeTable& types = rt.types();
    LLTypeId pointer = types.pointer_to(exception);
    return {{"args", types.pointer_to(types.array_of(kGcRef, true))},
            {"context", pointer},
            {"cause", pointer},
            {"suppress_context", kBool},
            {"notes", types.pointer_to(types.array_of(kGcRef, true))},
            {"traceback", types.pointer_to(types.array_of(kInt32, true))}};
}

}  // namespace

ClassLayouts::ClassLayouts(RTyper& rtyper) : rtyper_(rtyper) {}

void ClassLayouts::refresh() {
    if (!object_.valid()) {
        TypeTable& types = rtyper_.types();
        vtable_ = types.new_struct("vtable", false);
        object_ = types.new_struct("object", true);
        types.define_struct(object_, {{"typeptr", types.pointer_to(vtable_)}});
        LLTypeId str = types.pointer_to(str_struct(rtyper_));
        types.define_struct(vtable_,
                            {{"subclass_min", kSigned},
                             {"subclass_max", kSigned},
                             {"name", str},
                             {"qualname", str},
                             {"class_object", kGcRef}},
                            true);
    }
    const auto& classdefs = rtyper_.annotated().classdefs;
    for (; known_classdefs_ < classdefs.size(); known_classdefs_++) {
        ClassDefId id(known_classdefs_);
        by_class_[classdefs[id].class_].push_back(id);
    }
}

ClassInfo& ClassLayouts::info(ClassDefId classdef) {
    CHECK(classdef.valid(), "no class");
    refresh();
    auto found = infos_.find(classdef);
    if (found != infos_.end()) return *found->second;
    const ClassDef def = rtyper_.annotated().classdefs[classdef];
    ClassInfo* base = def.base.valid() ? &info(def.base) : nullptr;
    auto made = std::make_unique<ClassInfo>();
    ClassInfo& c = *made;
    infos_[classdef] = std::move(made);
    c.classdef = classdef;
    c.class_ = def.class_;
    c.name = def.name;
    c.base = base;
    if (base) base->subclasses.push_back(&c);
    c.instance_struct = rtyper_.types().new_struct(c.name, true);
    c.vtable_struct = rtyper_.types().new_struct(c.name + "_vtable", false);
    c.vtable = rtyper_.reserve_prebuilt(c.name + "_vtable", c.vtable_struct);
    // Code about exceptions reads their fields.
    if (!base && is_exception(c)) define_fields(c);
    return c;
}

void ClassLayouts::add_builtin(ObjectId class_) {
    refresh();
    if (by_class_.contains(class_)) return;
    const HostObject host = rtyper_.world.object(class_);
    ClassDef def;
    def.name = host.name;
    def.class_ = class_;
    for (size_t i = 1; i < host.mro.size(); i++) {
        if (rtyper_.world.object(host.mro[i]).name == "object") continue;
        add_builtin(host.mro[i]);
        def.base = by_class_[host.mro[i]].front();
        break;
    }
    Store<ClassDefId, ClassDef>& classdefs = rtyper_.program.annotated.classdefs;
    ClassDefId id = classdefs.add(def);
    if (def.base.valid()) classdefs[def.base].subclasses.push_back(id);
    refresh();
}

std::vector<ClassInfo*> ClassLayouts::infos_of(ObjectId class_) {
    refresh();
    const HostObject& host = rtyper_.world.object(class_);
    if (!by_class_.contains(class_) && host.builtin_class &&
        rtyper_.world.is_subclass(class_, rtyper_.world.builtin_class("BaseException"))) {
        add_builtin(class_);
    }
    std::vector<ClassInfo*> infos;
    for (ClassDefId id : by_class_[class_]) infos.push_back(&info(id));
    return infos;
}

std::vector<ClassInfo*> ClassLayouts::mixed_into(ObjectId class_) {
    refresh();
    std::vector<ClassInfo*> result;
    for (uint32_t i = 0; i < known_classdefs_; i++) {
        ClassDefId id(i);
        const ClassDef& def = rtyper_.annotated().classdefs[id];
        bool mine = rtyper_.world.is_subclass(def.class_, class_) && def.class_ != class_;
        ClassDefId base = def.base;
        if (mine &&
            !(base.valid() && rtyper_.world.is_subclass(rtyper_.annotated().classdefs[base].class_, class_)))
            result.push_back(&info(id));
    }
    return result;
}

ClassInfo& ClassLayouts::builtin(std::string_view name) {
    return *infos_of(rtyper_.world.builtin_class(name)).at(0);
}

bool ClassLayouts::is_exception(const ClassInfo& c) {
    return rtyper_.world.is_subclass(c.class_, rtyper_.world.builtin_class("BaseException"));
}

std::vector<ClassInfo*> ClassLayouts::with_subclasses(ClassInfo& c) {
    refresh();
    std::vector<ClassInfo*> all{&c};
    for (ClassDefId id : std::vector<ClassDefId>(rtyper_.annotated().classdefs[c.classdef].subclasses)) {
        std::vector<ClassInfo*> below = with_subclasses(info(id));
        all.insert(all.end(), below.begin(), below.end());
    }
    return all;
}

ClassInfo* ClassLayouts::attribute_owner(ClassInfo& c, const std::string& attribute) {
    for (ClassInfo* level = &c; level; level = level->base) {
        if (rtyper_.annotated().classdefs[level->classdef].attributes.contains(attribute)) return level;
    }
    return nullptr;
}

// ---- fields

bool ClassLayouts::has_class_variable(ClassInfo& c, const std::string& attribute) {
    for (ClassInfo* sub : with_subclasses(c)) {
        if (has_variable(rtyper_, sub->class_, attribute)) return true;
    }
    return false;
}

void ClassLayouts::define_fields(ClassInfo& c) {
    if (c.fields_done) return;
    c.fields_done = true;
    if (c.base) define_fields(*c.base);
    std::vector<LLField> fields{{"super", c.base ? c.base->instance_struct : object_}};
    bool root_exception = c.class_ == rtyper_.world.builtin_class("BaseException");
    if (root_exception) {
        for (LLField& field : exception_fields(rtyper_, c.instance_struct))
            fields.push_back(std::move(field));
    }
    const auto attributes = rtyper_.annotated().classdefs[c.classdef].attributes;
    for (const auto& [name, attribute] : attributes) {
        if (!attribute.on_instance) continue;
        FieldInfo field;
        field.attribute = name;
        field.name = name == "super" || (root_exception && name == "args") ? name + "_" : name;
        field.repr = &rtyper_.repr(attribute.value);
        field.class_variable = has_class_variable(c, name);
        if (attribute.maybe_unset || field.class_variable) {
            field.flag = "has_" + field.name;
            fields.push_back({field.flag, kBool});
        }
        LLTypeId type = field.repr->lowleveltype();
        if (type != kVoid) fields.push_back({field.name, type});
        c.fields.push_back(std::move(field));
    }
    rtyper_.types().define_struct(c.instance_struct, std::move(fields));
}

const FieldInfo* ClassLayouts::field(ClassInfo& c, const std::string& attribute, ClassInfo** owner) {
    for (ClassInfo* level = &c; level; level = level->base) {
        define_fields(*level);
        for (const FieldInfo& field : level->fields) {
            if (field.attribute == attribute) {
                *owner = level;
                return &field;
            }
        }
    }
    return nullptr;
}

std::optional<HostAttribute> ClassLayouts::class_value(ClassInfo& c, const std::string& attribute) {
    return rtyper_.world.class_attribute(c.class_, attribute);
}

Value ClassLayouts::new_instance(LLOps& ops, ClassInfo& c) {
    define_fields(c);
    Value v = ops.malloc(c.instance_struct);
    ops.setfield(ops.cast(v, rtyper_.types().pointer_to(object_)), "typeptr", vtable_constant(c));
    // What class level says instances start with.
    for (ClassInfo* level = &c; level; level = level->base) {
        for (const FieldInfo& field : std::vector<FieldInfo>(level->fields)) {
            if (field.class_variable) continue;  // read there while it is not set
            auto value = class_value(c, field.attribute);
            if (!value || !value->value.valid()) continue;
            auto initial = rtyper_.convert_constant(value->value, *field.repr, ops.location);
            if (!initial) continue;
            Value at = ops.cast(v, pointer(*level));
            if (*initial != field.repr->zero()) ops.setfield(at, field.name, *initial);
            if (!field.flag.empty()) ops.setfield(at, field.flag, ops.bool_(true));
        }
    }
    return v;
}

// ---- static instances

ConstantId ClassLayouts::instance_value(ClassInfo& of, ClassInfo* level,
                                        const std::map<std::string, ConstantId>& values,
                                        const std::string& name, ConstantId reserved) {
    LLTypeId type = level ? level->instance_struct : object_;
    if (!reserved.valid()) reserved = rtyper_.reserve_prebuilt(name, type, true);
    std::vector<ConstantId> fields;
    const std::vector<LLField> layout = rtyper_.types()[type].fields;
    for (const LLField& field : layout) {
        if (!level) {
            fields.push_back(vtable_constant(of));
        } else if (field.name == "super") {
            fields.push_back(instance_value(of, level->base, values, name, {}));
        } else {
            auto given = values.find(field.name);
            fields.push_back(given == values.end() ? rtyper_.zero(field.type) : given->second);
        }
    }
    rtyper_.fill_prebuilt(reserved, std::move(fields));
    return reserved;
}

ConstantId ClassLayouts::static_instance(std::string name, ClassInfo& c,
                                         const std::map<std::string, ConstantId>& values) {
    define_fields(c);
    return instance_value(c, &c, values, name, rtyper_.reserve_prebuilt(name, c.instance_struct));
}

ConstantId ClassLayouts::prebuilt_arguments(const HostObject& exception) {
    LLTypeId array = rtyper_.types().array_of(kGcRef, true);
    auto args = exception.attributes.find("args");
    if (args == exception.attributes.end()) return rtyper_.zero(rtyper_.types().pointer_to(array));
    std::vector<ConstantId> boxes;
    const Constant tuple = rtyper_.constants()[args->second.value];
    for (ConstantId item : rtyper_.world.object(tuple.object).items)
        boxes.push_back(rtyper_.static_box(item));
    if (boxes.empty()) return empty_array(rtyper_, array);
    return rtyper_.add_prebuilt("args", array, std::move(boxes));
}

std::optional<ConstantId> ClassLayouts::prebuilt_instance(ObjectId object, ClassInfo& c, LLTypeId type) {
    auto key = std::pair(object, kGcRef);
    auto found = rtyper_.prebuilt_objects.find(key);
    if (found == rtyper_.prebuilt_objects.end()) {
        define_fields(c);
        const HostObject host = rtyper_.world.object(object);
        std::string name = c.name + "_instance";
        ConstantId made = rtyper_.reserve_prebuilt(name, c.instance_struct);
        rtyper_.prebuilt_objects[key] = made;
        std::map<std::string, ConstantId> values;
        for (ClassInfo* level = &c; level; level = level->base) {
            define_fields(*level);
            for (const FieldInfo& field : std::vector<FieldInfo>(level->fields)) {
                ConstantId value;
                if (auto own = host.attributes.find(field.attribute); own != host.attributes.end())
                    value = own->second.value;
                else if (field.class_variable)
                    continue;
                else if (auto shared = class_value(c, field.attribute))
                    value = shared->value;
                if (!value.valid()) continue;
                auto converted = rtyper_.convert_constant(value, *field.repr, host.location);
                if (!converted) return std::nullopt;
                values[field.name] = *converted;
                if (!field.flag.empty()) values[field.flag] = rtyper_.constants().ll_bool(true);
            }
        }
        if (is_exception(c)) values["args"] = prebuilt_arguments(host);
        instance_value(c, &c, values, name, made);
        found = rtyper_.prebuilt_objects.find(key);
    }
    return rtyper_.constants().pointer(rtyper_.constants()[found->second].prebuilt, type);
}

// ---- vtables

ConstantId ClassLayouts::vtable_constant(ClassInfo& c) {
    return rtyper_.constants().pointer(rtyper_.constants()[c.vtable].prebuilt,
                                       rtyper_.types().pointer_to(vtable_));
}

Value ClassLayouts::typeptr(LLOps& ops, Value v) {
    return ops.getfield(ops.cast(v, rtyper_.types().pointer_to(object_)), "typeptr");
}

Value ClassLayouts::is_subclass(LLOps& ops, Value typeptr, const std::vector<ClassInfo*>& classes) {
    Value result = ops.bool_(false);
    for (ClassInfo* c : classes) {
        Value vtable = vtable_constant(*c);
        Value number = ops.getfield(typeptr, "subclass_min");
        Value inside = ops.if_else(
            ops.op(Op::int_le, {ops.getfield(vtable, "subclass_min"), number}, kBool), kBool,
            [&] {
                return ops.op(Op::int_lt, {number, ops.getfield(vtable, "subclass_max")}, kBool);
            },
            [&] { return ops.bool_(false); });
        result = result == ops.bool_(false)
                     ? inside
                     : ops.if_else(
                           result, kBool, [&] { return ops.bool_(true); }, [&] { return inside; });
    }
    return result;
}

void ClassLayouts::add_slot(ClassInfo& c, VtableSlot slot) {
    for (const VtableSlot& known : c.slots) {
        if (known.name == slot.name) return;
    }
    c.slots.push_back(std::move(slot));
}

Value ClassLayouts::read_slot(LLOps& ops, Value v, ClassInfo& c, std::string_view name) {
    for (ClassInfo* level = &c; level; level = level->base) {
        for (const VtableSlot& slot : level->slots) {
            if (slot.name != name) continue;
            Value vtable = ops.cast(typeptr(ops, v), rtyper_.types().pointer_to(level->vtable_struct));
            return ops.op(Op::getfield, {vtable, ops.field(name)}, slot.type);
        }
    }
    CHECK(false, "no slot {} in {}", name, c.name);
}

ConstantId ClassLayouts::slot_value(ClassInfo& of, ClassInfo& level, size_t slot) {
    ConstantId& value = slot_values_[{&of, &level, slot}];
    if (!value.valid()) {
        auto make = level.slots[slot].value;
        ConstantId made = make(of);
        slot_values_[{&of, &level, slot}] = made;
        return made;
    }
    return value;
}

void ClassLayouts::number(ClassInfo& c, int32_t& next) {
    c.subclass_min = next++;
    for (ClassInfo* sub : with_subclasses(c)) {
        if (sub->base == &c) number(*sub, next);
    }
    c.subclass_max = next;
}

ConstantId ClassLayouts::vtable_value(ClassInfo& of, ClassInfo& level, ConstantId reserved) {
    std::string name = of.name + "_vtable";
    if (!reserved.valid()) reserved = rtyper_.reserve_prebuilt(name, level.vtable_struct, true);
    std::vector<ConstantId> values;
    if (level.base) {
        values.push_back(vtable_value(of, *level.base, {}));
    } else {
        const HostObject host = rtyper_.world.object(of.class_);
        ConstantId root = rtyper_.reserve_prebuilt(name, vtable_, true);
        rtyper_.fill_prebuilt(
            root, {rtyper_.constants().ll_int(of.subclass_min), rtyper_.constants().ll_int(of.subclass_max),
                   prebuilt_str(rtyper_, host.name),
                   prebuilt_str(rtyper_, host.qualname.empty() ? host.name : host.qualname),
                   rtyper_.callables().class_object(of.class_)});
        values.push_back(root);
    }
    for (size_t i = 0; i < level.slots.size(); i++) values.push_back(slot_value(of, level, i));
    rtyper_.fill_prebuilt(reserved, std::move(values));
    return reserved;
}

bool ClassLayouts::finish() {
    refresh();
    // Values of slots may need functions that are not typed yet, and these may need more slots.
    size_t before = rtyper_.work_count();
    for (uint32_t i = 0; i < known_classdefs_; i++) info(ClassDefId(i));
    for (uint32_t i = 0; i < known_classdefs_; i++) {
        ClassInfo& c = info(ClassDefId(i));
        define_fields(c);
        rtyper_.callables().class_object(c.class_);
        for (ClassInfo* level = &c; level; level = level->base) {
            for (size_t slot = 0; slot < level->slots.size(); slot++) slot_value(c, *level, slot);
        }
    }
    if (rtyper_.work_count() != before || known_classdefs_ != rtyper_.annotated().classdefs.size())
        return true;

    int32_t next = 1;
    for (auto& [id, c] : infos_) {
        if (!c->base) number(*c, next);
    }
    for (auto& [id, c] : infos_) {
        std::vector<LLField> fields{{"super", c->base ? c->base->vtable_struct : vtable_}};
        for (const VtableSlot& slot : c->slots) fields.push_back({slot.name, slot.type});
        rtyper_.types().define_struct(c->vtable_struct, std::move(fields), true);
    }
    for (auto& [id, c] : infos_) vtable_value(*c, *c, c->vtable);
    return false;
}

// ---- variables on modules and classes

const ClassLayouts::Variables* ClassLayouts::variables(ObjectId object) {
    auto found = variables_.find(object);
    if (found != variables_.end()) return &found->second;
    const HostObject host = rtyper_.world.object(object);
    Variables made;
    std::vector<LLField> fields;
    std::vector<std::pair<std::string, ConstantId>> initial;
    const auto all = rtyper_.annotated().variables;
    for (const auto& [key, annotation] : all) {
        if (key.first != object) continue;
        const std::string& name = key.second;
        Repr& r = rtyper_.repr(annotation);
        made.reprs[name] = &r;
        auto attribute = host.kind == HostKind::module ? rtyper_.world.module_attribute(object, name)
                                                       : rtyper_.world.class_attribute(object, name);
        // What a class inherits at import is its base's: it has no value of its own until one is stored.
        bool own = attribute && (host.kind == HostKind::module || attribute->defined_in == object);
        ConstantId value = own ? attribute->value : ConstantId();
        if (!value.valid()) {
            made.flagged.insert(name);
            fields.push_back({"has_" + name, kBool});
            initial.push_back({"has_" + name, rtyper_.constants().ll_bool(false)});
        }
        if (r.lowleveltype() == kVoid) continue;
        fields.push_back({name, r.lowleveltype()});
        initial.push_back({name, value});
    }
    if (made.reprs.empty()) return nullptr;
    std::string name = (host.kind == HostKind::module ? "globals_" : "class_") + host.name;
    for (char& c : name) {
        if (c == '.') c = '_';
    }
    LLTypeId type = rtyper_.types().new_struct(name, false);
    rtyper_.types().define_struct(type, fields);
    made.data = rtyper_.reserve_prebuilt(name, type);
    ConstantId data = made.data;
    const Variables& kept = variables_[object] = std::move(made);
    std::vector<ConstantId> values;
    for (size_t i = 0; i < initial.size(); i++) {
        ConstantId value = initial[i].second;
        auto repr = kept.reprs.find(initial[i].first);
        if (repr == kept.reprs.end()) {  // a flag
            values.push_back(value);
        } else {
            values.push_back(value.valid() ? rtyper_.convert_constant(value, *repr->second, host.location)
                                                 .value_or(repr->second->zero())
                                           : repr->second->zero());
        }
    }
    rtyper_.fill_prebuilt(data, std::move(values));
    return &kept;
}

}  // namespace sapwood
