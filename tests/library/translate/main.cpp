// An outside program: translates files with installed headers only.
//
//   translate walk FILE.py          prints the graphs of each stage, and diagnostics as data
//   translate c FILE.py...          translates the files one after the other; prints the C of the last.
//                                   FILE.py=TEXT.py writes what TEXT.py holds over FILE.py before its turn
#include <sapwood/sapwood.h>

#include <cstdio>
#include <filesystem>
#include <string>

namespace {

using namespace sapwood;

void print_diagnostics(const Translator& translator) {
    for (const Diagnostic& diagnostic : translator.diagnostics().all())
        std::printf("%s:%d: %s\n", std::string(diag_info(diagnostic.diag).slug).c_str(),
                    diagnostic.location.line, diagnostic.text.c_str());
}

// Operations of the program's own graphs, counted by walking blocks.
size_t count_operations(const Program& program) {
    size_t count = 0;
    for (GraphId id : program.graphs()) {
        if (program.phase <= Phase::Annotated && id.index < program.host.library_graphs) continue;
        const FunctionGraph& graph = program.graph(id);
        for (BlockId block : graph.reachable_blocks()) count += graph.blocks[block].operations.size();
    }
    return count;
}

int walk(const std::string& path) {
    Translator translator;
    if (!translator.load_python(path).ok) {
        print_diagnostics(translator);
        return 1;
    }
    for (Stage stage : {Stage::annotated, Stage::typed, Stage::final}) {
        if (!translator.advance_to(stage)) {
            print_diagnostics(translator);
            return 1;
        }
        std::printf("%s: %zu operations\n", std::string(phase_name(translator.program().phase)).c_str(),
                    count_operations(translator.program()));
    }
    return 0;
}

// The file to translate next, after the change that its argument asks for.
std::string changed_file(const std::string& argument) {
    size_t equals = argument.find('=');
    if (equals == std::string::npos) return argument;
    std::string file = argument.substr(0, equals);
    std::filesystem::copy_file(argument.substr(equals + 1), file,
                               std::filesystem::copy_options::overwrite_existing);
    return file;
}

int last_c(int count, char** arguments) {
    std::string text;
    for (int i = 0; i < count; i++) {
        Translator translator;
        if (!translator.load_python(changed_file(arguments[i])).ok) {
            print_diagnostics(translator);
            return 1;
        }
        std::optional<std::vector<CFile>> files = translator.emit_c();
        if (!files) {
            print_diagnostics(translator);
            return 1;
        }
        text.clear();
        for (const CFile& file : *files) text += file.text;
    }
    std::fputs(text.c_str(), stdout);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc >= 3 && std::string(argv[1]) == "walk") return walk(argv[2]);
    if (argc >= 3 && std::string(argv[1]) == "c") return last_c(argc - 2, argv + 2);
    std::fprintf(stderr, "usage: translate walk FILE.py | translate c FILE.py...\n");
    return 2;
}
