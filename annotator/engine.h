// One round of inference: flows abstract values through copies of graphs until nothing grows.
// The transfer functions are methods, spread over files by concern:
//   flow.cpp        worklist, links, narrowing, places
//   bookkeeper.cpp  constants and objects of the import-time world, cells, descs
//   classes.cpp     class copies, attributes, instantiation
//   calls.cpp       argument matching, copies of functions, calls of every kind of callable
//   unary.cpp binary.cpp containers.cpp sets.cpp iteration.cpp builtins.cpp methods.cpp   operations
// What a round leaves behind is read by rounds.cpp (the next plan), errors.cpp and export.cpp.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "annotator/lattice.h"
#include "annotator/narrowing.h"
#include "annotator/plan.h"
#include "annotator/provenance.h"
#include "flowgraph/builtins.h"
#include "flowgraph/host_world.h"
#include "flowgraph/suggestion.h"

namespace sapwood::annotation {

// Contexts from here on are those of methods that are asked for attributes by name: one for each name.
inline constexpr uint32_t kNamedContexts = 1u << 24;

// Whether calls in this role pass the name of an attribute, which the callee knows.
inline bool takes_attribute_name(std::string_view role) {
    return role == "__getattr__" || role == "__setattr__";
}

// An argument of a call: its value and where the callee finds it.
struct Arg {
    SId value;
    ArgumentSource source;
};

struct Args {
    std::vector<Arg> positional;
    std::vector<std::pair<std::string, Arg>> keywords;
};

// What one call did for one callable, as recorded at the last visit.
struct TargetRecord {
    uint32_t desc;
    uint32_t copy = kNoCopy;
    uint32_t instance = UINT32_MAX;  // class index
    std::vector<ArgumentSource> arguments;
    std::vector<SId> values;  // of the callee's inputs
};

struct CallRecord {
    std::string role;
    uint32_t positional = 0;
    std::vector<std::string> keywords;
    std::vector<TargetRecord> targets;
    SId result{0};
    bool mixed = false;  // the results of two targets do not join
};

// Function or method copy.
struct Copy {
    uint32_t key = 0;  // Plan::keys
    ObjectId function;
    uint32_t context = 0;
    uint32_t owner = 0;             // key of the class copy whose method it is; 0: none
    uint32_t closure = UINT32_MAX;  // desc of the closure whose code it is
    const FunctionGraph* graph = nullptr;
    GraphId graph_id;
    std::string name;
    uint32_t parent = kNoCopy;  // the copy that first called it ...
    VariableId parent_op;       // ... here
    std::vector<SId> vars;
    std::vector<Location> origins;  // where the value of a variable came from
    std::vector<bool> reached;      // by block
    PlaceId result;
    std::set<std::pair<uint32_t, VariableId>> callers;
    std::map<VariableId, std::vector<CallRecord>> calls;
    std::map<VariableId, SId> creations;
    std::map<VariableId, std::vector<Diagnostic>> errors;
    std::map<VariableId, Clash> clashes;  // of block inputs
};

struct AttributeEntry {
    PlaceId place;
    bool on_instance = false, on_class = false;
    bool stored = false;  // or has a value at class level
    bool deleted = false;
    bool of_frame = false;  // of a frame_save that is reached, though the variable may be undefined there
    Location origin;
};

// A class, or a copy of it.
struct ClassInfo {
    ObjectId class_;
    uint32_t copy = 0;
    uint32_t key = 0;
    uint32_t base = UINT32_MAX;
    std::vector<uint32_t> subclasses;
    bool instantiated = false;
    PlaceId below;  // event: a class from here downwards was instantiated
    std::map<std::string, AttributeEntry> attributes;
    std::map<std::string, CallRecord> implicit;  // special methods run by containers, printing, sorting
    std::set<std::pair<uint32_t, VariableId>> creators;
    std::vector<ObjectId> prebuilt;  // prebuilt instances
};

struct DescInfo {
    DescKind kind = DescKind::function;
    ObjectId object;                 // function, class, builtin
    uint32_t function = UINT32_MAX;  // bound_method: desc of the function
    uint32_t owner = UINT32_MAX;     // bound_method: class index
    SId self_constant_value{0};      // bound_method of a class or prebuilt object
    ConstantId self_constant;
    PlaceId self;        // bound_method: what self can be
    uint32_t maker = 0;  // closures: key of the copy that makes them, or of the place that reads the method
    bool closure = false;
    std::vector<PlaceId> environment;
    uint32_t wrapper_of = UINT32_MAX;
};

enum class CellKind : uint8_t { list, dict, set, var };

// A list, dict, set or shared variable made at one site (or a prebuilt one).
struct CellInfo {
    CellKind kind;
    uint32_t key = 0;
    uint32_t maker = kNoCopy;  // copy
    PlaceId first, second;     // item | key and value | value
    bool resized = false, mutated = false, maybe_undefined = false;
    Location origin;
    std::string name;
};

// Builtins called through values get a graph that calls them; made once per program.
struct WrapperTable {
    struct Key {
        ObjectId builtin;
        bool bound;           // a method, read from a value: that value is the first input
        uint32_t positional;  // arguments
        std::vector<std::string> keywords;
        auto operator<=>(const Key&) const = default;
    };
    std::map<Key, GraphId> graphs;
};

class Engine final : public ClassOrder {
  public:
    Engine(Program& program, HostWorld& world, Diagnostics& diagnostics, Plan& plan, WrapperTable& wrappers);

