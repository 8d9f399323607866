// Which globals and class attributes run-time code may store: decided on the AST of all user modules before
// anything is folded.
//
// A store counts where its target can be a module or a class: a name under `global`, `module.x`, `Class.x`,
// `cls.x` in a class method, `type(self).x`, `self.__class__.x`, and setattr and delattr of these.  `self.x`
// and `local.x` are stores to instances; where such a local turns out to hold a class, note() is told during
// flow building or annotation.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "frontend/source.h"

namespace sapwood {

class StoreScan {
  public:
    // Scans the functions of a module.
    void scan(SourceUnit& unit, py::handle module);
    // Scans the main block of the program, which is in the scanned module.
    void scan_main_block(SourceUnit& unit, py::handle module, const std::vector<Node>& statements,
                         Scope& scope);
    bool scanned(py::handle module) const { return scanned_.contains(module.ptr()); }

    // Whether names[name] may be stored; names: the dict of a module.
    bool global_is_stored(py::handle names, const std::string& name) const;
    // Whether reading name from class_ may see a stored value.
    bool class_attribute_is_stored(py::handle class_, const std::string& name) const;
    // Whether the attribute of a function or another object with a __dict__ that folds may be stored.
    bool attribute_is_stored(py::handle object, const std::string& name) const;
    // Names that are stored in a module's dict, in order.
    std::set<std::string> stored_globals(py::handle names) const;
    // The class itself has (or gets) its own value: a store names exactly this class.
    bool stored_on(py::handle class_, const std::string& name) const;

    // A store that the scan did not see.  true: it is new.
    bool note(py::handle object, const std::string& name);

  private:
    struct Context;
    void walk(Node node, Context& context);
    void attribute_store(Node target_object, const std::string& name, Context& context);
    py::object resolve_statically(Node expression, Context& context);

    // By module dict, class, or function.  The keys are kept alive.
    std::map<PyObject*, std::set<std::string>> stored_;
    std::vector<std::pair<py::object, std::string>> families_;  // on the class or any subclass
    std::set<PyObject*> scanned_;
};

}  // namespace sapwood
