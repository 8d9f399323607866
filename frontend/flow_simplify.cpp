// Clean-up of freshly built flow graphs.
// Needs: SSA form (uses are dominated by definitions).  Leaves: block-local variables.
#include "frontend/flow_simplify.h"

#include <algorithm>
#include <map>
#include <set>

namespace sapwood {

namespace {

class Simplifier {
  public:
    Simplifier(Program& program, FunctionGraph& graph) : program_(program), graph_(graph) {}

    void run() {
        bool changed = true;
        while (changed) {
            order_ = graph_.reachable_blocks();
            collect_incoming();
            changed = drop_decided();
            if (changed) continue;
            changed |= replace_equal_inputs();
            changed |= remove_unused_inputs();
            changed |= merge_blocks();
        }
        make_local();
        compact();
    }

  private:
    struct LinkRef {
        BlockId block;
        size_t index;
    };

    bool is_end(BlockId block) const { return block == graph_.returns || block == graph_.excepts; }
    Link& link(const LinkRef& ref) { return graph_.blocks[ref.block].links[ref.index]; }

    void collect_incoming() {
        incoming_.assign(graph_.blocks.size(), {});
        for (BlockId block : order_)
            for (size_t i = 0; i < graph_.blocks[block].links.size(); ++i)
                incoming_[graph_.blocks[block].links[i].target.index].push_back({block, i});
        exceptions_.clear();
        for (BlockId block : order_)
            for (const Link& each : graph_.blocks[block].links)
                if (each.exception.valid()) exceptions_.insert(each.exception);
    }

    template <class Function>
    void for_each_operand(Block& block, Function function) {
        for (Operation& operation : block.operations)
            for (Value& arg : operation.args) function(arg);
        if (block.condition.valid()) function(block.condition);
        for (Link& each : block.links)
            for (Value& arg : each.args) function(arg);
    }

    void substitute(const std::vector<Value>& replacement) {
        auto resolve = [&](Value value) {
            while (value.is_variable() && value.variable().index < replacement.size() &&
                   replacement[value.variable().index].valid())
                value = replacement[value.variable().index];
            return value;
        };
        for (BlockId block : order_)
            for_each_operand(graph_.blocks[block], [&](Value& value) {
                if (value.valid()) value = resolve(value);
            });
    }

    // Branches on constants, checks that cannot fail, and exceptional links that only pass on.
    bool drop_decided() {
        bool changed = false;
        ConstantId yes = program_.constants.boolean(true), no = program_.constants.boolean(false);
        for (BlockId id : order_) {
            Block& block = graph_.blocks[id];
            if (block.exit == ExitKind::branch &&
                (block.condition == Value(yes) || block.condition == Value(no))) {
                Link taken = block.links[block.condition == Value(yes) ? 0 : 1];
                block.exit = ExitKind::jump;
                block.condition = {};
                block.links = {std::move(taken)};
                changed = true;
            }
            auto decided = [&](const Operation& operation) {
                return operation.op == Op::check_defined && operation.args[0] == Value(yes);
            };
            std::vector<Operation>& operations = block.operations;
            if (block.exit == ExitKind::raising && decided(operations.back())) {
                block.links.resize(1);
                block.exit = ExitKind::jump;
                changed = true;
            }
            changed |= std::erase_if(operations, decided) > 0;
            if (block.exit != ExitKind::raising) continue;
            while (block.links.size() > 1 && block.links.back().target == graph_.excepts) {
                block.links.pop_back();
                changed = true;
            }
            if (block.links.size() == 1) block.exit = ExitKind::jump;
        }
        return changed;
    }

    bool replace_equal_inputs() {
        std::vector<Value> replacement(graph_.variables.size());
        auto resolve = [&](Value value) {
            while (value.is_variable() && replacement[value.variable().index].valid())
                value = replacement[value.variable().index];
            return value;
        };
        bool changed = false;
        for (BlockId id : order_) {
            if (id == graph_.start || is_end(id)) continue;
            std::vector<VariableId>& inputs = graph_.blocks[id].inputs;
            for (size_t i = inputs.size(); i-- > 0;) {
                Value only;
                bool same = true;
                for (const LinkRef& ref : incoming_[id.index]) {
                    Value arg = resolve(link(ref).args[i]);
                    if (arg == Value(inputs[i]) || arg == only) continue;
                    same = same && !only.valid();
                    only = arg;
                }
                if (!same || !only.valid()) continue;
                if (only.is_variable() && exceptions_.contains(only.variable())) continue;
                replacement[inputs[i].index] = only;
                name_after(only, inputs[i]);
                remove_input(id, i);
                changed = true;
            }
        }
        if (changed) substitute(replacement);
        return changed;
    }

