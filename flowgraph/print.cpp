// Prints programs and graphs as .fg text.  The grammar is told by parse.cpp; print_tables.cpp has the
// host and annotation tables.
#include "flowgraph/print.h"

#include <charconv>
#include <cmath>

#include "flowgraph/print_tables.h"
#include "flowgraph/text_names.h"

namespace sapwood {

std::string_view hint_of(std::string_view name) {
    size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot + 1 == name.size()) return name;
    for (char c : name.substr(dot + 1))
        if (c < '0' || c > '9') return name;
    return name.substr(0, dot);
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (char c : text) {
        auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            (result += '\\') += c;
        else if (c == '\n')
            result += "\\n";
        else if (byte < 0x20 || byte == 0x7f)
            result += fmt::format("\\x{:02x}", byte);
        else
            result += c;
    }
    return result + '"';
}

std::optional<std::string> unquoted(std::string_view text) {
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::nullopt;
    text = text.substr(1, text.size() - 2);
    std::string result;
    for (size_t escape; (escape = text.find('\\')) != std::string_view::npos;) {
        result += text.substr(0, escape);
        text.remove_prefix(escape + 1);
        if (text.empty()) return std::nullopt;
        char code = text[0];
        text.remove_prefix(1);
        if (code == 'x') {
            unsigned byte = 0;
            const char* end = text.data() + std::min<size_t>(2, text.size());
            if (text.size() < 2 || std::from_chars(text.data(), end, byte, 16).ptr != end)
                return std::nullopt;
            code = static_cast<char>(byte);
            text.remove_prefix(2);
        } else if (code == 'n') {
            code = '\n';
        }
        result += code;
    }
    return result += text;
}

std::string quoted_if_needed(std::string_view name) {
    bool plain = !name.empty();
    for (size_t i = 0; i < name.size() && plain; i++) {
        char c = name[i];
        plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9') ||
                c == '.';
    }
    return plain ? std::string(name) : quoted(name);
}

std::map<GraphId, std::string> graph_names(const Program& program) {
    std::map<GraphId, std::string> names;
    NameGiver giver;
    for (GraphId id : program.graphs()) names[id] = giver.give(program.graph(id).name);
    return names;
}

namespace {

void append_number(std::string& out, int64_t value) {
    fmt::format_int text(value);
    out.append(text.data(), text.size());
}

}  // namespace

