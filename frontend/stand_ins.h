// Restricted Python that translated code runs in place of what CPython's standard library writes in C, or in
// Python beyond the subset: the modules of runtime/stand_ins.  A module NAME.py there stands in for the
// library's NAME (or _NAME): each of its functions and classes for the object of the same name.  Its texts
// are part of the executable; it is executed when the first of its objects is met.  NAME.PART.py is executed
// before NAME.py, in the same namespace.
//
// `_sapwood_wrappers_` of a module says by the name of their code which functions made by decorators of the
// library it stands in for, and how to make them anew of such a function.
//
// A class may have a static method `_prebuilt_(live)`: what to use in place of an object of the library's
// class that the module level has made, an instance of the class or a function.  It raises
// NotImplementedError with the name of what it does not know.  `refusal(what)` is a function whose calls are
// refused wherever inference reaches them, `builtin(name)` the function of that name in builtins.def.
//
// `_sapwood_prepared_` of a function is another function, marked `_sapwood_at_translation_`.  Where the
// arguments of a call that have the names of its parameters are constants, the call has what that makes of
// them in place of the first of them, and its defaults in place of the others: `re.match` gets a compiled
// pattern.  With `_sapwood_method_` as well, the name of a method of what was made, the call becomes one of
// that method, so that what it gives may be of a type of its own: `struct.unpack`.  `refusal(name)` with a
// name that flowgraph/builtins.def knows is that built-in function.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "frontend/source.h"
#include "frontend/stand_in_texts.h"
#include "frontend/store_scan.h"

namespace sapwood {

class StandIns {
  public:
    StandIns(SourceRegistry& sources, StoreScan& stores) : sources_(sources), stores_(stores) {}

    // Has the state recorded that the generator of module random has before anybody seeds it: once, before
    // any program is imported.
    static void watch_imports();

    // What translated code uses in place of `value`; `value` itself if nothing stands in for it.
    py::object of(py::handle value);
    // A function of a module of runtime/stand_ins, by their names.
    py::object function(const char* module, const char* name);
    // Why nothing stands in for an object although something does for its class, as the name of what is
    // refused; empty if there is no such reason.
    std::string refused(py::handle value) const;
    // The attributes that an instance of a class below one of the library's has from that one's stand-in.
    py::dict inherited_fields(py::handle value);
    // What a Python function that runs at translation (`_sapwood_at_translation_`) gives for constants
    // without identity, one object for equal ones; empty if it is no such function, or raises.
    py::object at_translation(py::handle function, const py::tuple& args);
    // Whether this dict is the namespace of a module of runtime/stand_ins.
    static bool is_namespace(py::handle names);
    // Where a class of such a module is written; empty for any other.
    static std::string path_of(py::handle class_);
    // The method resolution order with stand-ins in place of the library's classes.
    py::object mro_of(py::handle class_);

  private:
    py::object find(py::handle value);
    // What a class below one of the library's inherits from that one's stand-in as a method of classes.
    py::object inherited_method(py::handle class_, py::handle name);
    // Executes the module that stands in for the library's; false: there is none.
    bool load(const std::string& name);
    // The stand-in for a class that the library has made for the user: a named tuple or
    // a class of flags.
    py::object made_class(py::handle class_);
    void execute(const StandInText& text, const py::module_& module);
    py::object prebuilt(py::handle value);
    py::object decorated(py::handle function);

    SourceRegistry& sources_;
    StoreScan& stores_;
    std::map<std::string, py::module_> modules_;
    py::dict made_;
    std::unordered_map<PyObject*, std::string> refused_;
    // By what it stands in for, which is kept alive.
    struct Pair {
        py::object value, stand_in;
    };
    std::unordered_map<PyObject*, Pair> known_;
};

}  // namespace sapwood
