// Turns exceptions into tests of the state: after an operation that can raise, one test of exc_occurred, and
// none after one that cannot.  Raising is exc_set and the return of a dummy value.  Cold exits record their
// place. Needs: phase Typed.  Leaves: phase Raised; no exceptional exits, no link to an except block; the
// entry prints what nobody caught and returns the exit status.
#include <set>

#include "flowgraph/exception_roots.h"
#include "transforms/effects.h"
#include "transforms/exception_classes.h"
#include "transforms/rewrite.h"
#include "transforms/transforms.h"

namespace sapwood {
namespace {

struct Transformer {
    Program& program;
    FunctionGraph& graph;
    const std::vector<char>& raising;
    size_t changes = 0;
    std::set<BlockId> cold_blocks;  // their calls are known to raise: no test follows

    Value call_root(const char* role, BlockId block, Location location) {
        auto root = program.roots.find(role);
        CHECK(root != program.roots.end(), "{} needs the root {}", graph.name, role);
        LLTypeId pointer = program.types.pointer_to(program.types.function({}, kVoid));
        Value callee = program.constants.function(root->second, pointer);
        return append(graph, block, Op::direct_call, {callee}, kVoid, location);
    }

    // Whether CPython's traceback would show the place: of a function of the program, with a known line.
    bool has_frame(Location location) const {
        return (graph.has_frame() || location.scope.valid()) && location.known();
    }

    void append_trace(BlockId block, Location location) {
        if (has_frame(location)) append(graph, block, Op::exc_trace, {}, kVoid, location);
    }

    void return_dummy(BlockId block) {
        graph.blocks[block].exit = ExitKind::jump;
        graph.blocks[block].condition = {};
        graph.blocks[block].links = {link_to(graph.returns, {dummy_result(program, graph)})};
    }

    // ---- Raising to a handler of the same function: only helpers have no frame to record

    void drop_unseen_passages(BlockId id) {
        changes += std::erase_if(graph.blocks[id].operations, [&](const Operation& operation) {
            return operation.op == Op::exc_passes && !has_frame(operation.location);
        });
    }

    // ---- Operations that raise

    void transform_block(BlockId id) {
        if (cold_blocks.contains(id)) return;
        for (size_t i = 0; i < graph.blocks[id].operations.size(); i++) {
            const Operation operation = graph.blocks[id].operations[i];
            if (!can_raise(program, raising, operation)) continue;
            changes++;
            bool last = i + 1 == graph.blocks[id].operations.size();
            std::vector<Link> handlers;
            if (last && graph.blocks[id].exit == ExitKind::raising) {
                handlers = drop_handlers(id);
            } else if (!last || graph.blocks[id].exit != ExitKind::jump) {
                split_block(graph, id, i + 1);
            }
            Link normal = graph.blocks[id].links[0];
            Link cold = cold_block(operation, handlers);
            graph.blocks[id].condition = replace_by_test(id, operation);
            graph.blocks[id].exit = ExitKind::branch;
            graph.blocks[id].links = {std::move(cold), std::move(normal)};
            return;  // what followed is a block of its own now, and comes later
        }
        if (graph.blocks[id].exit == ExitKind::raising) drop_handlers(id);
    }

    // Makes the exit a jump to where the operation goes when it does not raise; returns the exceptional
    // links.
    std::vector<Link> drop_handlers(BlockId id) {
        Block& block = graph.blocks[id];
        std::vector<Link> handlers(block.links.begin() + 1, block.links.end());
        block.links.resize(1);
        block.exit = ExitKind::jump;
        return handlers;
    }

