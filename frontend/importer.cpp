// Import of the program, its output and its errors.
#include "frontend/importer.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "frontend/interpreter.h"

namespace sapwood {

namespace {

Importer* current = nullptr;

constexpr const char* kStreams[] = {"stdin", "stdout", "stderr"};

// Standard output while a verb other than `run` imports: goes to standard error, and tells.
constexpr const char* kRedirect = R"(
class StandardOutput:
    def __init__(self, target, tell):
        self._target = target
        self._tell = tell

    def write(self, text):
        self._tell()
        return self._target.write(text)

    def writelines(self, lines):
        self._tell()
        self._target.writelines(lines)

    def __getattr__(self, name):
        return getattr(self._target, name)
)";

PyObject* tell_output(PyObject*, PyObject*) {
    if (current) current->report_effect("output of the module level goes to standard error");
    Py_RETURN_NONE;
}

PyMethodDef tell_output_definition = {"tell_output", tell_output, METH_NOARGS, nullptr};

void tell_input() {
    if (current) current->report_effect("the module level reads input");
}

// Standard input that takes no byte more than it is asked for: the translated program goes on reading there.
py::object exact_input(py::object input) {
    py::object file = attribute_or_null(input, "fileno");
    try {
        if (!file || file().cast<int>() != 0) return input;
        py::module_ io = py::module_::import("io");
        py::object raw = io.attr("FileIO")(0, "r", false);
        raw.attr("name") = "<stdin>";
        py::object buffer = io.attr("BufferedReader")(raw, 1);
        py::object text =
            io.attr("TextIOWrapper")(buffer, input.attr("encoding"), input.attr("errors"), py::none());
        text.attr("_CHUNK_SIZE") = 1;
        text.attr("mode") = "r";
        return text;
    } catch (py::error_already_set&) {
        return input;  // closed, or no file: nothing is read ahead
    }
}

py::object redirected_output(py::handle target) {
    py::dict names;
    names["__builtins__"] = py::module_::import("builtins");
    py::module_::import("builtins").attr("exec")(kRedirect, names);
    auto tell = py::reinterpret_steal<py::object>(PyCFunction_New(&tell_output_definition, nullptr));
    return names["StandardOutput"](target, tell);
}

bool is_dunder_name(Node node) {
    return node.kind() == NodeKind::Name && node.text(Field::id) == "__name__";
}

bool is_main_text(Node node) {
    if (node.kind() != NodeKind::Constant) return false;
    py::object value = node.value(Field::value);
    return PyUnicode_Check(value.ptr()) && text_of(value) == "__main__";
}

bool is_main_test(Node statement) {
    if (statement.kind() != NodeKind::If) return false;
    Node test = statement.child(Field::test);
    if (test.kind() != NodeKind::Compare) return false;
    std::vector<Node> operators = test.list(Field::ops);
    if (operators.size() != 1 || operators[0].kind() != NodeKind::Eq) return false;
    Node left = test.child(Field::left), right = test.list(Field::comparators)[0];
    return (is_dunder_name(left) && is_main_text(right)) || (is_main_text(left) && is_dunder_name(right));
}

bool has_effect(Node statement) {
    if (statement.kind() == NodeKind::Pass) return false;
    return statement.kind() != NodeKind::Expr || statement.child(Field::value).kind() != NodeKind::Constant;
}

}  // namespace

Importer::Importer(SourceRegistry& sources, Program& program, Diagnostics& diagnostics)
    : sources_(sources), program_(program), diagnostics_(diagnostics) {
    py::module_ sys = py::module_::import("sys");
    saved_modules_ = sys.attr("modules").attr("copy")();
    saved_main_ = py::module_::import("__main__");
    saved_path_ = sys.attr("path").attr("copy")();
    saved_argv_ = sys.attr("argv");
    for (int i = 0; i < 3; ++i) saved_streams_[i] = sys.attr(kStreams[i]);
}

