// Runs .fg tests; the directives are described in tests/flowgraph/README.md.
#include "tools/fg_test.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "flowgraph/helper_library.h"
#include "flowgraph/parse.h"
#include "flowgraph/print.h"
#include "flowgraph/verify.h"
#include "tools/fg_steps.h"
#include "tools/leaf_table.h"
#include "tools/output_file.h"

namespace sapwood {

namespace {

struct Eval {
    std::string text;  // as written, for messages
    EvalCall call;
    std::string expected;  // as evaluate() gives it
    bool before = true, after = true;
};

struct ExpectedCount {
    std::string text;  // as written
    std::string graph;
    std::string what;    // an operation, an exit kind, or "blocks"
    int64_t count = -1;  // -1: at least one
};

struct ExpectedText {
    std::vector<std::string> graphs;  // by name; empty: the whole program
    std::string text;
    size_t first_line = 0, lines = 0;  // of the text, in the file
};

// A file's directives.
struct Directives {
    std::vector<std::string> steps;
    bool verify = false, roundtrip = false, refuse = false;
    std::set<std::string> rules;        // `expect:` of verify
    std::vector<std::string> refusals;  // `expect:` of refuse
    std::vector<std::string> slugs;     // `expect-diagnostic:`
    std::vector<Eval> evals;
    std::vector<ExpectedCount> counts;
    std::vector<std::string> present, absent;  // graphs, afterwards
    std::vector<ExpectedText> texts;
    // Of the whole program: exit status, and lines of its output.
    std::optional<int> status;
    std::string output, error_output;
    std::string mistake;  // of the directives themselves
};

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    while (text.starts_with(' ')) text.remove_prefix(1);
    return true;
}

std::string without_at(std::string name) {
    return name.starts_with('@') ? name.substr(1) : name;
}

void read_eval(Directives& directives, std::string_view text, bool before, bool after) {
    Eval eval;
    eval.text = text;
    eval.before = before;
    eval.after = after;
    size_t end = text.rfind(") ");
    std::string_view rest = end == std::string_view::npos ? "" : text.substr(end + 2);
    std::optional<EvalCall> call = parse_call(text.substr(0, end == std::string_view::npos ? 0 : end + 1));
    bool value = take_prefix(rest, "==");
    if (!call || rest.empty() ||
        (!value && !rest.starts_with("raises ") && !rest.starts_with("fails: ") &&
         !rest.starts_with("exits "))) {
        directives.mistake = fmt::format("`{}` is not a call and its outcome", text);
        return;
    }
    eval.call = *call;
    eval.expected = rest;
    directives.evals.push_back(std::move(eval));
}

void read_count(Directives& directives, std::string_view text) {
    std::vector<std::string> words = split_words(text);
    ExpectedCount expected{std::string(text), "", "", -1};
    if (words.size() < 3 || words.size() > 4 || words[1] != "has" || !words[0].starts_with('@')) {
        directives.mistake = fmt::format("`{}` is not of the form `@graph has [no|COUNT] WHAT`", text);
        return;
    }
    expected.graph = words[0].substr(1);
    expected.what = words.back();
    if (words.size() == 4) expected.count = words[2] == "no" ? 0 : std::atoll(words[2].c_str());
    static const std::set<std::string> kOthers = {"blocks", "jump", "branch", "switch", "raising"};
    if (!op_by_name(expected.what) && !kOthers.contains(expected.what))
        directives.mistake = fmt::format("nothing is called `{}`", expected.what);
    directives.counts.push_back(std::move(expected));
}

void read_fg(Directives& directives, std::string_view text) {
    std::vector<std::string> words = split_words(text);
    if (words.empty()) {
        directives.mistake = "`# fg:` says nothing";
    } else if (words[0] == "verify") {
        directives.verify = true;
    } else if (words[0] == "roundtrip") {
        directives.roundtrip = true;
    } else if (words[0] == "refuse") {
        directives.refuse = true;
    } else if (words[0] == "run" || words[0] == "annotate" || words[0] == "rtype") {
        directives.steps.insert(directives.steps.end(), words.begin() + (words[0] == "run"), words.end());
    } else {
        directives.mistake = fmt::format("`{}` is not a thing to do", words[0]);
    }
}

Directives read_directives(const std::vector<std::string>& lines) {
    Directives directives;
    for (size_t i = 0; i < lines.size(); i++) {
        std::string_view line = lines[i];
        if (!take_prefix(line, "# ")) continue;
        if (take_prefix(line, "fg:")) {
            read_fg(directives, line);
        } else if (take_prefix(line, "eval:")) {
            read_eval(directives, line, true, true);
        } else if (take_prefix(line, "eval-before:")) {
            read_eval(directives, line, true, false);
        } else if (take_prefix(line, "eval-after:")) {
            read_eval(directives, line, false, true);
        } else if (take_prefix(line, "expect-op:")) {
            read_count(directives, line);
        } else if (take_prefix(line, "expect-graph:")) {
            bool absent = take_prefix(line, "no ");
            for (const std::string& name : split_words(line))
                (absent ? directives.absent : directives.present).push_back(without_at(name));
        } else if (take_prefix(line, "expect-diagnostic:")) {
            directives.slugs.emplace_back(line);
        } else if (take_prefix(line, "status:")) {
            directives.status = std::atoi(std::string(line).c_str());
        } else if (line.starts_with("stdout: ") || line.starts_with("stderr: ")) {
            (line.starts_with("stdout") ? directives.output : directives.error_output) +=
                std::string(line.substr(8)) + "\n";
        } else if (take_prefix(line, "expect-after:")) {
            ExpectedText expected;
            for (const std::string& name : split_words(line)) expected.graphs.push_back(without_at(name));
            expected.first_line = i + 1;
            while (i + 1 < lines.size() && lines[i + 1].starts_with("#|")) {
                std::string_view text = lines[++i];
                text.remove_prefix(text.starts_with("#| ") ? 3 : 2);
                expected.text += std::string(text) + "\n";
                expected.lines++;
            }
            directives.texts.push_back(std::move(expected));
        } else if (take_prefix(line, "expect:")) {
            directives.rules.emplace(line);
            directives.refusals.emplace_back(line);
        } else if (line.starts_with("expect") || line.starts_with("eval")) {
            directives.mistake = fmt::format("`{}` is not a directive", line);
        }
    }
    bool says_something = !directives.steps.empty() || directives.verify || directives.roundtrip ||
                          directives.refuse || !directives.evals.empty() || directives.status;
    if (!says_something && directives.mistake.empty()) directives.mistake = "the file tests nothing";
    return directives;
}

// The file without the lines that are comments: what a round trip must give back.
std::string without_comments(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines)
        if (!line.starts_with('#')) out += line + "\n";
    return out;
}

