// Checks the rules of graph.h and of the phases.  One function per rule or small group; the rule's name is
// the first argument of broken().
#include "flowgraph/verify.h"

#include <algorithm>
#include <set>

#include "flowgraph/print.h"
#include "flowgraph/signature.h"

namespace sapwood {

namespace {

constexpr std::string_view kRules[] = {"annotated_variables",
                                       "block_local_uses",
                                       "branch_condition",
                                       "constant_phase",
                                       "constant_type",
                                       "entry_signature",
                                       "exit_shape",
                                       "has_graphs",
                                       "known_graph",
                                       "known_variable",
                                       "leaf_blocks",
                                       "link_arity",
                                       "link_target",
                                       "link_types",
                                       "no_raising_exits",
                                       "no_raising_ops",
                                       "op_phase",
                                       "op_signature",
                                       "op_structure",
                                       "result_of_raising",
                                       "single_definition",
                                       "start_has_no_predecessors",
                                       "static_values",
                                       "switch_cases",
                                       "type_shape",
                                       "typed_variables",
                                       "value_types"};

void add(std::vector<Violation>& out, std::string_view rule, GraphId graph, Location location,
         std::string text) {
    CHECK(std::ranges::find(kRules, rule) != std::end(kRules), "rule {} is not in the table", rule);
    out.push_back({std::string(rule), std::move(text), graph, location});
}

// What a variable or constant may be of: no storage types, nothing that only lies in memory.
bool is_value_type(const Program& program, LLTypeId type) {
    LLKind kind = program.types[type].kind;
    return kind != LLKind::Struct && kind != LLKind::Array && kind != LLKind::Func && kind != LLKind::Int8 &&
           kind != LLKind::Int32;
}

class GraphVerifier {
  public:
    GraphVerifier(const Program& program, const FunctionGraph& graph, std::vector<Violation>& out)
        : program_(program), graph_(graph), out_(out), typed_(program.phase >= Phase::TypedLL) {}

    void run() {
        for (const Block& block : graph_.blocks)
            for (const Link& l : block.links)
                if (!graph_.blocks.contains(l.target))
                    return broken("link_target", l.location, "a link of block {} leads nowhere", block.name);
        order_ = graph_.reachable_blocks();
        leaf_blocks();
        definitions();
        for (BlockId id : order_) {
            const Block& block = graph_.blocks[id];
            uses(block);
            for (size_t i = 0; i < block.operations.size(); i++) operation(block, i);
            exit(id, block);
            for (const Link& l : block.links) link(l);
        }
        if (program_.phase == Phase::Annotated) annotations();
    }

  private:
    template <class... Args>
    void broken(std::string_view rule, Location location, fmt::format_string<Args...> text, Args&&... args) {
        add(out_, rule, graph_.id, location, fmt::format(text, std::forward<Args>(args)...));
    }

    std::string name(VariableId v) const {
        return graph_.variables[v].name.empty() ? fmt::format("%{}", v.index)
                                                : "%" + graph_.variables[v].name;
    }

    void leaf_blocks() {
        for (BlockId id : {graph_.returns, graph_.excepts}) {
            const Block& block = graph_.blocks[id];
            if (block.inputs.size() != 1 || block.exit != ExitKind::none || !block.operations.empty())
                broken("leaf_blocks", graph_.location, "block {} has one input and nothing else", block.name);
        }
        for (BlockId id : order_)
            for (const Link& l : graph_.blocks[id].links)
                if (l.target == graph_.start)
                    broken("start_has_no_predecessors", l.location, "a link leads to the start block");
    }

    void define(VariableId v, const Location& location) {
        if (!graph_.variables.contains(v))
            return broken("known_variable", location, "a variable does not exist");
        if (!defined_.insert(v).second) broken("single_definition", location, "{} is defined twice", name(v));
        if (typed_ && !graph_.variables[v].type.valid())
            broken("typed_variables", location, "{} has no type", name(v));
        if (typed_ && graph_.variables[v].type.valid() && !is_value_type(program_, graph_.variables[v].type))
            broken("value_types", location, "{} is a {}, which only lies in memory", name(v),
                   program_.types.text(graph_.variables[v].type));
        if (!typed_ && graph_.variables[v].type.valid())
            broken("typed_variables", location, "{} has a low-level type too early", name(v));
    }