Importer::~Importer() {
    current = nullptr;
    set_input_listener(nullptr);
    try {
        flush();
        py::module_ sys = py::module_::import("sys");
        py::dict modules = sys.attr("modules");
        py::list names(modules.attr("keys")());
        for (py::handle name : names) {
            if (saved_modules_.contains(name)) continue;
            // The library's go as well: the next program may have a file of that name.  Its extension modules
            // stay, since not all can be loaded twice.
            py::object file = attribute_or_null(modules[name], "__file__");
            if (!file || !PyUnicode_Check(file.ptr())) continue;
            if (text_of(file).ends_with(".py") || is_user_path(text_of(file)))
                modules.attr("pop")(name, py::none());
        }
        modules["__main__"] = saved_main_;
        PyList_SetSlice(sys.attr("path").ptr(), 0, PY_SSIZE_T_MAX, saved_path_.ptr());
        sys.attr("argv") = saved_argv_;
        for (int i = 0; i < 3; ++i) sys.attr(kStreams[i]) = saved_streams_[i];
        py::module_::import("importlib").attr("invalidate_caches")();
        library_module("linecache").attr("clearcache")();
    } catch (py::error_already_set& error) {
        error.discard_as_unraisable("restoring the interpreter");
    }
}

Imported Importer::run(const LoadOptions& options) {
    Imported imported;
    if (!parse(options, imported)) return imported;
    if (!options.running) {
        current = this;
        set_input_listener(tell_input);
    }
    try {
        set_up(options, imported);
        py::object compile = py::module_::import("builtins").attr("compile");
        py::object code = compile(imported.unit->tree, imported.unit->path, "exec", 0, true);
        py::object names = imported.module.attr("__dict__");
        auto done = py::reinterpret_steal<py::object>(PyEval_EvalCode(code.ptr(), names.ptr(), names.ptr()));
        if (!done) throw py::error_already_set();
        imported.result.ok = true;
    } catch (py::error_already_set& error) {
        if (error.matches(PyExc_SystemExit))
            show_exit(error, options, imported.result);
        else
            show_error(error, options, imported.result);
    }
    flush();
    current = nullptr;
    set_input_listener(nullptr);
    return imported;
}

bool Importer::parse(const LoadOptions& options, Imported& imported) {
    std::error_code ignored;
    std::filesystem::path path = std::filesystem::absolute(options.path, ignored);
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    if (!file || std::filesystem::is_directory(path, ignored) ||
        !(content << file.rdbuf() || content.str().empty())) {
        diagnostics_.error<Diag::no_source>({}, options.path, "the file cannot be read");
        imported.result.status = 2;
        return false;
    }
    try {
        py::bytes bytes(content.str());
        py::object tree = parse_source(bytes, path.string());
        py::list body = tree.attr("body");
        py::list kept, taken;
        for (py::handle each : body) {
            Node statement(each);
            if (is_main_test(statement)) {
                taken.append(each);
                imported.has_main_block = true;
                for (Node inner : statement.list(Field::body)) imported.main_block.push_back(inner);
                continue;
            }
            kept.append(each);
            if (imported.has_main_block && !imported.after_main_block && has_effect(statement))
                imported.after_main_block = statement;
        }
        tree.attr("body") = kept;
        tree.attr("_sapwood_main_block") = taken;  // keeps it alive
        py::object text = library_module("importlib.util").attr("decode_source")(bytes);
        imported.unit = &sources_.add(path.string(), text_of(text), tree, true);
        return true;
    } catch (py::error_already_set& error) {
        show_error(error, options, imported.result);
        return false;
    }
}

void Importer::set_up(const LoadOptions& options, Imported& imported) {
    py::module_ sys = py::module_::import("sys");
    py::object path = py::str(imported.unit->path);
    py::object module = library_module("types").attr("ModuleType")("__main__");
    module.attr("__file__") = path;
    module.attr("__builtins__") = py::module_::import("builtins");
    module.attr("__cached__") = py::none();
    module.attr("__loader__") =
        library_module("importlib.machinery").attr("SourceFileLoader")("__main__", path);
    sys.attr("modules")["__main__"] = module;
    if (!sys.attr("flags").attr("safe_path").cast<bool>()) {
        py::object folder = py::module_::import("os").attr("path").attr("realpath")(path);
        sys.attr("path").attr("insert")(0, py::module_::import("os").attr("path").attr("dirname")(folder));
    }
    py::list argv;
    argv.append(options.path);
    for (const std::string& arg : options.args)
        argv.append(py::reinterpret_steal<py::object>(PyUnicode_DecodeFSDefault(arg.c_str())));
    sys.attr("argv") = argv;
    if (!options.running) sys.attr("stdout") = redirected_output(sys.attr("stderr"));
    if (options.running && !sys.attr("stdin").is_none()) sys.attr("stdin") = exact_input(sys.attr("stdin"));
    imported.module = module;
    imported.argv = argv;
    for (int i = 0; i < 3; ++i) imported.streams[i] = sys.attr(kStreams[i]);
}

void Importer::report_effect(const std::string& what) {
    diagnostics_.warning<Diag::import_time_effect>(current_location(), what);
}

