// Scope analysis in two walks: the first collects stores and uses, the second finds owners and captures.
#include "frontend/scopes.h"

namespace sapwood {

namespace {

class Collector {
  public:
    void function_body(Scope& scope, Node function) {
        for (const ParameterNode& parameter : parameters_of(function)) {
            NameInfo& info = scope.names[mangled(parameter.name, scope.class_name)];
            info.parameter = info.stored = true;
        }
        if (function.kind() == NodeKind::Lambda) {
            visit(scope, function.child(Field::body));
            return;
        }
        visit(scope, function.list(Field::body));
    }

    void visit(Scope& scope, const std::vector<Node>& nodes) {
        for (Node node : nodes) visit(scope, node);
    }

    void visit(Scope& scope, Node node) {
        switch (node.kind()) {
            case NodeKind::absent: return;
            case NodeKind::Name: name(scope, node); return;
            case NodeKind::FunctionDef:
            case NodeKind::AsyncFunctionDef:
                visit(scope, node.list(Field::decorator_list));
                local_function(scope, node);
                store(*scope.function(), node.text(Field::name), node.end());
                return;
            case NodeKind::Lambda: local_function(scope, node); return;
            case NodeKind::ClassDef: store(scope, node.text(Field::name), node.end()); return;
            case NodeKind::ListComp:
            case NodeKind::SetComp:
            case NodeKind::DictComp:
            case NodeKind::GeneratorExp: comprehension(scope, node); return;
            case NodeKind::Yield:
            case NodeKind::YieldFrom:
                scope.function()->generator = true;
                visit(scope, node.children());
                return;
            case NodeKind::NamedExpr:
                visit(scope, node.child(Field::value));
                store(*scope.function(), node.child(Field::target).text(Field::id), node.end());
                return;
            case NodeKind::Global:
                for (const std::string& each : identifiers(node)) scope.names[each].declared_global = true;
                return;
            case NodeKind::Nonlocal:
                for (const std::string& each : identifiers(node))
                    scope.names[mangled(each, scope.class_name)].declared_nonlocal = true;
                return;
            case NodeKind::Import:
            case NodeKind::ImportFrom:
                for (Node alias : node.list(Field::names)) {
                    std::string bound = alias.text(Field::asname);
                    if (bound.empty()) bound = alias.text(Field::name);
                    if (size_t dot = bound.find('.'); dot != std::string::npos) bound.resize(dot);
                    store(scope, bound, node.end());
                }
                return;
            case NodeKind::ExceptHandler:
                visit(scope, node.child(Field::type));
                if (std::string bound = node.text(Field::name); !bound.empty()) {
                    store(scope, bound, node.begin());
                    store(scope, bound, node.end());
                }
                visit(scope, node.list(Field::body));
                return;
            case NodeKind::MatchAs:
            case NodeKind::MatchStar:
            case NodeKind::MatchMapping:
                visit(scope, node.children());
                if (std::string bound = captured_name(node); !bound.empty()) store(scope, bound, node.end());
                return;
            case NodeKind::AnnAssign:
                if (node.child(Field::value) || node.child(Field::target).kind() == NodeKind::Name)
                    statement(scope, node, {node.child(Field::value), node.child(Field::target)});
                return;
            case NodeKind::Assign:
            case NodeKind::AugAssign:
            case NodeKind::Delete: statement(scope, node, node.children()); return;
            case NodeKind::For:
            case NodeKind::AsyncFor:
            case NodeKind::While:
                scope.function()->loops.emplace_back(node.begin(), node.end());
                visit(scope, node.children());
                return;
            default: visit(scope, node.children()); return;
        }
    }

  private:
    static std::vector<std::string> identifiers(Node node) {
        std::vector<std::string> result;
        for (Node each : node.list(Field::names)) result.push_back(text_of(each.pointer()));
        return result;
    }

    // The stores of an assignment take effect at its end, after everything in it was evaluated.
    void statement(Scope& scope, Node node, const std::vector<Node>& parts) {
        Position* outer = store_position_;
        Position end = node.end();
        store_position_ = &end;
        visit(scope, parts);
        store_position_ = outer;
    }

    void name(Scope& scope, Node node) {
        std::string id = node.text(Field::id);
        if (node.child(Field::ctx).kind() == NodeKind::Load) {
            scope.names[mangled(id, scope.class_name)];
            return;
        }
        store(scope, id, store_position_ ? *store_position_ : node.begin());
    }

