// Other forms of graphs; see graph_formats.h.
#include "tools/graph_formats.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <fstream>
#include <sstream>

#include "flowgraph/print.h"
#include "tools/output_file.h"

namespace sapwood {

namespace {

using nlohmann::ordered_json;

// The lines of a printed graph, split into blocks: the form people know from .fg.
struct PrintedBlock {
    std::string label;              // as the header line has it
    std::string name;               // ^name
    std::vector<std::string> body;  // trimmed lines
};

struct PrintedGraph {
    std::string header;
    std::vector<PrintedBlock> blocks;
};

PrintedGraph printed(const Program& program, GraphId id) {
    PrintedGraph result;
    std::istringstream text(print_graph(program, program.graph(id)));
    for (std::string line; std::getline(text, line);) {
        if (line.starts_with("graph ")) {
            result.header = line.substr(0, line.rfind(" {"));
        } else if (line.starts_with("^")) {
            result.blocks.push_back({line, line.substr(0, line.find('(')), {}});
        } else if (line == "}") {
            break;
        } else if (!result.blocks.empty()) {
            result.blocks.back().body.push_back(line.substr(line.find_first_not_of(' ')));
        }
    }
    return result;
}

std::string escaped(const std::string& text) {
    std::string result;
    for (char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result;
}

}  // namespace

std::string graphs_as_dot(const Program& program, const std::vector<GraphId>& graphs) {
    std::string out =
        "digraph program {\n    node [shape=box, fontname=\"monospace\", fontsize=10];\n"
        "    edge [fontname=\"monospace\", fontsize=9];\n";
    for (GraphId id : graphs) {
        const FunctionGraph& graph = program.graph(id);
        PrintedGraph text = printed(program, id);
        out += fmt::format("    subgraph cluster_{} {{\n        label=\"{}\";\n", id.index,
                           escaped(text.header));
        std::vector<BlockId> order;
        for (BlockId block : graph.reachable_blocks())
            if (block != graph.returns && block != graph.excepts) order.push_back(block);
        auto node = [&](BlockId block) { return fmt::format("g{}_b{}", id.index, block.index); };
        for (size_t i = 0; i < order.size(); i++) {
            std::string label = escaped(text.blocks[i].label) + "\\l";
            for (const std::string& line : text.blocks[i].body) label += escaped(line) + "\\l";
            out += fmt::format("        {} [label=\"{}\"];\n", node(order[i]), label);
        }
        for (BlockId leaf : {graph.returns, graph.excepts})
            out += fmt::format("        {} [label=\"{}\", shape=ellipse];\n", node(leaf),
                               graph.blocks[leaf].name);
        for (BlockId block : order) {
            const std::vector<Link>& links = graph.blocks[block].links;
            for (size_t i = 0; i < links.size(); i++) {
                std::string label;
                if (graph.blocks[block].exit == ExitKind::branch) label = i == 0 ? "true" : "false";
                if (links[i].exit_case.valid()) label = escaped(print_constant(program, links[i].exit_case));
                out += fmt::format("        {} -> {} [label=\"{}\"];\n", node(block), node(links[i].target),
                                   label);
            }
        }
        out += "    }\n";
    }
    return out + "}\n";
}

std::optional<std::string> graphs_as_svg(const Program& program, const std::vector<GraphId>& graphs,
                                         std::string& error) {
    TemporaryDirectory scratch;
    std::string source = scratch.path() + "/graph.dot", image = scratch.path() + "/graph.svg";
    error = write_whole(source, graphs_as_dot(program, graphs));
    if (!error.empty()) return std::nullopt;
    std::string command = fmt::format("dot -Tsvg -o '{}' '{}' 2>/dev/null", image, source);
    if (std::system(command.c_str()) != 0) {
        error = "svg needs Graphviz's `dot`, which is missing or failed";
        return std::nullopt;
    }
    std::ifstream file(image, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string graphs_as_json(const Program& program, const std::vector<GraphId>& graphs) {
    ordered_json root = {{"phase", phase_name(program.phase)}, {"graphs", ordered_json::array()}};
    for (GraphId id : graphs) {
        const FunctionGraph& graph = program.graph(id);
        PrintedGraph text = printed(program, id);
        ordered_json blocks = ordered_json::array();
        std::vector<BlockId> order;
        for (BlockId block : graph.reachable_blocks())
            if (block != graph.returns && block != graph.excepts) order.push_back(block);
        std::map<BlockId, std::string> names = {{graph.returns, "return"}, {graph.excepts, "except"}};
        for (size_t i = 0; i < order.size(); i++) names[order[i]] = text.blocks[i].name.substr(1);
        for (size_t i = 0; i < order.size(); i++) {
            const Block& block = graph.blocks[order[i]];
            ordered_json operations = ordered_json::array();
            for (size_t line = 0; line < block.operations.size(); line++) {
                const Operation& op = block.operations[line];
                operations.push_back({{"op", op_info(op.op).name},
                                      {"text", text.blocks[i].body[line]},
                                      {"line", op.location.line},
                                      {"column", op.location.column}});
            }
            ordered_json links = ordered_json::array();
            for (const Link& link : block.links) {
                ordered_json entry = {{"target", names.at(link.target)}};
                if (link.exit_case.valid()) entry["case"] = print_constant(program, link.exit_case);
                links.push_back(std::move(entry));
            }
            blocks.push_back({{"name", names.at(order[i])}, {"operations", operations}, {"links", links}});
        }
        root["graphs"].push_back(
            {{"name", graph.name}, {"text", text.header}, {"blocks", std::move(blocks)}});
    }
    return root.dump(2) + "\n";
}

}  // namespace sapwood