    // Runs to the fixpoint from the program's entry.
    void run();

    // ---- What a round leaves behind
    Program& program;
    HostWorld& world;
    Plan& plan;
    WrapperTable& wrappers;
    Lattice lattice;
    std::vector<std::unique_ptr<Copy>> copies;
    std::vector<Place> places;
    std::vector<ClassInfo> classes;
    std::vector<DescInfo> descs;
    std::vector<CellInfo> cells;
    std::map<std::pair<ObjectId, std::string>, PlaceId> globals;
    std::map<ObjectId, SId> prebuilt;
    std::set<std::pair<ObjectId, std::string>> class_variables;  // class attributes stored at run time
    std::set<ObjectId> unbuildable;  // functions whose graph cannot be made: diagnosed by the world
    // Pairs of class copies that met where only one can be (joined rounds).
    std::set<std::pair<uint32_t, uint32_t>> met_classes;
    // The items of each tuple that is iterated over, joined: no variable may have this type (when nobody asks
    // the iterator), yet the iterator is made for it.
    std::vector<SId> joined_items;

    Place& place(PlaceId id) { return places[id.index]; }
    const Constant& constant(ConstantId id) const { return program.constants[id]; }
    std::string describe(SId value);  // as users call it: "int", "list[str]", "C"
    std::string class_name(uint32_t class_index) const;
    std::vector<uint32_t> join_classes(std::vector<uint32_t> classes) override;

    // Classes an instance annotated with this class can have, instantiated ones only.
    std::vector<uint32_t> concrete(uint32_t class_index);
    bool is_user_function(ObjectId object) const;
    // Whether a function has a copy for each shape of its arguments.
    bool is_by_shape(ObjectId function) const;
    bool is_exception_class(ObjectId class_) { return is_exception(class_); }
    bool is_generator_base(ObjectId class_) const;
    // Whether a class is one of the program's that derive from enum.Enum.
    bool is_enumeration(ObjectId class_) const;
    // The class at the end of the chain of bases whose layouts a class goes on with.
    uint32_t root(uint32_t index) const;

    SId value_in(uint32_t copy, Value v);

    // Items of cells, joined, without registering a reader.
    SId peek(PlaceId id) { return places[id.index].value; }

  private:
    friend class Exporter;
    friend class Rounds;
    friend class Tracer;

