// The import-time world of a live CPython: describes its objects in Program::host and builds flow graphs.
//
// Objects get ids in the order in which translation meets them, and are described before a public function of
// HostWorld returns.  Live functions have no cell inputs in their graphs: contents of cells that nobody
// stores are constants, other cells are variables of a module object that stands for the cell.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "flowgraph/host_world.h"
#include "frontend/source.h"
#include "frontend/stand_ins.h"
#include "frontend/store_scan.h"

namespace sapwood {

// What all code below one live function shares.
struct CodeContext {
    SourceUnit* unit = nullptr;
    py::object names;                         // its globals
    std::map<std::string, py::object> cells;  // its own free variables: live cells
    std::string module;
    bool low_level = false, frameless = false;
};

// The code of a function or of the main block, ready for flow building.
struct FunctionCode {
    std::shared_ptr<CodeContext> context;
    Node node;                     // absent: the main block
    std::vector<Node> statements;  // of the main block
    Scope* scope = nullptr;
    std::string name, qualname;
    ObjectId function;  // invalid: the main block
};

class CPythonWorld final : public HostWorld {
  public:
    CPythonWorld(Program& program, Diagnostics& diagnostics, SourceRegistry& sources, StoreScan& stores,
                 StandIns& stand_ins);

    // Constants for live values.  Integers beyond 64 bits are objects; int_of_object tells them.
    ConstantId constant_of(py::handle value);
    ObjectId object_of(py::handle value);
    // The constant for a tuple that translated code makes of constants: one for equal items.
    ConstantId tuple_of(const std::vector<ConstantId>& items);
    // A name of the module `builtins`.
    ConstantId builtin(const std::string& name);
    // The live value of a constant; empty for `undefined` and for objects without one (local functions).
    py::object live(ConstantId constant) const;
    py::object live_object(ObjectId object) const;
    // What translated code runs in place of a function of the module `enum`.
    py::object enum_function(py::handle class_, const std::string& name);
    // The function that finds the member of an enumeration by its value.
    py::object enum_look_up(py::handle class_);
    py::object enum_contains(py::handle class_);
    // Whether a class of the program has its own `name`, not that of the module `enum`.
    bool overrides_enum(py::handle class_, const std::string& name) const;
    // Describes all objects met so far.
    void describe_pending();

    // The module object of a globals dict, or the object that stands for a dict that no module has.
    ObjectId module_of(py::handle names);
    // The object that stands for a live cell that run-time code stores; its variable is `contents`.
    ObjectId cell_module(py::handle cell, const std::string& name);
    // The dict or cell that a module object stands for.
    py::object stand_in(ObjectId object) const { return stand_in_of_.at(object).first; }
    // Whether a function nested in the same outermost function may store the cell.
    bool cell_is_stored(const CodeContext& context, Node function, const std::string& name);
    // The code of a local function, made when the graph around it is built; the same id for the same node.
    ObjectId local_function(const FunctionCode& outer, Scope& scope, HostFunction description);
    std::optional<GraphId> build(const FunctionCode& code);
    Location location_of(const CodeContext& context, Node node) {
        return context.unit->location(program, node);
    }

    // Records that translated code stores object.name, which the scan did not see.  If something was folded
    // on the assumption that nobody does, flow building must start again: restart_needed().
    bool note_store(ObjectId object, const std::string& name) override;
    bool restart_needed() const override { return restart_needed_; }
    std::vector<std::string> attribute_names(ObjectId object) const override;
    // The reverse of note_store: object.name was folded.
    void note_fold(py::handle object, const std::string& name);
    // Scans modules that were imported since the last call.
    void scan_new_modules();

    // A function outside of the user's program, and where it was wanted first.
    struct LibraryUse {
        std::string name;
        std::string path;  // of its code, which is in these lines
        int first_line, last_line;
        std::string use_path;
        Location use;
    };
    std::vector<LibraryUse> library_uses;

    SourceRegistry& sources;
    StoreScan& stores;
    StandIns& stand_ins;
    // Set by the importer's owner: what sys.argv and the streams were while the module level ran.
    py::object argv, streams[3];

  protected:
    std::optional<GraphId> ask_graph(ObjectId function) override;
    std::optional<HostAttribute> ask_class_attribute(ObjectId class_, const std::string& name) override;
    std::optional<HostAttribute> ask_module_attribute(ObjectId module, const std::string& name) override;
    std::optional<ObjectId> ask_builtin_class(std::string_view name) override;

  private:
    ObjectId new_object(py::object value);
    void note_library_use(const HostObject& function);
    // host_objects.cpp
    void describe(ObjectId id, py::handle value);
    void describe_class(HostObject& result, py::handle value);
    void describe_function(HostObject& result, py::handle value);
    void describe_instance(HostObject& result, py::handle value);
    bool describe_special(HostObject& result, py::handle value);
    bool describe_builtin(HostObject& result, py::handle value);
    void add_slots(HostObject& result, py::handle set);
    void add_items(HostObject& result, py::handle sequence);
    // generators.cpp
    struct GeneratorMethod {
        FunctionCode code;  // of the generator function
        ObjectId class_, function;
        std::string name;
    };
    std::optional<GraphId> start_of_generator(const FunctionCode& code);
    std::optional<GraphId> build_generator_method(const GeneratorMethod& method);
    ObjectId generator_class(const FunctionCode& code);
    ObjectId new_generator_base();
    std::optional<GraphId> build_body(const FunctionCode& code);
    std::optional<FunctionSource> source_of(py::handle function, std::string& why);

    HostAttribute by_slice(py::handle mro, const std::string& name);
    std::optional<HostAttribute> text_of_class(ObjectId class_, py::handle type);
    std::optional<HostAttribute> data_class_method(ObjectId class_, py::handle type, const std::string& name);
    py::object& functions_of_enum(py::handle class_);
    std::map<PyObject*, py::object> enum_functions_;  // dicts by class: values of classes differ in type
    std::map<PyObject*, py::object> enum_look_ups_, enum_contains_;
    std::map<std::pair<PyObject*, std::string>, py::object> data_class_methods_;
    std::unordered_map<PyObject*, ObjectId> ids_;
    std::map<ObjectId, py::object> live_;
    std::map<std::vector<ConstantId>, ConstantId> tuples_;
    std::map<std::string, ConstantId> builtins_;
    std::map<std::pair<PyObject*, std::string>, ObjectId> stand_ins_;  // modules for dicts and cells
    std::map<ObjectId, std::pair<py::object, std::string>> stand_in_of_;
    std::deque<ObjectId> pending_;
    // By AST node and constant defaults, which differ where an unrolled loop makes several functions.
    std::map<std::pair<PyObject*, std::vector<ConstantId>>, ObjectId> local_functions_;
    std::map<ObjectId, FunctionCode> local_code_;
    std::map<ObjectId, ObjectId> generator_classes_;  // by function
    std::map<ObjectId, GeneratorMethod> generator_methods_;
    std::set<std::pair<PyObject*, std::string>> folded_;
    size_t scanned_module_count_ = 0;
    bool restart_needed_ = false;
};

// The name under which annotator and rtyper know a built-in function or method ("builtins.len", "math.sqrt",
// "str.join", "os.path.join"); empty for anything else.
std::string builtin_name(py::handle value);
// Whether an object of a class with this MRO can be one of ours only through a constant; name of the built-in
// base that says so, or empty.
std::string foreign_layout(py::handle mro);

}  // namespace sapwood