std::string first_difference(const std::string& expected, const std::string& found) {
    std::vector<std::string> want = lines_of(expected), have = lines_of(found);
    for (size_t i = 0; i < std::max(want.size(), have.size()); i++) {
        std::string left = i < want.size() ? want[i] : "<end>", right = i < have.size() ? have[i] : "<end>";
        if (left != right)
            return fmt::format("line {} differs\n    expected {}\n    found    {}", i + 1, left, right);
    }
    return "they differ in how lines end";
}

int64_t count_in(const FunctionGraph& graph, const std::string& what) {
    static const std::map<std::string, ExitKind> kExits = {{"jump", ExitKind::jump},
                                                           {"branch", ExitKind::branch},
                                                           {"switch", ExitKind::switch_},
                                                           {"raising", ExitKind::raising}};
    std::optional<Op> op = op_by_name(what);
    auto exit = kExits.find(what);
    int64_t count = 0;
    for (BlockId id : graph.reachable_blocks()) {
        const Block& block = graph.blocks[id];
        if (what == "blocks") count += id != graph.returns && id != graph.excepts;
        if (exit != kExits.end()) count += block.exit == exit->second;
        for (const Operation& operation : block.operations) count += op && operation.op == *op;
    }
    return count;
}

// One test on its way; complaints_ are the result.
class FgTest {
  public:
    explicit FgTest(std::string path) : path_(std::move(path)) {}

    // The program after all steps, unless the test ends before (or fails).
    std::optional<Program> run() {
        std::optional<std::string> text = read_file(path_);
        if (!text) return complain("the file cannot be read");
        lines = lines_of(*text);
        directives = read_directives(lines);
        if (!directives.mistake.empty()) return complain(directives.mistake);
        std::optional<Program> program = parse_program(*text, path_, helper_library(), diagnostics_);
        if (directives.refuse) return refused(program.has_value());
        if (!program) return complain(render(diagnostics_, {}, false));
        if (directives.roundtrip) round_trip(*program);
        if (directives.verify) return check_rules(*program);
        std::string broken = broken_rules(*program);
        if (!broken.empty()) return complain(broken);
        evaluate_all(*program, true, directives.steps.empty());
        run_whole(*program);
        keep_called_graphs(*program);
        for (const std::string& step : directives.steps) {
            std::string wrong = apply_step(*program, step, diagnostics_);
            if (!wrong.empty()) {
                if (!expected_diagnostics()) complain(wrong);
                return std::nullopt;
            }
            evaluate_all(*program, false, &step == &directives.steps.back());
            run_whole(*program);
        }
        if (!expected_diagnostics()) complain("the diagnostics that are expected were not given");
        return program;
    }

    void check_outcome(const Program& program) {
        for (const ExpectedCount& expected : directives.counts) {
            std::optional<GraphId> graph = find_graph(program, expected.graph);
            if (!graph) {
                complain(fmt::format("there is no graph @{} afterwards", expected.graph));
                continue;
            }
            int64_t count = count_in(program.graph(*graph), expected.what);
            if (expected.count < 0 ? count == 0 : count != expected.count)
                complain(fmt::format("`{}` does not hold: there are {}\n{}", expected.text, count,
                                     print_graph(program, program.graph(*graph))));
        }
        for (const std::string& name : directives.present)
            if (!find_graph(program, name)) complain(fmt::format("there is no graph @{} afterwards", name));
        for (const std::string& name : directives.absent)
            if (find_graph(program, name)) complain(fmt::format("there is a graph @{} afterwards", name));
        for (const ExpectedText& expected : directives.texts) {
            std::string found = found_text(program, expected);
            if (found != expected.text) complain(first_difference(expected.text, found) + "\n" + found);
        }
    }

