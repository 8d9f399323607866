// Counting what flow building makes of the functions of a module.
#include "frontend/all_functions.h"

#include <algorithm>
#include <filesystem>

#include "flowgraph/check.h"
#include "flowgraph/verify.h"
#include "frontend/interpreter.h"

namespace sapwood {

namespace {

namespace fs = std::filesystem;

enum class Fate : uint8_t { unreached, verified, replaced, refused, fault };  // later ones outweigh

class Census {
  public:
    Census(CPythonWorld& world, SourceUnit& unit) : world_(world), unit_(unit) {
        for (const FunctionEntry& entry : unit.functions) fates_.emplace(place(entry.node), Fate::unreached);
    }

    // names: the module's globals.
    FunctionCensus take(const py::object& names) {
        for (const py::object& function : live_functions()) add_live(function);
        py::object code =
            py::module_::import("builtins")
                .attr("compile")(parse_source(py::str(unit_.text), unit_.path), unit_.path, "exec", 0, true);
        add_dead(code, names);
        // Building adds objects: local functions and the methods of generators.
        for (uint32_t i = 0; i < world_.program.host.objects.size(); ++i) add_object(ObjectId(i));
        result_.functions = fates_.size();
        for (const auto& [place, fate] : fates_) ++number_of(fate);
        return std::move(result_);
    }

  private:
    using Place = std::pair<int, int>;

    static Place place(Node node) { return {node.begin().line, node.begin().column}; }

    size_t& number_of(Fate fate) {
        constexpr size_t FunctionCensus::*kNumbers[] = {&FunctionCensus::unreached, &FunctionCensus::verified,
                                                        &FunctionCensus::replaced, &FunctionCensus::refused,
                                                        &FunctionCensus::faults};
        return result_.*kNumbers[static_cast<size_t>(fate)];
    }

    // In the order of the text.
    std::vector<py::object> live_functions() {
        std::vector<std::pair<int, py::object>> found;
        py::object objects = py::module_::import("gc").attr("get_objects")();
        for (py::handle each : objects) {
            if (!PyFunction_Check(each.ptr())) continue;
            py::object code = each.attr("__code__");
            if (text_of(code.attr("co_filename")) != unit_.path) continue;
            found.emplace_back(code.attr("co_firstlineno").cast<int>(),
                               py::reinterpret_borrow<py::object>(each));
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<py::object> result;
        for (auto& [line, function] : found) result.push_back(std::move(function));
        return result;
    }

    // Functions of modules and classes that the import made and dropped: made again.
    void add_dead(py::handle code, const py::object& names) {
        py::object function_type = library_module("types").attr("FunctionType");
        py::object constants = code.attr("co_consts");
        for (py::handle each : constants) {
            if (!PyCode_Check(each.ptr())) continue;
            int flags = each.attr("co_flags").cast<int>();
            bool is_class = (flags & CO_NEWLOCALS) == 0 || (flags & CO_OPTIMIZED) == 0;
            if (is_class) {
                add_dead(each, names);
            } else if (py::len(each.attr("co_freevars")) == 0) {
                std::string why;
                std::optional<FunctionSource> source = world_.sources.find(each, why);
                if (!source || source->unit != &unit_) continue;
                auto fate = fates_.find(place(source->entry->node));
                if (fate == fates_.end() || fate->second != Fate::unreached) continue;
                kept_.push_back(function_type(each, names));
                add_live(kept_.back());
            }
        }
    }

    void add_live(const py::object& function) {
        std::string why;
        std::optional<FunctionSource> source = world_.sources.find(function.attr("__code__"), why);
        if (!source || source->unit != &unit_) return;
        Place where = place(source->entry->node);
        guarded(where, source->entry->name, [&] {
            ObjectId id = world_.object_of(function);
            world_.describe_pending();
            if (world_.object(id).kind != HostKind::function) return Fate::replaced;
            return build(id);
        });
    }

    void add_object(ObjectId id) {
        const HostObject& host = world_.object(id);
        if (host.kind != HostKind::function || !host.location.known()) return;
        if (world_.program.files[host.location.file].path != unit_.path) return;
        Place where{host.location.line, host.location.column};
        if (fates_.contains(where)) guarded(where, host.name, [&] { return build(id); });
    }

    Fate build(ObjectId id) {
        if (!built_.insert(id).second) return Fate::unreached;  // weighs nothing
        size_t errors = world_.diagnostics.error_count();
        std::optional<GraphId> graph = world_.graph_of(id, world_.object(id).location);
        if (!graph || world_.diagnostics.error_count() > errors) return Fate::refused;
        std::vector<Violation> violations = verify(world_.program, world_.program.graph(*graph));
        for (const Violation& each : violations)
            tell(each.location.line, world_.object(id).name,
                 fmt::format("rule `{}` is broken: {}", each.rule, each.text));
        return violations.empty() ? Fate::verified : Fate::fault;
    }

    template <class Work>
    void guarded(Place where, const std::string& name, Work work) {
        Fate fate = Fate::fault;
        try {
            fate = work();
        } catch (const InternalError& error) {
            tell(where.first, name, error.what());
        } catch (py::error_already_set& error) {
            tell(where.first, name, describe_error(error));
        }
        Fate& known = fates_.at(where);
        known = std::max(known, fate);
    }

    void tell(int line, const std::string& name, const std::string& text) {
        result_.fault_texts.push_back(fmt::format("{}:{}: in `{}`: {}", unit_.path, line, name, text));
    }

    CPythonWorld& world_;
    SourceUnit& unit_;
    std::map<Place, Fate> fates_;
    std::set<ObjectId> built_;
    std::vector<py::object> kept_;
    FunctionCensus result_;
};

}  // namespace

py::object import_file(const std::string& path) {
    fs::path file = fs::absolute(path).lexically_normal();
    fs::path folder = file.parent_path();
    std::string name = file.stem().string();
    if (name == "__init__") {
        name = folder.filename().string();
        folder = folder.parent_path();
    }
    for (; fs::exists(folder / "__init__.py"); folder = folder.parent_path())
        name = folder.filename().string() + "." + name;
    py::list search = py::module_::import("sys").attr("path");
    if (!search.contains(folder.string())) search.attr("insert")(0, folder.string());
    py::object module = py::module_::import(name.c_str());
    py::object own = attribute_or_null(module, "__file__");
    bool same = own && PyUnicode_Check(own.ptr()) && text_of(own) == file.string();
    return same ? module : py::object();
}

FunctionCensus take_census(CPythonWorld& world, SourceUnit& unit, const py::object& module) {
    return Census(world, unit).take(module.attr("__dict__"));
}

}  // namespace sapwood
