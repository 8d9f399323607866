// The one interface through which annotator and rtyper ask about live objects and for flow graphs.
// Two implementations: CPython (frontend/cpython_world.h) and what .fg text declares (text_world.h).
//
// Every answer is recorded in program.host, so that a dump holds all that a later stage needs: the public
// functions look there first and call ask_... only for what is not recorded yet.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "flowgraph/diagnostics.h"
#include "flowgraph/program.h"

namespace sapwood {

class HostWorld {
  public:
    HostWorld(Program& program, Diagnostics& diagnostics) : program(program), diagnostics(diagnostics) {}
    virtual ~HostWorld() = default;

    // The flow graph of a function object; builds it if necessary.  nullopt: it cannot be built, a
    // diagnostic says why, at `use` if the function has no place that could be shown.
    std::optional<GraphId> graph_of(ObjectId function, Location use = {});
    // Attribute of a class along its MRO, as type.__getattribute__ finds it, without binding: functions,
    // properties, static methods come as they are.  nullopt: no class of the MRO has it.
    std::optional<HostAttribute> class_attribute(ObjectId class_, const std::string& name);
    // Attribute of a module that run-time code may store (constants were folded by the front end).
    std::optional<HostAttribute> module_attribute(ObjectId module, const std::string& name);
    // A built-in class by name ("ValueError").  CHECKs that it exists.
    ObjectId builtin_class(std::string_view name);
    // A low-level helper by "module.function".  CHECKs that it exists.
    ObjectId helper(std::string_view name);

    // Names of the attributes of a module or class, those of its bases included, in order: for suggestions in
    // diagnostics only, so nothing records the answer.  Without live objects: those that were asked for.
    virtual std::vector<std::string> attribute_names(ObjectId object) const;

    // Tells that run-time code stores object.name (a module's, class's or function's attribute) although it
    // was taken for a constant: found by an operation whose target turned out to be such an object.  true:
    // the graphs built so far rely on the constant; the stage gives up, and flow building starts again with
    // what is known now (Frontend::reload).
    virtual bool note_store(ObjectId object, const std::string& name);
    virtual bool restart_needed() const { return false; }

    const HostObject& object(ObjectId id) const { return program.host.objects[id]; }
    bool is_subclass(ObjectId class_, ObjectId base) const;
    // `__module__` of a class, which its qualname begins with.
    std::string class_module(ObjectId class_);

    Program& program;
    Diagnostics& diagnostics;

  protected:
    Location use_;  // of graph_of
    virtual std::optional<GraphId> ask_graph(ObjectId function) = 0;
    virtual std::optional<HostAttribute> ask_class_attribute(ObjectId class_, const std::string& name) = 0;
    virtual std::optional<HostAttribute> ask_module_attribute(ObjectId module, const std::string& name) = 0;
    virtual std::optional<ObjectId> ask_builtin_class(std::string_view name) = 0;
};

// Which argument of a UnicodeDecodeError or UnicodeEncodeError an attribute is; nullopt: it is none, or the
// class is another.
std::optional<uint32_t> codec_error_argument(HostWorld& world, ObjectId class_, std::string_view name);

}  // namespace sapwood
