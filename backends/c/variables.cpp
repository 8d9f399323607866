// Decides which C variable holds each graph variable.
#include "backends/c/variables.h"

#include <algorithm>

#include "backends/c/names.h"
#include "flowgraph/leaf.h"
#include "flowgraph/text_names.h"

namespace sapwood {
namespace {

constexpr uint32_t kMaxSharing =
    12000;                      // beyond this many variables, none share: the table would be too large
constexpr int kMaxFolding = 4;  // operations printed inside one another

// Where an operation's result is defined.
struct Definition {
    BlockId block;
    int operation = -1;  // -1: an input
};

class BitSet {
  public:
    explicit BitSet(size_t size = 0) : words_((size + 63) / 64) {}
    bool test(size_t i) const { return (words_[i / 64] >> (i % 64)) & 1; }
    void set(size_t i) { words_[i / 64] |= uint64_t{1} << (i % 64); }
    void reset(size_t i) { words_[i / 64] &= ~(uint64_t{1} << (i % 64)); }
    // true if something was added
    bool add(const BitSet& other) {
        uint64_t added = 0;
        for (size_t i = 0; i < words_.size(); i++) {
            added |= other.words_[i] & ~words_[i];
            words_[i] |= other.words_[i];
        }
        return added != 0;
    }
    template <class F>
    void each(F&& use) const {
        for (size_t i = 0; i < words_.size(); i++)
            for (uint64_t word = words_[i]; word != 0; word &= word - 1)
                use(i * 64 + static_cast<size_t>(__builtin_ctzll(word)));
    }

  private:
    std::vector<uint64_t> words_;
};

bool is_overflow_test(Op op) {
    return op == Op::int_add_overflows || op == Op::int_sub_overflows || op == Op::int_mul_overflows;
}

Op wrapping_twin(Op overflows) {
    return overflows == Op::int_add_overflows   ? Op::int_add
           : overflows == Op::int_sub_overflows ? Op::int_sub
                                                : Op::int_mul;
}

struct Planner {
    const Program& program;
    const FunctionGraph& graph;
    const Cfg& cfg;
    VariablePlan plan;
    std::vector<Definition> definitions;
    std::vector<int> uses;  // by VariableId, of needed readers

    Planner(const Program& p, const FunctionGraph& g, const Cfg& c) : program(p), graph(g), cfg(c) {
        size_t count = graph.variables.size();
        for (uint32_t i = 0; i < count; i++) {
            plan.resolved.push_back(VariableId(i));
            plan.home.push_back(VariableId(i));
        }
        plan.needed.assign(count, 0);
        plan.folded.assign(count, 0);
        plan.fused.assign(count, 0);
        plan.declared_at_definition.assign(count, 0);
        plan.names.resize(count);
        definitions.resize(count);
        uses.assign(count, 0);
        for (BlockId id : cfg.order) {
            const Block& block = graph.blocks[id];
            for (VariableId input : block.inputs) definitions[input.index] = {id, -1};
            for (size_t i = 0; i < block.operations.size(); i++)
                definitions[block.operations[i].result.index] = {id, static_cast<int>(i)};
        }
    }

    Value resolve(Value value) const {
        while (value.is_variable() && plan.resolved[value.variable().index] != value)
            value = plan.resolved[value.variable().index];
        return value;
    }

    void resolve_copies() {
        for (BlockId id : cfg.order)
            for (const Operation& operation : graph.blocks[id].operations)
                if (operation.op == Op::same_as) plan.resolved[operation.result.index] = operation.args[0];
        // args[b][i]: what input i of block b receives
        std::vector<std::vector<std::vector<Value>>> received(graph.blocks.size());
        for (BlockId id : cfg.order) received[id.index].resize(graph.blocks[id].inputs.size());
        for (BlockId id : cfg.order)
            for (const Link& link : graph.blocks[id].links)
                for (size_t i = 0; i < link.args.size(); i++)
                    received[link.target.index][i].push_back(link.args[i]);
        for (bool changed = true; changed;) {
            changed = false;
            for (BlockId id : cfg.order) {
                if (id == graph.start || id == graph.returns) continue;
                const Block& block = graph.blocks[id];
                for (size_t i = 0; i < block.inputs.size(); i++) {
                    VariableId input = block.inputs[i];
                    if (plan.resolved[input.index] != Value(input)) continue;
                    Value only;
                    bool one = true;
                    for (Value arg : received[id.index][i]) {
                        Value value = resolve(arg);
                        if (value == Value(input) || value == only) continue;
                        if (only.valid()) {
                            one = false;
                            break;
                        }
                        only = value;
                    }
                    if (!one || !only.valid()) continue;
                    plan.resolved[input.index] = only;
                    changed = true;
                }
            }
        }
        for (Value& value : plan.resolved) value = resolve(value);
    }

