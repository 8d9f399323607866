// What the annotator finds out, as plain data: the contract between annotator and rtyper, and what .fg text
// carries in phase Annotated.  The lattice's operations (join, contains) are the annotator's
// (annotator/lattice.h); nothing here has behaviour.
//
// Annotations are immutable and interned: equal annotations have equal ids.  What grows during inference
// (the item of a list, the attributes of a class) is a cell; annotations name the cell.  After inference
// joined cells are one cell.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "flowgraph/ids.h"
#include "flowgraph/lltype.h"
#include "flowgraph/location.h"

namespace sapwood {

enum class SKind : uint8_t {
    impossible,  // bottom: no value arrives here (also: the result of a call that never returns)
    none,        // None and nothing else
    boolean,
    integer,
    floating,
    number,  // a mixture of `tags`; Optional[int] too
    str,
    bytes,
    tuple,           // items
    tuple_of,        // items[0]: a tuple whose length is not known, of such items (never impossible)
    list,            // list
    dict,            // dict
    set,             // dict (its value is none); name "frozenset" or empty
    instance,        // classdef: of it or of a subclass, exceptions included
    callable,        // descs: one of these functions, classes, bound methods, closures
    builtin_method,  // method of a built-in value, read but not called yet: name "list.append", items[0]:
                     // self
    range,           // a range object
    view,            // dict.keys(), .values(), .items(): view, dict
    iterator,  // iterator, items: what it runs over (annotations of the iterated values), list/dict by them
    slice,     // unused so far
    file,      // a text file (name "text") or binary file (name "binary"), standard streams included
    environ,   // os.environ
    module,    // constant: the module
    cell,      // var: a variable shared with closures
    super_,    // unused: super_getattr is an operation
    property_value,  // unused
    ptr,             // lltype: a low-level pointer or GcRef/Address (helpers only)
    ll_primitive,    // lltype: Unsigned, Char, UniChar, Number (helpers only; Signed, Float, Bool are the
                     // above)
    ll_type,         // constant: a low-level type as a value (helpers only)
    object,          // any host object that is only passed around as a constant (constant)
    boxed,           // a value of any type, of which a program may only see the text: arguments of exceptions
                     // of several types
    conflict,        // top: values that have no common annotation; witnesses say which
};

enum class IteratorKind : uint8_t {
    sequence,  // items[0]: list, tuple (of equal items), set, str, bytes, range
    keys,
    values,
    items,       // of items[0]: a dict
    enumerate,   // items[0]: the inner iterator, items[1]: start
    zip,         // items: inner iterators
    reversed_,   // items[0]: a list, tuple, range, str, dict
    map,         // items[0]: the callable, items[1..]: inner iterators
    filter,      // items[0]: the callable or none, items[1]: the inner iterator
    file_lines,  // items[0]: a file
    instance,    // items[0]: an instance with __next__
    zip_rows,    // zip(*rows).  items[0]: the iterator over one row
};

struct Annotation {
    SKind kind = SKind::impossible;
    bool nullable =
        false;  // None may come as well (str, bytes, tuple, list, dict, set, instance, callable, file, ptr)
    bool declines = false;     // the None among its values stands for NotImplemented
    bool nonnegative = false;  // integer
    bool is_char = false;      // str: always exactly one character; represented as UniChar when not nullable
    uint8_t tags = 0;          // number: bit 1 << NumberTag for each
    IteratorKind iterator = IteratorKind::sequence;  // iterator, and view (keys, values, items)
    ConstantId constant;                             // the one value it can have, when known
    std::vector<AnnotationId> items;
    ListCellId list;
    DictCellId dict;
    VarCellId var;
    ClassDefId classdef;
    std::vector<DescId> descs;  // in id order
    LLTypeId lltype;
    std::string name;
};

// The items of all lists that can be the same list.
struct ListCell {
    AnnotationId item;
    bool resized = false;  // some operation changes its length
    bool mutated = false;  // some operation stores into it
    Location origin;       // of a creation site
};

struct DictCell {
    AnnotationId key;
    AnnotationId value;
    Location origin;
};

// A variable shared with closures.
struct VarCell {
    AnnotationId value;
    bool maybe_undefined = false;  // cell_get checks
    std::string name;
};

// An attribute, kept at the base-most class that needs it.
struct ClassAttribute {
    AnnotationId value;        // join over instances and classes that share it
    bool on_instance = false;  // stored through an instance somewhere: a field.  The class-level value (if
                               // any) is then what new instances start with
    bool on_class = false;     // stored on the class at run time: one static variable per defining class
    bool maybe_unset =
        false;  // on_instance: some instance may be read before it is stored: reads are checked
    Location origin;
    // Neither: read only, a value per class of the import-time world (methods, constants): a vtable field,
    // unless equal in all classes.
};

enum class DescKind : uint8_t { function, class_, bound_method, builtin };

// A callable of the import-time world, or the code of a local function.
struct Desc {
    DescKind kind = DescKind::function;
    std::string name;
    ObjectId object;  // function, class, builtin
    DescId function;  // bound_method: the function ...
    ClassDefId self;  // ... and the class whose instances (and subclasses') are self; invalid: self is
                      // `self_constant`
    ConstantId self_constant;  // bound_method of a prebuilt object found in a constant
    CallFamilyId family;       // callables that meet in a variable share a family; invalid: never called
    // function: closures carry an environment: the values of cells and run-time defaults, by these cells
    std::vector<VarCellId> cells;
    std::vector<AnnotationId> run_time_defaults;
};

// The sequence of an operation on a slice that is a value, as an argument of the slice's method: operands 0
// and 2 are taken, by what is called and by the new values.
inline constexpr uint32_t kSlicedOperand = 3;

// Where an input of a callee's graph comes from at a call.
struct ArgumentSource {
    enum class Kind : uint8_t {
        operand,    // index: operand of the call operation (0 is the callee)
        self,       // the bound method's self, or the new instance of __init__
        constant,   // constant: a default
        cell,       // index: the closure's cell or, after the cells, run-time default
        star_item,  // index: item of the *tuple operand, which is operand `operand`
        rest,  // the tuple for *args: operands index..end of positionals, then the star items from number
               // `operand` on
        rest_with_self,  // the same, with self before them
    } kind = Kind::operand;
    uint32_t index = 0;
    uint32_t operand = 0;
    ConstantId constant;
};

// What one callable of a family does for one shape of call.
struct CallTarget {
    DescId desc;
    GraphId graph;        // function, bound_method: the copy called.  class_: __init__'s copy, or invalid if
                          // there is none to run
    ClassDefId instance;  // class_: what is made
    std::vector<ArgumentSource> arguments;  // one per input of graph
};

// One shape of call (argument count, keywords, kinds of arguments) to the callables of a family.
struct CallRow {
    uint32_t positional = 0;
    std::vector<std::string> keywords;
    std::vector<CallTarget> targets;  // parallel to CallFamily::descs; graph and instance invalid: that desc
                                      // is never called by this row
    AnnotationId result;
};

struct CallFamily {
    std::vector<DescId> descs;  // in id order
    std::vector<CallRow> rows;
};

// What an operation calls.  role: "call" for simple_call and call_args; the special method's name where an
// operation runs one ("__add__", "__eq__", "__len__", "__str__", "__next__"; "get" for a property): then
// operand 0 of ArgumentSource is the bound method, 1.. the method's arguments after self.
struct CallSite {
    std::string role;
    CallFamilyId family;
    uint32_t row = 0;
};

// One class, or one copy of it made for its item types.  Copies of a class share a run-time class identity.
struct ClassDef {
    std::string name;
    ObjectId class_;
    ClassDefId base;    // primary base: the first base that has fields or methods here; all others are
                        // mixins, whose methods were copied.  Invalid: none (object; BaseException has none)
    uint32_t copy = 0;  // 0: the original
    std::vector<ClassDefId> subclasses;  // direct, in id order
    bool instantiated = false;
    std::map<std::string, ClassAttribute> attributes;
    // Special methods that run from inside containers, printing and sorting: what values annotated with this
    // very class do there.  By name: __eq__ __lt__ __gt__ (one argument), __hash__ __str__ __repr__ (none). A
    // missing name is the default: identity, and for __str__ the __repr__.
    std::map<std::string, CallSite> implicit;
};

// Facts about one graph, keyed by its variables.
struct GraphAnnotations {
    std::vector<AnnotationId> variables;                // by VariableId; impossible where control never comes
    std::map<VariableId, std::vector<CallSite>> calls;  // by the operation's result
    std::map<VariableId, AnnotationId> creations;       // newlist, newdict, ...: what the site makes
};

class AnnotatedTables {
  public:
    AnnotationId intern(Annotation annotation);
    // Stays valid when others are interned.
    const Annotation& operator[](AnnotationId id) const {
        CHECK(id.index < annotations_.size(), "annotation {} of {}", id.index, annotations_.size());
        return annotations_[id.index];
    }
    uint32_t size() const { return static_cast<uint32_t>(annotations_.size()); }

    Store<ListCellId, ListCell> lists;
    Store<DictCellId, DictCell> dicts;
    Store<VarCellId, VarCell> vars;
    Store<ClassDefId, ClassDef> classdefs;
    Store<DescId, Desc> descs;
    Store<CallFamilyId, CallFamily> families;
    std::map<GraphId, GraphAnnotations> graphs;  // the graphs that are reached
    // Annotations of module and class attributes that run-time code stores: (object, name) -> value.
    std::map<std::pair<ObjectId, std::string>, AnnotationId> variables;
    std::map<ObjectId, AnnotationId> prebuilt;  // prebuilt containers and instances reached

  private:
    std::deque<Annotation> annotations_;  // references are kept while more are made
    std::unordered_map<std::string, AnnotationId> index_;
};

// A constant tuple of more items than this, all of one kind, is taken for one whose length is not known: a
// table that is indexed, not a record.
inline constexpr size_t kLongTuple = 16;

std::string_view skind_name(SKind kind);
std::string_view iterator_kind_name(IteratorKind kind);

}  // namespace sapwood
