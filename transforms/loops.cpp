// Natural loops by dominators (Cooper, Harvey, Kennedy: A Simple, Fast Dominance Algorithm).
#include "transforms/loops.h"

#include <algorithm>
#include <map>

namespace sapwood {
namespace {

constexpr int kNowhere = -1;

// Blocks are numbered by their place in reverse post-order.
struct Loops {
    const FunctionGraph& graph;
    std::vector<BlockId> order = graph.reachable_blocks();
    std::vector<int> number = std::vector<int>(graph.blocks.size(), kNowhere);
    std::vector<std::vector<int>> predecessors = std::vector<std::vector<int>>(order.size());
    std::vector<int> dominator = std::vector<int>(order.size(), kNowhere);

    void number_blocks() {
        for (size_t i = 0; i < order.size(); i++) number[order[i].index] = static_cast<int>(i);
        for (size_t i = 0; i < order.size(); i++)
            for (const Link& link : graph.blocks[order[i]].links)
                predecessors[number[link.target.index]].push_back(static_cast<int>(i));
    }

    int common(int a, int b) const {
        while (a != b) {
            while (a > b) a = dominator[a];
            while (b > a) b = dominator[b];
        }
        return a;
    }

    void find_dominators() {
        dominator[0] = 0;
        for (bool changed = true; changed;) {
            changed = false;
            for (size_t i = 1; i < order.size(); i++) {
                int found = kNowhere;
                for (int before : predecessors[i])
                    if (dominator[before] != kNowhere) found = found < 0 ? before : common(found, before);
                changed |= dominator[i] != found;
                dominator[i] = found;
            }
        }
    }

    bool dominates(int above, int below) const {
        while (below > above) below = dominator[below];
        return below == above;
    }

    std::vector<int> depths() {
        number_blocks();
        find_dominators();
        std::map<int, std::vector<int>> backward;  // by header: where it is come back to from
        for (size_t i = 0; i < order.size(); i++)
            for (int before : predecessors[i])
                if (dominates(static_cast<int>(i), before)) backward[static_cast<int>(i)].push_back(before);
        std::vector<int> depth(graph.blocks.size(), 0);
        for (auto& [header, todo] : backward) {
            std::vector<char> inside(order.size(), 0);
            inside[header] = 1;
            while (!todo.empty()) {
                int block = todo.back();
                todo.pop_back();
                if (inside[block]) continue;
                inside[block] = 1;
                for (int before : predecessors[block]) todo.push_back(before);
            }
            for (size_t i = 0; i < order.size(); i++) depth[order[i].index] += inside[i];
        }
        return depth;
    }
};

}  // namespace

std::vector<int> loop_depths(const FunctionGraph& graph) {
    return Loops{graph}.depths();
}

}  // namespace sapwood
