// Configuration and start of the embedded CPython, and its audit hook.
#include "frontend/interpreter.h"

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <vector>

#include "flowgraph/check.h"
#include "frontend/source.h"
#include "frontend/stand_ins.h"

namespace sapwood {

namespace {

SourceRegistry* compile_listener = nullptr;
void (*input_listener)() = nullptr;

int audit_hook(const char* event, PyObject* args, void*) {
    if (std::strcmp(event, "compile") == 0) {
        if (compile_listener && PyTuple_GET_SIZE(args) >= 2)
            compile_listener->saw_compile(PyTuple_GET_ITEM(args, 0), PyTuple_GET_ITEM(args, 1));
    } else if (std::strcmp(event, "builtins.input") == 0) {
        if (input_listener) input_listener();
    }
    return 0;
}

// What the front end uses of the library, beyond what every start of CPython loads.
constexpr const char* kLibraryModules[] = {
    "importlib.machinery", "importlib.util", "linecache", "sysconfig", "traceback", "types",
};

// By name; kept for as long as the process lives.
py::dict& library_modules() {
    static auto* modules = new py::dict();
    return *modules;
}

// Loads them, and leaves sys.modules as it was: the program's folder may have files of the same names, which
// it imports as it would under CPython.
void load_library_modules() {
    py::dict loaded = py::module_::import("sys").attr("modules");
    py::dict before = loaded.attr("copy")();
    for (const char* name : kLibraryModules) library_modules()[name] = py::module_::import(name);
    py::list names(loaded.attr("keys")());
    for (py::handle name : names)
        if (!before.contains(name)) loaded.attr("pop")(name);
}

void set_path(PyConfig& config, wchar_t** field, const std::string& value) {
    PyStatus status = PyConfig_SetBytesString(&config, field, value.c_str());
    CHECK(!PyStatus_Exception(status), "CPython does not take the path {}", value);
}

}  // namespace

void start_interpreter() {
    if (Py_IsInitialized()) return;
    PySys_AddAuditHook(audit_hook, nullptr);
    PyConfig config;
    PyConfig_InitPythonConfig(&config);
    config.install_signal_handlers = 0;
    config.parse_argv = 0;
    config.use_frozen_modules = 0;
    // The interpreter that we were built against says where the library is.  In a virtual environment the
    // executable is the environment's, whose pyvenv.cfg makes `site` add the packages, and home stays ours.
    std::string executable = SAPWOOD_PYTHON_EXECUTABLE;
    const char* environment = std::getenv("VIRTUAL_ENV");
    if (environment && *environment) {
        std::string inside = std::string(environment) + "/bin/python3";
        if (std::filesystem::exists(inside)) {
            executable = inside;
            if (!std::getenv("PYTHONHOME")) set_path(config, &config.home, SAPWOOD_PYTHON_PREFIX);
        }
    }
    set_path(config, &config.program_name, executable);
    set_path(config, &config.executable, executable);
    PyStatus status = Py_InitializeFromConfig(&config);
    PyConfig_Clear(&config);
    CHECK(!PyStatus_Exception(status), "CPython does not start: {}", status.err_msg ? status.err_msg : "");
    try {
        load_library_modules();
        StandIns::watch_imports();
    } catch (py::error_already_set& error) {
        throw std::runtime_error("CPython cannot import its own library: " + describe_error(error));
    }
}

py::module_ library_module(const char* name) {
    return py::reinterpret_borrow<py::module_>(library_modules()[name]);
}

void set_compile_listener(SourceRegistry* listener) {
    compile_listener = listener;
}

void set_input_listener(void (*listener)()) {
    input_listener = listener;
}

bool is_user_path(const std::string& path) {
    if (path.empty() || path.front() == '<') return false;
    static const std::vector<std::string> library = [] {
        std::vector<std::string> result;
        py::object get_path = library_module("sysconfig").attr("get_path");
        for (const char* key : {"stdlib", "platstdlib"}) result.push_back(text_of(get_path(key)) + "/");
        return result;
    }();
    for (const std::string& folder : library) {
        if (!path.starts_with(folder)) continue;
        std::string rest = path.substr(folder.size());
        return rest.starts_with("site-packages/") || rest.starts_with("dist-packages/");
    }
    return true;
}

}  // namespace sapwood
