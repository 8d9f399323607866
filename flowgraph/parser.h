// The parser of .fg text.  Internal to flowgraph: parse.cpp has the entry points, parse_graph.cpp graphs and
// constants, parse_tables.cpp the tables of phases Flow and Annotated.
//
// The text is a list of items, each starting at the first column of a line:
//
//   phase NAME                         option wrap_integers
//   file fN "path" { lines, each `  |text` }      scope N "function" !place
//   struct NAME [gc] [immutable] { field: Type, ... }
//   static $N "name": Type [inlined] = { constant, ... }
//   entry @NAME                        root ROLE @NAME
//   graph @NAME(%x: Type, ...) -> Type raises Type attributes { blocks }
//   annotations { ... }                of the graph before it
//   library, helper, class, object, extend                      host tables
//   annotation, list, dict, var, classdef, desc, family, stored, prebuilt   annotation tables
//
// A `#` that is not followed by a digit starts a comment.  The first mistake ends parsing.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "flowgraph/diagnostics.h"
#include "flowgraph/program.h"

namespace sapwood {

class Parser {
  public:
    Parser(std::string_view text, std::string path, Program& program, Diagnostics& diagnostics)
        : text_(text), path_(std::move(path)), program_(program), diagnostics_(diagnostics) {}

    // Parses the whole text into the program; false after a mistake, which is diagnosed.
    bool parse();
    // Parses the text as one constant.
    std::optional<ConstantId> parse_only_constant();
    bool wants_library() const;

  private:
    // --- characters
    bool failed() const { return failed_; }
    void fail(const std::string& message);
    bool at_end() const { return position_ >= text_.size(); }
    char current() const { return at_end() ? '\0' : text_[position_]; }
    void skip_spaces();  // not line ends
    void skip_lines();   // line ends and comments too
    bool at_line_end();
    void next_line();
    bool accept(char c);
    bool accept_word(std::string_view word);
    bool next_is_word(std::string_view word);
    void expect(char c);
    void expect_word(std::string_view word);
    std::string word();  // letters, digits, _ and dots
    std::string name();  // a word or a quoted string
    std::string quoted();
    int64_t integer();
    uint32_t index(char sigil);  // sigil, then an unsigned number
    template <class IdT>
    IdT id(char sigil) {
        return IdT(index(sigil));
    }

    // --- items
    void scan_declarations();
    void parse_item();
    void parse_file();
    void parse_scope();
    void parse_struct();
    void parse_static();
    LLTypeId type();
    Location optional_location();  // `!place`, or nothing
    void optional_at(Location& location);

    // --- graphs (parse_graph.cpp)
    void declare_graph();
    void parse_graph();
    void graph_header(FunctionGraph& graph);
    void parse_block(bool is_start);
    void parse_operation();
    void parse_exit();
    std::vector<Link> switch_links();
    std::vector<Link> raising_links();
    Link link();
    Value value();
    BlockId block(const std::string& block_name);  // made when named first
    bool block_defined(BlockId id) const;
    VariableId define_variable(VariableId existing = {});
    GraphId graph_reference();
    LLTypeId signature_pointer(GraphId graph);
    ConstantId constant();
    ConstantId shape_constant();
    ConstantId number_constant();
    LLTypeId type_suffix(LLTypeId default_type);
    bool in_low_level_phase() const { return program_.phase >= Phase::TypedLL; }

    // --- tables (parse_tables.cpp)
    bool parse_table_item();
    void parse_new_object();
    void parse_extension();
    void parse_object_lines(HostObject& object);
    void parse_object_line(HostObject& object);
    void parse_parameter(HostFunction& function);
    void parse_attribute(HostObject& object);
    void parse_annotation();
    void parse_annotation_fields(Annotation& annotation);
    void parse_list_cell();
    void parse_dict_cell();
    void parse_var_cell();
    void parse_classdef();
    void parse_desc();
    void parse_family();
    CallTarget call_target();
    ArgumentSource argument();
    void parse_stored();
    void parse_prebuilt();
    void parse_graph_annotations();
    AnnotationId annotation_id() { return id<AnnotationId>('s'); }
    template <class T, class Read>
    std::vector<T> bracketed(Read read);

    std::string_view text_;
    std::string path_;
    Program& program_;
    Diagnostics& diagnostics_;
    size_t position_ = 0;
    bool failed_ = false;

    std::unordered_map<std::string, GraphId> graphs_;
    // Of the graph being parsed, and of the last one for its annotations.
    FunctionGraph* graph_ = nullptr;
    BlockId block_;
    std::unordered_map<std::string, VariableId> variables_;
    std::map<std::string, BlockId> blocks_;
    std::set<BlockId> unfinished_;
};

template <class T, class Read>
std::vector<T> Parser::bracketed(Read read) {
    std::vector<T> list;
    expect('[');
    while (!failed() && !accept(']')) {
        if (!list.empty()) expect(',');
        list.push_back(read());
    }
    return list;
}

}  // namespace sapwood
