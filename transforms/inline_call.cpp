// Puts the body of a callee in the place of one call.
#include "transforms/inline_call.h"

#include <map>

#include "transforms/effects.h"
#include "transforms/exception_classes.h"
#include "transforms/rewrite.h"

namespace sapwood {
namespace {

struct Inliner {
    Program& program;
    FunctionGraph& caller;
    const std::vector<char>& raising;
    const FunctionGraph& callee;
    Operation call;
    Link normal;                           // where the caller goes on; may use call.result
    std::vector<Link> handlers;            // and where when the callee raises
    std::vector<VariableId> carried = {};  // the caller's variables that `normal` and `handlers` need
    std::map<BlockId, BlockId> blocks = {};
    std::map<VariableId, VariableId> variables = {};
    std::map<BlockId, Substitution> carried_in = {};  // by new block: the carried variables as its inputs
    struct Frames {
        Location call;                           // of the callee's frame
        bool outermost = false;                  // the callee handles what passes
        std::map<ScopeId, ScopeId> scopes = {};  // the callee's and what became of them
        ScopeId own = {};
    };
    Frames open{call.location};  // of what may leave the callee: the caller's frame follows
    Frames closed{{}, true};     // of what the callee handles: its traceback ends with the callee's frame

    // ---- Places

    Location place(Location location, Frames& frames) {
        if (location.scope.valid()) {
            location.scope = copy_scope(location.scope, frames);
            return location;
        }
        if (!callee.has_frame()) return frames.call;
        if (!location.known()) return {};
        if (!frames.own.valid())
            frames.own = program.scopes.add({callee.frame_name(), frames.call, frames.outermost});
        location.scope = frames.own;
        return location;
    }

    ScopeId copy_scope(ScopeId old, Frames& frames) {
        auto found = frames.scopes.find(old);
        if (found != frames.scopes.end()) return found->second;
        InlineScope scope = program.scopes[old];
        if (!scope.outermost) {
            scope.call = place(scope.call, frames);
            scope.outermost = frames.outermost && !scope.call.known();
        }
        ScopeId copy = program.scopes.add(std::move(scope));
        frames.scopes.emplace(old, copy);
        return copy;
    }

    // ---- Copies

    VariableId copy(VariableId old) {
        auto found = variables.find(old);
        if (found != variables.end()) return found->second;
        const Variable& variable = callee.variables[old];
        VariableId fresh = caller.new_variable(variable.name, variable.type);
        variables.emplace(old, fresh);
        return fresh;
    }

    Value copy(Value value) { return value.is_variable() ? Value(copy(value.variable())) : value; }

    void find_carried() {
        auto add = [&](const Link& link) {
            for (Value arg : link.args) {
                if (!arg.is_variable() || arg == Value(call.result) || arg == Value(link.exception)) continue;
                if (std::find(carried.begin(), carried.end(), arg.variable()) == carried.end())
                    carried.push_back(arg.variable());
            }
        };
        add(normal);
        for (const Link& handler : handlers) add(handler);
    }

    // Gives a new block inputs for what is carried through.
    void add_carried_inputs(BlockId block) {
        Substitution& here = carried_in[block];
        for (VariableId variable : carried) {
            VariableId input =
                caller.new_variable(caller.variables[variable].name, caller.variables[variable].type);
            caller.blocks[block].inputs.push_back(input);
            here.emplace(variable, input);
        }
    }

    void append_carried(std::vector<Value>& args, BlockId from) {
        for (VariableId variable : carried) args.push_back(carried_in.at(from).at(variable));
    }

    // A link of the caller as it leaves a new block: `replaced` is the call's result or the exception.
    Link leave(const Link& link, BlockId from, VariableId replaced, Value by) {
        Link result = link_to(link.target, {}, link.location);
        for (Value arg : link.args) {
            if (arg.is_variable()) {
                if (arg == Value(replaced))
                    arg = by;
                else
                    arg = carried_in.at(from).at(arg.variable());
            }
            result.args.push_back(arg);
        }
        return result;
    }

    // A value of the callee as the caller's type: instances are known by their base class there.
    Value converted(BlockId block, Value value, LLTypeId type) {
        if (!type.valid() || type_of(program, caller, value) == type || type == kVoid) return value;
        return append(caller, block, Op::cast_pointer, {value}, type);
    }

