// Simplifies graphs until nothing changes: constants fold, branches on constants become jumps, blocks that
// only jump are skipped, blocks in line are merged, what nobody needs is removed. Needs: phase Typed or
// later.  Leaves: the same phase.
#include <algorithm>

#include "flowgraph/leaf.h"
#include "transforms/common_values.h"
#include "transforms/fold.h"
#include "transforms/rewrite.h"
#include "transforms/transforms.h"

namespace sapwood {
namespace {

struct Simplifier {
    Program& program;
    FunctionGraph& graph;
    bool changed = false;

    LLTypeId type(VariableId variable) const { return graph.variables[variable].type; }

    // ---- Inside blocks

    void fold_block(Block& block) {
        Substitution known;
        std::vector<Operation> kept;
        for (size_t i = 0; i < block.operations.size(); i++) {
            Operation& operation = block.operations[i];
            for (Value& arg : operation.args)
                if (arg.is_variable())
                    if (auto found = known.find(arg.variable()); found != known.end()) arg = found->second;
            changed |= test_integer_for_zero(operation, kept);
            std::optional<Value> value = fold_operation(program, operation, type(operation.result));
            bool same_type_cast = operation.op == Op::cast_pointer && operation.args[0].is_variable() &&
                                  type(operation.args[0].variable()) == type(operation.result);
            if (same_type_cast) value = operation.args[0];
            if (!value) {
                kept.push_back(std::move(operation));
                continue;
            }
            if (value->is_variable())
                if (auto found = known.find(value->variable()); found != known.end()) value = found->second;
            keep_name(operation.result, *value);
            known.emplace(operation.result, *value);
            changed = true;
            if (i + 1 == block.operations.size() && block.exit == ExitKind::raising) {
                block.exit = ExitKind::jump;
                block.links.resize(1);
            }
        }
        block.operations = std::move(kept);
        substitute(block, known);
        fold_exit(block);
    }

    // The float that an integer becomes is zero when the integer is.
    bool test_integer_for_zero(Operation& operation, const std::vector<Operation>& before) {
        if (operation.op != Op::float_eq && operation.op != Op::float_ne) return false;
        if (!operation.args[1].is_constant() || program.constants[operation.args[1].constant()].number != 0)
            return false;
        for (const Operation& cast : before) {
            if (cast.op != Op::cast_int_to_float || Value(cast.result) != operation.args[0]) continue;
            operation.op = operation.op == Op::float_eq ? Op::int_eq : Op::int_ne;
            operation.args = {cast.args[0], program.constants.ll_int(0)};
            return true;
        }
        return false;
    }

    // A variable without a name takes the one of its copy.
    void keep_name(VariableId copy, Value value) {
        if (value.is_variable() && graph.variables[value.variable()].name.empty())
            graph.variables[value.variable()].name = graph.variables[copy].name;
    }

    std::optional<bool> known_bool(Value value) const {
        if (!value.is_constant()) return std::nullopt;
        const Constant& constant = program.constants[value.constant()];
        if (constant.kind == ConstantKind::undefined) return false;
        return constant.integer != 0;
    }

    void become_jump(Block& block, size_t link) {
        Link taken = std::move(block.links[link]);
        taken.exit_case = {};
        block.links = {std::move(taken)};
        block.exit = ExitKind::jump;
        block.condition = {};
        changed = true;
    }

    void fold_exit(Block& block) {
        if (block.exit == ExitKind::branch) {
            if (auto known = known_bool(block.condition)) return become_jump(block, *known ? 0 : 1);
            if (block.links[0].target == block.links[1].target && block.links[0].args == block.links[1].args)
                return become_jump(block, 0);
            fold_negated_condition(block);
            for (size_t i = 0; i < 2; i++)  // on each way the condition is known
                for (Value& arg : block.links[i].args)
                    if (arg == block.condition) {
                        arg = program.constants.ll_bool(i == 0);
                        changed = true;
                    }
        }
        if (block.exit == ExitKind::switch_ && block.condition.is_constant()) {
            for (size_t i = 0; i < block.links.size(); i++) {
                ConstantId exit_case = block.links[i].exit_case;
                bool taken = !exit_case.valid() || program.constants[exit_case].integer ==
                                                       program.constants[block.condition.constant()].integer;
                if (taken) return become_jump(block, i);
            }
        }
    }

    void fold_negated_condition(Block& block) {
        if (!block.condition.is_variable()) return;
        for (const Operation& operation : block.operations) {
            if (operation.op != Op::bool_not || Value(operation.result) != block.condition) continue;
            block.condition = operation.args[0];
            std::swap(block.links[0], block.links[1]);
            changed = true;
            return;
        }
    }

    // ---- Between blocks

    // Blocks that do nothing but go on are skipped; a block that only branches is skipped by those who know
    // which way it goes.
    void thread_jumps() {
        for (BlockId id : graph.reachable_blocks())
            for (size_t i = 0; i < graph.blocks[id].links.size(); i++)
                for (int steps = 0; steps < 8 && skip_target(id, i); steps++) changed = true;
    }

