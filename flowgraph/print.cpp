// Prints programs and graphs as .fg text.  The grammar is told by parse.cpp; print_tables.cpp has the
// host and annotation tables.
#include "flowgraph/print.h"

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

std::string float_text(double value) {
    if (std::isnan(value)) return std::signbit(value) ? "-nan" : "nan";
    if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
    std::string text = fmt::format("{}", value);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

std::string location_text(const Location& location, FileId default_file) {
    if (!location.known()) return "";
    std::string text = " !";
    if (location.file != default_file && location.file.valid())
        text += fmt::format("f{}:", location.file.index);
    text += fmt::format("{}:{}", location.line, location.column);
    if (location.end_line == location.line)
        text += fmt::format("-{}", location.end_column);
    else if (location.end_line > 0)
        text += fmt::format("-{}:{}", location.end_line, location.end_column);
    if (location.scope.valid()) text += fmt::format("@{}", location.scope.index);
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
            bool plain = program.types.is_pointer(c.type) && program.types.target(c.type) == target;
            return fmt::format("${}", c.prebuilt.index) + (plain ? "" : ":" + program.types.text(c.type));
        }
        case ConstantKind::function:
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
            for (size_t i = 0; i < c.keywords.size(); i++) text += (i || c.star ? ", " : "") + c.keywords[i];
            return text + ")";
        }
    }
    return "?";
}

namespace {

// Prints one graph.
class GraphPrinter {
  public:
    GraphPrinter(const ProgramPrinter& outer, const FunctionGraph& graph)
        : outer_(outer), program_(outer.program), graph_(graph), order_(graph.reachable_blocks()) {}

    std::string print() {
        name_blocks();
        std::string out = header();
        for (BlockId id : order_)
            if (id != graph_.returns && id != graph_.excepts) out += block(id);
        return out + "}\n";
    }

    // The names variables got, in order of appearance.
    const std::vector<VariableId>& variable_order() const { return variable_order_; }
    std::string variable_name(VariableId id) const { return variable_names_.at(id); }

  private:
    void name_blocks() {
        NameGiver giver;
        for (BlockId id : order_)
            if (id != graph_.returns && id != graph_.excepts)
                block_names_[id] =
                    giver.give(graph_.blocks[id].name.empty() ? "block" : graph_.blocks[id].name);
    }

    std::string define(VariableId id) {
        auto [entry, inserted] = variable_names_.try_emplace(id);
        if (inserted) {
            entry->second = giver_.give(graph_.variables[id].name);
            variable_order_.push_back(id);
        }
        return "%" + entry->second;
    }

    std::string defined_with_type(VariableId id) {
        LLTypeId type = graph_.variables[id].type;
        return define(id) + (type.valid() ? ": " + program_.types.text(type) : "");
    }

    std::string value(Value v) {
        if (!v.valid()) return "<nothing>";
        if (v.is_constant()) return outer_.constant(v.constant());
        auto found = variable_names_.find(v.variable());
        // A use without definition is printed all the same, for messages about broken graphs.
        return "%" + (found != variable_names_.end() ? found->second
                                                     : fmt::format("undefined.{}", v.variable().index));
    }

    std::string values(const std::vector<Value>& list, size_t from = 0) {
        std::string text;
        for (size_t i = from; i < list.size(); i++) text += (i > from ? ", " : "") + value(list[i]);
        return text;
    }

    std::string header() {
        std::string out = "graph @" + quoted_if_needed(outer_.names.at(graph_.id)) + "(";
        const std::vector<VariableId>& parameters = graph_.parameters();
        // Parameters are named where the entry block lists them; the header tells their types only.
        for (size_t i = 0; i < parameters.size(); i++)
            out += (i ? ", " : "") + defined_with_type(parameters[i]);
        out += ")";
        LLTypeId result = graph_.variables[graph_.blocks[graph_.returns].inputs[0]].type;
        if (result.valid()) out += " -> " + program_.types.text(result);
        LLTypeId exception = graph_.variables[graph_.blocks[graph_.excepts].inputs[0]].type;
        if (exception.valid()) out += " raises " + program_.types.text(exception);
        if (!graph_.qualname.empty()) out += " qualname " + quoted(graph_.qualname);
        if (graph_.function.valid()) out += fmt::format(" function #{}", graph_.function.index);
        if (graph_.low_level) out += " low_level";
        if (graph_.no_inline) out += " no_inline";
        if (graph_.always_inline) out += " always_inline";
        if (graph_.location.file.valid()) out += fmt::format(" in f{}", graph_.location.file.index);
        return out + location_text(graph_.location, graph_.location.file) + " {\n";
    }

    std::string block(BlockId id) {
        const Block& block = graph_.blocks[id];
        std::string out = "^" + quoted_if_needed(block_names_.at(id)) + "(";
        for (size_t i = 0; i < block.inputs.size(); i++)
            out += (i ? ", " : "") + defined_with_type(block.inputs[i]);
        out += "):\n";
        for (const Operation& op : block.operations) out += operation(op);
        return out + exit(block);
    }

