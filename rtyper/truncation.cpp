#include "rtyper/truncation.h"

#include <bit>

namespace sapwood {

namespace {

// Starts from "all ints are truncated" and takes away what a use contradicts, until nothing changes.
class Truncation {
  public:
    Truncation(RTyper& rtyper, const FunctionGraph& graph, const GraphAnnotations& notes)
        : rt_(rtyper), graph_(graph), notes_(notes), truncated_(graph.variables.size(), false) {
        for (const Block& block : graph.blocks) {
            for (VariableId v : block.inputs) truncated_[v.index] = is_int(v);
            for (const Operation& op : block.operations) truncated_[op.result.index] = is_int(op.result);
        }
    }

    std::vector<bool> run() {
        for (BlockId exit : {graph_.returns, graph_.excepts}) {
            for (VariableId v : graph_.blocks[exit].inputs) truncated_[v.index] = false;
        }
        do {
            changed_ = false;
            for (const Block& block : graph_.blocks) visit(block);
        } while (changed_);
        return std::move(truncated_);
    }

  private:
    void visit(const Block& block) {
        if (!block.condition.is_constant()) need(block.condition);
        for (const Link& link : block.links) {
            const std::vector<VariableId>& inputs = graph_.blocks[link.target].inputs;
            for (size_t i = 0; i < link.args.size(); i++) {
                if (!truncated_[inputs[i].index]) need(link.args[i]);
            }
        }
        for (const Operation& op : block.operations) {
            for (size_t i = 0; i < op.args.size(); i++) {
                if (!truncates(op, i)) need(op.args[i]);
            }
        }
    }

    // Whether only the low 64 bits of operand i matter to the operation and to what its result is used for.
    bool truncates(const Operation& op, size_t i) const {
        for (Value arg : op.args) {
            if (!is_int(arg)) return false;
        }
        switch (plain_op(op.op)) {
            case Op::and_:
                if (constant(op.args[1 - i]).value_or(-1) >= 0) return true;
                return truncated_[op.result.index];
            case Op::mod: return i == 0 && is_power_of_two(constant(op.args[1]));
            case Op::lshift: return i == 0 && truncated_[op.result.index];
            case Op::add:
            case Op::sub:
            case Op::mul:
            case Op::or_:
            case Op::xor_:
            case Op::neg:
            case Op::pos:
            case Op::invert: return truncated_[op.result.index];
            default: return false;
        }
    }

    void need(Value v) {
        if (v.is_constant() || !v.valid() || !truncated_[v.variable().index]) return;
        truncated_[v.variable().index] = false;
        changed_ = true;
    }

    AnnotationId annotation(Value v) const {
        return v.is_constant() ? rt_.annotation_of_constant(v.constant())
                               : notes_.variables[v.variable().index];
    }

    bool is_int(Value v) const {
        if (!v.is_constant() && v.variable().index >= notes_.variables.size()) return false;
        AnnotationId s = annotation(v);
        return s.valid() && rt_.annotated()[s].kind == SKind::integer;
    }

    std::optional<int64_t> constant(Value v) const {
        ConstantId known = v.is_constant() ? v.constant() : rt_.annotated()[annotation(v)].constant;
        if (!known.valid()) return std::nullopt;
        return rt_.constants()[known].integer;
    }

    static bool is_power_of_two(std::optional<int64_t> n) {
        return n && *n > 0 && std::has_single_bit(static_cast<uint64_t>(*n));
    }

    RTyper& rt_;
    const FunctionGraph& graph_;
    const GraphAnnotations& notes_;
    std::vector<bool> truncated_;
    bool changed_ = false;
};

}  // namespace

std::vector<bool> truncated_variables(RTyper& rtyper, const FunctionGraph& graph,
                                      const GraphAnnotations& notes) {
    return Truncation(rtyper, graph, notes).run();
}

}  // namespace sapwood