    bool skip_target(BlockId from, size_t index) {
        Link& link = graph.blocks[from].links[index];
        const Block& target = graph.blocks[link.target];
        if (!target.operations.empty() || link.target == from) return false;
        const Link* next = nullptr;
        if (target.exit == ExitKind::jump) next = &target.links[0];
        if (target.exit == ExitKind::branch) {
            auto known = known_bool(passed(link, target, target.condition));
            // Around a loop header this would make the loop irreducible.
            if (known && inputs_suffice(target)) next = &target.links[*known ? 0 : 1];
        }
        if (next == nullptr || next->target == link.target) return false;
        // The place of a raise or return is the inner link's.
        if (next->target == graph.excepts && link.location.known() && !next->location.known()) return false;
        Link skipped = *next;
        for (Value& arg : skipped.args) arg = passed(link, target, arg);
        skipped.exit_case = link.exit_case;
        skipped.exception = link.exception;
        if (!skipped.location.known() && skipped.target != graph.excepts) skipped.location = link.location;
        link = std::move(skipped);
        return true;
    }

    // What an operand of the target is for those who come by this link.
    static Value passed(const Link& link, const Block& target, Value value) {
        if (!value.is_variable()) return value;
        for (size_t i = 0; i < target.inputs.size(); i++)
            if (target.inputs[i] == value.variable()) return link.args[i];
        return value;
    }

    bool inputs_suffice(const Block& block) const {
        for (const Link& link : block.links)
            for (Value arg : link.args)
                if (arg.is_variable() &&
                    std::ranges::find(block.inputs, arg.variable()) == block.inputs.end())
                    return false;
        return true;
    }

    std::vector<uint32_t> count_predecessors() const {
        std::vector<uint32_t> count(graph.blocks.size(), 0);
        for (BlockId id : graph.reachable_blocks())
            for (const Link& link : graph.blocks[id].links) count[link.target.index]++;
        return count;
    }

    void merge_lines() {
        std::vector<uint32_t> predecessors = count_predecessors();
        for (BlockId id : graph.reachable_blocks()) {
            if (graph.blocks[id].exit == ExitKind::none) continue;  // merged into another meanwhile
            while (graph.blocks[id].exit == ExitKind::jump) {
                BlockId next_id = graph.blocks[id].links[0].target;
                bool last = next_id == graph.returns || next_id == graph.excepts;
                if (last || predecessors[next_id.index] != 1 || next_id == id) break;
                merge(id, next_id);
            }
        }
    }

    void merge(BlockId id, BlockId next_id) {
        Block &block = graph.blocks[id], &next = graph.blocks[next_id];
        Substitution args;
        for (size_t i = 0; i < next.inputs.size(); i++) {
            keep_name(next.inputs[i], block.links[0].args[i]);
            args.emplace(next.inputs[i], block.links[0].args[i]);
        }
        substitute(next, args);
        for (Operation& operation : next.operations) block.operations.push_back(std::move(operation));
        block.exit = next.exit;
        block.condition = next.condition;
        block.links = std::move(next.links);
        next = Block();
        changed = true;
    }

    // Blocks that control does not reach are emptied: renumbering drops them.
    void empty_unreachable() {
        std::vector<char> reached(graph.blocks.size(), 0);
        for (BlockId id : graph.reachable_blocks()) reached[id.index] = 1;
        for (uint32_t i = 0; i < graph.blocks.size(); i++) {
            BlockId id(i);
            if (reached[i] || id == graph.returns || id == graph.excepts) continue;
            Block& block = graph.blocks[id];
            if (block.exit == ExitKind::none && block.operations.empty()) continue;
            block = Block();
        }
    }

    // ---- Inputs

    // For each input, the one constant that reaches it, however far and around however many loops it is
    // handed on; for those where several values meet, and for all other variables, an invalid value.
    std::vector<Value> constant_inputs() const {
        enum class State : char { unreached, constant, varies };
        std::vector<State> state(graph.variables.size(), State::varies);
        std::vector<Value> constants(graph.variables.size());
        std::vector<BlockId> order = graph.reachable_blocks();
        for (BlockId id : order)
            if (id != graph.start)
                for (VariableId input : graph.blocks[id].inputs) state[input.index] = State::unreached;
        auto arrive = [&](uint32_t input, Value arg) {
            State arrived = State::constant;
            if (arg.is_variable()) {
                arrived = state[arg.variable().index];
                arg = constants[arg.variable().index];
            }
            if (arrived == State::unreached || state[input] == State::varies) return false;
            if (arrived == State::constant && state[input] == State::constant && constants[input] == arg)
                return false;
            bool first = arrived == State::constant && state[input] == State::unreached;
            state[input] = first ? State::constant : State::varies;
            constants[input] = first ? arg : Value();
            return true;
        };
        for (bool more = true; more;) {
            more = false;
            for (BlockId id : order)
                for (const Link& link : graph.blocks[id].links)
                    for (size_t i = 0; i < link.args.size(); i++)
                        more |= arrive(graph.blocks[link.target].inputs[i].index, link.args[i]);
        }
        return constants;
    }

