// Parses graphs, operands and constants; parser.h has the grammar of the rest.
//
//   graph @f(%x: Signed) -> Signed raises Ptr(object) qualname "m.f" function #3 low_level in f0 !3:0-4:5 {
//   ^entry(%x: Signed):
//       %y = int_add %x, 1 : Signed !4:4-9
//       goto ^next(%y)   |   return %y   |   raise %e   |   if %c -> LINK else LINK
//       switch %x { 1 -> LINK ... else -> LINK }
//       try -> LINK   then lines   except CLASS as %e: Type -> LINK
//   }
#include <charconv>
#include <limits>

#include "flowgraph/parser.h"
#include "flowgraph/text_names.h"

namespace sapwood {

namespace {

// The hint in a variable's name as the text has it.
std::string hint_of_token(std::string_view token) {
    if (!token.starts_with('"')) return std::string(hint_of(token));
    return std::string(hint_of(unquoted(token).value_or("")));
}

}  // namespace

void Parser::declare_graph() {
    expect_word("graph");
    expect('@');
    std::string graph_name(name());
    if (failed()) return;
    if (graphs_.contains(graph_name)) return fail(fmt::format("graph @{} stands twice", graph_name));
    GraphId id = program_.add_graph(FunctionGraph(std::string(hint_of(graph_name))));
    graphs_[graph_name] = id;
    graph_header(program_.graph(id));
}

// Reads from the parameters to the opening brace.
void Parser::graph_header(FunctionGraph& graph) {
    expect('(');
    std::vector<VariableId> parameters;
    while (!failed() && !accept(')')) {
        if (!parameters.empty()) expect(',');
        VariableId parameter = graph.new_variable(hint_of_token(variable_name()));
        if (accept(':')) graph.variables[parameter].type = type();
        parameters.push_back(parameter);
    }
    graph.blocks[graph.start].inputs = std::move(parameters);
    if (accept('-')) {
        expect('>');
        graph.variables[graph.blocks[graph.returns].inputs[0]].type = type();
    }
    if (accept_word("raises")) graph.variables[graph.blocks[graph.excepts].inputs[0]].type = type();
    if (accept_word("qualname")) graph.qualname = quoted();
    if (accept_word("function")) graph.function = id<ObjectId>('#');
    graph.low_level = accept_word("low_level");
    graph.frameless = accept_word("frameless");
    graph.no_inline = accept_word("no_inline");
    graph.always_inline = accept_word("always_inline");
    graph.cold = accept_word("cold");
    default_file_ = accept_word("in") ? id<FileId>('f') : FileId();
    graph.location = optional_location();
    graph.location.file = default_file_;
    expect('{');
    next_line();
}

void Parser::parse_graph() {
    expect('@');
    auto found = graphs_.find(name());
    if (failed()) return;
    graph_parsed_.resize(program_.graph_count());
    if (found == graphs_.end() || graph_parsed_[found->second.index])
        return fail("a graph stands once, and at the start of a line");
    graph_parsed_[found->second.index] = 1;
    graph_ = &program_.graph(found->second);
    // declare_graph has read the header.
    FunctionGraph header("header");
    graph_header(header);
    variables_.clear();
    blocks_.clear();
    unfinished_.clear();
    bool first = true;
    for (skip_lines(); !failed() && !accept('}'); skip_lines()) {
        parse_block(first);
        first = false;
    }
    if (first) fail("a graph has at least one block");
    for (uint32_t i = 0; i < graph_->blocks.size() && !failed(); i++) {
        BlockId id(i);
        if (id != graph_->returns && id != graph_->excepts && !block_defined(id))
            fail(fmt::format("block ^{} is missing", graph_->blocks[id].name));
    }
    next_line();
    default_file_ = {};
}

bool Parser::block_defined(BlockId id) const {
    return graph_->blocks[id].exit != ExitKind::none ||
           (id.index < unfinished_.size() && unfinished_[id.index]);
}

void Parser::parse_block(bool is_start) {
    expect('^');
    std::string_view block_name = name();
    if (is_start) blocks_[std::string(block_name)] = graph_->start;
    block_ = block(block_name);
    if (block_defined(block_)) return fail(fmt::format("block ^{} stands twice", block_name));
    graph_->blocks[block_].name = hint_of(block_name);
    expect('(');
    size_t count = 0;
    while (!failed() && !accept(')')) {
        if (count > 0) expect(',');
        if (is_start && count >= graph_->parameters().size()) return fail("the graph has fewer parameters");
        VariableId input = is_start ? define_variable(graph_->parameters()[count]) : define_variable();
        if (!is_start) graph_->blocks[block_].inputs.push_back(input);
        if (accept(':')) graph_->variables[input].type = type();
        count++;
    }
    if (is_start && count != graph_->parameters().size()) fail("the graph has more parameters");
    expect(':');
    next_line();
    skip_lines();
    while (current() == '%') {
        parse_operation();
        skip_lines();
    }
    if (!failed()) parse_exit();
}

void Parser::parse_operation() {
    // The result is defined after the operands are read, so that it cannot be one of them.
    std::string_view result_name = variable_name();
    expect('=');
    std::string_view op_name = word();
    std::optional<Op> op = op_by_name(op_name);
    if (!op) return fail(fmt::format("no operation is called `{}`", op_name));
    std::vector<Value> args;
    skip_spaces();
    while (!at_line_end() && current() != ':' && current() != '!') {
        if (!args.empty()) expect(',');
        args.push_back(value());
        if (failed()) return;
    }
    LLTypeId result_type;
    if (accept(':')) result_type = type();
    Location location = optional_location();
    next_line();
    if (failed()) return;
    VariableId result = define_variable(result_name, {});
    graph_->variables[result].type = result_type;
    graph_->blocks[block_].operations.push_back({*op, std::move(args), result, location});
}

void Parser::parse_exit() {
    // Links are parsed into a local list: creating a block would move the store's items.
    ExitKind kind = ExitKind::jump;
    Value condition;
    std::vector<Link> links;
    if (accept_word("unfinished")) {
        if (unfinished_.size() <= block_.index) unfinished_.resize(block_.index + 1);
        unfinished_[block_.index] = 1;
        kind = ExitKind::none;
    } else if (accept_word("if")) {
        kind = ExitKind::branch;
        condition = value();
        expect('-');
        expect('>');
        links.push_back(link());
        expect_word("else");
        links.push_back(link());
    } else if (accept_word("switch")) {
        kind = ExitKind::switch_;
        condition = value();
        links = switch_links();
    } else if (accept_word("try")) {
        kind = ExitKind::raising;
        links = raising_links();
    } else {
        accept_word("goto");
        links.push_back(link());
    }
    next_line();
    Block& block = graph_->blocks[block_];
    block.exit = kind;
    block.condition = condition;
    block.links = std::move(links);
}

std::vector<Link> Parser::switch_links() {
    std::vector<Link> links;
    expect('{');
    for (skip_lines(); !failed() && !accept('}'); skip_lines()) {
        ConstantId exit_case;
        if (!accept_word("else")) exit_case = constant();
        expect('-');
        expect('>');
        links.push_back(link());
        links.back().exit_case = exit_case;
        next_line();
    }
    return links;
}

std::vector<Link> Parser::raising_links() {
    std::vector<Link> links;
    expect('-');
    expect('>');
    links.push_back(link());
    for (;;) {
        size_t end_of_line = position_;
        skip_lines();
        if (failed() || !accept_word("except")) {
            if (!failed()) position_ = end_of_line;
            return links;
        }
        ConstantId exit_case = constant();
        expect_word("as");
        skip_spaces();
        VariableId exception = define_variable();
        if (accept(':')) graph_->variables[exception].type = type();
        expect('-');
        expect('>');
        Link caught = link();
        caught.exit_case = exit_case;
        caught.exception = exception;
        links.push_back(std::move(caught));
    }
}

Link Parser::link() {
    Link result;
    if (accept_word("return")) {
        result.target = graph_->returns;
        result.args.push_back(value());
    } else if (accept_word("raise")) {
        result.target = graph_->excepts;
        result.args.push_back(value());
    } else {
        expect('^');
        result.target = block(name());
        expect('(');
        while (!failed() && !accept(')')) {
            if (!result.args.empty()) expect(',');
            result.args.push_back(value());
        }
    }
    result.location = optional_location();
    return result;
}

BlockId Parser::block(std::string_view block_name) {
    auto found = blocks_.find(block_name);
    if (found != blocks_.end()) return found->second;
    BlockId made = graph_->new_block(std::string(hint_of(block_name)));
    blocks_.emplace(block_name, made);
    return made;
}

std::string_view Parser::variable_name() {
    expect('%');
    if (current() != '"') return word();
    size_t begin = position_;
    quoted();
    return failed() ? std::string_view() : text_.substr(begin, position_ - begin);
}

VariableId Parser::define_variable(VariableId existing) {
    return define_variable(variable_name(), existing);
}

// A second definition is the verifier's business.
VariableId Parser::define_variable(std::string_view variable, VariableId existing) {
    auto [entry, inserted] = variables_.try_emplace(variable);
    if (inserted) entry->second = existing.valid() ? existing : graph_->new_variable(hint_of_token(variable));
    return entry->second;
}

Value Parser::value() {
    skip_spaces();
    if (current() == '<' && text_.substr(position_).starts_with("<nothing>")) {
        position_ += std::string_view("<nothing>").size();
        return Value();
    }
    if (current() != '%') return constant();
    std::string_view variable = variable_name();
    auto found = variables_.find(variable);
    if (found != variables_.end()) return found->second;
    fail(fmt::format("%{} is not defined before this use", variable));
    return VariableId(0);
}

GraphId Parser::graph_reference() {
    expect('@');
    std::string_view graph_name = name();
    auto found = graphs_.find(graph_name);
    if (found != graphs_.end()) return found->second;
    fail(fmt::format("no graph is called @{}", graph_name));
    return GraphId(0);
}

LLTypeId Parser::signature_pointer(GraphId id) {
    const FunctionGraph& graph = program_.graph(id);
    std::vector<LLTypeId> args;
    for (VariableId v : graph.parameters()) args.push_back(graph.variables[v].type);
    LLTypeId result = graph.variables[graph.blocks[graph.returns].inputs[0]].type;
    for (LLTypeId arg : args)
        if (!arg.valid()) return {};
    if (!result.valid()) return {};
    return program_.types.pointer_to(program_.types.function(std::move(args), result));
}

// ---- constants

// `:Type` directly behind a constant, else the default (none before Typed).
LLTypeId Parser::type_suffix(LLTypeId default_type) {
    if (current() == ':') {
        position_++;
        return type();
    }
    return in_low_level_phase() ? default_type : LLTypeId();
}

ConstantId Parser::constant() {
    skip_spaces();
    ConstantTable& constants = program_.constants;
    Constant c;
    char first = current();
    if (failed()) return constants.none();
    if (first == '-' || (first >= '0' && first <= '9')) return number_constant();
    if (first == '"') return constants.str(quoted());
    if (first == 'b' && position_ + 1 < text_.size() && text_[position_ + 1] == '"') {
        position_++;
        return constants.bytes(quoted());
    }
    if (first == '#') return constants.object(id<ObjectId>('#'));
    if (first == '@') {
        c.kind = ConstantKind::function;
        c.graph = graph_reference();
        if (!failed()) c.type = type_suffix(signature_pointer(c.graph));
        return constants.intern(std::move(c));
    }
    if (first == '$') {
        PrebuiltId target = id<PrebuiltId>('$');
        if (!program_.prebuilt.contains(target)) fail(fmt::format("there is no static ${}", target.index));
        if (failed()) return constants.none();
        LLTypeId plain = program_.types.pointer_to(program_.prebuilt[target].type);
        return constants.pointer(target, type_suffix(plain));
    }
    if (first == '&') {
        position_++;
        return constants.leaf(std::string(word()));
    }
    if (first == '.') {
        position_++;
        return constants.field(std::string(name()));
    }
    if (first == '<') {
        position_++;
        LLTypeId value = type();
        expect('>');
        return constants.type(value);
    }
    if (first == '[') return constants.graphs(bracketed<GraphId>([&] { return graph_reference(); }));
    if (first == '(') return shape_constant();
    if (accept_word("void")) return constants.void_();
    if (accept_word("undefined")) {
        c.kind = ConstantKind::undefined;
        c.type = type_suffix({});
        return constants.intern(std::move(c));
    }
    if (accept_word("null")) {
        expect(':');
        return constants.null(type());
    }
    if (accept_word("none")) {
        c.kind = ConstantKind::number_none;
        c.type = type_suffix(kNumber);
        return constants.intern(std::move(c));
    }
    if (accept_word("None")) return constants.none();
    for (bool truth : {false, true}) {
        if (!accept_word(truth ? "True" : "False")) continue;
        c.kind = ConstantKind::boolean;
        c.integer = truth;
        c.type = type_suffix(kBool);
        return constants.intern(std::move(c));
    }
    return number_constant();
}

ConstantId Parser::shape_constant() {
    std::vector<std::string> keywords;
    expect('(');
    bool star = accept('*'), more = star;
    while (!failed() && !accept(')')) {
        if (more) expect(',');
        keywords.emplace_back(name());
        more = true;
    }
    return program_.constants.shape(std::move(keywords), star);
}

ConstantId Parser::number_constant() {
    size_t begin = position_;
    if (current() == '-') position_++;
    bool is_float = false;
    for (char c = current(); (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '.' ||
                             ((c == '-' || c == '+') && text_[position_ - 1] == 'e');
         c = current()) {
        is_float = is_float || c == '.' || (c >= 'a' && c <= 'z');
        position_++;
    }
    std::string_view digits = text_.substr(std::min(begin, text_.size()), position_ - begin);
    Constant c;
    std::from_chars_result end{};
    if (is_float) {
        c.kind = ConstantKind::floating;
        end = std::from_chars(digits.data(), digits.data() + digits.size(), c.number);
    } else {
        c.kind = ConstantKind::integer;
        end = std::from_chars(digits.data(), digits.data() + digits.size(), c.integer);
    }
    if (digits.empty() || end.ec != std::errc() || end.ptr != digits.data() + digits.size()) {
        fail("a constant is missing");
        return program_.constants.none();
    }
    c.type = type_suffix(is_float ? kFloat : kSigned);
    return program_.constants.intern(std::move(c));
}

}  // namespace sapwood
