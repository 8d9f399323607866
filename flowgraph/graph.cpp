// Function graphs: construction and walking order.
#include "flowgraph/graph.h"

#include <algorithm>

namespace sapwood {

FunctionGraph::FunctionGraph(std::string graph_name) : name(std::move(graph_name)) {
    start = new_block("entry");
    returns = new_block("return");
    excepts = new_block("except");
    blocks[returns].inputs.push_back(new_variable("result"));
    blocks[excepts].inputs.push_back(new_variable("exception"));
}

VariableId FunctionGraph::new_variable(std::string variable_name, LLTypeId type) {
    return variables.add({std::move(variable_name), type});
}

BlockId FunctionGraph::new_block(std::string block_name) {
    Block block;
    block.name = std::move(block_name);
    return blocks.add(std::move(block));
}

std::string FunctionGraph::frame_name() const {
    const std::string& full = qualname.empty() ? name : qualname;
    return full.substr(full.rfind('.') + 1);
}

std::vector<BlockId> FunctionGraph::reachable_blocks() const {
    // Depth first with the links taken last to first, so that the reversed post-order visits the first link's
    // target before the others.
    std::vector<char> seen(blocks.size(), 0);
    std::vector<BlockId> post_order;
    struct Step {
        BlockId block;
        size_t remaining;
    };
    std::vector<Step> stack = {{start, blocks[start].links.size()}};
    seen[start.index] = 1;
    while (!stack.empty()) {
        Step& top = stack.back();
        if (top.remaining == 0) {
            post_order.push_back(top.block);
            stack.pop_back();
            continue;
        }
        BlockId next = blocks[top.block].links[--top.remaining].target;
        if (seen[next.index]) continue;
        seen[next.index] = 1;
        stack.push_back({next, blocks[next].links.size()});
    }
    std::reverse(post_order.begin(), post_order.end());
    std::vector<BlockId> order;
    for (BlockId block : post_order)
        if (block != returns && block != excepts) order.push_back(block);
    if (seen[returns.index]) order.push_back(returns);
    if (seen[excepts.index]) order.push_back(excepts);
    return order;
}

}  // namespace sapwood
