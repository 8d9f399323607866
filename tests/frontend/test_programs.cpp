// Programs in files: flow graphs that are known, and flow graphs that must do what CPython does.
#include "tests/frontend/support.h"

namespace sapwood::tests {

// Positions are tested elsewhere; file numbers depend on the helper library.
static std::string without_positions(const std::string& text) {
    static const std::regex kPosition(R"( !(f\d+:)?\d+:\d+(-(\d+:)?\d+)?(@\d+)?| in f\d+)");
    return std::regex_replace(text, kPosition, "");
}

TEST_CASE("flow graphs are as written beside the programs") {
    std::vector<fs::path> programs = files("tests/frontend/flow", ".py");
    REQUIRE(programs.size() > 10);
    for (const fs::path& program : programs) {
        INFO(program.filename().string());
        Ended ended = run(flow_command() + " " + program.string());
        REQUIRE(ended.status == 0);
        fs::path expected = program;
        REQUIRE(without_positions(ended.output) == read(expected.replace_extension(".flow")));
    }
}

TEST_CASE("running the flow graphs on live objects equals CPython") {
    std::vector<fs::path> programs = files("tests/frontend/run", ".py");
    REQUIRE(programs.size() > 5);
    for (const fs::path& program : programs) {
        INFO(program.filename().string());
        Ended expected = run(Frontend::python_executable() + " " + program.string() + " 2>/dev/null");
        Ended got = run(flow_command() + " --run " + program.string() + " 2>/dev/null");
        REQUIRE(got.output == expected.output);
        REQUIRE(got.status == expected.status);
        REQUIRE(run(flow_command() + " --quiet " + program.string()).status == 0);
    }
}

TEST_CASE("forms of entries") {
    Folder folder;
    auto status = [&](const std::string& source, const std::string& args) {
        folder.write("entry.py", source);
        return run(flow_command() + " --run " + args + " 2>&1");
    };
    std::string path = (folder.path / "entry.py").string();
    SECTION("argv") {
        Ended ended = status("def main(argv):\n    print(argv[1:])\n    return 5\n", path + " a b");
        REQUIRE(ended.output == "['a', 'b']\n");
        REQUIRE(ended.status == 5);
    }
    SECTION("annotated parameters") {
        std::string source =
            "def main(n: int, name: str, scale: float = 1.5, flag: bool = False):\n"
            "    print(n, name, scale, flag)\n";
        REQUIRE(status(source, path + " 3 x").output == "3 x 1.5 False\n");
        REQUIRE(status(source, path + " -3 x 2.5 yes").output == "-3 x 2.5 True\n");
        std::string usage = "usage: entry.py n name [scale] [flag]\nentry.py: error: ";
        Ended missing = status(source, path);
        REQUIRE(missing.output == usage + "the following arguments are required: n, name\n");
        REQUIRE(missing.status == 2);
        REQUIRE(status(source, path + " q x").output == usage + "argument n: invalid int value: 'q'\n");
        REQUIRE(status(source, path + " 1 x 1 yes more").output == usage + "unrecognized arguments: more\n");
    }
    SECTION("a name given") {
        REQUIRE(status("def other():\n    return 7\n", "--entry other " + path).status == 7);
    }
    SECTION("target of RPython") {
        std::string source =
            "def entry_point(argv):\n    print(len(argv))\n    return 0\n"
            "def target(driver, args):\n    return entry_point, None\n";
        REQUIRE(status(source, path + " a").output == "2\n");
    }
}

}  // namespace sapwood::tests