    LLTypeId exception_type() const {
        LLTypeId type = caller.variables[caller.blocks[caller.excepts].inputs[0]].type;
        return type.valid() ? type : callee.variables[callee.blocks[callee.excepts].inputs[0]].type;
    }

    // ---- Blocks

    void copy_block(BlockId old_id) {
        BlockId id = blocks.at(old_id);
        const Block& old = callee.blocks[old_id];
        bool handles = catches_everything(program, old);
        for (const Operation& operation : old.operations) {
            bool last = &operation == &old.operations.back();
            bool handled = operation.op == Op::exc_passes || (handles && last);
            Operation copied = operation;
            for (Value& arg : copied.args) arg = copy(arg);
            copied.result = copy(operation.result);
            copied.location = place(operation.location, handled ? closed : open);
            caller.blocks[id].operations.push_back(std::move(copied));
        }
        caller.blocks[id].exit = old.exit;
        caller.blocks[id].condition = old.condition.valid() ? copy(old.condition) : old.condition;
        for (const Link& link : old.links) copy_link(id, link);
    }

    void copy_link(BlockId from, const Link& old) {
        Link link;
        link.exit_case = old.exit_case;
        if (old.exception.valid()) link.exception = copy(old.exception);
        link.location = place(old.location, open);
        std::vector<Value> args;
        for (Value arg : old.args) args.push_back(copy(arg));
        if (old.target == callee.returns) {
            Value result = args[0];
            if (type_of(program, caller, result) != caller.variables[call.result].type) {
                link.target = cast_block(from, result, link, args);
            } else {
                Link left = leave(normal, from, call.result, result);
                link.target = left.target;
                args = std::move(left.args);
            }
        } else if (old.target == callee.excepts) {
            // What the callee raises again has its places there already, but not the caller's.
            if (!link.location.known()) link.location = call.location;
            link.target = raise_block(args[0], link);
            append_carried(args, from);
            link.location = {};
        } else {
            link.target = blocks.at(old.target);
            append_carried(args, from);
        }
        link.args = std::move(args);
        caller.blocks[from].links.push_back(std::move(link));
    }

    // A block that converts the result on the way out.
    BlockId cast_block(BlockId from, Value result, const Link&, std::vector<Value>& args) {
        BlockId block = caller.new_block("cast");
        VariableId input = caller.new_variable("", type_of(program, caller, result));
        caller.blocks[block].inputs.push_back(input);
        add_carried_inputs(block);
        Value cast = converted(block, input, caller.variables[call.result].type);
        caller.blocks[block].exit = ExitKind::jump;
        caller.blocks[block].links = {leave(normal, block, call.result, cast)};
        args = {result};
        append_carried(args, from);
        return block;
    }

    // A block that takes an exception of the callee to the first of the caller's handlers that matches, or
    // out.
    BlockId raise_block(Value exception, const Link& raise) {
        BlockId block = caller.new_block("raise");
        VariableId input = caller.new_variable("exception", type_of(program, caller, exception));
        caller.blocks[block].inputs.push_back(input);
        add_carried_inputs(block);
        BlockId first = block;
        for (const Link& handler : handlers) {
            ExceptionRange range = exception_range(program, handler.exit_case);
            Value instance = converted(block, input, caller.variables[handler.exception].type);
            Link taken = leave(handler, block, handler.exception, instance);
            if (range.everything) {
                if (raise.location.known())
                    append(caller, block, Op::exc_passes, {input}, kVoid, raise.location);
                caller.blocks[block].exit = ExitKind::jump;
                caller.blocks[block].links = {std::move(taken)};
                return first;
            }
            Value matches = append_class_test(program, caller, block, instance, range);
            BlockId next = caller.new_block("not_matched");
            std::vector<Value> passed = {input};
            append_carried(passed, block);
            VariableId next_input = caller.new_variable("exception", caller.variables[input].type);
            caller.blocks[next].inputs.push_back(next_input);
            add_carried_inputs(next);
            caller.blocks[block].exit = ExitKind::branch;
            caller.blocks[block].condition = matches;
            caller.blocks[block].links = {std::move(taken), link_to(next, std::move(passed))};
            block = next;
            input = next_input;
        }
        Value instance = converted(block, input, exception_type());
        caller.blocks[block].exit = ExitKind::jump;
        caller.blocks[block].links = {link_to(caller.excepts, {instance}, raise.location)};
        return first;
    }