    bool is_void(Value value) const { return type_of(program, graph, value) == kVoid; }

    void mark_needed() {
        std::vector<VariableId> work;
        auto need = [&](Value value) {
            value = plan.resolve(value);
            if (!value.is_variable() || is_void(value)) return;
            uses[value.variable().index]++;
            if (plan.needed[value.variable().index]) return;
            plan.needed[value.variable().index] = 1;
            work.push_back(value.variable());
        };
        // args that input i of a block receives are needed when the input is
        std::vector<std::vector<Value>> args_of_input(graph.variables.size());
        for (BlockId id : cfg.order) {
            const Block& block = graph.blocks[id];
            for (const Link& link : block.links)
                for (size_t i = 0; i < link.args.size(); i++) {
                    if (link.target == graph.returns)
                        need(link.args[i]);
                    else
                        args_of_input[graph.blocks[link.target].inputs[i].index].push_back(link.args[i]);
                }
            if (block.condition.valid()) need(block.condition);
            for (const Operation& operation : block.operations)
                if (has_effect(program, operation))
                    for (Value arg : operation.args) need(arg);
        }
        while (!work.empty()) {
            VariableId variable = work.back();
            work.pop_back();
            Definition definition = definitions[variable.index];
            if (definition.operation < 0) {
                for (Value arg : args_of_input[variable.index]) need(arg);
                continue;
            }
            const Operation& operation =
                graph.blocks[definition.block].operations[static_cast<size_t>(definition.operation)];
            if (!has_effect(program, operation))
                for (Value arg : operation.args) need(arg);
        }
    }

    bool printed(const Operation& operation) const {
        return operation.op != Op::same_as &&
               (has_effect(program, operation) || plan.needed[operation.result.index]);
    }

    // Pairs of an overflow test and its operation, with the same operands, right after one another.
    void fuse_overflows() {
        for (BlockId id : cfg.order) {
            const auto& operations = graph.blocks[id].operations;
            for (size_t i = 0; i + 1 < operations.size(); i++) {
                const Operation &test = operations[i], &twin = operations[i + 1];
                if (!is_overflow_test(test.op) || twin.op != wrapping_twin(test.op)) continue;
                if (!plan.needed[test.result.index] || !plan.needed[twin.result.index]) continue;
                if (plan.resolve(test.args[0]) != plan.resolve(twin.args[0]) ||
                    plan.resolve(test.args[1]) != plan.resolve(twin.args[1]))
                    continue;
                plan.fused[test.result.index] = 1;
            }
        }
    }

    // Folds results into their one reader, if it stands in the same block and no store comes between.
    void fold() {
        std::vector<int> reader(graph.variables.size()), depth(graph.variables.size(), 0);
        for (BlockId id : cfg.order) {
            const Block& block = graph.blocks[id];
            int count = static_cast<int>(block.operations.size());
            // position at which each operation's text is evaluated
            std::vector<int> position(block.operations.size() + 1);
            auto read_by = [&](Value value, int at) {
                value = plan.resolve(value);
                if (value.is_variable()) reader[value.variable().index] = at;
            };
            for (const Operation& operation : block.operations) reader[operation.result.index] = -1;
            for (int i = 0; i < count; i++) {
                const Operation& operation = block.operations[static_cast<size_t>(i)];
                if (!printed(operation)) continue;
                for (Value arg : operation.args) read_by(arg, i);
            }
            if (block.condition.valid()) read_by(block.condition, count);
            if (block.exit == ExitKind::jump && block.links[0].target == graph.returns)
                for (Value arg : block.links[0].args) read_by(arg, count);
            position[static_cast<size_t>(count)] = count;
            for (int i = count - 1; i >= 0; i--) {
                const Operation& operation = block.operations[static_cast<size_t>(i)];
                position[static_cast<size_t>(i)] = i;
                VariableId result = operation.result;
                int use = reader[result.index];
                if (use < 0 || uses[result.index] != 1 || !foldable(operation, block, i, use)) continue;
                int inside = use < count ? depth[block.operations[static_cast<size_t>(use)].result.index] : 0;
                bool reader_folded =
                    use < count && plan.folded[block.operations[static_cast<size_t>(use)].result.index];
                int my_depth = reader_folded ? inside + 1 : 1;
                if (my_depth > kMaxFolding) continue;
                int at = position[static_cast<size_t>(use)];
                if (op_info(operation.op).has(effect::reads) && writes_between(block, i + 1, at)) continue;
                plan.folded[result.index] = 1;
                depth[result.index] = my_depth;
                position[static_cast<size_t>(i)] = at;
            }
        }
    }