    void definitions() {
        for (BlockId id : order_) {
            const Block& block = graph_.blocks[id];
            for (VariableId v : block.inputs) define(v, graph_.location);
            for (const Operation& op : block.operations) define(op.result, op.location);
            for (const Link& l : block.links)
                if (l.exception.valid()) define(l.exception, l.location);
        }
        // A graph that always raises has a result type all the same.
        if (typed_ && std::ranges::find(order_, graph_.returns) == order_.end())
            for (VariableId v : graph_.blocks[graph_.returns].inputs) define(v, graph_.location);
    }

    void uses(const Block& block) {
        std::set<VariableId> visible(block.inputs.begin(), block.inputs.end());
        auto check = [&](Value v, const Location& location) {
            if (!v.valid()) return broken("known_variable", location, "an operand is missing");
            if (v.is_variable() && !visible.contains(v.variable()))
                broken("block_local_uses", location, "{} is used where it is not defined",
                       graph_.variables.contains(v.variable()) ? name(v.variable()) : "a variable");
            if (v.is_constant()) constant(v.constant(), location);
        };
        for (const Operation& op : block.operations) {
            for (Value v : op.args) check(v, op.location);
            visible.insert(op.result);
        }
        if (block.condition.valid()) check(block.condition, graph_.location);
        for (const Link& l : block.links) {
            if (l.exception.valid()) visible.insert(l.exception);
            for (Value v : l.args) check(v, l.location);
            if (l.exception.valid()) visible.erase(l.exception);
        }
        // The normal way of a block that raised has no result to pass on along exceptional links.
        if (block.exit != ExitKind::raising || block.operations.empty()) return;
        VariableId result = block.operations.back().result;
        for (size_t i = 1; i < block.links.size(); i++)
            for (Value v : block.links[i].args)
                if (v == Value(result))
                    broken("result_of_raising", block.links[i].location, "{} has no value when it raises",
                           name(result));
    }

    void constant(ConstantId id, const Location& location) {
        const Constant& c = program_.constants[id];
        bool host = c.kind == ConstantKind::object || c.kind == ConstantKind::str ||
                    c.kind == ConstantKind::bytes || c.kind == ConstantKind::shape;
        if (typed_ && host)
            broken("constant_phase", location, "{} is a host constant", print_constant(program_, id));
        if (typed_ && !host && !c.type.valid() && c.kind != ConstantKind::field)
            broken("constant_phase", location, "{} has no low-level type", print_constant(program_, id));
        if (!typed_ && c.type.valid() && c.kind != ConstantKind::function)
            broken("constant_phase", location, "{} is a low-level constant", print_constant(program_, id));
        if (c.kind == ConstantKind::function && !program_.alive(c.graph))
            return broken("known_graph", location, "a function constant names a graph that is gone");
        for (GraphId target : c.graphs)
            if (!program_.alive(target))
                broken("known_graph", location, "a possible target of a call is a graph that is gone");
        if (typed_ && c.kind == ConstantKind::function && c.type.valid() && !is_type_of(c.type, c.graph))
            broken("constant_type", location, "{} is not of the type of its graph",
                   print_constant(program_, id));
        if (typed_ && c.type.valid() && !is_value_type(program_, c.type))
            broken("constant_type", location, "{} only lies in memory", program_.types.text(c.type));
    }

    // Whether the type is the pointer to functions with the graph's parameters and result.
    bool is_type_of(LLTypeId type, GraphId id) const {
        if (!program_.types.is_pointer(type)) return false;
        const LLType& function = program_.types[program_.types.target(type)];
        const FunctionGraph& callee = program_.graph(id);
        const std::vector<VariableId>& parameters = callee.parameters();
        if (function.kind != LLKind::Func || function.args.size() != parameters.size()) return false;
        for (size_t i = 0; i < parameters.size(); i++)
            if (function.args[i] != callee.variables[parameters[i]].type) return false;
        return function.item == callee.variables[callee.blocks[callee.returns].inputs[0]].type;
    }

    void operation(const Block& block, size_t index) {
        const Operation& op = block.operations[index];
        const OpInfo& info = op_info(op.op);
        if (!op_allowed(op.op, program_.phase))
            return broken("op_phase", op.location, "{} does not belong to phase {}", info.name,
                          phase_name(program_.phase));
        if (program_.phase >= Phase::Raised &&
            (op.op == Op::int_add_ovf || op.op == Op::int_sub_ovf || op.op == Op::int_mul_ovf))
            broken("no_raising_ops", op.location, "{} raises, and exceptions are tests by now", info.name);
        for (Value v : op.args)
            if (!is_known(v)) return;
        if (typed_ && !is_known(op.result)) return;
        std::string mismatch = match_signature(program_, graph_, op);
        if (!mismatch.empty()) return broken("op_signature", op.location, "{}: {}", info.name, mismatch);
        if (!typed_) return;
        mismatch = match_structure(program_, graph_, op);
        if (!mismatch.empty()) broken("op_structure", op.location, "{}: {}", info.name, mismatch);
    }

