// The flow graphs of the low-level helpers, made when Sapwood itself is built.
#include <algorithm>
#include <filesystem>

#include "flowgraph/print.h"
#include "frontend/cpython_world.h"
#include "frontend/frontend.h"

namespace sapwood {

namespace {

// The module that declares low-level operations to the helpers; it has no helpers itself.
constexpr const char* kOperations = "ll";

// Adds the functions that a module defines, in the order of its text.
void add_helpers(CPythonWorld& world, const std::string& name, py::handle module) {
    for (auto [key, value] : py::reinterpret_borrow<py::dict>(module.attr("__dict__"))) {
        if (!PyFunction_Check(value.ptr()) || text_of(value.attr("__module__")) != name) continue;
        if (!builtin_name(value).empty()) continue;
        world.program.host.helpers[name + "." + text_of(key)] = world.object_of(value);
    }
}

}  // namespace

std::string Frontend::build_helper_library(const std::string& directory, Diagnostics& diagnostics) {
    unload();
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(directory))
        if (entry.path().extension() == ".py") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    Program program;
    SourceRegistry sources;
    StoreScan stores;
    StandIns stand_ins(sources, stores);
    CPythonWorld world(program, diagnostics, sources, stores, stand_ins);
    try {
        py::module_ sys = py::module_::import("sys");
        sys.attr("dont_write_bytecode") = true;
        sys.attr("path").attr("insert")(0, directory);
        std::vector<py::module_> modules;
        for (const std::string& name : names) modules.push_back(py::module_::import(name.c_str()));
        for (size_t i = 0; i < names.size(); ++i) {
            if (names[i] == kOperations) continue;
            modules[i].attr("_sapwood_low_level_") = true;
            if (SourceUnit* unit = sources.file(text_of(modules[i].attr("__file__"))))
                stores.scan(*unit, modules[i]);
        }
        for (size_t i = 0; i < names.size(); ++i)
            if (names[i] != kOperations) add_helpers(world, names[i], modules[i]);
        world.describe_pending();
        // Objects are added while graphs are built: helpers of other modules, and local functions.
        for (uint32_t i = 0; i < program.host.objects.size(); ++i)
            if (world.object(ObjectId(i)).kind == HostKind::function) world.graph_of(ObjectId(i));
    } catch (py::error_already_set& error) {
        diagnostics.error<Diag::module_raised>({}, describe_error(error));
    }
    // The text must not depend on where it was made.
    // Helpers have no frames in tracebacks, so their lines are not needed either.
    if (diagnostics.has_errors()) return render(diagnostics, program.files, false);
    for (SourceFile& file : program.files) {
        file.path = "lowlevel/" + std::filesystem::path(file.path).filename().string();
        file.lines.clear();
    }
    return print_program(program);
}

}  // namespace sapwood
