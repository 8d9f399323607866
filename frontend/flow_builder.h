// Builds the flow graph of one function by walking its AST once.
//
// While it is built, a graph is in SSA form: a variable may be used in all blocks that its definition
// dominates, and where ways with different values of a local meet, the block has an input.  Loop headers and
// handlers have inputs for all names that the loop or the guarded statements store; flow_simplify.h removes
// what was not needed and brings the graph into the form where a block uses only what it receives.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "flowgraph/builder.h"
#include "frontend/cpython_world.h"

namespace sapwood {

// nullopt: a diagnostic says why not.  Of a generator function: the graph of its body, see generators.h.
std::optional<FunctionGraph> build_flow_graph(CPythonWorld& world, const FunctionCode& code);

// What a local name stands for: its value, and a Bool (constant or variable) that says whether it is bound.
struct Binding {
    Value value;
    Value bound;
};
using FlowState = std::vector<Binding>;  // by slot

// An end of control flow that is not joined to anything yet.
struct PendingEdge {
    BlockId block;
    FlowState state;
    Value extra;  // the value of an expression, or of `return`
    Location location;
};
using PendingEdges = std::vector<PendingEdge>;

// The two ways out of a condition.
struct Branches {
    PendingEdges yes, no;
};

// A block with inputs for names that differ between its predecessors, not all of which are known yet.
struct PhiBlock {
    struct Slot {
        int slot;
        bool maybe_unbound;  // has a second input that says whether it is bound
    };
    BlockId block;
    std::vector<Slot> slots;
    FlowState entry;
    bool used = false;
};

// What is read anew each time was tested to be an instance of these.
struct Hint {
    std::string chain;
    Value classes;
};

// What the patterns of a case have captured so far.  The names are bound once the whole pattern matches.
struct Capture {
    std::string name;
    Value value;
    Node node;
};
using Captures = std::vector<Capture>;

// The arguments of str.format, evaluated, and how far its fields have counted.
struct FormatArguments {
    enum class Numbering : uint8_t { unknown, automatic, manual };
    std::vector<Value> positional = {};
    std::optional<Value> star = {};  // what `*` gives after them
    std::vector<std::string> names = {};
    std::vector<Value> named = {};
    std::optional<Value> mapping = {};  // what `**` gives, or the argument of format_map
    bool only_mapping = false;
    Numbering numbering = Numbering::unknown;
    size_t next = 0;
};

enum class Way : uint8_t { return_, break_, continue_ };

// A part of the source that changes what leaving or raising means.
struct Region {
    enum class Kind : uint8_t {
        loop,     // takes breaks and continues
        handler,  // takes exceptions
        cleanup,  // takes exceptions and every other way out
    } kind;
    PendingEdges ways[3] = {};  // by Way
    PhiBlock landing = {};      // handler, cleanup; the last input is the exception
};

// Thrown where the analysis of scopes was wrong and is mended, and the function is built again: a captured
// variable that seemed to need no cell turns out to be unbound on some way; a generator expression is a
// value.
struct ScopesChanged {};

class FlowBuilder {
  public:
    FlowBuilder(CPythonWorld& world, const FunctionCode& code);
    std::optional<FunctionGraph> build();

  private:
    using Action = std::function<void()>;
    using ExceptionAction = std::function<void(Value)>;

    // flow_builder.cpp: emission, joins, exceptions
    void prologue();
    Location at(Node node) const;
    Value unsupported(Node node, const std::string& what);
    void refuse(Node node, const std::string& what);
    Value diagnosed(Node node);
    Value constant(py::handle value);
    Value str(const std::string& text) { return program_.constants.str(text); }
    Value boolean(bool value) { return program_.constants.boolean(value); }
    Value none() { return program_.constants.none(); }
    Value builtin(const char* name);
    Value emit(Op op, std::vector<Value> args, Node node, const std::string& name = "");
    // The classes of enumerations among operands that are iterated over or looked into, as their members.
    void see_enum_members(Op op, std::vector<Value>& args);
    std::optional<Value> enum_by_value(Node node, py::handle class_);
    std::optional<Value> enum_attribute(py::handle member, const std::string& name);
    Value emit_quiet(Op op, std::vector<Value> args, Node node, const std::string& name = "");
    bool is_too_large(Value value, Node node);
    Value at_run_time(Value value);
    void split_after_raising(Node node);
    Region* catching_region();
    void raise_value(Value exception, Location location);
    void raise_builtin(const char* class_name, const std::string& message, Node node);
    void leave(Way way, Value value, Node node);
    PendingEdge pend(Value extra = {}, Location location = {});
    bool join(PendingEdges edges, const std::string& name, Value* extra = nullptr);
    void start_dead_code();
    PhiBlock open_phis(const std::string& name, const StoredNames& stored);
    std::vector<Value> phi_args(const PhiBlock& phis, const FlowState& state) const;
    void enter_phis(const PhiBlock& phis);
    void jump_to_phis(PhiBlock& phis, const PendingEdge& edge);
    void guarded(const StoredNames& stored, const Action& body, const Action& cleanup,
                 const ExceptionAction& exceptional);
    void handled(Value exception, const StoredNames& stored, const Action& body);
    Value enter_handler(Value exception, Node node);
    void inside_handler(Value exception, const Action& body);
    void leave_handler(Value before);

