// Drives the stages; see translator.h.
#include "tools/translator.h"

#include <chrono>
#include <fstream>
#include <set>
#include <sstream>

#include "annotator/annotate.h"
#include "flowgraph/helper_library.h"
#include "flowgraph/parse.h"
#include "flowgraph/print.h"
#include "flowgraph/renumber.h"
#include "flowgraph/text_world.h"
#include "flowgraph/verify.h"
#include "frontend/frontend.h"
#include "rtyper/rtype.h"
#include "transforms/hints.h"
#include "transforms/pipeline.h"

namespace sapwood {

// The source of live objects: CPython's, or the recorded one of a saved program.
struct Translator::World {
    std::unique_ptr<Frontend> frontend;
    std::unique_ptr<TextWorld> text;

    HostWorld& get() { return frontend ? frontend->world() : *text; }
};

std::optional<Stage> stage_by_name(std::string_view name) {
    if (name == "flow") return Stage::flow;
    if (name == "annotated") return Stage::annotated;
    if (name == "typed") return Stage::typed;
    if (name == "final") return Stage::final;
    return std::nullopt;
}

Translator::Translator(TranslatorOptions options) : options_(std::move(options)) {}

Translator::~Translator() {
    if (world_ && world_->frontend) world_->frontend->unload();
}

template <class Run>
auto Translator::timed(const char* name, Run run) {
    auto begin = std::chrono::steady_clock::now();
    auto result = run();
    std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    timings_.push_back({name, taken.count(), 0});
    return result;
}

// A fresh program that holds the low-level helper library only.
bool Translator::load_helpers() {
    program_ = Program();
    program_.options.wrap_integers = options_.wrap_integers;
    return timed("load helpers", [&] { return load_library(helper_library(), program_, diagnostics_); });
}

LoadOutcome Translator::load_python(const std::string& path, const std::vector<std::string>& args,
                                    const std::string& entry, bool running) {
    world_ = std::make_unique<World>();
    if (!load_helpers()) return {};
    LoadResult result = timed("import", [&] {
        world_->frontend = std::make_unique<Frontend>();
        return world_->frontend->load({path, args, entry, running}, program_, diagnostics_);
    });
    return {result.ok, result.exited, result.status, result.traceback};
}

std::optional<FunctionCensus> Translator::census(const std::string& path) {
    world_ = std::make_unique<World>();
    if (!load_helpers()) return std::nullopt;
    world_->frontend = std::make_unique<Frontend>();
    return timed("census", [&] { return world_->frontend->census(path, program_, diagnostics_); });
}

bool Translator::load_graphs(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    if (!file) {
        diagnostics_.error<Diag::fg_syntax>({}, fmt::format("{} cannot be read", path));
        return false;
    }
    std::optional<Program> parsed =
        timed("parse", [&] { return parse_program(text.str(), path, helper_library(), diagnostics_); });
    if (!parsed) return false;
    if (!parsed->entry.valid()) {
        diagnostics_.error<Diag::fg_syntax>({}, fmt::format("{} says no entry", path));
        return false;
    }
    adopt(std::move(*parsed));
    return verify_stage("parse");
}

void Translator::adopt(Program program) {
    program_ = std::move(program);
    world_ = std::make_unique<World>();
    world_->text = std::make_unique<TextWorld>(program_, diagnostics_);
}

bool Translator::advance_to(Stage stage) {
    // Annotation goes on after errors of the front end: it finds more.
    bool annotating = stage >= Stage::annotated && program_.phase == Phase::Flow;
    if (diagnostics_.has_errors() && !annotating) return false;
    if (stage >= Stage::annotated && program_.phase == Phase::Flow) {
        if (!annotate_stage()) return false;
        drop_templates();
        renumber(program_);
    }
    if (stage >= Stage::typed && program_.phase == Phase::Annotated) {
        if (!type_stage()) return false;
        drop_import_time_world();
        renumber(program_);
    }
    if (stage >= Stage::final && program_.phase < Phase::Final) return transform_stage();
    return true;
}

bool Translator::find_hints() {
    if (!advance_to(Stage::annotated)) return false;
    MixedNumbers numbers;
    if (program_.phase == Phase::Annotated) numbers = mixed_numbers(program_);
    if (!advance_to(Stage::final)) return false;
    give_hints(program_, numbers, Frontend::is_program_file, diagnostics_);
    return true;
}

std::optional<Program> Translator::take_stage(Stage stage) {
    if (stage >= Stage::typed || program_.phase > static_cast<Phase>(stage)) {
        if (!advance_to(stage)) return std::nullopt;
        return std::move(program_);
    }
    GraphId entry = program_.entry;  // annotation makes a copy of it
    // Later stages are run for what they ask; their answers are recorded in the host tables.
    if (program_.phase == Phase::Flow && !annotate_stage()) return std::nullopt;
    Program annotated = program_.clone();
    if (!type_stage()) return std::nullopt;
    annotated.host = program_.host;
    annotated.files = program_.files;
    annotated.constants = program_.constants;
    program_ = std::move(annotated);
    if (stage == Stage::annotated) {
        drop_templates();
    } else {
        for (const auto& [graph, facts] : program_.annotated.graphs) program_.remove_graph(graph);
        program_.annotated = {};
        program_.entry = entry;
        program_.phase = Phase::Flow;
    }
    renumber(program_);
    return std::move(program_);
}

std::optional<std::vector<CFile>> Translator::emit_c(const CEmitOptions& options) {
    if (!advance_to(Stage::final)) return std::nullopt;
    return timed("emit c", [&] { return sapwood::emit_c(program_, options); });
}

std::string Translator::messages(bool colour) const {
    return render(diagnostics_, program_.files, colour);
}

bool Translator::annotate_stage() {
    bool ok = timed("annotate", [&] { return annotate(program_, world_->get(), diagnostics_); });
    // Stores that the scan could not foresee make constants into variables: flow building starts again with
    // what is known now.  Each round learns at least one name.
    while (world_->frontend && world_->get().restart_needed()) {
        diagnostics_.clear();
        ok = load_helpers() && world_->frontend->reload(program_, diagnostics_) &&
             timed("annotate", [&] { return annotate(program_, world_->get(), diagnostics_); });
    }
    if (world_->frontend) world_->frontend->tell_at_uses(program_, diagnostics_);
    return ok && !diagnostics_.has_errors() && verify_stage("annotate");
}

bool Translator::type_stage() {
    bool ok = timed("rtype", [&] { return rtype(program_, world_->get(), diagnostics_); });
    if (world_->frontend) world_->frontend->tell_at_uses(program_, diagnostics_);
    return ok && !diagnostics_.has_errors();
}

bool Translator::transform_stage() {
    if (!verify_stage("rtype")) return false;
    PassOptions passes;
    passes.opt_level = options_.opt_level;
    passes.verify_each = options_.verify_each;
    passes.dump_after = options_.dump_after;
    passes.dump = options_.dump;
    passes.replay_directory = options_.replay_directory;
    passes.timings = &timings_;
    if (!run_passes(program_, pipeline(), passes, diagnostics_)) return false;
    renumber(program_);
    return verify_stage("the last pass");
}

// Between stages the rules are always checked when asked for, and for graphs that come from outside.
bool Translator::verify_stage(const char* stage) {
    if (!options_.verify_each && std::string_view(stage) != "parse") return true;
    std::vector<Violation> violations = verify(program_);
    for (const Violation& violation : violations) {
        std::string graph = violation.graph.valid() ? program_.graph(violation.graph).name : "the program";
        diagnostics_.error<Diag::fg_invalid>(violation.location, violation.rule,
                                             fmt::format("{} in {}, after {}", violation.text, graph, stage));
        if (diagnostics_.error_count() > 20) break;
    }
    return violations.empty();
}

// Templates: graphs as the front end made them, of which the annotator has made copies.  The library stays:
// the rtyper makes copies of it.
void Translator::drop_templates() {
    for (GraphId id : program_.graphs())
        if (id.index >= program_.host.library_graphs && !program_.annotated.graphs.contains(id))
            program_.remove_graph(id);
    for (uint32_t i = program_.host.library_objects; i < program_.host.objects.size(); i++) {
        GraphId& graph = program_.host.objects[ObjectId(i)].function.graph;
        if (graph.valid() && !program_.alive(graph)) graph = {};
    }
}

void Translator::drop_import_time_world() {
    for (uint32_t i = 0; i < program_.host.library_graphs; i++)
        if (program_.alive(GraphId(i))) program_.remove_graph(GraphId(i));
    program_.host = {};
    program_.annotated = {};
}

}  // namespace sapwood
