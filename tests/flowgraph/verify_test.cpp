// Rules that text cannot break, and that every other rule has its .fg test.
#include "flowgraph/verify.h"

#include <set>

#include "flowgraph/builder.h"
#include "tests/catch.h"
#include "tests/flowgraph/corpus.h"

using namespace sapwood;

namespace {

// A program with `f`, which returns its argument.
GraphId add_identity(Program& program) {
    FunctionGraph graph("f");
    graph.variables[graph.blocks[graph.returns].inputs[0]].type = kSigned;
    VariableId x = graph.new_variable("x", kSigned);
    graph.blocks[graph.start].inputs = {x};
    GraphBuilder builder(program, graph);
    builder.position_at(graph.start);
    builder.return_(x);
    return program.add_graph(std::move(graph));
}

std::set<std::string> broken(const Program& program) {
    std::set<std::string> rules;
    for (const Violation& violation : verify(program)) rules.insert(violation.rule);
    return rules;
}

// The rules of this file: text has no form for graphs that break them.
const std::set<std::string> kOnlyInMemory = {"leaf_blocks", "link_target", "known_graph"};

}  // namespace

TEST_CASE("a graph that keeps the rules breaks none") {
    Program program;
    program.phase = Phase::TypedLL;
    add_identity(program);
    REQUIRE(broken(program).empty());
}

TEST_CASE("leaf_blocks: the return block has operations") {
    Program program;
    program.phase = Phase::TypedLL;
    FunctionGraph& graph = program.graph(add_identity(program));
    GraphBuilder builder(program, graph);
    builder.position_at(graph.returns);
    builder.op(Op::int_neg, {graph.blocks[graph.returns].inputs[0]}, kSigned);
    REQUIRE(broken(program) == std::set<std::string>{"leaf_blocks"});
}

TEST_CASE("link_target: a link leads to a block that does not exist") {
    Program program;
    program.phase = Phase::TypedLL;
    FunctionGraph& graph = program.graph(add_identity(program));
    graph.blocks[graph.start].links[0].target = BlockId(99);
    REQUIRE(broken(program) == std::set<std::string>{"link_target"});
}

TEST_CASE("known_graph: a called graph was removed") {
    Program program;
    program.phase = Phase::TypedLL;
    GraphId callee = add_identity(program);
    FunctionGraph graph("g");
    graph.variables[graph.blocks[graph.returns].inputs[0]].type = kSigned;
    GraphBuilder builder(program, graph);
    builder.position_at(graph.start);
    LLTypeId pointer = program.types.pointer_to(program.types.function({kSigned}, kSigned));
    ConstantId function = program.constants.function(callee, pointer);
    builder.return_(builder.op(Op::direct_call, {function, program.constants.ll_int(1)}, kSigned));
    program.add_graph(std::move(graph));
    REQUIRE(broken(program).empty());
    program.remove_graph(callee);
    REQUIRE(broken(program) == std::set<std::string>{"known_graph"});
}

TEST_CASE("every rule has a test that breaks only it") {
    std::set<std::string> tested = kOnlyInMemory;
    for (const std::filesystem::path& path : fg_files("tests/flowgraph/verify")) {
        tested.insert(path.stem().string());
        INFO(path.string());
        REQUIRE(read_text(path).find("# expect: " + path.stem().string() + "\n") != std::string::npos);
    }
    std::set<std::string> rules;
    for (std::string_view rule : all_rules()) rules.emplace(rule);
    REQUIRE(tested == rules);
}
