// An outside program without Python: builds a graph, runs the passes, prints C whose program's status is
// gcd(1071, 462) == 21.
#include <sapwood/backends/c/emit_c.h>
#include <sapwood/flowgraph/builder.h>
#include <sapwood/flowgraph/verify.h>
#include <sapwood/transforms/pipeline.h>

#include <cstdio>

namespace {

using namespace sapwood;

// while b: a, b = b, a % b
GraphId build_gcd(Program& program) {
    GraphId id = program.add_graph(FunctionGraph("gcd"));
    FunctionGraph& graph = program.graph(id);
    GraphBuilder build(program, graph);
    VariableId a = graph.new_variable("a", kSigned), b = graph.new_variable("b", kSigned);
    graph.blocks[graph.start].inputs = {a, b};
    graph.variables[graph.blocks[graph.returns].inputs[0]].type = kSigned;

    BlockId loop = graph.new_block("loop"), body = graph.new_block("body");
    VariableId x = graph.new_variable("x", kSigned), y = graph.new_variable("y", kSigned);
    VariableId p = graph.new_variable("p", kSigned), q = graph.new_variable("q", kSigned);
    graph.blocks[loop].inputs = {x, y};
    graph.blocks[body].inputs = {p, q};
    build.position_at(graph.start);
    build.jump(loop, {a, b});
    build.position_at(loop);
    VariableId more = build.op(Op::int_ne, {y, program.constants.ll_int(0)}, kBool);
    build.branch(more, body, {x, y}, graph.returns, {x});
    build.position_at(body);
    VariableId rest = build.op(Op::int_mod_trunc, {p, q}, kSigned);
    build.jump(loop, {q, rest});
    return id;
}

GraphId build_entry(Program& program, GraphId gcd) {
    GraphId id = program.add_graph(FunctionGraph("entry"));
    FunctionGraph& graph = program.graph(id);
    GraphBuilder build(program, graph);
    graph.variables[graph.blocks[graph.returns].inputs[0]].type = kSigned;
    build.position_at(graph.start);
    LLTypeId pointer = program.types.pointer_to(program.types.function({kSigned, kSigned}, kSigned));
    VariableId result = build.op(Op::direct_call,
                                 {program.constants.function(gcd, pointer), program.constants.ll_int(1071),
                                  program.constants.ll_int(462)},
                                 kSigned);
    build.return_(result);
    return id;
}

}  // namespace

int main() {
    Program program;
    program.phase = Phase::TypedLL;
    // The except block of every graph takes an instance; a program without exceptions has a bare one.
    LLTypeId object = program.types.new_struct("object", true);
    program.types.define_struct(object, {{"unused", kSigned}});
    program.entry = build_entry(program, build_gcd(program));
    for (GraphId id : program.graphs()) {
        FunctionGraph& graph = program.graph(id);
        graph.variables[graph.blocks[graph.excepts].inputs[0]].type = program.types.pointer_to(object);
    }

    Diagnostics diagnostics;
    PassOptions options;
    options.verify_each = true;
    if (!verify(program).empty() || !run_passes(program, pipeline(), options, diagnostics)) {
        std::fputs(render(diagnostics, program.files, false).c_str(), stderr);
        return 1;
    }
    for (const CFile& file : emit_c(program)) std::fputs(file.text.c_str(), stdout);
    return 0;
}
