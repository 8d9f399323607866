// Functions, classes, bound methods and closures as values, and calls of them.
//
// One callable alone needs no value where it has no environment (Void); a closure is its environment, a bound
// method its self.  Methods of one name, found through the class of self, are self, too: the call is a
// virtual call.  What else meets in a variable is a pointer to
//   GcStruct callable_F { super: callable, call0: Ptr(Func(Ptr(callable_F), arguments...)), ... }
// one call per row of the family, extended by environment or self; functions and classes have one static
// instance.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "rtyper/classes.h"

namespace sapwood {

// Operands of a call: by index; items of a *tuple operand also as (index, item).
class CallOperands {
  public:
    void set(uint32_t operand, TypedValue v) { values_[{operand, -1}] = v; }
    void set_item(uint32_t operand, int32_t item, TypedValue v) { values_[{operand, item}] = v; }
    std::optional<TypedValue> find(uint32_t operand) const;
    TypedValue get(LLOps&, uint32_t operand) const;
    TypedValue item(LLOps&, uint32_t operand, int32_t item) const;
    uint32_t end() const;  // one past the last operand
    // Those after the callee that are not keywords, the items of a *tuple one by one.
    std::vector<TypedValue> positional(LLOps&) const;
    std::optional<uint32_t> star;      // the operand that is a *tuple
    std::optional<uint32_t> keywords;  // the first that is a keyword's, if there are any

  private:
    std::map<std::pair<uint32_t, int32_t>, TypedValue> values_;
};

// An argument as it travels through an indirect call.
struct WireArgument {
    uint32_t operand = 0;
    int32_t item = -1;  // of a *tuple operand
    Repr* repr = nullptr;
};

struct RowShape {
    std::vector<WireArgument> wire;
    Repr* result = nullptr;
};

class CallableRepr;

class Callables {
  public:
    explicit Callables(RTyper& rtyper) : rtyper_(rtyper) {}

    const Desc& desc(DescId id) const { return rtyper_.annotated().descs[id]; }
    // The repr of this callable alone.
    Repr& single(DescId id);
    Repr& of(std::vector<DescId> descs, bool nullable = false);
    // The desc of a function, class or built-in of the import-time world; invalid: it is never used as a
    // value.
    DescId desc_of(ObjectId object);
    // Of a bound method that is a constant: of a prebuilt instance, or of a class.
    DescId desc_of_bound(ObjectId method);

    // What a closure carries: its cells (or values captured for good), then run-time defaults.
    uint32_t environment_size(const Desc& d) const;
    Repr& environment_repr(const Desc& d, uint32_t i);
    static std::string environment_field(uint32_t i) { return fmt::format("captured{}", i); }

    // ---- structs
    LLTypeId root_struct();
    // What repr shows, the address and `>` left out of what ends in them; nullopt: that cannot be known here.
    std::optional<std::string> text(const Desc& d);
    // Static: `__name__` and text.
    ConstantId names(DescId id);
    // Of all in the family; the root where the family is invalid.
    LLTypeId family_struct(CallFamilyId family);
    // Of one callable with an environment or self.
    LLTypeId desc_struct(DescId id);
    // Static instance of one without.
    ConstantId static_callable(DescId id);
    // The same, to be inlined as the first field of a struct of desc_struct(id).
    ConstantId static_inlined(DescId id);
    // The static callable of a class as GcRef, for its vtable; null if the class, or type() of anything, is
    // never a value.
    ConstantId class_object(ObjectId class_);
    bool class_objects_used = false;
    // Fills names and calls of a new struct of desc_struct(id).
    void fill(LLOps&, Value structure, DescId id);
    // A value of family_struct(family) from one of single(id).
    Value wrap(LLOps&, Value v, DescId id);
    // The way back, when it is known to be this one.
    Value unwrap(LLOps&, Value general, DescId id);

    // ---- calls
    const RowShape& shape(CallFamilyId family, uint32_t row);
    // Calls what `callee`, a value of `r_callee`, can be.  Operand 0 of the operands is not looked at.
    TypedValue call(LLOps&, const CallSite&, TypedValue callee, const CallOperands&);
    // One target; callee is a value of single(target.desc).
    TypedValue call_target(LLOps&, const CallTarget&, Value callee, const CallOperands&);
    // A virtual call: self is an instance.  name: of the attribute through which the method is found.
    TypedValue call_virtual(LLOps&, const CallSite&, TypedValue self, const std::string& name,
                            const CallOperands&);
    // Function (Ptr(family struct), wire arguments) -> result of one target; invalid if the row never calls
    // it.
    ConstantId wrapper(CallFamilyId family, uint32_t row, DescId desc);
    // name of the attribute under which self's class has the method; empty: another one hides it (super
    // calls).
    std::string attribute_of(DescId bound_method);
    // The instance repr of all selves of bound methods; nullptr: their classes have no common base.
    Repr* methods_self_repr(CallableRepr& r);
    // Whether calling, reading or storing what a class holds may call function: a property calls its
    // accessors.
    bool stands_for(ObjectId held, ObjectId function) const;
    // The target of a row for instances of exactly class c; nullopt: none.
    std::optional<CallTarget> target_for(const CallSite&, ClassInfo& c, const std::string& name);
    // The slot of a virtual call in the vtables of owner.
    std::string virtual_slot(const CallSite&, ClassInfo& owner, const std::string& name);