    // Whether the operand exists and has a type, if it should; what does not is told by other rules.
    bool is_known(Value v) const {
        if (!v.valid()) return false;
        if (v.is_constant()) return !typed_ || program_.constants[v.constant()].type.valid();
        if (!graph_.variables.contains(v.variable())) return false;
        return !typed_ || graph_.variables[v.variable()].type.valid();
    }

    void exit(BlockId id, const Block& block) {
        if (id == graph_.returns || id == graph_.excepts) return;
        size_t links = block.links.size();
        auto shape = [&](bool right, const char* what) {
            if (!right) broken("exit_shape", graph_.location, "block {}: {}", block.name, what);
        };
        switch (block.exit) {
            case ExitKind::none: return shape(false, "it is not finished");
            case ExitKind::jump: return shape(links == 1, "a jump has one link");
            case ExitKind::branch:
                shape(links == 2, "a branch has two links");
                shape(block.condition.valid(), "a branch has a condition");
                if (typed_ && is_known(block.condition) &&
                    type_of(program_, graph_, block.condition) != kBool)
                    broken("branch_condition", graph_.location, "block {} branches on something not Bool",
                           block.name);
                return;
            case ExitKind::switch_:
                shape(links >= 1 && !block.links.back().exit_case.valid(), "a switch ends with its default");
                shape(block.condition.valid(), "a switch has a condition");
                for (size_t i = 0; i + 1 < links; i++)
                    shape(block.links[i].exit_case.valid(), "a case of a switch has a constant");
                return switch_cases(block);
            case ExitKind::raising:
                shape(links >= 2, "a raising exit has a normal and an exceptional link");
                shape(!block.operations.empty() && may_raise(block.operations.back().op),
                      "a raising exit follows an operation that may raise");
                for (size_t i = 1; i < links; i++)
                    shape(block.links[i].exit_case.valid() && block.links[i].exception.valid(),
                          "an exceptional link names class and variable");
                if (program_.phase >= Phase::Raised)
                    broken("no_raising_exits", graph_.location, "block {} has an exceptional exit",
                           block.name);
                return;
        }
    }

    void switch_cases(const Block& block) {
        if (!is_known(block.condition)) return;
        std::set<ConstantId> seen;
        for (const Link& l : block.links) {
            if (!l.exit_case.valid()) continue;
            if (!seen.insert(l.exit_case).second)
                broken("switch_cases", l.location, "case {} stands twice",
                       print_constant(program_, l.exit_case));
            if (typed_ && program_.constants[l.exit_case].type != type_of(program_, graph_, block.condition))
                broken("switch_cases", l.location, "case {} is of another type than what is switched on",
                       print_constant(program_, l.exit_case));
        }
    }

    void link(const Link& l) {
        const Block& target = graph_.blocks[l.target];
        if (target.inputs.size() != l.args.size())
            return broken("link_arity", l.location, "{} arguments for the {} inputs of block {}",
                          l.args.size(), target.inputs.size(), target.name);
        if (!typed_) return;
        for (size_t i = 0; i < l.args.size(); i++) {
            if (!is_known(l.args[i]) || !is_known(target.inputs[i])) continue;
            LLTypeId given = type_of(program_, graph_, l.args[i]);
            LLTypeId wanted = graph_.variables[target.inputs[i]].type;
            if (given != wanted)
                broken("link_types", l.location, "{} goes into {} : {} of block {}",
                       program_.types.text(given), name(target.inputs[i]), program_.types.text(wanted),
                       target.name);
        }
    }

    void annotations() {
        auto facts = program_.annotated.graphs.find(graph_.id);
        if (facts == program_.annotated.graphs.end()) return;  // a template
        for (VariableId v : defined_)
            if (v.index >= facts->second.variables.size() || !facts->second.variables[v.index].valid())
                broken("annotated_variables", graph_.location, "{} has no annotation", name(v));
    }

    const Program& program_;
    const FunctionGraph& graph_;
    std::vector<Violation>& out_;
    bool typed_;
    std::vector<BlockId> order_;
    std::set<VariableId> defined_;
};

// Rules on types and static data.
class DataVerifier {
  public:
    DataVerifier(const Program& program, std::vector<Violation>& out)
        : program_(program), out_(out), inlined_(program.prebuilt.size(), 0) {}

