// Damaged .fg text gives diagnostics; what is accepted all the same prints, parses back, verifies and runs
// (or is refused) without a crash.  The damage is the same in every run.
#include <optional>
#include <random>

#include "flowgraph/interp.h"
#include "flowgraph/parse.h"
#include "flowgraph/print.h"
#include "flowgraph/verify.h"
#include "tests/catch.h"
#include "tests/flowgraph/corpus.h"

using namespace sapwood;

namespace {

constexpr int kMutationsPerFile = 60;
constexpr size_t kLargestFile = 20'000;
constexpr uint64_t kSteps = 2'000;

std::vector<std::string> corpus() {
    std::vector<std::string> texts;
    for (const std::filesystem::path& path : fg_files("tests/flowgraph")) {
        std::string text = read_text(path);
        if (text.size() < kLargestFile) texts.push_back(std::move(text));
    }
    return texts;
}

// What happens to a text: bytes change or vanish, pieces of it or of another text are put in, the end is
// lost.
std::string mutated(std::string text, const std::string& other, std::mt19937& random) {
    auto below = [&](size_t n) { return n == 0 ? 0 : random() % n; };
    static constexpr std::string_view kPieces[] = {
        "-1",         "0",       "4294967295",    "99",        "%x",        "@f",      "$0",
        "#0",         "\"",      "Ptr(",          ")",         "undefined", ":Number", " : Signed",
        "void",       "return ", "goto ^entry()", "<nothing>", "\n",        "{",       "}",
        "null:GcRef", "!0:0",    "!1:1@9",        "s0",        "[",         ","};
    for (size_t changes = 1 + below(3); changes > 0; changes--) {
        size_t at = below(text.size());
        switch (below(6)) {
            case 0: text.resize(at); break;
            case 1: text.erase(at, 1 + below(12)); break;
            case 2: text.insert(at, kPieces[below(std::size(kPieces))]); break;
            case 3: text.insert(at, other.substr(below(other.size()), below(80))); break;
            case 4:
                if (!text.empty()) text[at] = static_cast<char>(below(256));
                break;
            default: {  // a line twice
                size_t begin = text.rfind('\n', at), end = text.find('\n', at);
                if (begin == std::string::npos || end == std::string::npos) break;
                text.insert(end, text.substr(begin, end - begin));
            }
        }
    }
    return text;
}

// false: the text was refused, with a diagnostic.
bool survives(const std::string& text) {
    Diagnostics diagnostics;
    std::optional<Program> program = parse_program(text, "mutated.fg", "", diagnostics);
    if (!program) {
        REQUIRE(diagnostics.has_errors());
        return false;
    }
    std::string printed = print_program(*program);
    std::optional<Program> again = parse_program(printed, "printed.fg", "", diagnostics);
    INFO(printed);
    INFO(render(diagnostics, {}, false));
    REQUIRE(again);
    REQUIRE(print_program(*again) == printed);
    bool sound = verify(*program).empty();
    if (program->phase < Phase::TypedLL || !sound) return true;
    InterpOptions options;
    options.step_limit = kSteps;
    options.memory_limit = size_t(1) << 22;
    for (GraphId id : program->graphs()) {
        std::vector<ConstantId> arguments;
        const FunctionGraph& graph = program->graph(id);
        for (VariableId v : graph.parameters()) {
            LLTypeId type = graph.variables[v].type;
            Constant zero;
            zero.kind = type == kFloat                                      ? ConstantKind::floating
                        : type == kNumber                                   ? ConstantKind::number_none
                        : program->types.is_pointer(type) || type == kGcRef ? ConstantKind::null
                                                                            : ConstantKind::integer;
            zero.type = type;
            arguments.push_back(program->constants.intern(std::move(zero)));
        }
        InterpResult result = interpret(*program, id, arguments, options);
        REQUIRE(!result.summary().empty());
    }
    return true;
}

}  // namespace

TEST_CASE("damaged text is refused or harmless") {
    std::vector<std::string> texts = corpus();
    REQUIRE(texts.size() > 40);
    std::mt19937 random(20240229);
    int accepted = 0, refused = 0;
    for (const std::string& text : texts)
        for (int i = 0; i < kMutationsPerFile; i++) {
            std::string damaged = mutated(text, texts[random() % texts.size()], random);
            INFO(damaged);
            (survives(damaged) ? accepted : refused)++;
        }
    // Both kinds were met, or the test has become blind.
    REQUIRE(accepted > 200);
    REQUIRE(refused > 1000);
}

TEST_CASE("truncated text is refused or harmless") {
    for (const std::string& text : corpus())
        for (size_t length = 0; length < text.size(); length += 1 + text.size() / 40)
            survives(text.substr(0, length));
}

TEST_CASE("deeply nested types are refused") {
    std::string deep;
    for (int i = 0; i < 1'000'000; i++) deep += "Ptr(";
    Diagnostics diagnostics;
    REQUIRE(!parse_program("phase typed ll\nstatic $0 \"x\": " + deep, "deep.fg", "", diagnostics));
    REQUIRE(diagnostics.has_errors());
}
