// Finding the AST of a code object.
#include "frontend/source.h"

#include <algorithm>

#include "frontend/interpreter.h"

namespace sapwood {

namespace {

constexpr int kOnlyAst = 0x0400;  // ast.PyCF_ONLY_AST

py::object compile_any(py::handle source, const std::string& path, int flags) {
    py::object compile = py::module_::import("builtins").attr("compile");
    py::object name = py::reinterpret_steal<py::object>(PyUnicode_DecodeFSDefault(path.c_str()));
    return compile(source, name, "exec", flags, true);
}

// Collects functions and classes of a tree, with the class names and qualified names around them.
void index_tree(SourceUnit& unit, Node node, const std::string& class_name, const std::string& prefix) {
    std::string inner_class = class_name;
    std::string inner_prefix = prefix;
    NodeKind kind = node.kind();
    if (is_function(kind)) {
        FunctionEntry entry{node, node.begin().line, "<lambda>", class_name};
        if (kind != NodeKind::Lambda) {
            entry.name = node.text(Field::name);
            for (Node decorator : node.list(Field::decorator_list))
                entry.first_line = std::min(entry.first_line, static_cast<int>(decorator.begin().line));
        }
        inner_prefix = prefix + entry.name + ".<locals>.";
        unit.functions.push_back(std::move(entry));
    } else if (kind == NodeKind::ClassDef) {
        inner_class = node.text(Field::name);
        unit.classes.push_back({node, prefix + inner_class});
        inner_prefix = prefix + inner_class + ".";
    }
    for (Node child : node.children()) index_tree(unit, child, inner_class, inner_prefix);
}

void collect_codes(py::handle code, std::vector<py::object>& codes) {
    codes.push_back(py::reinterpret_borrow<py::object>(code));
    py::object constants = code.attr("co_consts");
    for (py::handle each : constants)
        if (PyCode_Check(each.ptr())) collect_codes(each, codes);
}

bool same_attribute(py::handle a, py::handle b, const char* name) {
    return a.attr(name).equal(b.attr(name));
}

// Equality of code objects including columns; `==` of CPython 3.11 is not reliable once a function has run.
bool same_code(py::handle a, py::handle b) {
    for (const char* name :
         {"co_name", "co_firstlineno", "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_flags",
          "co_code", "co_names", "co_varnames", "co_freevars", "co_cellvars", "co_linetable"})
        if (!same_attribute(a, b, name)) return false;
    auto left = a.attr("co_consts").cast<py::tuple>();
    auto right = b.attr("co_consts").cast<py::tuple>();
    if (left.size() != right.size()) return false;
    for (size_t i = 0; i < left.size(); ++i) {
        py::object x = left[i], y = right[i];
        if (Py_TYPE(x.ptr()) != Py_TYPE(y.ptr())) return false;
        bool code = PyCode_Check(x.ptr());
        if (code ? !same_code(x, y) : !x.equal(y)) return false;
    }
    return true;
}

// Whether all instructions of `code` come from inside `node`'s body.
bool covers(Node node, py::handle code) {
    Position begin, end;
    if (node.kind() == NodeKind::Lambda) {
        begin = node.child(Field::body).begin();
        end = node.child(Field::body).end();
    } else {
        begin = node.list(Field::body).front().begin();
        end = node.end();
    }
    for (py::handle each : code.attr("co_positions")()) {
        auto place = each.cast<py::tuple>();
        if (place[0].is_none() || place[2].is_none()) continue;
        Position at{place[0].cast<int>(), place[2].cast<int>()};
        Position until{place[1].cast<int>(), place[3].cast<int>()};
        if (at.column == 0 && until.column == 0) continue;  // RESUME and its like: the first line
        if (at < begin || until > end) return false;
    }
    return true;
}

}  // namespace

py::object parse_source(py::handle text, const std::string& path) {
    return compile_any(text, path, kOnlyAst);
}

FileId SourceUnit::file_in(Program& program) {
    if (file.valid()) return file;
    SourceFile entry;
    entry.path = path;
    size_t start = 0;
    while (start < text.size()) {
        size_t end = text.find('\n', start);
        if (end == std::string::npos) end = text.size();
        std::string line = text.substr(start, end - start);
        if (!line.empty() && line.back() == '\r') line.pop_back();
        entry.lines.push_back(std::move(line));
        start = end + 1;
    }
    file = program.files.add(std::move(entry));
    return file;
}

Scope& SourceUnit::scope_of(const FunctionEntry& function) {
    std::unique_ptr<Scope>& scope = scopes[function.node.pointer()];
    if (!scope) scope = analyse_function(function.node, function.class_name);
    return *scope;
}

SourceRegistry::SourceRegistry() {
    set_compile_listener(this);
}

SourceRegistry::~SourceRegistry() {
    set_compile_listener(nullptr);
}

void SourceRegistry::saw_compile(PyObject* source, PyObject* filename) {
    if (parsing_ || !PyUnicode_Check(filename)) return;
    if (!PyUnicode_Check(source) && !PyBytes_Check(source)) return;
    std::string name = text_of(filename);
    if (name.ends_with(".py")) return;  // read from the file when needed
    std::vector<Compiled>& texts = compiled_[name];
    py::object text = py::reinterpret_borrow<py::object>(source);
    // `compile` and the parser below it both report; a text that is compiled twice gives equal code anyway.
    for (const Compiled& known : texts)
        if (known.source.is(text) || known.source.equal(text)) return;
    texts.push_back({text, nullptr, false});
}

SourceUnit& SourceRegistry::add(const std::string& path, std::string text, py::object tree, bool trusted) {
    auto unit = std::make_unique<SourceUnit>();
    unit->path = path;
    unit->text = std::move(text);
    unit->tree = std::move(tree);
    unit->trusted = trusted;
    index_tree(*unit, Node(unit->tree), "", "");
    units_.push_back(std::move(unit));
    if (path.ends_with(".py")) files_[path] = units_.back().get();
    return *units_.back();
}

SourceUnit* SourceRegistry::file(const std::string& path) {
    auto known = files_.find(path);
    if (known != files_.end()) return known->second;
    files_[path] = nullptr;
    parsing_ = true;
    try {
        py::object bytes = py::module_::import("io").attr("open_code")(path).attr("read")();
        py::object text = library_module("importlib.util").attr("decode_source")(bytes);
        py::object tree = parse_source(bytes, path);
        parsing_ = false;
        return &add(path, text_of(text), tree, false);
    } catch (py::error_already_set&) {
        parsing_ = false;
        return nullptr;
    }
}

void SourceRegistry::forget_files() {
    for (auto& unit : units_) unit->file = {};
}

std::optional<FunctionSource> SourceRegistry::find(py::handle code, std::string& why) {
    auto known = found_.find(code.ptr());
    if (known != found_.end()) return known->second;
    std::string path = text_of(code.attr("co_filename"));
    std::optional<FunctionSource> result;
    if (path.ends_with(".py")) {
        SourceUnit* unit = file(path);
        if (!unit) {
            why = fmt::format("`{}` cannot be read", path);
            return std::nullopt;
        }
        result = find_in(*unit, code);
        if (!result) why = fmt::format("`{}` has changed since it was imported", path);
    } else {
        std::vector<Compiled>& texts = compiled_[path];
        for (size_t i = texts.size(); i-- > 0 && !result;) {
            Compiled& text = texts[i];
            if (text.unreadable) continue;
            if (!text.unit) {
                parsing_ = true;
                try {
                    py::object tree = parse_source(text.source, path);
                    py::object str =
                        PyBytes_Check(text.source.ptr()) ? text.source.attr("decode")() : text.source;
                    text.unit = &add(path, text_of(str), tree, false);
                } catch (py::error_already_set&) {
                    text.unreadable = true;
                }
                parsing_ = false;
                if (text.unreadable) continue;
            }
            result = find_in(*text.unit, code);
        }
        if (!result) why = fmt::format("no text that was compiled as `{}` fits", path);
    }
    if (result) {
        Py_INCREF(code.ptr());  // the key stays alive as long as the process; there are few
        found_[code.ptr()] = *result;
    }
    return result;
}

std::optional<FunctionSource> SourceRegistry::find_in(SourceUnit& unit, py::handle code) {
    int first_line = code.attr("co_firstlineno").cast<int>();
    std::string name = text_of(code.attr("co_name"));
    std::vector<const FunctionEntry*> candidates;
    for (const FunctionEntry& entry : unit.functions)
        if (entry.first_line == first_line && entry.name == name) candidates.push_back(&entry);
    if (candidates.empty()) return std::nullopt;
    if (!unit.trusted) {
        if (unit.codes.empty()) {
            parsing_ = true;
            try {
                collect_codes(compile_any(unit.tree, unit.path, 0), unit.codes);
            } catch (py::error_already_set&) {
                // The text parses but does not compile: nothing can have been made from it.
            }
            parsing_ = false;
        }
        bool fits = std::any_of(unit.codes.begin(), unit.codes.end(),
                                [&](const py::object& each) { return same_code(each, code); });
        if (!fits) return std::nullopt;
    }
    if (candidates.size() == 1) return FunctionSource{&unit, candidates[0]};
    // Of nested ones, the innermost that covers the code comes last.
    const FunctionEntry* best = nullptr;
    for (const FunctionEntry* candidate : candidates)
        if (covers(candidate->node, code)) best = candidate;
    if (!best) return std::nullopt;
    return FunctionSource{&unit, best};
}

}  // namespace sapwood