    // ---- flow.cpp
    void schedule(uint32_t copy, BlockId block);
    void process(uint32_t copy, BlockId block);
    bool flow_operation(const Operation& op);  // false: the block ends here
    void follow_links(const Block& block, bool normal, bool exceptional);
    void follow(const Link& link, const std::map<VariableId, SId>& narrowed, std::optional<bool> taken,
                const Block& block);
    void bind_inputs(uint32_t copy, BlockId block, const std::vector<SId>& values,
                     const std::vector<Location>& origins);
    SId value_of(Value v) { return value_in(copy_, v); }
    Location origin_of(Value v);
    void set_result(VariableId v, SId value);
    SId narrow(SId value, const Fact& fact, bool outcome);
    SId unboxed(const std::vector<ObjectId>& classes);
    SId narrow_to_classes(SId value, SId classes, bool outcome);
    SId falsy(SId value);

    SId joined(SId before, SId value);
    PlaceId new_place(PlaceKind kind, std::string name);
    SId read(PlaceId id);
    void watch(PlaceId id);  // registers without reading
    // from: where it is stored; spot: by what.
    void write(PlaceId id, SId value, Location from) { write(id, value, from, spot()); }
    void write(PlaceId id, SId value, Location from, Spot spot);
    Spot spot() const { return op_ ? Spot{copy_, op_->result} : Spot{}; }
    void wake(PlaceId id);

    // A message or a note of this row, with its arguments.
    template <Diag diag, class... A>
    static Diagnostic made(const Location& at, const A&... args) {
        return {diag, at, fmt::format(fmt::runtime(diag_info(diag).text), args...), {}};
    }
    template <Diag diag, class... A>
    SId error(const A&... args) {
        add_error(made<diag>(location(), args...));
        return lattice.conflict();
    }
    // The same of a tuple of `size` items.  The empty one may turn out to be of any length: no value comes
    // from it, lest what holds the items be taken for one of several types.
    template <Diag diag, class... A>
    SId wrong_length(size_t size, const A&... args) {
        SId conflict = error<diag>(args...);
        return size == 0 ? lattice.impossible() : conflict;
    }
    // The same about `name`, which is none of `known`, with a suggestion where one is near.
    template <Diag diag, class Where>
    SId unknown(const Where& where, const std::string& name, const std::vector<std::string>& known) {
        Diagnostic diagnostic = made<diag>(location(), where, name);
        if (std::string near = nearest_name(name, known); !near.empty())
            diagnostic.notes.push_back(made<Diag::did_you_mean>(location(), near));
        add_error(std::move(diagnostic));
        return lattice.conflict();
    }
    void add_error(Diagnostic diagnostic);
    Location location() const { return op_ ? op_->location : Location{}; }
    SId arg(size_t i) {
        bool exchanged = i < exchanged_.size() && lattice.possible(exchanged_[i]);
        return exchanged ? exchanged_[i] : value_of(op_->args[i]);
    }
    std::string name_operand(size_t i) { return constant(op_->args[i].constant()).text; }

    // ---- values.cpp
    bool exchange_operands();
    bool is_plain_attribute(SId object, const std::string& name);
    void exchange(size_t i, std::initializer_list<std::string> names);
    void exchange_dict(size_t i);
    void exchange_index(size_t i, std::initializer_list<std::string> names);
    void exchange_by(size_t i, const std::string& method);
    bool is_plain_value(SId object);
    bool answers(SId object, const std::string& name);
    void exchange_bounds();
    void exchange_of_operator(const std::string& method);
    void exchange_of_call();

