#include "rtyper/localize.h"

#include <map>
#include <set>

namespace sapwood {

namespace {

template <class Visit>
void visit_uses(Block& block, Visit&& visit) {
    for (Operation& op : block.operations) {
        for (Value& arg : op.args) visit(arg);
    }
    if (block.exit == ExitKind::branch || block.exit == ExitKind::switch_) visit(block.condition);
    for (Link& link : block.links) {
        for (Value& arg : link.args) {
            if (link.exception.valid() && arg == Value(link.exception)) continue;
            visit(arg);
        }
    }
}

}  // namespace

void localize_variables(FunctionGraph& graph) {
    std::vector<BlockId> blocks = graph.reachable_blocks();
    std::map<BlockId, std::set<VariableId>> defined, needed;
    for (BlockId id : blocks) {
        Block& block = graph.blocks[id];
        std::set<VariableId>& own = defined[id];
        own.insert(block.inputs.begin(), block.inputs.end());
        for (const Operation& op : block.operations) own.insert(op.result);
        visit_uses(block, [&](Value& v) {
            if (v.is_variable() && !own.contains(v.variable())) needed[id].insert(v.variable());
        });
    }
    if (needed.empty()) return;

    // What successors need, a block needs too, unless it defines it.
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = blocks.size(); i-- > 0;) {
            for (const Link& link : graph.blocks[blocks[i]].links) {
                for (VariableId v : needed[link.target]) {
                    if (!defined[blocks[i]].contains(v)) changed |= needed[blocks[i]].insert(v).second;
                }
            }
        }
    }
    CHECK(needed[graph.start].empty(), "{}: {} is used where it is not defined", graph.name,
          graph.variables[*needed[graph.start].begin()].name);

    for (BlockId id : blocks) {
        std::map<VariableId, VariableId> renamed;
        for (VariableId v : needed[id]) {
            Variable original = graph.variables[v];
            VariableId input = graph.new_variable(original.name, original.type);
            graph.blocks[id].inputs.push_back(input);
            renamed[v] = input;
        }
        Block& block = graph.blocks[id];
        auto here = [&](VariableId v) {
            auto found = renamed.find(v);
            return found == renamed.end() ? v : found->second;
        };
        visit_uses(block, [&](Value& v) {
            if (v.is_variable()) v = here(v.variable());
        });
        for (Link& link : block.links) {
            for (VariableId v : needed[link.target]) link.args.push_back(here(v));
        }
    }
}

}  // namespace sapwood
