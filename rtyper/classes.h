// How classes are laid out: a struct per class for its instances, which begins with its base's; a vtable
// struct per class, likewise; numbers for isinstance.
//
//   GcStruct object { typeptr: Ptr(vtable) }
//   Struct vtable { subclass_min, subclass_max: Signed, name, qualname: Ptr(str), class_object: GcRef }
//   GcStruct C { super: <base>, fields... }      Struct C_vtable { super: <base's vtable>, slots... }
//
// A class K is a subclass of C if C.subclass_min <= K.subclass_min < C.subclass_max.  Numbers, slots and
// vtables are fixed when all graphs are typed: until then code reads them from the vtables.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "rtyper/rtyper.h"

namespace sapwood {

struct FieldInfo {
    std::string attribute;
    std::string name;  // in the struct
    Repr* repr = nullptr;
    std::string flag;             // name of the Bool field that says whether it is set; empty: always
    bool class_variable = false;  // where it is not set, a class has it, in a variable
};

struct ClassInfo;

// A field of the vtables of a class and its subclasses.
struct VtableSlot {
    std::string name;
    LLTypeId type;
    std::function<ConstantId(ClassInfo&)> value;
};

struct ClassInfo {
    ClassDefId classdef;
    ObjectId class_;
    std::string name;
    ClassInfo* base = nullptr;
    std::vector<ClassInfo*> subclasses;
    LLTypeId instance_struct, vtable_struct;
    ConstantId vtable;              // pointer to it, of type Ptr(vtable_struct)
    std::vector<FieldInfo> fields;  // its own
    bool fields_done = false;
    std::vector<VtableSlot> slots;  // its own
    int32_t subclass_min = 0, subclass_max = 0;

    bool is_subclass_of(const ClassInfo* other) const {
        for (const ClassInfo* c = this; c; c = c->base) {
            if (c == other) return true;
        }
        return false;
    }
};

class ClassLayouts {
  public:
    explicit ClassLayouts(RTyper& rtyper);

    ClassInfo& info(ClassDefId classdef);
    // The classes that a host class is (its copies).  Makes the ClassDef of a built-in exception that has
    // none yet.
    std::vector<ClassInfo*> infos_of(ObjectId class_);
    // Classes that have class_ among their bases without being under one of infos_of(class_): mixed in.
    std::vector<ClassInfo*> mixed_into(ObjectId class_);
    ClassInfo& builtin(std::string_view name);
    // Its fields are defined: helpers read them.
    ClassInfo& base_exception() {
        ClassInfo& c = builtin("BaseException");
        define_fields(c);
        return c;
    }
    bool is_exception(const ClassInfo& c);
    // All classes under c, itself first, in preorder.
    std::vector<ClassInfo*> with_subclasses(ClassInfo& c);

    LLTypeId object_struct() const { return object_; }
    LLTypeId vtable_root() const { return vtable_; }
    // The vtable of c as a constant of the root type Ptr(vtable), which exceptional links name.
    ConstantId vtable_constant(ClassInfo& c);
    // The nearest class from c upwards whose ClassDef lists the attribute; null: none.
    // Whether the class or one below has the attribute in a variable.
    bool has_class_variable(ClassInfo& c, const std::string& attribute);
    ClassInfo* attribute_owner(ClassInfo& c, const std::string& attribute);
    LLTypeId pointer(ClassInfo& c) { return rtyper_.types().pointer_to(c.instance_struct); }

    // The field that holds an attribute, and the class that has it; null: none.
    const FieldInfo* field(ClassInfo& c, const std::string& attribute, ClassInfo** owner);
    // Fields of c and its bases, as far as they matter to whoever makes instances.
    void define_fields(ClassInfo& c);

    // Adds a vtable slot to class c.  Subclasses get it through `value`, which is called once per class of
    // the finished hierarchy.
    void add_slot(ClassInfo& c, VtableSlot slot);
    // The value of a slot for the class of an instance: v is a pointer to an instance of c or a subclass.
    Value read_slot(LLOps&, Value v, ClassInfo& c, std::string_view slot);
    Value typeptr(LLOps&, Value v);  // Ptr(vtable) of an instance
    // Whether the class at typeptr is one of these or under it.
    Value is_subclass(LLOps&, Value typeptr, const std::vector<ClassInfo*>& classes);

    // A new instance: fields as the class says, typeptr set.
    Value new_instance(LLOps&, ClassInfo& c);
    // The prebuilt instance of a host object.
    std::optional<ConstantId> prebuilt_instance(ObjectId object, ClassInfo& c, LLTypeId type);
    // A static instance with the given values by attribute field name, zero elsewhere.
    ConstantId static_instance(std::string name, ClassInfo& c,
                               const std::map<std::string, ConstantId>& values);

    // Numbers classes and fills the vtables.  True if that made new things to type.
    bool finish();

    // Class attributes' values in the import-time world.
    std::optional<HostAttribute> class_value(ClassInfo& c, const std::string& attribute);

    // Struct and static data of the variables that run-time code stores on a module or class.
    struct Variables {
        ConstantId data;  // pointer to the struct
        std::map<std::string, Repr*> reprs;
        std::set<std::string> flagged;  // may be read before they are set: has_NAME says
    };
    const Variables* variables(ObjectId object);

  private:
    ConstantId vtable_value(ClassInfo& of, ClassInfo& level, ConstantId reserved);
    ConstantId prebuilt_arguments(const HostObject& exception);
    ConstantId instance_value(ClassInfo& of, ClassInfo* level,
                              const std::map<std::string, ConstantId>& values, const std::string& name,
                              ConstantId reserved);
    ConstantId slot_value(ClassInfo& of, ClassInfo& level, size_t slot);
    void number(ClassInfo& c, int32_t& next);
    void refresh();
    void add_builtin(ObjectId class_);

    RTyper& rtyper_;
    LLTypeId object_, vtable_;
    std::map<ClassDefId, std::unique_ptr<ClassInfo>> infos_;
    std::map<ObjectId, std::vector<ClassDefId>> by_class_;
    std::map<std::tuple<ClassInfo*, ClassInfo*, size_t>, ConstantId> slot_values_;
    std::map<ObjectId, Variables> variables_;
    uint32_t known_classdefs_ = 0;
};

// A variable of classes read through an instance v of c.
Value class_variable(HighLevelOp&, Value v, ClassInfo& c, const std::string& name);
// type(v), as the result of hop.
Value rtype_type_of(HighLevelOp&, Value v, Repr& r);

}  // namespace sapwood
