// The rtyper's driver and what its parts share: the reprs, the queue of graphs, functions made on demand,
// static data.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "annotator/annotate.h"
#include "flowgraph/host_world.h"
#include "rtyper/container_caches.h"
#include "rtyper/repr.h"

namespace sapwood {

class ClassLayouts;
struct ClassInfo;
class Callables;

// Types of a graph's inputs and result.
struct Signature {
    std::vector<Repr*> args;
    Repr* result = nullptr;
};

// One argument of a call before conversion: a value and the repr it is of.
struct TypedValue {
    Value value;
    Repr* repr = nullptr;
};

class RTyper {
  public:
    RTyper(Program& program, HostWorld& world, Diagnostics& diagnostics);
    ~RTyper();

    bool run();

    Program& program;
    HostWorld& world;
    Diagnostics& diagnostics;
    const AnnotatedTables& annotated() const { return program.annotated; }
    TypeTable& types() { return program.types; }
    ConstantTable& constants() { return program.constants; }

    // ---- reprs
    Repr& repr(AnnotationId annotation);
    Repr& repr(Annotation annotation) { return repr(program.annotated.intern(std::move(annotation))); }
    Repr& none_repr();
    Repr& bool_repr();
    Repr& int_repr();
    Repr& float_repr();
    // The tuple of items of these reprs (each must have an annotation).
    Repr& tuple_repr(const std::vector<Repr*>& items);
    // The repr that helpers see for a low-level type.
    AnnotationId lowlevel_annotation(LLTypeId type);
    // A repr that values of both can be converted to; null if there is none.
    Repr* common_repr(Repr& a, Repr& b);
    Repr* common_tuple_of(const Annotation& x, const Annotation& y);
    // The repr of the same value when it is not None.
    Repr& without_none(Repr& r);
    // What the annotator would say about a host constant.
    AnnotationId annotation_of_constant(ConstantId host);
    // A constant of r's type as a constant of its storage type.
    ConstantId storage_constant(ConstantId constant, Repr& r);
    // Host constant to a constant of r's type; undefined gives zero.  nullopt: diagnosed.
    std::optional<ConstantId> convert_constant(ConstantId host, Repr& r, Location location);

    // ---- functions
    // Reprs of a graph's inputs and result, fixed before anything calls it.
    const Signature& signature(GraphId graph);
    ConstantId function_constant(GraphId graph);  // pointer to it
    LLTypeId function_type(GraphId graph);        // Ptr(Func(...))
    // The copy of a helper for these arguments (see LLOps::call_helper); its graphs are queued.
    GraphId helper_graph(std::string_view helper, const std::vector<Value>& args, const LLOps& where);
    GraphId typed_helper(std::string_view helper, const std::vector<AnnotationId>& args);
    // Function constants over values of storage_type() (so that erased containers can use them): made once
    // per repr.
    ConstantId eq_function(Repr&);                       // (T, T) -> Bool
    ConstantId less_function(Repr& left, Repr& right);   // (T, U) -> Bool, as ll_less
    ConstantId equal_function(Repr& left, Repr& right);  // (T, U) -> Bool, as ll_equal of equality.h
    ConstantId lt_function(Repr&);                       // (T, T) -> Bool
    ConstantId hash_function(Repr&);                     // (T) -> Signed
    ConstantId str_function(Repr&);                      // (T) -> Ptr(str)
    ConstantId repr_function(Repr&);                     // (T) -> Ptr(str)
    // A function (callee, args...) -> result over storage types that makes the call of this site: what
    // `sort(key=f)` gives its helper.  Operand sources 1.. are args in order.
    ConstantId call_function(const CallSite& site, Repr& callee, const std::vector<Repr*>& args,
                             Repr& result);
    // A typed graph made of generated code; parameters are of the given types.
    struct GraphInProgress {
        GraphId graph;
        std::vector<Value> parameters;
        LLOps ops;
    };
    GraphInProgress begin_graph(std::string name, const std::vector<LLTypeId>& parameters, LLTypeId result);
    void finish_graph(GraphInProgress&, Value result);

    // A function () that raises a built-in exception with this message (none if empty): made once.
    GraphId raise_graph(std::string_view class_, std::string_view message);
    // The handler that gets a raise of class_ here, if that is known and it does not look at the instance.
    const Handler* static_handler(const LLOps&, std::string_view class_);
    LLTypeId exception_type();  // Ptr(BaseException)

    // ---- calls that are not in the source
    // v.name(args...) where v is an instance: "__next__", "__iter__", "__lt__".  The result comes with its
    // repr. nullopt: the class has no such method.
    std::optional<TypedValue> call_method(LLOps&, TypedValue self, const std::string& name,
                                          const std::vector<TypedValue>& args);
    // The row of a method of instances of c for so many arguments, if the program calls it so anywhere.
    std::optional<CallSite> method_site(ClassInfo& c, const std::string& name, size_t positional);
    // Makes the call of a call site with these operands (0: the callee; of a special method: self).
    // Whether what is called may answer NotImplemented, which None represents.
    bool declines(const CallSite&);
    TypedValue call_site(LLOps&, const CallSite&, const std::vector<TypedValue>& operands);