    // Puts the test in the place of the operation, which is the block's last one, or behind it.
    Value replace_by_test(BlockId id, const Operation& operation) {
        auto twin = [&](Op test, Op wrapping) {
            graph.blocks[id].operations.pop_back();
            VariableId overflows = append(graph, id, test, operation.args, kBool, operation.location);
            graph.blocks[id].operations.push_back(
                {wrapping, operation.args, operation.result, operation.location});
            return Value(overflows);
        };
        switch (operation.op) {
            case Op::int_add_ovf: return twin(Op::int_add_overflows, Op::int_add);
            case Op::int_sub_ovf: return twin(Op::int_sub_overflows, Op::int_sub);
            case Op::int_mul_ovf: return twin(Op::int_mul_overflows, Op::int_mul);
            case Op::stack_check:
                graph.blocks[id].operations.pop_back();
                return append(graph, id, Op::stack_exhausted, {}, kBool, operation.location);
            case Op::malloc_varsize:
                return append(graph, id, Op::ptr_iszero, {operation.result}, kBool, operation.location);
            default: return append(graph, id, Op::exc_occurred, {}, kBool, operation.location);
        }
    }

    // Raises what a failed check stands for; calls have raised already.
    void raise_failed_check(BlockId block, const Operation& operation) {
        switch (operation.op) {
            case Op::int_add_ovf:
            case Op::int_sub_ovf:
            case Op::int_mul_ovf: call_root(roots::kRaiseOverflow, block, operation.location); return;
            case Op::stack_check: call_root(roots::kRaiseRecursion, block, operation.location); return;
            case Op::malloc_varsize: call_root(roots::kRaiseMemory, block, operation.location); return;
            default: return;
        }
    }

    // Where control goes when the operation has raised.
    Link cold_block(const Operation& operation, const std::vector<Link>& handlers) {
        BlockId block = graph.new_block("raised");
        cold_blocks.insert(block);
        raise_failed_check(block, operation);
        append_trace(block, operation.location);
        bool nothing_to_do = graph.blocks[block].operations.empty();
        if (handlers.empty()) {
            if (nothing_to_do) return link_to(graph.returns, {dummy_result(program, graph)});
            return_dummy(block);
            return link_to(block, {});
        }
        return handle(block, handlers);
    }

    // Takes the exception and finds the first handler whose class matches.
    Link handle(BlockId block, const std::vector<Link>& handlers) {
        // All variables that handlers receive come into the first block and are passed on from test to test.
        std::vector<Value> outside;
        Substitution inside;
        for (const Link& handler : handlers)
            for (Value arg : handler.args) {
                if (!arg.is_variable() || arg == Value(handler.exception) || inside.contains(arg.variable()))
                    continue;
                outside.push_back(arg);
                inside.emplace(arg.variable(), copy_as_input(block, arg.variable()));
            }
        VariableId exception =
            append(graph, block, Op::exc_fetch, {}, graph.variables[handlers[0].exception].type);
        graph.variables[exception].name = graph.variables[handlers[0].exception].name;
        BlockId first = block;
        for (const Link& handler : handlers) {
            Link taken = link_to(handler.target, handler.args, handler.location);
            for (Value& arg : taken.args) {
                if (!arg.is_variable()) continue;
                arg = arg == Value(handler.exception) ? Value(exception) : inside.at(arg.variable());
            }
            ExceptionRange range = exception_range(program, handler.exit_case);
            if (range.everything) {
                graph.blocks[block].exit = ExitKind::jump;
                graph.blocks[block].links = {std::move(taken)};
                return link_to(first, std::move(outside));
            }
            Value matches = append_class_test(program, graph, block, exception, range);
            BlockId next = graph.new_block("not_matched");
            std::vector<Value> passed = {exception};
            VariableId next_exception = copy_as_input(next, exception);
            for (auto& [variable, here] : inside) {
                passed.push_back(here);
                here = copy_as_input(next, here.variable());
            }
            graph.blocks[block].condition = matches;
            graph.blocks[block].exit = ExitKind::branch;
            graph.blocks[block].links = {std::move(taken), link_to(next, std::move(passed))};
            block = next;
            exception = next_exception;
        }
        append(graph, block, Op::exc_set, {exception}, kVoid);
        return_dummy(block);
        return link_to(first, std::move(outside));
    }

    VariableId copy_as_input(BlockId block, VariableId variable) {
        VariableId input = graph.new_variable(graph.variables[variable].name, graph.variables[variable].type);
        graph.blocks[block].inputs.push_back(input);
        return input;
    }

