// A program on its way through the pipeline: graphs, constants, types, static data, and the tables of
// the stages.  All of it is printable as .fg text and comes back from it (print.h, parse.h).
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "flowgraph/annotation.h"
#include "flowgraph/constant.h"
#include "flowgraph/graph.h"
#include "flowgraph/host_tables.h"
#include "flowgraph/lltype.h"
#include "flowgraph/location.h"
#include "flowgraph/phase.h"

namespace sapwood {

// Choices that change the generated code; part of the .fg text.
struct ProgramOptions {
    bool wrap_integers = false;  // --int=wrap
};

class Program {
  public:
    Program() = default;
    Program(const Program&) = delete;
    Program(Program&&) = default;
    Program& operator=(Program&&) = default;
    Program clone() const;

    Phase phase = Phase::Flow;
    ProgramOptions options;
    Store<FileId, SourceFile> files;
    Store<ScopeId, InlineScope> scopes;
    TypeTable types;
    ConstantTable constants;
    Store<PrebuiltId, Prebuilt> prebuilt;
    HostTables host;            // phases Flow and Annotated
    AnnotatedTables annotated;  // phase Annotated
    GraphId entry;              // () -> exit status (Signed from Typed on)
    // From Typed on: graphs that no operation calls yet but that transforms and back ends need, by role
    // (exception_roots.h says which).  They are kept, printed and typed like the entry.
    std::map<std::string, GraphId> roots;
    // From Typed on: the vtable of the class of all exceptions.  A handler of it lets nothing through.
    PrebuiltId catch_all;

    GraphId add_graph(FunctionGraph graph);
    FunctionGraph& graph(GraphId id);
    const FunctionGraph& graph(GraphId id) const;
    uint32_t graph_count() const { return static_cast<uint32_t>(graphs_.size()); }
    bool alive(GraphId id) const { return id.index < graphs_.size() && graphs_[id.index] != nullptr; }
    void remove_graph(GraphId id);
    // Ids of the graphs that are not removed, in order.
    std::vector<GraphId> graphs() const;

  private:
    std::vector<std::unique_ptr<FunctionGraph>> graphs_;  // references stay valid when graphs are added
};

// The type of an operand (from Typed on).
LLTypeId type_of(const Program& program, const FunctionGraph& graph, Value value);

}  // namespace sapwood
