// Collects what is reachable from the entry.
#include "backends/c/database.h"

#include <deque>

#include "flowgraph/leaf.h"

namespace sapwood {
namespace {

struct Collector {
    const Program& program;
    Database found;
    std::vector<char> graph_seen, prebuilt_seen, constant_seen, type_seen, allocated_seen;
    std::deque<PrebuiltId> prebuilt_queue;

    explicit Collector(const Program& p)
        : program(p),
          graph_seen(p.graph_count()),
          prebuilt_seen(p.prebuilt.size()),
          constant_seen(p.constants.size()),
          type_seen(p.types.size()),
          allocated_seen(p.types.size()) {}

    void add_graph(GraphId id) {
        if (graph_seen[id.index]) return;
        graph_seen[id.index] = 1;
        found.graphs.push_back(id);
    }

    void add_prebuilt(PrebuiltId id) {
        if (prebuilt_seen[id.index]) return;
        prebuilt_seen[id.index] = 1;
        const Prebuilt& data = program.prebuilt[id];
        if (!data.inlined) found.prebuilt.push_back(id);
        add_type(data.type);
        prebuilt_queue.push_back(id);
    }

    void add_constant(ConstantId id) {
        if (constant_seen[id.index]) return;
        constant_seen[id.index] = 1;
        const Constant& constant = program.constants[id];
        if (constant.type.valid()) add_type(constant.type);
        if (constant.kind == ConstantKind::pointer) add_prebuilt(constant.prebuilt);
        if (constant.kind == ConstantKind::function) add_graph(constant.graph);
        if (constant.kind == ConstantKind::type) add_type(constant.lltype_value);
        // `graphs` of an indirect call does not make anything reachable: the function pointers do.
    }

    // Inlined aggregates are pushed before what holds them; pointers only make their targets known, which
    // are handled after the types that are being walked (no recursion through pointers: chains may be long).
    std::vector<LLTypeId> pointer_targets;
    void add_type(LLTypeId id) {
        walk_type(id);
        while (!pointer_targets.empty()) {
            LLTypeId target = pointer_targets.back();
            pointer_targets.pop_back();
            walk_type(target);
        }
    }
    void walk_type(LLTypeId id) {
        if (type_seen[id.index]) return;
        type_seen[id.index] = 1;
        const LLType& type = program.types[id];
        switch (type.kind) {
            case LLKind::Ptr: pointer_targets.push_back(type.item); return;
            case LLKind::Func:
                found.functions.push_back(id);
                for (LLTypeId arg : type.args) walk_type(arg);
                walk_type(type.item);
                return;
            case LLKind::Struct:
                for (const LLField& field : type.fields) walk_type(field.type);
                found.aggregates.push_back(id);
                return;
            case LLKind::Array:
                walk_type(type.item);
                found.aggregates.push_back(id);
                return;
            default: return;
        }
    }

    void add_value(Value value) {
        if (value.is_constant()) add_constant(value.constant());
    }

    void walk_graph(const FunctionGraph& graph) {
        for (VariableId parameter : graph.parameters()) add_type(graph.variables[parameter].type);
        for (BlockId block_id : graph.reachable_blocks()) {
            const Block& block = graph.blocks[block_id];
            for (VariableId input : block.inputs) add_type(graph.variables[input].type);
            for (const Operation& operation : block.operations) {
                for (Value arg : operation.args) add_value(arg);
                add_type(graph.variables[operation.result].type);
                if (operation.op == Op::gc_malloc || operation.op == Op::gc_malloc_varsize) {
                    LLTypeId type = program.constants[operation.args[0].constant()].lltype_value;
                    if (allocated_seen[type.index]) continue;
                    allocated_seen[type.index] = 1;
                    found.allocated.push_back(type);
                }
            }
            if (block.condition.valid()) add_value(block.condition);
            for (const Link& link : block.links)
                for (Value arg : link.args) add_value(arg);
        }
        add_type(graph.variables[graph.blocks[graph.returns].inputs[0]].type);
    }

    void run() {
        add_graph(program.entry);
        for (size_t next = 0; next < found.graphs.size() || !prebuilt_queue.empty();) {
            if (next < found.graphs.size()) {
                walk_graph(program.graph(found.graphs[next++]));
                continue;
            }
            PrebuiltId id = prebuilt_queue.front();
            prebuilt_queue.pop_front();
            for (ConstantId value : program.prebuilt[id].values) add_constant(value);
        }
    }
};

}  // namespace

Database collect(const Program& program) {
    Collector collector(program);
    collector.run();
    return std::move(collector.found);
}

LLTypeId array_in(const TypeTable& types, LLTypeId aggregate) {
    if (types[aggregate].kind == LLKind::Array) return aggregate;
    return types.inlined_array(aggregate).value_or(LLTypeId());
}

bool has_gc_pointers(const TypeTable& types, LLTypeId id) {
    const LLType& type = types[id];
    switch (type.kind) {
        case LLKind::Struct:
            for (const LLField& field : type.fields)
                if (has_gc_pointers(types, field.type)) return true;
            return false;
        case LLKind::Array: return has_gc_pointers(types, type.item);
        default: return types.is_gc_pointer(id);
    }
}

}  // namespace sapwood