    // ---- bookkeeper.cpp
    SId constant_value(ConstantId id);
    SId object_value(ObjectId id);
    uint32_t function_desc(ObjectId function);
    uint32_t closure_desc(ObjectId function);
    uint32_t builtin_method_desc(ObjectId method);
    uint32_t class_desc(ObjectId class_);
    uint32_t builtin_desc(ObjectId builtin);
    // The desc of a key, and whether it was made just now.
    std::pair<uint32_t, bool> keyed_desc(const std::string& key, DescKind kind, ObjectId object);
    uint32_t bound_desc(uint32_t function_desc, uint32_t owner);
    uint32_t bound_constant_desc(uint32_t function_desc, ConstantId self, SId self_value);
    SId callable(uint32_t desc) { return lattice.with_ids(SKind::callable, {desc}); }
    uint32_t cell(CellKind kind, const std::string& sub);  // of the current operation
    uint32_t keyed_cell(CellKind kind, const std::string& key, Location origin);
    SId new_list(SId item, const std::string& sub = "");
    SId new_dict(SId key, SId value, const std::string& sub = "");
    SId new_set(SId item, bool frozen, const std::string& sub = "");
    SId record_creation(SId value);
    PlaceId global_place(ObjectId object, const std::string& name);
    SId list_item(SId list);
    SId dict_key(SId dict);
    SId dict_value(SId dict);
    void store_list(SId list, SId item, bool resizes);
    void store_dict(SId dict, SId key, SId value);
    void store_dict_key(SId dict, SId key);
    void mark_lists(SId list, bool resized, bool mutated);

    // ---- classes.cpp
    uint32_t class_index(ObjectId class_, uint32_t copy);
    std::optional<ObjectId> primary_base(ObjectId class_);
    bool inherits(uint32_t class_index, ObjectId base) const;
    void instantiate(uint32_t class_index);
    SId instance_of(uint32_t class_index);
    uint32_t class_at_site(ObjectId class_);
    SId instance_attribute(SId object, const std::string& name);
    SId class_of(SId object);
    SId class_of_instance(const SValue&);
    bool stores_function(SId value);
    SId refuse_stored_method(uint32_t class_index, const std::string& name, PlaceId stored);
    SId refuse_shadowed_method(uint32_t class_index, const std::string& name);
    bool is_method(const HostAttribute& attribute) const;
    SId one_class_attribute(uint32_t class_index, const std::string& name, bool& missing, SId& getters);
    // The accessor of a property, bound to instances of class k; nullopt: what k has there is no property.
    enum : size_t { kGetter, kSetter, kDeleter };
    std::optional<SId> property_accessor(uint32_t k, const std::optional<HostAttribute>& attribute,
                                         const std::string& name, size_t accessor);
    void store_instance_attribute(SId object, const std::string& name, SId value);
    // Runs a method that the classes of an instance have for every attribute (`__setattr__`, `__getattr__`).
    std::optional<SId> attribute_hook(SId object, const std::string& method, const std::string& name,
                                      std::optional<SId> value = {});
    SId delete_attribute(SId object, const std::string& name);
    std::vector<std::string> attribute_names(uint32_t class_index);  // that are known so far
    AttributeEntry& attribute_entry(uint32_t class_index, const std::string& name);
    SId bind_class_attribute(uint32_t class_index, const HostAttribute& attribute, const std::string& name);
    SId class_constant_attribute(ObjectId class_, const std::string& name);
    void store_class_attribute(ObjectId class_, const std::string& name, SId value);
    PlaceId frame_attribute(uint32_t class_index, const std::string& name);
    uint32_t method_owner(uint32_t class_index, ObjectId function, const std::string& name);
    SId super_attribute();
    // Runs special method `name` of an instance: nullopt if no class of it has one.
    std::optional<SId> special(SId object, const std::string& name, std::vector<Arg> args,
                               const std::string& role = "");
    std::optional<SId> special_call(SId object, const std::string& name, Args args, const std::string& role);
    std::optional<SId> implicit_special(SId object, const std::string& name, std::vector<SId> args);
    bool has_special(SId object, const std::string& name);