Location Importer::current_location() {
    auto frame = py::reinterpret_borrow<py::object>(reinterpret_cast<PyObject*>(PyEval_GetFrame()));
    while (frame && !frame.is_none()) {
        auto* raw = reinterpret_cast<PyFrameObject*>(frame.ptr());
        auto code = py::reinterpret_steal<py::object>(reinterpret_cast<PyObject*>(PyFrame_GetCode(raw)));
        if (is_user_path(text_of(code.attr("co_filename"))))
            return location_in(code, PyFrame_GetLineNumber(raw), PyFrame_GetLasti(raw));
        frame = frame.attr("f_back");
    }
    return {};
}

void Importer::show_error(py::error_already_set& error, const LoadOptions& options, LoadResult& result) {
    result.status = 1;
    py::object format = library_module("traceback").attr("format_exception");
    py::object trace = error.trace() ? py::object(error.trace()) : py::none();
    py::object lines = format(error.type(), error.value(), trace);
    for (py::handle line : lines) result.traceback += text_of(line);
    if (!error.matches(PyExc_SyntaxError)) {
        diagnostics_.error<Diag::module_raised>(location_of_traceback(trace), describe_error(error));
        return;
    }
    Location location;
    py::object value = error.value();
    py::object name = value.attr("filename");
    std::string path = name.is_none() ? options.path : text_of(name);
    if (SourceUnit* unit = sources_.file(path)) {
        location.file = unit->file_in(program_);
    } else {
        SourceUnit broken;  // only its lines are of use
        broken.path = path;
        std::ifstream file(path, std::ios::binary);
        std::ostringstream content;
        content << file.rdbuf();
        broken.text = content.str();
        location.file = broken.file_in(program_);
    }
    auto number = [&](const char* attribute) {
        py::object item = attribute_or_null(value, attribute);
        return item && PyLong_Check(item.ptr()) ? static_cast<int>(PyLong_AsLong(item.ptr())) : 0;
    };
    location.line = std::max(number("lineno"), 1);
    location.column = std::max(number("offset") - 1, 0);
    location.end_line = std::max(number("end_lineno"), location.line);
    location.end_column = std::max(number("end_offset") - 1, location.column);
    diagnostics_.error<Diag::syntax_error>(location, text_of(py::str(value.attr("msg"))));
}

void Importer::show_exit(py::error_already_set& error, const LoadOptions& options, LoadResult& result) {
    result.exited = true;
    py::object code = error.value().attr("code");
    if (PyLong_Check(code.ptr())) {
        result.status = static_cast<int>(PyLong_AsLong(code.ptr()) & 0xff);
        PyErr_Clear();
    } else if (!code.is_none()) {
        result.status = 1;
        result.traceback = text_of(py::str(code)) + "\n";
    }
    if (options.running) return;
    Location location = location_of_traceback(error.trace() ? py::object(error.trace()) : py::none());
    diagnostics_.warning<Diag::import_time_effect>(location, "the module level exits");
}

Location Importer::location_of_traceback(py::handle traceback) {
    Location result;
    for (py::object each = py::reinterpret_borrow<py::object>(traceback); !each.is_none();
         each = each.attr("tb_next")) {
        py::object code = each.attr("tb_frame").attr("f_code");
        if (!is_user_path(text_of(code.attr("co_filename")))) continue;
        result = location_in(code, each.attr("tb_lineno").cast<int>(), each.attr("tb_lasti").cast<int>());
    }
    return result;
}

Location Importer::location_in(py::handle code, int line, int instruction) {
    Location location;
    SourceUnit* unit = sources_.file(text_of(code.attr("co_filename")));
    if (!unit) return location;
    location.file = unit->file_in(program_);
    location.line = location.end_line = line;
    int index = instruction / 2;
    for (py::handle each : code.attr("co_positions")()) {
        if (index-- > 0) continue;
        auto place = each.cast<py::tuple>();
        if (place[0].is_none() || place[2].is_none() || place[0].cast<int>() != line) return location;
        location.column = place[2].cast<int>();
        location.end_line = place[1].cast<int>();
        location.end_column = place[3].cast<int>();
        return location;
    }
    return location;
}

void Importer::flush() {
    py::module_ sys = py::module_::import("sys");
    for (const char* name : {"stdout", "stderr"}) {
        try {
            sys.attr(name).attr("flush")();
        } catch (py::error_already_set&) {
            // A closed stream has nothing to flush.
        }
    }
}

}  // namespace sapwood