    void name_after(Value value, VariableId input) {
        if (!value.is_variable()) return;
        std::string& name = graph_.variables[value.variable()].name;
        if (name.empty()) name = graph_.variables[input].name;
    }

    void remove_input(BlockId id, size_t index) {
        Block& block = graph_.blocks[id];
        block.inputs.erase(block.inputs.begin() + static_cast<ptrdiff_t>(index));
        for (const LinkRef& ref : incoming_[id.index])
            link(ref).args.erase(link(ref).args.begin() + static_cast<ptrdiff_t>(index));
    }

    bool remove_unused_inputs() {
        std::vector<char> used(graph_.variables.size(), 0);
        std::vector<VariableId> open;
        auto use = [&](Value value) {
            if (!value.valid() || !value.is_variable() || used[value.variable().index]) return;
            used[value.variable().index] = 1;
            open.push_back(value.variable());
        };
        std::map<VariableId, std::pair<BlockId, size_t>> input_of;
        for (BlockId id : order_) {
            Block& block = graph_.blocks[id];
            for (const Operation& operation : block.operations)
                for (Value arg : operation.args) use(arg);
            use(block.condition);
            for (const Link& each : block.links)
                if (is_end(each.target))
                    for (Value arg : each.args) use(arg);
            for (size_t i = 0; i < block.inputs.size(); ++i) input_of[block.inputs[i]] = {id, i};
        }
        while (!open.empty()) {
            VariableId variable = open.back();
            open.pop_back();
            auto found = input_of.find(variable);
            if (found == input_of.end()) continue;
            for (const LinkRef& ref : incoming_[found->second.first.index])
                use(link(ref).args[found->second.second]);
        }
        bool changed = false;
        for (BlockId id : order_) {
            if (id == graph_.start || is_end(id)) continue;
            for (size_t i = graph_.blocks[id].inputs.size(); i-- > 0;) {
                if (used[graph_.blocks[id].inputs[i].index]) continue;
                remove_input(id, i);
                changed = true;
            }
        }
        return changed;
    }

    bool merge_blocks() {
        bool changed = false;
        std::vector<Value> replacement(graph_.variables.size());
        // A block whose only predecessor jumps to it becomes part of that.
        for (BlockId id : order_) {
            Block& block = graph_.blocks[id];
            while (block.exit == ExitKind::jump) {
                BlockId next = block.links[0].target;
                if (next == id || next == graph_.start || is_end(next) || incoming_[next.index].size() != 1)
                    break;
                Block& merged = graph_.blocks[next];
                for (size_t i = 0; i < merged.inputs.size(); ++i) {
                    replacement[merged.inputs[i].index] = block.links[0].args[i];
                    name_after(block.links[0].args[i], merged.inputs[i]);
                }
                block.operations.insert(block.operations.end(), merged.operations.begin(),
                                        merged.operations.end());
                block.exit = merged.exit;
                block.condition = merged.condition;
                block.links = merged.links;
                if (block.name.empty()) block.name = merged.name;
                merged.exit = ExitKind::none;
                merged.links.clear();
                merged.operations.clear();
                merged.condition = {};
                changed = true;
            }
        }
        if (changed) {
            substitute(replacement);
            return true;
        }
        return skip_empty_blocks();
    }

    // Links into a block that does nothing but jump go where it goes.
    bool skip_empty_blocks() {
        std::vector<uint32_t> uses(graph_.variables.size(), 0);
        for (BlockId id : order_)
            for_each_operand(graph_.blocks[id], [&](Value& value) {
                if (value.valid() && value.is_variable()) ++uses[value.variable().index];
            });
        for (BlockId id : order_) {
            Block& block = graph_.blocks[id];
            if (id == graph_.start || is_end(id) || block.exit != ExitKind::jump || !block.operations.empty())
                continue;
            Link& onward = block.links[0];
            if (onward.target == id) continue;
            bool local = true;
            for (VariableId input : block.inputs) {
                auto here = std::count(onward.args.begin(), onward.args.end(), Value(input));
                local = local && uses[input.index] == static_cast<uint32_t>(here);
            }
            if (!local) continue;
            for (const LinkRef& ref : incoming_[id.index]) {
                Link& each = link(ref);
                std::vector<Value> args = onward.args;
                for (Value& arg : args)
                    for (size_t i = 0; i < block.inputs.size(); ++i)
                        if (arg == Value(block.inputs[i])) {
                            arg = each.args[i];
                            break;
                        }
                each.target = onward.target;
                each.args = std::move(args);
                // The place of a raise is its own link's, and raising again has none.
                if (onward.location.known() || onward.target == graph_.excepts)
                    each.location = onward.location;
            }
            return true;
        }
        return false;
    }

