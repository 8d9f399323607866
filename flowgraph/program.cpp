// The program's store of graphs.
#include "flowgraph/program.h"

namespace sapwood {

Program Program::clone() const {
    Program copy;
    copy.phase = phase;
    copy.options = options;
    copy.files = files;
    copy.scopes = scopes;
    copy.types = types;
    copy.constants = constants;
    copy.prebuilt = prebuilt;
    copy.host = host;
    copy.annotated = annotated;
    copy.entry = entry;
    copy.roots = roots;
    copy.catch_all = catch_all;
    for (const std::unique_ptr<FunctionGraph>& graph : graphs_)
        copy.graphs_.push_back(graph ? std::make_unique<FunctionGraph>(*graph) : nullptr);
    return copy;
}

GraphId Program::add_graph(FunctionGraph graph) {
    GraphId id(static_cast<uint32_t>(graphs_.size()));
    graph.id = id;
    graphs_.push_back(std::make_unique<FunctionGraph>(std::move(graph)));
    return id;
}

FunctionGraph& Program::graph(GraphId id) {
    CHECK(alive(id), "no graph {}", id.index);
    return *graphs_[id.index];
}

const FunctionGraph& Program::graph(GraphId id) const {
    CHECK(alive(id), "no graph {}", id.index);
    return *graphs_[id.index];
}

void Program::remove_graph(GraphId id) {
    CHECK(alive(id), "no graph {}", id.index);
    graphs_[id.index] = nullptr;
}

std::vector<GraphId> Program::graphs() const {
    std::vector<GraphId> ids;
    for (uint32_t i = 0; i < graphs_.size(); i++)
        if (graphs_[i]) ids.push_back(GraphId(i));
    return ids;
}

LLTypeId type_of(const Program& program, const FunctionGraph& graph, Value value) {
    if (value.is_variable()) return graph.variables[value.variable()].type;
    return program.constants[value.constant()].type;
}

}  // namespace sapwood
