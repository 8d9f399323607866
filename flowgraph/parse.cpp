// Entry points of the parser, characters, and the items that are not graphs or tables; parser.h has the
// grammar.
#include "flowgraph/parse.h"

#include <array>
#include <charconv>

#include "flowgraph/parser.h"
#include "flowgraph/renumber.h"
#include "flowgraph/text_names.h"

namespace sapwood {

namespace {

constexpr std::array<bool, 256> kWordChars = [] {
    std::array<bool, 256> table{};
    for (int c = 0; c < 256; c++)
        table[static_cast<size_t>(c)] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                        (c >= '0' && c <= '9') || c == '_' || c == '.';
    return table;
}();

bool word_char(char c) {
    return kWordChars[static_cast<unsigned char>(c)];
}

constexpr int kMaxTypeDepth = 100;

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
    program.host.library_files = program.files.size();
    program.host.library_types = program.types.size();
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
    check_references();
    if (failed()) return std::nullopt;
    return result;
}

bool Parser::parse() {
    for (const auto& [id, graph_name] : graph_names(program_)) graphs_[graph_name] = id;
    skip_lines();
    if (accept_word("phase")) {
        std::string phase(word());
        if (phase == "typed") (phase += ' ') += word();
        std::optional<Phase> known = phase_by_name(phase);
        if (!known) fail(fmt::format("no phase is called `{}`", phase));
        program_.phase = known.value_or(Phase::Flow);
        next_line();
    }
    size_t begin = position_;
    scan_declarations();
    position_ = failed_ ? text_.size() : begin;
    for (skip_lines(); !at_end() && !failed(); skip_lines()) parse_item();
    check_references();
    if (!failed_) check_inlining();
    if (!failed_) check_calls();
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
            std::string struct_name(name());
            if (program_.types.find_struct(struct_name))
                return fail(fmt::format("struct {} stands twice", struct_name));
            LLTypeId made = program_.types.new_struct(struct_name, accept_word("gc"));
            if (program_.types[made].name != struct_name)
                return fail(fmt::format("a struct cannot be called {}", struct_name));
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
        std::string role(name());
        program_.roots[role] = graph_reference();
        return next_line();
    }
    if (accept_word("catch_all")) {
        program_.catch_all = id<PrebuiltId>('$');
        return next_line();
    }
    if (!parse_table_item())
        fail("no item of saved graphs starts so (`phase`, `file`, `object`, `graph` and the like do)");
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
    Location call = optional_location();
    if (call.scope.valid() && !program_.scopes.contains(call.scope))
        return fail("a scope lies within an earlier one");
    bool outermost = accept_word("outermost");
    program_.scopes.add({function, call, outermost});
    next_line();
}

void Parser::parse_struct() {
    std::optional<LLTypeId> id = program_.types.find_struct(name());
    if (!id || program_.types[*id].defined) return fail("a struct stands once, and at the start of a line");
    accept_word("gc");
    bool immutable = accept_word("immutable");
    if (accept_word("undefined")) return next_line();
    std::vector<LLField> fields;
    expect('{');
    while (!failed() && !accept('}')) {
        if (!fields.empty()) expect(',');
        std::string field(name());
        expect(':');
        fields.push_back({field, type()});
    }
    if (!failed()) program_.types.define_struct(*id, std::move(fields), immutable);
    next_line();
}

void Parser::parse_static() {
    PrebuiltId id(index('$'));
    if (!program_.prebuilt.contains(id) || !program_.prebuilt[id].values.empty())
        return fail("a static stands once, and at the start of a line");
    quoted();
    expect(':');
    type();
    accept_word("inlined");
    expect('=');
    std::vector<ConstantId> constants;
    skip_spaces();
    if (current() == '"') {
        for (char c : quoted())
            constants.push_back(program_.constants.ll_int(static_cast<unsigned char>(c), kChar));
        if (!failed()) program_.prebuilt[id].values = std::move(constants);
        return next_line();
    }
    expect('{');
    while (!failed() && !accept('}')) {
        if (!constants.empty()) expect(',');
        constants.push_back(constant());
    }
    if (!failed()) program_.prebuilt[id].values = std::move(constants);
    next_line();
}

LLTypeId Parser::type() {
    skip_spaces();
    TypeTable& types = program_.types;
    bool is_quoted = current() == '"';
    std::string_view type_name = name();
    if (!is_quoted)
        for (uint32_t i = 0; i <= kInt32.index; i++)
            if (types[LLTypeId(i)].name == type_name) return LLTypeId(i);
    // A struct may be called Ptr; then no parenthesis follows.
    std::optional<LLTypeId> found = types.find_struct(type_name);
    if (found && (is_quoted || current() != '(')) return *found;
    if (is_quoted || ++depth_ > kMaxTypeDepth || current() != '(') {
        fail(fmt::format("no type is called `{}`", type_name));
        return kVoid;
    }
    auto inner = [&] {
        expect('(');
        LLTypeId item = type();
        expect(')');
        return item;
    };
    LLTypeId result = kVoid;
    if (type_name == "Ptr") {
        result = types.pointer_to(inner());
    } else if (type_name == "Array") {
        result = types.array_of(inner(), false);
    } else if (type_name == "GcArray") {
        result = types.array_of(inner(), true);
    } else if (type_name == "ConstArray") {
        result = types.array_of(inner(), false, true);
    } else if (type_name == "ConstGcArray") {
        result = types.array_of(inner(), true, true);
    } else if (type_name == "Func") {
        std::vector<LLTypeId> args;
        expect('(');
        while (!failed() && !accept(')')) {
            if (!args.empty()) expect(',');
            args.push_back(type());
        }
        expect('-');
        expect('>');
        LLTypeId returned = type();
        result = types.function(std::move(args), returned);
    } else {
        fail(fmt::format("no type is called `{}`", type_name));
    }
    depth_--;
    return result;
}

