// Runs the module level of a program in a module named `__main__`, as `python3 prog.py` would, except that
// its `if __name__ == "__main__":` block is taken out before.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "flowgraph/diagnostics.h"
#include "frontend/frontend.h"
#include "frontend/source.h"

namespace sapwood {

// A program after import.
struct Imported {
    LoadResult result;
    py::object module;
    SourceUnit* unit = nullptr;
    std::vector<Node> main_block;  // the statements that were taken out
    bool has_main_block = false;
    std::unique_ptr<Scope> main_scope;  // once analysed
    Node after_main_block;              // a statement behind the block, if any
    py::object argv;                    // the list that was sys.argv while the module level ran
    py::object streams[3];              // sys.stdin, sys.stdout, sys.stderr at that time
};

class Importer {
  public:
    Importer(SourceRegistry& sources, Program& program, Diagnostics& diagnostics);
    ~Importer();  // user modules leave sys.modules; sys.path, argv and streams are restored
    Importer(const Importer&) = delete;

    Imported run(const LoadOptions& options);
    // Reports something that the module level does at translation, at the innermost frame of the user's.
    void report_effect(const std::string& what);
    // Of the innermost frame of the user's that runs now.
    Location current_location();

  private:
    void set_up(const LoadOptions& options, Imported& imported);
    bool parse(const LoadOptions& options, Imported& imported);
    void show_error(py::error_already_set& error, const LoadOptions& options, LoadResult& result);
    void show_exit(py::error_already_set& error, const LoadOptions& options, LoadResult& result);
    Location location_of_traceback(py::handle traceback);
    Location location_in(py::handle code, int line, int instruction);
    void flush();

    SourceRegistry& sources_;
    Program& program_;
    Diagnostics& diagnostics_;
    py::object saved_modules_, saved_main_, saved_path_, saved_argv_, saved_streams_[3];
};

}  // namespace sapwood
