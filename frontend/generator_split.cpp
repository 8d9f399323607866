// The body of a generator as a state machine; see generators.h.
#include <algorithm>
#include <map>
#include <set>

#include "flowgraph/builder.h"
#include "frontend/generators.h"

namespace sapwood {

namespace {

class Splitter {
  public:
    Splitter(Program& program, FunctionGraph& graph) : graph_(graph), builder_(program, graph) {}

    void run() {
        std::vector<BlockId> starts = {load_arguments()};
        // Blocks behind a yield are new ones, and may hold further yields.
        for (uint32_t i = 0; i < graph_.blocks.size(); i++) {
            BlockId block(i);
            const std::vector<Operation>& operations = graph_.blocks[block].operations;
            auto found = std::ranges::find(operations, Op::yield_, &Operation::op);
            if (found == operations.end()) continue;
            starts.push_back(split(block, static_cast<size_t>(found - operations.begin()), starts.size()));
        }
        dispatch(starts);
    }

  private:
    Value text(const std::string& name) { return builder_.program.constants.str(name); }
    Value number(int64_t value) { return builder_.program.constants.integer(value); }

    // A block that goes on in a generator, its one input.
    std::pair<BlockId, VariableId> new_entry(const std::string& name) {
        BlockId block = graph_.new_block(name);
        VariableId generator = graph_.new_variable("generator");
        graph_.blocks[block].inputs.push_back(generator);
        return {block, generator};
    }

    void set_running(VariableId generator) {
        builder_.op(Op::frame_save, {generator, text("state"), number(kGeneratorRunning)});
    }

    BlockId load_arguments() {
        BlockId body = graph_.start;
        auto [block, generator] = new_entry("begin");
        builder_.position_at(block);
        set_running(generator);
        std::vector<Value> args = {generator};
        const std::vector<VariableId> inputs = graph_.blocks[body].inputs;
        for (size_t i = 1; i < inputs.size(); i++) {
            const std::string name = graph_.variables[inputs[i]].name;
            args.push_back(
                builder_.op(Op::frame_load, {generator, text(argument_attribute(i - 1, name))}, {}, name));
        }
        builder_.jump(body, std::move(args));
        return block;
    }

    // Ends a block at its first yield; what comes behind goes on in a new block, which is the result.
    BlockId split(BlockId id, size_t at, size_t state) {
        Operation yield = graph_.blocks[id].operations[at];
        Block behind = cut(graph_.blocks[id], at);
        Value self = yield.args[0];
        auto [rest, generator] = new_entry("resume");
        builder_.position_at(rest);
        set_running(generator);
        std::map<VariableId, Value> now = {{self.variable(), generator}};
        Value none = builder_.program.constants.none();
        now[yield.result] = builder_.op(Op::frame_load, {generator, text("sent")}, {}, "sent");
        builder_.op(Op::frame_save, {generator, text("sent"), none});
        std::vector<std::pair<std::string, VariableId>> saved;
        for (VariableId variable : used_from_outside(behind)) {
            if (now.contains(variable)) continue;
            const std::string name = graph_.variables[variable].name;
            saved.emplace_back(fmt::format("{}_{}_{}", name.empty() ? "value" : name, state, saved.size()),
                               variable);
            now[variable] = builder_.op(Op::frame_load, {generator, text(saved.back().first)}, {}, name);
        }
        replace(behind, now);
        Block& resumed = graph_.blocks[rest];
        resumed.operations.insert(resumed.operations.end(), behind.operations.begin(),
                                  behind.operations.end());
        resumed.exit = behind.exit;
        resumed.condition = behind.condition;
        resumed.links = std::move(behind.links);

        builder_.position_at(id);
        for (const auto& [name, variable] : saved) builder_.op(Op::frame_save, {self, text(name), variable});
        builder_.op(Op::frame_save, {self, text("state"), number(static_cast<int64_t>(state))});
        builder_.location = yield.location;
        builder_.return_(yield.args[1]);
        builder_.location = {};
        return rest;
    }

    template <class Function>
    static void for_each_operand(Block& block, Function function) {
        for (Operation& operation : block.operations)
            for (Value& arg : operation.args) function(arg);
        if (block.condition.valid()) function(block.condition);
        for (Link& link : block.links)
            for (Value& arg : link.args) function(arg);
    }

    // Takes what stands behind an operation, and the operation, out of a block.
    static Block cut(Block& block, size_t at) {
        Block behind;
        auto first = block.operations.begin() + static_cast<ptrdiff_t>(at);
        behind.operations.assign(first + 1, block.operations.end());
        behind.exit = block.exit;
        behind.condition = block.condition;
        behind.links = std::move(block.links);
        block.operations.resize(at);
        block.exit = ExitKind::none;
        block.condition = {};
        block.links.clear();
        return behind;
    }

    // The variables that a part of a block uses and does not define, in order of appearance.
    static std::vector<VariableId> used_from_outside(Block& block) {
        std::set<VariableId> known;
        std::vector<VariableId> result;
        for (const Operation& operation : block.operations) known.insert(operation.result);
        for (const Link& link : block.links)
            if (link.exception.valid()) known.insert(link.exception);
        for_each_operand(block, [&](Value value) {
            if (value.valid() && value.is_variable() && known.insert(value.variable()).second)
                result.push_back(value.variable());
        });
        return result;
    }

    static void replace(Block& block, const std::map<VariableId, Value>& now) {
        for_each_operand(block, [&](Value& value) {
            if (!value.valid() || !value.is_variable()) return;
            auto found = now.find(value.variable());
            if (found != now.end()) value = found->second;
        });
    }

    void dispatch(const std::vector<BlockId>& starts) {
        auto [first, generator] = new_entry("");
        graph_.start = first;
        builder_.position_at(first);
        VariableId state = builder_.op(Op::frame_load, {generator, text("state")}, {}, "state");
        auto on_state = [&](int64_t wanted, BlockId target, std::vector<Value> args) {
            VariableId here = builder_.op(Op::eq, {state, number(wanted)});
            BlockId other = graph_.new_block("");
            builder_.branch(here, target, std::move(args), other, {});
            builder_.position_at(other);
        };
        // Going on is what happens most.
        for (size_t i = 1; i < starts.size(); i++) on_state(static_cast<int64_t>(i), starts[i], {generator});
        on_state(0, starts[0], {generator});
        BlockId finished = graph_.new_block("finished");
        on_state(kGeneratorFinished, finished, {});
        raise("ValueError", "generator already executing");
        builder_.position_at(finished);
        raise("StopIteration", "");
    }

    void raise(const char* class_name, const std::string& message);

    FunctionGraph& graph_;
    GraphBuilder builder_;
};

void Splitter::raise(const char* class_name, const std::string& message) {
    ConstantTable& constants = builder_.program.constants;
    Value class_ = constants.object(builder_.program.host.classes.at(class_name));
    std::vector<Value> call = {class_};
    if (!message.empty()) call.push_back(text(message));
    VariableId made = builder_.op(Op::simple_call, std::move(call));
    builder_.raise(builder_.op(Op::exc_instance, {made}));
}

}  // namespace

std::string argument_attribute(size_t index, const std::string& name) {
    return fmt::format("argument_{}_{}", index, name);
}

void split_at_yields(Program& program, FunctionGraph& graph) {
    Splitter(program, graph).run();
}

}  // namespace sapwood
