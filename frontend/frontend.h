// The front end: embeds CPython, imports the program as `python3 prog.py` would, finds the entry, and
// serves live objects and flow graphs to the later stages through HostWorld.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "flowgraph/host_world.h"
#include "frontend/function_census.h"

namespace sapwood {

struct LoadOptions {
    std::string path;               // the program, as given on the command line
    std::vector<std::string> args;  // sys.argv[1:] while the module level runs
    std::string entry;              // --entry, or empty
    bool running = false;           // `run`: module-level output goes to stdout, no warnings about effects
};

// How loading ended.  The module level may end the process's work by itself (sys.exit), which for `run` is
// the program's end, with that status.
struct LoadResult {
    bool ok = false;
    bool exited = false;  // the module level called sys.exit
    int status = 0;
    // What CPython would write to standard error at that end: the traceback of the program's own frames, or
    // sys.exit's message.  It is not written by the front end.
    std::string traceback;
};

// The embedded interpreter with one loaded program at a time.
class Frontend {
  public:
    Frontend();
    ~Frontend();
    Frontend(const Frontend&) = delete;

    // Imports the program and sets program.entry to its entry's flow graph (phase Flow).
    LoadResult load(const LoadOptions& options, Program& program, Diagnostics& diagnostics);
    // Starts flow building again for the program that is loaded, into a fresh Program, after the world's
    // restart_needed(): what was found out about stores stays known.
    bool reload(Program& program, Diagnostics& diagnostics);
    // Errors inside of the standard library, or of what it generates, become one error where the program uses
    // it.
    void tell_at_uses(const Program& program, Diagnostics& diagnostics) const;
    // The world of the program loaded last; valid until the next load or unload.
    HostWorld& world();
    // Imports the module of a file, not as the program, and builds and verifies a flow graph for each of its
    // functions.  nullopt: a diagnostic says why it cannot be imported.
    std::optional<FunctionCensus> census(const std::string& path, Program& program, Diagnostics& diagnostics);
    // Forgets the program: user modules leave sys.modules; sys.path, sys.argv and streams are restored.
    void unload();

    // Builds the flow graphs of every function in rtyper/lowlevel and prints them as a library .fg.  Used
    // when Sapwood itself is built.
    std::string build_helper_library(const std::string& directory, Diagnostics& diagnostics);

    // Whether a source file is the program's, not the standard library's or generated.
    static bool is_program_file(const std::string& path);
    static std::string python_version();     // of the headers that this was compiled with
    static std::string python_executable();  // that was found when Sapwood was built

  private:
    bool start(Program& program, Diagnostics& diagnostics);

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sapwood