    std::string operation(const Operation& op) {
        LLTypeId type = graph_.variables[op.result].type;
        std::string arguments = values(op.args);
        std::string out = fmt::format("    {} = {}", define(op.result), op_info(op.op).name);
        if (!arguments.empty()) out += " " + arguments;
        if (type.valid() && type != kVoid) out += " : " + program_.types.text(type);
        if (type.valid() && type == kVoid) out += " : Void";
        out += location_text(op.location, graph_.location.file);
        return out + "\n";
    }

    std::string link(const Link& link) {
        std::string out;
        if (link.target == graph_.returns)
            out = "return " + values(link.args);
        else if (link.target == graph_.excepts)
            out = "raise " + values(link.args);
        else
            out = "^" + quoted_if_needed(block_names_.at(link.target)) + "(" + values(link.args) + ")";
        return out + location_text(link.location, graph_.location.file);
    }

    std::string exit(const Block& block) {
        switch (block.exit) {
            case ExitKind::none: return "    unfinished\n";
            case ExitKind::jump: {
                const Link& only = block.links[0];
                bool leaves = only.target == graph_.returns || only.target == graph_.excepts;
                return (leaves ? "    " : "    goto ") + link(only) + "\n";
            }
            case ExitKind::branch:
                return fmt::format("    if {} -> {} else {}\n", value(block.condition), link(block.links[0]),
                                   link(block.links[1]));
            case ExitKind::switch_: {
                std::string out = fmt::format("    switch {} {{\n", value(block.condition));
                for (const Link& l : block.links)
                    out += fmt::format("        {} -> {}\n",
                                       l.exit_case.valid() ? outer_.constant(l.exit_case) : "else", link(l));
                return out + "    }\n";
            }
            case ExitKind::raising: {
                std::string out = fmt::format("    try -> {}\n", link(block.links[0]));
                for (size_t i = 1; i < block.links.size(); i++) {
                    const Link& l = block.links[i];
                    std::string exception = defined_with_type(l.exception);
                    out += fmt::format("    except {} as {} -> {}\n", outer_.constant(l.exit_case), exception,
                                       link(l));
                }
                return out;
            }
        }
        return "";
    }

    const ProgramPrinter& outer_;
    const Program& program_;
    const FunctionGraph& graph_;
    std::vector<BlockId> order_;
    NameGiver giver_;
    std::map<BlockId, std::string> block_names_;
    std::map<VariableId, std::string> variable_names_;
    std::vector<VariableId> variable_order_;
};

}  // namespace

std::string ProgramPrinter::graph(const FunctionGraph& g) const {
    GraphPrinter printer(*this, g);
    std::string text = printer.print();
    auto annotations = program.annotated.graphs.find(g.id);
    if (annotations == program.annotated.graphs.end()) return text;
    return text + graph_annotations(g, annotations->second, printer.variable_order(),
                                    [&](VariableId id) { return "%" + printer.variable_name(id); });
}

std::string ProgramPrinter::types() const {
    std::string out;
    for (uint32_t i = 0; i < program.types.size(); i++) {
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

std::string ProgramPrinter::statics() const {
    std::string out;
    for (uint32_t i = 0; i < program.prebuilt.size(); i++) {
        const Prebuilt& data = program.prebuilt[PrebuiltId(i)];
        out += fmt::format("static ${} {}: {}{} = {{", i, quoted(data.name), program.types.text(data.type),
                           data.inlined ? " inlined" : "");
        for (size_t v = 0; v < data.values.size(); v++) out += (v ? ", " : " ") + constant(data.values[v]);
        out += " }\n";
    }
    return out;
}

std::string ProgramPrinter::print() const {
    std::string out = fmt::format("phase {}\n", phase_name(program.phase));
    if (program.options.wrap_integers) out += "option wrap_integers\n";
    for (uint32_t i = 0; i < program.files.size(); i++) {
        const SourceFile& file = program.files[FileId(i)];
        out += fmt::format("file f{} {} {{\n", i, quoted(file.path));
        for (const std::string& line : file.lines) out += "  |" + line + "\n";
        out += "}\n";
    }
    for (uint32_t i = 0; i < program.scopes.size(); i++) {
        const InlineScope& scope = program.scopes[ScopeId(i)];
        out += fmt::format("scope {} {}{}\n", i, quoted(scope.function), location_text(scope.call, {}));
    }
    out += types();
    if (program.phase <= Phase::Annotated) out += host_tables();
    if (program.phase == Phase::Annotated) out += annotated_tables();
    out += statics();
    if (program.entry.valid()) out += "entry @" + quoted_if_needed(names.at(program.entry)) + "\n";
    for (const auto& [role, graph_id] : program.roots)
        out += fmt::format("root {} @{}\n", role, quoted_if_needed(names.at(graph_id)));
    for (GraphId id : program.graphs()) {
        if (program.phase <= Phase::Annotated && id.index < program.host.library_graphs) continue;
        out += "\n" + graph(program.graph(id));
    }
    return out;
}

std::string print_program(const Program& program) {
    return ProgramPrinter(program).print();
}

std::string print_graph(const Program& program, const FunctionGraph& graph) {
    return ProgramPrinter(program).graph(graph);
}

std::string print_constant(const Program& program, ConstantId id) {
    return ProgramPrinter(program).constant(id);
}

std::string print_annotation(const Program& program, AnnotationId id) {
    return ProgramPrinter(program).annotation(id);
}

}  // namespace sapwood
