// Dominators after Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm"; natural loops.
#include "backends/c/cfg.h"

#include <algorithm>

namespace sapwood {
namespace {

void find_dominators(Cfg& cfg, BlockId start) {
    cfg.dominator[start.index] = start;
    auto intersect = [&](BlockId a, BlockId b) {
        while (a != b) {
            while (cfg.number[a.index] > cfg.number[b.index]) a = cfg.dominator[a.index];
            while (cfg.number[b.index] > cfg.number[a.index]) b = cfg.dominator[b.index];
        }
        return a;
    };
    for (bool changed = true; changed;) {
        changed = false;
        for (BlockId block : cfg.order) {
            if (block == start) continue;
            BlockId best;
            for (BlockId predecessor : cfg.predecessors[block.index]) {
                if (!cfg.dominator[predecessor.index].valid()) continue;
                best = best.valid() ? intersect(best, predecessor) : predecessor;
            }
            if (best == cfg.dominator[block.index]) continue;
            cfg.dominator[block.index] = best;
            changed = true;
        }
    }
}

// Headers from the outermost (first in order) inwards: an inner loop overwrites what the outer one wrote.
void find_loops(Cfg& cfg) {
    for (BlockId header : cfg.order) {
        std::vector<BlockId> work;
        for (BlockId predecessor : cfg.predecessors[header.index])
            if (cfg.dominates(header, predecessor)) work.push_back(predecessor);
        if (work.empty()) continue;
        cfg.is_loop_header[header.index] = 1;
        cfg.outer_loop[header.index] = cfg.loop[header.index];
        cfg.loop[header.index] = header;
        std::vector<char> seen(cfg.number.size(), 0);
        seen[header.index] = 1;
        while (!work.empty()) {
            BlockId block = work.back();
            work.pop_back();
            if (seen[block.index] || !cfg.dominates(header, block)) continue;
            seen[block.index] = 1;
            cfg.loop[block.index] = header;
            for (BlockId predecessor : cfg.predecessors[block.index]) work.push_back(predecessor);
        }
    }
}

}  // namespace

bool Cfg::dominates(BlockId a, BlockId b) const {
    while (number[b.index] > number[a.index]) b = dominator[b.index];
    return a == b;
}

bool Cfg::contains(BlockId header, BlockId block) const {
    for (BlockId at = loop[block.index]; at.valid(); at = outer_loop[at.index])
        if (at == header) return true;
    return false;
}

Cfg analyze_cfg(const FunctionGraph& graph) {
    Cfg cfg;
    size_t count = graph.blocks.size();
    cfg.order = graph.reachable_blocks();
    cfg.number.assign(count, UINT32_MAX);
    cfg.predecessors.resize(count);
    cfg.dominator.resize(count);
    cfg.is_loop_header.assign(count, 0);
    cfg.loop.resize(count);
    cfg.outer_loop.resize(count);
    // The return and except blocks are moved to the end of reachable_blocks(), which keeps the order
    // topological.
    for (uint32_t i = 0; i < cfg.order.size(); i++) cfg.number[cfg.order[i].index] = i;
    for (BlockId block : cfg.order)
        for (const Link& link : graph.blocks[block].links)
            cfg.predecessors[link.target.index].push_back(block);
    find_dominators(cfg, graph.start);
    find_loops(cfg);
    return cfg;
}

}  // namespace sapwood
