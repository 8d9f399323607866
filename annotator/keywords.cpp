// A copy of a function with `**keywords` for each set of names that it is called with.  See keywords.h.
#include "annotator/keywords.h"

#include <algorithm>
#include <map>
#include <set>

namespace sapwood::annotation {
namespace {

class Expansion {
  public:
    Expansion(Program& program, const FunctionGraph& graph, const std::vector<std::string>& names)
        : program_(program), graph_(graph), names_(names), parameter_(graph.parameters().back()) {}

    FunctionGraph run() {
        find_mapping();
        find_uses();
        make_inputs();
        for (Block& block : graph_.blocks) rewrite(block);
        return std::move(graph_);
    }

  private:
    static bool is(Value v, const std::set<VariableId>& among) {
        return v.is_variable() && among.contains(v.variable());
    }

    // Block inputs that are the mapping on every way in.
    void find_mapping() {
        mapping_ = {parameter_};
        auto each_link = [&](auto&& visit) {
            for (const Block& block : graph_.blocks) {
                for (const Link& link : block.links) {
                    for (size_t i = 0; i < link.args.size(); i++)
                        visit(link.args[i], graph_.blocks[link.target].inputs[i], link.target);
                }
            }
        };
        bool changed = true;
        while (changed) {
            changed = false;
            each_link([&](Value from, VariableId to, BlockId target) {
                if (target == graph_.returns || target == graph_.excepts) return;
                if (is(from, mapping_)) changed = mapping_.insert(to).second || changed;
            });
        }
        changed = true;
        while (changed) {
            changed = false;
            each_link([&](Value from, VariableId to, BlockId) {
                if (!is(from, mapping_)) changed = mapping_.erase(to) > 0 || changed;
            });
        }
    }

    bool hands_on(const Operation& op, size_t i) const {
        if (op.op != Op::call_args) return false;
        const std::vector<std::string>& keywords = program_.constants[op.args[1].constant()].keywords;
        return i + 1 == op.args.size() && !keywords.empty() && keywords.back() == kMapping;
    }

    // The number of the name that `keywords["name"]` reads.
    std::optional<size_t> read_by_name(const Operation& op) const {
        if (op.op != Op::getitem || !is(op.args[0], mapping_) || !op.args[1].is_constant())
            return std::nullopt;
        const Constant& name = program_.constants[op.args[1].constant()];
        auto found = std::find(names_.begin(), names_.end(), name.text);
        if (name.kind != ConstantKind::str || found == names_.end()) return std::nullopt;
        return found - names_.begin();
    }

    // Whether the body needs the dict, and whether it may change it: then only the dict says what is in it.
    void find_uses() {
        for (const Block& block : graph_.blocks) {
            for (const Operation& op : block.operations) {
                for (size_t i = 0; i < op.args.size(); i++) {
                    if (!is(op.args[i], mapping_) || hands_on(op, i) || read_by_name(op)) continue;
                    needs_dict_ = true;
                    changes_dict_ = changes_dict_ || !only_reads(op);
                }
            }
            for (const Link& link : block.links) {
                for (size_t i = 0; i < link.args.size(); i++) {
                    if (is(link.args[i], mapping_) &&
                        !mapping_.contains(graph_.blocks[link.target].inputs[i]))
                        needs_dict_ = changes_dict_ = true;
                }
            }
        }
    }

    bool only_reads(const Operation& op) const {
        switch (op.op) {
            case Op::getitem:
            case Op::contains:
            case Op::bool_:
            case Op::not_:
            case Op::iter:
            case Op::to_str:
            case Op::to_repr: return true;
            case Op::getattr: {
                const std::string& name = program_.constants[op.args[1].constant()].text;
                return name == "get" || name == "items" || name == "keys" || name == "values" ||
                       name == "copy";
            }
            case Op::simple_call: {
                if (!op.args[0].is_constant()) return false;
                const Constant& callee = program_.constants[op.args[0].constant()];
                if (callee.kind != ConstantKind::object) return false;
                const std::string& name = program_.host.objects[callee.object].name;
                return name == "builtins.len" || name == "builtins.print" || name == "builtins.sorted" ||
                       name == "dict" || name == "list";
            }
            default: return false;
        }
    }