// A struct that contains itself could not be laid out.
void Parser::check_inlining() {
    std::vector<char> state(program_.types.size(), 0);
    for (uint32_t i = 0; i < program_.types.size(); i++)
        if (!inlines(LLTypeId(i), state, 0))
            return fail(fmt::format("{} contains itself, or too much", program_.types.text(LLTypeId(i))));
}

// state: 0 not looked at, 1 on the way, 2 good.  false: the type contains itself, or is nested too deeply.
bool Parser::inlines(LLTypeId id, std::vector<char>& state, int depth) {
    if (state[id.index] == 2) return true;
    if (state[id.index] == 1 || depth > kMaxTypeDepth) return false;
    state[id.index] = 1;
    const LLType& type = program_.types[id];
    bool good = true;
    if (type.kind == LLKind::Array) good = inlines(type.item, state, depth + 1);
    if (type.kind == LLKind::Struct)
        for (const LLField& field : type.fields) good = good && inlines(field.type, state, depth + 1);
    state[id.index] = 2;
    return good;
}

Location Parser::optional_location() {
    skip_spaces();
    if (!accept('!')) return {};
    Location result;
    result.file = default_file_;
    if (current() == 'f') {
        result.file = id<FileId>('f');
        expect(':');
    }
    result.line = natural();
    if (result.line == 0) fail("lines count from 1");
    expect(':');
    result.column = natural();
    if (current() == '-') {
        accept('-');
        result.end_line = result.line;
        result.end_column = natural();
        if (current() == ':') {
            accept(':');
            result.end_line = result.end_column;
            result.end_column = natural();
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
    while (position_ < text_.size() && (text_[position_] == ' ' || text_[position_] == '\t')) position_++;
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

std::string_view Parser::word() {
    skip_spaces();
    size_t begin = position_;
    while (position_ < text_.size() && word_char(text_[position_])) position_++;
    if (position_ == begin) fail("a name is missing");
    begin = std::min(begin, text_.size());
    return failed_ ? std::string_view() : text_.substr(begin, position_ - begin);
}

std::string_view Parser::name() {
    skip_spaces();
    if (current() != '"') return word();
    name_ = quoted();
    return name_;
}

std::string Parser::quoted() {
    skip_spaces();
    size_t begin = position_, end = position_ + 1;
    while (end < text_.size() && text_[end] != '"' && text_[end] != '\n') end += text_[end] == '\\' ? 2 : 1;
    if (current() != '"' || end >= text_.size() || text_[end] != '"') {
        fail(current() == '"' ? "a string does not end" : "a quoted string is missing");
        return "";
    }
    position_ = end + 1;
    std::optional<std::string> result = unquoted(text_.substr(begin, position_ - begin));
    if (!result) fail("a string has a malformed escape");
    return result.value_or("");
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

int32_t Parser::natural() {
    int64_t number = integer();
    if (number >= 0 && number <= INT32_MAX) return static_cast<int32_t>(number);
    fail("the number is out of range");
    return 0;
}

uint32_t Parser::index(char sigil) {
    expect(sigil);
    if (digit(current())) return static_cast<uint32_t>(natural());
    fail(fmt::format("a number is missing after `{}`", sigil));
    return 0;
}

// Every id that was used must name something.
void Parser::check_references() {
    const AnnotatedTables& tables = program_.annotated;
    const struct {
        char sigil;
        size_t count;
        const char* what;
    } kinds[] = {{'#', program_.host.objects.size(), "object"},
                 {'f', program_.files.size(), "file"},
                 {'@', program_.scopes.size(), "scope"},
                 {'$', program_.prebuilt.size(), "static"},
                 {'s', tables.size(), "annotation"},
                 {'L', tables.lists.size(), "list"},
                 {'D', tables.dicts.size(), "dict"},
                 {'V', tables.vars.size(), "var"},
                 {'C', tables.classdefs.size(), "classdef"},
                 {'d', tables.descs.size(), "desc"},
                 {'F', tables.families.size(), "family"}};
    for (const auto& kind : kinds) {
        const Reference& last = last_used_[static_cast<unsigned char>(kind.sigil)];
        if (failed_ || !last.used || last.number < kind.count) continue;
        position_ = last.position;
        fail(fmt::format("there is no {} {}{}", kind.what, kind.sigil, last.number));
    }
}

}  // namespace sapwood