    // ---- static data
    // A struct or array; values are constants of the field types (inlined ones: pointer constants, see
    // constant.h).
    ConstantId add_prebuilt(std::string name, LLTypeId type, std::vector<ConstantId> values);
    // For data with cycles: made with zero values now (already pointed to), filled later.
    ConstantId reserve_prebuilt(std::string name, LLTypeId type, bool inlined = false);
    void fill_prebuilt(ConstantId pointer, std::vector<ConstantId> values);
    // The one static struct of this type and name, zero when the program starts: global state of helpers.
    ConstantId static_struct(LLTypeId type, const std::string& name);
    ConstantId zero(LLTypeId type);
    ConstantId number_none();
    std::string name_hint(Repr& r);  // for names of generated functions
    // Runs when all graphs are typed (repeatedly, until nothing is left).
    void at_end(std::function<void()> action) { at_end_.push_back(std::move(action)); }
    // Objects already converted to static data, by (object, repr's type).
    std::map<std::pair<ObjectId, LLTypeId>, ConstantId> prebuilt_objects;

    // Grows with everything that may have to be typed.
    size_t work_count() const { return queued_.size() + typed_.size() + at_end_.size(); }

    // Functions that print instances, by kind ("str", "repr"), method and root class.
    std::map<std::string, std::map<std::pair<GraphId, ClassInfo*>, ConstantId>> text_functions;

    ContainerCaches containers;
    // Helpers: what is inlined in a struct or array has no value; the pointer and path to it, by the variable
    // that names it.
    std::map<std::pair<GraphId, VariableId>, std::vector<Value>> inlined_paths;

    ClassLayouts& classes() { return *classes_; }
    Callables& callables() { return *callables_; }

    // ---- boxes: see boxes.h
    Value box(LLOps&, Value v, Repr& r);
    ConstantId static_box(ConstantId host);
    LLTypeId box_struct();
    LLTypeId box_type(LLTypeId storage);  // of a value of this storage type
    int64_t box_layout(Repr& r);
    ConstantId box_printer(bool as_repr);  // function (GcRef) -> Ptr(str)
    ConstantId raise_function;
    // The possible targets of an indirect call that are known only when all is typed.
    ConstantId open_targets(const std::string& key);
    void add_open_target(const std::string& key, ConstantId function);

    // Diagnoses at the place of `where`.
    void unsupported(const LLOps& where, const std::string& what);

  private:
    friend class GraphTyper;
    std::unique_ptr<Repr> make_repr(AnnotationId annotation);
    AnnotationId annotation_of_object(ConstantId host, ObjectId object);
    std::optional<AnnotationId> as_table(const Annotation& tuple);
    void queue(GraphId graph);
    void type_queued_graphs();
    ConstantId generic_function(std::map<Repr*, ConstantId>& cache, Repr& r, std::string_view what, int arity,
                                LLTypeId result, Value (Repr::*unary)(LLOps&, Value),
                                Value (Repr::*binary)(LLOps&, Value, Value));
    using PairFunctions = std::map<std::pair<Repr*, Repr*>, ConstantId>;
    ConstantId pair_function(PairFunctions& cache, std::string_view what, Repr& left, Repr& right,
                             Value (*compare)(LLOps&, Repr&, Value, Repr&, Value));
    struct BoxKind {
        LLTypeId type;
        ConstantId str, repr;
    };
    ConstantId box_printers_[2];
    std::vector<Repr*> box_layouts_;
    BoxKind& box_kind(Repr& r);
    void close_targets();

    std::unique_ptr<HelperAnnotator> helpers_;
    std::map<AnnotationId, Repr*> reprs_;
    std::vector<std::unique_ptr<Repr>> owned_reprs_;
    std::deque<GraphId> queue_;
    std::set<GraphId> queued_;
    std::set<GraphId> typed_;
    std::map<GraphId, Signature> signatures_;
    std::deque<std::function<void()>> at_end_;
    PairFunctions equal_functions_, less_functions_;
    std::map<Repr*, ConstantId> eq_functions_, lt_functions_, hash_functions_, str_functions_,
        repr_functions_;
    std::map<std::pair<std::string, std::string>, GraphId> raise_graphs_;
    LLTypeId box_;
    std::map<std::string, std::set<GraphId>> open_targets_;
    std::map<LLTypeId, LLTypeId> box_types_;
    std::map<std::pair<LLTypeId, std::string>, ConstantId> static_structs_;
    std::map<Repr*, BoxKind> boxes_;
    std::map<ObjectId, AnnotationId> callable_annotations_;
    uint32_t known_descs_ = 0;
    std::unique_ptr<ClassLayouts> classes_;
    std::unique_ptr<Callables> callables_;
};

}  // namespace sapwood