    void store(Scope& scope, const std::string& id, Position position) {
        NameInfo& info = scope.names[mangled(id, scope.class_name)];
        info.stored = true;
        info.stores.push_back(position);
    }

    Scope& add_child(Scope& scope, Node node) {
        auto child = std::make_unique<Scope>();
        child->node = node;
        child->parent = &scope;
        child->class_name = scope.class_name;
        scope.children.push_back(std::move(child));
        return *scope.children.back();
    }

    void local_function(Scope& scope, Node node) {
        for (const ParameterNode& parameter : parameters_of(node)) visit(scope, parameter.default_value);
        Scope& inner = add_child(scope, node);
        Position* outer = store_position_;
        store_position_ = nullptr;
        function_body(inner, node);
        store_position_ = outer;
    }

    void comprehension(Scope& scope, Node node) {
        std::vector<Node> generators = node.list(Field::generators);
        visit(scope, generators[0].child(Field::iter));
        scope.function()->loops.emplace_back(node.begin(), node.end());
        Scope& inner = add_child(scope, node);
        inner.comprehension = true;
        Position* outer = store_position_;
        store_position_ = nullptr;
        for (size_t i = 0; i < generators.size(); ++i) {
            if (i > 0) visit(inner, generators[i].child(Field::iter));
            visit(inner, generators[i].child(Field::target));
            visit(inner, generators[i].list(Field::ifs));
        }
        if (node.kind() == NodeKind::DictComp) {
            visit(inner, node.child(Field::key));
            visit(inner, node.child(Field::value));
        } else {
            visit(inner, node.child(Field::elt));
        }
        store_position_ = outer;
    }