    void make_local() {
        order_ = graph_.reachable_blocks();
        collect_incoming();
        std::vector<std::set<VariableId>> needed(graph_.blocks.size());
        std::vector<std::set<VariableId>> defined(graph_.blocks.size());
        for (BlockId id : order_) {
            Block& block = graph_.blocks[id];
            std::set<VariableId>& definitions = defined[id.index];
            definitions.insert(block.inputs.begin(), block.inputs.end());
            for (const Operation& operation : block.operations) definitions.insert(operation.result);
            for (const Link& each : block.links)
                if (each.exception.valid()) definitions.insert(each.exception);
            for_each_operand(block, [&](Value& value) {
                if (value.valid() && value.is_variable() && !definitions.contains(value.variable()))
                    needed[id.index].insert(value.variable());
            });
        }
        bool changed = true;
        while (changed) {
            changed = false;
            for (size_t i = order_.size(); i-- > 0;) {
                BlockId id = order_[i];
                for (const Link& each : graph_.blocks[id].links)
                    for (VariableId variable : needed[each.target.index])
                        if (!defined[id.index].contains(variable))
                            changed |= needed[id.index].insert(variable).second;
            }
        }
        CHECK(needed[graph_.start.index].empty(), "`{}` uses `{}` where it is not defined", graph_.name,
              graph_.variables[*needed[graph_.start.index].begin()].name);
        for (BlockId id : order_)
            for (Link& each : graph_.blocks[id].links)
                for (VariableId variable : needed[each.target.index]) each.args.push_back(variable);
        for (BlockId id : order_) {
            std::map<VariableId, VariableId> own;
            for (VariableId variable : needed[id.index]) {
                VariableId input = graph_.new_variable(graph_.variables[variable].name);
                own.emplace(variable, input);
                graph_.blocks[id].inputs.push_back(input);
            }
            for_each_operand(graph_.blocks[id], [&](Value& value) {
                if (!value.valid() || !value.is_variable()) return;
                auto found = own.find(value.variable());
                if (found != own.end()) value = found->second;
            });
        }
    }

    // Only what is reachable, blocks in walking order, variables in order of appearance.
    void compact() {
        std::vector<BlockId> kept = graph_.reachable_blocks();
        for (BlockId end : {graph_.returns, graph_.excepts})
            if (std::find(kept.begin(), kept.end(), end) == kept.end()) kept.push_back(end);
        std::map<BlockId, BlockId> new_block;
        Store<BlockId, Block> blocks;
        for (BlockId id : kept) new_block[id] = blocks.add(std::move(graph_.blocks[id]));
        std::map<VariableId, VariableId> new_variable;
        Store<VariableId, Variable> variables;
        auto define = [&](VariableId& variable) {
            VariableId renamed = variables.add(graph_.variables[variable]);
            new_variable[variable] = renamed;
            variable = renamed;
        };
        for (Block& block : blocks) {
            for (VariableId& input : block.inputs) define(input);
            for (Operation& operation : block.operations) define(operation.result);
            for (Link& each : block.links) {
                each.target = new_block.at(each.target);
                if (each.exception.valid()) define(each.exception);
            }
        }
        for (Block& block : blocks)
            for_each_operand(block, [&](Value& value) {
                if (value.valid() && value.is_variable()) value = new_variable.at(value.variable());
            });
        graph_.start = new_block.at(graph_.start);
        graph_.returns = new_block.at(graph_.returns);
        graph_.excepts = new_block.at(graph_.excepts);
        graph_.blocks = std::move(blocks);
        graph_.variables = std::move(variables);
    }

    Program& program_;
    FunctionGraph& graph_;
    std::vector<BlockId> order_;
    std::vector<std::vector<LinkRef>> incoming_;
    std::set<VariableId> exceptions_;
};

}  // namespace

void simplify_flow_graph(Program& program, FunctionGraph& graph) {
    Simplifier(program, graph).run();
}

}  // namespace sapwood
