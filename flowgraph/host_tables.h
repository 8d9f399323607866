// What translation has asked of the import-time world, as plain data: live objects by id, and the answers
// about them.  HostWorld (host_world.h) fills it; .fg text carries it, so that annotator and rtyper run from
// text alone.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "flowgraph/ids.h"
#include "flowgraph/location.h"

namespace sapwood {

enum class HostKind : uint8_t {
    tuple,         // items
    list,          // items
    dict,          // items: key, value, key, value, ...
    set,           // items: one per slot of the table, `undefined` for free ones
    frozenset,     // likewise
    range,         // items: start, stop, step
    class_,        // of Python or built in
    function,      // Python function: `function`
    builtin,       // built-in function or type's method; qualname "builtins.len", "math.sqrt", "str.join"
    bound_method,  // items: function, self
    staticmethod,  // items: function
    classmethod,   // items: function
    property,      // items: getter, setter or None, deleter or None
    module,
    instance,  // of a class_; attributes
    stream,    // sys.stdin, sys.stdout, sys.stderr: name says which
    argv,      // sys.argv: a list filled at start-up
    environ,   // os.environ
    lltype,    // of low-level helpers: a low-level type; lltype
    other,     // anything that run-time code cannot use; name is the repr of its type
};

struct HostParameter {
    std::string name;
    enum class Kind : uint8_t { positional_only, normal, var_positional, keyword_only, var_keyword } kind;
    ConstantId default_value;  // invalid: none
};

// A live function, or the code of a local function (`def` or lambda inside a function: then `code_only`).
struct HostFunction {
    std::vector<HostParameter> parameters;
    std::vector<std::string> cell_names;  // free variables, in the order of co_freevars
    std::vector<ConstantId> cells;        // live function: contents of its cells (undefined if empty)
    // code_only: operands of make_closure are the cells in the order of cell_names, then the values of the
    // defaults in the order of the parameters that have `run_time_default`.
    bool code_only = false;
    std::vector<bool> run_time_default;  // code_only: per parameter
    bool generator = false, coroutine = false;
    bool low_level = false;  // a helper of rtyper/lowlevel
    bool by_shape = false;   // a copy for each shape of its arguments from the start
    std::string module;      // __module__
    std::string qualname;
    Location location;
    ObjectId owner;  // the class whose body defines it, if known (for super() and messages)
    GraphId graph;   // once built.  Graph inputs: the cells (as cell values) first, then the parameters
};

struct HostAttribute {
    ConstantId value;       // value at import time; invalid: has none yet (only stored at run time)
    ObjectId defined_in;    // class attributes: the class whose __dict__ has it
    bool variable = false;  // may be stored at run time: not a constant
};

struct HostObject {
    HostKind kind = HostKind::other;
    std::string name;      // __name__; stream: "stdin"...; builtin: qualified name
    std::string qualname;  // "module.qualname" of classes, functions and modules
    ObjectId type;         // class of an instance (also of exceptions prebuilt)
    std::vector<ConstantId> items;
    std::vector<ObjectId> mro;   // class_: method resolution order, itself first
    ObjectId kind_of;            // class_: a built-in class of which instances count as instances as well
    bool builtin_class = false;  // class_: implemented in C (int, str, ValueError, ...); mro ends with object
    std::string layout;  // class_: non-empty if instances cannot be ours: name of the built-in base that
                         // says so ("dict", "int"); exceptions and object have none
    HostFunction function;
    LLTypeId lltype;
    // instance: all of __dict__ and __slots__.  class_: answers of class_attribute asked so far (missing
    // names are recorded with defined_in invalid and value invalid).  module: attributes that are variables.
    std::map<std::string, HostAttribute> attributes;
    Location location;  // of classes and functions
};

struct HostTables {
    Store<ObjectId, HostObject> objects;
    // The first so many objects, graphs, files and types are the low-level helper library, which every
    // program loads and no program's text repeats.
    uint32_t library_objects = 0;
    uint32_t library_graphs = 0;
    uint32_t library_files = 0;
    uint32_t library_types = 0;
    std::map<std::string, ObjectId> helpers;  // low-level helpers by "module.function": "lists.ll_append"
    std::map<std::string, ObjectId> classes;  // built-in classes by name: "ValueError", "int", "object"
};

}  // namespace sapwood
