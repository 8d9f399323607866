// Loading: errors of the module level, its effects, what is left behind, and stores found later.
#include "flowgraph/print.h"
#include "tests/frontend/support.h"

namespace sapwood::tests {

// The described object of this qualified name.
static ObjectId named(const Program& program, const std::string& qualname) {
    for (uint32_t i = 0; i < program.host.objects.size(); ++i)
        if (program.host.objects[ObjectId(i)].qualname == qualname) return ObjectId(i);
    return {};
}

static std::string graph_text(Frontend& frontend, Program& program, const std::string& qualname) {
    std::optional<GraphId> graph = frontend.world().graph_of(named(program, qualname));
    return graph ? print_graph(program, program.graph(*graph)) : "";
}

static std::string slugs(const std::string& source, const std::string& entry = "") {
    Folder folder;
    Frontend frontend;
    return Loaded(frontend, folder.write("prog.py", source), entry).found();
}

TEST_CASE("errors of the module level are CPython's") {
    Folder folder;
    Frontend frontend;
    for (std::string source :
         {"def f(x):\n    return 1 // x\n\n\nf(0)\n", "import os.no_such\n", "def f(:\n",
          "class E(Exception):\n    pass\n\n\ntry:\n    {}[1]\nexcept KeyError:\n    raise E\n"}) {
        std::string path = folder.write("prog.py", source);
        Ended expected = run(Frontend::python_executable() + " " + path + " 2>&1");
        Loaded loaded(frontend, path);
        REQUIRE(!loaded.result.ok);
        REQUIRE(loaded.result.status == expected.status);
        REQUIRE(loaded.result.traceback == expected.output);
    }
}

TEST_CASE("errors have places") {
    REQUIRE(slugs("x = 1\ny = [][x]\n") == "2:4 module_raised\n");
    REQUIRE(slugs("x = 1\n  y = 2\n").ends_with("syntax_error\n"));
    REQUIRE(slugs("x = 1\n") == "1:0 no_entry\n");
    REQUIRE(slugs("def main(n): pass\nmain = 3\n") == "1:0 bad_entry\n");
    REQUIRE(slugs("def main(a: int, b: list): pass\n") == "1:0 bad_entry_signature\n");
    REQUIRE(slugs("def f(): pass\n", "g") == "1:0 bad_entry\n");
    REQUIRE(slugs("if __name__ == '__main__':\n    pass\nprint(1)\n") == "3:0 bad_entry\n");
}

TEST_CASE("what is not supported is refused where it stands") {
    auto in_main = [](const std::string& line) {
        return slugs("if __name__ == '__main__':\n    " + line + "\n");
    };
    for (std::string line : {"eval('1')", "exec('1')", "async def f(): pass", "globals()", "vars()",
                             "super()", "delattr(print, input())"})
        REQUIRE(in_main(line) == "2:4 unsupported\n");
    REQUIRE(in_main("match 1:\n        case len(): pass") == "3:13 unsupported\n");
    REQUIRE(in_main("print(**{1: 2}, sep='')") == "2:20 unsupported\n");
    REQUIRE(in_main("class C: pass") == "2:4 run_time_class\n");
    REQUIRE(in_main("import no_such_module") == "2:4 run_time_import\n");
    REQUIRE(in_main("x = no_such_name") == "2:8 unknown_name\n");
    REQUIRE(in_main("print(18446744073709551616)") == "2:4 int_too_large\n");
    REQUIRE(in_main("print(2 ** 64)").empty());  // OverflowError where it stands, at run time
    REQUIRE(in_main("import math; math.nothing") == "2:17 unknown_attribute\n");
}

TEST_CASE("effects of the module level") {
    Folder folder;
    Frontend frontend;
    std::string path = folder.write("prog.py", "import sys\nprint('out')\nsys.exit(3)\n");
    Loaded checked(frontend, path, "", false);
    REQUIRE(checked.found() == "2:0 import_time_effect\n3:0 import_time_effect\n");
    REQUIRE(checked.result.exited);
    Loaded running(frontend, path);
    REQUIRE(running.found().empty());
    REQUIRE(running.result.exited);
    REQUIRE(running.result.status == 3);
}

TEST_CASE("a program's modules may have names of the library") {
    Folder folder;
    Frontend frontend;
    for (const char* name : {"linecache", "statistics", "sysconfig", "traceback"})
        folder.write(std::string(name) + ".py", "def number():\n    return 22\n");
    std::string from_library = "import statistics, traceback\nstatistics.mean, traceback.format_exc\n";
    std::string path = folder.write("prog.py",
                                    "import linecache, statistics, sysconfig, traceback\n"
                                    "def main():\n"
                                    "    return linecache.number() + statistics.number()\n"
                                    "if sysconfig.number() + traceback.number() != 44: raise SystemError\n");
    fs::create_directories(folder.path / "elsewhere");
    std::string other = folder.write("elsewhere/prog.py", from_library + "def main():\n    pass\n");
    std::string raises = folder.write("raises.py", "import traceback\n1 / traceback.nothing\n");
    REQUIRE(Loaded(frontend, other).result.ok);
    REQUIRE(Loaded(frontend, path).result.ok);
    REQUIRE(Loaded(frontend, raises).result.traceback.find("    1 / traceback.nothing\n") !=
            std::string::npos);
    REQUIRE(Loaded(frontend, other).result.ok);
}

TEST_CASE("programs leave nothing behind") {
    Folder folder;
    Frontend frontend;
    folder.write("part.py", "value = 1\n");
    std::string a = folder.write("a.py", "import part\ndef main():\n    return part.value\n");
    std::string b = folder.write("b.py",
                                 "import sys\nif 'part' in sys.modules: raise SystemError\nimport part\n"
                                 "def main():\n    return part.value + len(sys.path)\n");
    Loaded first(frontend, a);
    REQUIRE(graph_text(frontend, first.program, "__main__.main").find("return 1") != std::string::npos);
    folder.write("part.py", "value = 22\n");
    Loaded changed(frontend, a);
    REQUIRE(graph_text(frontend, changed.program, "__main__.main").find("return 22") != std::string::npos);
    Loaded second(frontend, b);
    REQUIRE(second.result.ok);
    std::string text = graph_text(frontend, second.program, "__main__.main");
    frontend.unload();
    Frontend other;
    Loaded again(other, b);
    REQUIRE(text == graph_text(other, again.program, "__main__.main"));
    REQUIRE(print_program(second.program) == print_program(again.program));
}

TEST_CASE("a store that is found later starts flow building again") {
    Folder folder;
    Frontend frontend;
    std::string path = folder.write("prog.py", "class C:\n    x = 1\n\n\ndef main():\n    return C.x\n");
    Loaded loaded(frontend, path);
    HostWorld& world = frontend.world();
    REQUIRE(graph_text(frontend, loaded.program, "__main__.main").find("return 1") != std::string::npos);
    REQUIRE(!world.restart_needed());
    ObjectId class_ = named(loaded.program, "__main__.C");
    REQUIRE(world.note_store(class_, "x"));
    REQUIRE(world.restart_needed());
    Program fresh;
    Diagnostics diagnostics;
    REQUIRE(frontend.reload(fresh, diagnostics));
    REQUIRE(graph_text(frontend, fresh, "__main__.main").find("getattr") != std::string::npos);
}

TEST_CASE("a source that changed since import is noticed") {
    Folder folder;
    Frontend frontend;
    std::string part = folder.write("part.py", "def f():\n    return 1\n");
    std::string path = folder.write("prog.py",
                                    "import part\nwith open(part.__file__, 'w') as file:\n"
                                    "    file.write('def f():\\n    return 22\\n')\n"
                                    "def main():\n    return part.f()\n");
    Loaded loaded(frontend, path);
    REQUIRE(loaded.result.ok);
    REQUIRE(!graph_text(frontend, loaded.program, "__main__.main").empty());
    REQUIRE(graph_text(frontend, loaded.program, "part.f").empty());
    REQUIRE(loaded.found().ends_with("no_source\n"));
}

TEST_CASE("positions are those of the source, in bytes") {
    Folder folder;
    Frontend frontend;
    std::string path = folder.write("prog.py", "def main(argv):\n    s = 'é' + argv[0]\n    return len(s)\n");
    Loaded loaded(frontend, path, "main");
    Program& program = loaded.program;
    std::optional<GraphId> graph = frontend.world().graph_of(named(program, "__main__.main"));
    std::vector<std::string> places;
    for (const Block& block : program.graph(*graph).blocks)
        for (const Operation& operation : block.operations)
            places.push_back(fmt::format("{} {}:{}-{}", op_info(operation.op).name, operation.location.line,
                                         operation.location.column, operation.location.end_column));
    REQUIRE(places == std::vector<std::string>{"getitem 2:15-22", "add 2:8-22", "simple_call 3:11-17"});
}

}  // namespace sapwood::tests