    bool foldable(const Operation& operation, const Block& block, int i, int use) const {
        if (has_effect(program, operation)) return false;
        if (op_info(operation.op).has(effect::allocs)) return false;
        if (operation.op == Op::leaf_call) return false;
        if (plan.fused[operation.result.index])  // only as the condition right after the pair
            return i + 2 == static_cast<int>(block.operations.size()) && use == i + 2;
        if (i > 0 && plan.fused[block.operations[static_cast<size_t>(i) - 1].result.index]) return false;
        if (use < static_cast<int>(block.operations.size())) {
            const Operation& reader = block.operations[static_cast<size_t>(use)];
            if (plan.fused[reader.result.index])
                return false;                              // its operands are printed twice by readers' eyes
            if (reader.op == Op::leaf_call) return false;  // Text operands are printed twice
            bool moves =
                reader.op == Op::copy_items || reader.op == Op::clear_items || reader.op == Op::compare_items;
            if (moves) return false;
        }
        return true;
    }

    bool writes_between(const Block& block, int from, int to) const {
        for (int i = from; i < to && i < static_cast<int>(block.operations.size()); i++) {
            const Operation& operation = block.operations[static_cast<size_t>(i)];
            if (has_effect(program, operation)) return true;
        }
        return false;
    }

    // ---- Sharing

    std::vector<uint32_t> index_of;  // by VariableId: number among candidates, or UINT32_MAX
    std::vector<VariableId> candidates;
    std::vector<BitSet> conflicts;

    bool is_candidate(VariableId variable) const {
        return plan.resolved[variable.index] == Value(variable) && plan.needed[variable.index] &&
               !plan.folded[variable.index] && !is_void(variable);
    }

    template <class F>
    void each_read(Value value, F&& use) const {
        value = plan.resolve(value);
        if (!value.is_variable()) return;
        VariableId variable = value.variable();
        if (!plan.folded[variable.index]) {
            if (index_of[variable.index] != UINT32_MAX) use(index_of[variable.index]);
            return;
        }
        if (plan.fused[variable.index]) return;  // the operation behind the test reads the same
        Definition definition = definitions[variable.index];
        for (Value arg :
             graph.blocks[definition.block].operations[static_cast<size_t>(definition.operation)].args)
            each_read(arg, use);
    }

    // Reads of a block's exit: condition, and link args that are needed.
    template <class F>
    void each_exit_read(const Block& block, F&& use) const {
        if (block.condition.valid()) each_read(block.condition, use);
        for (const Link& link : block.links)
            for (size_t i = 0; i < link.args.size(); i++) {
                VariableId input = graph.blocks[link.target].inputs[i];
                if (link.target == graph.returns || is_candidate(input)) each_read(link.args[i], use);
            }
    }

    void share() {
        index_of.assign(graph.variables.size(), UINT32_MAX);
        for (BlockId id : cfg.order) {
            const Block& block = graph.blocks[id];
            auto add = [&](VariableId variable) {
                if (!is_candidate(variable)) return;
                index_of[variable.index] = static_cast<uint32_t>(candidates.size());
                candidates.push_back(variable);
            };
            for (VariableId input : block.inputs) add(input);
            for (const Operation& operation : block.operations) add(operation.result);
        }
        if (candidates.size() > kMaxSharing) return;
        find_conflicts();
        for (bool same_name : {true, false})
            for (BlockId id : cfg.order)
                for (const Link& link : graph.blocks[id].links)
                    for (size_t i = 0; i < link.args.size(); i++)
                        try_share(graph.blocks[link.target].inputs[i], plan.resolve(link.args[i]), same_name);
        for (VariableId variable : candidates) plan.home[variable.index] = home_of(variable);
    }

    VariableId home_of(VariableId variable) const {
        while (plan.home[variable.index] != variable) variable = plan.home[variable.index];
        return variable;
    }

