// The front end as the tools see it.
#include "frontend/frontend.h"

#include <array>
#include <fstream>

#include "frontend/all_functions.h"
#include "frontend/cpython_world.h"
#include "frontend/entry.h"
#include "frontend/importer.h"
#include "frontend/interpreter.h"

namespace sapwood {

struct Frontend::State {
    std::unique_ptr<SourceRegistry> sources;
    std::unique_ptr<Importer> importer;
    std::unique_ptr<StoreScan> stores;
    std::unique_ptr<StandIns> stand_ins;
    std::unique_ptr<CPythonWorld> world;
    Imported imported;
    LoadOptions options;
};

namespace {

// What the main block stores is the module's.  Where no function of the module looks the name up, and it has
// no value yet, nobody can tell it from a local.
void analyse_main_block(Imported& imported) {
    if (!imported.has_main_block || imported.main_scope) return;
    std::set<std::string> seen;
    for (const FunctionEntry& function : imported.unit->functions)
        collect_outside_names(imported.unit->scope_of(function), seen);
    py::object names = imported.module.attr("__dict__");
    imported.main_scope = sapwood::analyse_main_block(imported.main_block, [&](const std::string& name) {
        return !seen.contains(name) && !names.contains(name.c_str());
    });
}

}  // namespace

Frontend::Frontend() {
    start_interpreter();
}

Frontend::~Frontend() {
    unload();
}

LoadResult Frontend::load(const LoadOptions& options, Program& program, Diagnostics& diagnostics) {
    unload();
    state_ = std::make_unique<State>();
    State& state = *state_;
    state.options = options;
    state.sources = std::make_unique<SourceRegistry>();
    state.importer = std::make_unique<Importer>(*state.sources, program, diagnostics);
    state.stores = std::make_unique<StoreScan>();
    state.stand_ins = std::make_unique<StandIns>(*state.sources, *state.stores);
    state.imported = state.importer->run(options);
    LoadResult result = state.imported.result;
    if (!result.ok) return result;
    result.ok = start(program, diagnostics);
    if (!result.ok) result.status = 1;
    return result;
}

bool Frontend::start(Program& program, Diagnostics& diagnostics) {
    State& state = *state_;
    state.world =
        std::make_unique<CPythonWorld>(program, diagnostics, *state.sources, *state.stores, *state.stand_ins);
    state.world->argv = state.imported.argv;
    for (int i = 0; i < 3; ++i) state.world->streams[i] = state.imported.streams[i];
    try {
        Imported& imported = state.imported;
        analyse_main_block(imported);
        state.stores->scan(*imported.unit, imported.module);
        if (imported.main_scope)
            state.stores->scan_main_block(*imported.unit, imported.module, imported.main_block,
                                          *imported.main_scope);
        state.world->scan_new_modules();
        return build_entry(*state.world, state.imported, state.options);
    } catch (py::error_already_set& error) {
        diagnostics.error<Diag::internal>({}, describe_error(error));
        return false;
    }
}

bool Frontend::reload(Program& program, Diagnostics& diagnostics) {
    CHECK(state_ && state_->imported.result.ok, "no program is loaded");
    state_->sources->forget_files();
    return start(program, diagnostics);
}

void Frontend::tell_at_uses(const Program& program, Diagnostics& diagnostics) const {
    if (!state_ || !state_->world || !diagnostics.has_errors()) return;
    using Use = CPythonWorld::LibraryUse;
    const std::vector<Use>& uses = state_->world->library_uses;
    // The innermost function around a line.
    auto use_of = [&](const std::string& path, int line) {
        const Use* found = nullptr;
        for (const Use& use : uses) {
            if (use.path != path || line < use.first_line || line > use.last_line) continue;
            if (!found || use.first_line > found->first_line) found = &use;
        }
        return found;
    };
    std::vector<Diagnostic> all = diagnostics.all();
    bool told = false;
    diagnostics.clear();
    for (Diagnostic& each : all) {
        const Use* use = nullptr;
        if (each.location.known()) use = use_of(program.files[each.location.file].path, each.location.line);
        // Library code that is used by library code: outwards to the program.
        for (size_t steps = 0; use && !is_user_path(use->use_path) && steps < uses.size(); steps++)
            use = use_of(use->use_path, use->use.line);
        std::optional<FileId> file;
        for (uint32_t i = 0; use && i < program.files.size(); i++)
            if (program.files[FileId(i)].path == use->use_path) file = FileId(i);
        if (!file || !is_user_path(use->use_path)) {
            diagnostics.add(std::move(each));
            continue;
        }
        told = true;
        Location at = use->use;
        at.file = *file;
        const SourceFile& source = program.files[each.location.file];
        diagnostics.error<Diag::unsupported_object>(
            at, "`" + use->name + "`",
            fmt::format("it is in the standard library ({}:{}), and: {}", source.path, each.location.line,
                        each.diag == Diag::no_source ? "its source cannot be read" : each.text));
    }
    if (!told) return;
    // What the library holds has no place, and what is wrong with it follows from its use.
    all = diagnostics.all();
    diagnostics.clear();
    for (Diagnostic& each : all)
        if (each.location.known() || each.diag == Diag::internal) diagnostics.add(std::move(each));
}

std::optional<FunctionCensus> Frontend::census(const std::string& path, Program& program,
                                               Diagnostics& diagnostics) {
    unload();
    state_ = std::make_unique<State>();
    State& state = *state_;
    state.sources = std::make_unique<SourceRegistry>();
    state.stores = std::make_unique<StoreScan>();
    state.stand_ins = std::make_unique<StandIns>(*state.sources, *state.stores);
    py::module_ sys = py::module_::import("sys");
    py::object output = sys.attr("stdout");
    Location start{program.files.add({path, {}}), 1, 0, 1, 0, {}};
    std::optional<FunctionCensus> result;
    if (!std::ifstream(path)) {
        diagnostics.error<Diag::no_source>(start, path, "the file cannot be read");
        return std::nullopt;
    }
    try {
        sys.attr("stdout") = sys.attr("stderr");  // what the module prints is not the answer
        py::object module = import_file(path);
        sys.attr("stdout") = output;
        SourceUnit* unit = module ? state.sources->file(text_of(module.attr("__file__"))) : nullptr;
        if (!unit) {
            diagnostics.error<Diag::no_source>(start, path,
                                               module ? "it cannot be read" : "another module has its name");
            return std::nullopt;
        }
        state.world = std::make_unique<CPythonWorld>(program, diagnostics, *state.sources, *state.stores,
                                                     *state.stand_ins);
        for (int i = 0; i < 3; ++i)
            state.world->streams[i] = sys.attr(std::array{"stdin", "stdout", "stderr"}[i]);
        state.world->argv = sys.attr("argv");
        state.stores->scan(*unit, module);
        state.world->scan_new_modules();
        result = take_census(*state.world, *unit, module);
    } catch (py::error_already_set& error) {
        diagnostics.error<Diag::module_raised>(start, describe_error(error));
    }
    sys.attr("stdout") = output;
    return result;
}

HostWorld& Frontend::world() {
    CHECK(state_ && state_->world, "no program is loaded");
    return *state_->world;
}

void Frontend::unload() {
    if (!state_) return;
    state_->world.reset();
    state_->imported = {};
    state_->importer.reset();
    state_->stand_ins.reset();
    state_->stores.reset();
    state_->sources.reset();
    state_.reset();
}

bool Frontend::is_program_file(const std::string& path) {
    return is_user_path(path);
}

std::string Frontend::python_version() {
    return PY_VERSION;
}

std::string Frontend::python_executable() {
    return SAPWOOD_PYTHON_EXECUTABLE;
}

}  // namespace sapwood
