// Entries: the main block, `main`, `target(driver, args)`, or what --entry names.  All but the main block are
// called by glue, which is Python source and becomes a graph like any function.
#include "frontend/entry.h"

#include <filesystem>

#include "frontend/interpreter.h"

namespace sapwood {

namespace {

constexpr const char* kGlueFile = "<entry>";

struct TypeRow {
    const char* name;
    const char* convert;  // an expression of the text `word`
    const char* invalid;  // the exception that it raises
};

constexpr TypeRow kParameterTypes[] = {
    {"int", "int(word)", "ValueError"},
    {"float", "float(word)", "ValueError"},
    {"bool", "_sapwood_bool(word)", "ValueError"},
    {"str", "word", nullptr},
};

constexpr const char* kBool = R"(
def _sapwood_bool(word):
    lower = word.lower()
    if lower == "true" or lower == "yes" or lower == "1":
        return True
    if lower == "false" or lower == "no" or lower == "0":
        return False
    raise ValueError(word)
)";

const TypeRow* parameter_type(py::handle annotation) {
    std::string name;
    if (PyType_Check(annotation.ptr())) name = text_of(annotation.attr("__name__"));
    if (PyUnicode_Check(annotation.ptr())) name = text_of(annotation);
    for (const TypeRow& row : kParameterTypes)
        if (name == row.name) return &row;
    return nullptr;
}

// A call of the function of that name below a node, outside of functions and classes.
Node module_level_call(Node node, std::string_view name) {
    if (node.kind() == NodeKind::FunctionDef || node.kind() == NodeKind::AsyncFunctionDef ||
        node.kind() == NodeKind::ClassDef || node.kind() == NodeKind::Lambda)
        return {};
    if (node.kind() == NodeKind::Call) {
        Node called = node.child(Field::func);
        if (called.kind() == NodeKind::Name && called.text(Field::id) == name) return node;
    }
    for (Node child : node.children())
        if (Node found = module_level_call(child, name)) return found;
    return {};
}

class Entry {
  public:
    Entry(CPythonWorld& world, const Imported& imported, const LoadOptions& options)
        : world_(world), imported_(imported), options_(options) {}

    bool build() {
        if (!options_.entry.empty()) {
            py::object found = attribute_or_null(imported_.module, options_.entry.c_str());
            if (!found) return bad(options_.entry, "the program has no such name");
            return build_call(found, options_.entry);
        }
        if (imported_.has_main_block) return build_main_block();
        if (py::object main = attribute_or_null(imported_.module, "main")) {
            if (Node call = module_level_call(Node(imported_.unit->tree), "main"))
                return bad("main",
                           "the module level has called it already; call it under "
                           "`if __name__ == \"__main__\":`",
                           imported_.unit->location(world_.program, call));
            return build_call(main, "main");
        }
        if (py::object target = attribute_or_null(imported_.module, "target")) return build_target(target);
        Location top;
        top.file = imported_.unit->file_in(world_.program);
        top.line = top.end_line = 1;
        world_.diagnostics.error<Diag::no_entry>(top, "`" + options_.path + "`");
        return false;
    }

  private:
    bool bad(const std::string& name, const std::string& why, Location location = {}) {
        if (!location.known()) {
            location.file = imported_.unit->file_in(world_.program);
            location.line = location.end_line = 1;
        }
        world_.diagnostics.error<Diag::bad_entry>(location, name, why);
        return false;
    }

    bool set_entry(std::optional<GraphId> graph) {
        if (!graph) return false;
        world_.program.entry = *graph;
        return true;
    }

    bool build_main_block() {
        if (imported_.after_main_block) {
            Location place = imported_.unit->location(world_.program, imported_.after_main_block);
            return bad("if __name__ == \"__main__\":", "code of the module level follows it", place);
        }
        FunctionCode code;
        code.context = std::make_shared<CodeContext>();
        code.context->unit = imported_.unit;
        code.context->names = imported_.module.attr("__dict__");
        code.context->module = "__main__";
        code.statements = imported_.main_block;
        code.scope = imported_.main_scope.get();
        code.name = "<module>";
        code.qualname = "__main__.<module>";
        return set_entry(world_.build(code));
    }

    // RPython's convention: target() runs at import time and says what the entry is.
    bool build_target(py::object target) {
        py::object driver = library_module("types").attr("SimpleNamespace")();
        std::string stem = std::filesystem::path(options_.path).stem().string();
        driver.attr("exe_name") = stem;
        py::list args;
        for (const std::string& arg : options_.args) args.append(arg);
        try {
            py::object result = target(driver, args);
            if (PyTuple_Check(result.ptr()) && PyTuple_GET_SIZE(result.ptr()) > 0)
                result = py::reinterpret_borrow<py::object>(PyTuple_GET_ITEM(result.ptr(), 0));
            if (!PyFunction_Check(result.ptr())) return bad("target", "it returns no function");
            return build_glue(result, "    result = entry(sys.argv)\n");
        } catch (py::error_already_set& error) {
            return bad("target", describe_error(error));
        }
    }

