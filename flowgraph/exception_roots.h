// Names of Program::roots: graphs that the rtyper makes because transforms need them.
#pragma once

namespace sapwood::roots {

// () -> Void, each always raises: what a failing checked operation becomes.
inline constexpr const char* kRaiseOverflow = "raise_overflow";    // int_*_ovf: OverflowError
inline constexpr const char* kRaiseRecursion = "raise_recursion";  // stack_check: RecursionError
inline constexpr const char* kRaiseMemory =
    "raise_memory";  // malloc_varsize: MemoryError (a prebuilt instance)
// (uncaught exception: type of the except block's input) -> Signed: prints it with its traceback and chain to
// standard error, flushes the streams, and returns the exit status (SystemExit: its own, silently).
inline constexpr const char* kUncaught = "uncaught";

}  // namespace sapwood::roots
