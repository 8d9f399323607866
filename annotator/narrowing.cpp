// Finds the fact behind each branch: follows `not_` and `bool_`, and the condition and its subject back
// through blocks with a single predecessor (an operation inside `try` ends its block).
#include "annotator/narrowing.h"

namespace sapwood::annotation {
namespace {

struct Finder {
    const Program& program;
    const FunctionGraph& graph;
    std::vector<const Link*> only_link;  // by block: the one link that enters it
    std::vector<BlockId> only_from;
    std::vector<uint32_t> entered;

    Finder(const Program& program, const FunctionGraph& graph)
        : program(program),
          graph(graph),
          only_link(graph.blocks.size(), nullptr),
          only_from(graph.blocks.size()),
          entered(graph.blocks.size(), 0) {
        for (uint32_t b = 0; b < graph.blocks.size(); b++) {
            for (const Link& link : graph.blocks[BlockId(b)].links) {
                entered[link.target.index]++;
                only_link[link.target.index] = &link;
                only_from[link.target.index] = BlockId(b);
            }
        }
    }

    const Operation* definition(BlockId block, VariableId v) const {
        const Block& b = graph.blocks[block];
        for (size_t i = b.operations.size(); i-- > 0;) {
            if (b.operations[i].result == v) return &b.operations[i];
        }
        return nullptr;
    }

    // What v (of block) is in the block that enters it; invalid if there are several or it is a constant.
    VariableId before(BlockId block, VariableId v) const {
        if (entered[block.index] != 1) return {};
        const std::vector<VariableId>& inputs = graph.blocks[block].inputs;
        for (size_t i = 0; i < inputs.size(); i++) {
            if (inputs[i] != v) continue;
            Value passed = only_link[block.index]->args[i];
            return passed.is_variable() ? passed.variable() : VariableId{};
        }
        return {};
    }

    // The variable of `to` (reached from `from` through single predecessors) that carries v.
    VariableId carried(BlockId from, VariableId v, const std::vector<BlockId>& way) const {
        for (size_t i = way.size(); i-- > 0;) {
            const Link* link = only_link[way[i].index];
            VariableId next;
            for (size_t k = 0; k < link->args.size(); k++) {
                if (link->args[k] == Value(v)) next = graph.blocks[way[i]].inputs[k];
            }
            if (!next.valid()) return {};
            v = next;
        }
        (void)from;
        return v;
    }

    std::optional<Fact> fact(BlockId block) const {
        const Block& b = graph.blocks[block];
        if (!b.condition.is_variable()) return std::nullopt;
        Fact result;
        VariableId v = b.condition.variable();
        BlockId at = block;
        std::vector<BlockId> way;  // blocks gone back through, the branch's first
        for (int steps = 0; steps < 64; steps++) {
            const Operation* op = definition(at, v);
            if (!op) {
                VariableId earlier = before(at, v);
                if (!earlier.valid()) break;
                way.push_back(at);
                at = only_from[at.index];
                v = earlier;
                continue;
            }
            if (op->op == Op::not_ || op->op == Op::bool_) {
                if (!op->args[0].is_variable()) return std::nullopt;
                if (op->op == Op::not_) result.negated = !result.negated;
                v = op->args[0].variable();
                continue;
            }
            if (read(*op, result)) {
                result.variable = carried(at, result.variable, way);
                if (!result.variable.valid()) return std::nullopt;
                return result;
            }
            break;
        }
        // The truth of a value itself.
        result.kind = Fact::Kind::truth;
        result.variable = carried(at, v, way);
        if (!result.variable.valid()) return std::nullopt;
        return result;
    }

    bool read(const Operation& op, Fact& fact) const {
        if (op.op == Op::is_ || op.op == Op::eq || op.op == Op::ne) {
            Value subject = op.args[0], other = op.args[1];
            if (op.op != Op::is_) return false;  // == may be the user's
            if (is_none(subject) || is_not_implemented(subject)) std::swap(subject, other);
            if (!(is_none(other) || is_not_implemented(other)) || !subject.is_variable()) return false;
            fact.kind = is_none(other) ? Fact::Kind::is_none : Fact::Kind::is_not_implemented;
            fact.variable = subject.variable();
            return true;
        }
        if (op.op == Op::exc_match) {
            if (!op.args[0].is_variable()) return false;
            fact.kind = Fact::Kind::isinstance;
            fact.variable = op.args[0].variable();
            fact.classes = op.args[1];
            return fact.classes.is_constant();
        }
        if (op.op == Op::simple_call && op.args.size() == 3 && is_isinstance(op.args[0])) {
            if (!op.args[1].is_variable()) return false;
            fact.kind = Fact::Kind::isinstance;
            fact.variable = op.args[1].variable();
            fact.classes = op.args[2];
            return fact.classes.is_constant();
        }
        return false;
    }

    bool is_none(Value v) const {
        return v.is_constant() && program.constants[v.constant()].kind == ConstantKind::none;
    }

    bool is_not_implemented(Value v) const {
        if (!v.is_constant()) return false;
        const Constant& c = program.constants[v.constant()];
        return c.kind == ConstantKind::object && program.host.objects[c.object].name == "NotImplementedType";
    }

    bool is_isinstance(Value v) const {
        if (!v.is_constant()) return false;
        const Constant& c = program.constants[v.constant()];
        if (c.kind != ConstantKind::object) return false;
        const HostObject& object = program.host.objects[c.object];
        return object.kind == HostKind::builtin && object.name == "builtins.isinstance";
    }
};

}  // namespace

GraphShape::GraphShape(const Program& program, const FunctionGraph& graph)
    : order(graph.reachable_blocks()), position(graph.blocks.size(), UINT32_MAX) {
    for (uint32_t i = 0; i < order.size(); i++) position[order[i].index] = i;
    Finder finder(program, graph);
    for (BlockId block : order) {
        if (graph.blocks[block].exit != ExitKind::branch) continue;
        if (std::optional<Fact> fact = finder.fact(block)) facts[block] = *fact;
    }
}

}  // namespace sapwood::annotation