    Position* store_position_ = nullptr;
};

bool owns(const Scope& scope, const NameInfo& info) {
    return info.stored && !info.declared_global && !info.declared_nonlocal &&
           (!scope.module_level || info.block_local);
}

// Finds the owner of every use, and the local functions between use and owner.
void find_captures(Scope& scope) {
    for (auto& [name, info] : scope.names) {
        if (info.declared_global) continue;
        Position capture;
        std::vector<Scope*> crossed;
        for (Scope* at = &scope; at; at = at->parent) {
            auto found = at->names.find(name);
            if (found != at->names.end() && found->second.declared_global) break;
            if (found != at->names.end() && owns(*at, found->second)) {
                if (crossed.empty()) break;
                for (Scope* function : crossed) function->free.emplace(name, -1);
                found->second.captures.push_back(capture);
                if (info.stored) found->second.stored_by_inner = true;
                break;
            }
            if (at->comprehension) continue;
            crossed.push_back(at);
            if (at->parent) capture = at->node.begin();
        }
    }
    for (auto& child : scope.children) find_captures(*child);
}

// Whether a captured variable can change after a local function that uses it was made.
bool needs_cell(Scope& scope, const NameInfo& info) {
    if (info.captures.empty()) return false;
    if (info.stored_by_inner || scope.comprehension) return true;
    for (Position capture : info.captures) {
        for (Position store : info.stores) {
            if (store > capture) return true;
            for (const auto& [begin, end] : scope.loops)
                if (begin <= capture && capture < end && begin <= store && store <= end) return true;
        }
    }
    return false;
}

void give_slots(Scope& scope) {
    Scope& function = *scope.function();
    for (auto& [name, info] : scope.names) {
        if (!owns(scope, info)) continue;
        info.cell = info.cell || needs_cell(scope, info);
        info.slot = function.slot_count++;
    }
    for (auto& [name, slot] : scope.free) slot = scope.slot_count++;
    for (auto& child : scope.children) give_slots(*child);
}

// What a function of the main block declares global is the module's.
void keep_declared_global(Scope& root, const Scope& scope) {
    for (const auto& [name, info] : scope.names)
        if (info.declared_global && root.names.contains(name)) root.names[name].block_local = false;
    for (const auto& child : scope.children) keep_declared_global(root, *child);
}

void forget_captures(Scope& scope) {
    scope.free.clear();
    for (auto& [name, info] : scope.names) {
        info.captures.clear();
        info.stored_by_inner = false;
    }
    for (auto& child : scope.children) forget_captures(*child);
}

void forget_slots(Scope& scope) {
    scope.slot_count = 0;
    for (auto& [name, info] : scope.names) info.slot = -1;
    for (auto& child : scope.children) forget_slots(*child);
}

void finish(Scope& root) {
    find_captures(root);
    give_slots(root);
}

}  // namespace

Scope& Scope::child(Node child_node) {
    for (auto& each : children)
        if (each->node.pointer() == child_node.pointer()) return *each;
    CHECK(false, "no scope for a {}", child_node.class_name());
}

std::unique_ptr<Scope> analyse_function(Node function, const std::string& class_name) {
    auto root = std::make_unique<Scope>();
    root->node = function;
    root->class_name = class_name;
    Collector().function_body(*root, function);
    finish(*root);
    return root;
}

std::unique_ptr<Scope> analyse_main_block(const std::vector<Node>& statements,
                                          const std::function<bool(const std::string&)>& is_block_local) {
    auto root = std::make_unique<Scope>();
    root->module_level = true;
    Collector().visit(*root, statements);
    for (auto& [name, info] : root->names) info.block_local = info.stored && is_block_local(name);
    for (auto& child : root->children) keep_declared_global(*root, *child);
    // A name that changes after a function that reads it was made needs no cell: the module has it.
    find_captures(*root);
    for (auto& [name, info] : root->names)
        if (owns(*root, info) && needs_cell(*root, info)) info.block_local = false;
    forget_captures(*root);
    finish(*root);
    return root;
}

void make_function_of(Scope& scope) {
    // What `:=` stores belongs to the function around it.
    Scope& outer = *scope.parent->function();
    StoredNames stored;
    stored.add(scope.node);
    for (const auto& [id, unbound] : stored.names) {
        std::string name = mangled(id, scope.class_name);
        const NameInfo& around = outer.names[name];
        bool global = around.declared_global || (outer.module_level && !around.block_local);
        NameInfo& info = scope.names[name];
        info.stored = true;
        (global ? info.declared_global : info.declared_nonlocal) = true;
    }
    scope.comprehension = false;
    scope.generator = true;
    Scope* root = &scope;
    while (root->parent) root = root->parent;
    forget_captures(*root);
    forget_slots(*root);
    finish(*root);
}

void collect_outside_names(Scope& scope, std::set<std::string>& names) {
    for (const auto& [name, info] : scope.names)
        if (resolve(scope, name).kind == Place::Kind::outside) names.insert(name);
    for (auto& child : scope.children) collect_outside_names(*child, names);
}

Place resolve(Scope& scope, const std::string& name) {
    Scope* function = scope.function();
    bool crossed = false;
    for (Scope* at = &scope; at; at = at->parent) {
        auto found = at->names.find(name);
        if (found != at->names.end()) {
            NameInfo& info = found->second;
            if (info.declared_global) return {Place::Kind::outside, -1, true, nullptr};
            if (owns(*at, info)) {
                int slot = crossed ? function->free.at(name) : info.slot;
                return {info.cell ? Place::Kind::cell : Place::Kind::local, slot, false, &info};
            }
        }
        if (!at->comprehension) crossed = true;
    }
    return {};
}

void StoredNames::add(const std::vector<Node>& nodes) {
    for (Node node : nodes) add(node);
}

void StoredNames::add(Node node) {
    auto bind = [&](const std::string& name) { names.emplace(name, false); };
    auto unbind = [&](const std::string& name) { names[name] = true; };
    switch (node.kind()) {
        case NodeKind::absent:
        case NodeKind::Lambda:
        case NodeKind::Constant: return;
        case NodeKind::Name: {
            NodeKind context = node.child(Field::ctx).kind();
            if (context == NodeKind::Store) bind(node.text(Field::id));
            if (context == NodeKind::Del) unbind(node.text(Field::id));
            return;
        }
        case NodeKind::FunctionDef:
        case NodeKind::AsyncFunctionDef:
        case NodeKind::ClassDef:
            bind(node.text(Field::name));
            add(node.list(Field::decorator_list));
            return;
        case NodeKind::Import:
        case NodeKind::ImportFrom:
            for (Node alias : node.list(Field::names)) {
                std::string bound = alias.text(Field::asname);
                if (bound.empty()) bound = alias.text(Field::name);
                bind(bound.substr(0, bound.find('.')));
            }
            return;
        case NodeKind::ExceptHandler:
            if (std::string bound = node.text(Field::name); !bound.empty()) unbind(bound);
            break;
        case NodeKind::MatchAs:
        case NodeKind::MatchStar:
        case NodeKind::MatchMapping:
            if (std::string bound = captured_name(node); !bound.empty()) bind(bound);
            break;
        case NodeKind::comprehension:
            // Its target is the comprehension's own; conditions and iterables may hold `:=`.
            add(node.child(Field::iter));
            add(node.list(Field::ifs));
            return;
        default: break;
    }
    add(node.children());
}

}  // namespace sapwood