std::string float_text(double value) {
    if (std::isnan(value)) return std::signbit(value) ? "-nan" : "nan";
    if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
    std::string text = fmt::format("{}", value);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

void append_location(std::string& out, const Location& location, FileId default_file) {
    if (!location.known()) return;
    out += " !";
    if (location.file != default_file && location.file.valid()) {
        append_number(out += 'f', location.file.index);
        out += ':';
    }
    append_number(out, location.line);
    append_number(out += ':', location.column);
    if (location.end_line == location.line) {
        append_number(out += '-', location.end_column);
    } else if (location.end_line > 0) {
        append_number(out += '-', location.end_line);
        append_number(out += ':', location.end_column);
    }
    if (location.scope.valid()) append_number(out += '@', location.scope.index);
}

std::string location_text(const Location& location, FileId default_file) {
    std::string text;
    append_location(text, location, default_file);
    return text;
}

namespace {

// Whether `type` is the pointer to a function of just the graph's parameters and result.
bool is_signature_of(const Program& program, LLTypeId type, GraphId graph_id) {
    const TypeTable& types = program.types;
    if (!types.is_pointer(type)) return false;
    const LLType& function = types[types.target(type)];
    const FunctionGraph& graph = program.graph(graph_id);
    const std::vector<VariableId>& parameters = graph.parameters();
    if (function.kind != LLKind::Func || function.args.size() != parameters.size()) return false;
    for (size_t i = 0; i < parameters.size(); i++)
        if (function.args[i] != graph.variables[parameters[i]].type) return false;
    return function.item == graph.variables[graph.blocks[graph.returns].inputs[0]].type;
}

}  // namespace

ProgramPrinter::ProgramPrinter(const Program& p) : program(p), names(graph_names(p)) {}

void ProgramPrinter::constant(std::string& out, ConstantId id) const {
    const Constant& c = program.constants[id];
    // The frequent kinds without detours.
    if (c.kind == ConstantKind::integer && (c.type == kSigned || !c.type.valid()))
        append_number(out, c.integer);
    else if (c.kind == ConstantKind::field)
        (out += '.') += quoted_if_needed(c.text);
    else
        out += constant(id);
}

std::string ProgramPrinter::constant(ConstantId id) const {
    const Constant& c = program.constants[id];
    bool typed = c.type.valid();
    auto suffix = [&](LLTypeId expected) {
        return typed && c.type != expected ? ":" + program.types.text(c.type) : std::string();
    };
    switch (c.kind) {
        case ConstantKind::undefined: return "undefined" + suffix({});
        case ConstantKind::none: return typed ? "void" : "None";
        case ConstantKind::boolean: return (c.integer ? "True" : "False") + suffix(kBool);
        case ConstantKind::integer: return fmt::format("{}", c.integer) + suffix(kSigned);
        case ConstantKind::floating: return float_text(c.number) + suffix(kFloat);
        case ConstantKind::str: return quoted(c.text);
        case ConstantKind::bytes: return "b" + quoted(c.text);
        case ConstantKind::object: return fmt::format("#{}", c.object.index);
        case ConstantKind::null: return "null:" + program.types.text(c.type);
        case ConstantKind::pointer: {
            LLTypeId target = program.prebuilt[c.prebuilt].type;
            bool plain =
                !typed || (program.types.is_pointer(c.type) && program.types.target(c.type) == target);
            return fmt::format("${}", c.prebuilt.index) + (plain ? "" : ":" + program.types.text(c.type));
        }
        case ConstantKind::function:
            // A removed graph can be left in static data that nothing reaches.
            if (!program.alive(c.graph)) return "null:" + program.types.text(c.type);
            return "@" + quoted_if_needed(names.at(c.graph)) +
                   (is_signature_of(program, c.type, c.graph) ? "" : suffix({}));
        case ConstantKind::leaf: return "&" + c.text;
        case ConstantKind::field: return "." + quoted_if_needed(c.text);
        case ConstantKind::type: return "<" + program.types.text(c.lltype_value) + ">";
        case ConstantKind::number_none: return "none:Number";
        case ConstantKind::graphs: {
            std::string text = "[";
            for (size_t i = 0; i < c.graphs.size(); i++)
                text += (i ? ", @" : "@") + quoted_if_needed(names.at(c.graphs[i]));
            return text + "]";
        }
        case ConstantKind::shape: {
            std::string text = c.star ? "(*" : "(";
            for (size_t i = 0; i < c.keywords.size(); i++)
                text += (i || c.star ? ", " : "") + quoted_if_needed(c.keywords[i]);
            return text + ")";
        }
    }
    return "?";
}

namespace {

// Appends the text of one graph.
class GraphPrinter {
  public:
    GraphPrinter(const ProgramPrinter& outer, const FunctionGraph& graph, std::string& out)
        : outer_(outer),
          program_(outer.program),
          graph_(graph),
          out_(out),
          order_(graph.reachable_blocks()),
          block_names_(graph.blocks.size()),
          variable_names_(graph.variables.size()) {}

    void print() {
        name_blocks();
        header();
        for (BlockId id : order_)
            if (id != graph_.returns && id != graph_.excepts) block(id);
        out_ += "}\n";
    }

    // The names variables got, in order of appearance.
    const std::vector<VariableId>& variable_order() const { return variable_order_; }
    const std::string& variable_name(VariableId id) const { return variable_names_[id.index]; }

  private:
    void name_blocks() {
        NameGiver giver;
        for (BlockId id : order_) {
            if (id == graph_.returns || id == graph_.excepts) continue;
            const std::string& hint = graph_.blocks[id].name;
            block_names_[id.index] = quoted_if_needed(giver.give(hint.empty() ? "block" : hint));
        }
    }

    void define(VariableId id) {
        if (!graph_.variables.contains(id)) {
            out_ += "%undefined";
            return;
        }
        std::string& name = variable_names_[id.index];
        if (name.empty()) {
            name = quoted_if_needed(giver_.give(graph_.variables[id].name));
            variable_order_.push_back(id);
        }
        (out_ += '%') += name;
    }

    void type_of(VariableId id) {
        LLTypeId type = graph_.variables.contains(id) ? graph_.variables[id].type : LLTypeId();
        if (type.valid()) (out_ += ": ") += outer_.type(type);
    }

    void define_with_type(VariableId id) {
        define(id);
        type_of(id);
    }

    void value(Value v) {
        if (!v.valid()) {
            out_ += "<nothing>";
        } else if (v.is_constant()) {
            outer_.constant(out_, v.constant());
        } else if (uint32_t i = v.variable().index;
                   i < variable_names_.size() && !variable_names_[i].empty()) {
            (out_ += '%') += variable_names_[i];
        } else {
            // Printed all the same, for messages about broken graphs.
            out_ += fmt::format("%undefined.{}", i);
        }
    }

    void values(const std::vector<Value>& list) {
        for (size_t i = 0; i < list.size(); i++) {
            if (i) out_ += ", ";
            value(list[i]);
        }
    }

    void location(const Location& place) { append_location(out_, place, graph_.location.file); }

    void header() {
        ((out_ += "graph @") += quoted_if_needed(outer_.names.at(graph_.id))) += '(';
        const std::vector<VariableId>& parameters = graph_.parameters();
        for (size_t i = 0; i < parameters.size(); i++) {
            if (i) out_ += ", ";
            define_with_type(parameters[i]);
        }
        out_ += ')';
        LLTypeId result = graph_.variables[graph_.blocks[graph_.returns].inputs[0]].type;
        if (result.valid()) (out_ += " -> ") += outer_.type(result);
        LLTypeId exception = graph_.variables[graph_.blocks[graph_.excepts].inputs[0]].type;
        if (exception.valid()) (out_ += " raises ") += outer_.type(exception);
        if (!graph_.qualname.empty()) (out_ += " qualname ") += quoted(graph_.qualname);
        if (graph_.function.valid()) out_ += fmt::format(" function #{}", graph_.function.index);
        if (graph_.low_level) out_ += " low_level";
        if (graph_.frameless) out_ += " frameless";
        if (graph_.no_inline) out_ += " no_inline";
        if (graph_.always_inline) out_ += " always_inline";
        if (graph_.cold) out_ += " cold";
        if (graph_.location.file.valid()) out_ += fmt::format(" in f{}", graph_.location.file.index);
        location(graph_.location);
        out_ += " {\n";
    }

    void block(BlockId id) {
        const Block& block = graph_.blocks[id];
        ((out_ += '^') += block_names_[id.index]) += '(';
        for (size_t i = 0; i < block.inputs.size(); i++) {
            if (i) out_ += ", ";
            define_with_type(block.inputs[i]);
        }
        out_ += "):\n";
        for (const Operation& op : block.operations) operation(op);
        exit(block);
    }

    void operation(const Operation& op) {
        out_ += "    ";
        // The operands have their names already, unless the graph is broken.
        size_t begin = out_.size();
        for (size_t i = 0; i < op.args.size(); i++) {
            out_ += i ? ", " : " ";
            value(op.args[i]);
        }
        operands_.assign(out_, begin);
        out_.resize(begin);
        define(op.result);
        ((out_ += " = ") += op_info(op.op).name) += operands_;
        LLTypeId type = graph_.variables.contains(op.result) ? graph_.variables[op.result].type : LLTypeId();
        if (type.valid()) (out_ += " : ") += outer_.type(type);
        location(op.location);
        out_ += '\n';
    }

    void link(const Link& link) {
        if (link.target == graph_.returns || link.target == graph_.excepts) {
            out_ += link.target == graph_.returns ? "return " : "raise ";
            values(link.args);
        } else {
            ((out_ += '^') += block_names_[link.target.index]) += '(';
            values(link.args);
            out_ += ')';
        }
        location(link.location);
    }

    void exit(const Block& block) {
        switch (block.exit) {
            case ExitKind::none: out_ += "    unfinished\n"; return;
            case ExitKind::jump: {
                const Link& only = block.links[0];
                bool leaves = only.target == graph_.returns || only.target == graph_.excepts;
                out_ += leaves ? "    " : "    goto ";
                link(only);
                out_ += '\n';
                return;
            }
            case ExitKind::branch:
                out_ += "    if ";
                value(block.condition);
                out_ += " -> ";
                link(block.links[0]);
                out_ += " else ";
                link(block.links[1]);
                out_ += '\n';
                return;
            case ExitKind::switch_:
                out_ += "    switch ";
                value(block.condition);
                out_ += " {\n";
                for (const Link& l : block.links) {
                    out_ += "        ";
                    if (l.exit_case.valid())
                        outer_.constant(out_, l.exit_case);
                    else
                        out_ += "else";
                    out_ += " -> ";
                    link(l);
                    out_ += '\n';
                }
                out_ += "    }\n";
                return;
            case ExitKind::raising:
                out_ += "    try -> ";
                link(block.links[0]);
                out_ += '\n';
                for (size_t i = 1; i < block.links.size(); i++) {
                    const Link& l = block.links[i];
                    out_ += "    except ";
                    outer_.constant(out_, l.exit_case);
                    out_ += " as ";
                    define_with_type(l.exception);
                    out_ += " -> ";
                    link(l);
                    out_ += '\n';
                }
                return;
        }
    }

    const ProgramPrinter& outer_;
    const Program& program_;
    const FunctionGraph& graph_;
    std::string& out_;
    std::vector<BlockId> order_;
    NameGiver giver_;
    std::vector<std::string> block_names_;     // by id
    std::vector<std::string> variable_names_;  // by id; empty: not defined yet
    std::vector<VariableId> variable_order_;
    std::string operands_;
};

}  // namespace

const std::string& ProgramPrinter::type(LLTypeId id) const {
    if (types_.size() <= id.index) types_.resize(program.types.size());
    std::string& text = types_[id.index];
    if (text.empty()) text = program.types.text(id);
    return text;
}

void ProgramPrinter::graph(std::string& out, const FunctionGraph& g) const {
    GraphPrinter printer(*this, g, out);
    printer.print();
    auto annotations = program.annotated.graphs.find(g.id);
    if (annotations == program.annotated.graphs.end()) return;
    out += graph_annotations(g, annotations->second, printer.variable_order(),
                             [&](VariableId id) { return "%" + printer.variable_name(id); });
}

std::string ProgramPrinter::types() const {
    std::string out;
    for (uint32_t i = with_library() ? program.host.library_types : 0; i < program.types.size(); i++) {
        const LLType& type = program.types[LLTypeId(i)];
        if (type.kind != LLKind::Struct) continue;
        out += "struct " + quoted_if_needed(type.name) + (type.gc ? " gc" : "") +
               (type.immutable ? " immutable" : "") + (type.defined ? " {" : " undefined\n");
        if (!type.defined) continue;
        for (size_t f = 0; f < type.fields.size(); f++)
            out += fmt::format("{}{}: {}", f ? ", " : " ", quoted_if_needed(type.fields[f].name),
                               program.types.text(type.fields[f].type));
        out += " }\n";
    }
    return out;
}

// The bytes of an array of Char, which are printed as text.
std::optional<std::string> ProgramPrinter::static_chars(const Prebuilt& data) const {
    const LLType& type = program.types[data.type];
    if (type.kind != LLKind::Array || type.item != kChar) return std::nullopt;
    std::string chars;
    for (ConstantId id : data.values) {
        const Constant& c = program.constants[id];
        if (c.kind != ConstantKind::integer || c.type != kChar || c.integer < 0 || c.integer > 255)
            return std::nullopt;
        chars += static_cast<char>(c.integer);
    }
    return chars;
}

std::string ProgramPrinter::statics() const {
    std::string out;
    for (uint32_t i = 0; i < program.prebuilt.size(); i++) {
        const Prebuilt& data = program.prebuilt[PrebuiltId(i)];
        out += fmt::format("static ${} {}: {}{} = ", i, quoted(data.name), type(data.type),
                           data.inlined ? " inlined" : "");
        if (std::optional<std::string> chars = static_chars(data)) {
            (out += quoted(*chars)) += '\n';
            continue;
        }
        out += '{';
        for (size_t v = 0; v < data.values.size(); v++) {
            out += v ? ", " : " ";
            constant(out, data.values[v]);
        }
        out += " }\n";
    }
    return out;
}

std::string ProgramPrinter::print() const {
    std::string out = fmt::format("phase {}\n", phase_name(program.phase));
    if (program.options.wrap_integers) out += "option wrap_integers\n";
    for (uint32_t i = with_library() ? program.host.library_files : 0; i < program.files.size(); i++) {
        const SourceFile& file = program.files[FileId(i)];
        out += fmt::format("file f{} {} {{\n", i, quoted(file.path));
        for (const std::string& line : file.lines) out += "  |" + line + "\n";
        out += "}\n";
    }
    for (uint32_t i = 0; i < program.scopes.size(); i++) {
        const InlineScope& scope = program.scopes[ScopeId(i)];
        out += fmt::format("scope {} {}{}{}\n", i, quoted(scope.function), location_text(scope.call, {}),
                           scope.outermost ? " outermost" : "");
    }
    out += types();
    if (program.phase <= Phase::Annotated) out += host_tables();
    if (program.phase == Phase::Annotated) out += annotated_tables();
    out += statics();
    if (program.entry.valid()) out += "entry @" + quoted_if_needed(names.at(program.entry)) + "\n";
    for (const auto& [role, graph_id] : program.roots)
        out += fmt::format("root {} @{}\n", quoted_if_needed(role), quoted_if_needed(names.at(graph_id)));
    if (program.catch_all.valid()) out += fmt::format("catch_all ${}\n", program.catch_all.index);
    for (GraphId id : program.graphs()) {
        if (with_library() && id.index < program.host.library_graphs) continue;
        out += '\n';
        graph(out, program.graph(id));
    }
    return out;
}

std::string print_program(const Program& program) {
    return ProgramPrinter(program).print();
}

std::string print_graph(const Program& program, const FunctionGraph& graph) {
    std::string out;
    ProgramPrinter(program).graph(out, graph);
    return out;
}

std::string print_constant(const Program& program, ConstantId id) {
    return ProgramPrinter(program).constant(id);
}

std::string print_annotation(const Program& program, AnnotationId id) {
    return ProgramPrinter(program).annotation(id);
}

}  // namespace sapwood