    // ---- Links to the except block

    void transform_raise(BlockId id, size_t index) {
        changes++;
        Link link = graph.blocks[id].links[index];
        BlockId block = id;
        Value exception = link.args[0];
        if (graph.blocks[id].exit != ExitKind::jump) {
            block = graph.new_block("raise");
            LLTypeId type = type_of(program, graph, exception);
            VariableId input = graph.new_variable("exception", type);
            graph.blocks[block].inputs.push_back(input);
            graph.blocks[id].links[index].target = block;
            exception = input;
        }
        append(graph, block, Op::exc_set, {exception}, kVoid, link.location);
        append_trace(block, link.location);
        return_dummy(block);
    }

    void run() {
        for (uint32_t i = 0; i < graph.blocks.size(); i++) drop_unseen_passages(BlockId(i));
        for (uint32_t i = 0; i < graph.blocks.size(); i++) transform_block(BlockId(i));
        uint32_t count = graph.blocks.size();
        for (uint32_t i = 0; i < count; i++)
            for (size_t k = 0; k < graph.blocks[BlockId(i)].links.size(); k++)
                if (graph.blocks[BlockId(i)].links[k].target == graph.excepts) transform_raise(BlockId(i), k);
    }
};

// The new entry: calls the old one, and prints what it raised.
void wrap_entry(Program& program, const std::vector<char>& raising) {
    GraphId old_entry = program.entry;
    if (!old_entry.valid() || !raising[old_entry.index]) return;
    ConstantTable& constants = program.constants;
    FunctionGraph wrapper("main");
    wrapper.low_level = true;
    wrapper.variables[wrapper.blocks[wrapper.returns].inputs[0]].type = kSigned;
    const FunctionGraph& inner = program.graph(old_entry);
    LLTypeId exception_type = inner.variables[inner.blocks[inner.excepts].inputs[0]].type;
    wrapper.variables[wrapper.blocks[wrapper.excepts].inputs[0]].type = exception_type;

    BlockId start = wrapper.start, uncaught = wrapper.new_block("uncaught"), good = wrapper.new_block("good");
    LLTypeId pointer = program.types.pointer_to(program.types.function({}, kSigned));
    VariableId status =
        append(wrapper, start, Op::direct_call, {constants.function(old_entry, pointer)}, kSigned);
    VariableId occurred = append(wrapper, start, Op::exc_occurred, {}, kBool);
    VariableId good_status = wrapper.new_variable("status", kSigned);
    wrapper.blocks[good].inputs = {good_status};
    wrapper.blocks[start].exit = ExitKind::branch;
    wrapper.blocks[start].condition = occurred;
    wrapper.blocks[start].links = {link_to(uncaught, {}), link_to(good, {status})};
    wrapper.blocks[good].exit = ExitKind::jump;
    wrapper.blocks[good].links = {link_to(wrapper.returns, {good_status})};

    Value result = constants.ll_int(1);
    VariableId exception = append(wrapper, uncaught, Op::exc_fetch, {}, exception_type);
    auto printer = program.roots.find(roots::kUncaught);
    if (printer != program.roots.end()) {
        LLTypeId printer_type = program.types.pointer_to(program.types.function({exception_type}, kSigned));
        result = append(wrapper, uncaught, Op::direct_call,
                        {constants.function(printer->second, printer_type), exception}, kSigned);
    }
    wrapper.blocks[uncaught].exit = ExitKind::jump;
    wrapper.blocks[uncaught].links = {link_to(wrapper.returns, {result})};
    program.entry = program.add_graph(std::move(wrapper));
}

}  // namespace

size_t transform_exceptions(Program& program) {
    std::vector<char> raising = graphs_that_raise(program);
    size_t changes = 0;
    for (GraphId id : program.graphs()) {
        Transformer transformer{program, program.graph(id), raising};
        transformer.run();
        changes += transformer.changes;
    }
    wrap_entry(program, raising);
    return changes;
}

}  // namespace sapwood