    // flow_statements.cpp
    void visit(const std::vector<Node>& statements);
    void visit(Node statement);
    void if_(Node node);
    void assign(Node target, Value value, Node node);
    void assign_unpacked(Node target, Value value, Node node);
    void assign_statement(Node node);
    bool assign_in_parallel(Node target, Node value, Node node);
    void augmented_assign(Node node);
    void delete_(Node target);
    void return_(Node node);
    void raise_(Node node);
    void assert_(Node node);
    void import_(Node node);
    void import_from(Node node);
    void bind_module(Node node, const std::string& name, const std::function<Value()>& find,
                     const std::string& wanted);

    // flow_loops.cpp
    void while_(Node node);
    void for_(Node node);
    void for_unrolled(Node node, py::handle items);
    void loop_end(Region& loop, PendingEdges normal, Node node);
    Value next_item(Op op, std::vector<Value> operands, Node node, PendingEdges& exhausted);
    Value comprehension(Node node, Node consumer = {}, Value record = {});
    Value consumed_generator(Node generator, const std::string& consumer, Value default_value, Node node);
    void comprehension_loops(Scope& scope, const std::vector<Node>& generators, size_t index, Node node,
                             Node consumer, const Action& body);
    void enter_comprehension(Scope& scope);
    void leave_comprehension(Scope& scope);
    ScopeId frame_of_comprehension(Node node, Node consumer);

    // flow_try.cpp
    void try_(Node node);
    void try_except(Node node);
    void handlers(const std::vector<Node>& clauses, Value exception, PendingEdges& ends);
    void with_(Node node, size_t item);

    // flow_match.cpp
    void match_(Node node);
    void match_pattern(Node pattern, Value subject, Captures& captures, PendingEdges& others);
    void match_or(Node pattern, Value subject, Captures& captures, PendingEdges& others);
    void match_sequence(Node pattern, Value subject, Captures& captures, PendingEdges& others);
    void match_mapping(Node pattern, Value subject, Captures& captures, PendingEdges& others);
    void match_class(Node pattern, Value subject, Captures& captures, PendingEdges& others);
    std::optional<Value> attribute_if_any(const std::function<Value()>& read, Node node,
                                          PendingEdges& others);
    Value call_builtin(const char* name, const std::vector<Value>& args, Node node);
    void require(Value condition, Node node, PendingEdges& others);
    void require_instance(Value subject, Value classes, Node node, PendingEdges& others);

    // flow_hints.cpp
    std::string chain_of(Node node);
    void add_hints(Node test, bool outcome);
    Value hinted(Node chain, Value object, const std::string& name, Node node);

    // flow_generators.cpp
    void generator_body();
    void finish_generator(Value result);
    void escape_from_generator(Value exception);
    Value load_frame(const char* name, const std::string& variable = "");
    void save_frame(const char* name, Value value);
    Value suspend(Value value, Node node);
    void raise_thrown(Node node);
    Value yield_(Node node);
    Value yield_from(Node node);
    Value make_generator(Node node);

    // flow_expressions.cpp
    Value eval(Node node);
    Value eval_operand(Node node);
    Value eval_or_none(Node node) { return node ? eval(node) : none(); }
    Value eval_display(Node node, Op op);
    // A set display of constants as a frozenset made now; nullopt: it is something else.
    std::optional<Value> constant_set(Node node);
    Value eval_iterable(Node node);  // what is only iterated or searched
    Value tuple_of(const std::vector<Node>& elements, Node node);
    Value eval_dict(Node node);
    Value eval_bool_op(Node node);
    Value eval_compare(Node node);
    Value compare(NodeKind op, Value left, Value right, Node node);
    Value eval_if_exp(Node node);
    Value eval_subscript(Node node);
    Value eval_joined_str(Node node);
    // The text of a field; conversion: 's', 'r', 'a', or not above 0 for none.
    Value converted(Value value, int conversion, Node node);
    Value joined(std::vector<Value> parts, Node node);
    Value eval_attribute(Node node);
    Value truth(Value value, Node node);
    bool is_bool(Value value) const;
    Branches branch_on(Node test);
    Branches branch_on_value(Value value, Node node);

