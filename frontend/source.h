// The source and AST of live functions.
//
// A code object is matched by file, first line, name and columns, never by qualified name.  Code that was
// made by exec or compile has its source from an audit hook: candidates are compiled again and code objects
// compared; files too, so that a file that changed since it was imported is noticed.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "flowgraph/program.h"
#include "frontend/ast.h"
#include "frontend/scopes.h"

namespace sapwood {

struct FunctionEntry {
    Node node;
    int first_line = 0;  // of the code object: of the first decorator, if any
    std::string name;
    std::string class_name;  // of the innermost class around it
};

struct ClassEntry {
    Node node;
    std::string qualname;
};

// One text that was compiled.
struct SourceUnit {
    std::string path;  // as co_filename says
    std::string text;  // UTF-8
    py::object tree;
    bool trusted = false;  // compiled by us from this very tree
    std::vector<FunctionEntry> functions;
    std::vector<ClassEntry> classes;
    FileId file;                    // once a location was asked for
    std::vector<py::object> codes;  // all code objects of the text, made when first needed
    std::map<PyObject*, std::unique_ptr<Scope>> scopes;  // by function node

    FileId file_in(Program& program);
    Location location(Program& program, Node node) { return node.location(file_in(program)); }
    Scope& scope_of(const FunctionEntry& function);
};

struct FunctionSource {
    SourceUnit* unit = nullptr;
    const FunctionEntry* entry = nullptr;
};

class SourceRegistry {
  public:
    SourceRegistry();
    ~SourceRegistry();
    SourceRegistry(const SourceRegistry&) = delete;

    // Adds a text that is about to be compiled from this tree.
    SourceUnit& add(const std::string& path, std::string text, py::object tree, bool trusted);
    // The unit of a source file; nullptr if it cannot be read or parsed.
    SourceUnit* file(const std::string& path);
    // nullopt: why says what is the matter.
    std::optional<FunctionSource> find(py::handle code, std::string& why);
    // A new Program numbers files anew.
    void forget_files();
    // Called by the audit hook.
    void saw_compile(PyObject* source, PyObject* filename);

  private:
    std::optional<FunctionSource> find_in(SourceUnit& unit, py::handle code);

    std::vector<std::unique_ptr<SourceUnit>> units_;
    std::map<std::string, SourceUnit*> files_;
    struct Compiled {
        py::object source;
        SourceUnit* unit = nullptr;
        bool unreadable = false;
    };
    std::map<std::string, std::vector<Compiled>> compiled_;  // texts without a file, by the name given
    std::map<PyObject*, FunctionSource> found_;              // by code object
    bool parsing_ = false;                                   // our own compilations are not recorded
};

// Parses text (str or bytes) as `compile` does; raises SyntaxError.
py::object parse_source(py::handle text, const std::string& path);

}  // namespace sapwood