  private:
    void fill_static(ConstantId made, DescId id);
    Value convert_self(LLOps&, const Desc&, Value callee, Repr& to);
    Value convert_source(LLOps&, const ArgumentSource&, Value callee, DescId desc, const CallOperands&,
                         Repr& to);
    void set_arguments_of_exceptions(LLOps&, const CallRow& row, const std::vector<size_t>& valid,
                                     TypedValue made, const CallOperands&);
    TypedValue construct(LLOps&, const CallTarget&, const CallOperands&);
    std::vector<Value> wire_values(LLOps&, const RowShape&, const CallOperands&);
    ConstantId default_method(const CallSite&, ClassInfo& owner, const std::string& name,
                              const std::vector<LLTypeId>& parameters, Repr& result, LLTypeId type);
    ConstantId virtual_function(const CallSite& site, ClassInfo& owner, ClassInfo& c,
                                const std::string& name);

    RTyper& rtyper_;
    LLTypeId root_, names_;
    std::map<ObjectId, ConstantId> names_of_;
    std::map<CallFamilyId, LLTypeId> family_structs_;
    std::map<DescId, LLTypeId> desc_structs_;
    std::map<DescId, ConstantId> statics_;
    std::map<std::pair<CallFamilyId, uint32_t>, RowShape> shapes_;
    std::map<std::tuple<CallFamilyId, uint32_t, DescId>, ConstantId> wrappers_;
    std::map<std::tuple<GraphId, ClassInfo*, CallFamilyId, uint32_t>, ConstantId> virtual_functions_;
    std::map<ObjectId, DescId> desc_index_;
    uint32_t known_descs_ = 0;
};

// A method of a built-in value, read from it: a closure over the value.
inline bool is_builtin_method(const Desc& d) {
    return d.kind == DescKind::builtin && !d.run_time_defaults.empty();
}

// Reprs of callables.
class CallableRepr : public Repr {
  public:
    using Repr::Repr;
    enum class Form { constant, closure, bound, methods, general };
    virtual Form form() const = 0;
    DescId only() const { return s().descs.at(0); }
    std::string type_name() override;
    Value rtype_call(HighLevelOp&) override;
    Value rtype_getattr(HighLevelOp&) override;
    Value rtype_setattr(HighLevelOp&) override;
    Value ll_repr(LLOps&, Value v) override;
    Value ll_hash(LLOps&, Value v) override;
    std::optional<Value> convert_to(LLOps&, Value v, Repr& to) override;

  private:
    Value name_field(LLOps&, Value v, std::string_view which);
    Value by_class(HighLevelOp&, LLTypeId type, const std::function<Value(ObjectId)>& code);
};

// getattr of a method: the callable `to` bound to self.
Value bind_method(LLOps&, TypedValue self, CallableRepr& to);

// Variables that run-time code stores on modules and classes.
Value get_variable(LLOps&, ObjectId object, const std::string& name, Repr& to, std::string_view error,
                   const std::string& message);
Value set_variable(HighLevelOp&, ObjectId object, const std::string& name);
// The classes along the MRO of class_ that a read of such a variable asks in turn: those that may get a value
// of their own, up to the first that has one from the start.  Empty: no class has such a variable.
std::vector<ObjectId> variable_owners(RTyper&, ObjectId class_, const std::string& name);
// The value of the first of them that has one.
Value get_inherited_variable(LLOps&, const std::vector<ObjectId>& owners, const std::string& name, Repr& to,
                             const std::string& message);
// Whether a class along the MRO of class_ has such a variable.
bool has_variable(RTyper&, ObjectId class_, const std::string& name);
Value class_getattr(HighLevelOp&, ObjectId class_, const std::string& name);

// Operations that are about callables and cells.
Value rtype_call(HighLevelOp&);
Value rtype_make_closure(HighLevelOp&);
// `x.append`, read from a built-in value and kept: see is_builtin_method.
bool reads_builtin_method(HighLevelOp&);
Value rtype_builtin_method(HighLevelOp&);
Value rtype_super_getattr(HighLevelOp&);
Value rtype_newcell(HighLevelOp&);
Value rtype_cell_get(HighLevelOp&);
Value rtype_cell_set(HighLevelOp&);
Value rtype_check_defined(HighLevelOp&);
// A call of a special method where the annotator recorded one ("__add__"): for operators.
std::optional<Value> rtype_operator_method(HighLevelOp&);

}  // namespace sapwood