    // ---- exceptions.cpp
    bool is_exception(ObjectId class_);
    std::vector<ObjectId> raised_below(ObjectId class_);
    std::optional<SId> exception_attribute(uint32_t class_index, const std::string& name);
    bool store_exception_attribute(uint32_t class_index, const std::string& name, SId value);
    void note_exit_code(SId code);
    SId exit_code();  // what SystemExit.code can be
    void note_stop_value(uint32_t class_index, const Args& args);
    SId stop_value();  // what StopIteration.value can be
    void check_codec_arguments(uint32_t index, const std::vector<SId>& values);
    void note_arguments(uint32_t class_index, const std::vector<SId>& values);
    void note_key_error(SId key);
    void note_files();  // the system is asked: OSError
    void note_raised_arguments(ObjectId class_);
    PlaceId arguments_place(uint32_t class_index);
    void store_arguments(uint32_t class_index, SId tuple);
    std::optional<SId> exception_arguments(std::vector<uint32_t> class_indexes);
    bool init_sets_arguments(ObjectId class_);
    bool calls_init(const FunctionGraph& graph) const;

    // ---- calls.cpp
    SId call(const std::string& role, SId callee, Args args);
    void join_result(CallRecord& record, SId returned);
    SId call_desc(CallRecord& record, uint32_t desc, Args args);
    SId call_function(CallRecord& record, uint32_t desc, uint32_t function_desc, const Args& args,
                      uint32_t owner, std::optional<SId> self);
    SId call_class(CallRecord& record, uint32_t desc, const Args& args);
    SId call_graph(CallRecord& record, TargetRecord target, ObjectId function, GraphId graph, uint32_t owner,
                   uint32_t closure);
    bool match(const HostFunction& function, uint32_t function_desc, const std::string& name,
               const Args& args, std::optional<SId> self, TargetRecord& target);
    std::string shapes_of(const std::vector<SId>& values);
    uint32_t copy_for(ObjectId function, GraphId graph, uint32_t owner, uint32_t closure, bool implicit,
                      const std::string& role, const std::string& attribute);
    std::optional<uint32_t> recursive_context(ObjectId target, VariableId op) const;
    std::optional<Args> operation_args();  // none: they are refused
    std::string callee_name(uint32_t desc);
    SId call_wrapped_builtin(CallRecord& record, uint32_t desc, const Args& args);

    // ---- sets.cpp
    void store_set(SId set, SId item);
    // What a set operation takes: joins its items with those of `set`.
    SId take_items(SId set, SId iterable, const std::string& role);
    std::optional<SId> set_binary(SId left, SId right, bool inplace);
    bool is_set_like(SId value);  // a set, or a view of a dict that is like one
    SId compare_sets(SId left, SId right, const std::string& symbol);
    SId set_method(const std::string& name, SId self, const Args& args);
    SId view_method(const std::string& name, SId self, const Args& args);

