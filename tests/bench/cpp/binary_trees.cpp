// Twin of binary_trees.py: nodes are owned by their parents.
#include <algorithm>
#include <cstdint>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

static const int kMinDepth = 4;

struct Tree {
    std::unique_ptr<Tree> left;
    std::unique_ptr<Tree> right;

    std::int64_t count() const {
        if (!left) return 1;
        return 1 + left->count() + right->count();
    }
};

static std::unique_ptr<Tree> build(int depth) {
    auto tree = std::make_unique<Tree>();
    if (depth > 0) {
        tree->left = build(depth - 1);
        tree->right = build(depth - 1);
    }
    return tree;
}

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    int max_depth = std::max(kMinDepth + 2, std::stoi(argv[1]));
    std::cout << "stretch tree of depth " << max_depth + 1 << ": " << build(max_depth + 1)->count()
              << " nodes\n";
    auto long_lived = build(max_depth);
    for (int depth = kMinDepth; depth <= max_depth; depth += 2) {
        std::int64_t trees = std::int64_t(1) << (max_depth - depth + kMinDepth);
        std::int64_t nodes = 0;
        for (std::int64_t i = 0; i < trees; ++i) nodes += build(depth)->count();
        std::cout << trees << " trees of depth " << depth << ": " << nodes << " nodes\n";
    }
    std::cout << "long-lived tree of depth " << max_depth << ": " << long_lived->count() << " nodes\n";
}
