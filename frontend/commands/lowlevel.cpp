// sapwood-lowlevel FOLDER OUTPUT: the helper library as C++ text, or as it is when OUTPUT ends in .fg.  A
// step of Sapwood's own build.
#include <cstdio>
#include <fstream>

#include "frontend/frontend.h"

using namespace sapwood;

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: sapwood-lowlevel FOLDER OUTPUT\n");
        return 2;
    }
    Diagnostics diagnostics;
    Frontend frontend;
    std::string text = frontend.build_helper_library(argv[1], diagnostics);
    if (diagnostics.has_errors()) {
        std::fputs(text.c_str(), stderr);
        return 1;
    }
    std::ofstream out(argv[2], std::ios::binary);
    if (std::string_view(argv[2]).ends_with(".fg")) return (out << text) ? 0 : 1;
    out << "// Made by sapwood-lowlevel from rtyper/lowlevel/*.py.\n#include "
           "\"flowgraph/helper_library.h\"\n\n"
           "namespace sapwood {\n\nstatic constexpr char kText[] = {\n";
    // Numbers: a string literal of this length is beyond what the standard promises.
    for (size_t i = 0; i < text.size(); ++i)
        out << int(static_cast<signed char>(text[i])) << (i % 32 == 31 ? ",\n" : ",");
    out << "};\n\nstd::string_view helper_library() { return {kText, sizeof kText}; }\n\n}  // namespace "
           "sapwood\n";
    out.close();
    return out ? 0 : 1;
}