    // Inputs that receive the same constant, or the same as another input, by every link.
    void fold_inputs() {
        std::vector<Value> constants = constant_inputs();
        std::vector<std::vector<Link*>> incoming(graph.blocks.size());
        for (BlockId id : graph.reachable_blocks())
            for (Link& link : graph.blocks[id].links) incoming[link.target.index].push_back(&link);
        for (BlockId id : graph.reachable_blocks()) {
            if (id == graph.start || id == graph.returns || id == graph.excepts) continue;
            Block& block = graph.blocks[id];
            const std::vector<Link*>& links = incoming[id.index];
            Substitution known;
            for (size_t i = 0; i < block.inputs.size(); i++) {
                if (Value constant = constants[block.inputs[i].index]; constant.valid()) {
                    if (used_[block.inputs[i].index]) known.emplace(block.inputs[i], constant);
                    continue;
                }
                for (size_t k = 0; k < i; k++) {
                    bool equal =
                        std::ranges::all_of(links, [&](Link* l) { return l->args[k] == l->args[i]; });
                    if (!equal || known.contains(block.inputs[k])) continue;
                    keep_name(block.inputs[i], block.inputs[k]);
                    known.emplace(block.inputs[i], block.inputs[k]);
                    break;
                }
            }
            if (known.empty()) continue;
            substitute(block, known);
            changed = true;  // the inputs are unused now, and removed as such
        }
    }

    std::vector<char> used_;

    // ---- What nobody needs

    bool has_effect(const Operation& operation) const {
        if (operation.op != Op::leaf_call) return !removable(operation.op);
        const LeafInfo* leaf = leaf_by_name(program.constants[operation.args[0].constant()].text);
        return leaf == nullptr || (leaf->effects & effect::writes) != 0;
    }

    void find_used() {
        used_.assign(graph.variables.size(), 0);
        std::vector<BlockId> order = graph.reachable_blocks();
        std::vector<VariableId> work;
        auto use = [&](Value value) {
            if (!value.is_variable() || used_[value.variable().index]) return;
            used_[value.variable().index] = 1;
            work.push_back(value.variable());
        };
        std::vector<std::vector<Value>> feeds(graph.variables.size());  // what makes a variable
        for (BlockId id : order) {
            const Block& block = graph.blocks[id];
            for (const Operation& operation : block.operations) {
                if (has_effect(operation))
                    for (Value arg : operation.args) use(arg);
                else
                    feeds[operation.result.index] = operation.args;
            }
            if (block.condition.valid()) use(block.condition);
            for (const Link& link : block.links) {
                const std::vector<VariableId>& inputs = graph.blocks[link.target].inputs;
                bool end = link.target == graph.returns || link.target == graph.excepts;
                for (size_t i = 0; i < link.args.size(); i++) {
                    if (end)
                        use(link.args[i]);
                    else
                        feeds[inputs[i].index].push_back(link.args[i]);
                }
            }
        }
        while (!work.empty()) {
            VariableId variable = work.back();
            work.pop_back();
            for (Value value : feeds[variable.index]) use(value);
        }
    }

    void remove_unused() {
        find_used();
        for (BlockId id : graph.reachable_blocks()) {
            Block& block = graph.blocks[id];
            size_t removed = std::erase_if(block.operations, [&](const Operation& operation) {
                return !used_[operation.result.index] && !has_effect(operation);
            });
            changed |= removed > 0;
            for (Link& link : block.links) {
                bool end = link.target == graph.returns || link.target == graph.excepts;
                if (end || link.target == graph.start) continue;
                const std::vector<VariableId>& inputs = graph.blocks[link.target].inputs;
                std::vector<Value> args;
                for (size_t i = 0; i < link.args.size(); i++)
                    if (used_[inputs[i].index]) args.push_back(link.args[i]);
                changed |= args.size() != link.args.size();
                link.args = std::move(args);
            }
        }
        for (BlockId id : graph.reachable_blocks()) {
            if (id == graph.start || id == graph.returns || id == graph.excepts) continue;
            std::erase_if(graph.blocks[id].inputs, [&](VariableId input) { return !used_[input.index]; });
        }
    }

    bool run() {
        bool any = false;
        for (int round = 0; round < 20; round++) {
            changed = false;
            for (BlockId id : graph.reachable_blocks()) {
                fold_block(graph.blocks[id]);
                changed |= merge_common_values(program, graph, id);
            }
            thread_jumps();
            empty_unreachable();
            merge_lines();
            remove_unused();
            fold_inputs();
            if (!changed) break;
            any = true;
        }
        return any;
    }
};

}  // namespace

bool simplify_graph(Program& program, FunctionGraph& graph) {
    Simplifier simplifier{program, graph};
    return simplifier.run();
}

size_t simplify(Program& program) {
    size_t changes = 0;
    for (GraphId id : program.graphs()) changes += simplify_graph(program, program.graph(id));
    return changes;
}

}  // namespace sapwood