    void find_conflicts() {
        size_t count = candidates.size();
        std::vector<BitSet> live_in(graph.blocks.size(), BitSet(count));
        auto live_out = [&](BlockId id) {
            BitSet live(count);
            for (const Link& link : graph.blocks[id].links) {
                BitSet after = live_in[link.target.index];
                for (VariableId input : graph.blocks[link.target].inputs)
                    if (index_of[input.index] != UINT32_MAX) after.reset(index_of[input.index]);
                live.add(after);
            }
            each_exit_read(graph.blocks[id], [&](uint32_t read) { live.set(read); });
            return live;
        };
        // Walks the block backwards; define(i, live) sees what lives across each definition.
        auto walk = [&](BlockId id, BitSet& live, auto&& define) {
            const auto& operations = graph.blocks[id].operations;
            for (size_t k = operations.size(); k-- > 0;) {
                const Operation& operation = operations[k];
                uint32_t result = index_of[operation.result.index];
                if (result != UINT32_MAX) {
                    live.reset(result);
                    define(result, live);
                }
                if (!printed(operation) || plan.folded[operation.result.index]) continue;
                for (Value arg : operation.args) each_read(arg, [&](uint32_t read) { live.set(read); });
            }
        };
        for (bool changed = true; changed;) {
            changed = false;
            for (size_t k = cfg.order.size(); k-- > 0;) {
                BlockId id = cfg.order[k];
                BitSet live = live_out(id);
                walk(id, live, [](uint32_t, const BitSet&) {});
                changed |= live_in[id.index].add(live);
            }
        }
        conflicts.assign(count, BitSet(count));
        auto conflict = [&](uint32_t a, const BitSet& live) {
            live.each([&](size_t b) {
                if (a == b) return;
                conflicts[a].set(b);
                conflicts[b].set(a);
            });
        };
        for (BlockId id : cfg.order) {
            BitSet live = live_out(id);
            walk(id, live, conflict);
            const Block& block = graph.blocks[id];
            for (VariableId input : block.inputs)
                if (index_of[input.index] != UINT32_MAX) live.set(index_of[input.index]);
            for (VariableId input : block.inputs)
                if (index_of[input.index] != UINT32_MAX) conflict(index_of[input.index], live);
        }
    }

    void try_share(VariableId input, Value arg, bool same_name) {
        if (!arg.is_variable() || index_of[input.index] == UINT32_MAX ||
            index_of[arg.variable().index] == UINT32_MAX)
            return;
        VariableId a = home_of(input), b = home_of(arg.variable());
        if (a == b) return;
        const Variable &va = graph.variables[a], &vb = graph.variables[b];
        std::string_view name_a = hint_of(va.name), name_b = hint_of(vb.name);
        bool names_differ = !name_a.empty() && !name_b.empty() && name_a != name_b;
        if (va.type != vb.type || names_differ || (same_name && name_a != name_b)) return;
        if (va.name.empty() && !vb.name.empty()) std::swap(a, b);
        uint32_t into = index_of[a.index], from = index_of[b.index];
        if (conflicts[into].test(from)) return;
        plan.home[b.index] = a;
        conflicts[into].add(conflicts[from]);
        conflicts[from].each([&](size_t other) { conflicts[other].set(into); });
    }

    // ---- Names and declarations

    void name_all() {
        NameSpace names;
        std::vector<char> done(graph.variables.size(), 0);
        for (VariableId variable : candidates) {
            VariableId home = plan.home[variable.index];
            if (done[home.index]) continue;
            done[home.index] = 1;
            const std::string& name = graph.variables[home].name;
            plan.names[home.index] = names.take(name.empty() ? "v" : c_identifier(hint_of(name)));
        }
    }

    // A variable with one definition, by an operation, whose readers all stand where the definition is
    // visible.
    void find_local_definitions() {
        std::vector<int> sharers(graph.variables.size(), 0);
        for (VariableId variable : candidates) sharers[plan.home[variable.index].index]++;
        std::vector<char> escapes(candidates.size(), 0);
        for (BlockId id : cfg.order) {
            const Block& block = graph.blocks[id];
            auto visit = [&](uint32_t read) {
                BlockId from = definitions[candidates[read].index].block;
                BlockId loop = cfg.loop[from.index];
                if (loop.valid() && !cfg.contains(loop, id)) escapes[read] = 1;
            };
            for (const Operation& operation : block.operations)
                if (printed(operation) && !plan.folded[operation.result.index])
                    for (Value arg : operation.args) each_read(arg, visit);
            each_exit_read(block, visit);
        }
        for (size_t i = 0; i < candidates.size(); i++) {
            VariableId variable = candidates[i];
            if (sharers[variable.index] != 1 || escapes[i] || plan.home[variable.index] != variable) continue;
            plan.declared_at_definition[variable.index] = definitions[variable.index].operation >= 0;
        }
    }
};

}  // namespace

bool has_effect(const Program& program, const Operation& operation) {
    if (operation.op == Op::leaf_call) {
        const LeafInfo* leaf = leaf_by_name(program.constants[operation.args[0].constant()].text);
        return leaf == nullptr || (leaf->effects & effect::writes) != 0;
    }
    return !removable(operation.op);
}

VariablePlan plan_variables(const Program& program, const FunctionGraph& graph, const Cfg& cfg) {
    Planner planner(program, graph, cfg);
    planner.resolve_copies();
    planner.mark_needed();
    planner.fuse_overflows();
    planner.fold();
    planner.share();
    planner.name_all();
    planner.find_local_definitions();
    return std::move(planner.plan);
}

}  // namespace sapwood