    // The inputs that stand for an input that is the mapping.
    void make_inputs() {
        for (uint32_t i = 0; i < graph_.blocks.size(); i++) {
            BlockId id(i);
            Block& block = graph_.blocks[id];
            std::vector<VariableId> inputs;
            targets_[id] = block.inputs;
            for (VariableId input : std::vector<VariableId>(block.inputs)) {
                if (!mapping_.contains(input)) {
                    inputs.push_back(input);
                    continue;
                }
                for (const std::string& name : names_) {
                    VariableId value = graph_.new_variable(name);
                    values_[input].push_back(value);
                    inputs.push_back(value);
                }
                // The dict keeps the variable of the mapping; the start block makes it.
                if (needs_dict_ && id != graph_.start) inputs.push_back(input);
            }
            block.inputs = std::move(inputs);
        }
        if (!needs_dict_) return;
        Block& start = graph_.blocks[graph_.start];
        Operation made{Op::newdict, {}, parameter_, graph_.location};
        for (size_t i = 0; i < names_.size(); i++) {
            made.args.push_back(program_.constants.str(names_[i]));
            made.args.push_back(values_[parameter_][i]);
        }
        start.operations.insert(start.operations.begin(), std::move(made));
    }

    void rewrite(Block& block) {
        std::map<VariableId, Value> known;
        auto current = [&](Value v) {
            auto found = v.is_variable() ? known.find(v.variable()) : known.end();
            return found == known.end() ? v : found->second;
        };
        std::vector<Operation> operations;
        for (size_t at = 0; at < block.operations.size(); at++) {
            Operation op = block.operations[at];
            for (Value& arg : op.args) arg = current(arg);
            auto name = changes_dict_ ? std::nullopt : read_by_name(op);
            if (name) {
                known[op.result] = values_[op.args[0].variable()][*name];
                if (at + 1 == block.operations.size() && block.exit == ExitKind::raising) {
                    block.exit = ExitKind::jump;
                    block.links.resize(1);
                }
                continue;
            }
            size_t last = op.args.size() - 1;
            if (!op.args.empty() && hands_on(op, last) && is(op.args[last], mapping_) && !changes_dict_) {
                const Constant shape = program_.constants[op.args[1].constant()];
                std::vector<std::string> keywords = shape.keywords;
                keywords.pop_back();
                keywords.insert(keywords.end(), names_.begin(), names_.end());
                std::vector<VariableId> values = values_[op.args[last].variable()];
                op.args.pop_back();
                op.args.insert(op.args.end(), values.begin(), values.end());
                op.args[1] = program_.constants.shape(std::move(keywords), shape.star);
            }
            operations.push_back(std::move(op));
        }
        block.operations = std::move(operations);
        if (block.condition.valid()) block.condition = current(block.condition);
        for (Link& link : block.links) {
            std::vector<Value> args;
            for (size_t i = 0; i < link.args.size(); i++) {
                Value arg = current(link.args[i]);
                auto input = targets_.at(link.target).at(i);
                if (mapping_.contains(input)) {
                    const std::vector<VariableId>& values = values_[arg.variable()];
                    args.insert(args.end(), values.begin(), values.end());
                    if (!needs_dict_) continue;
                }
                args.push_back(arg);
            }
            link.args = std::move(args);
        }
    }

    Program& program_;
    FunctionGraph graph_;
    const std::vector<std::string>& names_;
    VariableId parameter_;
    std::set<VariableId> mapping_;
    std::map<BlockId, std::vector<VariableId>> targets_;    // the inputs of blocks, as they were
    std::map<VariableId, std::vector<VariableId>> values_;  // for each name, its variable in the block
    bool needs_dict_ = false, changes_dict_ = false;
};

}  // namespace

FunctionGraph with_keywords(Program& program, const FunctionGraph& graph,
                            const std::vector<std::string>& names) {
    return Expansion(program, graph, names).run();
}

}  // namespace sapwood::annotation