    std::string found_text(const Program& program, const ExpectedText& expected) {
        if (expected.graphs.empty()) return print_program(program);
        std::string out;
        for (const std::string& name : expected.graphs) {
            std::optional<GraphId> graph = find_graph(program, name);
            out += graph ? print_graph(program, program.graph(*graph)) : fmt::format("no graph @{}\n", name);
        }
        return out;
    }

    std::string complaints;
    std::vector<std::string> lines;
    Directives directives;

  private:
    std::nullopt_t complain(std::string_view text) {
        while (text.ends_with('\n')) text.remove_suffix(1);
        if (!complaints.empty()) complaints += "\n";
        complaints += text;
        return std::nullopt;
    }

    std::nullopt_t refused(bool accepted) {
        if (accepted) return complain("the parser accepts what it should refuse");
        for (const std::string& expected : directives.refusals)
            if (render(diagnostics_, {}, false).find(expected) == std::string::npos)
                complain(fmt::format("`{}` is not among\n{}", expected, render(diagnostics_, {}, false)));
        return std::nullopt;
    }

    void round_trip(const Program& program) {
        std::string printed = print_program(program), expected = without_comments(lines);
        if (printed != expected) complain("round trip: " + first_difference(expected, printed));
    }

    std::nullopt_t check_rules(const Program& program) {
        std::set<std::string> broken;
        for (const Violation& violation : verify(program)) broken.insert(violation.rule);
        if (broken != directives.rules) {
            std::string all = broken_rules(program);
            complain("the broken rules differ from those expected:\n" + (all.empty() ? "none" : all));
        }
        return std::nullopt;
    }

    // Passes that drop what nobody calls shall keep what is evaluated afterwards.
    void keep_called_graphs(Program& program) {
        size_t number = 0;
        for (const Eval& eval : directives.evals)
            if (std::optional<GraphId> graph = find_graph(program, eval.call.graph))
                program.roots[fmt::format("eval{}", number++)] = *graph;
    }

    void evaluate_all(Program& program, bool before, bool last) {
        if (program.phase < Phase::TypedLL) return;
        for (const Eval& eval : directives.evals) {
            if (before ? !eval.before && !last : !eval.after) continue;
            std::string found = evaluate(program, eval.call);
            bool failure = eval.expected.starts_with("fails: ");
            if (failure ? found.find(eval.expected.substr(7)) == std::string::npos : found != eval.expected)
                complain(fmt::format("{}: `{}`: it is {}", before ? "before" : "after", eval.text, found));
        }
    }

    void run_whole(const Program& program) {
        if (program.phase < Phase::TypedLL || !directives.status) return;
        std::string output, error_output;
        InterpOptions options;
        options.leaves = runtime_leaves();
        options.output = [&](std::string_view text) { output += text; };
        options.error_output = [&](std::string_view text) { error_output += text; };
        InterpResult result = interpret_program(program, options);
        if (!result.ok() || result.kind == InterpResult::Kind::raised)
            return void(complain("it " + result.summary()));
        if (result.status != *directives.status)
            complain(fmt::format("the status is {}, not {}", result.status, *directives.status));
        if (output != directives.output) complain("stdout: " + first_difference(directives.output, output));
        if (error_output != directives.error_output)
            complain("stderr: " + first_difference(directives.error_output, error_output));
    }

    // Errors that were asked for end a test well.
    bool expected_diagnostics() const {
        std::vector<std::string> found;
        for (const Diagnostic& diagnostic : diagnostics_.all())
            found.emplace_back(diag_info(diagnostic.diag).slug);
        return found == directives.slugs;
    }

    std::string path_;
    Diagnostics diagnostics_;
};

}  // namespace

std::string run_fg_test(const std::string& path) {
    FgTest test(path);
    std::optional<Program> program = test.run();
    if (program) test.check_outcome(*program);
    return test.complaints;
}

std::string update_fg_test(const std::string& path) {
    FgTest test(path);
    std::optional<Program> program = test.run();
    if (!program || !test.complaints.empty()) return test.complaints.empty() ? "" : test.complaints;
    std::string out;
    size_t next = 0;
    auto copy_to = [&](size_t line) {
        for (; next < line; next++) out += test.lines[next] + "\n";
    };
    for (const ExpectedText& expected : test.directives.texts) {
        copy_to(expected.first_line);
        for (const std::string& line : lines_of(test.found_text(*program, expected)))
            out += line.empty() ? "#|\n" : "#| " + line + "\n";
        next += expected.lines;
    }
    copy_to(test.lines.size());
    return write_whole(path, out);
}

}  // namespace sapwood