    // The caller's handlers catch what operations of the callee raise.
    void add_handlers(BlockId id) {
        for (size_t i = 0; i < caller.blocks[id].operations.size(); i++) {
            if (!can_raise(program, raising, caller.blocks[id].operations[i])) continue;
            bool last = i + 1 == caller.blocks[id].operations.size();
            if (last && caller.blocks[id].exit == ExitKind::raising) {
                append_handlers(id);
                return;
            }
            BlockId rest = split_block(caller, id, i + 1);
            // The rest needs the carried variables for its own handlers.
            Substitution& here = carried_in[rest];
            for (VariableId variable : carried) {
                VariableId input =
                    caller.new_variable(caller.variables[variable].name, caller.variables[variable].type);
                caller.blocks[rest].inputs.push_back(input);
                caller.blocks[id].links[0].args.push_back(carried_in.at(id).at(variable));
                here.emplace(variable, input);
            }
            caller.blocks[id].exit = ExitKind::raising;
            append_handlers(id);
            id = rest;
            i = static_cast<size_t>(-1);
        }
    }

    void append_handlers(BlockId id) {
        for (const Link& link : caller.blocks[id].links)
            if (link.exception.valid() && exception_range(program, link.exit_case).everything) return;
        for (const Link& handler : handlers) {
            VariableId exception = caller.new_variable(caller.variables[handler.exception].name,
                                                       caller.variables[handler.exception].type);
            Link link = leave(handler, id, handler.exception, exception);
            link.exit_case = handler.exit_case;
            link.exception = exception;
            caller.blocks[id].links.push_back(std::move(link));
        }
    }

    void run(BlockId block) {
        find_carried();
        std::vector<BlockId> order = callee.reachable_blocks();
        std::erase_if(order, [&](BlockId id) { return id == callee.returns || id == callee.excepts; });
        for (BlockId id : order) {
            BlockId fresh = caller.new_block(id == callee.start ? callee.name : callee.blocks[id].name);
            blocks.emplace(id, fresh);
            for (VariableId input : callee.blocks[id].inputs) {
                VariableId fresh_input = copy(input);
                caller.blocks[fresh].inputs.push_back(fresh_input);
            }
            add_carried_inputs(fresh);
        }
        for (BlockId id : order) copy_block(id);
        if (!handlers.empty())
            for (BlockId id : order) add_handlers(blocks.at(id));

        std::vector<Value> args;
        for (size_t i = 1; i < call.args.size(); i++) {
            LLTypeId type = callee.variables[callee.parameters()[i - 1]].type;
            args.push_back(converted(block, call.args[i], type));
        }
        for (VariableId variable : carried) args.push_back(variable);
        caller.blocks[block].exit = ExitKind::jump;
        caller.blocks[block].condition = {};
        caller.blocks[block].links = {link_to(blocks.at(callee.start), std::move(args))};
    }
};

}  // namespace

void inline_call(Program& program, FunctionGraph& caller, BlockId block, size_t index,
                 const std::vector<char>& raising) {
    Operation call = caller.blocks[block].operations[index];
    CHECK(call.op == Op::direct_call, "only direct calls are inlined");
    bool last = index + 1 == caller.blocks[block].operations.size();
    std::vector<Link> handlers;
    if (last && caller.blocks[block].exit == ExitKind::raising) {
        std::vector<Link>& links = caller.blocks[block].links;
        handlers.assign(links.begin() + 1, links.end());
        links.resize(1);
    } else {
        split_block(caller, block, index + 1);
    }
    caller.blocks[block].operations.pop_back();
    Link normal = caller.blocks[block].links[0];
    const FunctionGraph& callee = program.graph(program.constants[call.args[0].constant()].graph);
    Inliner inliner{
        program, caller, raising, callee, std::move(call), std::move(normal), std::move(handlers)};
    inliner.run(block);
}

}  // namespace sapwood