    // ---- operations
    SId transfer(const Operation& op);
    SId unary(Op op, SId value);
    SId binary(Op op, SId left, SId right);
    SId arithmetic(Op op, SId left, SId right);
    SId compare(Op op, SId left, SId right);
    SId user_binary(Op op, SId left, SId right, bool inplace);
    // One of the special methods that an operation asks.
    struct Attempt {
        SId self, other;
        std::string method, role;
    };
    struct Outcome {
        SId value;   // without NotImplemented
        bool open;   // nobody may answer
        bool waits;  // what a method gives is not known yet
    };
    Outcome attempt(std::vector<Attempt> attempts);
    bool same_class(SId left, SId right);
    bool reflected_first(SId left, SId right, const std::string& method);
    void compare_deep(SId left, SId right, const std::string& method, int depth = 0);
    void hash_deep(SId key, int depth = 0);
    void text_deep(SId value, const std::string& method, int depth = 0);
    SId truth(SId value);
    SId identity(SId left, SId right);
    bool is_called(VariableId v) const;
    SId getattr(SId object, const std::string& name);
    SId builtin_method(SId object, const std::string& type, const std::string& name);
    SId setattr(SId object, const std::string& name, SId value);
    SId getitem(SId object, SId index);
    SId setitem(SId object, SId index, SId value);
    SId delitem(SId object, SId index);
    std::optional<SId> by_slice(const std::string& method);
    SId getslice(SId object);
    SId setslice();
    SId delslice(SId object);
    SId unstorable(SId object);
    SId contains(SId container, SId item);
    std::optional<bool> contains_constant(const std::vector<SId>& items, SId item);
    SId tuple_item(SId tuple, SId index);
    SId any_length(SId tuple);
    bool is_table(const std::vector<SId>& items);
    SId unpack_item();
    SId unpack_rest();
    SId iter(SId object, const std::string& role = "");
    SId delegate(SId iterator);
    bool is_generator(SId object) const;
    // Item of an iterable or iterator; role names the calls that getting it makes.
    SId next_item(SId iterator, const std::string& role);
    SId items_of(SId iterable, const std::string& role);
    SId call_operation();
    bool is_builtin(SId callee, std::string_view name);
    std::optional<SId> zip_of_rows();
    SId call_builtin(const std::string& name, SId self, const Args& args);
    SId call_row(std::span<const BuiltinRow> rows, const Args& args, const std::string& shown);
    bool takes(const BuiltinType& type, SId value);
    SId row_result(const BuiltinType& type, const std::string& sub);
    SId call_builtin_class(const std::string& name, const Args& args);
    // Whether a value is of the built-in type of this name, None aside (a bool is an int).
    bool is_of_builtin_type(SId value, std::string_view type) const;
    SId call_method(const std::string& name, SId self, const Args& args);
    SId list_method(const std::string& name, SId self, const Args& args);
    SId dict_method(const std::string& name, SId self, const Args& args);
    SId tuple_method(const std::string& name, SId self, const Args& args);
    SId call_print(const Args& args);
    SId call_minmax(const std::string& name, const Args& args);
    SId call_sum(const Args& args);
    SId call_round(const Args& args);
    SId call_sorted(const Args& args);
    SId call_isinstance(const Args& args);
    SId call_key(const Args& args, SId item);  // key=: calls it, what is compared then
    SId file_of(const std::string& name);
    const Arg* keyword(const Args& args, std::string_view name) const;

    Diagnostics& diagnostics_;
    uint32_t copy_ = 0;  // being processed
    BlockId block_;
    const Operation* op_ = nullptr;
    bool implicit_ =
        false;  // calling a special method from inside a container, printing, sorting: one copy for all
    std::set<std::pair<uint32_t, uint32_t>, std::greater<>> pending_;  // (copy, position of block)
    uint32_t swept_ = UINT32_MAX;  // the copy where the sweep over them is
    // Calls of functions that have a copy per shape, while a shape is not known; and those that were let
    // pass.
    std::map<std::pair<uint32_t, VariableId>, BlockId> waiting_;
    std::set<std::pair<uint32_t, VariableId>> settled_;
    std::map<GraphId, std::shared_ptr<GraphShape>> shapes_;
    std::map<std::tuple<ObjectId, uint32_t, uint32_t, uint32_t>, uint32_t> copy_index_;
    std::map<std::pair<ObjectId, uint32_t>, uint32_t> class_index_;
    std::map<uint32_t, uint32_t> cell_index_;
    std::map<std::string, uint32_t> desc_index_;
    std::map<ConstantId, SId> constant_values_;
    std::set<ObjectId> growing_;  // prebuilt objects being visited
    int describing_ = 0;
    PlaceId exit_numbers_, exit_texts_;  // what is given to SystemExit: each has its own kind
    PlaceId stop_value_read_;            // event: StopIteration.value is read, so what it holds matters
    bool stop_value_matters_ = false;
    PlaceId arguments_read_;  // event: args of some exception are read
    bool arguments_matter_ = false;
    std::map<uint32_t, PlaceId> arguments_;  // args, by class
    bool opens_files_ = false;
    std::set<PlaceId> missing_;  // attributes that were asked for and that nothing has stored yet
    std::map<ObjectId, uint32_t> copy_count_;  // copies of a function in this round
    bool blocked_ = false;                     // the operation waits for an operand
    std::vector<SId> exchanged_;  // plain values of operands of the current operation; see values.cpp
    bool waits_ = false;          // one of them is not known yet
};

}  // namespace sapwood::annotation
