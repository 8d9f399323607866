// Shape of a graph: order, predecessors, dominators, loops.  For printing structured code.
#pragma once

#include <vector>

#include "flowgraph/graph.h"

namespace sapwood {

struct Cfg {
    std::vector<BlockId> order;                      // reachable blocks in reverse post-order
    std::vector<uint32_t> number;                    // by BlockId: place in `order`; UINT32_MAX: unreachable
    std::vector<std::vector<BlockId>> predecessors;  // by BlockId, once per link
    std::vector<BlockId> dominator;                  // by BlockId: immediate dominator; of the start: itself
    std::vector<char> is_loop_header;                // by BlockId
    std::vector<BlockId> loop;        // by BlockId: header of the innermost loop around it, itself
                                      // for a header; invalid: none
    std::vector<BlockId> outer_loop;  // by BlockId of a header: header of the next loop outwards

    bool reachable(BlockId block) const { return number[block.index] != UINT32_MAX; }
    bool dominates(BlockId a, BlockId b) const;
    // Whether the loop of this header contains the block.
    bool contains(BlockId header, BlockId block) const;
    // Whether a link goes back to a header that dominates where it comes from.
    bool is_back_link(BlockId from, BlockId to) const {
        return is_loop_header[to.index] && dominates(to, from);
    }
};

Cfg analyze_cfg(const FunctionGraph& graph);

}  // namespace sapwood
