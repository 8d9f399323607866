// Entry points of the parser, characters, and the items that are not graphs or tables; parser.h has the
// grammar.
#include "flowgraph/parse.h"

#include <charconv>

#include "flowgraph/parser.h"
#include "flowgraph/renumber.h"
#include "flowgraph/text_names.h"

namespace sapwood {

namespace {

bool word_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

bool digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

std::optional<Program> parse_program(std::string_view text, const std::string& path, std::string_view library,
                                     Diagnostics& diagnostics) {
    Program program;
    Parser parser(text, path, program, diagnostics);
    if (parser.wants_library() && !load_library(library, program, diagnostics)) return std::nullopt;
    if (!parser.parse()) return std::nullopt;
    renumber(program);
    return program;
}

bool load_library(std::string_view library, Program& program, Diagnostics& diagnostics) {
    CHECK(program.graph_count() == 0 && program.host.objects.size() == 0, "the library comes first");
    if (!Parser(library, "library", program, diagnostics).parse()) return false;
    renumber(program);
    program.host.library_objects = program.host.objects.size();
    program.host.library_graphs = program.graph_count();
    return true;
}

std::optional<ConstantId> parse_constant(std::string_view text, Program& program, Diagnostics& diagnostics) {
    return Parser(text, "constant", program, diagnostics).parse_only_constant();
}

bool Parser::wants_library() const {
    return text_.starts_with("library\n") || text_.find("\nlibrary\n") != std::string_view::npos;
}

std::optional<ConstantId> Parser::parse_only_constant() {
    for (const auto& [id, graph_name] : graph_names(program_)) graphs_[graph_name] = id;
    skip_spaces();
    ConstantId result = constant();
    if (!failed() && !at_line_end()) fail("a constant ends before here");
    if (failed()) return std::nullopt;
    return result;
}

bool Parser::parse() {
    for (const auto& [id, graph_name] : graph_names(program_)) graphs_[graph_name] = id;
    skip_lines();
    if (accept_word("phase")) {
        std::string phase = word();
        if (phase == "typed") phase += " " + word();
        std::optional<Phase> known = phase_by_name(phase);
        if (!known) fail(fmt::format("no phase is called `{}`", phase));
        program_.phase = known.value_or(Phase::Flow);
        next_line();
    }
    size_t begin = position_;
    scan_declarations();
    position_ = failed_ ? text_.size() : begin;
    for (skip_lines(); !at_end() && !failed(); skip_lines()) parse_item();
    return !failed_;
}

// Structs, graphs and statics may be named before they stand, so their declarations are read first.
void Parser::scan_declarations() {
    std::vector<size_t> graphs, statics;
    for (size_t line = 0; line < text_.size();) {
        std::string_view rest = text_.substr(line);
        position_ = line;
        if (rest.starts_with("struct ")) {
            expect_word("struct");
            std::string struct_name = name();
            if (program_.types.find_struct(struct_name))
                return fail(fmt::format("struct {} stands twice", struct_name));
            program_.types.new_struct(struct_name, accept_word("gc"));
        } else if (rest.starts_with("graph ")) {
            graphs.push_back(line);
        } else if (rest.starts_with("static ")) {
            statics.push_back(line);
        }
        size_t end = text_.find('\n', line);
        line = end == std::string_view::npos ? text_.size() : end + 1;
        if (failed_) return;
    }
    for (size_t line : statics) {
        position_ = line;
        expect_word("static");
        if (index('$') != program_.prebuilt.size()) return fail("statics are numbered in order");
        std::string hint = quoted();
        expect(':');
        LLTypeId static_type = type();
        program_.prebuilt.add({hint, static_type, accept_word("inlined"), {}});
    }
    for (size_t line : graphs) {
        position_ = line;
        declare_graph();
    }
}

void Parser::parse_item() {
    if (accept_word("file")) return parse_file();
    if (accept_word("scope")) return parse_scope();
    if (accept_word("struct")) return parse_struct();
    if (accept_word("static")) return parse_static();
    if (accept_word("graph")) return parse_graph();
    if (accept_word("annotations")) return parse_graph_annotations();
    if (accept_word("option")) {
        expect_word("wrap_integers");
        program_.options.wrap_integers = true;
        return next_line();
    }
    if (accept_word("entry")) {
        program_.entry = graph_reference();
        return next_line();
    }
    if (accept_word("root")) {
        std::string role = word();
        program_.roots[role] = graph_reference();
        return next_line();
    }
    if (!parse_table_item()) fail("an item starts here");
}

void Parser::parse_file() {
    if (index('f') != program_.files.size()) return fail("files are numbered in order");
    SourceFile file;
    file.path = quoted();
    expect('{');
    next_line();
    while (!failed() && text_.substr(position_).starts_with("  |")) {
        size_t end = std::min(text_.find('\n', position_), text_.size());
        file.lines.emplace_back(text_.substr(position_ + 3, end - position_ - 3));
        position_ = std::min(end + 1, text_.size());
    }
    expect('}');
    next_line();
    program_.files.add(std::move(file));
}

void Parser::parse_scope() {
    if (integer() != program_.scopes.size()) return fail("scopes are numbered in order");
    std::string function = quoted();
    program_.scopes.add({function, optional_location()});
    next_line();
}

void Parser::parse_struct() {
    std::optional<LLTypeId> id = program_.types.find_struct(name());
    if (!id) return fail("this struct was not declared at the start of a line");
    accept_word("gc");
    bool immutable = accept_word("immutable");
    if (accept_word("undefined")) return next_line();
    std::vector<LLField> fields;
    expect('{');
    while (!failed() && !accept('}')) {
        if (!fields.empty()) expect(',');
        std::string field = name();
        expect(':');
        fields.push_back({field, type()});
    }
    if (!failed()) program_.types.define_struct(*id, std::move(fields), immutable);
    next_line();
}

void Parser::parse_static() {
    PrebuiltId id(index('$'));
    quoted();
    expect(':');
    type();
    accept_word("inlined");
    expect('=');
    expect('{');
    std::vector<ConstantId> constants;
    while (!failed() && !accept('}')) {
        if (!constants.empty()) expect(',');
        constants.push_back(constant());
    }
    if (!failed()) program_.prebuilt[id].values = std::move(constants);
    next_line();
}

LLTypeId Parser::type() {
    skip_spaces();
    bool is_quoted = current() == '"';
    std::string type_name = name();
    auto inner = [&] {
        expect('(');
        LLTypeId item = type();
        expect(')');
        return item;
    };
    TypeTable& types = program_.types;
    if (is_quoted) {
        std::optional<LLTypeId> found = types.find_struct(type_name);
        if (!found) fail(fmt::format("no struct is called `{}`", type_name));
        return found.value_or(kVoid);
    }
    if (type_name == "Ptr") return types.pointer_to(inner());
    if (type_name == "Array") return types.array_of(inner(), false);
    if (type_name == "GcArray") return types.array_of(inner(), true);
    if (type_name == "ConstArray") return types.array_of(inner(), false, true);
    if (type_name == "ConstGcArray") return types.array_of(inner(), true, true);
    if (type_name == "Func") {
        std::vector<LLTypeId> args;
        expect('(');
        while (!failed() && !accept(')')) {
            if (!args.empty()) expect(',');
            args.push_back(type());
        }
        expect('-');
        expect('>');
        LLTypeId result = type();
        return types.function(std::move(args), result);
    }
    for (uint32_t i = 0; i <= kInt32.index; i++)
        if (types[LLTypeId(i)].name == type_name) return LLTypeId(i);
    std::optional<LLTypeId> found = types.find_struct(type_name);
    if (!found) fail(fmt::format("no type is called `{}`", type_name));
    return found.value_or(kVoid);
}

Location Parser::optional_location() {
    skip_spaces();
    if (!accept('!')) return {};
    Location result;
    if (graph_) result.file = graph_->location.file;
    if (current() == 'f') {
        result.file = id<FileId>('f');
        expect(':');
    }
    result.line = static_cast<int32_t>(integer());
    expect(':');
    result.column = static_cast<int32_t>(integer());
    if (current() == '-') {
        accept('-');
        result.end_line = result.line;
        result.end_column = static_cast<int32_t>(integer());
        if (current() == ':') {
            accept(':');
            result.end_line = result.end_column;
            result.end_column = static_cast<int32_t>(integer());
        }
    }
    if (current() == '@') result.scope = id<ScopeId>('@');
    return result;
}

void Parser::optional_at(Location& location) {
    if (accept_word("at")) location = optional_location();
}

// ---- characters

void Parser::fail(const std::string& message) {
    if (failed_) return;
    failed_ = true;
    size_t line = 1, column = 1;
    for (char c : text_.substr(0, std::min(position_, text_.size()))) {
        column = c == '\n' ? 1 : column + 1;
        line += c == '\n';
    }
    diagnostics_.error<Diag::fg_syntax>({}, fmt::format("{}:{}:{}: {}", path_, line, column, message));
    position_ = text_.size();
}

void Parser::skip_spaces() {
    while (current() == ' ' || current() == '\t') position_++;
    if (current() == '#' && !(position_ + 1 < text_.size() && digit(text_[position_ + 1])))
        position_ = std::min(text_.find('\n', position_), text_.size());
}

void Parser::skip_lines() {
    for (skip_spaces(); current() == '\n' || current() == '\r'; skip_spaces()) position_++;
}

bool Parser::at_line_end() {
    skip_spaces();
    return at_end() || current() == '\n';
}

void Parser::next_line() {
    if (!at_line_end()) return fail("the line goes on where it should end");
    if (!at_end()) position_++;
}

bool Parser::accept(char c) {
    skip_spaces();
    if (at_end() || current() != c) return false;
    position_++;
    return true;
}

bool Parser::next_is_word(std::string_view wanted) {
    skip_spaces();
    std::string_view rest = text_.substr(std::min(position_, text_.size()));
    return rest.starts_with(wanted) && !(rest.size() > wanted.size() && word_char(rest[wanted.size()]));
}

bool Parser::accept_word(std::string_view wanted) {
    if (!next_is_word(wanted)) return false;
    position_ += wanted.size();
    return true;
}

void Parser::expect(char c) {
    if (!accept(c)) fail(fmt::format("`{}` is missing", c));
}

void Parser::expect_word(std::string_view wanted) {
    if (!accept_word(wanted)) fail(fmt::format("`{}` is missing", wanted));
}

std::string Parser::word() {
    skip_spaces();
    size_t begin = position_;
    while (word_char(current())) position_++;
    if (position_ == begin) fail("a name is missing");
    return std::string(text_.substr(std::min(begin, text_.size()), position_ - begin));
}

std::string Parser::name() {
    skip_spaces();
    return current() == '"' ? quoted() : word();
}

std::string Parser::quoted() {
    expect('"');
    std::string result;
    while (!failed()) {
        if (at_end() || current() == '\n') {
            fail("a string does not end");
            break;
        }
        char c = text_[position_++];
        if (c == '"') break;
        if (c != '\\') {
            result += c;
            continue;
        }
        char escape = current();
        position_++;
        if (escape == 'n') {
            result += '\n';
        } else if (escape == 'x' && position_ + 2 <= text_.size()) {
            unsigned byte = 0;
            auto end = std::from_chars(text_.data() + position_, text_.data() + position_ + 2, byte, 16);
            if (end.ptr != text_.data() + position_ + 2) fail("two hexadecimal digits are missing");
            result += static_cast<char>(byte);
            position_ += 2;
        } else {
            result += escape;
        }
    }
    return result;
}

int64_t Parser::integer() {
    skip_spaces();
    int64_t result = 0;
    const char* begin = text_.data() + std::min(position_, text_.size());
    auto end = std::from_chars(begin, text_.data() + text_.size(), result);
    if (end.ec != std::errc()) {
        fail("a 64-bit number is missing");
        return 0;
    }
    position_ += end.ptr - begin;
    return result;
}

uint32_t Parser::index(char sigil) {
    expect(sigil);
    int64_t number = digit(current()) ? integer() : -1;
    if (number < 0 || number > INT32_MAX) {
        fail(fmt::format("a number is missing after `{}`", sigil));
        return 0;
    }
    return static_cast<uint32_t>(number);
}

}  // namespace sapwood