    bool build_call(py::object entry, const std::string& name) {
        if (!PyFunction_Check(entry.ptr())) return bad(name, "it is not a function");
        ObjectId id = world_.object_of(entry);
        world_.describe_pending();
        const HostObject& described = world_.object(id);
        if (described.kind != HostKind::function) return bad(name, "it is not a function of the program");
        const std::vector<HostParameter>& parameters = described.function.parameters;
        py::object annotations = entry.attr("__annotations__");
        bool annotated = false;
        for (const HostParameter& parameter : parameters)
            annotated = annotated || annotations.contains(parameter.name.c_str());
        if (parameters.empty()) return build_glue(entry, "    result = entry()\n");
        bool plain = parameters.size() == 1 && parameters[0].kind != HostParameter::Kind::var_keyword &&
                     parameters[0].kind != HostParameter::Kind::keyword_only;
        if (!annotated && plain && parameters[0].kind != HostParameter::Kind::var_positional)
            return build_glue(entry, "    result = entry(sys.argv)\n");
        std::string glue = parse_arguments(described.function, annotations, described.location);
        return !glue.empty() && build_glue(entry, glue);
    }

    // Glue that parses sys.argv for annotated parameters, with the messages of argparse.
    std::string parse_arguments(const HostFunction& function, py::handle annotations, Location location) {
        std::string usage, code, call;
        size_t required = 0, index = 0;
        for (const HostParameter& parameter : function.parameters) {
            ++index;
            if (parameter.kind != HostParameter::Kind::positional_only &&
                parameter.kind != HostParameter::Kind::normal) {
                bad(function.qualname, fmt::format("its parameter `{}` is not a plain one", parameter.name),
                    location);
                return "";
            }
            const TypeRow* type = nullptr;
            std::string problem = "no annotation";
            if (annotations.contains(parameter.name.c_str())) {
                py::object annotation = annotations[parameter.name.c_str()];
                type = parameter_type(annotation);
                problem = "annotation " + text_of(py::repr(annotation));
            }
            if (!type) {
                world_.diagnostics.error<Diag::bad_entry_signature>(location, parameter.name, problem);
                return "";
            }
            bool optional = parameter.default_value.valid();
            if (!optional) required = index;
            usage += optional ? fmt::format(" [{}]", parameter.name) : " " + parameter.name;
            code += convert(parameter, *type, index);
            call += fmt::format("{}a{}", index > 1 ? ", " : "", index);
        }
        std::string glue = "    argv = sys.argv\n    prog = os.path.basename(argv[0])\n";
        glue += fmt::format("    usage = \"usage: \" + prog + \"{}\\n\"\n", usage);
        glue += fmt::format("    if len(argv) < {}:\n", required + 1);
        glue += "        missing = \"\"\n";
        for (size_t i = 1; i <= required; ++i)
            glue += fmt::format(
                "        if len(argv) < {}:\n            missing = missing + (\", \" if missing else \"\") + "
                "\"{}\"\n",
                i + 1, function.parameters[i - 1].name);
        glue +=
            "        sys.stderr.write(usage + prog + \": error: the following arguments are required: \" + "
            "missing + \"\\n\")\n        return 2\n";
        glue += fmt::format("    if len(argv) > {}:\n", function.parameters.size() + 1);
        glue += fmt::format(
            "        sys.stderr.write(usage + prog + \": error: unrecognized arguments: \" + \" "
            "\".join(argv[{}:]) + "
            "\"\\n\")\n        return 2\n",
            function.parameters.size() + 1);
        return glue + code + "    result = entry(" + call + ")\n";
    }

    std::string convert(const HostParameter& parameter, const TypeRow& type, size_t index) {
        std::string code, indent = "    ";
        if (parameter.default_value.valid()) {
            code += fmt::format("    a{} = default{}\n    if len(argv) > {}:\n", index, index, index);
            indent = "        ";
            defaults_.emplace_back(fmt::format("default{}", index), parameter.default_value);
        }
        code += fmt::format("{}word = argv[{}]\n", indent, index);
        if (!type.invalid) return code + fmt::format("{}a{} = {}\n", indent, index, type.convert);
        code += fmt::format("{0}try:\n{0}    a{1} = {2}\n{0}except {3}:\n", indent, index, type.convert,
                            type.invalid);
        code += fmt::format(
            "{0}    sys.stderr.write(usage + prog + \": error: argument {1}: invalid {2} value: \" + "
            "repr(word) + \"\\n\")\n{0}    return 2\n",
            indent, parameter.name, type.name);
        return code;
    }

    bool build_glue(py::object entry, const std::string& body) {
        std::string source = std::string(kBool) + "\ndef _sapwood_entry():\n" + body +
                             "    if result is None:\n        return 0\n    return result\n";
        py::dict names;
        names["__name__"] = "<entry>";
        names["__builtins__"] = py::module_::import("builtins");
        names["sys"] = py::module_::import("sys");
        names["os"] = py::module_::import("os");
        names["entry"] = entry;
        for (const auto& [name, value] : defaults_) names[name.c_str()] = world_.live(value);
        py::object compile = py::module_::import("builtins").attr("compile");
        py::module_::import("builtins").attr("exec")(compile(source, kGlueFile, "exec"), names);
        ObjectId id = world_.object_of(names["_sapwood_entry"]);
        world_.describe_pending();
        return set_entry(world_.graph_of(id));
    }

    CPythonWorld& world_;
    const Imported& imported_;
    const LoadOptions& options_;
    std::vector<std::pair<std::string, ConstantId>> defaults_;
};

}  // namespace

bool build_entry(CPythonWorld& world, const Imported& imported, const LoadOptions& options) {
    return Entry(world, imported, options).build();
}

}  // namespace sapwood
