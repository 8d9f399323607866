// Runs typed graphs: an oracle for tests of every phase from TypedLL to Final.
//
// The interpreter has no undefined behaviour.  What native code would get wrong silently (an index out of
// range, a null pointer, a field that the object does not have, a division by zero, an undefined value, the
// payload of another tag) ends the run with an error that names graph, operation and place.  Graphs that
// break a rule of verify.h are refused.  Calls are frames on the interpreter's own stack, so recursion is
// bounded by memory.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "flowgraph/program.h"

namespace sapwood {

// An argument or the result of a leaf routine.  Its kind in runtime/leaf.def says which members count.
struct LeafValue {
    int64_t integer = 0;            // Signed, Unsigned (its bits), Bool, Char, UniChar
    double number = 0;              // Float
    unsigned char* data = nullptr;  // Text, Buffer, Ints, Floats: never null, aligned for the items
    int64_t size = 0;               // Text, Buffer: bytes.  Ints, Floats: items
};

// A leaf routine that the interpreter can call.  The caller of the interpreter makes these, since it may know
// the runtime and flowgraph may not.
struct LeafRoutine {
    std::string_view name;
    LeafValue (*call)(const LeafValue* arguments);
};
using LeafTable = std::span<const LeafRoutine>;

struct InterpOptions {
    // Routines that concern the process (arguments, standard streams, exit, tracebacks) are the interpreter's
    // own; all others are looked up here.
    LeafTable leaves;
    std::vector<std::string> argv;
    std::string input;  // standard input
    // Receive what is written to standard output and standard error; empty: dropped.
    std::function<void(std::string_view)> output, error_output;
    uint64_t step_limit = 0;                // operations; 0: none
    size_t stack_limit = 20'000;            // frames, beyond which stack_check raises
    size_t memory_limit = size_t(1) << 30;  // bytes of live objects
};

// How a run ended.
struct InterpResult {
    enum class Kind : uint8_t {
        returned,  // text: the result as .fg constant (`9`, `2.5`, `True`, `65:Char`, `void`); of a str
                   // "text", of other objects their fields or items in braces
        raised,    // text: the class of the exception
        exited,    // status, through the leaf routine `exit`
        failed,    // text: why it could not go on
    } kind = Kind::failed;
    std::string text;
    int status = 0;      // exited; of interpret_program: the exit status
    uint64_t steps = 0;  // operations executed

    bool ok() const { return kind != Kind::failed; }
    // As `# eval:` lines write it: `9`, `raises ValueError`, `exits 3`, `fails: ...`.
    std::string summary() const;
};

// Calls a graph with constants as arguments.
InterpResult interpret(const Program& program, GraphId graph, std::span<const ConstantId> arguments,
                       const InterpOptions& options = {});
// Runs the program from its entry as a native program runs: an exception that leaves the entry goes to the
// root `uncaught`, which says the status.
InterpResult interpret_program(const Program& program, const InterpOptions& options);

}  // namespace sapwood
