// The parser of .fg text.  Internal to flowgraph: parse.cpp has the entry points, parse_graph.cpp graphs and
// constants, parse_tables.cpp the tables of phases Flow and Annotated.
//
// The text is a list of items, each starting at the first column of a line:
//
//   phase NAME                         option wrap_integers
//   file fN "path" { lines, each `  |text` }      scope N "function" !place outermost?
//   struct NAME [gc] [immutable] { field: Type, ... }
//   static $N "name": Type [inlined] = { constant, ... }       or "text", of an array of Char
//   entry @NAME                        root ROLE @NAME           catch_all $N
//   graph @NAME(%x: Type, ...) -> Type raises Type attributes { blocks }
//   annotations { ... }                of the graph before it
//   library, helper, class, object, extend                      host tables
//   annotation, list, dict, var, classdef, desc, family, stored, prebuilt   annotation tables
//
// A `#` that is not followed by a digit starts a comment.  The first mistake ends parsing.
//
// Ids may be used before what they name stands; that it stands somewhere is checked at the end.  What the
// graphs mean is the verifier's business: text can hold graphs that break its rules.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "flowgraph/diagnostics.h"
#include "flowgraph/program.h"

namespace sapwood {

// Finds std::string keys by string_view.
struct StringHash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
template <class T>
using StringMap = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

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
    std::string_view word();  // letters, digits, _ and dots
    std::string_view name();  // a word or a quoted string; valid until the next quoted name
    std::string quoted();
    int64_t integer();
    int32_t natural();           // 0 and up, 31 bits
    uint32_t index(char sigil);  // sigil, then an unsigned number: of what is defined here
    // The same, of something that is defined somewhere.
    template <class IdT>
    IdT id(char sigil) {
        size_t begin = position_;
        uint32_t number = index(sigil);
        Reference& last = last_used_[static_cast<unsigned char>(sigil)];
        if (!last.used || number > last.number) last = {true, number, begin};
        return IdT(number);
    }
    void check_references();

    // --- items
    void scan_declarations();
    void parse_item();
    void parse_file();
    void parse_scope();
    void parse_struct();
    void parse_static();
    LLTypeId type();
    Location optional_location();  // `!place`, or nothing
    void check_inlining();
    bool inlines(LLTypeId type, std::vector<char>& state, int depth);
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
    BlockId block(std::string_view block_name);  // made when named first
    bool block_defined(BlockId id) const;
    std::string_view variable_name();  // %x
    VariableId define_variable(VariableId existing = {});
    VariableId define_variable(std::string_view variable, VariableId existing);
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
    void check_calls();
    AnnotationId annotation_id() { return id<AnnotationId>('s'); }
    template <class T, class Read>
    std::vector<T> bracketed(Read read);

    struct Reference {
        bool used = false;
        uint32_t number = 0;
        size_t position = 0;
    };

    std::string_view text_;
    std::string path_;
    Program& program_;
    Diagnostics& diagnostics_;
    size_t position_ = 0;
    bool failed_ = false;
    int depth_ = 0;                         // of nested types
    std::string name_;                      // the last quoted name
    std::array<Reference, 128> last_used_;  // by sigil: the highest id

    StringMap<GraphId> graphs_;
    std::vector<char> graph_parsed_;  // by id
    // Of the graph being parsed, and of the last one for its annotations.
    FunctionGraph* graph_ = nullptr;
    FileId default_file_;
    BlockId block_;
    std::unordered_map<std::string_view, VariableId> variables_;  // names as in the text, quotes included
    StringMap<BlockId> blocks_;
    std::vector<char> unfinished_;  // by block
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