    // flow_scopes.cpp
    Value load_name(const std::string& name, Node node);
    void raise_unbound(const std::string& name, bool global, Node node);
    std::vector<std::string> visible_names() const;  // that code at this place can use
    Value load_outside(const std::string& name, bool declared_global, Node node);
    Value read_slot(int slot, const std::string& name, Node node);
    void store_name(const std::string& name, Value value, Node node);
    void note_plain_store(const std::string& name, Value value, Node node);
    void store_outside(const std::string& name, bool declared_global, Value value, Node node);
    void delete_name(const std::string& name, Node node);
    Value make_function(Node node);
    Value make_closure(Scope& inner, HostFunction description, const std::vector<Value>& defaults);
    std::string mangle(const std::string& name) const { return mangled(name, scope_->class_name); }

    // flow_calls.cpp
    Value eval_call(Node node);
    std::optional<Value> special_call(Node node, Value callee);
    std::optional<Value> generator_call(Node node, Value callee);
    std::optional<Value> attribute_call(Node node, const std::string& function);
    Value attribute_or(Value object, Value name, Value otherwise, Value found, Node node);
    std::optional<Value> super_attribute(Node attribute);
    Value call(Value callee, const std::vector<Node>& args, const std::vector<Node>& keywords, Node node);
    Value called(Value callee);
    bool evaluate_arguments(const std::vector<Node>& args, const std::vector<Node>& keywords,
                            std::vector<Value>& positional, std::optional<Value>& star,
                            std::vector<std::string>& names, std::vector<Value>& named,
                            std::optional<Value>& mapping, Node node, Value record = {});

    Value take_star(Value callee, size_t before, const std::vector<std::string>& names, Value star,
                    Node node);
    Value call_args(Value callee, const std::vector<Value>& positional, std::optional<Value> star,
                    const std::vector<std::string>& names, const std::vector<Value>& named, Node node);
    std::optional<Value> call_with_rest(Value callee, const std::vector<Value>& positional, Value star,
                                        const std::vector<std::string>& names,
                                        const std::vector<Value>& named, Node node);

    // flow_records.cpp
    Value marker_of_records(Value callee);
    Value eval_record(Node node, Value marker);

    // flow_str_format.cpp
    std::optional<Value> format_method_call(Node node);
    py::object format_template(Value callee, std::vector<Value>& positional);
    bool format_arguments(const std::vector<Node>& args, const std::vector<Node>& keywords,
                          FormatArguments& arguments, Node node);
    Value str_format(py::handle text, FormatArguments& arguments, Node node);
    Value format_fields(py::handle text, FormatArguments& arguments, int depth, Node node);
    Value format_field(py::handle name, FormatArguments& arguments, Node node);
    Value format_argument(py::handle first, FormatArguments& arguments, Node node);

    // flow_fold.cpp
    py::object live(Value value) const;
    bool is_immutable_constant(Value value) const;
    std::optional<Value> folded(py::handle value, Node node);
    std::optional<Value> folded_number(py::handle value, Op op, const std::vector<Value>& args, Node node);
    std::optional<Value> fold_operation(Op op, const std::vector<Value>& args, Node node);
    // Exchanges arguments of a stand-in for what its `_sapwood_prepared_` makes of them, if they are
    // constants; and the function for its `_sapwood_method_` of that.
    void prepare_known(Value& callee, std::vector<Value>& positional, bool star,
                       const std::vector<std::string>& names, std::vector<Value>& named, Node node);
    std::optional<Value> fold_call(Value callee, const std::vector<Value>& args, Node node);
    std::optional<bool> fold_truth(Value value) const;
    Value get_attribute(Value object, const std::string& name, Node node);
    void set_attribute(Value object, const std::string& name, Value value, Node node);
    std::string describe(Value value) const;

    CPythonWorld& world_;
    Program& program_;
    const FunctionCode& code_;
    FunctionGraph graph_;
    GraphBuilder builder_;
    Scope* scope_;
    ScopeId frame_;  // of the comprehension that is built in line and has a frame of its own
    FlowState state_;
    std::vector<std::string> slot_names_;  // of the function's own names
    bool reachable_ = true;
    bool failed_ = false;  // nothing can be said about calls of the function
    std::vector<Region*> regions_;
    std::vector<Hint> hints_;               // of the tests around; see flow_hints.cpp
    Value generator_;                       // of generator functions: the object whose body this is
    Value outer_iterator_;                  // of generator expressions: what the first `for` runs over
    std::vector<Value> handling_;           // of generator functions: the exceptions of the handlers around
    std::unordered_set<VariableId> bools_;  // results that are always a bool
    // Integers beyond 64 bits that folding made on its way, maybe, to one that fits: where one is a value of
    // the program, the operation takes place at run time, where it raises OverflowError.
    struct Computation {
        Op op;
        std::vector<Value> args;
        Node node;
    };
    std::map<ConstantId, Computation> computed_;
    std::unordered_set<VariableId> comparisons_;  // results of `==` and its like, which branches take too
};

// Op of a binary operator node; `inplace` of an augmented assignment.
Op binary_op(NodeKind kind, bool inplace);

}  // namespace sapwood
