// The printer, with its parts that print host and annotation tables.  Internal to flowgraph.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "flowgraph/program.h"

namespace sapwood {

std::string float_text(double value);
// ` !4:8-13`, with the file when it is not default_file; nothing when unknown.
void append_location(std::string& out, const Location& location, FileId default_file);
std::string location_text(const Location& location, FileId default_file);

class ProgramPrinter {
  public:
    explicit ProgramPrinter(const Program& p);

    std::string print() const;
    void graph(std::string& out, const FunctionGraph& graph) const;
    std::string constant(ConstantId id) const;
    void constant(std::string& out, ConstantId id) const;
    const std::string& type(LLTypeId id) const;
    std::string annotation(AnnotationId id) const;

    const Program& program;
    const std::map<GraphId, std::string> names;

  private:
    // Whether the reader loads the helper library first, so that the text leaves it out.
    bool with_library() const { return program.phase <= Phase::Annotated; }
    mutable std::vector<std::string> types_;  // by id; made when first needed
    std::string types() const;
    std::string statics() const;
    std::optional<std::string> static_chars(const Prebuilt& data) const;
    // print_tables.cpp
    std::string host_tables() const;
    std::string host_object(ObjectId id) const;
    std::string host_function(const HostFunction& function) const;
    std::string host_attributes(const HostObject& object) const;
    std::string annotated_tables() const;
    std::string class_definition(ClassDefId id) const;
    std::string description(DescId id) const;
    std::string call_family(CallFamilyId id) const;
    std::string argument(const ArgumentSource& source) const;
    std::string graph_annotations(const FunctionGraph& graph, const GraphAnnotations& facts,
                                  const std::vector<VariableId>& order,
                                  const std::function<std::string(VariableId)>& name) const;
};

// Words of enums in .fg text.
std::string_view host_kind_name(HostKind kind);
std::string_view parameter_kind_name(HostParameter::Kind kind);
std::string_view desc_kind_name(DescKind kind);
std::string_view argument_kind_name(ArgumentSource::Kind kind);

}  // namespace sapwood