    void run() {
        for (uint32_t i = 0; i < program_.types.size(); i++) {
            std::string wrong = shape(LLTypeId(i));
            if (!wrong.empty())
                add(out_, "type_shape", {}, {},
                    fmt::format("{}: {}", program_.types.text(LLTypeId(i)), wrong));
        }
        for (uint32_t i = 0; i < program_.prebuilt.size(); i++) {
            std::string wrong = values(program_.prebuilt[PrebuiltId(i)]);
            if (!wrong.empty()) add(out_, "static_values", {}, {}, fmt::format("static ${}: {}", i, wrong));
        }
    }

  private:
    bool is_storage_type(LLTypeId type) const {
        return type == kInt8 || type == kInt32 || (is_value_type(program_, type) && type != kVoid);
    }
    // A struct that may lie inside others.
    bool is_part(LLTypeId type) const {
        return program_.types[type].kind == LLKind::Struct && program_.types[type].defined &&
               !program_.types.inlined_array(type);
    }

    std::string shape(LLTypeId id) const {
        const LLType& type = program_.types[id];
        if (type.kind == LLKind::Array && !is_storage_type(type.item) &&
            (!is_part(type.item) || program_.types[type.item].gc))
            return "items are values or structs of fixed size that are not the collector's";
        for (const LLField& field : type.fields) {
            const LLType& part = program_.types[field.type];
            bool first = &field == &type.fields.front(), last = &field == &type.fields.back();
            bool good = is_storage_type(field.type) || field.type == kVoid ||
                        (is_part(field.type) && (!part.gc || (first && type.gc))) ||
                        (part.kind == LLKind::Array && last && !part.gc);
            if (!good) return fmt::format("field {} cannot lie in a struct here", field.name);
        }
        return "";
    }

    std::string values(const Prebuilt& data) {
        const LLType& type = program_.types[data.type];
        if (type.kind == LLKind::Struct && type.fields.size() != data.values.size())
            return fmt::format("{} values for {} fields", data.values.size(), type.fields.size());
        if (type.kind != LLKind::Struct && type.kind != LLKind::Array)
            return "it is neither struct nor array";
        for (size_t i = 0; i < data.values.size(); i++) {
            LLTypeId part = type.kind == LLKind::Array ? type.item : type.fields[i].type;
            std::string wrong = value(program_.constants[data.values[i]], part);
            if (!wrong.empty()) return fmt::format("value {}: {}", i + 1, wrong);
        }
        return "";
    }

    std::string value(const Constant& c, LLTypeId part) {
        LLKind kind = program_.types[part].kind;
        if (kind != LLKind::Struct && kind != LLKind::Array) {
            LLTypeId wanted = value_type_of_storage(part);
            if (c.type == wanted) return "";
            return fmt::format("it is {}, not {}", program_.types.text(c.type), program_.types.text(wanted));
        }
        bool inlined = c.kind == ConstantKind::pointer && program_.prebuilt[c.prebuilt].inlined &&
                       program_.prebuilt[c.prebuilt].type == part;
        if (!inlined)
            return fmt::format("it is not inlined static data of type {}", program_.types.text(part));
        if (inlined_[c.prebuilt.index]++) return "it is inlined twice";
        return "";
    }

    const Program& program_;
    std::vector<Violation>& out_;
    std::vector<char> inlined_;  // by prebuilt: whether something contains it
};

}  // namespace

std::span<const std::string_view> all_rules() {
    return kRules;
}

std::vector<Violation> verify_data(const Program& program) {
    std::vector<Violation> violations;
    DataVerifier(program, violations).run();
    return violations;
}

std::vector<Violation> verify(const Program& program, const FunctionGraph& graph) {
    std::vector<Violation> violations;
    GraphVerifier(program, graph, violations).run();
    return violations;
}

std::vector<Violation> verify(const Program& program) {
    std::vector<Violation> violations = verify_data(program);
    for (GraphId id : program.graphs()) GraphVerifier(program, program.graph(id), violations).run();
    if (program.phase < Phase::TypedLL) return violations;
    if (program.graphs().empty()) add(violations, "has_graphs", {}, {}, "the program is empty");
    if (!program.entry.valid()) return violations;
    if (!program.alive(program.entry)) {
        add(violations, "known_graph", {}, {}, "the entry is gone");
        return violations;
    }
    const FunctionGraph& entry = program.graph(program.entry);
    if (!entry.parameters().empty() || entry.variables[entry.blocks[entry.returns].inputs[0]].type != kSigned)
        add(violations, "entry_signature", program.entry, entry.location,
            "the entry has no parameters and returns Signed");
    return violations;
}

}  // namespace sapwood
