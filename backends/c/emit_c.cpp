// Puts the C files of a program together.
#include "backends/c/emit_c.h"

#include "backends/c/database.h"
#include "backends/c/declarations.h"
#include "backends/c/function.h"
#include "backends/c/literals.h"

namespace sapwood {
namespace {

constexpr const char* kInclude = "#include \"sapwood.h\"\n";

struct Printed {
    const FunctionGraph* graph;
    CFunction function;
};

std::string source_comment(const Program& program, const FunctionGraph& graph) {
    if (!graph.location.known()) return {};
    const std::string& path = program.files[graph.location.file].path;
    return fmt::format("/* {}:{}: {} */\n", c_comment(path.substr(path.rfind('/') + 1)), graph.location.line,
                       c_comment(graph.qualname.empty() ? graph.name : graph.qualname));
}

std::string definition(const Program& program, const Printed& printed, const char* storage) {
    return fmt::format("\n{}{}{} {}", source_comment(program, *printed.graph), storage,
                       printed.function.prototype, printed.function.body);
}

std::string main_function(const Program& program, const CNames& names) {
    return fmt::format("\nint64_t sw_program_main(void) {{\n    return {}();\n}}\n",
                       names.function(program.entry));
}

}  // namespace

std::vector<CFile> emit_c(const Program& program, const CEmitOptions& options) {
    Database database = collect(program);
    CNames names(program, database);
    Places places(program);
    std::vector<Printed> functions;
    size_t size = 0;
    for (GraphId id : database.graphs) {
        const FunctionGraph& graph = program.graph(id);
        functions.push_back({&graph, print_function(program, names, places, graph, options.line_marks)});
        size += functions.back().function.body.size();
    }
    bool split = size > options.split_bytes;
    const char* storage = split ? "" : "static ";
    const char* data_storage = split ? "extern " : "static ";

    std::string declarations = "\n/* types */\n" + c_types(program, database, names);
    declarations += "\n/* static data */\n" + c_data_declarations(program, database, names, data_storage);
    declarations += "\n/* functions */\n";
    for (const Printed& printed : functions)
        declarations += storage + printed.function.prototype + (printed.graph->cold ? " sw_cold;\n" : ";\n");
    std::string data = "\n" + c_data(program, database, names, storage);
    std::string tables = "\n" + c_descriptors(program, database, names) + "\n" + places.table();

    if (!split) {
        std::string text = kInclude + declarations + data + tables;
        for (const Printed& printed : functions) text += definition(program, printed, storage);
        return {{"program.c", text + main_function(program, names)}};
    }
    std::vector<CFile> files;
    files.push_back({"program.h", fmt::format("#ifndef PROGRAM_H\n#define PROGRAM_H\n\n{}{}\n#endif\n",
                                              kInclude, declarations)});
    const std::string head = "#include \"program.h\"\n";
    files.push_back({"program_data.c", head + data + tables + main_function(program, names)});
    std::string text = head;
    int number = 0;
    for (size_t i = 0; i < functions.size(); i++) {
        text += definition(program, functions[i], storage);
        if (text.size() < options.split_bytes && i + 1 < functions.size()) continue;
        files.push_back({fmt::format("program_{}.c", number++), std::move(text)});
        text = head;
    }
    return files;
}

}  // namespace sapwood
