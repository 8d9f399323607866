// Sapwood as a library: load a program, take it through the stages, look at graphs and diagnostics at every
// one, emit C.  Translations in one process are sequential; each has its own Translator.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "backends/c/emit_c.h"
#include "flowgraph/passes.h"
#include "flowgraph/program.h"
#include "frontend/function_census.h"

namespace sapwood {

// The borders at which a program can be dumped and taken up again.
enum class Stage { flow, annotated, typed, final };

std::optional<Stage> stage_by_name(std::string_view name);

struct TranslatorOptions {
    int opt_level = 2;
    bool wrap_integers = false;  // --int=wrap
    bool verify_each = false;
    std::vector<std::string> dump_after;
    std::function<void(const std::string& pass, const std::string& text)> dump;
    std::string replay_directory = ".";
};

// How load_python ended; see LoadResult of the front end.
struct LoadOutcome {
    bool ok = false;
    bool exited = false;    // the module level called sys.exit
    int status = 0;         // with this status
    std::string traceback;  // what CPython would write to standard error at that end
};

// One translation.  Every function that can fail returns false (or nullopt) and leaves diagnostics.
class Translator {
  public:
    explicit Translator(TranslatorOptions options = {});
    ~Translator();
    Translator(const Translator&) = delete;

    // Imports a Python program and chooses its entry.  entry: a name, or empty for the default.  running: the
    // module level's output goes to stdout, as for `sapwood run`.
    LoadOutcome load_python(const std::string& path, const std::vector<std::string>& args = {},
                            const std::string& entry = "", bool running = false);
    // Builds and verifies flow graphs for all functions of a module, reachable or not.  Nothing can be
    // translated afterwards.
    std::optional<FunctionCensus> census(const std::string& path);
    // Takes up a saved .fg, in whatever phase it is.
    bool load_graphs(const std::string& path);
    // Takes up a program that was built in memory (phase TypedLL or later needs no Python).
    void adopt(Program program);

    // Goes on to the end of a stage; does nothing if the program is there already or beyond.
    bool advance_to(Stage stage);
    // Translates to the end and adds a hint for each place that still costs speed (transforms/hints.h).
    bool find_hints();
    // The program as .fg at a stage, with everything that later stages will ask of the import-time world, so
    // that going on from the text is the same as going on from here.  Consumes the translation.
    std::optional<Program> take_stage(Stage stage);
    // C for the program; advances to Stage::final.
    std::optional<std::vector<CFile>> emit_c(const CEmitOptions& options = {});

    Program& program() { return program_; }
    const Diagnostics& diagnostics() const { return diagnostics_; }
    // Diagnostics as text.
    std::string messages(bool colour = false) const;
    // Seconds and changes of stages and passes so far, in order.
    const std::vector<PassTiming>& timings() const { return timings_; }

  private:
    bool load_helpers();
    bool annotate_stage();
    bool type_stage();
    bool transform_stage();
    bool verify_stage(const char* stage);
    void drop_templates();
    void drop_import_time_world();
    template <class Run>
    auto timed(const char* name, Run run);

    TranslatorOptions options_;
    Program program_;
    Diagnostics diagnostics_;
    std::vector<PassTiming> timings_;
    struct World;
    std::unique_ptr<World> world_;
};

}  // namespace sapwood
