// Checks the rules of graph.h and of the phases.  One function per rule or small group; the rule's name is
// the first argument of broken().
#include "flowgraph/verify.h"

#include <algorithm>
#include <set>

#include "flowgraph/print.h"
#include "flowgraph/signature.h"

namespace sapwood {

namespace {

class GraphVerifier {
  public:
    GraphVerifier(const Program& program, const FunctionGraph& graph, std::vector<Violation>& out)
        : program_(program), graph_(graph), out_(out), typed_(program.phase >= Phase::TypedLL) {}

    void run() {
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
        out_.push_back(
            {std::string(rule), fmt::format(text, std::forward<Args>(args)...), graph_.id, location});
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
            broken("known_graph", location, "a function constant names a graph that is gone");
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
        std::string mismatch = match_signature(program_, graph_, op);
        if (!mismatch.empty()) return broken("op_signature", op.location, "{}: {}", info.name, mismatch);
        if (!typed_) return;
        mismatch = match_structure(program_, graph_, op);
        if (!mismatch.empty()) broken("op_structure", op.location, "{}: {}", info.name, mismatch);
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
                if (typed_ && block.condition.valid() && type_of(program_, graph_, block.condition) != kBool)
                    broken("branch_condition", graph_.location, "block {} branches on something not Bool",
                           block.name);
                return;
            case ExitKind::switch_:
                shape(links >= 1 && !block.links.back().exit_case.valid(), "a switch ends with its default");
                for (size_t i = 0; i + 1 < links; i++)
                    shape(block.links[i].exit_case.valid(), "a case of a switch has a constant");
                return;
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

    void link(const Link& l) {
        if (!graph_.blocks.contains(l.target))
            return broken("link_target", l.location, "a link leads nowhere");
        const Block& target = graph_.blocks[l.target];
        if (target.inputs.size() != l.args.size())
            return broken("link_arity", l.location, "{} arguments for the {} inputs of block {}",
                          l.args.size(), target.inputs.size(), target.name);
        if (!typed_) return;
        for (size_t i = 0; i < l.args.size(); i++) {
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

}  // namespace

std::vector<Violation> verify(const Program& program, const FunctionGraph& graph) {
    std::vector<Violation> violations;
    GraphVerifier(program, graph, violations).run();
    return violations;
}

std::vector<Violation> verify(const Program& program) {
    std::vector<Violation> violations;
    for (GraphId id : program.graphs()) GraphVerifier(program, program.graph(id), violations).run();
    if (program.phase >= Phase::TypedLL && !program.entry.valid() && program.roots.empty() &&
        program.graphs().empty())
        violations.push_back({"has_graphs", "the program is empty", {}, {}});
    return violations;
}

}  // namespace sapwood
