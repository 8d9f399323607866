// sapwood-flow PROGRAM [--entry NAME] [--function NAME] [--reach] [ARGS...]: prints the flow graphs of the
// entry and of every function that can be reached from it through constants.  For work on the front end and
// for its tests; users have `sapwood graph --stage flow`.
#include <cctype>
#include <cstdio>
#include <cstring>
#include <set>

#include "flowgraph/helper_library.h"
#include "flowgraph/parse.h"
#include "flowgraph/print.h"
#include "flowgraph/print_tables.h"
#include "flowgraph/verify.h"
#include "frontend/commands/flow_interpreter.h"
#include "frontend/frontend.h"

using namespace sapwood;

namespace {

// Builds the graphs of all functions that constants of graphs lead to.
class Reach {
  public:
    explicit Reach(HostWorld& world) : world_(world), program_(world.program) {}

    void run() {
        graph(program_.entry);
        while (!open_.empty()) {
            ObjectId id = open_.back();
            open_.pop_back();
            object(id);
        }
    }

    std::vector<GraphId> graphs;

  private:
    void graph(GraphId id) {
        graphs.push_back(id);
        const FunctionGraph& graph = program_.graph(id);
        for (const Block& block : graph.blocks) {
            for (const Operation& operation : block.operations)
                for (Value arg : operation.args) value(arg);
            for (const Link& link : block.links)
                for (Value arg : link.args) value(arg);
        }
    }

    void value(Value value) {
        if (value.valid() && value.is_constant()) constant(value.constant());
    }

    void constant(ConstantId id) {
        if (!id.valid()) return;
        const Constant& constant = program_.constants[id];
        if (constant.kind == ConstantKind::object && seen_.insert(constant.object).second)
            open_.push_back(constant.object);
    }

    void object(ObjectId id) {
        HostObject host = world_.object(id);
        for (ConstantId item : host.items) constant(item);
        for (const auto& [name, attribute] : host.attributes) constant(attribute.value);
        if (host.type.valid()) constant(program_.constants.object(host.type));
        for (const HostParameter& parameter : host.function.parameters) constant(parameter.default_value);
        if (host.kind == HostKind::function)
            if (std::optional<GraphId> built = world_.graph_of(id)) graph(*built);
        if (host.kind != HostKind::class_ || host.builtin_class) return;
        for (ObjectId base : host.mro) constant(program_.constants.object(base));
        for (const char* name : {"__init__", "__str__", "__repr__", "__eq__", "__hash__", "__len__", "__lt__",
                                 "__iter__", "__next__", "__getitem__", "__call__", "__enter__", "__exit__"})
            attribute(id, name);
        for (GraphId each : graphs)
            for (const Block& block : program_.graph(each).blocks)
                for (const Operation& operation : block.operations)
                    if (operation.op == Op::getattr || operation.op == Op::super_getattr)
                        names_.insert(program_.constants[operation.args.back().constant()].text);
        for (const std::string& name : names_) attribute(id, name);
    }

    void attribute(ObjectId class_, const std::string& name) {
        std::optional<HostAttribute> found = world_.class_attribute(class_, name);
        if (!found || world_.object(found->defined_in).builtin_class) return;
        constant(found->value);
    }

    HostWorld& world_;
    Program& program_;
    std::set<ObjectId> seen_;
    std::set<std::string> names_;
    std::vector<ObjectId> open_;
};

}  // namespace

namespace {

int run(Frontend& frontend, Program& program, const Diagnostics& diagnostics) {
    int status = 0;
    try {
        FlowInterpreter interpreter(dynamic_cast<CPythonWorld&>(frontend.world()));
        status = interpreter.run(program.entry, {}).cast<int>();
    } catch (py::error_already_set& error) {
        error.restore();
        std::fputs(render(diagnostics, program.files, false).c_str(), stderr);
        PyErr_PrintEx(0);  // leaves the process for SystemExit
        status = 1;
    }
    frontend.unload();
    return status;
}

// The text of a graph with `<name>` for `#7`, so that it can be read and compared.
std::string readable(const Program& program, const FunctionGraph& graph) {
    std::string text = print_graph(program, graph), result;
    for (size_t i = 0; i < text.size(); ++i) {
        size_t end = i + 1;
        while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end]))) ++end;
        if (text[i] != '#' || end == i + 1) {
            result += text[i];
            continue;
        }
        const HostObject& object =
            program.host.objects[ObjectId(std::stoul(text.substr(i + 1, end - i - 1)))];
        std::string name = object.qualname.empty() ? object.name : object.qualname;
        if (name.empty()) name = host_kind_name(object.kind);
        result += "<" + name + ">";
        i = end - 1;
    }
    return result;
}

int print(Frontend& frontend, Program& program, const Diagnostics& diagnostics, const std::string& function,
          bool quiet) {
    Reach reach(frontend.world());
    reach.run();
    for (GraphId id : reach.graphs) {
        const FunctionGraph& graph = program.graph(id);
        if (quiet || (!function.empty() && graph.name != function)) continue;
        std::fputs(readable(program, graph).c_str(), stdout);
        std::fputs("\n", stdout);
    }
    if (diagnostics.has_errors()) return 1;
    std::vector<Violation> violations = verify(program);
    for (const Violation& violation : violations)
        std::fprintf(stderr, "%s: rule `%s` is broken: %s\n", program.graph(violation.graph).name.c_str(),
                     violation.rule.c_str(), violation.text.c_str());
    return violations.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    LoadOptions options;
    std::string function;
    bool quiet = false;
    for (int i = 1; i < argc; ++i) {
        if (!options.path.empty()) {
            options.args.push_back(argv[i]);
        } else if (std::strcmp(argv[i], "--entry") == 0 && i + 1 < argc) {
            options.entry = argv[++i];
        } else if (std::strcmp(argv[i], "--function") == 0 && i + 1 < argc) {
            function = argv[++i];
        } else if (std::strcmp(argv[i], "--quiet") == 0) {
            quiet = true;
        } else if (std::strcmp(argv[i], "--run") == 0) {
            options.running = true;
        } else {
            options.path = argv[i];
        }
    }
    if (options.path.empty()) {
        std::fprintf(
            stderr,
            "usage: sapwood-flow [--entry NAME] [--function NAME] [--quiet] [--run] PROGRAM [ARGS...]\n");
        return 2;
    }
    Program program;
    Diagnostics diagnostics;
    if (!load_library(helper_library(), program, diagnostics)) {
        std::fputs(render(diagnostics, program.files, false).c_str(), stderr);
        return 1;
    }
    Frontend frontend;
    LoadResult result = frontend.load(options, program, diagnostics);
    std::fputs(result.traceback.c_str(), stderr);
    int status = result.status;
    if (result.ok)
        status = options.running ? run(frontend, program, diagnostics)
                                 : print(frontend, program, diagnostics, function, quiet);
    std::fputs(render(diagnostics, program.files, false).c_str(), stderr);
    return status;
}
