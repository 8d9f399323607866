// Which scope every name of a function belongs to: Python's rules, decided on the AST before flow building.
//
// One tree of scopes for a live function (or for the main block): below the root are the scopes of its
// comprehensions, lambdas and local functions.  A name's slot is its index in the FlowState of the function
// whose graph it is used in; comprehensions are built in line, so they share the function's slots.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "frontend/ast.h"

namespace sapwood {

struct NameInfo {
    bool parameter = false;
    bool stored = false;  // assigned, deleted, or declared by an annotation
    bool declared_global = false;
    bool declared_nonlocal = false;
    bool stored_by_inner = false;    // by `nonlocal` in a local function
    bool cell = false;               // shared with local functions through a cell
    bool block_local = false;        // of the main block: nothing outside the block can see it
    std::vector<Position> stores;    // after which position each store takes effect
    std::vector<Position> captures;  // where the local functions that use it are made
    int slot = -1;
};

class Scope {
  public:
    Node node;
    Scope* parent = nullptr;
    bool comprehension = false;  // built in line, as part of the function around it
    bool module_level = false;   // the main block: what it stores are module globals, unless block_local
    bool generator = false;      // function scopes: calls make a generator
    std::string class_name;      // for names with two underscores
    std::map<std::string, NameInfo> names;
    std::vector<std::unique_ptr<Scope>> children;
    // Function scopes only.
    std::vector<std::pair<Position, Position>> loops;  // where code may run again
    std::map<std::string, int> free;  // captured from outside, with their slots; in name order
    int slot_count = 0;

    // The function (or root) whose graph this scope is part of.
    Scope* function() { return comprehension ? parent->function() : this; }
    Scope& child(Node child_node);
};

// Where a name used in `scope` lives.
struct Place {
    enum class Kind : uint8_t {
        local,   // slot holds the value
        cell,    // slot holds a cell
        outside  // not in this tree: a cell of the live function, a global, or a built-in
    } kind = Kind::outside;
    int slot = -1;
    bool declared_global = false;
    NameInfo* info = nullptr;  // of the owner
};

// Analyses a function, lambda or AST of the main block's statements.
std::unique_ptr<Scope> analyse_function(Node function, const std::string& class_name);
// is_block_local: whether a name that the block stores is not seen outside, so that it may be a local.
std::unique_ptr<Scope> analyse_main_block(const std::vector<Node>& statements,
                                          const std::function<bool(const std::string&)>& is_block_local);
// The names that a function and those inside it look up outside.
void collect_outside_names(Scope& scope, std::set<std::string>& names);
// A generator expression that is a value: from now on its scope is a function's, which the one around it
// makes and calls.  Graphs of the functions around it are built again.
void make_function_of(Scope& generator_expression);
Place resolve(Scope& scope, const std::string& name);

// The names that a statement (or expression) stores or deletes in the function around it; what is below local
// functions, and what comprehensions store for themselves, does not count.
struct StoredNames {
    std::map<std::string, bool> names;  // true: may become unbound
    void add(Node node);
    void add(const std::vector<Node>& nodes);
};

}  // namespace sapwood
